"""Bonus points: how many an order earns and how many it may be paid with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from domain.shared.money import Money, rubles

KOPECKS = 100
"""A point pays for a rouble."""


@dataclass(frozen=True, slots=True)
class PointsRules:
    """The operator's rules, all of them settings; the figures are those of the worked example.

    `percent` of what is paid for goods is earned. Points are spent from `least` on, for goods of `from_goods` or more
    after discounts, on at most `share` per cent of them, so that something is always left to pay. `idle`: without a
    movement for so long they expire; `warn` before that their owner is told, not at all if it is nothing.
    """

    percent: int = 3
    least: int = 15
    from_goods: Money = field(default=rubles(1_000))
    share: int = 50
    idle: timedelta = timedelta(days=180)
    warn: timedelta = timedelta(days=14)

    def most(self, goods: Money, balance: int) -> int:
        """The most points that goods worth `goods` may be paid with; 0 if none may."""
        if goods.minor < self.from_goods.minor:
            return 0
        most = min(balance, goods.minor * self.share // 100 // KOPECKS)
        return most if most >= self.least else 0

    def spent(self, wish: int, goods: Money, balance: int) -> int:
        """What is spent when `wish` points are meant to be: as many as may be, none below the least."""
        points = min(wish, self.most(goods, balance))
        return points if points >= self.least else 0

    def earned(self, paid: Money) -> int:
        """Whole points for goods that were paid with `paid`."""
        return max(0, paid.minor) * self.percent // 100 // KOPECKS


def worth(points: int) -> Money:
    """What points pay for."""
    return Money(points * KOPECKS)
