"""Filling a cart by a list of codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.ordering.cart import MAX_LINES, Goods
from domain.ordering.code_list import Reading, Understood, Wish, codes_of, match, room_for
from domain.ordering.ports import CartWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.shared.clock import Clock
from domain.shared.ids import ArticleId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a code list, line by line in the order typed, and the cart as it is now."""

    lines: tuple[Understood, ...]
    cart: PricedCart


@dataclass(frozen=True, slots=True)
class AddByCodes:
    """Puts everything of a code list that can be had into the person's cart, and says what became of each line.

    A code means an article, or a product of one article, or what alone begins so. Never more than there is. None, and
    nothing done, for a lone code that could have been "two of 1234" and is not: that is somebody looking for 1234-2.
    """

    write: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, wishes: Sequence[Wish]) -> Report | None:
        async with self.write() as work:
            known = await work.carts.by_codes(codes_of(wishes))
            matched = match(wishes, known)
            if len(matched) == 1 and matched[0][0].otherwise is not None:
                return None
            cart = await work.carts.get(person.customer_id)
            lines: list[Understood] = []
            have = {line.goods.article_id: line.quantity for line in cart.lines}
            for wish, found in matched:
                line = understood(wish, found, have)
                if line.goods is not None and line.added:
                    count = have.get(line.goods.article_id, 0) + line.added
                    have[line.goods.article_id] = count
                    await work.carts.set_quantity(person.customer_id, line.goods.article_id, count, line.goods.price)
                lines.append(line)
            return Report(tuple(lines), await priced(work, person, self.terms, self.clock))


def understood(wish: Wish, found: Sequence[Goods], have: Mapping[ArticleId, int]) -> Understood:
    """What becomes of a wish where so many pieces of each article are gathered already."""
    if not found:
        return Understood(wish.typed, Reading.UNKNOWN, wish.pieces)
    goods = found[0]
    if len(found) > 1:
        return Understood(wish.typed, Reading.CHOOSE, wish.pieces, 0, goods)
    known = goods.article_id in have
    if not known and len(have) >= MAX_LINES:
        return Understood(wish.typed, Reading.FULL, wish.pieces, 0, goods)
    added = room_for(wish.pieces, have.get(goods.article_id, 0), goods)
    if not added:
        return Understood(wish.typed, Reading.NONE_LEFT, wish.pieces, 0, goods)
    return Understood(wish.typed, Reading.ADDED if added == wish.pieces else Reading.SHORT, wish.pieces, added, goods)
