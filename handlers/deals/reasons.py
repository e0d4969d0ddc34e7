"""Why something costs what it costs, line by line; for the cart, the summary, an order."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from domain.ordering.price_cart import PricedCart
from domain.pricing.quote import Hint, HintKind, Quote, Reason, ReasonKind
from handlers.deals.callbacks import PickGift
from handlers.ui.links import WhyPrice
from handlers.ui.screen import button
from locales.translator import Html, Translator


def reason_lines(reasons: Sequence[Reason], tr: Translator) -> list[str]:
    """A line for each; as they stand they add up to the total."""
    return [_reason(reason, tr) for reason in reasons]


def _reason(reason: Reason, tr: Translator) -> str:
    amount = tr.money(abs(reason.amount.minor), reason.amount.currency)
    title = reason.title[tr.language] if reason.title else ""
    match reason.kind:
        case ReasonKind.GOODS:
            return tr("reason-goods", amount=amount)
        case ReasonKind.LADDER:
            return tr("reason-ladder", percent=reason.number, amount=amount)
        case ReasonKind.POINTS:
            return tr("reason-points", count=reason.number, amount=amount)
        case ReasonKind.DELIVERY if reason.amount.minor:
            return tr("reason-delivery", amount=amount)
        case ReasonKind.DELIVERY:
            return tr("reason-delivery-gift", title=title) if title else tr("reason-delivery-free")
        case ReasonKind.CODE:
            line = tr("reason-code", code=reason.code, title=title, amount=amount)
        case _:
            line = tr("reason-promotion", title=title, amount=amount)
    return f"{line} {tr('reason-capped')}" if reason.capped else line


def price_lines(priced: PricedCart, quote: Quote, tr: Translator) -> list[str]:
    """The reasons but for the delivery, and what goes with them: gifts, a code that gives nothing."""
    reasons = [reason for reason in quote.reasons if reason.kind is not ReasonKind.DELIVERY]
    lines = reason_lines(reasons, tr) if len(reasons) > 1 else []
    lines += [tr("price-gift", name=_gift_name(priced, gift.chosen, tr)) for gift in quote.gifts if gift.chosen]
    if waits_for_gift(quote):
        lines.append(tr("price-gift-waits"))
    if quote.code_problem is not None:
        lines.append(tr(f"price-code-{quote.code_problem}", code=quote.code))
    return lines


def _gift_name(priced: PricedCart, article_id: object, tr: Translator) -> str:
    goods = next(goods for id_, goods in priced.gifts.items() if id_ == article_id)
    name = goods.name[tr.language]
    return f"{name}, {goods.shade[tr.language]}" if goods.shade else name


def hint_lines(hints: Sequence[Hint], tr: Translator) -> list[str]:
    """What a little more would bring, the nearest of each kind."""
    return [_hint(hint, tr) for hint in hints]


def _hint(hint: Hint, tr: Translator) -> Html:
    missing = tr.money(hint.missing.minor, hint.missing.currency)
    if hint.kind is HintKind.LADDER:
        return tr("cart-hint", missing=missing, percent=hint.percent)
    title = hint.title[tr.language] if hint.title else ""
    if hint.kind is HintKind.GIFT:
        return tr("hint-gift", missing=missing, title=title)
    if hint.kind is HintKind.PROMOTION:
        return tr("hint-promotion", missing=missing, title=title)
    return tr("hint-delivery-by", missing=missing, title=title) if title else tr("hint-delivery", missing=missing)


def waits_for_gift(quote: Quote) -> bool:
    """A gift is due, and the customer has not chosen which."""
    return any(gift.chosen is None and gift.options for gift in quote.gifts)


def gift_rows(quote: Quote, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """The way to a gift that waits to be chosen."""
    return [[button(tr.plain("price-pick-gift"), PickGift().pack())]] if waits_for_gift(quote) else []


def deal_rows(quote: Quote, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """The cart's way to such a gift, and to everything about the price."""
    return [*gift_rows(quote, tr), [button(tr.plain("price-why"), WhyPrice().pack())]]
