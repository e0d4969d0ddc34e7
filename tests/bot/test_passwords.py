"""Hashing passwords: beside the event loop, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import perf_counter

import pytest

from bot.adapters.passwords import Argon2, Cost, TooBusy

SLOW = Cost(memory=32 * 1024, passes=4, at_once=1)


@pytest.fixture
def slow() -> Iterator[Argon2]:
    made = Argon2(SLOW, waiting=2)
    yield made
    made.close()


async def test_right_wrong_and_none(slow: Argon2) -> None:
    hashed = await slow.hash("пароль")
    assert hashed.startswith("$argon2id$")
    assert hashed != await slow.hash("пароль")
    assert await slow.verify(hashed, "пароль")
    assert not await slow.verify(hashed, "Пароль")
    assert not await slow.verify(None, "nobody's password")
    assert not await slow.verify(hashed, "\ud800")
    assert not await slow.verify("no hash at all", "пароль")
    assert not slow.is_outdated(hashed)
    grown = Argon2(Cost(memory=64 * 1024, passes=4))
    assert grown.is_outdated(hashed)
    grown.close()


async def test_the_event_loop_goes_on_meanwhile(slow: Argon2) -> None:
    hashing, pauses = asyncio.create_task(slow.hash("x")), []
    while not hashing.done():
        before = perf_counter()
        await asyncio.sleep(0)
        pauses.append(perf_counter() - before)
    assert len(pauses) > 20


async def test_more_than_can_wait_are_sent_away(slow: Argon2) -> None:
    results = await asyncio.gather(*(slow.hash("x") for _ in range(6)), return_exceptions=True)
    assert [isinstance(each, TooBusy) for each in results] == [False] * 3 + [True] * 3
    assert isinstance(await slow.hash("x"), str), "and later there is room again"
