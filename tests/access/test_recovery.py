"""A lost password: codes by letter and SMS, and what a stranger can learn from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.access.errors import EntryOver, LoggedInElsewhere, RecoveryRefused, TryLater
from domain.access.log_in import Refused
from domain.access.numbers import new_number
from domain.codes.models import Purpose, Way
from domain.shared.ids import PersonId
from tests.access.house import ADDRESS, EVE, NUMBER, OTHER, PASSWORD, PHONE, TABLET, House, is_in, with_password
from tests.storage.shop import ANNA, BORIS


async def begin(house: House, person_id: PersonId, number: str | None = None) -> list[tuple[Way, str]]:
    number = number or (await house.credential()).number
    return list((await house.start_recovery(await house.person(person_id), number)).ways)


async def test_recovering_leaves_one_account_and_tells_all(house: House) -> None:
    await with_password(house)
    ways = await begin(house, PHONE)
    assert ways == [(Way.EMAIL, "a•••@example.org"), (Way.SMS, "+7•••••••67")]
    phone = await house.person(PHONE)
    sent = await house.send_recovery_code(phone, Way.SMS)
    assert sent.masked == "+7•••••••67"
    assert (await house.notices(PHONE))[-1][1:3] == ("code", "sms")
    with pytest.raises(EntryOver):
        await house.set_password(phone, OTHER)
    await house.check_recovery_code(phone, await house.code(PHONE))
    await house.set_password(phone, OTHER)
    assert (await house.person(PHONE)).customer_id == house.shop.anna
    for person_id in (ANNA, TABLET):
        assert (await house.person(person_id)).customer_id != house.shop.anna
        assert (await house.notices(person_id))[-1][1] == "cabinet_recovered"
    assert isinstance(await house.enter(TABLET), Refused)
    assert is_in(await house.enter(TABLET, OTHER))


async def test_the_owners_own_chat_needs_no_number(house: House) -> None:
    await with_password(house)
    anna = await house.person(ANNA)
    assert await house.start_recovery.of_own(anna) is not None
    assert await house.start_recovery.of_own(await house.person(BORIS)) is None
    await house.send_recovery_code(anna, Way.EMAIL)
    await house.check_recovery_code(anna, await house.code(ANNA))
    assert (await house.set_password(anna, OTHER)).customer_id == house.shop.anna
    assert (await house.person(TABLET)).customer_id != house.shop.anna
    with pytest.raises(LoggedInElsewhere):
        await begin(house, ANNA, new_number())


async def test_asking_twice_within_a_minute_sends_once(house: House) -> None:
    await begin(house, PHONE)
    phone = await house.person(PHONE)
    first = await house.send_recovery_code(phone, Way.EMAIL)
    assert await house.send_recovery_code(phone, Way.EMAIL) == first
    assert len([1 for _, kind, _, _ in await house.notices(PHONE) if kind == "code"]) == 1
    house.watch.forward(seconds=61)
    await house.send_recovery_code(phone, Way.SMS)
    codes = [channel for _, kind, channel, _ in await house.notices(PHONE) if kind == "code"]
    assert codes == ["email", "sms"]


async def test_a_number_nobody_has_looks_like_any_other(house: House) -> None:
    eve, nobodys = await house.person(EVE), new_number()
    ways = await begin(house, EVE, nobodys)
    assert ways[0][0] is Way.EMAIL
    assert all("•••" in address for _, address in ways)
    house.watch.forward(minutes=1)
    assert await begin(house, EVE, nobodys) == ways, "always the same for a number"
    before = len(await house.notices())
    sent = await house.send_recovery_code(eve, Way.EMAIL)
    assert sent.masked == dict(ways)[Way.EMAIL]
    assert len(await house.notices()) == before
    for digits in ("000000", "123456", ""):
        with pytest.raises(RecoveryRefused):
            await house.check_recovery_code(eve, digits)
    with pytest.raises(EntryOver):
        await house.set_password(eve, OTHER)


async def test_wrong_replayed_and_expired_codes_open_nothing(house: House) -> None:
    await with_password(house)
    await begin(house, EVE)
    eve = await house.person(EVE)
    with pytest.raises(RecoveryRefused):
        await house.check_recovery_code(eve, "123456")
    await house.send_recovery_code(eve, Way.EMAIL)
    right = await house.code(EVE)
    wrong = f"{(int(right) + 1) % 1_000_000:06}"
    for _ in range(5):
        with pytest.raises(RecoveryRefused):
            await house.check_recovery_code(eve, wrong)
    with pytest.raises(RecoveryRefused):
        await house.check_recovery_code(eve, right)
    house.watch.forward(minutes=2)
    await house.send_recovery_code(eve, Way.EMAIL)
    late = await house.code(EVE)
    house.watch.forward(minutes=10)
    with pytest.raises(RecoveryRefused):
        await house.check_recovery_code(eve, late)
    await house.send_recovery_code(eve, Way.EMAIL)
    used = await house.code(EVE)
    with pytest.raises(RecoveryRefused):
        await _steal(house, used)
    await house.check_recovery_code(eve, used)
    await house.set_password(eve, OTHER)
    await house.log_out(await house.person(EVE))
    await begin(house, EVE)
    with pytest.raises(RecoveryRefused):
        await house.check_recovery_code(await house.person(EVE), used)
    with pytest.raises(EntryOver):
        await house.set_password(await house.person(EVE), PASSWORD)


async def _steal(house: House, code: str) -> None:
    """Somebody else types a code that was sent to Eve."""
    await begin(house, BORIS)
    await house.check_recovery_code(await house.person(BORIS), code)


async def test_a_code_for_one_number_opens_no_other(house: House) -> None:
    """Eve has a cabinet of her own, whose codes reach her; she begins anew with Anna's number before typing one."""
    await begin(house, EVE)
    eve = await house.person(EVE)
    await house.cases["send_recovery_code"].send_code(eve, Purpose.RECOVERY, Way.EMAIL, "eve@example.org")
    code = await house.code(EVE)
    await begin(house, EVE)
    async with house.database.write() as work:
        entry = await work.entries.get(EVE)
        assert entry is not None
        await work.entries.save(replace(entry, sent_at=house.watch()), house.watch())
    with pytest.raises(RecoveryRefused):
        await house.check_recovery_code(eve, code)
    with pytest.raises(EntryOver):
        await house.set_password(eve, OTHER)


async def test_recovery_is_begun_only_so_often_for_any_number(house: House) -> None:
    for number in ((await house.credential()).number, new_number()):
        for each in range(4):
            await begin(house, PersonId(int(number[:4]) * 10 + each), number)
        with pytest.raises(TryLater) as later:
            await begin(house, PersonId(int(number[:4]) * 10 + 9), number)
        assert later.value.minutes == 20


async def test_strangers_cannot_use_up_the_recovery_of_who_is_in(house: House) -> None:
    await with_password(house)
    for at in range(4):
        await begin(house, PersonId(9000 + at))
    with pytest.raises(TryLater):
        await begin(house, PersonId(9009))
    assert await house.start_recovery.of_own(await house.person(ANNA)) is not None
    await house.log_out(await house.person(TABLET))
    assert await begin(house, TABLET)


async def test_no_address_in_what_is_owed(house: House) -> None:
    await begin(house, PHONE)
    await house.send_recovery_code(await house.person(PHONE), Way.EMAIL)
    owed = str(await house.notices())
    assert ADDRESS not in owed
    assert NUMBER not in owed
    assert await house.code(PHONE) not in owed
