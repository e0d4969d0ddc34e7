"""A product's card while goods are gathered for a client."""

from __future__ import annotations

from dataclasses import replace

from domain.ordering.cart import Cart
from domain.ordering.product_card import ProductCard
from domain.pricing.ladder import PricedLine
from domain.proposals.gather import ProposalSheet
from domain.shared.ids import ArticleId
from domain.shared.money import Money
from domain.wishes.models import Marks
from handlers.catalog.views import product_screen
from handlers.proposals.gathering import with_bar
from handlers.ui.screen import Screen
from locales.translator import Translator


def product_for_client(
    card: ProductCard,
    article: ArticleId,
    page: int,
    sheet: ProposalSheet,
    tr: Translator,
    marks: Marks | None,
    picture: int = 0,
) -> Screen:
    """The card at the catalog's price, since the consultant's own conditions are not the client's."""
    offer = PricedLine(card.product.price, Money(0, card.product.price.currency))
    plain = replace(card, cart=Cart(sheet.proposal.lines), percent=0, offer=offer, promotions=())
    return with_bar(product_screen(plain, article, page, tr, marks, picture, sheet.proposal.id), sheet, tr)
