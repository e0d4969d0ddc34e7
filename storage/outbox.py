"""Messages owed to people, written with their cause."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from domain.notices.models import Notice, NoticeKind, Owed
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import outbox
from storage.tables.delivery import OutboxState

_PUT = for_both(lambda engine: insert(outbox, engine).on_conflict_do_nothing(index_elements=["key"]))
_OWED = select(outbox.c.id, outbox.c.person_id, outbox.c.kind, outbox.c.message_id)
_ABOUT = _OWED.where(outbox.c.subject == bindparam("about")).order_by(outbox.c.id)
_ONE = _OWED.where(outbox.c.id == bindparam("row"))


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
            "due_at": notice.due or now,
            "attempts": 0,
            "created_at": now,
            "subject": notice.subject,
        }
        await self._run(_PUT[self._engine], values)

    async def about(self, subject: str) -> Sequence[Owed]:
        rows = (await self._run(_ABOUT, {"about": subject})).all()
        return [Owed(row.id, row.person_id, NoticeKind(row.kind), row.message_id) for row in rows]

    async def owed(self, id: int) -> Owed | None:
        row = (await self._run(_ONE, {"row": id})).first()
        return None if row is None else Owed(row.id, row.person_id, NoticeKind(row.kind), row.message_id)
