"""The discount ladder: the larger the order, the larger the discount."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Rung:
    """From `units` of the base on, `percent` off; `loyal` per cent if last month's order reached as many units."""

    units: int
    percent: int
    loyal: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The company's ladder. Figures of the worked example: reference facts of the trade, changeable by settings.

    `cap` is the most that may ever be taken off, in per cent.
    """

    base: Money = field(default=Money(3_500_00))
    rungs: tuple[Rung, ...] = (Rung(1, 35, 35), Rung(3, 40, 40), Rung(8, 40, 45))
    cap: int = 45

    @property
    def top(self) -> Money:
        """The amount of the highest rung; nothing without rungs."""
        return self.base * self.rungs[-1].units if self.rungs else Money(0)

    def percent(self, subtotal: Money, last_month: Money) -> int:
        """The discount in per cent for an order of `subtotal` at catalog prices, after an order of `last_month`."""
        reached = [rung for rung in self.rungs if subtotal.minor >= rung.units * self.base.minor]
        if not reached:
            return 0
        rung = reached[-1]
        percent = rung.loyal if last_month.minor >= rung.units * self.base.minor else rung.percent
        return min(percent, self.cap)

    def next_rung(self, subtotal: Money, last_month: Money) -> tuple[Money, int] | None:
        """What is missing to the next better discount, and that discount; None on the top."""
        now = self.percent(subtotal, last_month)
        for rung in self.rungs:
            threshold = self.base * rung.units
            if threshold.minor > subtotal.minor and (better := self.percent(threshold, last_month)) > now:
                return threshold - subtotal, better
        return None


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One line's amounts: `full` at the catalog price, `discount` taken off, `total` to pay."""

    full: Money
    discount: Money

    @property
    def total(self) -> Money:
        return self.full - self.discount


@dataclass(frozen=True, slots=True)
class Quote:
    """What goods cost. The totals are the sums of the lines, so a receipt always adds up.

    `next_rung` is (how much more at catalog prices, which per cent then).
    """

    lines: tuple[PricedLine, ...]
    percent: int
    next_rung: tuple[Money, int] | None

    @property
    def full(self) -> Money:
        return sum((line.full for line in self.lines), Money(0))

    @property
    def discount(self) -> Money:
        return sum((line.discount for line in self.lines), Money(0))

    @property
    def total(self) -> Money:
        return self.full - self.discount


def price(ladder: Ladder, amounts: Sequence[tuple[Money, int]], last_month: Money) -> Quote:
    """Prices (price of a piece, pieces) lines. Rounds half up to a kopeck, once per line."""
    full = [piece * count for piece, count in amounts]
    subtotal = sum(full, Money(0))
    percent = ladder.percent(subtotal, last_month)
    lines = tuple(PricedLine(amount, amount.percent(percent)) for amount in full)
    return Quote(lines, percent, ladder.next_rung(subtotal, last_month))
