"""A consultant's list of what to do for clients, and the message that one press sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from typing import Protocol

from domain.broadcasts.choosing import wanted
from domain.broadcasts.kinds import BroadcastKind
from domain.clients.care import Birth, NotAgreed, Task, TaskId, TaskKind, TaskOver, TaskState, next_birthday
from domain.clients.care_ports import CareWork
from domain.clients.models import ClientQuiet, Quiet
from domain.consultants.models import Consultant
from domain.consultants.ports import Consultants
from domain.notices.models import Notice, NoticeKind, Priority
from domain.ordering.models import Order, OrderState
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import CustomerId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 8
AHEAD = 30
"""Days within which birthdays are shown beforehand."""
MOST_AHEAD = 20
PUT_OFF = {kind: (1,) if kind is TaskKind.BIRTHDAY else (1, 7) for kind in TaskKind}
"""Days a task can be put off by."""


async def wants(work: CareWork, customer_id: CustomerId, kind: BroadcastKind) -> bool:
    """Whether the cabinet agrees, at this moment, to the present text about promotions, and has not muted the kind."""
    return (await wanted(work, customer_id)).wants(kind)


async def _still_wanted(work: CareWork, task: Task) -> None:
    """Raises TaskOver where an order is not with its buyer any more, ClientQuiet and NotAgreed where it may not be."""
    if task.kind is TaskKind.BIRTHDAY:
        if not await wants(work, task.customer_id, BroadcastKind.GIFTS):
            raise NotAgreed
        return
    order = None if task.order_id is None else await work.orders.get(task.order_id)
    if order is None or order.state is not OrderState.DELIVERED:
        raise TaskOver
    if Quiet.CARE in await work.quiets.of(task.customer_id):
        raise ClientQuiet


@dataclass(frozen=True, slots=True)
class TodoList:
    """What is due for a consultant's own clients. Raises Forbidden for who is no consultant, NotFound for a task that

    is not theirs or is about who is not their client any more.
    """

    read: Transaction[CareWork]
    write: Transaction[CareWork]
    clock: Clock
    zone: tzinfo

    async def __call__(self, person: Person, number: int = 0) -> Page[Task]:
        own, now = person.require_consultant(), self.clock()
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.tasks.stretch(own, now, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.tasks.stretch(own, now, number * PAGE, PAGE)
        return Page(found, clamp_page(number, PAGE, total), PAGE, total)

    async def open(self, person: Person, id: TaskId) -> Task:
        async with self.read() as work:
            return await self._own(work, person, id)

    async def send(self, person: Person, id: TaskId) -> Task:
        """Owes the client the message, and the task is done; sent once, however often it is pressed.

        A question about an order is service, so it needs no consent, but the client may have asked for none; wishes go
        only to who agrees to promotions at this moment. Raises TaskOver (skipped, or the order has come back),
        ClientQuiet, NotAgreed.
        """
        async with self.write() as work:
            task = await self._own(work, person, id)
            if task.state is TaskState.DONE:
                return task
            if task.state is TaskState.SKIPPED:
                raise TaskOver
            await _still_wanted(work, task)
            await work.tasks.become(id, TaskState.DONE, self.clock())
            bulk = task.kind is TaskKind.BIRTHDAY
            for to in await work.buyers.persons_of(task.customer_id):
                priority = Priority.BULK if bulk else Priority.NOTICE
                await work.outbox.put(Notice(to, NoticeKind.CARE, f"care:{id}:{to}", {"task": id}, priority))
            return await self._own(work, person, id)

    async def skip(self, person: Person, id: TaskId) -> Task:
        """Takes it off the list; twice is the same as once. Raises TaskOver where the message was sent."""
        async with self.write() as work:
            task = await self._own(work, person, id)
            if task.state is TaskState.DONE:
                raise TaskOver
            await work.tasks.become(id, TaskState.SKIPPED, self.clock())
            return await self._own(work, person, id)

    async def put_off(self, person: Person, id: TaskId, days: int) -> Task:
        """Off the list for so many days (the nearest of PUT_OFF). Raises TaskOver where it is not open."""
        async with self.write() as work:
            task = await self._own(work, person, id)
            if task.state is not TaskState.OPEN:
                raise TaskOver
            nearest = min(PUT_OFF[task.kind], key=lambda each: abs(each - days))
            await work.tasks.put_off(id, self.clock() + timedelta(days=nearest))
            return await self._own(work, person, id)

    async def birthdays(self, person: Person) -> Sequence[tuple[date, Birth]]:
        """The next birthdays of own clients who agree to promotions, within AHEAD days, the nearest first."""
        own, today = person.require_consultant(), self.clock().astimezone(self.zone).date()
        async with self.read() as work:
            births = await work.births.of(own)
        days = sorted(((next_birthday(each.born, today), each) for each in births), key=lambda each: each[0])
        return [each for each in days if (each[0] - today).days <= AHEAD][:MOST_AHEAD]

    async def _own(self, work: CareWork, person: Person, id: TaskId) -> Task:
        own = person.require_consultant()
        task = await work.tasks.get(id)
        if task is None or task.consultant_id != own or await work.clients.get(own, task.customer_id) is None:
            raise NotFound(f"task {id}")
        return task


class CareMessageWork(CareWork, Protocol):
    @property
    def consultants(self) -> Consultants: ...


@dataclass(frozen=True, slots=True)
class CareMessage:
    """What delivery asks for the words of such a message; None where it may not be sent at this very moment."""

    read: Transaction[CareMessageWork]

    async def __call__(self, person: Person, id: TaskId) -> tuple[Task, Consultant, Order | None] | None:
        async with self.read() as work:
            task = await work.tasks.get(id)
            if task is None or task.customer_id != person.customer_id:
                return None
            consultant = await work.consultants.get(task.consultant_id)
            if consultant is None or person.consultant_id != task.consultant_id:
                return None
            try:
                await _still_wanted(work, task)
            except (TaskOver, ClientQuiet, NotAgreed):
                return None
            order = None if task.order_id is None else await work.orders.get(task.order_id)
            return task, consultant, order
