"""What is left of destroyed tickets in Telegram: their topics, and messages in the chats of the staff."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import String, bindparam, cast, delete, exists, literal, select, update

from domain.shared.ids import PersonId
from domain.tickets.models import TicketId
from storage.database import Database
from storage.tables import outbox, ticket_rooms, tickets

_MOST = 50
_GONE = ~exists().where(literal("ticket:") + cast(tickets.c.id, String) == outbox.c.subject)
# By the index of subjects: "ticket:" and whatever follows, up to the sign after the colon.
_MESSAGES = (
    select(outbox.c.id, outbox.c.person_id, outbox.c.message_id)
    .where(outbox.c.subject >= "ticket:", outbox.c.subject < "ticket;", outbox.c.message_id.is_not(None), _GONE)
    .order_by(outbox.c.id)
    .limit(_MOST)
)
_TOPICS = (
    select(ticket_rooms).where(~exists().where(tickets.c.id == ticket_rooms.c.ticket_id)).order_by("ticket_id")
).limit(_MOST)
_FORGET_MESSAGE = update(outbox).where(outbox.c.id == bindparam("row")).values(message_id=None)
_FORGET_TOPIC = delete(ticket_rooms).where(ticket_rooms.c.ticket_id == bindparam("ticket"))


@dataclass(frozen=True, slots=True)
class Trace:
    """A message about a ticket that is no more."""

    id: int
    chat_id: PersonId
    message_id: int


@dataclass(frozen=True, slots=True)
class TopicTrace:
    """A topic about one."""

    ticket_id: TicketId
    group: PersonId
    thread: int


class TicketTraces:
    """Every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def topics(self) -> list[TopicTrace]:
        """Some of the topics, the oldest first."""
        async with self._database.read() as work:
            rows = (await work.connection.execute(_TOPICS)).all()
        return [TopicTrace(TicketId(row.ticket_id), PersonId(row.group_id), row.thread) for row in rows]

    async def messages(self) -> list[Trace]:
        """Some of the messages, the oldest first."""
        async with self._database.read() as work:
            rows = (await work.connection.execute(_MESSAGES)).all()
        return [Trace(row.id, PersonId(row.person_id), row.message_id) for row in rows]

    async def topic_gone(self, ticket_id: TicketId) -> None:
        """Notes that Telegram has deleted it."""
        async with self._database.write() as work:
            await work.connection.execute(_FORGET_TOPIC, {"ticket": ticket_id})

    async def message_gone(self, id: int) -> None:
        """Notes that nothing of the ticket stands in it any more."""
        async with self._database.write() as work:
            await work.connection.execute(_FORGET_MESSAGE, {"row": id})
