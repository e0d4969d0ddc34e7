"""How fast a bot may send, and the other numbers a test may set."""

import math
import time
from collections import deque
from dataclasses import asdict, dataclass, fields
from typing import Any

from sandbox.errors import PersonError, too_many


@dataclass(slots=True)
class Limits:
    """Settable numbers; None switches a flood limit off. Times are seconds. `paced`: load mode keeps the pace too."""

    per_second: float | None = 30
    per_chat_per_second: float | None = 1
    per_chat_burst: int = 20
    per_group_per_minute: float | None = 20
    strict: bool = True
    paced: bool = False
    pre_checkout_seconds: float = 10.0
    inline_seconds: float = 10.0
    callback_seconds: float = 900.0
    delete_hours: float = 48.0
    webhook_first_pause: float = 1.0
    webhook_last_pause: float = 60.0
    webhook_timeout: float = 60.0

    def update(self, body: dict[str, Any]) -> None:
        """Change what is named; raises PersonError 400 for an unknown name or a wrong value."""
        types = {field.name: field.type for field in fields(self)}
        for name, value in body.items():
            if name not in types:
                raise PersonError(400, f"there is no limit {name!r}; there are {', '.join(types)}")
            if types[name] is bool:
                fits = isinstance(value, bool)
            elif value is None:
                fits = "None" in str(types[name])
            else:
                fits = isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
            if not fits:
                raise PersonError(400, f"{name} cannot be {value!r}")
        for name, value in body.items():
            setattr(self, name, value)

    def view(self) -> dict[str, Any]:
        """The numbers in force."""
        return asdict(self)


class Flood:
    """Telegram's pace: a window of a second for all, a bucket per chat, a window of a minute per group."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all: deque[float] = deque()
        self._groups: dict[int, deque[float]] = {}
        self._chats: dict[int, tuple[float, float]] = {}
        self.taken = 0
        self.refused = 0

    def take(self, chat_id: int, *, group: bool, weight: int = 1) -> None:
        """Count `weight` messages to a chat; raises 429 and counts nothing when one limit is passed."""
        limits = self._limits
        now = time.monotonic()
        wait = 0.0
        if limits.per_second is not None:
            wait = _window_wait(self._all, now, 1.0, limits.per_second)
        if group and limits.per_group_per_minute is not None:
            window = self._groups.setdefault(chat_id, deque())
            wait = max(wait, _window_wait(window, now, 60.0, limits.per_group_per_minute))
        rate, burst = limits.per_chat_per_second, max(1, limits.per_chat_burst)
        left = float(burst)
        if rate is not None:
            was, at = self._chats.get(chat_id, (left, now))
            left = min(float(burst), was + (now - at) * rate)
            if left < 1:
                wait = max(wait, (1 - left) / rate if rate else 60.0)
        if wait > 0:
            self.refused += 1
            raise too_many(max(1, math.ceil(wait)))
        self.taken += weight
        if limits.per_second is not None:
            self._all.extend([now] * weight)
        if group and limits.per_group_per_minute is not None:
            self._groups[chat_id].extend([now] * weight)
        if rate is not None:
            self._chats[chat_id] = (left - weight, now)

    def clear(self) -> None:
        """Forget what was sent."""
        self._all.clear()
        self._groups.clear()
        self._chats.clear()
        self.taken = self.refused = 0


def _window_wait(window: deque[float], now: float, span: float, most: float) -> float:
    while window and window[0] <= now - span:
        window.popleft()
    if len(window) < most:
        return 0.0
    return window[0] + span - now if window else span
