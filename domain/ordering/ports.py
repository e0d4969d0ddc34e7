"""What ordering asks of storage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.consultants.models import Consultant
from domain.consultants.ports import Consultants
from domain.deals.ports import DealsWork
from domain.notices.ports import Outbox
from domain.ordering.cart import Cart, Choice, CodedGoods, Goods
from domain.ordering.models import Delivery, NewOrder, Order, OrderBrief, OrderEvent, OrderState, Silent
from domain.ordering.wanted import Wanted, Whose
from domain.payments.models import Trouble
from domain.pricing.promotions import CustomerFacts
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId
from domain.shared.money import Money


class Carts(Protocol):
    async def get(self, customer_id: CustomerId, gifts: Collection[ArticleId] = (), *, placing: bool = False) -> Cart:
        """The customer's cart with the goods as they are now.

        When `placing`, in a writing transaction, their stock is held still, and that of the `gifts` that may go with
        them. Else nobody waits: what is taken from the shelf is counted once more as it is taken.
        """
        ...

    async def goods(self, article_id: ArticleId) -> Goods | None: ...

    async def by_codes(self, codes: Collection[str]) -> Sequence[CodedGoods]:
        """Articles whose own or whose product's code is one of these, or begins with one that is nobody's."""
        ...

    async def set_quantity(
        self, customer_id: CustomerId, article_id: ArticleId, quantity: int, seen: Money | None = None
    ) -> int:
        """The cart's version, grown. 0 takes the line out. `seen` is the price shown, noted with a new line only."""
        ...

    async def see_prices(self, customer_id: CustomerId) -> None:
        """Notes that the customer knows the present prices of what is in the cart. Grows its version."""
        ...

    async def choose(self, customer_id: CustomerId, choice: Choice) -> None:
        """Keeps how the customer wants it; it outlives `clear`. Grows the cart's version."""
        ...

    async def choose_delivery(self, customer_id: CustomerId, delivery: Delivery) -> None:
        """Keeps the way alone. The version stays: the press that orders says the way itself."""
        ...

    async def set_comment(self, customer_id: CustomerId, comment: str) -> None: ...

    async def clear(self, customer_id: CustomerId) -> None:
        """Empties the cart and its comment; its version goes on growing."""
        ...


class Orders(Protocol):
    async def add(self, order: NewOrder) -> OrderId | None:
        """Writes the order with its first event; None if the customer has an order with this key already."""
        ...

    async def by_key(self, customer_id: CustomerId, key: str) -> Order | None: ...

    async def get(self, order_id: OrderId) -> Order | None: ...

    async def hold(self, order_id: OrderId) -> Order | None:
        """As `get`; in a writing block nobody else can change the order until it ends."""
        ...

    async def move(self, order_id: OrderId, old: OrderState, new: OrderState, event: OrderEvent) -> bool:
        """Moves the order on if it is still in `old`, with an event; False if it is not.

        Keeps when it was paid or delivered; whatever leads out of PLACED or PAID ends the waiting for the consultant.
        """
        ...

    async def note(self, order_id: OrderId, event: OrderEvent) -> None:
        """Keeps an event that leaves the order in its state; PAID keeps when, RETURN_ASKED and RETURN_REFUSED too."""
        ...

    async def events(self, order_id: OrderId) -> Sequence[OrderEvent]:
        """What happened to the order, the oldest first."""
        ...

    async def events_count(self, order_id: OrderId) -> int: ...

    async def set_tracking(self, order_id: OrderId, tracking: str) -> None: ...

    async def hand_over(self, order_id: OrderId, consultant_id: ConsultantId, waits_since: datetime | None) -> None:
        """To another consultant, whose turn it is since `waits_since`; what was done about silence is forgotten."""
        ...

    async def silent(self, reminded_before: datetime, limit: int) -> Sequence[Silent]:
        """Orders whose consultant has not said yes or no and that no admin was told of: whose turn it was, or who

        were reminded, before that moment; and all of consultants who cannot be reached.
        """
        ...

    async def reminded(self, order_id: OrderId, at: datetime) -> None: ...

    async def escalated(self, order_id: OrderId, at: datetime) -> None: ...

    async def swatches(self, order_id: OrderId) -> Mapping[ArticleId, str]:
        """The colours (#rrggbb) of what was ordered, where it has one."""
        ...

    async def goods_of(self, order_id: OrderId) -> Mapping[ArticleId, Goods]:
        """What was ordered, as it is today."""
        ...

    async def set_goods_back(self, order_id: OrderId, back: bool) -> None: ...


class OrderLists(Protocol):
    async def of_customer(
        self, customer_id: CustomerId, offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]: ...

    async def of_consultant(
        self, consultant_id: ConsultantId, offset: int, limit: int
    ) -> tuple[Sequence[OrderBrief], int]: ...

    async def everyones(self, offset: int, limit: int) -> tuple[Sequence[OrderBrief], int]: ...

    async def find(self, whose: Whose, wanted: Wanted, offset: int, limit: int) -> Sequence[OrderBrief]:
        """A stretch of what is wanted, the newest first."""
        ...

    async def counts(self, whose: Whose, wanted: Wanted) -> Mapping[OrderState, int]:
        """How many there are in each state, whichever states are wanted."""
        ...

    async def full(self, whose: Whose, wanted: Wanted, limit: int) -> Sequence[Order]:
        """What is wanted with all its lines, the newest first."""
        ...


class Stock(Protocol):
    async def take(self, pieces: Sequence[tuple[ArticleId, int]]) -> None:
        """Takes pieces from stock; the caller has seen, in this transaction, that they are there."""
        ...

    async def put_back(self, pieces: Sequence[tuple[ArticleId, int]]) -> None: ...


class Buyers(Protocol):
    async def may_buy(self, customer_id: CustomerId) -> tuple[bool, Consultant | None]:
        """Whether the customer's form is complete, and their consultant."""
        ...

    async def facts(self, customer_id: CustomerId, now: datetime, *, birthday: bool = False) -> CustomerFacts:
        """What the customer's price may depend on; the birth date only if it is asked for."""
        ...

    async def last_month(self, customer_id: CustomerId, now: datetime) -> Money:
        """The largest order, at catalog prices, that the customer placed in the calendar month before `now`.

        Declined, cancelled and returned ones do not count.
        """
        ...

    async def persons_of(self, customer_id: CustomerId) -> Sequence[PersonId]:
        """The Telegram accounts of the cabinet."""
        ...

    async def known(self, ids: Sequence[PersonId]) -> Sequence[PersonId]:
        """Those of these accounts that have ever come to the cabinet, so that they can be written to."""
        ...


class Refunding(Protocol):
    async def owe_back(self, order_id: OrderId, trouble: Trouble) -> None:
        """What paid for the order by card is to be sent back."""
        ...


class CartWork(DealsWork, Protocol):
    @property
    def carts(self) -> Carts: ...

    @property
    def buyers(self) -> Buyers: ...


class OrderingWork(CartWork, Protocol):
    @property
    def orders(self) -> Orders: ...

    @property
    def order_lists(self) -> OrderLists: ...

    @property
    def payments(self) -> Refunding: ...

    @property
    def stock(self) -> Stock: ...

    @property
    def consultants(self) -> Consultants: ...

    @property
    def outbox(self) -> Outbox: ...
