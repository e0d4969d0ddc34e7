"""Numbers, letters, logging in, and the accounts of a cabinet."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update

from bot.adapters.passwords import Argon2, Cost
from domain.access.errors import (
    EntryOver,
    LoggedInElsewhere,
    NotLoggedIn,
    OlderAccount,
    TooManyAccounts,
    WeakPassword,
)
from domain.access.issue import open_cabinet
from domain.access.log_in import LoggedIn, MustChange, Refused
from domain.access.numbers import new_number, parse_number
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from storage.tables import consultants, credentials
from tests.access.house import ADDRESS, EVE, NUMBER, OTHER, PASSWORD, PHONE, TABLET, House, is_in, with_password
from tests.storage.shop import ANNA, BORIS


async def test_a_number_comes_once_and_a_letter_with_it(house: House) -> None:
    first = await house.credential()
    assert parse_number(first.number) == first.number
    async with house.database.write() as work:
        assert await open_cabinet(work, await house.person(ANNA), house.watch) is None
    assert (await house.credential()).number == first.number
    kinds = [(kind, channel) for _, kind, channel, _ in await house.notices(ANNA)]
    assert kinds == [("cabinet_opened", "telegram"), ("cabinet_letter", "email")]
    assert first.password_hash is None, "nothing opens it before the letter is sent"


async def test_the_letter_says_the_same_each_time_and_is_kept_nowhere(house: House) -> None:
    password = await house.letter()
    assert await house.letter() == password
    assert len(password) == 14
    async with house.database.read() as work:
        row = (await work.connection.execute(select(credentials))).one()
    stored = b"".join(str(value).encode() if not isinstance(value, bytes) else value for value in row)
    assert password.encode() not in stored
    assert b"argon2" not in stored, "even the hash is sealed"
    assert all(password not in str(args) for *_, args in await house.notices())
    hashed = (await house.credential()).password_hash
    assert hashed is not None
    assert hashed.startswith("$argon2id$")


async def test_the_letters_password_opens_nothing_but_the_question_for_another(house: House) -> None:
    assert isinstance(await house.enter(TABLET, await house.letter()), MustChange)
    tablet = await house.person(TABLET)
    assert tablet.customer_id != house.shop.anna
    with pytest.raises(NotLoggedIn):
        await house.show_profile(tablet)
    with pytest.raises(WeakPassword):
        await house.set_password(tablet, "смирнова1990")
    entered = await house.set_password(tablet, PASSWORD)
    assert entered.customer_id == house.shop.anna
    assert entered.registered
    assert len((await house.show_profile(entered)).bindings) == 2
    assert await house.write_letter(house.shop.anna) is None, "there is nothing more to say"
    with pytest.raises(EntryOver):
        await house.set_password(entered, OTHER)


async def test_the_letters_password_ends(house: House) -> None:
    password = await house.letter()
    house.watch.forward(days=15)
    assert isinstance(await house.enter(TABLET, password), Refused)


async def test_proving_oneself_is_worth_something_for_a_while(house: House) -> None:
    await house.enter(TABLET, await house.letter())
    house.watch.forward(minutes=16)
    with pytest.raises(EntryOver):
        await house.set_password(await house.person(TABLET), PASSWORD)


async def test_logging_in_brings_the_cart_along_and_tells_the_others(house: House) -> None:
    await with_password(house)
    phone, shop = await house.person(PHONE), house.shop
    async with house.database.write() as work:
        await work.carts.set_quantity(phone.customer_id, shop.ruby, 2)
        await work.carts.set_quantity(phone.customer_id, shop.cream_article, 1)
        await work.carts.set_comment(phone.customer_id, "до шести")
        await work.carts.set_quantity(shop.anna, shop.ruby, 98)
    outcome = await house.enter(PHONE)
    assert isinstance(outcome, LoggedIn)
    assert outcome.person.customer_id == shop.anna
    async with house.database.read() as work:
        cart, left = await work.carts.get(shop.anna), await work.carts.get(phone.customer_id)
    assert (cart.quantity_of(shop.ruby), cart.quantity_of(shop.cream_article), cart.comment) == (99, 1, "до шести")
    assert left.lines == ()
    told = [to for to, kind, _, _ in await house.notices() if kind == "new_binding"]
    assert sorted(told) == [ANNA, ANNA, TABLET]


async def test_three_accounts_and_no_more(house: House) -> None:
    await with_password(house)
    assert is_in(await house.enter(PHONE))
    with pytest.raises(TooManyAccounts):
        await house.enter(EVE)
    with pytest.raises(LoggedInElsewhere):
        await house.enter(PHONE)


async def test_logging_out_leads_back_to_ones_own_cabinet(house: House) -> None:
    await with_password(house)
    before = await house.person(PHONE)
    await house.enter(PHONE)
    left = await house.log_out(await house.person(PHONE))
    assert left.customer_id == before.customer_id
    with pytest.raises(NotLoggedIn):
        await house.log_out(left)
    anna = await house.log_out(await house.person(ANNA))
    assert anna.customer_id not in {house.shop.anna, before.customer_id}
    assert not anna.registered
    assert is_in(await house.enter(ANNA))


async def test_logging_out_everywhere_tells_the_others(house: House) -> None:
    await with_password(house)
    await house.log_out(await house.person(TABLET), everywhere=True)
    assert (await house.person(ANNA)).customer_id != house.shop.anna
    assert [kind for _, kind, _, _ in await house.notices(ANNA)][-1] == "binding_ended"


async def test_an_account_ends_what_came_after_it_and_nothing_older(house: House) -> None:
    await with_password(house)
    await house.enter(PHONE)
    profile = await house.show_profile(await house.person(TABLET))
    oldest, _, newest = profile.bindings
    assert [profile.may_unbind(each) for each in profile.bindings] == [False, True, True]
    for end in (house.unbind, house.unbind.disown):
        with pytest.raises(OlderAccount):
            await end(await house.person(TABLET), oldest.id)
        with pytest.raises(NotLoggedIn):
            await end(await house.person(EVE), newest.id)
        with pytest.raises(NotFound):
            await end(await house.person(TABLET), 999)
    await house.unbind(await house.person(TABLET), newest.id)
    assert (await house.person(PHONE)).customer_id != house.shop.anna
    assert (await house.notices(PHONE))[-1][1] == "binding_ended"


async def test_it_was_not_me_turns_them_out_and_the_password_with_them(house: House) -> None:
    await with_password(house)
    await house.enter(EVE)
    eves = next(args["binding"] for to, kind, _, args in (await house.notices())[::-1] if kind == "new_binding")
    assert await house.confirm_password(await house.person(EVE), PASSWORD)
    await house.unbind.disown(await house.person(ANNA), eves)
    assert (await house.person(EVE)).customer_id != house.shop.anna
    with pytest.raises(EntryOver):
        await house.set_password(await house.person(EVE), OTHER)
    assert isinstance(await house.enter(EVE), Refused)
    assert (await house.credential()).password_hash is None
    await house.unbind.disown(await house.person(ANNA), eves)


async def test_a_password_is_changed_by_who_knows_it(house: House) -> None:
    await with_password(house)
    anna = await house.person(ANNA)
    assert not await house.confirm_password(anna, OTHER)
    with pytest.raises(EntryOver):
        await house.set_password(anna, OTHER)
    assert await house.confirm_password(anna, f"  {PASSWORD} ")
    await house.set_password(anna, OTHER)
    assert (await house.notices(TABLET))[-1][1] == "password_changed"
    assert isinstance(await house.enter(PHONE), Refused)
    assert is_in(await house.enter(PHONE, OTHER))
    with pytest.raises(NotLoggedIn):
        await house.confirm_password(await house.person(BORIS), OTHER)


async def test_a_hash_grows_with_the_parameters(house: House) -> None:
    await with_password(house)
    before = (await house.credential()).password_hash
    grown = Argon2(Cost(memory=16, passes=2, at_once=1))
    log_in = type(house.log_in)(
        house.log_in.read, house.log_in.write, house.watch, grown, house.log_in.throttles, house.log_in.limit
    )
    number = (await house.credential()).number
    assert isinstance(await log_in(await house.person(PHONE), number, PASSWORD), LoggedIn)
    grown.close()
    after = (await house.credential()).password_hash
    assert before is not None
    assert after is not None
    assert "m=8,t=1" in before
    assert "m=16,t=2" in after


async def test_a_consultants_role_goes_with_the_cabinet_of_their_number(house: House) -> None:
    number = (await house.credential()).number
    async with house.database.write() as work:
        await work.connection.execute(
            update(consultants).where(consultants.c.id == house.shop.vera).values(cabinet_number=number)
        )
        vera = await work.people.get(PersonId(2002))
        assert vera is not None
        await work.bindings.bind(vera.id, house.shop.anna, vera.customer_id, house.watch())
    await house.enter(TABLET, await house.letter())
    await house.set_password(await house.person(TABLET), PASSWORD)
    assert (await house.person(TABLET)).own_consultant_id is None, "somebody has the role"
    await house.log_out(await house.person(PersonId(2002)))
    assert (await house.person(PersonId(2002))).own_consultant_id is None
    assert (await house.person(ANNA)).own_consultant_id == house.shop.vera


def test_numbers_are_random_and_slips_are_noticed() -> None:
    numbers = {new_number() for _ in range(2000)}
    assert len(numbers) > 1990
    number = numbers.pop()
    assert parse_number(f" № {number[:3]}-{number[3:6]} {number[6:]} ") == number
    for at in range(9):
        for digit in "0123456789":
            slip = number[:at] + digit + number[at + 1 :]
            assert (parse_number(slip) is None) == (slip != number)
    for at in range(8):
        swapped = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
        assert (parse_number(swapped) is None) == (swapped != number)
    for wrong in ("", "12345678", "a" * 9, "٣" * 9, "0" * 9, "1" * 4000):
        assert parse_number(wrong) is None


async def test_a_number_that_is_a_consultants_is_not_given_out(house: House) -> None:
    number, boris = new_number(), await house.person(BORIS)
    async with house.database.write() as work:
        await work.connection.execute(
            update(consultants).where(consultants.c.id == house.shop.oleg).values(cabinet_number=number)
        )
        assert not await work.credentials.issue(boris.customer_id, number, house.watch())
        taken = (await house.credential()).number
        assert not await work.credentials.issue(boris.customer_id, taken, house.watch())
        assert await work.credentials.issue(boris.customer_id, new_number(), house.watch())


async def test_personal_data_are_not_in_what_is_owed(house: House) -> None:
    await with_password(house)
    owed: Any = await house.notices()
    assert ADDRESS not in str(owed)
    assert NUMBER not in str(owed)
