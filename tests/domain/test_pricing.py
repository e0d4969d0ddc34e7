"""The discount ladder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.pricing.ladder import Ladder
from domain.shared.money import Money, rubles

LADDER = Ladder()
last_months = st.integers(0, 10_000_000).map(Money)


@pytest.mark.parametrize(
    ("subtotal", "last_month", "percent"),
    [
        (Money(0), rubles(0), 0),
        (Money(3_499_99), rubles(0), 0),
        (rubles(3_500), rubles(0), 35),
        (Money(10_499_99), rubles(0), 35),
        (rubles(10_500), rubles(0), 40),
        (Money(27_999_99), rubles(100_000), 40),
        (rubles(28_000), rubles(0), 40),
        (rubles(28_000), Money(27_999_99), 40),
        (rubles(28_000), rubles(28_000), 45),
        (rubles(900_000), rubles(28_000), 45),
    ],
)
def test_ladder(subtotal: Money, last_month: Money, percent: int) -> None:
    assert LADDER.percent(subtotal, last_month) == percent


def test_hint_names_what_is_missing() -> None:
    assert LADDER.next_rung(rubles(3_000), Money(0)) == (rubles(500), 35)
    assert LADDER.next_rung(rubles(9_260), Money(0)) == (rubles(1_240), 40)
    assert LADDER.next_rung(rubles(10_500), Money(0)) is None
    assert LADDER.next_rung(rubles(10_500), rubles(30_000)) == (rubles(17_500), 45)


def test_cap_wins_over_the_ladder() -> None:
    assert Ladder(cap=30).percent(rubles(28_000), rubles(28_000)) == 30


@pytest.mark.parametrize(
    ("minor", "percent", "expected"), [(1, 50, 1), (3, 50, 2), (199, 35, 70), (-1, 50, -1), (10, 0, 0)]
)
def test_half_is_rounded_up(minor: int, percent: int, expected: int) -> None:
    assert Money(minor).percent(percent) == Money(expected)


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="cannot be added"):
        Money(1, "RUB") + Money(1, "KZT")


@given(st.integers(0, 5_000_000).map(Money), last_months)
def test_the_hint_keeps_its_word(subtotal: Money, last_month: Money) -> None:
    step = LADDER.next_rung(subtotal, last_month)
    if step is not None:
        missing, percent = step
        assert LADDER.percent(subtotal + missing, last_month) == percent
        assert LADDER.percent(subtotal + missing - Money(1), last_month) < percent
