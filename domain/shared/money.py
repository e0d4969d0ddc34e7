"""Money as whole kopecks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (kopecks) with its ISO 4217 currency; amounts of two currencies never mix."""

    minor: int
    currency: str = "RUB"

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added up")
        return other.minor

    def percent(self, percent: int) -> Money:
        """The given whole per cent of this amount, rounded half up to a kopeck (away from zero)."""
        sign = -1 if self.minor < 0 else 1
        return Money(sign * ((abs(self.minor) * percent + 50) // 100), self.currency)


def rubles(amount: int) -> Money:
    """Whole roubles as Money."""
    return Money(amount * 100)
