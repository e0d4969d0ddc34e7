"""Guessing: ten thousand tries across numbers and accounts, tries at the same time, and what the clock tells."""

from __future__ import annotations

import asyncio
import random
import statistics
from collections import Counter
from time import perf_counter

import pytest

from bot.adapters.passwords import Argon2, Cost
from domain.access.log_in import LoggedIn, Refused
from domain.access.numbers import new_number
from domain.shared.ids import PersonId
from tests.access.house import PASSWORD, PHONE, House, with_password
from tests.storage.shop import ANNA

GUESSES = 10_000
LIKELY = ("123456789", "qwerty123", "anna1990", "четыре кита", "пароль123", "marykay2026")


async def test_ten_thousand_guesses_open_nothing_and_turn_nobody_out(quick: House) -> None:
    await with_password(quick)
    number, dice = (await quick.credential()).number, random.Random(7)
    numbers = [number, *(new_number() for _ in range(200))]
    attackers = [await quick.person(PersonId(50_000 + at)) for at in range(300)]
    outcomes: Counter[str] = Counter()
    for _ in range(GUESSES):
        tried = number if dice.random() < 0.5 else dice.choice(numbers)
        outcome = await quick.log_in(dice.choice(attackers), tried, dice.choice(LIKELY))
        outcomes[type(outcome).__name__ + ("" if outcome.until is None else " later")] += 1
        quick.watch.forward(seconds=0.5)
    assert set(outcomes) == {"Refused", "Refused later"}
    async with quick.database.read() as work:
        tries = await work.guards.get(f"login:number:{number}")
        assert tries is not None
        assert tries.count < 30, "an hour and a half of guessing from 300 accounts bought so many tries"
        for attacker in attackers:
            known = await work.people.get(attacker.id)
            assert known is not None
            assert known.customer_id == attacker.customer_id
    anna = await quick.person(ANNA)
    assert (await quick.show_profile(anna)).credential.number == number, "who is in stays in"
    assert await quick.confirm_password(anna, PASSWORD), "and may use their password there"
    await quick.log_out(anna)
    outcome = await quick.enter(ANNA)
    assert isinstance(outcome, LoggedIn), "who left by themselves is not kept out by a third party's tries"


async def test_tries_at_the_same_time_are_no_more_tries(house: House) -> None:
    await with_password(house)
    number = (await house.credential()).number
    people = [await house.person(PersonId(60_000 + at)) for at in range(40)]
    guesses = [f"wrong guess {at}" for at in range(39)] + [PASSWORD]
    outcomes = await asyncio.gather(
        *(house.log_in(person, number, guess) for person, guess in zip(people, guesses, strict=True))
    )
    async with house.database.read() as work:
        tries = await work.guards.get(f"login:number:{number}")
    assert tries is None or tries.count <= 5
    refused = [each for each in outcomes if isinstance(each, Refused)]
    assert len(refused) >= 39


async def test_a_right_password_is_refused_while_the_number_waits(house: House) -> None:
    await with_password(house)
    for at in range(5):
        await house.enter(PersonId(70_000 + at), "wrong")
    waiting = await house.enter(PHONE)
    assert isinstance(waiting, Refused)
    assert waiting.until is not None
    house.watch.forward(seconds=31)
    assert isinstance(await house.enter(PHONE), LoggedIn)


@pytest.mark.parametrize("kind", ["unknown", "known", "no password yet"])
async def test_the_answer_is_the_same_try_by_try(quick: House, kind: str) -> None:
    if kind == "known":
        await with_password(quick)
    number = new_number() if kind == "unknown" else (await quick.credential()).number
    eve = await quick.person(PersonId(6666))
    seen = [await quick.log_in(eve, number, f"guess {at}") for at in range(8)]
    start = quick.watch()
    assert [each.until and (each.until - start).total_seconds() for each in seen] == [None] * 4 + [30.0] * 4


async def test_the_clock_does_not_tell_a_number_that_exists(quick: House) -> None:
    """Medians of interleaved tries with a hash that costs what matters; their ratio, in one run."""
    slow = Argon2(Cost(memory=4096, passes=2, at_once=1))
    quick.log_in = type(quick.log_in)(
        quick.log_in.read, quick.log_in.write, quick.watch, slow, quick.log_in.throttles, quick.log_in.limit
    )
    await with_password(quick)
    async with quick.database.write() as work:
        await work.credentials.set_password(quick.shop.anna, await slow.hash(PASSWORD), quick.watch())
    number = (await quick.credential()).number
    times: dict[str, list[float]] = {"known": [], "unknown": []}
    for at in range(120):
        for kind, tried in (("known", number), ("unknown", new_number())):
            person = await quick.person(PersonId(80_000 + at * 2 + (kind == "known")))
            quick.watch.forward(hours=25)
            before = perf_counter()
            assert isinstance(await quick.log_in(person, tried, "guess"), Refused)
            times[kind].append(perf_counter() - before)
    slow.close()
    known, unknown = statistics.median(times["known"]), statistics.median(times["unknown"])
    noise = statistics.quantiles(times["unknown"], n=4)
    assert abs(known - unknown) < max(0.1 * unknown, noise[2] - noise[0]), f"{known / unknown:.3f}"
