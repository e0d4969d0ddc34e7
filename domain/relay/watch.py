"""What must not be forgotten between two who write to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.notices.models import Notice, NoticeKind
from domain.relay.carry import tell_sender
from domain.relay.models import Conversation
from domain.relay.ports import RelayWork
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction
from domain.shared.working_time import WorkingTime

BATCH = 100
UNHEARD = timedelta(minutes=15)
"""After this long a message that has not arrived, for whatever reason, is its sender's to know."""


@dataclass(frozen=True, slots=True)
class WatchConversations:
    """Reminds a consultant who has not answered for `patience` of working time, and after as much again offers the

    customer another one; tells senders of what has not arrived; closes conversations of customers who went to
    somebody else. Each happens once, however often this runs and however long it did not. Gives how many were due.
    """

    write: Transaction[RelayWork]
    clock: Clock
    hours: WorkingTime
    patience: timedelta = timedelta(hours=4)

    async def __call__(self) -> int:
        now = self.clock()
        async with self.write() as work:
            done = await work.conversations.close_left(now)
            # Working time is never shorter than time: whoever is due is among these.
            for each in await work.conversations.unanswered(now - self.patience, BATCH):
                done += await self._look(work, each, now)
            for message in await work.relayed.stuck(now - UNHEARD, BATCH):
                await tell_sender(work, message, self.clock)
                done += 1
        return done

    async def _look(self, work: RelayWork, waiting: Conversation, now: datetime) -> bool:
        since = waiting.reminded_at or waiting.waits_since
        if since is None or self.hours.after(since, self.patience) > now:
            return False
        args = {"conversation": waiting.id}
        # A message answered and another left waiting is another matter: the time it waits since tells them apart.
        key = f"relay:{waiting.id}:{waiting.waits_since:%Y%m%d%H%M%S}"
        if waiting.reminded_at is not None:
            await work.conversations.offered(waiting.id, now)
            await work.outbox.put(Notice(waiting.person_id, NoticeKind.RELAY_OFFER, f"{key}:offer", args))
            return True
        await work.conversations.reminded(waiting.id, now)
        consultant = await work.consultants.get(waiting.consultant_id)
        if consultant is not None and consultant.person_id is not None:
            await work.outbox.put(Notice(consultant.person_id, NoticeKind.RELAY_REMINDER, f"{key}:remind", args))
        return True
