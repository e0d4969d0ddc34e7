"""How searching looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.types import InlineKeyboardButton

from domain.catalog.colour import Family
from domain.catalog.models import Category, SkinType
from domain.search.models import Found, Hit
from domain.search.shades import Near
from domain.shared.ids import ArticleId, ProductId
from domain.shared.paging import Page
from handlers.catalog.callbacks import OpenProduct
from handlers.catalog.lists import SEARCH, SHADES, FoundPage, OpenSearch, OpenShades, came_from
from handlers.catalog.swatch import dot
from handlers.search.callbacks import Kind, Narrow, OpenFilters
from handlers.search.filters import KINDS, PRICES
from handlers.ui.links import OpenCatalog, OpenHelp
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from handlers.wishes.views import brief
from locales.translator import Translator

PAGE = 6
SHOWN_WORDS = 60
_CATALOG, _SEARCH, _FILTERS = OpenCatalog().pack(), OpenSearch().pack(), OpenFilters().pack()


def ask_screen(tr: Translator) -> Screen:
    """Asks what to look for."""
    everything = button(tr.plain("search-everything"), FoundPage().pack())
    shade = button(tr.plain("shades-find"), OpenShades().pack())
    return Screen(tr("search-ask"), keyboard([[everything], [shade], [back(tr, _CATALOG), home(tr)]]))


def found_screen(words: str, kept: Mapping[str, Any], found: Found, number: int, tr: Translator) -> Screen:
    """A page of what was found, or what may be done where nothing was."""
    chosen = [kind for kind in KINDS if kept.get(kind)]
    filters = button(tr.plain("search-filters", count=len(chosen)), _FILTERS)
    ways = [back(tr, _CATALOG), home(tr)]
    if not found.total:
        text = tr("search-nothing" if words else "search-nothing-left", words=cut(words, SHOWN_WORDS))
        helping = button(tr.plain("menu-help"), OpenHelp().pack())
        rows = [[filters] if chosen else [], [button(tr.plain("search-again"), _SEARCH), helping], ways]
        return Screen(text, keyboard(rows))
    page = Page(found.hits, number, PAGE, found.total)
    title = tr("search-found", words=cut(words, SHOWN_WORDS)) if words else tr("search-found-all")
    count = tr("search-many" if found.is_cut else "search-count", count=found.total)
    lines = [title, count]
    if found.guessed:
        lines.append(tr("search-guessed"))
    rows = [[button(_hit(hit, tr), _open(hit, page.number))] for hit in found.hits]
    turn = pager(page, tr, lambda each: FoundPage(page=each).pack())
    again = [filters, button(tr.plain("search-again"), _SEARCH)]
    return Screen("\n".join(lines), keyboard([*rows, turn, again, ways]))


def _hit(hit: Hit, tr: Translator) -> str:
    text = brief(hit.product, tr)
    return f"{dot(hit.hex)} {text}" if hit.article_id and hit.hex else text


def _open(hit: Hit, number: int) -> str:
    page = came_from(SEARCH, number)
    return OpenProduct(product=hit.product.id, article=hit.article_id or ArticleId(0), page=page).pack()


def filters_screen(kept: Mapping[str, Any], kind: Kind, categories: Sequence[Category], tr: Translator) -> Screen:
    """Every filter with what is chosen, or the choices of one."""
    if kind is Kind.ALL:
        rows = [[button(_chosen(each, kept, categories, tr), _narrow(each, kept))] for each in KINDS]
        show = button(tr.plain("search-show"), FoundPage().pack())
        return Screen(tr("search-filters-title"), keyboard([*rows, [show], [back(tr, _SEARCH), home(tr)]]))
    choices = [button(words, Narrow(kind=kind, value=value).pack()) for value, words in _choices(kind, categories, tr)]
    rows = [choices[at : at + 2] for at in range(0, len(choices), 2)]
    none = button(tr.plain("search-any"), Narrow(kind=kind).pack())
    return Screen(tr(f"search-choose-{kind}"), keyboard([*rows, [none], [back(tr, _FILTERS), home(tr)]]))


def _narrow(kind: Kind, kept: Mapping[str, Any]) -> str:
    if kind in {Kind.STOCK, Kind.OFFER}:
        return Narrow(kind=kind, value="" if kept.get(kind) else "1").pack()
    return OpenFilters(kind=kind).pack()


def _chosen(kind: Kind, kept: Mapping[str, Any], categories: Sequence[Category], tr: Translator) -> str:
    value = str(kept.get(kind) or "")
    if kind in {Kind.STOCK, Kind.OFFER}:
        return tr.plain(f"search-{kind}-{'on' if value else 'off'}")
    words = dict(_choices(kind, categories, tr)).get(value)
    return tr.plain(f"search-by-{kind}", value=words or tr.plain("search-any"))


def _choices(kind: Kind, categories: Sequence[Category], tr: Translator) -> list[tuple[str, str]]:
    match kind:
        case Kind.CATEGORY:
            return [(str(each.id), each.name[tr.language]) for each in categories]
        case Kind.PRICE:
            return [(str(at), _prices(*bounds, tr)) for at, bounds in enumerate(PRICES)]
        case Kind.SKIN:
            return [(str(each), tr.plain(f"skin-{each}")) for each in SkinType]
        case Kind.FAMILY:
            return [(str(each), tr.plain(f"family-{each}")) for each in Family]
    return []


def _prices(least: int, most: int | None, tr: Translator) -> str:
    if most is None:
        return tr.plain("search-price-from", least=tr.money(least * 100))
    if not least:
        return tr.plain("search-price-to", most=tr.money(most * 100))
    return tr.plain("search-price-between", least=str(least), most=tr.money(most * 100))


def ask_shade_screen(product_id: ProductId, tr: Translator, note: str = "") -> Screen:
    """Asks for a colour."""
    where = OpenProduct(product=product_id).pack() if product_id else _CATALOG
    text = "\n\n".join(line for line in (note, tr("shades-ask")) if line)
    return Screen(text, keyboard([[back(tr, where), home(tr)]]))


def shades_screen(colour: str, found: Sequence[Near], product_id: ProductId, tr: Translator) -> Screen:
    """The nearest shades with how near they are in words, and their swatches side by side."""
    lines: list[str] = [tr("shades-found", colour=colour), ""]
    rows = []
    for number, each in enumerate(found, start=1):
        shade = each.shade
        name = shade.name[tr.language] if product_id else f"{shade.product[tr.language]}: {shade.name[tr.language]}"
        away = tr(f"likeness-{each.likeness.value.replace('_', '-')}")
        lines.append(tr("shades-one", number=str(number), name=name, away=away))
        words = tr.plain("shade-plain" if shade.stock > 0 else "shade-sold-out", dot=dot(shade.hex), name=name)
        opens = OpenProduct(product=shade.product_id, article=shade.article_id, page=came_from(SHADES)).pack()
        rows.append([button(f"{number}. {words}", opens)])
    wider = [button(tr.plain("shades-everywhere"), OpenShades().pack())] if product_id else []
    again = [button(tr.plain("shades-again"), OpenShades(product=product_id).pack())]
    swatches = "-".join(each.shade.hex.lstrip("#") for each in found)
    picture = f"swatches/{colour.lstrip('#')}/{swatches}" if found else None
    rows_below: list[list[InlineKeyboardButton]] = [again + wider, [back(tr, _CATALOG), home(tr)]]
    return Screen("\n".join(lines), keyboard([*rows, *rows_below]), picture=picture)
