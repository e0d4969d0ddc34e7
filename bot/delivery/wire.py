"""How many messages may be on their way at once: as few as keep the rate.

What is on the wire when the process is killed may come twice, since Telegram has it and the outbox does not know. It
cannot be fewer than rate x round trip, so that is what is allowed, measured all the time: at 28 a second and 60 ms two
or three, and one where the round trip is short. One that hangs is not counted for long, so it holds up nobody.
"""

from __future__ import annotations

from math import ceil

SLACK = 1.5
"""Times rate x round trip: round trips scatter."""
FIRST_TRIP = 0.05
LONGEST_TRIP = 2.0
LEARN = 0.1
PATIENCE = 4.0
"""Round trips after which one is taken to hang."""
LEAST_PATIENCE = 0.1


class Wire:
    """Counts what is on its way; times are seconds of one steady clock."""

    def __init__(self, rate: float, most: int) -> None:
        self._rate = rate
        self._most = most
        self._trip = FIRST_TRIP
        self._began: dict[int, float] = {}

    @property
    def allowed(self) -> int:
        """How many at once."""
        return min(self._most, max(1, ceil(self._rate * self._trip * SLACK)))

    def wait(self, now: float) -> float:
        """Seconds until the next may begin, unless one ends before; 0 when it may."""
        if len(self._began) >= self._most:
            return LONGEST_TRIP
        hangs = now - max(LEAST_PATIENCE, PATIENCE * self._trip)
        young = [began for began in self._began.values() if began > hangs]
        return 0.0 if len(young) < self.allowed else max(0.001, min(young) - hangs)

    def begin(self, number: int, now: float) -> None:
        """One more, by the number of its row."""
        self._began[number] = now

    def end(self, number: int, now: float) -> None:
        """It has arrived, or failed."""
        began = self._began.pop(number, None)
        if began is not None:
            self._trip += (min(now - began, LONGEST_TRIP) - self._trip) * LEARN
