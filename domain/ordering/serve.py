"""What the consultant and the admins do with an order beside taking it one state further."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.consultants.models import Consultant, Wanted
from domain.notices.models import Notice, NoticeKind
from domain.ordering.decide_order import may_see
from domain.ordering.drive import drive, held, refresh, rightful, tell_consultant, tell_customer
from domain.ordering.errors import BadTracking, NoteEmpty
from domain.ordering.life import OPEN, Decision, author_of
from domain.ordering.models import COMMENT_LIMIT, Delivery, EventKind, Order, OrderEvent, OrderState, Party
from domain.ordering.ports import OrderingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId, OrderId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

TRACKING = re.compile(r"[A-Za-z0-9-]{4,40}")
LINK = re.compile(r"https?://[^\s<>\"]{4,300}")
PAGE = 6


async def seen(work: OrderingWork, person: Person, order_id: OrderId) -> Order:
    """The order, held, if the person may see it. Raises NotFound."""
    order = await held(work, order_id)
    if not may_see(person, order):
        raise NotFound(f"order {order_id}")
    return order


@dataclass(frozen=True, slots=True)
class ShipOrder:
    """Sends an assembled order on its way, with its tracking number or without; later the number can be mended.

    `typed` is a number, a link, or both; a number alone gets the carrier's link from `links`, where there is one. The
    customer is told. The same again changes nothing. Raises BadTracking, NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock
    links: Mapping[Delivery, str] = field(default_factory=dict)

    async def __call__(self, person: Person, order_id: OrderId, typed: str = "") -> Order:
        async with self.write() as work:
            order = await seen(work, person, order_id)
            author = author_of(person, order)
            tracking = self._tracking(order, typed)
            if order.state is not OrderState.SHIPPED:
                rightful(author, Decision.SHIP, order)
                if tracking:
                    await work.orders.set_tracking(order_id, tracking)
                return await drive(work, order, Decision.SHIP, author, self.clock(), text=tracking)
            party = rightful(author, Decision.TRACK, order)
            if not tracking or tracking == order.tracking:
                return order
            await work.orders.set_tracking(order_id, tracking)
            event = OrderEvent(EventKind.TRACKED, party, person.id, self.clock(), tracking)
            await work.orders.note(order_id, event)
            await tell_customer(work, order, "tracked", person.id, once=False)
            await refresh(work, order)
            return await held(work, order_id)

    def _tracking(self, order: Order, typed: str) -> str:
        if not typed.strip():
            return ""
        link = LINK.search(typed)
        rest = typed.replace(link[0], " ") if link else typed
        number = "".join(rest.split())
        if number and not TRACKING.fullmatch(number):
            raise BadTracking
        if not number and link is None:
            raise BadTracking
        pattern = self.links.get(order.delivery, "")
        url = link[0] if link else pattern.replace("{number}", number)
        return f"{number} {url}".strip()


@dataclass(frozen=True, slots=True)
class NoteToCustomer:
    """A word about the order to every account of its customer, in one line of at most COMMENT_LIMIT characters.

    Raises NoteEmpty, NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId, text: str) -> Order:
        text = " ".join(text.split())[:COMMENT_LIMIT]
        if not text:
            raise NoteEmpty
        async with self.write() as work:
            order = await seen(work, person, order_id)
            party = rightful(author_of(person, order), Decision.NOTE, order)
            event = OrderEvent(EventKind.NOTED, party, person.id, self.clock(), text)
            await work.orders.note(order_id, event)
            number = await work.orders.events_count(order_id)
            for to in await work.buyers.persons_of(order.customer_id):
                args = {"order": order_id, "event": number}
                await work.outbox.put(Notice(to, NoticeKind.ORDER_NOTE, f"order:{order_id}:note:{number}:{to}", args))
            return order


@dataclass(frozen=True, slots=True)
class TakeMoney:
    """Notes that an order was paid for in cash or to the consultant. Twice is the same as once.

    Raises NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId) -> Order:
        async with self.write() as work:
            order = await seen(work, person, order_id)
            author = author_of(person, order)
            if order.paid_at is not None and author.parties & {Party.CONSULTANT, Party.ADMIN}:
                return order
            party = rightful(author, Decision.TAKE_MONEY, order)
            await work.orders.note(order_id, OrderEvent(EventKind.PAID, party, person.id, self.clock()))
            await tell_customer(work, order, "money", person.id)
            await refresh(work, order)
            return await held(work, order_id)


@dataclass(frozen=True, slots=True)
class RemindConsultant:
    """An admin's push to the consultant of an order that waits. `version` is how much had happened when they looked:

    a second press of the same button is the same push. Raises NotFound, Forbidden, AlreadyDecided.
    """

    write: Transaction[OrderingWork]
    clock: Clock

    async def __call__(self, person: Person, order_id: OrderId, version: int) -> Order:
        async with self.write() as work:
            order = await seen(work, person, order_id)
            party = rightful(author_of(person, order), Decision.REMIND, order)
            if await work.orders.events_count(order_id) == version:
                await work.orders.note(order_id, OrderEvent(EventKind.REMINDED, party, person.id, self.clock()))
                key = f"order:{order_id}:reminder:{version}"
                await refresh(work, order)
                await tell_consultant(work, order, NoticeKind.ORDER_REMINDER, key)
            return order


@dataclass(frozen=True, slots=True)
class HandOver:
    """Gives an order that is not done to another consultant; for admins. Both consultants and the customer are told.

    Whoever gets it has the whole time to react. To who has it already changes nothing. Raises NotFound (also for a
    consultant who is gone), Forbidden, AlreadyDecided.
    """

    read: Transaction[OrderingWork]
    write: Transaction[OrderingWork]
    clock: Clock

    async def candidates(self, person: Person, order_id: OrderId, number: int) -> tuple[Order, Page[Consultant]]:
        """Who could take it over: a page of those who take new customers."""
        async with self.read() as work:
            order = await seen(work, person, order_id)
            rightful(author_of(person, order), Decision.HAND_OVER, order)
            number = max(0, min(number, 10_000))
            found, total = await work.consultants.find(None, Wanted(), number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.consultants.find(None, Wanted(), number * PAGE, PAGE)
        return order, Page(found, clamp_page(number, PAGE, total), PAGE, total)

    async def __call__(self, person: Person, order_id: OrderId, consultant_id: ConsultantId) -> Order:
        async with self.write() as work:
            new = await work.consultants.hold(consultant_id)
            order = await seen(work, person, order_id)
            party = rightful(author_of(person, order), Decision.HAND_OVER, order)
            if new is None or new.is_gone:
                raise NotFound(f"consultant {consultant_id}")
            if order.consultant_id == consultant_id:
                return order
            now = self.clock()
            waits = now if order.state in OPEN and not order.awaits_payment else None
            await work.orders.hand_over(order_id, consultant_id, waits)
            await work.orders.note(order_id, OrderEvent(EventKind.HANDED_OVER, party, person.id, now))
            # Those sent before, to the old consultant, say now that it is theirs no more.
            await refresh(work, order)
            handed = await held(work, order_id)
            number = await work.orders.events_count(order_id)
            if not order.awaits_payment:
                await tell_consultant(work, handed, NoticeKind.ORDER_PLACED, f"order:{order_id}:placed:{number}")
            await tell_customer(work, handed, "handed_over", None, once=False)
            return handed
