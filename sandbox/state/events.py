"""What the page is told as it happens."""

import asyncio
from typing import Any

QUEUE_SIZE = 1000
RESET = "reset"


class Events:
    """Counts what happens and hands it to whoever listens.

    A listener who falls QUEUE_SIZE events behind loses its queue and gets a single `reset` event: it
    reads everything anew. The counter goes on when nobody listens, so `?after=` always works.
    """

    def __init__(self) -> None:
        self.n = 0
        self._queues: set[asyncio.Queue[dict[str, Any]]] = set()

    @property
    def heard(self) -> bool:
        """Whether somebody listens, so that building an event is worth while."""
        return bool(self._queues)

    def next(self) -> int:
        """Count one event without telling it."""
        self.n += 1
        return self.n

    def emit(self, kind: str, **fields: Any) -> int:
        """Count one event and tell it; None fields are left out."""
        self.n += 1
        if self._queues:
            self.tell(self.n, kind, **fields)
        return self.n

    def tell(self, n: int, kind: str, **fields: Any) -> None:
        """Tell an event that was counted as `n`."""
        event = {"n": n, "type": kind, **{key: value for key, value in fields.items() if value is not None}}
        for queue in self._queues:
            try:
                queue.put_nowait(event)
            except asyncio.QueueFull:
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait({"n": n, "type": RESET})

    def subscribe(self) -> asyncio.Queue[dict[str, Any]]:
        """A new listener's queue; give it back to `unsubscribe`."""
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(QUEUE_SIZE)
        self._queues.add(queue)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[dict[str, Any]]) -> None:
        """End a subscription."""
        self._queues.discard(queue)
