"""What can go wrong between two who write to each other."""

from __future__ import annotations

from domain.shared.errors import DomainError


class NobodyToWrite(DomainError):
    """The person has no consultant, or the consultant has no account yet."""


class ConversationOver(DomainError):
    """The customer has gone to another consultant: these two write to each other no more."""


class TooManyMessages(DomainError):
    """More than a person may send in a minute."""


class NotRelayable(DomainError):
    """A kind of message that cannot be passed on."""


class NotYours(DomainError):
    """Only one's own messages can be taken back."""


class TooOld(DomainError):
    """Telegram deletes no message that is older than two days."""
