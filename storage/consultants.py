"""Finding consultants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Text, and_, bindparam, cast, func, or_, select

from domain.consultants.geo import Point
from domain.consultants.models import RATED_FROM, CityCount, Consultant, Speciality, Spot, Wanted
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from storage.connection import ResultRow
from storage.shelf import Shelf, maybe_localised
from storage.tables import consultants, customers, people

_ACCOUNT = people.alias("account")
_CUSTOMERS = (
    select(func.count()).where(customers.c.consultant_id == consultants.c.id).correlate(consultants).scalar_subquery()
)
# Open: has not left, takes new customers, has room for one more, and messages reach the Telegram account.
_OPEN = and_(
    consultants.c.takes_customers,
    consultants.c.left_at.is_(None),
    _ACCOUNT.c.reachable,
    or_(consultants.c.max_customers.is_(None), consultants.c.max_customers > _CUSTOMERS),
)
# The lists are JSON: a word in quotes is one of them. `%` is any.
_WANTED = and_(
    cast(consultants.c.specialities, Text).like(bindparam("speciality", type_=Text)),
    cast(consultants.c.languages, Text).like(bindparam("language", type_=Text)),
)

CARD: Select[Any] = select(
    consultants.c.id,
    _ACCOUNT.c.id.label("person_id"),
    consultants.c.invite_code,
    consultants.c.cabinet_number,
    consultants.c.level,
    consultants.c.name_ru,
    consultants.c.name_en,
    consultants.c.city_slug,
    consultants.c.city_ru,
    consultants.c.city_en,
    consultants.c.region_ru,
    consultants.c.region_en,
    consultants.c.street_ru,
    consultants.c.street_en,
    consultants.c.about_ru,
    consultants.c.about_en,
    consultants.c.time_zone,
    consultants.c.latitude,
    consultants.c.longitude,
    consultants.c.opens,
    consultants.c.closes,
    consultants.c.specialities,
    consultants.c.languages,
    _CUSTOMERS.label("customers"),
    consultants.c.takes_customers,
    consultants.c.max_customers,
    consultants.c.left_at,
    _ACCOUNT.c.reachable,
    consultants.c.stars,
    consultants.c.ratings,
).join_from(consultants, _ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id, isouter=True)
"""A consultant as `consultant_of_row` reads it."""

_GET = CARD.where(consultants.c.id == bindparam("id"))
_HOLD = select(consultants.c.id).where(consultants.c.id == bindparam("id")).with_for_update(key_share=True)
_BY_INVITE = CARD.where(consultants.c.invite_code == bindparam("code"))
_BY_NUMBER = CARD.where(consultants.c.cabinet_number == bindparam("number"))
_MANY = CARD.where(consultants.c.id.in_(bindparam("ids", expanding=True)))
_FOUND = CARD.where(_OPEN, _WANTED).order_by(consultants.c.id).limit(bindparam("limit")).offset(bindparam("offset"))
_FOUND_IN_CITY = _FOUND.where(consultants.c.city_slug == bindparam("city"))


def _of_open(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(consultants)
        .join(_ACCOUNT, _ACCOUNT.c.own_consultant_id == consultants.c.id)
        .where(_OPEN)
    )


_OPEN_ONES = _of_open(func.count()).where(_WANTED)
_OPEN_ONES_IN_CITY = _OPEN_ONES.where(consultants.c.city_slug == bindparam("city"))
_SPOTS = _of_open(consultants.c.id, consultants.c.latitude, consultants.c.longitude).where(_WANTED)
_NAMES = _of_open(consultants.c.id, consultants.c.name_ru, consultants.c.name_en).where(_WANTED)
_LANGUAGES = _of_open(cast(consultants.c.languages, Text).label("languages")).distinct()
_CITIES = (
    _of_open(
        consultants.c.city_slug,
        func.min(consultants.c.city_ru).label("city_ru"),
        func.min(consultants.c.city_en).label("city_en"),
        func.count().label("consultants"),
        func.min(consultants.c.region_ru).label("region_ru"),
        func.min(consultants.c.region_en).label("region_en"),
        func.avg(consultants.c.latitude).label("latitude"),
        func.avg(consultants.c.longitude).label("longitude"),
    )
    .group_by(consultants.c.city_slug)
    .order_by(func.count().desc(), func.min(consultants.c.city_ru))
)


class Consultants(Shelf):
    """Implements domain.consultants.ports.Consultants."""

    __slots__ = ()

    async def get(self, consultant_id: ConsultantId) -> Consultant | None:
        return _maybe((await self._run(_GET, {"id": consultant_id})).first())

    async def hold(self, consultant_id: ConsultantId) -> Consultant | None:
        if self._work.writing and self._engine != "sqlite":
            await self._run(_HOLD, {"id": consultant_id})
        return await self.get(consultant_id)

    async def by_invite(self, code: str) -> Consultant | None:
        return _maybe((await self._run(_BY_INVITE, {"code": code})).first())

    async def by_number(self, number: str) -> Consultant | None:
        return _maybe((await self._run(_BY_NUMBER, {"number": number})).first())

    async def cities(self) -> Sequence[CityCount]:
        rows = (await self._run(_CITIES)).all()
        return [
            CityCount(
                row.city_slug,
                Localised(row.city_ru, row.city_en),
                row.consultants,
                Localised(row.region_ru, row.region_en),
                _point(row.latitude, row.longitude),
            )
            for row in rows
        ]

    async def find(
        self, city_slug: str | None, wanted: Wanted, offset: int, limit: int
    ) -> tuple[Sequence[Consultant], int]:
        where = _patterns(wanted) | ({} if city_slug is None else {"city": city_slug})
        total = (await self._run(_OPEN_ONES if city_slug is None else _OPEN_ONES_IN_CITY, where)).scalar_one()
        page = {**where, "offset": offset, "limit": limit}
        rows = (await self._run(_FOUND if city_slug is None else _FOUND_IN_CITY, page)).all()
        return [consultant_of_row(row) for row in rows], total

    async def spots(self, wanted: Wanted) -> Sequence[Spot]:
        rows = (await self._run(_SPOTS, _patterns(wanted))).all()
        return [Spot(ConsultantId(id_), _point(latitude, longitude)) for id_, latitude, longitude in rows]

    async def names(self, wanted: Wanted) -> Sequence[tuple[ConsultantId, Localised]]:
        rows = (await self._run(_NAMES, _patterns(wanted))).all()
        return [(ConsultantId(id_), Localised(ru, en)) for id_, ru, en in rows]

    async def many(self, ids: Sequence[ConsultantId]) -> Sequence[Consultant]:
        if not ids:
            return []
        found = {row.id: consultant_of_row(row) for row in (await self._run(_MANY, {"ids": list(ids)})).all()}
        return [found[id_] for id_ in ids if id_ in found]

    async def languages(self) -> Sequence[str]:
        rows = (await self._run(_LANGUAGES)).scalars().all()
        return sorted({word for row in rows for word in row.strip("[]").replace('"', "").replace(",", " ").split()})


def _patterns(wanted: Wanted) -> dict[str, Any]:
    return {
        "speciality": "%" if wanted.speciality is None else f'%"{_literal(wanted.speciality)}"%',
        "language": "%" if wanted.language is None else f'%"{_literal(wanted.language)}"%',
    }


def _literal(word: str) -> str:
    # What a tampered button brings must not act as a pattern; `_` of our own words matches itself well enough.
    return "".join(c for c in word if c.isalnum() or c == "_")


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else Point(float(latitude), float(longitude))


def _maybe(row: ResultRow | None) -> Consultant | None:
    return None if row is None else consultant_of_row(row)


def consultant_of_row(row: ResultRow) -> Consultant:
    """A consultant from a row of CARD."""
    has_left, reachable = row.left_at is not None, bool(row.reachable)
    has_room = row.max_customers is None or row.customers < row.max_customers
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
        is_open=bool(row.takes_customers and reachable and has_room and not has_left),
        cabinet_number=row.cabinet_number,
        level=row.level,
        street=maybe_localised(row.street_ru, row.street_en),
        city_slug=row.city_slug,
        point=_point(row.latitude, row.longitude),
        takes_customers=row.takes_customers,
        has_left=has_left,
        is_reachable=reachable,
        room=row.max_customers,
        rating=row.stars / row.ratings if row.ratings >= RATED_FROM else None,
        ratings=row.ratings,
    )
