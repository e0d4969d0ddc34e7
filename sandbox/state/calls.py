"""The log of Bot API calls."""

import time
from collections import deque
from typing import Any

from sandbox.state.clock import Clock
from sandbox.state.events import Events

KEPT = 5000
SHOWN_UPDATES = 10


class Calls:
    """The last KEPT calls with parameters and answers."""

    def __init__(self, clock: Clock, events: Events) -> None:
        self._clock = clock
        self._events = events
        self._rows: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._last_id = 0
        self.last_at = time.monotonic()
        self.on = True
        self.total = 0

    def touch(self, method: str) -> None:
        """Note that the bot did something other than wait for updates."""
        self.total += 1
        if method != "getUpdates":
            self.last_at = time.monotonic()

    def add(
        self, method: str, params: dict[str, Any], answer: Any, status: int, started: float, *, known: bool = True
    ) -> None:
        """Log one call; `started` is a `time.monotonic()`."""
        if not self.on:
            return
        self._last_id += 1
        if method == "getUpdates" and len(answer.get("result") or ()) > SHOWN_UPDATES:
            batch = answer["result"]
            answer = {**answer, "result": batch[:SHOWN_UPDATES], "left_out": len(batch) - SHOWN_UPDATES}
        row = {
            "id": self._last_id,
            "time": self._clock.iso(),
            "method": method,
            "params": params,
            "answer": answer,
            "status": status,
            "ms": round((time.monotonic() - started) * 1000, 1),
            "known": known,
        }
        self._rows.append(row)
        # Empty polls would push everything else out of sight.
        if not (method == "getUpdates" and status == 200 and not answer.get("result")):
            self._events.emit("call", call=row)

    def find(self, after: int, method: str | None, limit: int) -> list[dict[str, Any]]:
        """Calls with a larger id than `after`, the newest `limit` of them, oldest first."""
        wanted = method.lower() if method else None
        rows = [row for row in self._rows if row["id"] > after and (wanted is None or row["method"].lower() == wanted)]
        return rows[-limit:]

    def clear(self) -> None:
        """Forget the calls; ids go on."""
        self._rows.clear()
