"""The one call that says what a cart costs: the cart, the checkout and the order all use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.deals.models import CartDeal
from domain.ordering.cart import Cart, CartLine, Goods
from domain.ordering.ports import CartWork
from domain.people.models import Person
from domain.pricing.engine import Offers, Terms, Wishes, quote
from domain.pricing.promotions import (
    CustomerFacts,
    Item,
    Promotion,
    PromotionKind,
    in_order,
    is_for,
    is_on,
    segments,
)
from domain.pricing.quote import GiftOffer, Quote
from domain.pricing.shipping import Shipping
from domain.shared.clock import Clock
from domain.shared.ids import ArticleId, CustomerId
from domain.shared.money import Money


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything the price depends on, read at one moment; from here on pricing is arithmetic."""

    items: tuple[Item, ...]
    facts: CustomerFacts
    offers: Offers
    wishes: Wishes
    terms: Terms
    now: datetime
    balance: int

    def quote(self, shipping: Shipping | None = None, more: Sequence[Item] = ()) -> Quote:
        """The price, with this delivery, and with `more` goods at the end."""
        items = (*self.items, *more)
        return quote(items, self.facts, self.offers, self.wishes, self.terms, self.now, shipping, self.balance)

    def promotions_on(self, item: Item) -> list[Promotion]:
        """Those made for such goods, not for everything, that hold for this customer now without a code."""
        return [each for each in self.made_for_goods() if is_on(each, item)]

    def made_for_goods(self) -> list[Promotion]:
        """Those made for goods they name that hold for this customer now without a code."""
        mine = segments(self.facts, self.terms.ladder.top, self.now)
        return [
            each
            for each in in_order([each for each in self.offers.promotions if not each.by_code])
            if (each.conditions.products or each.conditions.categories) and is_for(each, self.facts, mine, self.now)
        ]


@dataclass(frozen=True, slots=True)
class PricedCart:
    """A cart with what it costs this customer now. The quote's lines stand in the order of the cart's.

    `gifts` are the articles that promotions give. The quote knows no delivery; `delivered` does.
    """

    cart: Cart
    quote: Quote
    deal: CartDeal
    basis: Basis
    gifts: Mapping[ArticleId, Goods] = field(default_factory=dict)

    def delivered(self, cost: Money, free_from: Money | None = None) -> Quote:
        """The price with a delivery of this cost, free from this amount of goods on."""
        return self.basis.quote(Shipping(cost, free_from))

    @property
    def taken_gifts(self) -> tuple[tuple[GiftOffer, Goods], ...]:
        """The gifts that go with the order as it stands."""
        return tuple((gift, self.gifts[gift.chosen]) for gift in self.quote.gifts if gift.chosen is not None)


async def priced(
    work: CartWork, person: Person, terms: Terms, clock: Clock, cart: Cart | None = None, *, placing: bool = False
) -> PricedCart:
    """The person's cart at this moment's prices; when `placing`, the stock of its goods and gifts is held still.

    `cart` is the cart where the same transaction has read it already.
    """
    now = clock()
    deal = await work.deals.of_cart(person.customer_id)
    promotions = await work.price_promotions.holding(now)
    if cart is None:
        wanted = _gifts(promotions, deal) if placing else ()
        cart = await work.carts.get(person.customer_id, wanted, placing=placing)
    return await _priced(work, person.customer_id, cart, deal, promotions, terms, now)


async def priced_goods(
    work: CartWork, customer_id: CustomerId, lines: Sequence[CartLine], terms: Terms, clock: Clock
) -> PricedCart:
    """What goods would cost this customer as an order of their own, without code and points."""
    now = clock()
    promotions = await work.price_promotions.holding(now)
    return await _priced(work, customer_id, Cart(tuple(lines)), CartDeal(), promotions, terms, now)


async def _priced(
    work: CartWork,
    customer_id: CustomerId,
    cart: Cart,
    deal: CartDeal,
    promotions: Sequence[Promotion],
    terms: Terms,
    now: datetime,
) -> PricedCart:
    birthday = any(each.conditions.birthday for each in promotions)
    facts = await work.buyers.facts(customer_id, now, birthday=birthday)
    options = sorted({article_id for each in promotions for article_id in each.gifts})
    gifts = await work.price_promotions.gift_goods(options) if options and cart.lines else {}
    # A gift need not be on sale: some are made to be given.
    stock = {id_: goods.stock - cart.quantity_of(id_) for id_, goods in gifts.items()}
    basis = Basis(
        items=tuple(item_of(line.goods, line.quantity) for line in cart.lines),
        facts=facts,
        offers=Offers(promotions, deal.code, stock),
        wishes=Wishes(deal.points, deal.gifts),
        terms=terms,
        now=now,
        balance=deal.balance,
    )
    return PricedCart(cart, basis.quote(), deal, basis, gifts)


def item_of(goods: Goods, quantity: int) -> Item:
    """A line as the price engine takes it."""
    return Item(goods.article_id, goods.product_id, goods.category_id, goods.price, quantity)


def _gifts(promotions: Sequence[Promotion], deal: CartDeal) -> tuple[ArticleId, ...]:
    """Those that may go with the order: what was chosen, and where there is no choice the only one."""
    giving = [each for each in promotions if each.kind is PromotionKind.GIFT]
    chosen = {deal.gifts[each.id] for each in giving if each.id in deal.gifts}
    return tuple(sorted(chosen | {each.gifts[0] for each in giving if len(each.gifts) == 1}))
