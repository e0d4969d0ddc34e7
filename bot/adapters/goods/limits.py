"""How much of a stranger's file is read at most."""

from __future__ import annotations

TABLE = 48 * 2**20
"""Bytes of a table, unpacked."""
ARCHIVE = 2 * 2**30
MEMBERS = 40_000
RATIO = 250
"""How many times larger than packed a part of an archive may be: text comes to 20, a bomb to 1,000."""
ROWS = 100_000
COLUMNS = 200
CELL = 40_000
"""Characters of one cell."""
ALBUM = 10
"""Pictures of one offer of a feed."""
PICTURE = 20 * 2**20
PIXELS = 50_000_000
MEMORY = 1536 * 2**20
"""What the reading process may take as a whole, its libraries included."""
SECONDS = 60
"""For a table; each picture adds SECONDS_A_PICTURE."""
SECONDS_A_PICTURE = 1.0


class Refused(Exception):
    """The file as a whole cannot be taken; `reason` says why in a word, `value` names the part."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(f"{reason} {value}".strip())
        self.reason = reason
        self.value = value
