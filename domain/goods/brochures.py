"""A brochure: which goods it shows, in which shape, and to whom. Source: issue, "Catalog: Brochure"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from enum import StrEnum
from typing import Protocol

from domain.consultants.models import Consultant
from domain.consultants.ports import Consultants
from domain.ordering.ports import CartWork
from domain.ordering.price_cart import priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.promotions import NOT_OFFERED, Item, Offered, offered
from domain.shared.clock import Clock
from domain.shared.errors import DomainError
from domain.shared.ids import ArticleId, CategoryId, CustomerId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from domain.shared.transaction import Transaction

MOST = 240
"""Products of one brochure: more is no brochure, and takes minutes to print."""


class Theme(StrEnum):
    """Which goods; SELECTION is what is in the cart."""

    ALL = "all"
    CATEGORY = "category"
    OFFERS = "offers"
    FAVOURITES = "favourites"
    SELECTION = "selection"


class Shape(StrEnum):
    """How it is printed: on A4, on A5 page by page, or as an A5 booklet, two pages on each side of A4 sheets."""

    A4 = "a4"
    A5 = "a5"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for; `category` is one's id where the theme is a category."""

    theme: Theme
    shape: Shape = Shape.A4
    prices: bool = True
    category: CategoryId | None = None


@dataclass(frozen=True, slots=True)
class Swatch:
    code: str
    name: Localised
    hex: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A product as a brochure shows it: `picture` of its own, if any; `offer` is what this person pays for a piece."""

    id: ProductId
    category_id: CategoryId
    category_slug: str
    category: Localised
    code: str
    name: Localised
    about: Localised
    volume: Localised
    price: Money
    form: str
    tint: str
    is_new: bool
    is_hit: bool
    picture: str | None = None
    swatches: tuple[Swatch, ...] = ()
    offer: Money | None = None


@dataclass(frozen=True, slots=True)
class Brochure:
    """All that is on it. `consultant` is whom to order from, None while none is chosen."""

    wish: Wish
    items: tuple[Printed, ...]
    consultant: Consultant | None


class BrochureEmpty(DomainError):
    """There is nothing to print: no offers now, no favourites yet, an empty cart."""


class Brochures(Protocol):
    async def goods(
        self,
        theme: Theme,
        category_id: CategoryId | None,
        customer_id: CustomerId,
        on: date,
        limit: int,
        offered: Offered = NOT_OFFERED,
    ) -> Sequence[Printed]:
        """What is on sale of the theme, in the shop's order, without offers of its own.

        OFFERS are those of the catalog that holds `on` that day, and what is `offered` beside it.
        """
        ...


class BrochureWork(CartWork, Protocol):
    @property
    def brochures(self) -> Brochures: ...

    @property
    def consultants(self) -> Consultants: ...


@dataclass(frozen=True, slots=True)
class GatherBrochure:
    """What the brochure a person asks for shows, at their own prices; a consultant's carries their own contacts.

    Raises BrochureEmpty.
    """

    read: Transaction[BrochureWork]
    clock: Clock
    terms: Terms
    zone: tzinfo

    async def __call__(self, person: Person, wish: Wish) -> Brochure:
        async with self.read() as work:
            today = self.clock().astimezone(self.zone).date()
            asks_price = wish.prices or wish.theme is Theme.OFFERS
            cart = await priced(work, person, self.terms, self.clock) if asks_price else None
            also = offered(cart.basis.made_for_goods()) if cart else NOT_OFFERED
            items = await work.brochures.goods(wish.theme, wish.category, person.customer_id, today, MOST, also)
            if not items:
                raise BrochureEmpty(wish.theme)
            own = person.own_consultant_id or person.consultant_id
            consultant = await work.consultants.get(own) if own is not None else None
        if cart is not None and wish.prices:
            offers = {each.id: cart.basis.quote(more=[_piece(each)]).lines[-1] for each in items}
            items = [_with_offer(each, offers[each.id].full - offers[each.id].discount) for each in items]
        return Brochure(wish, tuple(items), None if consultant is None or consultant.is_gone else consultant)


def _piece(item: Printed) -> Item:
    """One more piece, as the product's card counts it."""
    return Item(ArticleId(0), item.id, item.category_id, item.price, 1)


def _with_offer(item: Printed, offer: Money) -> Printed:
    return replace(item, offer=offer if offer < item.price else None)
