"""Notices about orders in words, and those sent before brought up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from domain.notices.models import NoticeKind
from domain.notices.use_cases import FindNotice
from domain.ordering.decide_order import ShowOrder
from domain.ordering.models import EventKind, Order, OrderEvent, OrderState
from domain.ordering.reorder import WishReorders
from domain.ordering.repeat import RepeatOrder
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import OrderId
from handlers.ordering import card_views as views
from handlers.ordering.papers import OrderPapers
from handlers.ordering.repeat_views import reorder_notice
from handlers.ui.screen import Screen
from locales.translator import Translator

CARDS = frozenset({NoticeKind.ORDER_PLACED, NoticeKind.ORDER_REMINDER, NoticeKind.ORDER_STUCK, NoticeKind.RETURN_ASKED})
KINDS = CARDS | {NoticeKind.ORDER_DECIDED, NoticeKind.ORDER_NOTE, NoticeKind.ORDER_REFRESH}
KINDS |= {NoticeKind.REORDER, NoticeKind.ORDER_PAPER, NoticeKind.ORDERS_SHEET}

STEPS = frozenset({OrderState.ACCEPTED, OrderState.ASSEMBLED})
"""What is followed by more, of which the customer hears too."""


@dataclass(frozen=True, slots=True)
class OrderNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    show_order: ShowOrder
    find_notice: FindNotice
    repeat_order: RepeatOrder
    wish_reorders: WishReorders
    papers: OrderPapers

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send, or with `edit` to put in another's place; None when there is nothing to say."""
        if kind is NoticeKind.ORDERS_SHEET:
            return await self.papers.sheet(args, person, tr, zone)
        order_id = OrderId(int(args["order"]))
        if kind is NoticeKind.ORDER_REFRESH:
            return await self._refresh(order_id, int(args["of"]), NoticeKind(str(args["kind"])), person, tr, zone)
        try:
            order, events = await self.show_order.events(person, order_id)
        except NotFound:
            return None
        if kind is NoticeKind.ORDER_PAPER:
            return await self.papers.order(order, person, tr, zone)
        if kind is NoticeKind.ORDER_NOTE:
            note = events[int(args["event"]) - 1].text
            return views.note_notice(order, note, tr, answers=order.consultant_id == person.consultant_id)
        if kind is NoticeKind.REORDER:
            return await self._reorder(order, int(args["product"]), person, tr)
        if kind is NoticeKind.ORDER_DECIDED:
            news = str(args.get("state", order.state))
            # A step that another has followed before this was sent: the next notice says where the order is.
            return None if news in STEPS and news != order.state else views.news_screen(news, order, person, tr, zone)
        return views.card_screen(kind, order, person, tr, zone, len(events), _reason(events))

    async def _refresh(
        self, order_id: OrderId, of: int, kind: NoticeKind, person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        sent = await self.find_notice(of)
        if sent is None or sent.message_id is None:
            # It is still to be sent, and will show what is then.
            return None
        try:
            order, events = await self.show_order.events(person, order_id)
        except NotFound:
            number = f"{10_000 + order_id}"
            return replace(views.gone_screen(tr, number), edit=sent.message_id)
        screen = views.card_screen(kind, order, person, tr, zone, len(events), _reason(events))
        return replace(screen, edit=sent.message_id)

    async def _reorder(self, order: Order, product_id: int, person: Person, tr: Translator) -> Screen | None:
        if order.customer_id != person.customer_id or not await self.wish_reorders.is_on(person):
            # They have stopped it meanwhile.
            return None
        _, lines = await self.repeat_order.preview(person, order.id)
        line = next((each.line for each in lines if each.goods and each.goods.product_id == product_id), None)
        return None if line is None else reorder_notice(order, line.name[tr.language], tr)


def _reason(events: Sequence[OrderEvent]) -> str:
    """Why the order is to be returned."""
    return next((each.text for each in reversed(events) if each.kind is EventKind.RETURN_ASKED), "")
