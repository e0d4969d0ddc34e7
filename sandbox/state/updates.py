"""The queue of updates between people and the bot."""

import asyncio
import random
from collections import OrderedDict
from typing import Any

from sandbox.errors import ApiError

Raw = dict[str, Any]
KEPT = 5000
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Pending updates in order, and the last KEPT for repetition.

    An update stays pending until the bot asks for a larger offset (or its webhook answers 2xx).
    """

    def __init__(self) -> None:
        self.pending: OrderedDict[int, Raw] = OrderedDict()
        self.last_id = random.randint(100_000_000, 900_000_000)
        self.confirmed_to = self.last_id
        self.allowed: list[str] | None = None
        self.arrived = asyncio.Event()
        self._issued: OrderedDict[int, Raw] = OrderedDict()
        self._poller: asyncio.Future[None] | None = None

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def put(self, kind: str, content: Raw) -> int:
        """Queue an update and return its id; an unwanted kind gets an id and is dropped."""
        self.last_id += 1
        if self.wants(kind):
            self._queue({"update_id": self.last_id, kind: content})
        return self.last_id

    def find(self, update_id: int) -> Raw | None:
        """One of the last updates, whether confirmed or not."""
        return self._issued.get(update_id)

    def repeat(self, update: Raw, *, new_id: bool) -> int:
        """Deliver an update once more; returns its id."""
        if new_id:
            self.last_id += 1
            update = {**update, "update_id": self.last_id}
        self._queue(update)
        return int(update["update_id"])

    def _queue(self, update: Raw) -> None:
        number = update["update_id"]
        self.pending[number] = update
        self._issued[number] = update
        if len(self._issued) > KEPT:
            self._issued.popitem(last=False)
        self.arrived.set()

    def confirm(self, update_id: int) -> None:
        """One update is done with."""
        self.pending.pop(update_id, None)
        self.confirmed_to = max(self.confirmed_to, update_id)

    def confirm_before(self, offset: int) -> None:
        """Apply getUpdates' offset; one beyond any id ever given out belongs to an earlier run and is ignored."""
        if offset < 0:
            for number in list(self.pending)[:offset]:
                self.confirm(number)
        elif 0 < offset <= self.last_id + 1:
            for number in [number for number in self.pending if number < offset]:
                del self.pending[number]
            self.confirmed_to = max(self.confirmed_to, offset - 1)

    def drop(self) -> None:
        """Forget what is pending."""
        self.pending.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Raw]:
        """Pending updates, waiting up to `seconds` for the first; a newer poll ends this one by 409."""
        self.interrupt()
        self.confirm_before(offset)
        if not self.pending and seconds > 0:
            ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._poller = ended
            self.arrived.clear()
            arrived: asyncio.Future[Any] = asyncio.ensure_future(self.arrived.wait())
            try:
                both: set[asyncio.Future[Any]] = {arrived, ended}
                await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
                if ended.done():
                    raise ApiError(409, CONFLICT)
            finally:
                arrived.cancel()
                if self._poller is ended:
                    self._poller = None
        batch = []
        for update in self.pending.values():
            batch.append(update)
            if len(batch) >= limit:
                break
        return batch

    def interrupt(self) -> None:
        """End a waiting poll, if there is one."""
        if self._poller and not self._poller.done():
            self._poller.set_result(None)
