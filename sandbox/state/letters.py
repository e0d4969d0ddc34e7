"""Letters and SMS that were sent here."""

from collections import deque
from typing import Any

from sandbox.state.clock import Clock
from sandbox.state.events import Events

Raw = dict[str, Any]
KEPT = 500


class Letters:
    """The last KEPT letters and SMS."""

    def __init__(self, clock: Clock, events: Events) -> None:
        self._clock = clock
        self._events = events
        self._last_id = 0
        self.mail: deque[Raw] = deque(maxlen=KEPT)
        self.sms: deque[Raw] = deque(maxlen=KEPT)

    def add_mail(self, **fields: Any) -> int:
        """Keep a letter: from, to, subject, text, html."""
        self._last_id += 1
        row = {"id": self._last_id, "time": self._clock.iso(), **fields}
        self.mail.append(row)
        self._events.emit("mail", mail=row)
        return self._last_id

    def add_sms(self, to: str, text: str) -> int:
        """Keep an SMS."""
        self._last_id += 1
        row = {"id": self._last_id, "time": self._clock.iso(), "to": to, "text": text}
        self.sms.append(row)
        self._events.emit("sms", sms=row)
        return self._last_id

    def clear(self) -> None:
        """Empty both boxes."""
        self.mail.clear()
        self.sms.clear()
