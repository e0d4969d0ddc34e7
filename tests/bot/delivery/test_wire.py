"""As few on the wire as keep the rate."""

from __future__ import annotations

from bot.delivery.wire import Wire


def run(rate: float, trip: float, seconds: float = 60.0) -> tuple[int, int]:
    """How many were sent at that rate and round trip, and how many were on the wire at once in the second half."""
    wire, now, number, most = Wire(rate, 50), 0.0, 0, 0
    under_way: dict[int, float] = {}
    due = 0.0
    while now < seconds:
        for each in [each for each, end in under_way.items() if end <= now]:
            del under_way[each]
            wire.end(each, now)
        while due <= now and wire.wait(now) == 0:
            number += 1
            wire.begin(number, now)
            under_way[number] = now + trip
            due = max(due, now - 0.05) + 1 / rate
        if now > seconds / 2:
            most = max(most, len(under_way))
        now += 0.001
    return number, most


def test_a_short_way_needs_one_at_a_time() -> None:
    sent, most = run(100, 0.004)
    assert sent > 60 * 100 * 0.97
    assert most == 1


def test_a_long_way_gets_as_many_as_it_needs() -> None:
    sent, most = run(28, 0.06)
    assert sent > 60 * 28 * 0.97
    assert most <= 3
    sent, most = run(300, 0.1)
    assert sent > 60 * 300 * 0.95
    assert 30 <= most <= 50


def test_one_that_hangs_holds_up_nobody_for_long() -> None:
    wire = Wire(100, 50)
    for number in range(200):
        wire.begin(number, number * 0.01)
        wire.end(number, number * 0.01 + 0.004)
    assert wire.allowed == 1
    wire.begin(1000, 2.0)
    assert 0 < wire.wait(2.0) <= 0.11
    assert wire.wait(2.11) == 0


def test_never_more_than_the_most() -> None:
    wire = Wire(1000, 3)
    for number in range(3):
        wire.begin(number, 0.0)
    assert wire.wait(100.0) > 0


def test_a_long_way_is_not_taken_to_hang_and_one_that_hung_teaches_little() -> None:
    slow = Wire(1, 50)
    for number in range(100):
        slow.begin(number, float(number))
        slow.end(number, number + 1.0)
    for number in (1000, 1001):
        slow.begin(number, 200.0)
    assert slow.wait(200.5) > 0, "half of a round trip"
    assert slow.wait(204.5) == 0
    once = Wire(1, 50)
    once.begin(1, 0.0)
    once.end(1, 100.0)
    assert once.allowed == 1
