"""Finding by place and wish, and what a typed line may mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.consultants.find import PAGE, FindConsultants, by_distance
from domain.consultants.geo import Point
from domain.consultants.look_up import LookUp, towns
from domain.consultants.models import (
    ByName,
    CityCount,
    InCity,
    NearPlace,
    NearPoint,
    Speciality,
    Spot,
    Wanted,
)
from domain.consultants.places import Place, PlaceHit
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId, PlaceId
from domain.shared.localised import Localised
from tests.domain.test_consultants import clock, consultant
from tests.fake_consultants import FakePlaces
from tests.fakes import FakeDatabase

MOSCOW, KAZAN, VLADIVOSTOK, ANADYR = Point(55.75, 37.62), Point(55.79, 49.11), Point(43.12, 131.9), Point(64.73, 177.5)
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@pytest.fixture
def database() -> FakeDatabase:
    made = FakeDatabase()
    for number, point in enumerate([VLADIVOSTOK, KAZAN, MOSCOW, None, ANADYR], start=1):
        words = Localised(f"Анна {number}", f"Anna {number}")
        made.data.consultants[ConsultantId(number)] = replace(consultant(number), point=point, name=words)
    return made


def find(database: FakeDatabase) -> FindConsultants:
    return FindConsultants(database.read, clock, FakePlaces())


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [(MOSCOW, KAZAN, 719), (MOSCOW, VLADIVOSTOK, 6416), (Point(0, 179.5), Point(0, -179.5), 111), (MOSCOW, MOSCOW, 0)],
)
def test_distances_on_the_globe(one: Point, other: Point, km: float) -> None:
    assert one.km_to(other) == pytest.approx(km, rel=0.006, abs=0.1)


@given(points, points, points)
def test_a_distance_is_a_distance(one: Point, two: Point, three: Point) -> None:
    assert 0 <= one.km_to(two) <= 20016
    assert one.km_to(two) == pytest.approx(two.km_to(one), abs=1e-6)
    assert one.km_to(three) <= one.km_to(two) + two.km_to(three) + 1e-3


@given(st.lists(st.none() | points, max_size=30), points)
def test_the_nearest_come_first_and_nobody_is_lost(places: list[Point | None], here: Point) -> None:
    spots = [Spot(ConsultantId(number), point) for number, point in enumerate(places)]
    ranked = by_distance(spots, NearPoint(here))
    assert sorted(id_ for id_, _ in ranked) == [spot.id for spot in spots]
    ways = [km for _, km in ranked]
    known = [km for km in ways if km is not None]
    assert known == sorted(known)
    assert ways[len(known) :] == [None] * (len(ways) - len(known))


async def test_near_a_point_and_near_a_town(database: FakeDatabase) -> None:
    here = await find(database)(NearPoint(Point(55.4, 37.5)), 0)
    town = await find(database)(NearPlace(PlaceId(2)), 0)
    assert [each.consultant.id for each in here.page.items] == [3, 2, 5, 1, 4]
    assert [each.consultant.id for each in town.page.items] == [3, 2, 5, 1, 4]
    assert (here.place, town.place) == (FakePlaces().towns[1], FakePlaces().towns[1])
    assert here.page.items[0].km == pytest.approx(40, abs=2)
    assert here.page.items[-1].km is None
    with pytest.raises(NotFound):
        await find(database)(NearPlace(PlaceId(99)), 0)


async def test_every_page_of_a_long_list_near_a_point(database: FakeDatabase) -> None:
    for number in range(10, 10 + 2 * PAGE + 1):
        database.data.consultants[ConsultantId(number)] = replace(consultant(number), point=Point(number, number))
    seen: list[int] = []
    for number in range(4):
        page = (await find(database)(NearPoint(MOSCOW), number)).page
        assert page.number == number
        seen += [each.consultant.id for each in page.items]
    assert sorted(seen) == sorted(database.data.consultants)
    assert (await find(database)(NearPoint(MOSCOW), 99)).page.number == 3


async def test_wishes(database: FakeDatabase) -> None:
    nails = replace(consultant(2), specialities=(Speciality.NAILS,), languages=("tt",), point=KAZAN)
    database.data.consultants[ConsultantId(2)] = nails
    for where in (None, InCity("oryol"), NearPoint(MOSCOW), ByName("K2")):
        for wanted in (Wanted(Speciality.NAILS), Wanted(None, "tt"), Wanted(Speciality.NAILS, "tt")):
            assert [each.consultant.id for each in (await find(database)(where, 0, wanted)).page.items] == [2]
        assert not (await find(database)(where, 0, Wanted(Speciality.NAILS, "ru"))).page.items


async def test_by_name_the_best_met_first(database: FakeDatabase) -> None:
    page = (await find(database)(ByName("анна 3"), 0)).page
    assert [each.consultant.id for each in page.items] == [3]
    assert len((await find(database)(ByName("anna"), 0)).page.items) == PAGE


@pytest.mark.parametrize(
    ("opens", "closes", "zone", "at", "there"),
    [
        (time(9), time(20), "Europe/Moscow", (6, 0), True),
        (time(9), time(20), "Europe/Moscow", (5, 59), False),
        (time(9), time(20), "Europe/Moscow", (17, 0), False),
        (time(9), time(20), "Asia/Vladivostok", (23, 0), True),
        (time(22), time(2), "UTC", (23, 0), True),
        (time(22), time(2), "UTC", (1, 59), True),
        (time(22), time(2), "UTC", (2, 0), False),
        (time(0), time(0), "UTC", (12, 0), True),
    ],
)
def test_working_hours(opens: time, closes: time, zone: str, at: tuple[int, int], there: bool) -> None:
    one = replace(consultant(1), opens=opens, closes=closes, time_zone=zone)
    assert one.is_on_duty(datetime(2026, 5, 7, *at, tzinfo=UTC)) is there


async def test_what_a_line_may_mean(database: FakeDatabase) -> None:
    database.data.consultants[ConsultantId(2)] = replace(consultant(2), cabinet_number="10482715", is_open=False)
    for id_, each in database.data.consultants.items():
        database.data.consultants[id_] = replace(each, point=None)
    look_up = LookUp(database.read, FakePlaces())
    for typed in ("10482715", "1048 27-15", "№10482715", "see https://t.me/cabinet_bot?start=code2"):
        assert (await look_up(typed)).one == database.data.consultants[ConsultantId(2)]
    assert (await look_up("10482716")).is_nothing
    assert (await look_up("Анна")).named == 4
    city = (await look_up("oryol")).town
    assert city is not None
    assert (city.where, city.consultants) == (InCity("oryol"), 4)
    town = (await look_up("Подольск")).town
    assert town is not None
    assert town.where == NearPlace(PlaceId(2))
    assert (await look_up("Киров")).town is None
    assert len((await look_up("Киров")).towns) == 2


def place(number: int, name: str, region: str, **at: Any) -> PlaceHit:
    words = Localised(name, name)
    return PlaceHit(Place(PlaceId(number), words, Localised(region, region), Point(**at), 1000), 100)


def test_a_city_and_its_place_are_one_and_namesakes_are_two() -> None:
    troitsk = Localised("Троицк", "Troitsk")
    near_moscow = CityCount("troitsk", troitsk, 2, Localised("Москва", "Moscow"), Point(55.48, 37.3))
    hits = [
        place(1, "Троицк", "Челябинская область", latitude=54.1, longitude=61.57),
        place(2, "Троицк", "Москва", latitude=55.49, longitude=37.31),
    ]
    found = towns([near_moscow], hits, "троицк")
    assert [(town.slug, town.place_id) for town in found] == [("troitsk", None), (None, 1)]
    unknown_point = replace(near_moscow, point=None)
    assert [town.place_id for town in towns([unknown_point], hits, "троицк")] == [None, 1]
    assert towns([near_moscow], [], "London") == ()
