"""Finding and choosing consultants."""

from __future__ import annotations

from datetime import time
from typing import Any

from sqlalchemy import update

from domain.consultants.models import Speciality
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from storage.database import Database
from storage.tables import consultants
from tests.storage.shop import GLEB, OLEG, VERA, Shop


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


async def test_cities_the_fullest_first(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        cities = await work.consultants.cities()
    assert [(city.slug, city.city.ru, city.consultants) for city in cities] == [
        ("kazan", "Казань", 2),
        ("tver", "Тверь", 1),
    ]


async def test_finding_by_city_and_page(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        everyone, total = await work.consultants.find(None, 0, 10)
        second, total_again = await work.consultants.find(None, 1, 1)
        kazan, in_kazan = await work.consultants.find("kazan", 0, 10)
        nobody, none = await work.consultants.find("nowhere", 0, 10)
        beyond, still = await work.consultants.find(None, 50, 10)
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
        found, total = await work.consultants.find(None, 0, 10)
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
