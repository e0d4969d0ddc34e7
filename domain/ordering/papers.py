"""Orders to keep as files: they are made when they are sent, for who asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.consultants.models import Consultant
from domain.notices.models import Notice, NoticeKind
from domain.ordering.decide_order import visible
from domain.ordering.find_orders import Group, Period
from domain.ordering.models import Order
from domain.ordering.ports import OrderingWork
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import ArticleId, OrderId
from domain.shared.transaction import Transaction

SAME_PRESS = 20
"""Seconds within which a second press is the same press."""


@dataclass(frozen=True, slots=True)
class AskPaper:
    """Owes a file to the account that asks: an order as a PDF, or a list of orders as a table.

    Who may see them is checked again when the file is made. Raises NotFound, Forbidden.
    """

    read: Transaction[OrderingWork]
    write: Transaction[OrderingWork]
    clock: Clock

    async def order(self, person: Person, order_id: OrderId) -> None:
        async with self.write() as work:
            await visible(work, person, order_id)
            key = f"paper:{order_id}:{person.id}:{self._press()}"
            await work.outbox.put(Notice(person.id, NoticeKind.ORDER_PAPER, key, {"order": order_id}))

    async def sheet(self, person: Person, *, serving: bool, group: Group, period: Period) -> None:
        if serving and not person.is_admin:
            person.require_consultant()
        async with self.write() as work:
            key = f"sheet:{person.id}:{serving:d}:{group}:{period}:{self._press()}"
            args: dict[str, int | str] = {"serving": int(serving), "group": group, "period": period}
            await work.outbox.put(Notice(person.id, NoticeKind.ORDERS_SHEET, key, args))

    async def around(self, order: Order) -> tuple[Consultant | None, Mapping[ArticleId, str]]:
        """What stands on the paper beside the order: who serves it, and the colours of its goods."""
        async with self.read() as work:
            return await work.consultants.get(order.consultant_id), await work.orders.swatches(order.id)

    def _press(self) -> int:
        return int(self.clock().timestamp()) // SAME_PRESS
