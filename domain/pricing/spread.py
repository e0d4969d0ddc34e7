"""Sharing out an amount over lines to the kopeck."""

from __future__ import annotations

from collections.abc import Sequence


def spread(amount: int, weights: Sequence[int]) -> list[int]:
    """Shares of `amount` in proportion to the weights; they add up to it, and none exceeds its weight.

    What rounding leaves goes a kopeck each to the largest remainders, of equals to the first. More than the weights
    together is cut to them.
    """
    whole = sum(weights)
    if whole <= 0:
        return [0] * len(weights)
    amount = min(amount, whole)
    shares = [amount * weight // whole for weight in weights]
    left = amount - sum(shares)
    by_remainder = sorted(range(len(weights)), key=lambda at: (-(amount * weights[at] % whole), at))
    for at in by_remainder[:left]:
        shares[at] += 1
    return shares
