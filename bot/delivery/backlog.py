"""Claimed rows that wait for their turn: the most urgent whose chat is free goes first."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable

from bot.delivery.ports import OutboxRow


class Claimed:
    """A row and the time (of the event loop) until which it is ours to begin."""

    __slots__ = ("row", "until")

    def __init__(self, row: OutboxRow, until: float) -> None:
        self.row = row
        self.until = until


class Backlog:
    """Keeps one chat's rows in their order and never holds others up for them.

    `wait_of` tells how long a chat must still wait. Rows whose lease has run out are let go; they are claimed again.
    """

    def __init__(self, wait_of: Callable[[int], float]) -> None:
        self._wait_of = wait_of
        self._chats: dict[int, deque[Claimed]] = {}
        self._ready: list[tuple[int, int, int]] = []
        self._later: list[tuple[float, int]] = []
        self._busy: set[int] = set()
        self._size = 0

    def __len__(self) -> int:
        return self._size

    @property
    def ready(self) -> int:
        """Chats that could be sent to now, as far as known; an upper bound."""
        return len(self._ready)

    def add(self, claimed: Claimed, now: float) -> None:
        """Takes a claimed row; a NOTICE goes before BULK of the same chat too."""
        chat_id = claimed.row.person_id
        self._size += 1
        queue = self._chats.get(chat_id)
        if queue is None:
            self._chats[chat_id] = deque([claimed])
            if chat_id not in self._busy:
                self._offer(chat_id, now)
            return
        place = len(queue)
        while place and _order(queue[place - 1]) > _order(claimed):
            place -= 1
        queue.insert(place, claimed)
        if place == 0 and chat_id not in self._busy:
            self._offer(chat_id, now)

    def take(self, now: float) -> Claimed | None:
        """The most urgent row whose chat is free; its chat is busy until `done`."""
        while self._later and self._later[0][0] <= now:
            _, chat_id = heapq.heappop(self._later)
            if chat_id in self._chats and chat_id not in self._busy:
                self._offer(chat_id, now)
        while self._ready:
            *order, chat_id = heapq.heappop(self._ready)
            queue = self._chats.get(chat_id)
            if queue is None or chat_id in self._busy:
                continue
            while queue and queue[0].until <= now:
                queue.popleft()
                self._size -= 1
            if not queue:
                del self._chats[chat_id]
                continue
            if self._wait_of(chat_id) > 0 or tuple(order) != _order(queue[0]):
                self._offer(chat_id, now)
                continue
            claimed = queue.popleft()
            self._size -= 1
            self._busy.add(chat_id)
            return claimed
        return None

    def done(self, chat_id: int, now: float) -> None:
        """The chat's message was sent, or not; its next row may come."""
        self._busy.discard(chat_id)
        queue = self._chats.get(chat_id)
        if queue is None:
            return
        if queue:
            self._offer(chat_id, now)
        else:
            del self._chats[chat_id]

    def drop(self, chat_id: int) -> None:
        """Forgets what waits for this chat."""
        queue = self._chats.get(chat_id)
        if queue is not None:
            self._size -= len(queue)
            queue.clear()

    def wait(self, now: float) -> float | None:
        """Seconds until a chat becomes free; None when nothing waits for that."""
        return max(0.0, self._later[0][0] - now) if self._later else None

    def _offer(self, chat_id: int, now: float) -> None:
        wait = self._wait_of(chat_id)
        if wait > 0:
            heapq.heappush(self._later, (now + wait, chat_id))
        else:
            heapq.heappush(self._ready, (*_order(self._chats[chat_id][0]), chat_id))


def _order(claimed: Claimed) -> tuple[int, int]:
    return claimed.row.priority, claimed.row.id
