"""How requests about one's own data are told no."""

from __future__ import annotations

from domain.shared.errors import DomainError


class TooManyCopies(DomainError):
    """As many copies as `limit` were made within a day."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} copies were made today")
        self.limit = limit


class AlreadyEnded(DomainError):
    """The request was decided or cancelled meanwhile."""
