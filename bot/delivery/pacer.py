"""Telegram's pace, kept rather than learned from refusals: 30 a second, 1 a second to a chat, 20 a minute to a group.

Interactive answers and owed notices share one pacer. An answer takes the next free place in the second, and waits for
its chat only after a burst that nobody's fingers make; delivery waits for the place, for its own even spacing and for
the chat. A place is free again a second after Telegram has answered: it counted the message between the call and its
answer, so whatever the way there takes, no second of Telegram's can see more than the limit. A 429 that any call draws
stops delivery until it is over; answers to people do not wait for a 429 that a notice drew, since Telegram counts chats
apart and their own call would be told.
"""

from __future__ import annotations

import heapq
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

CHATS = 20_000
TRIP = 0.05
"""How long the way to Telegram and back is taken to be as long as it is not over, seconds."""
LOST = 30.0
"""A call that was never heard of again counts for so long."""
SOON = 0.02


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages per second, and per minute for a group. A paid broadcast may raise `limit` and `delivery` to 1000."""

    limit: float = 30.0
    """What Telegram allows in any second; never passed by answers and notices together."""
    delivery: float = 30.0
    """What delivery spends at most."""
    chat: float = 1.0
    group_per_minute: float = 20.0
    chat_burst: int = 15
    """Answers to one person at once; Telegram forgives a few more, then it is one a second like notices."""


class Place:
    """One message's place in the second. `wait`: seconds before it may be sent. End it by `sent` or `free`."""

    __slots__ = ("_pacer", "at", "wait")

    def __init__(self, pacer: Pacer, at: float, wait: float) -> None:
        self._pacer = pacer
        self.at = at
        self.wait = wait

    def still(self) -> float:
        """Seconds to wait on, after `wait`: what went before may have been under way for longer than was thought."""
        return self._pacer.still(self)

    def sent(self) -> None:
        """Telegram has answered, or may have counted the message without our hearing of it."""
        self._pacer.ended(self, counts=True)

    def free(self) -> None:
        """Nothing was sent."""
        self._pacer.ended(self, counts=False)


class Pacer:
    """Tells how long to wait. Not for several event loops; times are seconds of a steady clock."""

    def __init__(self, rates: Rates | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates or Rates()
        self._clock = clock
        self._limit = max(1, int(self._rates.limit))
        self._under_way: dict[Place, float] = {}
        self._over: deque[float] = deque()
        self._next_delivery = 0.0
        self._paused_until = 0.0
        self._chats: OrderedDict[int, float] = OrderedDict()
        self._turns: OrderedDict[int, float] = OrderedDict()

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

    def turn(self, chat_id: int) -> float:
        """Takes the next turn in somebody's own chat: seconds until it comes, 0 while the burst lasts.

        Telegram counts a chat apart, and whoever did many things while the bot was away is answered all of them.
        """
        now, spacing = self._clock(), 1.0 / self._rates.chat
        at = max(self._turns.get(chat_id, 0.0), now)
        _put(self._turns, chat_id, at + spacing)
        return max(0.0, at - now - (self._rates.chat_burst - 1) * spacing)

    def answer(self, chat_id: int | None) -> Place:
        """Takes the next place for an answer to somebody."""
        now = self._clock()
        over = self._taken(now) + 1 - self._limit
        at = now
        if over > 0:
            at = max(now, heapq.nsmallest(over, chain(self._over, self._under_way.values()))[-1])
        if chat_id is not None:
            self._sent_to(chat_id, at)
        return self._take(at, at - now)

    def delivery_wait(self) -> float:
        """Seconds until delivery may send to anybody at all."""
        now = self._clock()
        wait = max(0.0, max(self._paused_until, self._next_delivery) - now)
        over = self._taken(now) + 1 - self._limit
        if over <= 0:
            return wait
        # Where it hangs on what is under way, nobody knows how long: it is asked again soon.
        return max(wait, self._over[over - 1] - now if over <= len(self._over) else SOON)

    def chat_wait(self, chat_id: int) -> float:
        """Seconds until this chat may get a notice."""
        return max(0.0, self._chats.get(chat_id, 0.0) - self._clock())

    def deliver(self, chat_id: int) -> Place:
        """Delivery sends to this chat now."""
        now = self._clock()
        # Counted from where it should have been, so that late wake-ups do not lower the rate.
        step = 1.0 / self._rates.delivery
        self._next_delivery = max(self._next_delivery, now - max(step, 0.05)) + step
        self._sent_to(chat_id, now)
        if chat_id > 0:
            self.turn(chat_id)
        return self._take(now, 0.0)

    def still(self, place: Place) -> float:
        """For Place alone."""
        now = self._clock()
        self._taken(now)
        before = next((number for number, each in enumerate(self._under_way) if each is place), 0)
        over = len(self._over) + before + 1 - self._limit
        if over <= 0:
            return 0.0
        return max(0.001, self._over[over - 1] - now) if over <= len(self._over) else SOON

    def ended(self, place: Place, *, counts: bool) -> None:
        """For Place alone; twice is the same as once."""
        if self._under_way.pop(place, None) is not None and counts:
            self._over.append(self._clock() + 1.0)

    def _take(self, at: float, wait: float) -> Place:
        place = Place(self, at, wait)
        self._under_way[place] = at + 1.0 + TRIP
        return place

    def _taken(self, now: float) -> int:
        """How many places of the second are taken."""
        while self._over and self._over[0] <= now:
            self._over.popleft()
        if len(self._under_way) >= self._limit:
            for place in [each for each in self._under_way if each.at < now - LOST]:
                del self._under_way[place]
        return len(self._over) + len(self._under_way)

    def _sent_to(self, chat_id: int, at: float) -> None:
        spacing = 60.0 / self._rates.group_per_minute if chat_id < 0 else 1.0 / self._rates.chat
        # Not added up: Telegram forgives bursts of answers, and a notice need not wait for all of them.
        _put(self._chats, chat_id, max(self._chats.get(chat_id, 0.0), at + spacing))


def _put(chats: OrderedDict[int, float], chat_id: int, at: float) -> None:
    """Remembers it, and forgets who was not written to for the longest."""
    chats[chat_id] = at
    chats.move_to_end(chat_id)
    while len(chats) > CHATS:
        chats.popitem(last=False)
