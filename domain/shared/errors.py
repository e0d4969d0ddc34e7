"""What can go wrong by the rules. One place in handlers/ turns these into words."""

from __future__ import annotations

from typing import ClassVar


class DomainError(Exception):
    """A rule said no. Nothing of the use case took effect; the message is for logs, not for people.

    Where `keeps` is set, what was written before the error was raised stays: a wrong try has to be counted.
    """

    keeps: ClassVar[bool] = False


class NotFound(DomainError):
    """The thing is not there, or is not this person's to see: the two look the same on purpose."""


class Forbidden(DomainError):
    """The person's role does not allow this."""


class Stale(DomainError):
    """What the button showed has changed since; the person should look again."""
