"""How long to wait before the next try."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential pauses with full jitter: evenly between nothing and first * 2 ** failures, at most `most` seconds.

    Full jitter, since those who failed together would otherwise come back together.
    """

    first: float = 0.5
    most: float = 60.0

    def ceiling(self, failures: int) -> float:
        """The longest pause after so many failures (1 and up), in seconds."""
        return min(self.most, self.first * 2.0 ** min(max(failures, 1) - 1, 32))

    def pause(self, failures: int) -> float:
        """A pause after so many failures, in seconds; never under a tenth of the longest, so that nothing spins."""
        longest = self.ceiling(failures)
        return random.uniform(longest / 10, longest)
