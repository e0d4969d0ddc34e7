"""How much one person may send: a token bucket each, one warning, then silence for a while."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum


class Verdict(Enum):
    """What becomes of an update."""

    PASS = "pass"
    WARN = "warn"
    DROP = "drop"


class _Bucket:
    __slots__ = ("answered_at", "at", "silent_until", "tokens")

    def __init__(self, tokens: float, at: float) -> None:
        self.tokens = tokens
        self.at = at
        self.silent_until = 0.0
        self.answered_at = 0.0


class Flood:
    """Judges every update of every person in memory; costs about a microsecond.

    `rate` updates a second are always fine, `burst` at once are too. Who goes beyond is warned once and then not
    listened to for `silence` seconds, after which the bucket is full again. At most `people` are remembered; the one
    not heard of for the longest is forgotten first, which only ever does them good. Times are seconds of any steady
    clock.
    """

    def __init__(self, rate: float = 5.0, burst: int = 30, *, silence: float = 20.0, people: int = 10_000) -> None:
        self._rate = rate
        self._burst = float(burst)
        self._silence = silence
        self._people = people
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def admit(self, person_id: int, now: float) -> Verdict:
        """Counts one update: PASS, WARN (drop it and tell the person, once) or DROP (say nothing)."""
        bucket = self._buckets.get(person_id)
        if bucket is None:
            bucket = self._buckets[person_id] = _Bucket(self._burst, now)
            if len(self._buckets) > self._people:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(person_id)
        if bucket.silent_until:
            if now < bucket.silent_until:
                return Verdict.DROP
            bucket.silent_until = 0.0
            bucket.tokens = self._burst
        else:
            bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._rate)
        bucket.at = now
        if bucket.tokens >= 1.0:
            bucket.tokens -= 1.0
            return Verdict.PASS
        bucket.silent_until = now + self._silence
        return Verdict.WARN

    def may_answer(self, person_id: int, now: float) -> bool:
        """Whether a dropped press of theirs may be answered, so that its button stops spinning: once a second."""
        bucket = self._buckets.get(person_id)
        if bucket is None or now - bucket.answered_at < 1.0:
            return False
        bucket.answered_at = now
        return True
