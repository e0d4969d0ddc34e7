"""What became of a list of codes."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from domain.ordering.by_codes import Report
from domain.ordering.cart import Goods
from domain.ordering.code_list import Reading, Understood
from handlers.catalog.callbacks import OpenProduct
from handlers.ui.links import OpenCart, OpenCatalog
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import home
from locales.translator import Translator

SHOWN = 25
CHOICES = 6


def report_screen(report: Report, tr: Translator) -> Screen:
    """Line by line what was put into the cart and what was not, and a way to choose a shade where one is needed."""
    lines = code_lines(report.lines, tr)
    quote = report.cart.quote
    text = "\n".join(
        [tr("codes-title"), "", *lines, "", tr("codes-cart", total=tr.money(quote.total.minor))]
        if report.cart.cart.lines
        else [tr("codes-title"), "", *lines]
    )
    rows = shade_rows(report.lines, tr)
    on = [button(tr.plain("to-cart"), OpenCart().pack())] if report.cart.cart.lines else []
    return Screen(text, keyboard([*rows, on, [button(tr.plain("menu-catalog"), OpenCatalog().pack()), home(tr)]]))


def code_lines(read: Sequence[Understood], tr: Translator) -> list[str]:
    """What became of each line of a code list."""
    lines = [_line(each, tr) for each in read[:SHOWN]]
    if (more := len(read) - SHOWN) > 0:
        lines.append(tr("summary-more", count=more))
    return lines


def shade_rows(read: Sequence[Understood], tr: Translator) -> list[list[InlineKeyboardButton]]:
    """The ways to choose a shade where a code left that open."""
    to_choose = [each for each in read if each.reading is Reading.CHOOSE and each.goods][:CHOICES]
    return [
        [button(cut(tr.plain("codes-choose", code=each.typed), 60), OpenProduct(product=each.goods.product_id).pack())]
        for each in to_choose
        if each.goods
    ]


def _line(each: Understood, tr: Translator) -> str:
    goods = each.goods
    match each.reading:
        case Reading.UNKNOWN:
            return tr("codes-unknown", code=each.typed)
        case Reading.SHORT:
            return tr("codes-short", name=_name(goods, tr), added=each.added, wished=each.wished)
        case Reading.ADDED:
            return tr("codes-added", name=_name(goods, tr), count=each.added)
    return tr(f"codes-{each.reading}", code=each.typed, name=_name(goods, tr))


def _name(goods: Goods | None, tr: Translator) -> str:
    if goods is None:
        return ""
    name = goods.name[tr.language]
    return f"{name}, {goods.shade[tr.language]}" if goods.shade else name
