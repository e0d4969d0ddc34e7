"""The soak in small; `make soak` is the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services import redis_client
from tests.soak.harness import Plan, soak
from tests.soak.troubles import BRIEF

pytestmark = pytest.mark.slow


async def proven(plan: Plan, folder: Path) -> None:
    """Carries it out; its report, which names the seed, is the reason when something broke."""
    report = await soak(plan, folder)
    print(report)
    assert not report.broken, str(report)
    assert report.orders > 0
    assert report.sent.repeats > 0
    assert report.kills == plan.kills


async def test_five_kills_lose_nothing_and_do_nothing_twice(tmp_path: Path) -> None:
    await proven(Plan("sqlite", people=30, kills=5, longest_life=1.5, pause=1.0), tmp_path)


async def test_every_kind_of_trouble_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    await proven(Plan("sqlite", people=30, seconds=16, troubles=BRIEF, pause=1.0), tmp_path)


async def test_replicas_and_workers_are_killed(tmp_path: Path) -> None:
    async with redis_client():
        await proven(Plan("postgres", people=30, kills=5, longest_life=1.5, pause=1.0), tmp_path)


async def test_what_waited_is_handled_in_order_and_nothing_is_sent_too_fast(tmp_path: Path) -> None:
    # Five times Telegram's pace, in the sandbox and for the bot: at its own this takes half a minute and shows no more.
    report = await soak(Plan("sqlite", people=60, backlog=600, pace=150), tmp_path)
    print(report)
    assert not report.broken, str(report)
    assert report.orders > 0
    assert report.messages > 300
