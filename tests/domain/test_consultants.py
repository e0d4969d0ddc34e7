"""Finding a consultant and coming under their care."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time

import pytest

from domain.consultants.models import Consultant, InCity
from domain.consultants.use_cases import (
    PAGE,
    ChooseConsultant,
    ConsultantAlreadyChosen,
    FindConsultants,
    ListCities,
    OwnConsultant,
    ShowConsultant,
)
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.localised import Localised
from tests.fake_consultants import FakePlaces
from tests.fakes import FakeDatabase, FakeOutbox, FakeWork

ANNA = Person(PersonId(1), "ru", CustomerId(1))


def clock() -> datetime:
    return datetime(2026, 5, 7, 12, tzinfo=UTC)


def consultant(number: int, city: str = "Oryol", *, is_open: bool = True, has_account: bool = True) -> Consultant:
    words = Localised(f"K{number}", f"C{number}")
    return Consultant(
        id=ConsultantId(number),
        person_id=PersonId(100 + number) if has_account else None,
        invite_code=f"code{number}",
        name=words,
        city=Localised(city, city),
        region=words,
        about=words,
        time_zone="Europe/Moscow",
        opens=time(9),
        closes=time(20),
        specialities=(),
        languages=("ru",),
        is_open=is_open,
    )


def find(database: FakeDatabase) -> FindConsultants:
    return FindConsultants(database.read, clock, FakePlaces())


@pytest.fixture
def database() -> FakeDatabase:
    made = FakeDatabase()
    for each in (consultant(1), consultant(2), consultant(3, is_open=False), consultant(4, "Tver", has_account=False)):
        made.data.consultants[each.id] = each
    return made


async def test_cities_count_those_who_take_new_customers(database: FakeDatabase) -> None:
    cities = await ListCities(database.read)()
    assert [(city.slug, city.consultants) for city in cities] == [("oryol", 2), ("tver", 1)]


@pytest.mark.parametrize(("city", "found"), [("oryol", [1, 2]), ("tver", [4]), (None, [1, 2, 4]), ("none", [])])
async def test_found_by_city(database: FakeDatabase, city: str | None, found: list[int]) -> None:
    page = (await find(database)(None if city is None else InCity(city), 0)).page
    assert [each.consultant.id for each in page.items] == found
    assert page.total == len(found)


@pytest.mark.parametrize("asked", [-1, 0, 1, 2, 3, 10**30])
async def test_a_page_that_is_not_there_is_the_nearest_one(database: FakeDatabase, asked: int) -> None:
    for number in range(10, 10 + 2 * PAGE):
        database.data.consultants[ConsultantId(number)] = consultant(number)
    page = (await find(database)(None, asked)).page
    assert page.items
    assert page.number == max(0, min(asked, 2))


async def test_a_card_by_id_and_by_invite_also_of_who_takes_nobody(database: FakeDatabase) -> None:
    show = ShowConsultant(database.read)
    assert (await show(ConsultantId(3))).id == 3
    assert (await show.by_invite("code3")).id == 3
    with pytest.raises(NotFound):
        await show(ConsultantId(99))
    with pytest.raises(NotFound):
        await show.by_invite("")


async def test_choosing_tells_the_consultant_once(database: FakeDatabase) -> None:
    choose = ChooseConsultant(database.write, clock)
    for _ in range(3):
        assert (await choose(ANNA, ConsultantId(1))).id == 1
    assert database.data.choices == {CustomerId(1): ConsultantId(1)}
    (notice,) = database.data.outbox.values()
    assert (notice.to, notice.kind) == (PersonId(101), NoticeKind.CUSTOMER_CHOSE_CONSULTANT)


async def test_a_consultant_without_an_account_can_be_chosen_and_nobody_is_told(database: FakeDatabase) -> None:
    await ChooseConsultant(database.write, clock)(ANNA, ConsultantId(4))
    assert database.data.choices
    assert not database.data.outbox


async def test_another_cannot_be_chosen_over_the_present_one(database: FakeDatabase) -> None:
    choose = ChooseConsultant(database.write, clock)
    await choose(ANNA, ConsultantId(1))
    with pytest.raises(ConsultantAlreadyChosen) as error:
        await choose(ANNA, ConsultantId(2))
    assert error.value.consultant.id == 1
    assert database.data.choices == {CustomerId(1): ConsultantId(1)}
    assert len(database.data.outbox) == 1


async def test_the_present_one_stays_even_when_they_take_nobody_new(database: FakeDatabase) -> None:
    database.data.choices[CustomerId(1)] = ConsultantId(3)
    assert (await ChooseConsultant(database.write, clock)(ANNA, ConsultantId(3))).id == 3


@pytest.mark.parametrize("number", [3, 99])
async def test_who_takes_nobody_new_or_is_not_there_cannot_be_chosen(database: FakeDatabase, number: int) -> None:
    with pytest.raises(NotFound):
        await ChooseConsultant(database.write, clock)(ANNA, ConsultantId(number))
    assert not database.data.choices


async def test_nobody_is_their_own_consultant(database: FakeDatabase) -> None:
    oleg = Person(PersonId(101), "ru", CustomerId(2), own_consultant_id=ConsultantId(1))
    with pytest.raises(OwnConsultant):
        await ChooseConsultant(database.write, clock)(oleg, ConsultantId(1))
    assert not database.data.choices


async def test_choice_and_notice_are_kept_together_or_not_at_all(database: FakeDatabase) -> None:
    class OutboxFull(Exception):
        pass

    class Refusing(FakeOutbox):
        async def put(self, notice: Notice) -> None:
            raise OutboxFull

    @asynccontextmanager
    async def write() -> AsyncIterator[FakeWork]:
        async with database.write() as work:
            work.outbox = Refusing(database.data)
            yield work

    with pytest.raises(OutboxFull):
        await ChooseConsultant(write, clock)(ANNA, ConsultantId(1))
    assert not database.data.choices
