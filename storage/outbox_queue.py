"""The outbox as delivery sees it: rows are claimed under a lease, then finished, put off or put aside."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, func, or_, select, update

from domain.notices.models import Channel
from domain.shared.ids import PersonId
from domain.shared.localised import Language
from storage.database import Database
from storage.tables import outbox, people
from storage.tables.delivery import OutboxState

ERROR_LIMIT = 500


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A notice to send now. `attempts` counts this one too: it is 1 the first time."""

    id: int
    key: str
    person_id: PersonId
    language: Language
    kind: str
    args: Mapping[str, int | str]
    priority: int
    attempts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class OutboxStats:
    """How many wait (leased ones too), how long the oldest of them has (0 if none), how many were put aside."""

    waiting: int
    oldest_seconds: float
    dead: int


_FREE = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= bindparam("now"))
_WAITING = outbox.c.state == OutboxState.WAITING
_CHANNEL = outbox.c.channel == bindparam("channel")
_DUE = (
    select(
        outbox.c.id,
        outbox.c.key,
        outbox.c.person_id,
        people.c.language,
        outbox.c.kind,
        outbox.c.args,
        outbox.c.priority,
        outbox.c.attempts,
        outbox.c.created_at,
    )
    .join_from(outbox, people, people.c.id == outbox.c.person_id)
    .where(_WAITING, _CHANNEL, outbox.c.due_at <= bindparam("now"), _FREE)
    .order_by(outbox.c.priority, outbox.c.due_at, outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(of=outbox, skip_locked=True)
)
_LEASE = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
)
_RELEASE = update(outbox).where(_WAITING, outbox.c.lease_until.is_not(None)).values(lease_until=None)
_ONE = outbox.c.id == bindparam("row")
_SENT = (
    update(outbox)
    .where(_ONE)
    .values(state=OutboxState.SENT, sent_at=bindparam("at"), message_id=bindparam("message"), lease_until=None)
)
_RETRY = (
    update(outbox)
    .where(_ONE, _WAITING)
    .values(due_at=bindparam("due"), last_error=bindparam("error"), lease_until=None)
)
_ASIDE = (
    update(outbox).where(_ONE, _WAITING).values(state=OutboxState.DEAD, last_error=bindparam("error"), lease_until=None)
)
_BLOCKED = update(people).where(people.c.id == bindparam("person")).values(reachable=False)
_CANNOT = (
    update(outbox)
    .where(outbox.c.person_id == bindparam("person"), outbox.c.channel == Channel.TELEGRAM, _WAITING)
    .values(state=OutboxState.UNREACHABLE, lease_until=None)
)
_NEXT_FREE = select(func.min(outbox.c.due_at)).where(_WAITING, _CHANNEL, outbox.c.lease_until.is_(None))
_NEXT_LEASED = select(func.min(outbox.c.lease_until)).where(_WAITING, _CHANNEL, outbox.c.lease_until.is_not(None))
_COUNT = select(func.count(), func.min(outbox.c.created_at)).where(_WAITING, _CHANNEL)
_DEAD = select(func.count()).where(outbox.c.state == OutboxState.DEAD, _CHANNEL)
# What was sent was due before, and by that it is found; a few at a time, since a million deleted at once hold up all.
_OLD = (
    select(outbox.c.id)
    .where(
        outbox.c.state == OutboxState.SENT,
        outbox.c.due_at < bindparam("before"),
        outbox.c.sent_at < bindparam("before"),
    )
    .order_by(outbox.c.due_at)
    .limit(bindparam("count"))
)
_PRUNE = delete(outbox).where(outbox.c.id.in_(_OLD.scalar_subquery()))


