"""Which buttons stand under an announcement, and which announcement that is."""

from __future__ import annotations

from domain.broadcasts.models import BroadcastId

UNDER = {"bfl": False, "bkf": True, "bkx": True}
"""Prefixes of what the buttons carry, the announcement's number first; whether the button asks for fewer or none."""


def press_of(data: str | None) -> tuple[BroadcastId, bool] | None:
    """The announcement under which this was pressed and whether it stops something; None for any other button."""
    prefix, _, rest = (data or "").partition(":")
    if prefix not in UNDER:
        return None
    number = rest.partition(":")[0]
    if not (number.isascii() and number.isdigit() and 0 < int(number) < 2**31):
        return None
    return BroadcastId(int(number)), UNDER[prefix]
