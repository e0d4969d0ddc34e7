from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from domain.search.price_steps import STEPS, step_of, steps

PRICES = st.integers(1, 2**40)
BOUNDS = st.none() | st.integers(-5, 2**53)


@given(PRICES, BOUNDS, BOUNDS)
def test_whatever_lies_between_is_on_one_of_the_steps(price: int, least: int | None, most: int | None) -> None:
    bounded = least is not None or most is not None
    if bounded and (least is None or least <= price) and (most is None or price <= most):
        assert step_of(price) in steps(least, most)


def test_steps_leave_out_what_is_far_away() -> None:
    assert list(steps(500_00, 900_00)) == [16, 17]
    assert step_of(5_000_00) not in steps(500_00, 900_00)
    assert steps(None, None) == ()
    assert steps(2**60, None)[-1] == STEPS
