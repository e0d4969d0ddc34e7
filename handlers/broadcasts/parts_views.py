"""How the buttons, the price promotion and the time of an announcement are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from domain.catalog.models import Category
from domain.deals.models import KeptPromotion
from domain.pricing.promotions import Promotion
from domain.shared.paging import Page
from handlers.broadcasts.callbacks import (
    AddCategory,
    AskAddress,
    AskGoods,
    AtOnce,
    DropLink,
    SetLocal,
    SetPromotion,
    SetQuiet,
    ShowCategories,
    ShowDraft,
    ShowLinks,
    ShowPromotions,
)
from handlers.broadcasts.draft import Draft
from handlers.broadcasts.said import times_words
from handlers.broadcasts.wizard_views import marked, pairs
from handlers.offers.views import terms_lines
from handlers.ui.links import OpenCatalog
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.translator import Translator


def links_screen(draft: Draft, tr: Translator) -> Screen:
    """The buttons under the message; a press takes one away."""
    links = draft.announcement.links
    rows = [
        [button(tr.plain("broadcast-drop-link", words=cut(link.words[tr.language], 40)), DropLink(number=at).pack())]
        for at, link in enumerate(links)
    ]
    more = [
        button(tr.plain("broadcast-add-product"), AskGoods().pack()),
        button(tr.plain("broadcast-add-category"), ShowCategories().pack()),
        *([] if draft.own else [button(tr.plain("broadcast-add-promotion"), ShowPromotions().pack())]),
        button(tr.plain("broadcast-add-address"), AskAddress().pack()),
    ]
    none = "broadcast-links-own-none" if draft.own else "broadcast-links-none"
    text = tr("broadcast-links-some" if links else none)
    return Screen(text, keyboard([*rows, *pairs(more), [back(tr, ShowDraft().pack()), home(tr)]]))


def ask_goods_screen(tr: Translator) -> Screen:
    """Asks for a product's code."""
    return Screen(tr("broadcast-ask-goods"), keyboard([[back(tr, ShowLinks().pack()), home(tr)]]))


def ask_address_screen(tr: Translator) -> Screen:
    """Asks for the words and the address of a link."""
    return Screen(tr("broadcast-ask-address"), keyboard([[back(tr, ShowLinks().pack()), home(tr)]]))


def categories_screen(categories: Sequence[Category], tr: Translator) -> Screen:
    """Which category the button opens."""
    buttons = [button(each.name[tr.language], AddCategory(category=each.id).pack()) for each in categories]
    return Screen(tr("broadcast-ask-category"), keyboard([*pairs(buttons), [back(tr, ShowLinks().pack()), home(tr)]]))


def promotions_screen(page: Page[KeptPromotion], draft: Draft, tr: Translator) -> Screen:
    """Which price promotion of the shop it tells of."""
    rows = []
    for kept in page.items:
        chosen = kept.promotion.id == draft.promotion
        if kept.is_on or chosen:
            words = marked(cut(kept.promotion.title[tr.language], 50), chosen, tr)
            rows.append([button(words, SetPromotion(promotion=0 if chosen else kept.promotion.id).pack())])
    turn = pager(page, tr, lambda number: ShowPromotions(page=number).pack())
    text = tr("broadcast-ask-promotion" if rows else "broadcast-no-promotions")
    return Screen(text, keyboard([*rows, turn, [back(tr, ShowDraft().pack()), home(tr)]]))


def times_screen(draft: Draft, tr: Translator, zone: tzinfo) -> Screen:
    """When it goes out: typed in words, by whose clocks, and whether nights are left in peace."""
    times = draft.announcement.times
    at_once = [button(marked(tr.plain("broadcast-at-once-button"), times.at_once, tr), AtOnce().pack())]
    local = button(marked(tr.plain("broadcast-local"), times.local, tr), SetLocal(on=not times.local).pack())
    quiet = button(marked(tr.plain("broadcast-quiet"), times.quiet, tr), SetQuiet(on=not times.quiet).pack())
    asks = "broadcast-ask-own-when" if draft.own else "broadcast-ask-when"
    text = tr(asks, when=times_words(times, None, tr, zone))
    rows = [at_once, [] if times.at_once else [local], [quiet], [back(tr, ShowDraft().pack()), home(tr)]]
    return Screen(text, keyboard(rows))


def promotion_screen(promotion: Promotion, tr: Translator, zone: tzinfo) -> Screen:
    """The terms of a price promotion, for a customer."""
    lines = [tr("broadcast-promotion", title=promotion.title[tr.language]), "", *terms_lines(promotion, tr, zone)]
    ways = [button(tr.plain("menu-catalog"), OpenCatalog().pack())]
    return Screen("\n".join(lines), keyboard([ways, [home_below(tr)]]))
