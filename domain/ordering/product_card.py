"""A product at this person's price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.catalog.models import Product
from domain.catalog.ports import CatalogWork
from domain.ordering.models import Cart
from domain.ordering.ports import CartWork
from domain.people.models import Person
from domain.pricing.ladder import Ladder, PricedLine
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ProductId
from domain.shared.money import Money
from domain.shared.transaction import Transaction


class CardWork(CatalogWork, CartWork, Protocol):
    """Both shelves at once."""


@dataclass(frozen=True, slots=True)
class ProductCard:
    """A product as this person sees it: `offer` is what one more piece costs with the discount its order would have."""

    product: Product
    cart: Cart
    percent: int
    offer: PricedLine


@dataclass(frozen=True, slots=True)
class ShowProduct:
    """A product's card. Raises NotFound. A product off sale is shown as such, so an old button still says something."""

    read: Transaction[CardWork]
    clock: Clock
    ladder: Ladder

    async def __call__(self, person: Person, product_id: ProductId) -> ProductCard:
        async with self.read() as work:
            product = await work.catalog.product(product_id)
            if product is None:
                raise NotFound(f"product {product_id}")
            cart = await work.carts.get(person.customer_id)
            last_month = await work.buyers.last_month(person.customer_id, self.clock())
        gathered = sum((line.goods.price * line.quantity for line in cart.lines), Money(0))
        percent = self.ladder.percent(gathered + product.price, last_month)
        return ProductCard(product, cart, percent, PricedLine(product.price, product.price.percent(percent)))
