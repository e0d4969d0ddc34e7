"""Putting down what is due: questions after deliveries, birthdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from domain.clients.care import AFTER, GRACE, LATE_WISHES, Birth, NewTask, TaskKind, birthday_in
from domain.clients.care_ports import CareWork
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction

BATCH = 500


@dataclass(frozen=True, slots=True)
class EnterQuestions:
    """Puts down a question for each order whose time has come; each once, however often this runs.

    The orders themselves say what is due, so it may have been down for any time; what is too late to ask is left out.
    Gives how many.
    """

    write: Transaction[CareWork]
    clock: Clock

    async def __call__(self) -> int:
        now, entered = self.clock(), 0
        for kind, after in AFTER.items():
            async with self.write() as work:
                since = now - after - GRACE[kind]
                found = await work.tasks.delivered(kind, since, now - after, BATCH)
                tasks = [
                    NewTask(
                        f"order:{each.order_id}:{kind}",
                        each.consultant_id,
                        each.customer_id,
                        kind,
                        each.delivered_at + after,
                        each.order_id,
                    )
                    for each in found
                ]
                entered += await work.tasks.put(tasks)
        return entered


@dataclass(slots=True)
class EnterBirthdays:
    """Puts down today's birthdays of clients who agree to promotions, and takes out wishes that are too late.

    Birth dates are sealed one by one, so all are opened to find today's: once a day in the operator's zone, and once
    after a start; a birthday is put down once a year all the same. Gives how many.
    """

    read: Transaction[CareWork]
    write: Transaction[CareWork]
    clock: Clock
    zone: tzinfo
    _looked: object = None

    async def __call__(self) -> int:
        now = self.clock()
        today = now.astimezone(self.zone).date()
        if self._looked == today:
            return 0
        entered, last = 0, CustomerId(0)
        while True:
            async with self.read() as work:
                births = await work.births.after(last, BATCH)
            tasks = [task for each in births if (task := self._task(each, now)) is not None]
            if tasks:
                async with self.write() as work:
                    entered += await work.tasks.put(tasks)
            if len(births) < BATCH:
                break
            last = births[-1].customer_id
        async with self.write() as work:
            await work.tasks.forget(TaskKind.BIRTHDAY, now - LATE_WISHES, now)
        self._looked = today
        return entered

    def _task(self, birth: Birth, now: datetime) -> NewTask | None:
        today = now.astimezone(self.zone).date()
        for year in (today.year, today.year - 1):
            day = birthday_in(birth.born, year)
            due = datetime.combine(day, time(), self.zone)
            if due <= now < due + LATE_WISHES:
                key = f"birthday:{birth.customer_id}:{year}"
                return NewTask(key, birth.consultant_id, birth.customer_id, TaskKind.BIRTHDAY, due)
        return None
