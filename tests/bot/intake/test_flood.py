"""One person's pace: a burst is fine, beyond it one warning and silence, others feel nothing of it."""

from __future__ import annotations

import time

from bot.intake.flood import Flood, Verdict


def test_a_burst_passes_then_one_warning_then_silence_then_all_is_well_again() -> None:
    flood = Flood(rate=2.0, burst=5, silence=10.0)
    verdicts = [flood.admit(1, 100.0) for _ in range(8)]
    assert verdicts == [Verdict.PASS] * 5 + [Verdict.WARN, Verdict.DROP, Verdict.DROP]
    assert flood.admit(1, 109.9) is Verdict.DROP
    assert [flood.admit(1, 110.1) for _ in range(6)] == [Verdict.PASS] * 5 + [Verdict.WARN]


def test_a_steady_pace_at_the_rate_is_never_stopped() -> None:
    flood = Flood(rate=5.0, burst=3)
    assert all(flood.admit(1, step / 5.0) is Verdict.PASS for step in range(1000))


def test_others_are_not_touched_by_a_flooder() -> None:
    flood = Flood(rate=1.0, burst=2)
    for _ in range(50):
        flood.admit(1, 0.0)
    assert flood.admit(2, 0.0) is Verdict.PASS


def test_a_silenced_press_is_answered_once_a_second() -> None:
    flood = Flood(rate=1.0, burst=1)
    flood.admit(1, 0.0)
    flood.admit(1, 0.0)
    answers = [flood.may_answer(1, 1.0 + step / 10) for step in range(21)]
    assert answers.count(True) == 3
    assert answers[0]


def test_memory_is_bounded_and_the_longest_silent_goes_first() -> None:
    flood = Flood(rate=1.0, burst=1, people=100)
    for person in range(1000):
        flood.admit(person, float(person))
    assert len(flood) == 100
    assert flood.admit(999, 999.0) is Verdict.WARN
    assert flood.admit(0, 999.0) is Verdict.PASS


def test_it_costs_next_to_nothing() -> None:
    flood = Flood(rate=5.0, burst=30)
    began = time.perf_counter()
    for step in range(20_000):
        flood.admit(step % 500, step / 1000)
    assert (time.perf_counter() - began) / 20_000 < 50e-6
