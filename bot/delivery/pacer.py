"""Telegram's pace, kept rather than learned from refusals: 30 a second, 1 a second to a chat, 20 a minute to a group.

Interactive answers and owed notices share one pacer. An answer takes the next free place in the second and waits for
that alone; delivery waits for the place, for its own even spacing (a little under the limit) and for the chat. A 429
that any call draws stops delivery until it is over; answers to people do not wait for a 429 that a notice drew, since
Telegram counts chats apart and their own call would be told.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass

CHATS = 20_000


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages per second, and per minute for a group. A paid broadcast may raise `limit` and `delivery` to 1000."""

    limit: float = 30.0
    """What Telegram allows in any second; never passed by answers and notices together."""
    delivery: float = 28.0
    """What delivery spends at most."""
    chat: float = 1.0
    group_per_minute: float = 20.0
    margin: float = 0.05
    """Seconds added to Telegram's second, for the way there."""

    @classmethod
    def for_delivery(cls, rate: float) -> Rates:
        """Delivery at `rate`, with a little room above it for answers: 28 goes with Telegram's 30."""
        return cls(limit=max(1.0, round(rate * 30 / 28)), delivery=rate)


class Pacer:
    """Tells how long to wait. Not for several event loops; times are seconds of a steady clock."""

    def __init__(self, rates: Rates | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates or Rates()
        self._clock = clock
        self._second = 1.0 + self._rates.margin
        self._places: deque[float] = deque(maxlen=max(1, int(self._rates.limit)))
        self._next_delivery = 0.0
        self._paused_until = 0.0
        self._chats: OrderedDict[int, float] = OrderedDict()

    @property
    def rates(self) -> Rates:
        return self._rates

    @property
    def paused(self) -> float:
        """Seconds until a 429 is over; 0 when there is none."""
        return max(0.0, self._paused_until - self._clock())

    def pause(self, seconds: float) -> None:
        """Telegram answered 429: delivery sends nothing for so long."""
        self._paused_until = max(self._paused_until, self._clock() + seconds)

    def answer(self, chat_id: int | None) -> float:
        """Takes the next place for an answer to somebody; gives the seconds to wait before it."""
        now = self._clock()
        at = self._place(now)
        self._places.append(at)
        if chat_id is not None:
            self._sent_to(chat_id, at)
        return at - now

    def delivery_wait(self) -> float:
        """Seconds until delivery may send to anybody at all."""
        now = self._clock()
        return max(0.0, max(self._paused_until, self._next_delivery, self._place(now)) - now)

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get a notice."""
        return max(0.0, self._chats.get(chat_id, 0.0) - self._clock())

    def deliver(self, chat_id: int) -> None:
        """Delivery sends to this chat now."""
        now = self._clock()
        self._places.append(max(now, self._place(now)))
        # Counted from where it should have been, so that late wake-ups do not lower the rate.
        step = 1.0 / self._rates.delivery
        self._next_delivery = max(self._next_delivery, now - max(step, 0.05)) + step
        self._sent_to(chat_id, now)

    def _place(self, now: float) -> float:
        if len(self._places) < (self._places.maxlen or 1):
            return now
        return max(now, self._places[0] + self._second)

    def _sent_to(self, chat_id: int, at: float) -> None:
        spacing = 60.0 / self._rates.group_per_minute if chat_id < 0 else 1.0 / self._rates.chat
        # Not added up: Telegram forgives bursts of answers, and a notice need not wait for all of them.
        self._chats[chat_id] = max(self._chats.get(chat_id, 0.0), at + spacing)
        self._chats.move_to_end(chat_id)
        while len(self._chats) > CHATS:
            self._chats.popitem(last=False)
