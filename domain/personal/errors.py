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


class WordsNeeded(DomainError):
    """What is wrong, what is asked, or the answer has to be said in `least` to `most` characters."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__("too short or too long")
        self.least = least
        self.most = most


class AlreadyAsked(DomainError):
    """A question of this cabinet waits for its answer; another can be asked after that."""


class AlreadyExtended(DomainError):
    """The law knows one extension, and this request had it."""
