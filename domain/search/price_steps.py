"""Steps of the price: the index can tell which products may lie within a range before any of them is read."""

from __future__ import annotations

from collections.abc import Sequence

STEPS = 32


def step_of(minor: int) -> int:
    """The step a price in kopecks lies on, each twice as wide as the one below: step n begins at 2 ** (n - 1)."""
    return min(minor.bit_length(), STEPS)


def steps(least: int | None, most: int | None) -> Sequence[int]:
    """All steps that a price between these two (None: no bound) may lie on; none where there is no bound at all."""
    if least is None and most is None:
        return ()
    return range(step_of(max(least or 0, 0)), (STEPS if most is None else step_of(max(most, 0))) + 1)
