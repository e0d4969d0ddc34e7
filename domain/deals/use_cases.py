"""What a customer does to the price of their cart: a promo code, points, a gift."""

from __future__ import annotations

from dataclasses import dataclass

from domain.deals.errors import CodeRefused, GiftGone, PointsUnusable
from domain.ordering.ports import CartWork
from domain.ordering.price_cart import PricedCart, priced
from domain.people.models import Person
from domain.pricing.codes import CodeProblem, normalised
from domain.pricing.engine import Terms
from domain.pricing.promotions import PromotionId
from domain.shared.clock import Clock
from domain.shared.ids import ArticleId
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class UseCode:
    """Puts a promo code on the person's cart in place of another; it is used up only by an order.

    One that is good but not for what is in the cart now stays on it: the quote says so. Raises CodeRefused.
    """

    write: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, typed: str) -> PricedCart:
        async with self.write() as work:
            code = await work.promo_codes.find(normalised(typed), person.customer_id)
            problem = CodeProblem.UNKNOWN if code is None else code.problem(self.clock())
            if code is None or problem is not None:
                raise CodeRefused(problem or CodeProblem.UNKNOWN)
            await work.deals.set_code(person.customer_id, code.id)
            return await priced(work, person, self.terms, self.clock)

    async def drop(self, person: Person) -> PricedCart:
        """Takes the code off the cart again."""
        async with self.write() as work:
            await work.deals.set_code(person.customer_id, None)
            return await priced(work, person, self.terms, self.clock)


@dataclass(frozen=True, slots=True)
class UsePoints:
    """Says how many points to pay with; as many as the rules allow are spent, when the order is placed.

    0 spends none. Raises PointsUnusable where the rules allow none at all.
    """

    write: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, points: int) -> PricedCart:
        async with self.write() as work:
            await work.deals.set_points(person.customer_id, max(0, points))
            cart = await priced(work, person, self.terms, self.clock)
            if points > 0 and not cart.quote.points:
                rules = self.terms.points
                raise PointsUnusable(rules.least, rules.from_goods.minor)
            return cart


@dataclass(frozen=True, slots=True)
class ChooseGift:
    """Chooses one of a due promotion's gifts. Raises GiftGone if it is not due or not in stock."""

    write: Transaction[CartWork]
    clock: Clock
    terms: Terms

    async def __call__(self, person: Person, promotion_id: PromotionId, article_id: ArticleId) -> PricedCart:
        async with self.write() as work:
            cart = await priced(work, person, self.terms, self.clock)
            due = {gift.promotion_id: gift.options for gift in cart.quote.gifts}
            there = article_id in due.get(promotion_id, ())
            if there:
                # Choices for promotions that are over go with it.
                gifts = {id_: gift for id_, gift in cart.deal.gifts.items() if id_ in due} | {promotion_id: article_id}
                await work.deals.set_gifts(person.customer_id, gifts)
                cart = await priced(work, person, self.terms, self.clock)
        if not there:
            raise GiftGone
        return cart
