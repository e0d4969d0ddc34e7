"""Goods shown in a conversation: a product's card or a whole cart, alive on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.catalog.models import Product
from domain.catalog.ports import CatalogWork
from domain.ordering.cart import MAX_LINES, Goods
from domain.ordering.code_list import room_for
from domain.ordering.errors import CartEmpty, CartFull
from domain.ordering.ports import CartWork
from domain.people.models import Person
from domain.relay.carry import CarryMessages
from domain.relay.models import Content, ConversationId, Incoming, Kind, RelayedId, Sent
from domain.relay.send import SendMessage
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.shared.transaction import Transaction


class ShareWork(CatalogWork, CartWork, Protocol):
    """Both shelves at once."""


@dataclass(frozen=True, slots=True)
class SharedLine:
    """An article of a cart that was shown, as it is now; `goods` is None where it is no more."""

    goods: Goods | None
    pieces: int

    @property
    def available(self) -> int:
        """How many of the pieces can be had."""
        return 0 if self.goods is None else room_for(self.pieces, 0, self.goods)


@dataclass(frozen=True, slots=True)
class Shared:
    """What was shown, as it is now: a product with the article that was chosen, or lines of a cart."""

    content: Content
    product: Product | None = None
    lines: tuple[SharedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareGoods:
    """Shows a product or one's cart to the other end of a conversation; the same press again shows it once.

    Raises what SendMessage does, NotFound for a product that is not there, CartEmpty.
    """

    read: Transaction[ShareWork]
    send: SendMessage

    async def product(
        self, person: Person, talk: ConversationId, product_id: ProductId, article_id: ArticleId, pressed: int
    ) -> Sent:
        """`pressed` is the message whose button it was."""
        async with self.read() as work:
            product = await work.catalog.product(product_id)
        if product is None:
            raise NotFound(f"product {product_id}")
        article = product.article(article_id)
        content = Content(Kind.PRODUCT, product=product_id, article=article.id if article else None)
        nonce = f"{person.id}:p{pressed}:{product_id}:{article_id}"
        return await self.send(person, talk, Incoming(content, nonce))

    async def cart(self, person: Person, talk: ConversationId, pressed: int) -> Sent:
        """What is in the person's cart now."""
        async with self.read() as work:
            cart = await work.carts.get(person.customer_id)
        if not cart.lines:
            raise CartEmpty
        lines = tuple((line.goods.article_id, line.quantity) for line in cart.lines)
        return await self.send(
            person, talk, Incoming(Content(Kind.CART, lines=lines), f"{person.id}:c{pressed}:{cart.version}")
        )


@dataclass(frozen=True, slots=True)
class SeeShared:
    """What was shown in a conversation, for its two ends, and a cart that was shown into one's own."""

    read: Transaction[ShareWork]
    write: Transaction[ShareWork]
    carry: CarryMessages

    async def __call__(self, person: Person, id: RelayedId) -> Shared:
        """As it is now. Raises NotFound for whoever is at neither end."""
        found = await self.carry.one(person, id)
        if found is None or found[1].deleted_at is not None:
            raise NotFound(f"message {id}")
        return await self.of(found[1].content)

    async def of(self, content: Content) -> Shared:
        """Looks it all up."""
        async with self.read() as work:
            if content.product is not None:
                return Shared(content, await work.catalog.product(content.product))
            lines = [SharedLine(await work.carts.goods(article), pieces) for article, pieces in content.lines]
        return Shared(content, lines=tuple(lines))

    async def take(self, person: Person, id: RelayedId) -> int:
        """What can be had of it into the person's cart, made up to the pieces shown, so that twice is the same as

        once; gives how many pieces the cart has of it then. Raises NotFound, CartFull.
        """
        shared = await self(person, id)
        async with self.write() as work:
            cart = await work.carts.get(person.customer_id)
            wanted = [(each.goods, each.available) for each in shared.lines if each.goods and each.available]
            new = [goods for goods, _ in wanted if not cart.quantity_of(goods.article_id)]
            if len(cart.lines) + len(new) > MAX_LINES:
                raise CartFull
            for goods, pieces in wanted:
                if pieces > cart.quantity_of(goods.article_id):
                    await work.carts.set_quantity(person.customer_id, goods.article_id, pieces, goods.price)
        return sum(pieces for _, pieces in wanted)
