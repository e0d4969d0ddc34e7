"""How the cart and the way to an order look."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.ordering.cart import CartLine
from domain.ordering.checkout import Summary
from domain.ordering.models import Delivery, Order, Payment
from domain.ordering.price_cart import PricedCart
from domain.pricing.quote import QuoteLine
from domain.shared.paging import Page, clamp_page
from handlers.deals.reasons import deal_rows, gift_rows, hint_lines, price_lines
from handlers.delivery.callbacks import AsBefore, PickAddress, PickCity, PickPayment
from handlers.ordering.callbacks import (
    AddComment,
    AgreeToChanges,
    AskClearCart,
    CartPage,
    ChooseDelivery,
    ClearCart,
    CountLine,
    OpenOrder,
    PlaceOrderPress,
    Summarise,
)
from handlers.ui.counter import counter
from handlers.ui.links import Home, OpenCart, OpenCatalog, ShareCart
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import home_below
from locales.translator import Html, Translator

LINES = 6
LABEL = 24


def cart_screen(priced: PricedCart, page_number: int, tr: Translator) -> Screen:
    """The cart: its lines with counters, what it costs and why, and the way on."""
    cart, quote = priced.cart, priced.quote
    if not cart.lines:
        return _empty(tr)
    number = clamp_page(page_number, LINES, len(cart.lines))
    pairs = list(zip(cart.lines, quote.lines, strict=True))
    page = Page(pairs[number * LINES : (number + 1) * LINES], number, LINES, len(pairs))
    first = number * LINES + 1
    text = "\n\n".join(
        [
            tr("cart-title"),
            "\n".join(_line(first + i, line, amounts, tr) for i, (line, amounts) in enumerate(page.items)),
            _sums(priced, tr),
            *([tr("cart-changes")] if cart.has_changes else []),
            *([tr("cart-comment", comment=cart.comment)] if cart.comment else []),
        ]
    )
    rows = [
        counter(
            _label(first + i, line, tr),
            CountLine(article=line.goods.article_id, step=-1, page=number).pack(),
            CartPage(page=number).pack(),
            CountLine(article=line.goods.article_id, step=1, page=number).pack(),
        )
        for i, (line, _) in enumerate(page.items)
    ]
    go = [button(tr("cart-checkout", total=tr.money(quote.total.minor)), ChooseDelivery().pack())]
    before = cart.choice.delivery
    at_once = (
        [button(tr.plain("cart-as-before", name=tr.plain(f"delivery-{before}")), AsBefore().pack())] if before else []
    )
    if cart.has_changes:
        go = [button(tr.plain("cart-agree"), AgreeToChanges().pack())]
    more = [
        button(tr("cart-add-comment"), AddComment().pack()),
        button(tr("cart-clear"), AskClearCart().pack()),
    ]
    share = [button(tr.plain("relay-share-cart"), ShareCart().pack())]
    ways = [button(tr("cart-more-goods"), OpenCatalog().pack()), button(tr("home"), Home().pack())]
    turn = pager(page, tr, lambda n: CartPage(page=n).pack())
    return Screen(text, keyboard([*rows, turn, *deal_rows(quote, tr), go, at_once, more, share, ways]))


def _empty(tr: Translator) -> Screen:
    ways = [[button(tr("menu-catalog"), OpenCatalog().pack())], [button(tr("home"), Home().pack())]]
    return Screen(tr("cart-empty"), keyboard(ways))


def clear_screen(priced: PricedCart, tr: Translator) -> Screen:
    """Asks before everything is taken out."""
    rows = [
        [button(tr("cart-clear-sure"), ClearCart().pack())],
        [button(tr("back"), OpenCart().pack())],
    ]
    return Screen(tr("cart-clear-ask", count=priced.cart.pieces), keyboard(rows))


def comment_screen(tr: Translator) -> Screen:
    """Asks for a word to the consultant."""
    return Screen(
        tr("comment-ask"), keyboard([[button(tr("back"), OpenCart().pack()), button(tr("home"), Home().pack())]])
    )


def delivery_screen(summary: Summary, tr: Translator) -> Screen:
    """The ways of delivery with their costs for this cart."""
    rows = [[button(_way(way, summary, tr), Summarise(delivery=way).pack())] for way in summary.tariffs]
    text = tr("delivery-ask", total=tr.money(summary.cart.quote.total.minor))
    back = [button(tr("back"), OpenCart().pack()), button(tr("home"), Home().pack())]
    return Screen(text, keyboard([*rows, back]))


def _way(way: Delivery, summary: Summary, tr: Translator) -> str:
    cost = summary.delivery_costs[way]
    return tr.plain(
        "delivery-way",
        name=tr(f"delivery-{way}"),
        cost=tr.money(cost.minor) if cost.minor else tr("delivery-free"),
        days=tr.days(*summary.tariffs[way].days),
    )


def summary_screen(summary: Summary, delivery: Delivery, tr: Translator) -> Screen:
    """Everything once more, and the button that orders."""
    cart, quote = summary.cart.cart, summary.quote
    cost = summary.delivery_costs[delivery]
    lines = [
        tr(
            "summary-line",
            name=_name(line, tr),
            quantity=line.quantity,
            total=tr.money(amounts.total.minor),
        )
        for line, amounts in zip(cart.lines, quote.lines, strict=True)
    ]
    shown = lines if len(lines) <= 15 else [*lines[:15], tr("summary-more", count=len(lines) - 15)]
    text = "\n".join(
        [
            tr("summary-title"),
            "",
            *shown,
            "",
            *price_lines(summary.cart, quote, tr),
            tr(
                "summary-delivery",
                name=tr(f"delivery-{delivery}"),
                cost=tr.money(cost.minor) if cost.minor else tr("delivery-free"),
            ),
            *(
                [tr("summary-address", address=summary.destination.text)]
                if summary.destination and summary.destination.text
                else []
            ),
            tr("summary-days", days=tr.days(*summary.tariffs[delivery].days)),
            tr("summary-payment", name=tr(f"payment-{summary.payment}")),
            tr("summary-consultant", name=summary.consultant.name[tr.language]),
            *([tr("cart-comment", comment=cart.comment)] if cart.comment else []),
            "",
            tr("summary-total", total=tr.money(summary.total.minor)),
            *([tr("price-earn", count=quote.points_earned)] if quote.points_earned else []),
            *(["", tr("summary-terms")] if summary.terms_due else []),
        ]
    )
    press = PlaceOrderPress(key=summary.key, delivery=delivery, version=cart.version, total=summary.total.minor)
    rows = [
        *gift_rows(quote, tr),
        [button(tr("summary-place-card" if summary.payment is Payment.CARD else "summary-place"), press.pack())],
        [*_where(summary, tr), button(tr.plain("summary-other-payment"), PickPayment().pack())],
        [button(tr("summary-other-delivery"), ChooseDelivery().pack()), button(tr("to-cart"), OpenCart().pack())],
        [button(tr("home"), Home().pack())],
    ]
    return Screen(text, keyboard(rows))


def _where(summary: Summary, tr: Translator) -> list[InlineKeyboardButton]:
    """To another address or another point."""
    match summary.delivery:
        case Delivery.COURIER | Delivery.POST:
            return [button(tr.plain("summary-other-address"), PickAddress().pack())]
        case Delivery.PICKUP:
            return [button(tr.plain("summary-other-point"), PickCity().pack())]
    return []


def placed_screen(order: Order, tr: Translator) -> Screen:
    """The receipt; it stays in the chat."""
    text = tr(
        "placed",
        number=order.number,
        total=tr.money(order.total.minor),
        consultant=order.consultant_name[tr.language],
    )
    rows = [
        [button(tr("placed-open"), OpenOrder(order=order.id).pack())],
        [home_below(tr)],
    ]
    return Screen(text, keyboard(rows), keep=True)


def _name(line: CartLine, tr: Translator) -> str:
    name = line.goods.name[tr.language]
    return f"{name}, {line.goods.shade[tr.language]}" if line.goods.shade else name


def _label(number: int, line: CartLine, tr: Translator) -> str:
    name = line.goods.shade[tr.language] if line.goods.shade else line.goods.name[tr.language]
    return tr.plain("cart-label", number=number, name=cut(name, LABEL), quantity=line.quantity)


def _line(number: int, line: CartLine, amounts: QuoteLine, tr: Translator) -> str:
    text = tr(
        "cart-line",
        number=number,
        name=_name(line, tr),
        quantity=line.quantity,
        price=tr.money(line.goods.price.minor),
        full=tr.money(amounts.full.minor),
    )
    if line.old_price is not None:
        text = Html(f"{text}\n{tr('cart-price-changed', old=tr.money(line.old_price.minor))}")
    if line.obstacle is None:
        return text
    return f"{text}\n{tr(f'obstacle-{line.obstacle}', stock=line.goods.stock)}"


def _sums(priced: PricedCart, tr: Translator) -> str:
    quote = priced.quote
    parts = [
        *price_lines(priced, quote, tr),
        tr("cart-total", total=tr.money(quote.total.minor)),
        *hint_lines(quote.hints, tr),
    ]
    return "\n".join(parts)
