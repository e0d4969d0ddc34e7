"""How managing looks."""

from __future__ import annotations

from collections.abc import Sequence

from domain.catalog.models import Category, ProductBrief
from domain.people.models import Duty, Person
from domain.shared.paging import Page
from handlers.admin.callbacks import ManageCategories, ManageCategory, SetSale
from handlers.delivery.callbacks import OpenDelivery
from handlers.goods.callbacks import OpenGoodsFiles
from handlers.staff.callbacks import FindCabinet
from handlers.tickets.callbacks import ListTickets
from handlers.ui.links import OpenAdmin, OpenApplicants, OpenBroadcasts, OpenOffers, OpenOrders, OpenRequests
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def panel_screen(person: Person, tr: Translator) -> Screen:
    """What this person of the staff can do."""
    looks_up = person.is_admin or person.has(Duty.OFFICER)
    rows = [
        [button(tr.plain("admin-orders"), OpenOrders(serving=True).pack())] if person.is_admin else [],
        [button(tr.plain("admin-products"), ManageCategories().pack())] if person.manages_catalog else [],
        [button(tr.plain("offers-open"), OpenOffers().pack())] if person.manages_catalog else [],
        [button(tr.plain("broadcasts-open"), OpenBroadcasts().pack())] if person.manages_catalog else [],
        [button(tr.plain("goods-open"), OpenGoodsFiles().pack())] if person.manages_catalog else [],
        [button(tr.plain("tickets-serve"), ListTickets().pack())] if looks_up else [],
        [button(tr.plain("admin-applicants"), OpenApplicants().pack())] if person.is_admin else [],
        [button(tr.plain("admin-delivery"), OpenDelivery().pack())] if person.is_admin else [],
        [button(tr.plain("staff-find"), FindCabinet().pack())] if looks_up else [],
        [button(tr.plain("requests-open"), OpenRequests().pack())] if person.has(Duty.OFFICER) else [],
        [home(tr)],
    ]
    return Screen(tr("admin-panel"), keyboard(rows))


def categories_screen(categories: Sequence[Category], tr: Translator) -> Screen:
    """The categories whose products can be taken off sale."""
    buttons = [
        button(category.name[tr.language], ManageCategory(category=category.id).pack()) for category in categories
    ]
    pairs = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    return Screen(tr("admin-categories"), keyboard([*pairs, [back(tr, OpenAdmin().pack()), home(tr)]]))


def products_screen(category: Category, page: Page[ProductBrief], tr: Translator) -> Screen:
    """A page of a category; each product's button turns its sale off or on."""
    rows = [[button(_brief(item, tr), _switch(item, category, page.number))] for item in page.items]
    turn = pager(page, tr, lambda number: ManageCategory(category=category.id, page=number).pack())
    text = tr("admin-category", name=category.name[tr.language], count=page.total)
    return Screen(text, keyboard([*rows, turn, [back(tr, ManageCategories().pack()), home(tr)]]))


def _brief(item: ProductBrief, tr: Translator) -> str:
    key = "admin-product-on" if item.on_sale else "admin-product-off"
    return tr.plain(key, name=item.name[tr.language])


def _switch(item: ProductBrief, category: Category, page: int) -> str:
    return SetSale(product=item.id, on_sale=not item.on_sale, category=category.id, page=page).pack()
