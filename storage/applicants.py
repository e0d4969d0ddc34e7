"""Who asked to serve customers, and the consultants they become."""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy import bindparam, func, select, update
from sqlalchemy import insert as plain_insert

from domain.access.consulting import Applicant
from domain.joining.models import Approval
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from storage.bindings import Bindings
from storage.connection import ResultRow, for_both, insert
from storage.joining import Forms
from storage.shelf import Shelf
from storage.tables import consultants, consulting_requests, credentials

TIME_ZONE = "Europe/Moscow"
OPENS, CLOSES = time(10), time(19)

_ASK = for_both(lambda engine: insert(consulting_requests, engine).on_conflict_do_nothing())
_ALL = select(consulting_requests, credentials.c.number).join(
    credentials, credentials.c.customer_id == consulting_requests.c.customer_id
)
_GET = _ALL.where(consulting_requests.c.customer_id == bindparam("customer"))
_UNDECIDED = consulting_requests.c.decided_at.is_(None)
_WAITING = (
    _ALL.where(_UNDECIDED)
    .order_by(consulting_requests.c.asked_at, consulting_requests.c.customer_id)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
)
_COUNT = select(func.count()).select_from(consulting_requests).where(_UNDECIDED)
_ANSWER = (
    update(consulting_requests)
    .where(consulting_requests.c.customer_id == bindparam("customer"))
    .values(answer=bindparam("said"), decided_by=bindparam("admin"), decided_at=bindparam("at"))
)
_APPOINTED = (
    update(consulting_requests)
    .where(consulting_requests.c.customer_id == bindparam("customer"))
    .values(consultant_id=bindparam("consultant"))
)
_CITY = (
    select(
        consultants.c.city_slug,
        consultants.c.city_en,
        consultants.c.region_en,
        consultants.c.time_zone,
        consultants.c.latitude,
        consultants.c.longitude,
    )
    .where(consultants.c.city_ru == bindparam("city"), consultants.c.region_ru == bindparam("region"))
    .limit(1)
)
_ADD = plain_insert(consultants).returning(consultants.c.id)


class Applicants(Shelf):
    """Implements domain.access.consulting.Applicants."""

    __slots__ = ()

    async def ask(self, customer_id: CustomerId, person_id: PersonId, at: datetime) -> bool:
        values = {"customer_id": customer_id, "person_id": person_id, "asked_at": at}
        return bool((await self._run(_ASK[self._engine], values)).rowcount)

    async def get(self, customer_id: CustomerId) -> Applicant | None:
        await self._work.hold(customer_id)
        row = (await self._run(_GET, {"customer": customer_id})).first()
        return None if row is None else await self._applicant(row)

    async def waiting(self, offset: int, limit: int) -> tuple[Sequence[Applicant], int]:
        total = (await self._run(_COUNT)).scalar_one()
        rows = (await self._run(_WAITING, {"offset": offset, "limit": limit})).all()
        return [await self._applicant(row) for row in rows], total

    async def answer(self, customer_id: CustomerId, approval: Approval, by: PersonId, at: datetime) -> None:
        await self._run(_ANSWER, {"customer": customer_id, "said": approval, "admin": by, "at": at})

    async def appoint(self, applicant: Applicant, at: datetime) -> ConsultantId:
        form = await Forms(self._work).get(applicant.customer_id)
        city = "" if form.address is None else form.address.city
        region = "" if form.address is None else form.address.region
        known = (await self._run(_CITY, {"city": city, "region": region})).first()
        values = {
            "invite_code": secrets.token_urlsafe(6),
            "cabinet_number": applicant.number,
            "level": "consultant",
            "name_ru": applicant.name,
            "name_en": applicant.name,
            "city_slug": f"c{zlib.crc32(f'{region}/{city}'.encode()):08x}" if known is None else known.city_slug,
            "city_ru": city,
            "city_en": city if known is None else known.city_en,
            "region_ru": region,
            "region_en": region if known is None else known.region_en,
            "about_ru": "",
            "about_en": "",
            "time_zone": TIME_ZONE if known is None else known.time_zone,
            "latitude": None if known is None else known.latitude,
            "longitude": None if known is None else known.longitude,
            "opens": OPENS,
            "closes": CLOSES,
            "specialities": [],
            "languages": ["ru"],
            "takes_customers": True,
            "created_at": at,
        }
        consultant = ConsultantId((await self._run(_ADD, values)).scalar_one())
        await self._run(_APPOINTED, {"customer": applicant.customer_id, "consultant": consultant})
        await Bindings(self._work).appoint(applicant.customer_id)
        return consultant

    async def _applicant(self, row: ResultRow) -> Applicant:
        form = (await Forms(self._work).get(CustomerId(row.customer_id))).in_use
        return Applicant(
            customer_id=CustomerId(row.customer_id),
            person_id=PersonId(row.person_id),
            name=form.name or "",
            city="" if form.address is None else form.address.city,
            number=row.number,
            asked_at=row.asked_at,
            approval=Approval.WAITING if row.answer is None else Approval(row.answer),
            decided_by=row.decided_by,
            decided_at=row.decided_at,
        )
