"""How fast something may be tried: a few tries at once, then ever longer pauses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Tries:
    """What is remembered of the tries of one kind on one thing."""

    count: int
    last_at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Throttle:
    """`free` tries, then a pause of `first` that doubles with every further try up to `most`.

    After `forget` without a try the count starts anew.
    """

    free: int
    first: timedelta
    most: timedelta
    forget: timedelta = timedelta(hours=24)

    def wait_until(self, tries: Tries | None, now: datetime) -> datetime | None:
        """When the next try may be made; None when it may be made now."""
        if tries is None or tries.until is None or tries.until <= now:
            return None
        return tries.until

    def after(self, tries: Tries | None, now: datetime) -> Tries:
        """What to remember after one more try."""
        count = 1 if tries is None or now - tries.last_at >= self.forget else tries.count + 1
        if count < self.free:
            return Tries(count, now)
        pause = min(self.most, self.first * 2 ** min(count - self.free, 30))
        return Tries(count, now, now + pause)


@dataclass(frozen=True, slots=True)
class Throttles:
    """What may be tried how fast. A third party can spend a number's tries, but never ends a log-in that is there."""

    number: Throttle = Throttle(5, timedelta(seconds=30), timedelta(hours=1))
    person: Throttle = Throttle(5, timedelta(seconds=30), timedelta(hours=6))
    change: Throttle = Throttle(5, timedelta(seconds=30), timedelta(hours=1))
    recovery_number: Throttle = Throttle(4, timedelta(minutes=20), timedelta(hours=6))
    recovery_person: Throttle = Throttle(4, timedelta(minutes=20), timedelta(hours=24))
    recovery_code: Throttle = Throttle(5, timedelta(minutes=1), timedelta(hours=6))
