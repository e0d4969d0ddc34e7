"""What an announcement is about: each kind can be switched off by whoever gets it."""

from __future__ import annotations

from enum import StrEnum


class BroadcastKind(StrEnum):
    """In the order they are shown."""

    OFFERS = "offers"
    NEWS = "news"
    GIFTS = "gifts"
    """Gifts and birthdays."""
    CATALOG = "catalog"
    """A new catalog."""
