"""The soak of announcements in small; `make soak` is the whole of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.soak.broadcast import BroadcastPlan, soak_broadcast

pytestmark = pytest.mark.slow


async def test_an_announcement_comes_to_everybody_through_kills_and_faults(tmp_path: Path) -> None:
    report = await soak_broadcast(BroadcastPlan(people=400, kills=2, rate=100, without=20, stoppers=30), tmp_path)
    print(report)
    assert not report.broken, str(report)
    assert len(report.on_the_wire) == 2
    assert report.stopped > 0
