"""What an order does to promo codes and points, from the moment it is placed to its end.

The one place where the life of an order meets both: see `domain.ordering.drive`.
"""

from __future__ import annotations

from datetime import datetime

from domain.deals.models import OrderDeal
from domain.deals.ports import DealsWork
from domain.ordering.errors import CartChanged
from domain.ordering.models import OrderState
from domain.points.models import Move, MoveKind, NotEnoughPoints
from domain.pricing.codes import PromoCode
from domain.pricing.quote import Quote
from domain.shared.ids import CustomerId, OrderId

UNDONE = frozenset({OrderState.CANCELLED, OrderState.DECLINED})
"""States in which the order never came to anything: its points and its code are the customer's again."""


async def agree(
    work: DealsWork, order_id: OrderId, customer_id: CustomerId, quote: Quote, code: PromoCode | None, at: datetime
) -> None:
    """Spends the quote's points, uses its code and keeps why the order costs what it does.

    Raises CartChanged if somebody else used the code up or the points went meanwhile: what was shown is not true any
    more.
    """
    used = code.id if code is not None and quote.code_problem is None else None
    if used is not None and not await work.promo_codes.take(used, customer_id, order_id, at):
        raise CartChanged
    if quote.points:
        try:
            await work.points.move(
                Move(f"order:{order_id}:spent", MoveKind.SPENT, customer_id, quote.points, at, order_id)
            )
        except NotEnoughPoints as short:
            raise CartChanged from short
    await work.deals.keep(order_id, OrderDeal(quote.reasons, used, quote.points, quote.points_earned))
    await work.deals.clear(customer_id)


async def settle_deal(
    work: DealsWork, order_id: OrderId, customer_id: CustomerId, state: OrderState, at: datetime
) -> None:
    """What follows for points and codes from the order being in `state` now; again it changes nothing."""
    if state is OrderState.DELIVERED:
        deal = await work.deals.of_order(order_id)
        if deal.points_earned:
            await work.points.move(
                Move(f"order:{order_id}:earned", MoveKind.EARNED, customer_id, deal.points_earned, at, order_id)
            )
    elif state in UNDONE:
        await _return_spent(work, order_id, customer_id, await work.deals.of_order(order_id), at)
        await work.promo_codes.give_back(order_id)
    elif state is OrderState.RETURNED:
        deal = await work.deals.of_order(order_id)
        await _return_spent(work, order_id, customer_id, deal, at)
        # What has been spent since cannot be taken back: nobody's points go below zero.
        left = min(deal.points_earned, (await work.points.balance(customer_id)).points)
        if left > 0 and await work.points.knows(f"order:{order_id}:earned"):
            await work.points.move(Move(f"order:{order_id}:revoked", MoveKind.REVOKED, customer_id, left, at, order_id))


async def _return_spent(
    work: DealsWork, order_id: OrderId, customer_id: CustomerId, deal: OrderDeal, at: datetime
) -> None:
    if deal.points:
        await work.points.move(
            Move(f"order:{order_id}:returned", MoveKind.RETURNED, customer_id, deal.points, at, order_id)
        )
