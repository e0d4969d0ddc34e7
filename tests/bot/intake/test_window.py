"""What may be confirmed to Telegram: only a prefix, in order of arrival, whatever the ids are."""

from __future__ import annotations

import asyncio
import random

from bot.intake.handling import CONFIRMED, NOT_CONFIRMED, Outcome
from bot.intake.window import Window


def _future() -> asyncio.Future[Outcome]:
    return asyncio.get_running_loop().create_future()


async def test_the_offset_never_passes_an_unfinished_update() -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    window = Window()
    ends = {number: _future() for number in range(500, 600)}
    for number, end in ends.items():
        window.add(number, end)
    left = list(ends)
    dice.shuffle(left)
    while left:
        ends[left.pop()].set_result(CONFIRMED)
        window.advance()
        unfinished = [number for number, end in ends.items() if not end.done()]
        first = min(unfinished, default=600)
        assert (window.offset or 500) == first
        assert len(window) == 600 - first


async def test_what_is_not_confirmed_stays() -> None:
    window = Window()
    first, second = _future(), _future()
    window.add(7, first)
    window.add(8, second)
    first.set_result(NOT_CONFIRMED)
    second.set_result(CONFIRMED)
    window.advance()
    assert window.offset is None
    assert 7 in window


async def test_a_lower_id_after_a_quiet_week_is_taken_like_any_other() -> None:
    window = Window()
    end = _future()
    window.add(900_000_000, end)
    end.set_result(CONFIRMED)
    window.advance()
    assert window.offset == 900_000_001
    window.answered(window.offset, 0)
    assert window.offset is None, "once Telegram took it, an offset must not hide a lower id"
    lower = _future()
    window.add(1200, lower)
    lower.set_result(CONFIRMED)
    window.advance()
    assert window.offset == 1201


async def test_an_offset_is_said_again_until_telegram_has_nothing_left() -> None:
    window = Window()
    end = _future()
    window.add(5, end)
    end.set_result(CONFIRMED)
    window.advance()
    window.answered(6, 3)
    assert window.offset == 6


async def test_it_is_full_at_telegrams_hundred() -> None:
    window = Window()
    for number in range(100):
        assert not window.full
        window.add(number, _future())
    assert window.full
