"""A cart, and the goods in it as they are now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from domain.ordering.models import Delivery, Payment
from domain.shared.ids import AddressId, ArticleId, CategoryId, PointId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money

MAX_PIECES = 99
MAX_LINES = 50
NOWHERE = CategoryId(0)


class Obstacle(StrEnum):
    """Why a line of a cart cannot be ordered as it stands."""

    OFF_SALE = "off_sale"
    OUT_OF_STOCK = "out_of_stock"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Goods:
    """An article as it is at this moment: its words, price and stock."""

    article_id: ArticleId
    product_id: ProductId
    code: str
    name: Localised
    shade: Localised | None
    price: Money
    stock: int
    on_sale: bool
    category_id: CategoryId = NOWHERE


@dataclass(frozen=True, slots=True)
class CodedGoods:
    """An article with the code of its product, which is its own where there are no shades."""

    goods: Goods
    product_code: str


@dataclass(frozen=True, slots=True)
class CartLine:
    """`seen` is the price of a piece that the customer has seen and not objected to; None where nobody noted it."""

    goods: Goods
    quantity: int
    seen: Money | None = None

    @property
    def old_price(self) -> Money | None:
        """What a piece cost when the customer put it in, if it costs something else now."""
        return None if self.seen == self.goods.price else self.seen

    @property
    def obstacle(self) -> Obstacle | None:
        if not self.goods.on_sale:
            return Obstacle.OFF_SALE
        if self.goods.stock <= 0:
            return Obstacle.OUT_OF_STOCK
        return Obstacle.TOO_FEW if self.goods.stock < self.quantity else None


@dataclass(frozen=True, slots=True)
class Choice:
    """How the customer wants it: of this order once chosen, until then of the last one.

    Without `address_id` goods go to the registered address. An address or a point may have gone since it was chosen.
    """

    delivery: Delivery | None = None
    address_id: AddressId | None = None
    point_id: PointId | None = None
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """What a customer has gathered. `version` grows with every change, so a summary knows whether it is still true."""

    lines: tuple[CartLine, ...] = ()
    version: int = 0
    comment: str = ""
    choice: Choice = Choice()

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def has_changes(self) -> bool:
        """Something differs from what was put in, and the customer has not agreed to it yet."""
        return any(line.obstacle or line.old_price for line in self.lines)

    def quantity_of(self, article_id: ArticleId) -> int:
        return next((line.quantity for line in self.lines if line.goods.article_id == article_id), 0)

    def with_quantity(self, goods: Goods, quantity: int, version: int) -> Cart:
        """As it is once `quantity` pieces of these goods stand in it, at the price the customer has just seen."""
        have = self.quantity_of(goods.article_id)
        new = (CartLine(goods, quantity, goods.price),) if quantity and not have else ()
        kept = (
            replace(line, quantity=quantity) if line.goods.article_id == goods.article_id else line
            for line in self.lines
        )
        return replace(self, lines=(*(line for line in kept if line.quantity), *new), version=version)
