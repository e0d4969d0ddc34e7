"""Filling a cart. Open to guests too: looking around and gathering comes before joining."""

from __future__ import annotations

from dataclasses import dataclass

from domain.ordering.cart import MAX_LINES, MAX_PIECES
from domain.ordering.errors import CartFull, NotAvailable
from domain.ordering.models import COMMENT_LIMIT
from domain.ordering.ports import CartWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ShowCart:
    read: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person) -> PricedCart:
        async with self.read() as work:
            return await priced(work, person, self.terms, self.clock)


@dataclass(frozen=True, slots=True)
class ChangeCart:
    """Puts more or fewer pieces of an article into the person's own cart.

    `step` is added to what is there, never below none, never above stock or MAX_PIECES. Raises NotFound (no such
    article), NotAvailable (nothing more of it to be had), CartFull. Taking out always works, also of what is off sale.
    """

    write: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, article_id: ArticleId, step: int) -> PricedCart:
        async with self.write() as work:
            goods = await work.carts.goods(article_id)
            if goods is None:
                raise NotFound(f"article {article_id}")
            cart = await work.carts.get(person.customer_id)
            have = cart.quantity_of(article_id)
            want = max(0, have + max(-MAX_PIECES, min(step, MAX_PIECES)))
            if want > have:
                want = min(want, goods.stock if goods.on_sale else 0, MAX_PIECES)
                if want <= have:
                    raise NotAvailable(goods.code)
                if not have and len(cart.lines) >= MAX_LINES:
                    raise CartFull
            if want != have:
                version = await work.carts.set_quantity(person.customer_id, article_id, want, goods.price)
                cart = cart.with_quantity(goods, want, version)
            return await priced(work, person, self.terms, self.clock, cart)

    async def agree(self, person: Person) -> PricedCart:
        """Takes the goods as they are now: new prices stand, too many become what is there, what is gone goes."""
        async with self.write() as work:
            for line in (await work.carts.get(person.customer_id)).lines:
                left = line.goods.stock if line.goods.on_sale else 0
                if line.obstacle is not None:
                    await work.carts.set_quantity(person.customer_id, line.goods.article_id, max(0, left))
            await work.carts.see_prices(person.customer_id)
            return await priced(work, person, self.terms, self.clock)

    async def clear(self, person: Person) -> PricedCart:
        """Takes everything out."""
        async with self.write() as work:
            await work.carts.clear(person.customer_id)
            return await priced(work, person, self.terms, self.clock)

    async def comment(self, person: Person, text: str) -> None:
        """Keeps a word to the consultant with the cart, in one line of at most COMMENT_LIMIT characters."""
        async with self.write() as work:
            await work.carts.set_comment(person.customer_id, " ".join(text.split())[:COMMENT_LIMIT])
