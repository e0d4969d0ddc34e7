"""Notices about orders, and the questions an order's buttons ask."""

from __future__ import annotations

from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.consultants.models import Consultant
from domain.notices.models import NoticeKind
from domain.ordering.life import Decision
from domain.ordering.models import Order, OrderState
from domain.people.models import Person
from domain.shared.paging import Page
from handlers.ordering.callbacks import OpenOrder
from handlers.ordering.life_callbacks import AskHandOver, CardDecide, HandOverPress, OpenBelow, SkipTracking
from handlers.ordering.life_rows import decision_rows, faced, serves
from handlers.ordering.order_views import order_text
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import answer_below, back, home, home_below
from locales.translator import Html, Translator


def card_screen(
    kind: NoticeKind, order: Order, person: Person, tr: Translator, zone: tzinfo, version: int, note: str = ""
) -> Screen:
    """A notice to who serves the order: why it came, the order as it is, and the buttons that fit it now."""
    text = Html(order_text(order, tr, zone, serving=True))
    rows = decision_rows(order, person, tr, version, serving=True, card=True)
    ways = [[button(tr.plain("placed-open"), OpenBelow(order=order.id).pack())], [home_below(tr)]]
    return Screen(_card_head(kind, order, tr, text, note), keyboard([*rows, *ways]), keep=True)


def card_of(order: Order, person: Person, tr: Translator, zone: tzinfo, version: int) -> Screen:
    """What a notice shows after one of its buttons was pressed."""
    if not serves(person, order):
        return news_screen(str(order.state), order, person, tr, zone)
    return card_screen(NoticeKind.ORDER_PLACED, order, person, tr, zone, version)


def _card_head(kind: NoticeKind, order: Order, tr: Translator, text: Html, note: str) -> str:
    is_open = order.state in {OrderState.PLACED, OrderState.PAID}
    if kind is NoticeKind.RETURN_ASKED:
        key = "notice-return-asked" if order.return_asked_at is not None else "notice-return-over"
        return tr(key, order=text, reason=note) if key == "notice-return-asked" else tr(key, order=text)
    if not is_open:
        return tr("notice-order-served", order=text)
    if kind is NoticeKind.ORDER_REMINDER:
        return tr("notice-order-reminder", order=text)
    if kind is NoticeKind.ORDER_STUCK:
        return tr("notice-order-stuck", order=text, consultant=order.consultant_name[tr.language])
    return tr("notice-order-new", order=text)


def gone_screen(tr: Translator, number: str) -> Screen:
    """What a notice about an order becomes that is somebody else's now."""
    return Screen(tr("notice-order-gone", number=number), keyboard([[home_below(tr)]]), keep=True)


def news_screen(news: str, order: Order, person: Person, tr: Translator, zone: tzinfo) -> Screen:
    """What happened to an order, for its customer, or (where it was not their doing) its consultant.

    A customer who has it says so right here.
    """
    serving = order.consultant_id == person.own_consultant_id and order.customer_id != person.customer_id
    key = f"notice-served-{news}" if serving else f"notice-order-{news}"
    got = Decision.DELIVER in faced(order, person, serving=False)
    press = CardDecide(order=order.id, decision=Decision.DELIVER).pack()
    receive = [button(tr.plain("decide-deliver-own"), press)] if got else []
    asks = news == OrderState.DECLINED and not serving and order.consultant_id == person.consultant_id
    ask = [answer_below(order.consultant_name[tr.language], tr)] if asks else []
    ways = [receive, ask, [button(tr.plain("placed-open"), OpenBelow(order=order.id).pack())], [home_below(tr)]]
    return Screen(tr(key, order=Html(order_text(order, tr, zone, serving=serving))), keyboard(ways), keep=True)


def note_notice(order: Order, note: str, tr: Translator, *, answers: bool) -> Screen:
    """A word of the consultant to the customer, who answers with a press as long as it is still their consultant."""
    answer = [answer_below(order.consultant_name[tr.language], tr)] if answers else []
    ways = [answer, [button(tr.plain("placed-open"), OpenBelow(order=order.id).pack())], [home_below(tr)]]
    return Screen(tr("notice-order-note", number=order.number, note=note), keyboard(ways), keep=True)


def tracking_screen(order: Order, tr: Translator) -> Screen:
    """Asks for the tracking number."""
    skip = [button(tr.plain("tracking-skip"), SkipTracking(order=order.id).pack())]
    rows = [skip] if order.state is OrderState.ASSEMBLED else []
    return Screen(tr("tracking-ask", number=order.number), keyboard([*rows, _out(order, tr, serving=True)]))


def note_screen(order: Order, tr: Translator) -> Screen:
    """Asks for a word to the customer."""
    return Screen(tr("note-ask", number=order.number), keyboard([_out(order, tr, serving=True)]))


def reason_screen(order: Order, days: int, tr: Translator) -> Screen:
    """The returns policy, and the question why."""
    return Screen(tr("return-ask", number=order.number, days=days), keyboard([_out(order, tr, serving=False)]))


def hand_over_screen(order: Order, page: Page[Consultant], tr: Translator) -> Screen:
    """To whom an order could be given."""
    rows = [
        [
            button(
                tr.plain("hand-over-to", name=each.name[tr.language], city=each.city[tr.language]),
                HandOverPress(order=order.id, consultant=each.id).pack(),
            )
        ]
        for each in page.items
        if each.id != order.consultant_id
    ]
    turn = pager(page, tr, lambda number: AskHandOver(order=order.id, page=number).pack())
    text = tr("hand-over-ask", number=order.number, name=order.consultant_name[tr.language])
    return Screen(text, keyboard([*rows, turn, _out(order, tr, serving=True)]))


def _out(order: Order, tr: Translator, *, serving: bool) -> list[InlineKeyboardButton]:
    return [back(tr, OpenOrder(order=order.id, serving=serving).pack()), home(tr)]
