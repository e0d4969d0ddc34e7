"""The ledger of bonus points."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select, update
from sqlalchemy import insert as plain_insert

from domain.points.models import Balance, HistoryLine, Move, MoveKind, NotEnoughPoints, PointsAccount
from domain.shared.ids import CustomerId
from storage.connection import for_both, insert
from storage.shelf import Shelf
from storage.tables import point_accounts, point_entries

_BALANCE = select(point_accounts.c.balance, point_accounts.c.active_at).where(
    point_accounts.c.customer_id == bindparam("customer")
)
# Held by its own row, which is locked last of all, never by the customer's.
_BALANCE_HELD = _BALANCE.with_for_update()
_KNOWN = select(point_entries.c.id).where(point_entries.c.key == bindparam("key")).limit(1)
_FIRST = for_both(
    lambda engine: (
        insert(point_entries, engine)
        .on_conflict_do_nothing(index_elements=["key", "account"])
        .returning(point_entries.c.id)
    )
)
_SECOND = plain_insert(point_entries)
_OPEN = for_both(lambda engine: insert(point_accounts, engine).on_conflict_do_nothing(index_elements=["customer_id"]))
_CHANGE = (
    update(point_accounts)
    .where(
        point_accounts.c.customer_id == bindparam("customer"),
        point_accounts.c.balance + bindparam("by") >= 0,
    )
    .values(balance=point_accounts.c.balance + bindparam("by"), active_at=bindparam("at"))
)
_MINE = and_(point_entries.c.customer_id == bindparam("customer"), point_entries.c.account == PointsAccount.CUSTOMER)
_HISTORY = (
    select(point_entries.c.kind, point_entries.c.points, point_entries.c.at, point_entries.c.order_id)
    .where(_MINE)
    .order_by(point_entries.c.id.desc())
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_COUNT = select(func.count()).select_from(point_entries).where(_MINE)
_IDLE = (
    select(point_accounts)
    .where(point_accounts.c.active_at < bindparam("before"), point_accounts.c.balance > 0)
    .order_by(point_accounts.c.active_at, point_accounts.c.customer_id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

_ENDING = (
    select(point_accounts)
    .where(
        point_accounts.c.active_at < bindparam("before"),
        point_accounts.c.active_at >= bindparam("after"),
        point_accounts.c.balance > 0,
        or_(point_accounts.c.warned_at.is_(None), point_accounts.c.warned_at < point_accounts.c.active_at),
    )
    .order_by(point_accounts.c.active_at, point_accounts.c.customer_id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_WARNED = (
    update(point_accounts)
    .where(point_accounts.c.customer_id == bindparam("customer"))
    .values(warned_at=bindparam("now"))
)


class Points(Shelf):
    """Implements domain.points.ports.Points."""

    __slots__ = ()

    async def balance(self, customer_id: CustomerId) -> Balance:
        row = (await self._run(_BALANCE_HELD if self._work.writing else _BALANCE, {"customer": customer_id})).first()
        return Balance() if row is None else Balance(row.balance, row.active_at)

    async def knows(self, key: str) -> bool:
        return (await self._run(_KNOWN, {"key": key})).first() is not None

    async def move(self, move: Move) -> bool:
        first, second = (
            {
                "key": move.key,
                "account": account,
                "customer_id": move.customer_id,
                "kind": move.kind,
                "points": points,
                "order_id": move.order_id,
                "at": move.at,
            }
            for account, points in move.entries
        )
        if await self.knows(move.key):
            return False
        # The balance first: what it refuses must leave no entry, also where the caller goes on.
        own = next(points for account, points in move.entries if account is PointsAccount.CUSTOMER)
        await self._run(_OPEN[self._engine], {"customer_id": move.customer_id, "balance": 0, "active_at": move.at})
        changed = await self._run(_CHANGE, {"customer": move.customer_id, "by": own, "at": move.at})
        if not changed.rowcount:
            raise NotEnoughPoints(f"{move.points} points of customer {move.customer_id}")
        # Whoever wrote the key meanwhile was waited for at the balance.
        if (await self._run(_FIRST[self._engine], first)).first() is None:
            await self._run(_CHANGE, {"customer": move.customer_id, "by": -own, "at": move.at})
            return False
        await self._run(_SECOND, second)
        return True

    async def history(self, customer_id: CustomerId, offset: int, limit: int) -> tuple[Sequence[HistoryLine], int]:
        where = {"customer": customer_id}
        total = (await self._run(_COUNT, where)).scalar_one()
        rows = await self._run(_HISTORY, {**where, "skip": offset, "most": limit})
        return [HistoryLine(MoveKind(row.kind), row.points, row.at, row.order_id) for row in rows], total

    async def idle(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        rows = await self._run(_IDLE, {"before": before, "most": limit})
        return [(CustomerId(row.customer_id), Balance(row.balance, row.active_at)) for row in rows]

    async def ending(self, before: datetime, after: datetime, limit: int) -> Sequence[tuple[CustomerId, Balance]]:
        rows = (await self._run(_ENDING, {"before": before, "after": after, "most": limit})).all()
        if rows:
            now = self._work.clock()
            await self._run(_WARNED, [{"customer": row.customer_id, "now": now} for row in rows])
        return [(CustomerId(row.customer_id), Balance(row.balance, row.active_at)) for row in rows]
