"""Messages owed to people, written with their cause."""

from __future__ import annotations

from domain.notices.models import Notice
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import outbox
from storage.tables.delivery import OutboxState

_PUT = for_both(lambda engine: insert(outbox, engine).on_conflict_do_nothing(index_elements=["key"]))


class Outbox(Shelf):
    """Implements domain.notices.ports.Outbox; storage.outbox_queue is where delivery takes them from."""

    __slots__ = ()

    async def put(self, notice: Notice) -> None:
        now = self._work.clock()
        values = {
            "key": notice.key,
            "person_id": notice.to,
            "channel": notice.channel,
            "kind": notice.kind,
            "args": dict(notice.args),
            "priority": notice.priority,
            "state": OutboxState.WAITING,
            "due_at": now,
            "attempts": 0,
            "created_at": now,
        }
        await self._run(_PUT[self._engine], values)
