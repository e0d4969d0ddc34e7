"""The towns of Russia as GeoNames has them, behind the finder's port."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.adapters.place_names import NAMES, REGIONS
from bot.adapters.places import GeoPlaces, read_towns
from domain.consultants.geo import Point
from domain.consultants.matching import CERTAIN, other_keyboard
from domain.shared.ids import PlaceId

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def places() -> AsyncIterator[GeoPlaces]:
    made = GeoPlaces("RU")
    made.warm()
    yield made
    await made.close()


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("Москва", "Москва"),
        ("moskva", "Москва"),
        ("Moscow", "Москва"),
        ("vjcrdf", "Москва"),
        ("ьщысщц", "Москва"),
        ("Масква", "Москва"),
        ("мск", "Москва"),
        ("спб", "Санкт-Петербург"),
        ("Питер", "Санкт-Петербург"),
        ("санкт петербург", "Санкт-Петербург"),
        ("St. Petersburg", "Санкт-Петербург"),
        ("орел", "Орёл"),
        ("Orel", "Орёл"),
        ("Oryol", "Орёл"),
        ("екатеринбург", "Екатеринбург"),
        ("Ekaterinburg", "Екатеринбург"),
        ("Екатиринбург", "Екатеринбург"),
        ("екб", "Екатеринбург"),
        ("Кзань", "Казань"),
        ("г. Казань", "Казань"),
        ("nizhnij novgorod", "Нижний Новгород"),
        ("Йошкарола", "Йошкар-Ола"),
        ("Набережные челны", "Набережные Челны"),
        ("Челны", "Набережные Челны"),
        ("Ростов на дону", "Ростов-на-Дону"),
        ("Череповец", "Череповец"),
        ("Якутск", "Якутск"),
    ],
)
async def test_a_town_however_it_is_typed(places: GeoPlaces, typed: str, town: str) -> None:
    assert (await places.search(typed, 5))[0].place.name.ru == town


async def test_namesakes_come_with_their_regions_the_larger_first(places: GeoPlaces) -> None:
    kirov = [hit.place for hit in await places.search("Киров", 5)]
    assert [each.region.ru for each in kirov] == ["Кировская область", "Калужская область"]
    assert kirov[0].population > kirov[1].population


@pytest.mark.parametrize("typed", ["", "я" * 4000, "<b>", "qwertyuiop", "\u202e", "🙂"])
async def test_nothing_is_nothing(places: GeoPlaces, typed: str) -> None:
    assert await places.search(typed, 5) == []


async def test_by_id_and_by_point(places: GeoPlaces) -> None:
    moscow = await places.get(PlaceId(524901))
    assert moscow is not None
    assert moscow.point.km_to(Point(55.75, 37.62)) < 2
    assert await places.get(PlaceId(1)) is None
    podolsk = await places.nearest(Point(55.43, 37.54))
    assert podolsk is not None
    assert podolsk.name.ru == "Подольск"
    assert await places.nearest(Point(80.0, 100.0)) is None


async def test_every_town_has_a_readable_name_a_region_and_can_be_found(places: GeoPlaces) -> None:
    towns = read_towns("RU")
    assert len(towns.by_id) > 1000
    assert set(NAMES) <= set(towns.by_id)
    assert {town.region.ru for town in towns.by_id.values()} <= {region.ru for region in REGIONS.values()}
    latin = [town.name.ru for town in towns.by_id.values() if town.name.ru.isascii()]
    assert len(latin) < 10, latin
    for town in sorted(towns.by_id.values(), key=lambda each: -each.population)[:150]:
        for typed in (town.name.ru, town.name.ru.replace("ё", "е").upper(), town.name.en):
            scores = {each.id: score for score, each in towns.names.search(typed)}
            assert scores.get(town.id, 0) >= CERTAIN, typed
        assert town.id in {each.id for _, each in towns.names.search(other_keyboard(town.name.ru))}


async def test_a_country_without_regions_and_one_without_towns() -> None:
    kazakhstan = read_towns("KZ")
    assert {town.region.ru for town in kazakhstan.by_id.values()} == {""}
    assert kazakhstan.names.search("Алматы")
    assert not read_towns("XX").by_id


async def test_many_ask_while_it_is_read_and_one_who_gives_up_stops_nobody() -> None:
    made = GeoPlaces("RU")
    impatient = asyncio.create_task(made.search("Тверь", 1))
    others = [asyncio.create_task(made.search("Тверь", 1)) for _ in range(5)]
    await asyncio.sleep(0)
    impatient.cancel()
    found = await asyncio.gather(*others)
    assert {hits[0].place.name.ru for hits in found} == {"Тверь"}
    await made.close()
