"""Saved addresses, pick-up points and the table of delivery costs."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, true, update

from domain.consultants.geo import Point
from domain.delivery.models import NewPoint, PickupPoint, Rate, SavedAddress, Tariff, stem
from domain.joining.address import Address
from domain.ordering.models import Delivery
from domain.shared.ids import AddressId, CustomerId, PointId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, upsert
from storage.shelf import Shelf
from storage.tables import addresses, delivery_rates, pickup_points

_OWN = addresses.c.customer_id == bindparam("customer")
_ONE = addresses.c.id == bindparam("address")
_OF = select(addresses).where(_OWN).order_by(addresses.c.used_at.desc(), addresses.c.id.desc())
_GET = select(addresses).where(_OWN, _ONE)
_ADD = insert(addresses).returning(addresses.c.id)
_USED = update(addresses).where(_OWN, _ONE).values(used_at=bindparam("at"))
_REMOVE = delete(addresses).where(_OWN, _ONE)


class Addresses(Shelf):
    """Implements domain.delivery.ports.Addresses."""

    __slots__ = ()

    async def of(self, customer_id: CustomerId) -> Sequence[SavedAddress]:
        rows = (await self._run(_OF, {"customer": customer_id})).all()
        return [SavedAddress(AddressId(row.id), self._address(row)) for row in rows]

    async def get(self, customer_id: CustomerId, address_id: AddressId) -> Address | None:
        row = (await self._run(_GET, {"customer": customer_id, "address": address_id})).first()
        return None if row is None else self._address(row)

    async def add(self, customer_id: CustomerId, address: Address, at: datetime) -> AddressId:
        await self._work.hold(customer_id)
        nonce = secrets.token_urlsafe(12)
        sealed = self._seal(json.dumps(asdict(address), ensure_ascii=False), "addresses", "address", nonce)
        values = {"customer_id": customer_id, "nonce": nonce, "address_sealed": sealed, "used_at": at}
        return AddressId((await self._run(_ADD, values)).scalar_one())

    async def used(self, customer_id: CustomerId, address_id: AddressId, at: datetime) -> None:
        await self._run(_USED, {"customer": customer_id, "address": address_id, "at": at})

    async def remove(self, customer_id: CustomerId, address_id: AddressId) -> None:
        await self._run(_REMOVE, {"customer": customer_id, "address": address_id})

    def _address(self, row: ResultRow) -> Address:
        return Address(**json.loads(self._open(row.address_sealed, "addresses", "address", row.nonce) or "{}"))


_open = pickup_points.c.is_open == true()
_CITIES = (
    select(
        pickup_points.c.city_ru,
        func.min(pickup_points.c.city_en).label("city_en"),
        func.min(pickup_points.c.id).label("one"),
        func.count().label("points"),
        func.count().over().label("cities"),
    )
    .where(_open)
    .group_by(pickup_points.c.city_ru)
    .order_by(pickup_points.c.city_ru)
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_COUNT_CITIES = select(func.count(pickup_points.c.city_ru.distinct())).where(_open)
_city = select(pickup_points.c.city_ru).where(pickup_points.c.id == bindparam("one")).scalar_subquery()
_OF_CITY = (
    select(pickup_points)
    .where(_open, pickup_points.c.city_ru == _city)
    .order_by(pickup_points.c.address_ru, pickup_points.c.id)
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_COUNT_OF_CITY = select(func.count()).select_from(pickup_points).where(_open, pickup_points.c.city_ru == _city)
_WHERE = select(pickup_points.c.id, pickup_points.c.latitude, pickup_points.c.longitude).where(_open)
_POINTS = select(pickup_points).where(pickup_points.c.id.in_(bindparam("ids", expanding=True)))
_COUNT = select(func.count()).select_from(pickup_points).where(_open)
_ALL = select(pickup_points)
_COLUMNS = ("city_ru", "city_en", "region_ru", "region_en", "address_ru", "address_en", "hours")
_GIVEN = [*_COLUMNS, "latitude", "longitude", "is_open"]
_BRING = for_both(lambda engine: upsert(pickup_points, engine, ["code"], _GIVEN))
_CLOSE = update(pickup_points).where(pickup_points.c.id == bindparam("point")).values(is_open=False)


class PickupPoints(Shelf):
    """Implements domain.delivery.ports.PickupPoints."""

    __slots__ = ()

    async def cities(self, offset: int, limit: int) -> tuple[Sequence[tuple[Localised, PointId, int]], int]:
        rows = (await self._run(_CITIES, {"skip": offset, "most": limit})).all()
        total = rows[0].cities if rows else (await self._run(_COUNT_CITIES)).scalar_one()
        return [(Localised(row.city_ru, row.city_en), PointId(row.one), row.points) for row in rows], total

    async def of_city(self, one_of_it: PointId, offset: int, limit: int) -> tuple[Sequence[PickupPoint], int]:
        rows = (await self._run(_OF_CITY, {"one": one_of_it, "skip": offset, "most": limit})).all()
        total = (await self._run(_COUNT_OF_CITY, {"one": one_of_it})).scalar_one()
        return [_point(row) for row in rows], total

    async def nearest(self, point: Point, limit: int) -> Sequence[PickupPoint]:
        places = {row.id: point.km_to(Point(row.latitude, row.longitude)) for row in (await self._run(_WHERE)).all()}
        near = sorted(places, key=lambda id_: (places[id_], id_))[:limit]
        found = {row.id: _point(row) for row in (await self._run(_POINTS, {"ids": near})).all()}
        return [replace(found[id_], km=places[id_]) for id_ in near if id_ in found]

    async def get(self, point_id: PointId) -> PickupPoint | None:
        row = (await self._run(_POINTS, {"ids": [point_id]})).first()
        return None if row is None else _point(row)

    async def count(self) -> int:
        count: int = (await self._run(_COUNT)).scalar_one()
        return count

    async def bring(self, points: Sequence[NewPoint]) -> tuple[int, int, int]:
        known = {row.code: row for row in (await self._run(_ALL)).all()}
        wanted = {each.code: _columns(each) for each in points}
        new = [values for code, values in wanted.items() if code not in known]
        other = [
            values
            for code, values in wanted.items()
            if (row := known.get(code)) is not None and any(getattr(row, name) != values[name] for name in values)
        ]
        closed = [row.id for code, row in known.items() if row.is_open and code not in wanted]
        if new or other:
            await self._run(_BRING[self._engine], new + other)
        if closed:
            await self._run(_CLOSE, [{"point": id_} for id_ in closed])
        return len(new), len(other), len(closed)


def _columns(each: NewPoint) -> dict[str, Any]:
    return {
        "code": each.code,
        "city_ru": each.city.ru,
        "city_en": each.city.en,
        "region_ru": each.region.ru,
        "region_en": each.region.en,
        "address_ru": each.address.ru,
        "address_en": each.address.en,
        "hours": each.hours,
        "latitude": each.point.latitude,
        "longitude": each.point.longitude,
        "is_open": True,
    }


def _point(row: ResultRow) -> PickupPoint:
    return PickupPoint(
        PointId(row.id),
        row.code,
        Localised(row.city_ru, row.city_en),
        Localised(row.region_ru, row.region_en),
        Localised(row.address_ru, row.address_en),
        row.hours,
        Point(row.latitude, row.longitude),
        row.is_open,
    )


_RATES = select(delivery_rates).order_by(delivery_rates.c.region, delivery_rates.c.delivery)
_PUT = for_both(
    lambda engine: upsert(
        delivery_rates,
        engine,
        ["delivery", "region"],
        ["region_name", "cost", "free_from", "days_min", "days_max", "is_on"],
    )
)
_DROP = delete(delivery_rates).where(
    delivery_rates.c.delivery == bindparam("way"), delivery_rates.c.region == bindparam("stem")
)


class Rates(Shelf):
    """Implements domain.delivery.ports.Rates."""

    __slots__ = ()

    async def all(self) -> Sequence[Rate]:
        return [_rate(row) for row in (await self._run(_RATES)).all()]

    async def put(self, rate: Rate) -> None:
        tariff = rate.tariff
        values = {
            "delivery": rate.delivery,
            "region": stem(rate.region),
            "region_name": rate.region,
            "cost": tariff.cost.minor,
            "free_from": None if tariff.free_from is None else tariff.free_from.minor,
            "days_min": tariff.days[0],
            "days_max": tariff.days[1],
            "is_on": tariff.is_on,
        }
        await self._run(_PUT[self._engine], values)

    async def drop(self, delivery: Delivery, region: str) -> None:
        await self._run(_DROP, {"way": delivery, "stem": stem(region)})


def _rate(row: ResultRow) -> Rate:
    free_from = None if row.free_from is None else Money(row.free_from)
    tariff = Tariff(Money(row.cost), free_from, (row.days_min, row.days_max), row.is_on)
    return Rate(Delivery(row.delivery), row.region_name, tariff)
