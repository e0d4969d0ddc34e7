"""Strength of passwords and the pace of tries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.access.strength import LONGEST, Weakness, canonical, weakness_of
from domain.access.throttle import Throttle, Tries

NOW = datetime(2026, 5, 7, 12, tzinfo=UTC)
THROTTLE = Throttle(3, timedelta(seconds=30), timedelta(minutes=10))


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("abc", Weakness.SHORT),
        ("x" * 129, Weakness.LONG),
        ("password1", Weakness.COMMON),
        ("qwertyuiop", Weakness.COMMON),
        ("йцукенгшщз", Weakness.COMMON),
        ("пароль12345", Weakness.WORD),
        ("gfhjkm12", Weakness.COMMON),
        ("aaaaaaaaaaaa", Weakness.REPEAT),
        ("ааааааааааааа", Weakness.REPEAT),
        ("12.03.1987", Weakness.DATE),
        ("123-456-789", Weakness.OWN),
        ("Смирнова", Weakness.OWN),
    ],
)
def test_what_is_weak(password: str, weakness: Weakness) -> None:
    assert weakness_of(password, ["123-456-789", "Анна", "Смирнова"]) is weakness


@pytest.mark.parametrize(
    "password", ["четыре кита плывут мимо", "correct horse battery staple", "kV9-tq2.Zx7", "ё" * 3 + "жираф и трактор"]
)
def test_what_is_strong(password: str) -> None:
    assert weakness_of(password, ["Анна"]) is None


@given(st.text(max_size=LONGEST + 5))
def test_any_text_can_be_looked_at(password: str) -> None:
    assert weakness_of(canonical(password)) in {None, *Weakness}
    assert canonical(canonical(password)) == canonical(password)


def test_pauses_double_up_to_the_longest_and_are_forgotten() -> None:
    tries, pauses, now = None, [], NOW
    for _ in range(10):
        tries = THROTTLE.after(tries, now)
        pauses.append(0 if tries.until is None else int((tries.until - now).total_seconds()))
        now = tries.until or now
    assert pauses == [0, 0, 30, 60, 120, 240, 480, 600, 600, 600]
    assert THROTTLE.wait_until(tries, now - timedelta(seconds=1)) == now
    assert THROTTLE.wait_until(tries, now) is None
    assert THROTTLE.wait_until(None, now) is None
    assert THROTTLE.after(tries, now + timedelta(hours=24)) == Tries(1, now + timedelta(hours=24))
    assert THROTTLE.after(Tries(10**9, NOW), NOW).until == NOW + timedelta(minutes=10)
