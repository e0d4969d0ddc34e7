"""Searching from any chat, and coming by the link of a card that somebody sent."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, InlineQuery, Message

from domain.catalog.use_cases import ListCategories
from domain.consultants.find import ShowCard
from domain.consultants.use_cases import ShowConsultant
from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.search.models import Hit, Narrowed
from domain.search.use_cases import SearchCatalog
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.wishes.use_cases import LookAt
from handlers.catalog.callbacks import OpenProduct
from handlers.catalog.views import product_screen
from handlers.consultants import care_views
from handlers.ui.company import Company
from handlers.ui.inline import InlineCard, InlineCards
from handlers.ui.screen import Answer, button, keyboard
from locales.translator import Translator

AT_ONCE = 20
_LINK = re.compile(r"prd-(\d{1,15})(?:-([A-Za-z0-9_-]{1,40}))?")


class ToProduct(Filter):
    """/start with a link to a product. Hands over `product_id` and the `invite` it carries."""

    async def __call__(self, message: Message, command: CommandObject) -> bool | dict[str, Any]:
        found = _LINK.fullmatch(command.args or "")
        return {"product_id": ProductId(int(found[1])), "invite": found[2] or ""} if found else False


async def search_inline(
    event: InlineQuery,
    person: Person,
    tr: Translator,
    company: Company,
    search_catalog: SearchCatalog,
    list_categories: ListCategories,
    show_consultant: ShowConsultant,
) -> Answer:
    offset = int(event.offset) if event.offset.isdigit() and len(event.offset) < 5 else 0
    found = await search_catalog(person, event.query, Narrowed(), offset, AT_ONCE)
    invite = await _invite(person, show_consultant)
    cards = tuple(_card(hit, invite, company, tr) for hit in found.hits)
    following = offset + len(cards)
    more = str(following) if cards and following < found.total else ""
    return Answer(inline=InlineCards(cards, more, start_button=tr.plain("inline-start")))


async def _invite(person: Person, show_consultant: ShowConsultant) -> str:
    """The invite of who sends: their own, or that of the consultant who serves them."""
    consultant_id = person.own_consultant_id or person.consultant_id
    if consultant_id is None:
        return ""
    consultant = await show_consultant(consultant_id)
    return "" if consultant.is_gone else consultant.invite_code


def _card(hit: Hit, invite: str, company: Company, tr: Translator) -> InlineCard:
    product = hit.product
    name, price = product.name[tr.language], tr.money(product.price.minor)
    start = f"prd-{product.id}-{invite}" if invite else f"prd-{product.id}"
    colour = (hit.hex or "").lstrip("#") or "none"
    key = "inline-price" if product.in_stock else "inline-sold-out"
    return InlineCard(
        id=f"{product.id}-{hit.article_id or 0}",
        title=name,
        description=tr.plain(key, price=price, code=hit.code),
        text=tr("inline-card", name=name, price=price, code=hit.code),
        button=tr.plain("inline-open"),
        url=company.invite_link(start),
        picture=f"product/{hit.form}/{hit.tint.lstrip('#')}/{colour}" if hit.form else None,
    )


async def come_to_product(
    event: Message,
    product_id: ProductId,
    invite: str,
    person: Person,
    tr: Translator,
    company: Company,
    show_product: ShowProduct,
    look_at: LookAt,
    show_consultant: ShowConsultant,
    show_card: ShowCard,
    state: FSMContext,
) -> Answer:
    await state.set_state(None)
    greeting = (care_views.invited_message(person, company, tr),)
    card = await show_product(person, product_id)
    marks = await look_at(person, product_id)
    shown = Answer(product_screen(card, ArticleId(0), 0, tr, marks), messages=greeting, forget=True)
    if not invite or person.consultant_id is not None or person.own_consultant_id is not None:
        return shown
    try:
        consultant = await show_consultant.by_invite(invite)
    except NotFound:
        return shown
    invited = care_views.invited_screen(await show_card(consultant.id, None), person, tr)
    rows = invited.markup.inline_keyboard if isinstance(invited.markup, InlineKeyboardMarkup) else []
    look = [
        button(tr.plain("inline-look", name=card.product.name[tr.language]), OpenProduct(product=product_id).pack())
    ]
    return Answer(replace(invited, markup=keyboard([*rows[:1], look, *rows[1:]])), messages=greeting, forget=True)


def router() -> Router:
    """The handlers of what comes from other chats; stands before invites, whose links are any."""
    shared = Router(name="shared")
    shared.inline_query.register(search_inline)
    shared.message.register(come_to_product, CommandStart(deep_link=True), ToProduct())
    return shared
