"""How reading personal data says no."""

from __future__ import annotations

from datetime import timedelta

from domain.shared.errors import DomainError


class ReasonNeeded(DomainError):
    """Without a reason of `least` to `most` characters nobody's data is opened."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__("a reason is needed")
        self.least = least
        self.most = most


class ReadingAlready(DomainError):
    """One person at a time: what was opened last is on the screen for `shown`."""

    def __init__(self, shown: timedelta) -> None:
        super().__init__("somebody's data is open")
        self.minutes = int(shown.total_seconds()) // 60


class TooManyReads(DomainError):
    """As many as `limit` were opened within a day."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} were opened today")
        self.limit = limit
