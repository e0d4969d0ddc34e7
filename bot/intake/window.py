"""The updates Telegram still holds for us: taken and not confirmed, in the order it gave them."""

from __future__ import annotations

import asyncio

from bot.intake.handling import Outcome

TELEGRAM_LIMIT = 100
"""getUpdates gives the earliest 100 unconfirmed updates and no others."""


class Window:
    """Knows what may be confirmed: a prefix without a gap, in order of arrival.

    Ids are looked up, never compared: after a quiet week Telegram goes on with any id, a lower one as well. `offset`
    is what to say in the next getUpdates; once Telegram has taken it and holds nothing more, it is forgotten, so that
    a lower id cannot hide behind it.
    """

    def __init__(self, limit: int = TELEGRAM_LIMIT) -> None:
        self._limit = limit
        self._updates: dict[int, asyncio.Future[Outcome]] = {}
        self.offset: int | None = None
        self.freed = 0
        """Confirmable updates since Telegram was last asked: how much news the next answer has room for."""

    def __len__(self) -> int:
        return len(self._updates)

    def __contains__(self, update_id: int) -> bool:
        return update_id in self._updates

    @property
    def full(self) -> bool:
        """Telegram cannot show anything new until the first one is finished."""
        return len(self._updates) >= self._limit

    def add(self, update_id: int, end: asyncio.Future[Outcome]) -> None:
        """A new update, and the future that tells its end."""
        self._updates[update_id] = end

    def advance(self) -> None:
        """Moves the offset past what is finished at the front."""
        while self._updates:
            update_id, end = next(iter(self._updates.items()))
            if not end.done() or not end.result().confirmed:
                return
            del self._updates[update_id]
            self.offset = update_id + 1
            self.freed += 1

    def answered(self, offset: int | None, count: int) -> None:
        """Telegram answered a getUpdates that said `offset` with `count` updates."""
        self.freed = 0
        if count == 0 and offset == self.offset and not self._updates:
            self.offset = None
