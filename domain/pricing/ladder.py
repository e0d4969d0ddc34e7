"""The discount ladder: the larger the order, the larger the discount."""

from __future__ import annotations

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
