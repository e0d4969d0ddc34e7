"""The one place where an order goes on: rights, the move itself, its event, and what follows from it."""

from __future__ import annotations

from datetime import datetime

from domain.deals.settle import settle_deal
from domain.notices.models import Notice, NoticeKind
from domain.ordering.errors import AlreadyDecided
from domain.ordering.life import BACK_TO_STOCK, RULES, Author, Decision, ever_may
from domain.ordering.models import EventKind, Order, OrderEvent, OrderState, Party, Payment
from domain.ordering.ports import OrderingWork
from domain.payments.models import Trouble
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import OrderId, PersonId

FOR_THE_CONSULTANT = frozenset({OrderState.CANCELLED, OrderState.DELIVERED, OrderState.RETURNED})
"""States whose coming the consultant hears of, unless it was their doing."""

MONEY_BACK = frozenset({OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED})
"""States in which what was paid by card goes back."""


async def held(work: OrderingWork, order_id: OrderId) -> Order:
    """The order, which nobody else can change until this transaction ends. Raises NotFound."""
    order = await work.orders.hold(order_id)
    if order is None:
        raise NotFound(f"order {order_id}")
    return order


def rightful(author: Author, decision: Decision, order: Order) -> Party:
    """As whom the author does it. Raises Forbidden where it is never theirs to do, AlreadyDecided where not now."""
    if not ever_may(author, decision):
        raise Forbidden(f"{decision} order {order.id}")
    rule = RULES[decision]
    party = author.party(rule, order.state)
    if party is None or not rule.fits(order):
        raise AlreadyDecided(order.state)
    return party


async def drive(
    work: OrderingWork, order: Order, decision: Decision, author: Author, now: datetime, *, text: str = ""
) -> Order:
    """Takes a held order to the state the decision leads to, with its event, and settles what follows.

    The same decision again changes nothing. Gives the order as it is then. Raises as `rightful` does.
    """
    new = RULES[decision].to
    if new is None:
        raise ValueError(f"{decision} leads nowhere")
    if order.state is new and ever_may(author, decision):
        return order
    party = rightful(author, decision, order)
    event = OrderEvent(EventKind(new.value), party, author.person_id, now, text)
    if not await work.orders.move(order.id, order.state, new, event):
        raise AlreadyDecided((await held(work, order.id)).state)
    moved = await held(work, order.id)
    await settle(work, moved, party, author.person_id, now)
    return moved


async def settle(work: OrderingWork, after: Order, party: Party, by: PersonId | None, at: datetime) -> None:
    """What follows from an order's coming into another state, within the same transaction."""
    if after.state in BACK_TO_STOCK:
        await work.stock.put_back([(line.article_id, line.quantity) for line in after.lines])
    if after.state in MONEY_BACK and after.payment is Payment.CARD and after.paid_at is not None:
        returned = after.state is OrderState.RETURNED
        await work.payments.owe_back(after.id, Trouble.RETURNED if returned else Trouble.CANCELLED)
    await refresh(work, after)
    await settle_deal(work, after.id, after.customer_id, after.state, at)
    if after.state is OrderState.PAID:
        await tell_consultant(work, after, NoticeKind.ORDER_PLACED, f"order:{after.id}:placed")
    await _tell(work, after, party, by)


async def _tell(work: OrderingWork, order: Order, party: Party, by: PersonId | None) -> None:
    if order.state is OrderState.CANCELLED and party is Party.SYSTEM:
        for person_id in await work.buyers.persons_of(order.customer_id):
            key = f"order:{order.id}:unpaid:{person_id}"
            await work.outbox.put(Notice(person_id, NoticeKind.ORDER_UNPAID, key, {"order": order.id}))
        return
    await tell_customer(work, order, order.state, by)
    if order.payment is Payment.CARD and order.paid_at is None:
        # The consultant never heard of it.
        return
    if order.state in FOR_THE_CONSULTANT and party is not Party.CONSULTANT:
        consultant = await work.consultants.get(order.consultant_id)
        if consultant is not None and consultant.person_id is not None and consultant.person_id != by:
            await work.outbox.put(_news(order, consultant.person_id, order.state))


async def tell_customer(work: OrderingWork, order: Order, news: str, by: PersonId | None, *, once: bool = True) -> None:
    """Owes every account of the customer but the one that did it the news; `once` says they come only one time."""
    number = "" if once else f":{await work.orders.events_count(order.id)}"
    for person_id in await work.buyers.persons_of(order.customer_id):
        if person_id != by:
            await work.outbox.put(_news(order, person_id, f"{news}", number))


def _news(order: Order, to: PersonId, news: str, number: str = "") -> Notice:
    args: dict[str, int | str] = {"order": order.id, "state": news}
    key = f"order:{order.id}:{news}{number}:{to}"
    return Notice(to, NoticeKind.ORDER_DECIDED, key, args, subject=subject_of(order.id))


async def tell_consultant(work: OrderingWork, order: Order, kind: NoticeKind, key: str) -> None:
    """Owes the consultant of the order a notice about it."""
    consultant = await work.consultants.get(order.consultant_id)
    if consultant is not None and consultant.person_id is not None:
        await work.outbox.put(
            Notice(consultant.person_id, kind, key, {"order": order.id}, subject=subject_of(order.id))
        )


SUBJECT = "order:"
"""What a subject begins with that is an order's."""


def subject_of(order_id: OrderId) -> str:
    """What notices about the order have in common, so that those sent before can be found and edited."""
    return f"{SUBJECT}{order_id}"


async def refresh(work: OrderingWork, order: Order) -> None:
    """Owes every notice with buttons that was sent about the order an edit, so that none shows what is no more."""
    version = await work.orders.events_count(order.id)
    for owed in await work.outbox.about(subject_of(order.id)):
        if owed.kind in WITH_BUTTONS:
            await work.outbox.put(
                Notice(
                    owed.to,
                    NoticeKind.ORDER_REFRESH,
                    f"order:{order.id}:refresh:{owed.id}:{version}",
                    {"order": order.id, "of": owed.id, "kind": owed.kind},
                )
            )


WITH_BUTTONS = frozenset(
    {NoticeKind.ORDER_PLACED, NoticeKind.ORDER_REMINDER, NoticeKind.ORDER_STUCK, NoticeKind.RETURN_ASKED}
)
"""Notices whose buttons follow the order's state."""
