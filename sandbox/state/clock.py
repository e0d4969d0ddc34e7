"""The sandbox's time, which a test may push forward."""

import time
from datetime import UTC, datetime


class Clock:
    """Wall time plus a shift in seconds; flood limits do not follow the shift."""

    def __init__(self) -> None:
        self.shift = 0.0

    def now(self) -> float:
        """Seconds since 1970, shifted."""
        return time.time() + self.shift

    def seconds(self) -> int:
        """Whole seconds, as Telegram dates things."""
        return int(self.now())

    def iso(self, at: float | None = None) -> str:
        """ISO 8601 in UTC."""
        moment = datetime.fromtimestamp(self.now() if at is None else at, UTC)
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
