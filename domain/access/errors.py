"""How access says no. A wrong password is no error: its try is counted, so it is an answer (see log_in.Refused)."""

from __future__ import annotations

from datetime import datetime

from domain.access.strength import Weakness
from domain.shared.errors import DomainError


class WeakPassword(DomainError):
    """The new password is too easy to guess. `weakness` says why."""

    def __init__(self, weakness: Weakness) -> None:
        super().__init__(f"weak: {weakness}")
        self.weakness = weakness


class EntryOver(DomainError):
    """Proving oneself was too long ago, or something changed since: start again."""


class TooManyAccounts(DomainError):
    """As many Telegram accounts as a cabinet may have are bound already. `limit` is how many."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} accounts are bound")
        self.limit = limit


class LoggedInElsewhere(DomainError):
    """This Telegram account is in a cabinet already; it has to be left first."""


class NotLoggedIn(DomainError):
    """Only for an account that is bound to a cabinet with a number."""


class OlderAccount(DomainError):
    """An account may end what was bound after it, not before: an intruder cannot turn the owner out."""


class TryLater(DomainError):
    """Too many tries. `minutes` from now, at least one, the next may be made."""

    def __init__(self, until: datetime, now: datetime) -> None:
        super().__init__("too many tries")
        self.minutes = max(1, -int((now - until).total_seconds() // 60))


class RecoveryRefused(DomainError):
    """The code opens nothing: it is wrong or over, or there is no such cabinet. Which of them is not said."""


class RecoveryTried(RecoveryRefused):
    """The same, after a try that counts."""

    keeps = True


class ProofNeeded(DomainError):
    """The password has to be typed first: who holds the phone need not be the owner."""
