"""Marks of who agreed to announcements, and the kinds somebody has switched off."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, bindparam, delete, exists, or_, select

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.marks import Marks, Unmarked
from domain.consents.models import VERSIONS, Purpose
from domain.joining.models import Step
from domain.shared.ids import CustomerId
from storage.broadcast_audience import BIRTHDAY, TOWN
from storage.connection import ResultRow, for_both, insert, upsert
from storage.joining import blocked_of
from storage.shelf import Shelf
from storage.tables import audience_marks, consents, forms, muted_kinds

_AGREED = exists().where(
    consents.c.customer_id == forms.c.customer_id,
    consents.c.purpose == Purpose.PROMOTIONS,
    consents.c.version == VERSIONS[Purpose.PROMOTIONS],
    consents.c.withdrawn_at.is_(None),
)
_WITH_MARKS = (
    select(
        forms.c.customer_id,
        forms.c.updated_at,
        forms.c.birth_date_sealed,
        forms.c.address_sealed,
        forms.c.blocked,
        audience_marks.c.read_at,
        _AGREED.label("agrees"),
    )
    .join_from(forms, audience_marks, audience_marks.c.customer_id == forms.c.customer_id, isouter=True)
    .limit(bindparam("count"))
)
_NEXT = _WITH_MARKS.where(forms.c.customer_id > bindparam("after")).order_by(forms.c.customer_id)
_STALE = or_(audience_marks.c.read_at.is_(None), audience_marks.c.read_at != forms.c.updated_at)
_SINCE = _WITH_MARKS.where(forms.c.updated_at >= bindparam("changed"), _AGREED, _STALE).order_by(forms.c.updated_at)
_COLUMNS = ("read_at", "town_sealed", "town_index", "birthday_sealed", "birthday_index", "time_zone")
_SAVE = for_both(lambda engine: upsert(audience_marks, engine, ["customer_id"], _COLUMNS))
_UNWANTED = delete(audience_marks).where(
    ~exists().where(and_(forms.c.customer_id == audience_marks.c.customer_id, _AGREED))
)
_MUTED = select(muted_kinds.c.kind).where(muted_kinds.c.customer_id == bindparam("customer"))
_MUTE = for_both(lambda engine: insert(muted_kinds, engine).on_conflict_do_nothing())
_UNMUTE = delete(muted_kinds).where(
    muted_kinds.c.customer_id == bindparam("customer"), muted_kinds.c.kind == bindparam("which")
)


class AudienceMarks(Shelf):
    """Implements domain.broadcasts.marks.AudienceMarks."""

    __slots__ = ()

    async def unmarked(self, after: CustomerId, count: int) -> tuple[Sequence[Unmarked], CustomerId | None]:
        rows = (await self._run(_NEXT, {"after": after, "count": count})).all()
        found = [self._form(row) for row in rows if row.agrees and row.read_at != row.updated_at]
        return found, CustomerId(rows[-1].customer_id) if len(rows) == count else None

    async def unmarked_since(self, changed: datetime, count: int) -> Sequence[Unmarked]:
        return [self._form(row) for row in (await self._run(_SINCE, {"changed": changed, "count": count})).all()]

    async def save(self, form: Unmarked, marks: Marks) -> None:
        index, id = self._work.keyring.index, form.customer_id
        town = None if marks.town is None else str(marks.town)
        values = {
            "customer_id": id,
            "read_at": form.changed_at,
            "town_sealed": self._seal(town, "audience_marks", "town", id),
            "town_index": None if town is None else index(town, TOWN),
            "birthday_sealed": self._seal(marks.birthday, "audience_marks", "birthday", id),
            "birthday_index": None if marks.birthday is None else index(marks.birthday, BIRTHDAY),
            "time_zone": marks.time_zone,
        }
        await self._run(_SAVE[self._engine], values)

    async def forget_unwanted(self) -> int:
        return (await self._run(_UNWANTED)).rowcount

    def _form(self, row: ResultRow) -> Unmarked:
        id = CustomerId(row.customer_id)
        blocked = blocked_of(row.blocked)
        born = None if Step.BIRTH_DATE in blocked else self._open(row.birth_date_sealed, "forms", "birth_date", id)
        address = None if Step.ADDRESS in blocked else self._open(row.address_sealed, "forms", "address", id)
        return Unmarked(
            id,
            row.updated_at,
            None if born is None else date.fromisoformat(born),
            None if address is None else json.loads(address).get("city") or None,
        )


class MutedKinds(Shelf):
    """Implements domain.broadcasts.choosing.MutedKinds."""

    __slots__ = ()

    async def of(self, customer_id: CustomerId) -> frozenset[BroadcastKind]:
        found = (await self._run(_MUTED, {"customer": customer_id})).scalars()
        return frozenset(BroadcastKind(each) for each in found)

    async def mute(self, customer_id: CustomerId, kind: BroadcastKind) -> None:
        values = {"customer_id": customer_id, "kind": kind, "at": self._work.clock()}
        await self._run(_MUTE[self._engine], values)

    async def unmute(self, customer_id: CustomerId, kind: BroadcastKind) -> None:
        await self._run(_UNMUTE, {"customer": customer_id, "which": kind})
