"""Changing consultants, and consultants who pause, leave and come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.consultants.choose import LONGEST_REASON, ChangeConsultant, ChooseConsultant
from domain.consultants.errors import (
    ChangedRecently,
    ConsultantAlreadyChosen,
    NoReason,
    NotTaking,
    OwnConsultant,
)
from domain.consultants.models import Change
from domain.consultants.staff import OfferAnother, Oversee, TakeCustomers
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from tests.domain.test_consultants import ANNA, clock, consultant
from tests.fakes import FakeDatabase

NOW = clock()
ADMIN = Person(PersonId(9), "ru", CustomerId(9), is_admin=True)
OLEG = Person(PersonId(101), "ru", CustomerId(2), own_consultant_id=ConsultantId(1))


@pytest.fixture
def database() -> FakeDatabase:
    made = FakeDatabase()
    for each in (consultant(1), consultant(2), consultant(3, is_open=False)):
        made.data.consultants[each.id] = replace(each, cabinet_number=f"1000{each.id}")
    made.data.people[ANNA.id] = ANNA
    made.data.choices[ANNA.customer_id] = ConsultantId(1)
    return made


def change(database: FakeDatabase, now: datetime = NOW) -> ChangeConsultant:
    return ChangeConsultant(database.write, database.read, lambda: now, 30)


def gone(database: FakeDatabase, number: int = 1, *, left: bool = True) -> None:
    one = database.data.consultants[ConsultantId(number)]
    database.data.consultants[one.id] = replace(one, is_open=False, has_left=left, is_reachable=left)


async def test_a_change_tells_both_and_is_kept(database: FakeDatabase) -> None:
    await change(database).check(ANNA, ConsultantId(2))
    assert (await change(database)(ANNA, ConsultantId(2), "  Переехала\u202e\nв Тверь ")).id == 2
    assert database.data.choices[ANNA.customer_id] == 2
    assert [(notice.to, notice.kind) for notice in database.data.outbox.values()] == [
        (102, NoticeKind.CUSTOMER_CHOSE_CONSULTANT),
        (101, NoticeKind.CUSTOMER_LEFT),
    ]
    assert list(database.data.changes.values()) == [
        Change(ANNA.customer_id, ConsultantId(1), ConsultantId(2), NOW, asked=True, reason="Переехала в Тверь")
    ]


async def test_once_in_thirty_days(database: FakeDatabase) -> None:
    await change(database)(ANNA, ConsultantId(2), "why not")
    for when in (NOW, NOW + timedelta(days=29, hours=23)):
        with pytest.raises(ChangedRecently) as error:
            await change(database, when)(ANNA, ConsultantId(1), "back again")
        with pytest.raises(ChangedRecently):
            await change(database, when).check(ANNA, ConsultantId(1))
        assert error.value.until == NOW + timedelta(days=30)
    assert database.data.choices[ANNA.customer_id] == 2
    await change(database, NOW + timedelta(days=30))(ANNA, ConsultantId(1), "back again")
    assert database.data.choices[ANNA.customer_id] == 1
    assert len(database.data.outbox) == 4


async def test_changing_to_the_present_one_changes_nothing(database: FakeDatabase) -> None:
    for _ in range(2):
        await change(database)(ANNA, ConsultantId(1), "no reason")
    assert not database.data.outbox
    assert not database.data.changes


@pytest.mark.parametrize("reason", ["", "  a ", "\u200b\u200b\u200b", "x" * (LONGEST_REASON + 1), "\n\n\n"])
async def test_a_reason_has_something_to_say(database: FakeDatabase, reason: str) -> None:
    with pytest.raises(NoReason):
        await change(database)(ANNA, ConsultantId(2), reason)
    assert database.data.choices[ANNA.customer_id] == 1


@pytest.mark.parametrize("number", [3, 99])
async def test_nobody_goes_over_to_who_takes_nobody(database: FakeDatabase, number: int) -> None:
    for attempt in (change(database)(ANNA, ConsultantId(number), "why"), change(database).check(ANNA, ConsultantId(3))):
        with pytest.raises(NotTaking):
            await attempt
    with pytest.raises(OwnConsultant):
        await change(database)(OLEG, ConsultantId(1), "mine")


@pytest.mark.parametrize("left", [True, False])
async def test_who_is_gone_is_replaced_by_choosing_and_it_does_not_count(database: FakeDatabase, left: bool) -> None:
    choose = ChooseConsultant(database.write, clock)
    with pytest.raises(ConsultantAlreadyChosen):
        await choose(ANNA, ConsultantId(2))
    gone(database, left=left)
    await choose(ANNA, ConsultantId(2))
    assert database.data.choices[ANNA.customer_id] == 2
    database.data.consultants[ConsultantId(1)] = consultant(1)
    await change(database)(ANNA, ConsultantId(1), "they are back")
    assert [each.asked for each in database.data.changes.values()] == [False, True]


@pytest.mark.parametrize("left", [True, False])
async def test_another_is_offered_once(database: FakeDatabase, left: bool) -> None:
    database.data.people[PersonId(2)] = replace(ANNA, id=PersonId(2))
    offer = OfferAnother(database.write, clock)
    assert await offer() == 0
    gone(database, left=left)
    assert [await offer() for _ in range(3)] == [1, 0, 0]
    assert [(each.to, each.kind, dict(each.args)) for each in database.data.outbox.values()] == [
        (1, NoticeKind.CONSULTANT_GONE, {"consultant": 1}),
        (2, NoticeKind.CONSULTANT_GONE, {"consultant": 1}),
    ]
    assert database.data.choices[ANNA.customer_id] == 1, "they stay where they are until they choose"
    await ChooseConsultant(database.write, clock)(ANNA, ConsultantId(2))
    gone(database, 2)
    assert await offer() == 1


async def test_who_comes_back_and_leaves_again_is_another_matter_but_not_twice_a_month(database: FakeDatabase) -> None:
    now = NOW
    offer = OfferAnother(database.write, lambda: now)
    for month in range(2):
        now = NOW + timedelta(days=31 * month)
        for _ in range(2):
            gone(database)
            assert await offer() == 1
            database.data.consultants[ConsultantId(1)] = consultant(1)
            assert await offer() == 0
    assert len(database.data.outbox) == 2


async def test_pausing_is_the_consultants_own(database: FakeDatabase) -> None:
    take = TakeCustomers(database.write)
    assert not (await take(OLEG, False)).is_open
    with pytest.raises(NotTaking):
        await ChooseConsultant(database.write, clock)(replace(ANNA, customer_id=CustomerId(7)), ConsultantId(1))
    assert (await take(OLEG, True)).is_open
    with pytest.raises(Forbidden):
        await take(ANNA, False)


async def test_leaving_is_the_admins_to_say(database: FakeDatabase) -> None:
    oversee = Oversee(database.write, database.read, clock)
    assert (await oversee(ADMIN, "10001")).consultant.id == 1
    for _ in range(2):
        assert (await oversee.set_left(ADMIN, ConsultantId(1), True)).consultant.is_gone
    assert not (await oversee.set_left(ADMIN, ConsultantId(1), False)).consultant.has_left
    assert not (await oversee.set_room(ADMIN, "10002", 0)).consultant.is_open
    assert (await oversee.set_room(ADMIN, "10002", None)).consultant.is_open
    nobody = [
        oversee.set_left(OLEG, ConsultantId(1), True),
        oversee(ANNA, "10001"),
        oversee.set_room(OLEG, "10001", 1),
    ]
    for attempt in nobody:
        with pytest.raises(Forbidden):
            await attempt
    missing = [oversee.set_left(ADMIN, ConsultantId(99), True), oversee(ADMIN, "1"), oversee.set_room(ADMIN, "1", 1)]
    for attempt in missing:
        with pytest.raises(NotFound):
            await attempt


async def test_an_admin_reads_why_customers_went(database: FakeDatabase) -> None:
    await change(database)(ANNA, ConsultantId(2), "too far away")
    oversee = Oversee(database.write, database.read, clock)
    assert [each.reason for each in (await oversee(ADMIN, "10001")).reasons] == ["too far away"]
    assert not (await oversee(ADMIN, "10002")).reasons
