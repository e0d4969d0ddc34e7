"""What is held about somebody, as storage/holdings.py lists it: copied for them, and destroyed at their word."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, bindparam, cast, delete, func, insert, literal, select, update

from domain.notices.models import NoticeKind, Owed
from domain.ordering.drive import SUBJECT, WITH_BUTTONS
from domain.ordering.life import LIVE
from domain.shared.ids import CustomerId, OrderId, PersonId
from storage import tables as t
from storage.called import with_names
from storage.holdings import HOLDINGS, Holding, Whose
from storage.rotation import ROWS
from storage.shelf import Shelf

_USED = tuple(
    each.table
    for each in HOLDINGS
    if each.table is not t.carts
    and "customer_id" in each.table.c
    and (each.kept is not None or each.table in (t.forms, t.cart_lines, t.bindings))
)
"""A row in one of these says that an account is in use again."""
_ORDER_CARDS = (
    select(t.orders.c.id.label("order_id"), t.outbox.c.id, t.outbox.c.person_id, t.outbox.c.kind, t.outbox.c.message_id)
    .join_from(t.orders, t.outbox, t.outbox.c.subject == literal(SUBJECT) + cast(t.orders.c.id, String))
    .where(
        t.orders.c.customer_id == bindparam("customer"),
        t.outbox.c.kind.in_(sorted(WITH_BUTTONS)),
        t.outbox.c.message_id.is_not(None),
    )
    .order_by(t.outbox.c.id)
)


class Holdings(Shelf):
    """Implements domain.personal.ports.Holdings."""

    __slots__ = ()

    async def copy(self, customer_id: CustomerId, person_id: PersonId) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        whose = await self._whose(customer_id, None)
        # Of the other accounts in the cabinet only that they are in it: they may be other people's.
        own = Whose(customer_id, (person_id,), whose.number, whose.consultant)
        found: dict[str, Sequence[Mapping[str, Any]]] = {}
        account = select(t.people.c.id, t.people.c.language, t.people.c.created_at).where(t.people.c.id == person_id)
        found["people"] = [_plain(row._mapping) for row in (await self._run(account)).all()]
        for each in HOLDINGS:
            if not each.copied:
                continue
            wanted = select(each.table).where((each.copies or each.where)(own)).order_by(*each.table.primary_key)
            rows = (await self._run(wanted)).all()
            if rows:
                found[each.table.name] = [self._opened(each, row) for row in rows]
        return await with_names(found, self._run)

    async def open_orders(self, customer_id: CustomerId) -> int:
        waiting = select(func.count()).where(t.orders.c.customer_id == customer_id, t.orders.c.state.in_(sorted(LIVE)))
        found: int = (await self._run(waiting)).scalar_one()
        return found

    async def order_cards(self, customer_id: CustomerId) -> Sequence[tuple[OrderId, Owed]]:
        rows = (await self._run(_ORDER_CARDS, {"customer": customer_id})).all()
        return [
            (OrderId(row.order_id), Owed(row.id, PersonId(row.person_id), NoticeKind(row.kind), row.message_id))
            for row in rows
        ]

    async def destroy(
        self, customer_id: CustomerId, person_id: PersonId | None, at: datetime
    ) -> tuple[Mapping[str, int], Sequence[PersonId]]:
        await self._work.hold(customer_id)
        self._work.destroyed = True
        whose = await self._whose(customer_id, person_id)
        counts: dict[str, int] = {}
        await self._leave(whose, at)
        for each in HOLDINGS:
            if each.kept is None:
                done = await self._run(delete(each.table).where(each.where(whose)))
            elif each.kept:
                done = await self._run(update(each.table).where(each.where(whose)).values(**each.kept))
            else:
                continue
            if done.rowcount:
                counts[each.table.name] = done.rowcount
        events = update(t.order_events).where(t.order_events.c.person_id.in_(whose.persons)).values(person_id=None)
        await self._run(events)
        await self._run(update(t.handled_updates).values(outcome_sealed=None))
        if whose.consultant is not None:
            await self._resign(whose.consultant, at)
            counts["consultants"] = 1
        return counts, whose.persons

    async def forget_accounts(self, kind: str) -> int:
        """Takes away the accounts that have had their last word, of that kind, and have not written since."""
        told = select(t.outbox.c.person_id).where(t.outbox.c.kind == kind, t.outbox.c.state != "waiting")
        found = (await self._run(select(t.people.c.id, t.people.c.customer_id).where(t.people.c.id.in_(told)))).all()
        forgotten = 0
        for row in found:
            whose = Whose(CustomerId(row.customer_id), (PersonId(row.id),))
            used = [
                (
                    await self._run(
                        select(func.count()).select_from(table).where(table.c.customer_id == row.customer_id)
                    )
                ).scalar_one()
                for table in _USED
            ]
            owed = select(func.count()).where(t.outbox.c.person_id == row.id, t.outbox.c.state == "waiting")
            if any(used) or (await self._run(owed)).scalar_one():
                await self._run(delete(t.outbox).where(t.outbox.c.person_id == row.id, t.outbox.c.kind == kind))
                continue
            for each in HOLDINGS:
                if each.kept is None:
                    await self._run(delete(each.table).where(each.where(whose)))
            await self._run(delete(t.people).where(t.people.c.id == row.id))
            await self._run(delete(t.carts).where(t.carts.c.customer_id == row.customer_id))
            await self._run(delete(t.customers).where(t.customers.c.id == row.customer_id))
            forgotten += 1
        return forgotten

    async def _whose(self, customer_id: CustomerId, person_id: PersonId | None) -> Whose:
        inside = select(t.people.c.id).where(t.people.c.customer_id == customer_id).order_by(t.people.c.id)
        persons = tuple(PersonId(each) for each in (await self._run(inside)).scalars())
        number = (
            await self._run(select(t.credentials.c.number).where(t.credentials.c.customer_id == customer_id))
        ).scalar_one_or_none()
        consultant = None
        if number is not None:
            same = select(t.consultants.c.id).where(t.consultants.c.cabinet_number == number)
            consultant = (await self._run(same)).scalar_one_or_none()
        return Whose(customer_id, persons, number, consultant)

    async def _leave(self, whose: Whose, at: datetime) -> None:
        """The accounts go into empty cabinets of their own."""
        for each in whose.persons:
            of_own = select(t.bindings.c.guest_id).where(
                t.bindings.c.person_id == each,
                t.bindings.c.customer_id == whose.customer,
                t.bindings.c.ended_at.is_(None),
            )
            home = (await self._run(of_own)).scalar_one_or_none()
            if home is None or home == whose.customer:
                made = insert(t.customers).returning(t.customers.c.id)
                home = (await self._run(made, {"registered": False, "created_at": at})).scalar_one()
                await self._run(insert(t.carts), {"customer_id": home, "version": 0})
            moved = update(t.people).where(t.people.c.id == each).values(customer_id=home)
            if whose.consultant is not None:
                moved = moved.values(own_consultant_id=None)
            await self._run(moved)

    async def _resign(self, consultant: int, at: datetime) -> None:
        """Nothing of the person stays on the card; whom they served is offered another by the scheduler."""
        table = t.consultants
        empty = {name: "—" for name in ("name_ru", "name_en", "about_ru", "about_en") if name in table.c}
        gone = {
            "left_at": func.coalesce(table.c.left_at, at),
            "takes_customers": False,
            "street_ru": None,
            "street_en": None,
            "latitude": None,
            "longitude": None,
            "invite_code": secrets.token_urlsafe(16),
            "cabinet_number": f"x{consultant}",
        }
        await self._run(update(table).where(table.c.id == consultant).values(**empty, **gone))

    def _opened(self, holding: Holding, row: Any) -> Mapping[str, Any]:
        name, values = holding.table.name, dict[str, Any]()
        for column, value in row._mapping.items():
            if column in holding.hidden or column.endswith("_index") or value is None:
                continue
            if column.endswith("_sealed"):
                bare = column.removesuffix("_sealed")
                values[bare] = self._open(value, name, bare, ROWS[name](row))
            else:
                values[column] = value
        return _plain(values)


def _plain(row: Mapping[Any, Any]) -> Mapping[str, Any]:
    """As JSON says it."""
    return {
        str(name): value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in row.items()
        if not isinstance(value, bytes)
    }
