"""Forms begun and left: one reminder, and an end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.joining.ports import DraftsWork
from domain.notices.models import Notice, NoticeKind
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction

BATCH = 200


@dataclass(frozen=True, slots=True)
class RemindOfForms:
    """Owes one reminder to everybody whose form has lain untouched for `after`; gives how many.

    One a form, whatever happens to it afterwards.
    """

    write: Transaction[DraftsWork]
    clock: Clock
    after: timedelta = timedelta(hours=24)

    async def __call__(self) -> int:
        now, owed = self.clock(), 0
        async with self.write() as work:
            for customer_id, persons in await work.drafts.to_remind(now - self.after, BATCH):
                await work.drafts.reminded(customer_id, now)
                for person_id in persons:
                    key = f"form:{customer_id}:{person_id}:reminder"
                    await work.outbox.put(Notice(person_id, NoticeKind.FORM_REMINDER, key))
                    owed += 1
        return owed


@dataclass(frozen=True, slots=True)
class PruneForms:
    """Forgets forms left unfinished for `after`; gives how many."""

    write: Transaction[DraftsWork]
    clock: Clock
    after: timedelta = timedelta(days=14)

    async def __call__(self) -> int:
        async with self.write() as work:
            return await work.drafts.prune(self.clock() - self.after)
