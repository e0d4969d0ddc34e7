"""What can go wrong by the rules. One place in handlers/ turns these into words."""

from __future__ import annotations


class DomainError(Exception):
    """A rule said no. Nothing of the use case took effect; the message is for logs, not for people."""


class NotFound(DomainError):
    """The thing is not there, or is not this person's to see: the two look the same on purpose."""


class Forbidden(DomainError):
    """The person's role does not allow this."""


class Stale(DomainError):
    """What the button showed has changed since; the person should look again."""
