"""Why a code is not sent, or not taken."""

from __future__ import annotations

from datetime import datetime

from domain.codes.models import Purpose
from domain.shared.errors import DomainError


class CodeError(DomainError):
    """Something about a code asked for with this purpose."""

    def __init__(self, purpose: Purpose) -> None:
        super().__init__(purpose)
        self.purpose = purpose


class TooManyCodes(CodeError):
    """The hour's codes are used up; at `retry_at` the next can be asked for."""

    def __init__(self, purpose: Purpose, retry_at: datetime) -> None:
        super().__init__(purpose)
        self.retry_at = retry_at


class TooSoon(CodeError):
    """A code was sent a moment ago; from `retry_at` on another can be asked for."""

    def __init__(self, purpose: Purpose, retry_at: datetime) -> None:
        super().__init__(purpose)
        self.retry_at = retry_at


class WrongCode(CodeError):
    """Not these digits; `left` more tries, with 0 the code is void. The try counts although this is an error."""

    keeps = True

    def __init__(self, purpose: Purpose, left: int) -> None:
        super().__init__(purpose)
        self.left = left


class CodeExpired(CodeError):
    """The code was right for ten minutes, which are over."""


class NoCode(CodeError):
    """There is no code to check: none was asked for, or it is used or void."""
