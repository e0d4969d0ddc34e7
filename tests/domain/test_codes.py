"""One-time codes: limits, expiry, and that a code is good once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.codes.errors import CodeExpired, NoCode, TooManyCodes, TooSoon, WrongCode
from domain.codes.models import Purpose, Way, masked
from domain.codes.use_cases import CheckCode, CodeToSend, PruneCodes, SendCode, digits_of
from domain.people.models import Person
from domain.shared.ids import CustomerId, PersonId
from tests.fakes import FakeDatabase

ANNA = Person(PersonId(1), "ru", CustomerId(1))
EMAIL, PHONE = "anna@example.org", "+79161234567"


class Desk:
    """The use cases over one database and a clock that moves when told."""

    def __init__(self) -> None:
        self.database = FakeDatabase()
        self.now = datetime(2026, 5, 7, 12, tzinfo=UTC)
        self.send = SendCode(self.database.write, lambda: self.now)
        self.check = CheckCode(self.database.write, lambda: self.now)
        self.to_send = CodeToSend(self.database.read, lambda: self.now)


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_code_is_good_once_for_its_purpose_and_person(desk: Desk) -> None:
    sent = await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    assert sent.masked == "a•••@example.org"
    assert sent.expires_at == desk.now + timedelta(minutes=10)
    assert sent.other_way_at == desk.now + timedelta(seconds=60)
    vera = Person(PersonId(2), "ru", CustomerId(2))
    for person, purpose in ((ANNA, Purpose.PHONE), (ANNA, Purpose.RECOVERY), (vera, Purpose.EMAIL)):
        with pytest.raises(NoCode):
            await desk.check(person, purpose, "000001")
    checked = await desk.check(ANNA, Purpose.EMAIL, "Ваш код: 000 001.")
    assert (checked.way, checked.address) == (Way.EMAIL, EMAIL)
    with pytest.raises(NoCode):
        await desk.check(ANNA, Purpose.EMAIL, "000001")


async def test_ten_minutes(desk: Desk) -> None:
    await desk.send(ANNA, Purpose.PHONE, Way.SMS, PHONE)
    desk.now += timedelta(minutes=10)
    assert await desk.to_send(1) is None
    with pytest.raises(CodeExpired):
        await desk.check(ANNA, Purpose.PHONE, "000001")


@pytest.mark.parametrize("wrong", ["000002", "", "x", "1", "0000010", "000001 000001", "я" * 4000, "\u202e000002"])
async def test_five_tries_then_the_right_one_is_of_no_use(desk: Desk, wrong: str) -> None:
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(WrongCode) as error:
            await desk.check(ANNA, Purpose.EMAIL, wrong)
        assert error.value.left == left
    with pytest.raises(NoCode):
        await desk.check(ANNA, Purpose.EMAIL, "000001")
    assert await desk.to_send(1) is None


async def test_a_new_code_voids_the_one_before(desk: Desk) -> None:
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    desk.now += timedelta(seconds=60)
    await desk.send(ANNA, Purpose.EMAIL, Way.SMS, PHONE)
    with pytest.raises(WrongCode):
        await desk.check(ANNA, Purpose.EMAIL, "000001")
    assert (await desk.check(ANNA, Purpose.EMAIL, "000002")).address == PHONE


async def test_a_minute_between_codes_but_a_slip_in_the_address_can_be_mended(desk: Desk) -> None:
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, "anan@example.org")
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    desk.now += timedelta(seconds=59)
    for way, address in ((Way.EMAIL, EMAIL), (Way.SMS, PHONE)):
        with pytest.raises(TooSoon) as error:
            await desk.send(ANNA, Purpose.EMAIL, way, address)
        assert error.value.retry_at == desk.now + timedelta(seconds=1)
    assert len(desk.database.data.outbox) == 2


async def test_five_an_hour_to_a_person(desk: Desk) -> None:
    start = desk.now
    for n in range(5):
        await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, f"a{n}@example.org")
        desk.now += timedelta(minutes=2)
    with pytest.raises(TooManyCodes) as error:
        await desk.send(ANNA, Purpose.PHONE, Way.SMS, PHONE)
    assert error.value.retry_at == start + timedelta(hours=1)
    desk.now = error.value.retry_at
    await desk.send(ANNA, Purpose.PHONE, Way.SMS, PHONE)


async def test_five_an_hour_to_an_address_whoever_asks(desk: Desk) -> None:
    for n in range(1, 6):
        await desk.send(Person(PersonId(n), "ru", CustomerId(n)), Purpose.RECOVERY, Way.EMAIL, EMAIL)
    with pytest.raises(TooManyCodes):
        await desk.send(Person(PersonId(6), "ru", CustomerId(6)), Purpose.RECOVERY, Way.EMAIL, EMAIL.upper())
    desk.now += timedelta(hours=1)
    await desk.send(Person(PersonId(6), "ru", CustomerId(6)), Purpose.RECOVERY, Way.EMAIL, EMAIL)


async def test_yesterdays_codes_are_forgotten(desk: Desk) -> None:
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    desk.now += timedelta(days=1, seconds=1)
    await desk.send(ANNA, Purpose.EMAIL, Way.EMAIL, EMAIL)
    assert await PruneCodes(desk.database.write, lambda: desk.now)() == 1
    assert list(desk.database.data.codes) == [2]


@pytest.mark.parametrize(
    ("address", "shown"),
    [(EMAIL, "a•••@example.org"), (PHONE, "+7•••••••67"), ("я@пример.рф", "я•••@пример.рф"), ("x", "•••"), ("", "•••")],
)
def test_masks_tell_enough_to_know_ones_own(address: str, shown: str) -> None:
    assert masked(address) == shown


def test_digits_of_any_script() -> None:
    assert digits_of("١٢٣ 456") == "123456"
    assert digits_of("²") == ""