class OutboxQueue:
    """What is owed by one channel, the chat unless another is named.

    Every method is a transaction of its own. Any number of processes may claim at once: no row goes to two.
    """

    def __init__(self, database: Database, channel: Channel = Channel.TELEGRAM) -> None:
        self._database = database
        self._channel = channel
        self.prune_step = 500

    async def claim(self, limit: int, now: datetime, lease: timedelta) -> list[OutboxRow]:
        """Takes at most `limit` due rows, the most urgent priority first, then the longest due.

        They are this caller's until `now + lease`; after that they are free again, so what was in flight when a process
        died is sent by the next one. Taking counts as an attempt.
        """
        async with self._database.write() as work:
            rows = (await work.connection.execute(_DUE, {"now": now, "limit": limit, "channel": self._channel})).all()
            if rows:
                await work.connection.execute(_LEASE, {"ids": [row.id for row in rows], "until": now + lease})
        return [
            OutboxRow(
                id=row.id,
                key=row.key,
                person_id=row.person_id,
                language=row.language,
                kind=row.kind,
                args=row.args,
                priority=row.priority,
                attempts=row.attempts + 1,
                created_at=row.created_at,
            )
            for row in rows
        ]

    async def release(self) -> None:
        """Frees what was claimed and not finished. Only for the one process that sends, before it begins: whoever

        claimed these is gone, and there is no need to wait for the leases to run out.
        """
        async with self._database.write() as work:
            await work.connection.execute(_RELEASE)

    async def sent(self, ids_with_message_ids: Sequence[tuple[int, int | None]], at: datetime) -> None:
        """Finishes rows that have arrived; a row that had nothing to say any more has no message id."""
        if not ids_with_message_ids:
            return
        done = [{"row": row, "message": message, "at": at} for row, message in sorted(ids_with_message_ids)]
        async with self._database.write() as work:
            await work.connection.execute(_SENT, done)

    async def retry(self, id: int, due_at: datetime, error: str) -> None:
        """Puts a row off until `due_at`. `error` is for operators and must hold no personal data; it is cut short."""
        async with self._database.write() as work:
            await work.connection.execute(_RETRY, {"row": id, "due": due_at, "error": error[:ERROR_LIMIT]})

    async def put_aside(self, id: int, error: str) -> None:
        """Gives a row up; it stays with its reason and counts as dead."""
        async with self._database.write() as work:
            await work.connection.execute(_ASIDE, {"row": id, "error": error[:ERROR_LIMIT]})

    async def unreachable(self, person_id: PersonId | int, at: datetime) -> None:
        """Notes that nothing reaches the person. All that waits for them waits until they are reachable again

        (`People.set_reachable` owes it anew); it counts neither as waiting nor as dead meanwhile.
        """
        async with self._database.write() as work:
            await work.connection.execute(_BLOCKED, {"person": person_id})
            await work.connection.execute(_CANNOT, {"person": person_id})

    async def next_due(self) -> datetime | None:
        """When the next waiting row can be claimed (perhaps already), a lease's end included; None if nothing waits."""
        async with self._database.read() as work:
            free = (await work.connection.execute(_NEXT_FREE, {"channel": self._channel})).scalar_one()
            leased = (await work.connection.execute(_NEXT_LEASED, {"channel": self._channel})).scalar_one()
        return min((moment for moment in (free, leased) if moment is not None), default=None)

    async def stats(self, now: datetime) -> OutboxStats:
        """For metrics; counts rows, so ask every few seconds at most."""
        async with self._database.read() as work:
            waiting, oldest = (await work.connection.execute(_COUNT, {"channel": self._channel})).one()
            dead = (await work.connection.execute(_DEAD, {"channel": self._channel})).scalar_one()
        return OutboxStats(waiting, 0.0 if oldest is None else max(0.0, (now - oldest).total_seconds()), dead)

    async def prune(self, before: datetime) -> int:
        """Forgets what was sent by any channel before that moment and says how many.

        A key older than that could be owed again.
        """
        gone = 0
        while True:
            async with self._database.write() as work:
                asked = {"before": before, "count": self.prune_step}
                step = (await work.connection.execute(_PRUNE, asked)).rowcount
            gone += step
            if step < self.prune_step:
                return gone
            await asyncio.sleep(0.05)
