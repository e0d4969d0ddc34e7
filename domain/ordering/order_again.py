"""The goods of an earlier order, back into the cart."""

from __future__ import annotations

from dataclasses import dataclass

from domain.ordering.cart import MAX_LINES
from domain.ordering.code_list import room_for
from domain.ordering.ports import OrderingWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import OrderId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class OrderAgain:
    """Makes the cart hold at least what that order of theirs held, as far as it can be had; twice is the same as once.

    A price that is another now shows as changed. Raises NotFound.
    """

    write: Transaction[OrderingWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, order_id: OrderId) -> PricedCart:
        async with self.write() as work:
            order = await work.orders.get(order_id)
            if order is None or order.customer_id != person.customer_id:
                raise NotFound(f"order {order_id}")
            cart = await work.carts.get(person.customer_id)
            room = MAX_LINES - len(cart.lines)
            for line in order.lines:
                have = cart.quantity_of(line.article_id)
                goods = await work.carts.goods(line.article_id)
                more = 0 if goods is None else room_for(max(0, line.quantity - have), have, goods)
                if more and (have or room > 0):
                    room -= not have
                    await work.carts.set_quantity(person.customer_id, line.article_id, have + more, line.price)
            return await priced(work, person, self.terms, self.clock)
