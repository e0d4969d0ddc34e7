"""Finding consultants, and who is under whose care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, select, update

from domain.consultants.models import CityCount, Consultant, Speciality
from domain.shared.ids import ConsultantId, CustomerId
from domain.shared.localised import Localised
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import consultants, customers, people

_ACCOUNT = people.alias("account")
# Open: takes new customers, and messages reach the Telegram account.
_OPEN = and_(consultants.c.takes_customers, _ACCOUNT.c.reachable)
_CUSTOMERS = (
    select(func.count()).where(customers.c.consultant_id == consultants.c.id).correlate(consultants).scalar_subquery()
)

CARD: Select[Any] = select(
    consultants.c.id,
    _ACCOUNT.c.id.label("person_id"),
    consultants.c.invite_code,
    consultants.c.name_ru,
    consultants.c.name_en,
    consultants.c.city_ru,
    consultants.c.city_en,
    consultants.c.region_ru,
    consultants.c.region_en,
    consultants.c.about_ru,
    consultants.c.about_en,
    consultants.c.time_zone,
    consultants.c.opens,
    consultants.c.closes,
    consultants.c.specialities,
    consultants.c.languages,
    _CUSTOMERS.label("customers"),
    consultants.c.takes_customers,
    _ACCOUNT.c.reachable,
).join_from(consultants, _ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id, isouter=True)
"""A consultant as `consultant_of_row` reads it."""

_GET = CARD.where(consultants.c.id == bindparam("id"))
_BY_INVITE = CARD.where(consultants.c.invite_code == bindparam("code"))
_FOUND = CARD.where(_OPEN).order_by(consultants.c.id).limit(bindparam("limit")).offset(bindparam("offset"))
_FOUND_IN_CITY = _FOUND.where(consultants.c.city_slug == bindparam("city"))
_OPEN_ONES = (
    select(func.count())
    .select_from(consultants)
    .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id)
    .where(_OPEN)
)
_OPEN_ONES_IN_CITY = _OPEN_ONES.where(consultants.c.city_slug == bindparam("city"))
_CITIES = (
    select(
        consultants.c.city_slug,
        func.min(consultants.c.city_ru).label("city_ru"),
        func.min(consultants.c.city_en).label("city_en"),
        func.count().label("consultants"),
    )
    .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id)
    .where(_OPEN)
    .group_by(consultants.c.city_slug)
    .order_by(func.count().desc(), func.min(consultants.c.city_ru))
)
_CONSULTANT_OF = select(customers.c.consultant_id).where(customers.c.id == bindparam("customer"))
_CHOOSE = (
    update(customers)
    .where(customers.c.id == bindparam("customer"))
    .values(consultant_id=bindparam("consultant"), chosen_at=bindparam("at"))
)


class Consultants(Shelf):
    """Implements domain.consultants.ports.Consultants."""

    __slots__ = ()

    async def get(self, consultant_id: ConsultantId) -> Consultant | None:
        return _maybe((await self._run(_GET, {"id": consultant_id})).first())

    async def by_invite(self, code: str) -> Consultant | None:
        return _maybe((await self._run(_BY_INVITE, {"code": code})).first())

    async def cities(self) -> Sequence[CityCount]:
        rows = (await self._run(_CITIES)).all()
        return [CityCount(slug, Localised(ru, en), count) for slug, ru, en, count in rows]

    async def find(self, city_slug: str | None, offset: int, limit: int) -> tuple[Sequence[Consultant], int]:
        where = {} if city_slug is None else {"city": city_slug}
        total = (await self._run(_OPEN_ONES if city_slug is None else _OPEN_ONES_IN_CITY, where)).scalar_one()
        page = {**where, "offset": offset, "limit": limit}
        rows = (await self._run(_FOUND if city_slug is None else _FOUND_IN_CITY, page)).all()
        return [consultant_of_row(row) for row in rows], total


class Choices(Shelf):
    """Implements domain.consultants.ports.Choices."""

    __slots__ = ()

    async def consultant_of(self, customer_id: CustomerId) -> ConsultantId | None:
        await self._work.hold(customer_id)
        found: int | None = (await self._run(_CONSULTANT_OF, {"customer": customer_id})).scalar_one_or_none()
        return None if found is None else ConsultantId(found)

    async def choose(self, customer_id: CustomerId, consultant_id: ConsultantId, at: datetime) -> None:
        await self._run(_CHOOSE, {"customer": customer_id, "consultant": consultant_id, "at": at})


def _maybe(row: ResultRow | None) -> Consultant | None:
    return None if row is None else consultant_of_row(row)


def consultant_of_row(row: ResultRow) -> Consultant:
    """A consultant from a row of CARD."""
    return Consultant(
        id=row.id,
        person_id=row.person_id,
        invite_code=row.invite_code,
        name=Localised(row.name_ru, row.name_en),
        city=Localised(row.city_ru, row.city_en),
        region=Localised(row.region_ru, row.region_en),
        about=Localised(row.about_ru, row.about_en),
        time_zone=row.time_zone,
        opens=row.opens,
        closes=row.closes,
        specialities=tuple(Speciality(value) for value in row.specialities),
        languages=tuple(row.languages),
        customers=row.customers,
        is_open=bool(row.takes_customers and row.reachable),
    )
