"""What one person's cabinet must look like after the deeds they sent, each counted once and in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.ordering.cart import MAX_PIECES
from domain.ordering.delivery import DeliveryTable
from domain.ordering.models import Delivery
from domain.pricing.ladder import Ladder
from domain.shared.money import Money
from tests.soak.shop import Goods


@dataclass(frozen=True, slots=True)
class Bought:
    """An order as it must stand in the database; `lines` are (article, pieces) in the cart's order."""

    key: str
    lines: tuple[tuple[int, int], ...]
    comment: str
    delivery: Delivery
    total: int


@dataclass(slots=True)
class Cabinet:
    """A cart, a half-begun comment, and orders. Every method is one deed, as the rules of the cabinet say it.

    Counters stop at none and at 99, an order needs the cart's exact version, a text is a comment only after it was
    asked for: so a deed lost, counted twice or taken out of turn leaves another cabinet behind.
    """

    goods: tuple[Goods, ...]
    lines: dict[int, int] = field(default_factory=dict)
    version: int = 0
    comment: str = ""
    typing: bool = False
    orders: list[Bought] = field(default_factory=list)

    def count(self, article: int, step: int) -> None:
        have = self.lines.get(article, 0)
        want = max(0, min(have + step, MAX_PIECES))
        if want == have:
            return
        self.version += 1
        self.lines[article] = want
        if not want:
            del self.lines[article]

    def ask_comment(self) -> None:
        self.typing = True

    def leave(self) -> None:
        """The catalog, the cart: whoever goes there is not about to comment any more."""
        self.typing = False

    def text(self, words: str) -> None:
        if self.typing:
            self.typing = False
            self.comment = words
            self.version += 1

    def clear(self) -> None:
        self.lines.clear()
        self.comment = ""
        self.version += 1

    def total(self, delivery: Delivery) -> int:
        """Kopecks to pay for the cart as it stands."""
        prices = {int(each.article): each.price for each in self.goods}
        amounts = [(prices[article], pieces) for article, pieces in self._lines()]
        full = [piece * pieces for piece, pieces in amounts]
        percent = Ladder().percent(sum(full, Money(0)), Money(0))
        goods = sum((amount - amount.percent(percent) for amount in full), Money(0))
        return (goods + DeliveryTable().cost(delivery, goods)).minor

    def place(self, key: str, delivery: Delivery, version: int, total: int) -> None:
        if any(order.key == key for order in self.orders) or not self.lines:
            return
        if version != self.version or total != self.total(delivery):
            return
        self.orders.append(Bought(key, tuple(self._lines()), self.comment, delivery, total))
        self.clear()

    def _lines(self) -> list[tuple[int, int]]:
        # A line taken out and put in again stands last, which is what a dict does too.
        return list(self.lines.items())
