"""Goods that come back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from domain.notices.models import Notice, NoticeKind
from domain.ordering.drive import drive, refresh, rightful, subject_of, tell_customer
from domain.ordering.errors import NoReturn, NoteEmpty
from domain.ordering.life import Decision, author_of
from domain.ordering.models import COMMENT_LIMIT, EventKind, Order, OrderEvent
from domain.ordering.ports import OrderingWork
from domain.ordering.serve import seen
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import OrderId, PersonId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class AskReturn:
    """A customer's wish to give an order back, with a reason; the consultant and the admins decide.

    Open from the consultant's yes until `days` after the delivery (consumer law, 26.1: before the hand-over and 7 days
    after; the operator may give more). Raises NoReturn after that, NoteEmpty, NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock
    days: int = 7
    admins: Collection[int] = ()

    async def __call__(self, person: Person, order_id: OrderId, reason: str) -> Order:
        reason = " ".join(reason.split())[:COMMENT_LIMIT]
        if not reason:
            raise NoteEmpty
        async with self.write() as work:
            order = await seen(work, person, order_id)
            party = rightful(author_of(person, order), Decision.ASK_RETURN, order)
            self.check(order)
            event = OrderEvent(EventKind.RETURN_ASKED, party, person.id, self.clock(), reason)
            await work.orders.note(order_id, event)
            await refresh(work, order)
            number = await work.orders.events_count(order_id)
            consultant = await work.consultants.get(order.consultant_id)
            told = set(await work.buyers.known([PersonId(each) for each in sorted(self.admins)]))
            if consultant is not None and consultant.person_id is not None:
                told.add(consultant.person_id)
            for to in sorted(told - {person.id}):
                key = f"order:{order_id}:return:{number}:{to}"
                args = {"order": order_id}
                await work.outbox.put(Notice(to, NoticeKind.RETURN_ASKED, key, args, subject=subject_of(order_id)))
            return await seen(work, person, order_id)

    def check(self, order: Order) -> None:
        """Raises NoReturn once the days are over."""
        if order.delivered_at is not None and self.clock() > order.delivered_at + timedelta(days=self.days):
            raise NoReturn(self.days)


@dataclass(frozen=True, slots=True)
class DecideReturn:
    """The yes or no to a wish to return; with a yes goods go back to the shelf or are written off (`back`).

    The same again changes nothing. Raises NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def accept(self, person: Person, order_id: OrderId, *, back: bool) -> Order:
        async with self.write() as work:
            order = await seen(work, person, order_id)
            moved = await drive(work, order, Decision.RETURN, author_of(person, order), self.clock())
            if moved is not order:
                await work.orders.set_goods_back(order_id, back)
                if back:
                    await work.stock.put_back([(line.article_id, line.quantity) for line in order.lines])
            return moved

    async def refuse(self, person: Person, order_id: OrderId) -> Order:
        async with self.write() as work:
            order = await seen(work, person, order_id)
            party = rightful(author_of(person, order), Decision.REFUSE_RETURN, order)
            await work.orders.note(order_id, OrderEvent(EventKind.RETURN_REFUSED, party, person.id, self.clock()))
            await tell_customer(work, order, "return_refused", person.id, once=False)
            await refresh(work, order)
            return await seen(work, person, order_id)
