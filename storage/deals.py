"""Promo codes, gifts and points of carts; what was agreed with orders."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from domain.deals.models import CartDeal, OrderDeal
from domain.pricing.codes import CodeId, PromoCode
from domain.pricing.promotions import PromotionId
from domain.pricing.quote import Reason, ReasonKind
from domain.shared.ids import ArticleId, CustomerId, OrderId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, for_both, insert, upsert
from storage.shelf import Shelf
from storage.tables import cart_deals, carts, customers, order_deals, point_accounts, promo_codes, promo_uses

_USED = (
    select(promo_uses.c.code_id)
    .where(promo_uses.c.code_id == promo_codes.c.id, promo_uses.c.customer_id == bindparam("customer"))
    .exists()
    .label("used_before")
)
_OF_CART = (
    select(promo_codes, _USED, cart_deals.c.points, cart_deals.c.gifts, point_accounts.c.balance)
    .select_from(customers)
    .join(cart_deals, cart_deals.c.customer_id == customers.c.id, isouter=True)
    .join(promo_codes, promo_codes.c.id == cart_deals.c.code_id, isouter=True)
    .join(point_accounts, point_accounts.c.customer_id == customers.c.id, isouter=True)
    .where(customers.c.id == bindparam("customer"))
)
_GROW = update(carts).where(carts.c.customer_id == bindparam("customer")).values(version=carts.c.version + 1)


def _setting(column: str) -> Mapping[Any, Any]:
    return for_both(lambda engine: upsert(cart_deals, engine, ["customer_id"], [column]))


_SET = {column: _setting(column) for column in ("code_id", "points", "gifts")}
_CLEAR = delete(cart_deals).where(cart_deals.c.customer_id == bindparam("customer"))
_KEEP = for_both(lambda engine: insert(order_deals, engine).on_conflict_do_nothing(index_elements=["order_id"]))
_OF_ORDER = select(order_deals).where(order_deals.c.order_id == bindparam("order"))
_FIND = select(promo_codes, _USED).where(promo_codes.c.code == bindparam("code"))
_COUNT_USE = (
    update(promo_codes)
    .where(
        promo_codes.c.id == bindparam("code_id"),
        (promo_codes.c.limit.is_(None)) | (promo_codes.c.used < promo_codes.c.limit),
    )
    .values(used=promo_codes.c.used + 1)
)
_NOTE_USE = for_both(
    lambda engine: (
        insert(promo_uses, engine)
        .on_conflict_do_nothing(index_elements=["code_id", "customer_id"])
        .returning(promo_uses.c.code_id)
    )
)
_FORGET_USE = delete(promo_uses).where(promo_uses.c.order_id == bindparam("order")).returning(promo_uses.c.code_id)
_UNCOUNT_USE = update(promo_codes).where(promo_codes.c.id == bindparam("code_id")).values(used=promo_codes.c.used - 1)


class Deals(Shelf):
    """Implements domain.deals.ports.Deals."""

    __slots__ = ()

    async def of_cart(self, customer_id: CustomerId) -> CartDeal:
        await self._work.hold(customer_id)
        row = (await self._run(_OF_CART, {"customer": customer_id})).first()
        if row is None:
            return CartDeal()
        gifts = {PromotionId(int(key)): ArticleId(value) for key, value in (row.gifts or {}).items()}
        return CartDeal(None if row.id is None else code_of_row(row), row.points or 0, gifts, row.balance or 0)

    async def set_code(self, customer_id: CustomerId, code_id: CodeId | None) -> None:
        await self._set(customer_id, "code_id", code_id)

    async def set_points(self, customer_id: CustomerId, points: int) -> None:
        await self._set(customer_id, "points", points)

    async def set_gifts(self, customer_id: CustomerId, gifts: Mapping[PromotionId, ArticleId]) -> None:
        await self._set(customer_id, "gifts", {str(key): value for key, value in gifts.items()})

    async def clear(self, customer_id: CustomerId) -> None:
        await self._work.hold(customer_id)
        await self._run(_CLEAR, {"customer": customer_id})

    async def keep(self, order_id: OrderId, deal: OrderDeal) -> None:
        row = {
            "order_id": order_id,
            "code_id": deal.code_id,
            "points": deal.points,
            "points_earned": deal.points_earned,
            "reasons": [_reason_row(reason) for reason in deal.reasons],
        }
        await self._run(_KEEP[self._engine], row)

    async def of_order(self, order_id: OrderId) -> OrderDeal:
        row = (await self._run(_OF_ORDER, {"order": order_id})).first()
        if row is None:
            return OrderDeal()
        return OrderDeal(reasons_of(row.reasons), row.code_id, row.points, row.points_earned)

    async def _set(self, customer_id: CustomerId, column: str, value: Any) -> None:
        await self._work.hold(customer_id)
        await self._run(_GROW, {"customer": customer_id})
        bare: dict[str, Any] = {"customer_id": customer_id, "code_id": None, "points": 0, "gifts": {}}
        await self._run(_SET[column][self._engine], {**bare, column: value})


class PromoCodes(Shelf):
    """Implements domain.deals.ports.PromoCodes."""

    __slots__ = ()

    async def find(self, code: str, customer_id: CustomerId) -> PromoCode | None:
        row = (await self._run(_FIND, {"code": code, "customer": customer_id})).first()
        return None if row is None else code_of_row(row)

    async def take(self, code_id: CodeId, customer_id: CustomerId, order_id: OrderId, at: datetime) -> bool:
        """As the port says. The code's row is locked by counting first, so that noting decides for good."""
        if not (await self._run(_COUNT_USE, {"code_id": code_id})).rowcount:
            return False
        use = {"code_id": code_id, "customer_id": customer_id, "order_id": order_id, "at": at}
        if (await self._run(_NOTE_USE[self._engine], use)).first() is None:
            await self._run(_UNCOUNT_USE, {"code_id": code_id})
            return False
        return True

    async def give_back(self, order_id: OrderId) -> None:
        code_id = (await self._run(_FORGET_USE, {"order": order_id})).scalar_one_or_none()
        if code_id is not None:
            await self._run(_UNCOUNT_USE, {"code_id": code_id})


def code_of_row(row: ResultRow) -> PromoCode:
    """A row of promo_codes with `used_before`."""
    return PromoCode(
        CodeId(row.id),
        row.code,
        PromotionId(row.promotion_id),
        row.limit,
        row.used,
        row.expires_at,
        row.is_on,
        bool(row.used_before),
    )


def _reason_row(reason: Reason) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": reason.kind, "amount": reason.amount.minor, "currency": reason.amount.currency}
    if reason.title is not None:
        row |= {"ru": reason.title.ru, "en": reason.title.en}
    return row | {"number": reason.number, "code": reason.code, "capped": reason.capped}


def reasons_of(rows: list[dict[str, Any]] | None) -> tuple[Reason, ...]:
    """The reasons as they were kept with an order."""
    return tuple(
        Reason(
            kind=ReasonKind(row["kind"]),
            amount=Money(row["amount"], row["currency"]),
            number=row["number"],
            title=Localised(row["ru"], row["en"]) if "ru" in row else None,
            code=row["code"],
            capped=row["capped"],
        )
        for row in rows or ()
    )
