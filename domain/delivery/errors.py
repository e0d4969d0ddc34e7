"""How delivery says no."""

from __future__ import annotations

from domain.joining.address import AddressPart
from domain.shared.errors import DomainError


class AddressIncomplete(DomainError):
    """A parcel would not arrive: these parts are missing."""

    def __init__(self, missing: tuple[AddressPart, ...]) -> None:
        super().__init__(f"missing: {', '.join(missing)}")
        self.missing = missing


class TooManyAddresses(DomainError):
    """As many addresses are saved as can be chosen from."""


class BadRate(DomainError):
    """What was typed is no tariff."""


class BadPoints(DomainError):
    """A list of pick-up points that cannot be read. `line` is where, from 1 (0: all of it), `reason` why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason
