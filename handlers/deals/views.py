"""How everything about the price of a cart looks."""

from __future__ import annotations

from datetime import tzinfo

from domain.ordering.price_cart import PricedCart
from domain.points.models import HistoryLine
from domain.points.use_cases import PointsBook
from domain.pricing.promotions import PromotionId
from handlers.deals.callbacks import AskCode, AskPoints, DropCode, PickGift, PointsPage, SpendPoints, TakeGift
from handlers.deals.reasons import hint_lines, price_lines
from handlers.ui.links import OpenCart, OpenCatalog, OpenPoints, WhyPrice
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator

GIFTS = 8
NAME = 40


def why_screen(priced: PricedCart, tr: Translator) -> Screen:
    """Why this price: every line of it, and buttons for a code, points and gifts."""
    quote = priced.quote
    lines = price_lines(priced, quote, tr) or [tr("why-plain")]
    parts = [tr("why-title"), "", *lines, "", tr("cart-total", total=tr.money(quote.total.minor))]
    if quote.points_earned:
        parts.append(tr("price-earn", count=quote.points_earned))
    if priced.cart.lines and quote.hints:
        parts += ["", *hint_lines(quote.hints, tr)]
    coded = priced.deal.code is not None
    code = (
        button(tr.plain("price-drop-code", code=quote.code), DropCode().pack())
        if coded
        else button(tr.plain("price-code"), AskCode().pack())
    )
    points = []
    if quote.points:
        points = [button(tr.plain("price-points-none"), SpendPoints(points=0).pack())]
    elif quote.points_most:
        points = [
            button(tr.plain("price-points", count=quote.points_most), SpendPoints(points=quote.points_most).pack())
        ]
    typed = [button(tr.plain("price-points-other"), AskPoints().pack())] if quote.points_most else []
    gifts = [
        [button(tr.plain("price-gifts", title=cut(gift.title[tr.language], NAME)), _gift(gift.promotion_id))]
        for gift in quote.gifts
        if len(gift.options) > 1
    ]
    rows = [[code], [*points, *typed], *gifts, [back(tr, OpenCart().pack()), home(tr)]]
    return Screen("\n".join(parts), keyboard(rows))


def _gift(promotion_id: PromotionId) -> str:
    return PickGift(promotion=promotion_id).pack()


def code_screen(tr: Translator) -> Screen:
    """Asks for a promo code."""
    return Screen(tr("code-ask-promo"), keyboard([[back(tr, WhyPrice().pack()), home(tr)]]))


def points_ask_screen(priced: PricedCart, tr: Translator) -> Screen:
    """Asks how many points to spend."""
    text = tr("points-ask", balance=priced.quote.points_balance, most=priced.quote.points_most)
    return Screen(text, keyboard([[back(tr, WhyPrice().pack()), home(tr)]]))


def gifts_screen(priced: PricedCart, promotion_id: PromotionId, tr: Translator) -> Screen:
    """The gifts of a promotion, each a button; the cart's price screen when there is nothing to choose."""
    waiting = [gift for gift in priced.quote.gifts if gift.options and gift.chosen is None]
    offer = next((gift for gift in priced.quote.gifts if gift.promotion_id == promotion_id), None)
    offer = offer or (waiting[0] if waiting else None)
    if offer is None:
        return why_screen(priced, tr)
    rows = [
        [
            button(
                tr.plain(
                    "gift-chosen" if article_id == offer.chosen else "gift-option", name=_name(priced, article_id, tr)
                ),
                TakeGift(promotion=offer.promotion_id, article=article_id).pack(),
            )
        ]
        for article_id in offer.options[:GIFTS]
    ]
    text = tr("gifts-ask", title=offer.title[tr.language])
    return Screen(text, keyboard([*rows, [back(tr, OpenCart().pack()), home(tr)]]))


def _name(priced: PricedCart, article_id: int, tr: Translator) -> str:
    goods = next(goods for id_, goods in priced.gifts.items() if id_ == article_id)
    name = goods.shade[tr.language] if goods.shade else goods.name[tr.language]
    return cut(name, NAME)


def points_screen(book: PointsBook, tr: Translator, zone: tzinfo) -> Screen:
    """One's points: what there is, until when, how they come and go."""
    rules = book.rules
    parts: list[str] = [tr("points-title", count=book.points)]
    if book.expires_at is not None:
        parts.append(tr("points-until", day=tr.date(book.expires_at.astimezone(zone).date())))
    parts += [
        "",
        tr(
            "points-rules",
            percent=rules.percent,
            least=rules.least,
            start=tr.money(rules.from_goods.minor),
            share=rules.share,
            days=rules.idle.days,
        ),
    ]
    if book.history.items:
        parts += ["", *(_line(line, tr, zone) for line in book.history.items)]
    turn = pager(book.history, tr, lambda number: PointsPage(page=number).pack())
    return Screen("\n".join(parts), keyboard([turn, [button(tr("menu-catalog"), OpenCatalog().pack())], [home(tr)]]))


def points_ending_screen(book: PointsBook, tr: Translator, zone: tzinfo) -> Screen | None:
    """The notice that points are about to expire; None without any."""
    if book.expires_at is None:
        return None
    day = tr.date(book.expires_at.astimezone(zone).date())
    ways = [button(tr("menu-catalog"), OpenCatalog().pack()), button(tr.plain("points-open"), OpenPoints().pack())]
    return Screen(tr("points-ending", count=book.points, day=day), keyboard([ways, [home_below(tr)]]), keep=True)


def _line(line: HistoryLine, tr: Translator, zone: tzinfo) -> str:
    sign = "+" if line.points > 0 else "−"
    return tr(
        f"points-move-{line.kind}",
        day=tr.date(line.at.astimezone(zone).date()),
        points=f"{sign}{abs(line.points)}",
        order="" if line.order_id is None else f"{10_000 + line.order_id}",
    )
