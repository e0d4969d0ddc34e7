"""A product at this person's price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.catalog.models import Product
from domain.catalog.ports import CatalogWork
from domain.ordering.cart import Cart
from domain.ordering.ports import CartWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.ladder import PricedLine
from domain.pricing.promotions import Item
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from domain.shared.transaction import Transaction


class CardWork(CatalogWork, CartWork, Protocol):
    """Both shelves at once."""


@dataclass(frozen=True, slots=True)
class ProductCard:
    """A product as this person sees it: `offer` is what one more piece costs with the discount its order would have.

    `promotions` are the titles of those that are on just such goods and hold for this person now.
    """

    product: Product
    cart: Cart
    percent: int
    offer: PricedLine
    promotions: tuple[Localised, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowProduct:
    """A product's card. Raises NotFound. A product off sale is shown as such, so an old button still says something.

    `cart` is what the person's own cart costs, where the same update has just priced it.
    """

    read: Transaction[CardWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, product_id: ProductId, cart: PricedCart | None = None) -> ProductCard:
        async with self.read() as work:
            product = await work.catalog.product(product_id)
            if product is None:
                raise NotFound(f"product {product_id}")
            if cart is None:
                cart = await priced(work, person, self.terms, self.clock)
        # A line of its own, so that what is in the cart already does not share in its discount.
        piece = Item(ArticleId(0), product.id, product.category_id, product.price, 1)
        quote = cart.basis.quote(more=[piece])
        line = quote.lines[-1]
        titles = tuple(each.title for each in cart.basis.promotions_on(piece))
        return ProductCard(product, cart.cart, quote.percent, PricedLine(line.full, line.discount), titles)
