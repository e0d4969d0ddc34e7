"""Finding and choosing consultants."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import update

from domain.consultants.geo import Point
from domain.consultants.models import Speciality, Spot, Wanted
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from storage.database import Database
from storage.tables import consultants
from tests.storage.shop import GLEB, OLEG, VERA, Shop

ANYONE = Wanted()


async def change(db: Database, consultant: ConsultantId, **values: Any) -> None:
    async with db.write() as work:
        await work.connection.execute(update(consultants).where(consultants.c.id == consultant).values(**values))


async def test_a_card(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.choices.choose(shop.anna, shop.oleg, watch())
        await work.choices.choose(shop.boris, shop.oleg, watch())
    async with db.read() as work:
        oleg = await work.consultants.get(shop.oleg)
        assert await work.consultants.by_invite("invite-Олег") == oleg
        assert await work.consultants.by_invite("invite-Нет") is None
        assert await work.consultants.get(ConsultantId(999)) is None
    assert oleg is not None
    assert oleg.person_id == OLEG
    assert oleg.city == Localised("Тверь", "Tver")
    assert (oleg.opens, oleg.closes) == (time(10), time(19, 30))
    assert oleg.specialities == (Speciality.MAKEUP, Speciality.SKIN_CARE)
    assert oleg.languages == ("ru", "en")
    assert oleg.customers == 2
    assert oleg.is_open
    assert (oleg.cabinet_number, oleg.level, oleg.street, oleg.point) == ("77-Олег", "consultant", None, None)
    async with db.read() as work:
        assert await work.consultants.by_number("77-Олег") == oleg
        assert await work.consultants.by_number("77") is None
        assert await work.consultants.many([shop.gleb, ConsultantId(999), shop.oleg]) == [
            await work.consultants.get(shop.gleb),
            oleg,
        ]
        assert await work.consultants.many([]) == []


async def test_wishes_and_whereabouts(db: Database, shop: Shop) -> None:
    await change(db, shop.vera, specialities=["nails"], languages=["tt", "ru"], latitude=55.79, longitude=49.11)
    async with db.read() as work:
        found = work.consultants
        for wanted, expected in (
            (ANYONE, [shop.oleg, shop.vera, shop.gleb]),
            (Wanted(Speciality.NAILS), [shop.vera]),
            (Wanted(Speciality.MAKEUP), [shop.oleg, shop.gleb]),
            (Wanted(None, "tt"), [shop.vera]),
            (Wanted(Speciality.MAKEUP, "tt"), []),
            (Wanted(None, "u"), []),
        ):
            assert [one.id for one in (await found.find(None, wanted, 0, 9))[0]] == expected, wanted
            assert (await found.find(None, wanted, 0, 9))[1] == len(expected)
            assert sorted(spot.id for spot in await found.spots(wanted)) == expected
            assert sorted(id_ for id_, _ in await found.names(wanted)) == expected
        assert not (await found.find(None, Wanted(None, "%"), 0, 9))[0], "a wish is no pattern"
        assert [one.id for one in (await found.find("kazan", Wanted(Speciality.NAILS), 0, 9))[0]] == [shop.vera]
        assert Spot(shop.vera, Point(55.79, 49.11)) in await found.spots(ANYONE)
        assert Spot(shop.oleg, None) in await found.spots(ANYONE)
        assert list(await found.languages()) == ["en", "ru", "tt"]
        kazan = (await found.cities())[0]
    assert (kazan.region, kazan.point) == (Localised("region по-русски", "region in English"), Point(55.79, 49.11))


async def test_cities_the_fullest_first(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        cities = await work.consultants.cities()
    assert [(city.slug, city.city.ru, city.consultants) for city in cities] == [
        ("kazan", "Казань", 2),
        ("tver", "Тверь", 1),
    ]


async def test_finding_by_city_and_page(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        everyone, total = await work.consultants.find(None, ANYONE, 0, 10)
        second, total_again = await work.consultants.find(None, ANYONE, 1, 1)
        kazan, in_kazan = await work.consultants.find("kazan", ANYONE, 0, 10)
        nobody, none = await work.consultants.find("nowhere", ANYONE, 0, 10)
        beyond, still = await work.consultants.find(None, ANYONE, 50, 10)
    assert [found.id for found in everyone] == [shop.oleg, shop.vera, shop.gleb]
    assert [found.id for found in second] == [shop.vera]
    assert [found.person_id for found in kazan] == [VERA, GLEB]
    assert (total, total_again, in_kazan, none, still) == (3, 3, 2, 0, 3)
    assert not nobody
    assert not beyond


async def test_who_cannot_be_chosen_is_not_offered_but_known(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.people.set_reachable(VERA, False)
        full = update(consultants).where(consultants.c.id == shop.oleg).values(takes_customers=False)
        await work.connection.execute(full)
    async with db.read() as work:
        found, total = await work.consultants.find(None, ANYONE, 0, 10)
        cities = await work.consultants.cities()
        vera, oleg = await work.consultants.get(shop.vera), await work.consultants.by_invite("invite-Олег")
    assert ([one.id for one in found], total) == ([shop.gleb], 1)
    assert [(city.slug, city.consultants) for city in cities] == [("kazan", 1)]
    assert vera is not None
    assert oleg is not None
    assert not vera.is_open
    assert not oleg.is_open


async def test_choosing(db: Database, shop: Shop, watch: Any) -> None:
    async with db.read() as work:
        assert await work.choices.consultant_of(shop.anna) is None
    async with db.write() as work:
        await work.choices.choose(shop.anna, shop.vera, watch())
        assert await work.choices.consultant_of(shop.anna) == shop.vera
    async with db.read() as work:
        assert await work.choices.consultant_of(shop.anna) == shop.vera
        assert await work.choices.consultant_of(shop.boris) is None
