"""Requests about personal data; a request that destroyed something is its act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy import insert as plain_insert

from domain.joining.models import Step
from domain.personal.models import TO_DESTROY, DataRequest, Ground, Kind, State, Texts
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import data_requests

_ADD = plain_insert(data_requests).returning(data_requests.c.id)
_GET = select(data_requests).where(data_requests.c.id == bindparam("request"))
_OPEN = select(data_requests).where(data_requests.c.state == State.OPEN).order_by(data_requests.c.due_at)
_TO_DESTROY = (
    select(data_requests)
    .where(
        data_requests.c.customer_id == bindparam("customer"),
        data_requests.c.state == State.OPEN,
        data_requests.c.kind.in_(sorted(TO_DESTROY)),
    )
    .order_by(data_requests.c.id)
    .limit(1)
)
_OPEN_OF = (
    select(data_requests)
    .where(data_requests.c.customer_id == bindparam("customer"), data_requests.c.state == State.OPEN)
    .order_by(data_requests.c.due_at, data_requests.c.id)
)
_SAY = update(data_requests).where(data_requests.c.id == bindparam("request")).values(words_sealed=bindparam("said"))
_EXTEND = (
    update(data_requests)
    .where(data_requests.c.id == bindparam("request"), data_requests.c.state == State.OPEN)
    .values(due_at=bindparam("last"), extension_sealed=bindparam("reason"))
)
_COPIES = select(func.count()).where(
    data_requests.c.customer_id == bindparam("customer"),
    data_requests.c.kind == Kind.ACCESS,
    data_requests.c.asked_at > bindparam("since"),
)
_END = (
    update(data_requests)
    .where(data_requests.c.id == bindparam("request"), data_requests.c.state == State.OPEN)
    .values(
        state=bindparam("ended"),
        decided_by=bindparam("by"),
        decided_at=bindparam("at"),
        ground=bindparam("why"),
        destroyed=bindparam("counts", type_=data_requests.c.destroyed.type),
        answer_sealed=bindparam("told"),
    )
)
_PRUNE = delete(data_requests).where(
    data_requests.c.state != State.OPEN,
    func.coalesce(data_requests.c.decided_at, data_requests.c.asked_at) < bindparam("before"),
)


class DataRequests(Shelf):
    """Implements domain.personal.ports.DataRequests."""

    __slots__ = ()

    async def add(
        self,
        kind: Kind,
        state: State,
        customer_id: CustomerId,
        person_id: PersonId,
        at: datetime,
        due_at: datetime,
        about: Step | None = None,
        words: str | None = None,
    ) -> DataRequest:
        values = {
            "kind": kind,
            "state": state,
            "customer_id": customer_id,
            "person_id": person_id,
            "asked_at": at,
            "due_at": due_at,
            "about": about,
        }
        number: int = (await self._run(_ADD, values)).scalar_one()
        if words is not None:
            # Sealed for the row's id, which is known only now.
            await self._run(_SAY, {"request": number, "said": self._seal(words, "data_requests", "words", number)})
        return DataRequest(number, kind, state, customer_id, person_id, at, due_at, about=about)

    async def get(self, request_id: int) -> DataRequest | None:
        row = (await self._run(_GET, {"request": request_id})).first()
        return None if row is None else _request(row)

    async def to_destroy(self, customer_id: CustomerId) -> DataRequest | None:
        await self._work.hold(customer_id)
        row = (await self._run(_TO_DESTROY, {"customer": customer_id})).first()
        return None if row is None else _request(row)

    async def open(self) -> Sequence[DataRequest]:
        return [_request(row) for row in (await self._run(_OPEN)).all()]

    async def open_of(self, customer_id: CustomerId) -> Sequence[DataRequest]:
        await self._work.hold(customer_id)
        return [_request(row) for row in (await self._run(_OPEN_OF, {"customer": customer_id})).all()]

    async def texts(self, request_id: int) -> Texts:
        row = (await self._run(_GET, {"request": request_id})).first()
        if row is None:
            return Texts()

        def opened(column: str) -> str | None:
            return self._open(getattr(row, f"{column}_sealed"), "data_requests", column, request_id)

        return Texts(opened("words"), opened("answer"), opened("extension"))

    async def extend(self, request_id: int, due_at: datetime, reason: str) -> None:
        sealed = self._seal(reason, "data_requests", "extension", request_id)
        await self._run(_EXTEND, {"request": request_id, "last": due_at, "reason": sealed})

    async def copies_since(self, customer_id: CustomerId, since: datetime) -> int:
        found: int = (await self._run(_COPIES, {"customer": customer_id, "since": since})).scalar_one()
        return found

    async def end(
        self,
        request_id: int,
        state: State,
        by: PersonId,
        at: datetime,
        ground: Ground | None = None,
        destroyed: Mapping[str, int] | None = None,
        answer: str | None = None,
    ) -> None:
        values = {
            "request": request_id,
            "ended": state,
            "by": by,
            "at": at,
            "why": ground,
            "counts": None if destroyed is None else dict(destroyed),
            "told": self._seal(answer, "data_requests", "answer", request_id),
        }
        await self._run(_END, values)

    async def prune(self, before: datetime) -> int:
        """Forgets what ended before that moment, acts too; says how many."""
        return (await self._run(_PRUNE, {"before": before})).rowcount


def _request(row: ResultRow) -> DataRequest:
    return DataRequest(
        id=row.id,
        kind=Kind(row.kind),
        state=State(row.state),
        customer_id=CustomerId(row.customer_id),
        person_id=None if row.person_id is None else PersonId(row.person_id),
        asked_at=row.asked_at,
        due_at=row.due_at,
        decided_by=None if row.decided_by is None else PersonId(row.decided_by),
        decided_at=row.decided_at,
        ground=None if row.ground is None else Ground(row.ground),
        about=None if row.about is None else Step(row.about),
        extended=row.extension_sealed is not None,
        destroyed=tuple(sorted((row.destroyed or {}).items())),
    )
