"""What is held about somebody, table by table: what a copy of it shows, and what becomes of it when it is destroyed.

A table that names a cabinet or an account has its line in HOLDINGS, or in EXCEPTIONS with the reason; a test says so.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, false, func, insert, or_, select, update

from domain.ordering.life import LIVE
from domain.shared.ids import CustomerId, PersonId
from storage import tables as t
from storage.rotation import ROWS
from storage.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows are looked for: a cabinet, its accounts, its number."""

    customer: CustomerId
    persons: tuple[PersonId, ...]
    number: str | None = None
    consultant: int | None = None


Where = Callable[[Whose], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Holding:
    """One table: which rows are somebody's, what of them a copy leaves out, what stays of them after destruction.

    `kept` None: the rows are deleted. Else they stay with these columns emptied, `why`.
    """

    table: Table
    where: Where
    kept: Mapping[str, Any] | None = None
    why: str = ""
    hidden: frozenset[str] = frozenset()
    copied: bool = True
    copies: Where | None = None
    """Fewer rows for a copy, where some of the cabinet's are another account's."""


def _customer(table: Table) -> Where:
    return lambda whose: table.c.customer_id == whose.customer


def _persons(table: Table, column: str = "person_id") -> Where:
    return lambda whose: table.c[column].in_(whose.persons)


def _proposal_ids(whose: Whose) -> Any:
    return select(t.proposals.c.id).where(t.proposals.c.customer_id == whose.customer)


def _order_ids(whose: Whose) -> Any:
    return select(t.orders.c.id).where(t.orders.c.customer_id == whose.customer)


def _fsm(whose: Whose) -> ColumnElement[bool]:
    return or_(false(), *(t.fsm.c.key.like(f"%:{each}:{each}:%") for each in whose.persons))


def _guards(whose: Whose) -> ColumnElement[bool]:
    keys = [t.guards.c.key.like(f"%:person:{each}") for each in whose.persons]
    if whose.number is not None:
        keys.append(t.guards.c.key.like(f"%:number:{whose.number}"))
    return or_(false(), *keys)


def _entries(whose: Whose) -> ColumnElement[bool]:
    return or_(t.entries.c.customer_id == whose.customer, t.entries.c.person_id.in_(whose.persons))


def _conversation_ids(whose: Whose) -> Any:
    return select(t.conversations.c.id).where(t.conversations.c.customer_id == whose.customer)


def _relayed(whose: Whose) -> ColumnElement[bool]:
    """All of the cabinet's conversations, and what its accounts wrote as a consultant."""
    table = t.relayed_messages
    return or_(table.c.conversation_id.in_(_conversation_ids(whose)), table.c.sender_id.in_(whose.persons))


def _relayed_to_copy(whose: Whose) -> ColumnElement[bool]:
    """What this account wrote, and what was written to it as a customer."""
    table = t.relayed_messages
    to_them = and_(table.c.conversation_id.in_(_conversation_ids(whose)), table.c.receiver_id.in_(whose.persons))
    return or_(to_them, table.c.sender_id.in_(whose.persons))


def _ticket_ids(whose: Whose) -> Any:
    return select(t.tickets.c.id).where(t.tickets.c.person_id.in_(whose.persons))


ACCOUNTING = "accounting papers, five years (402-FZ art. 29)"

HOLDINGS: tuple[Holding, ...] = (
    Holding(t.forms, _customer(t.forms)),
    Holding(t.former_contacts, _customer(t.former_contacts), hidden=frozenset({"nonce"})),
    Holding(t.credentials, _customer(t.credentials), hidden=frozenset({"password_sealed", "one_time_nonce"})),
    Holding(
        t.consents,
        _customer(t.consents),
        {"person_id": 0},
        "proof that there was a consent, without whose (152-FZ art. 9, part 3)",
    ),
    Holding(
        t.data_requests,
        _customer(t.data_requests),
        {"person_id": None, "words_sealed": None, "answer_sealed": None, "extension_sealed": None},
        "the act (order 179), three years",
    ),
    Holding(t.consulting_requests, _customer(t.consulting_requests), hidden=frozenset({"decided_by"})),
    Holding(t.consultant_changes, _customer(t.consultant_changes), {"reason_sealed": None}, "a count without a name"),
    Holding(t.order_lines, lambda whose: t.order_lines.c.order_id.in_(_order_ids(whose)), {}, ACCOUNTING),
    Holding(
        t.order_events,
        lambda whose: t.order_events.c.order_id.in_(_order_ids(whose)),
        {"text_sealed": None},
        ACCOUNTING,
        hidden=frozenset({"person_id"}),
    ),
    Holding(
        t.orders,
        _customer(t.orders),
        {"comment_sealed": None, "tracking_sealed": None, "address_sealed": None, "contact_sealed": None},
        ACCOUNTING,
        hidden=frozenset({"key"}),
    ),
    Holding(t.reorder_wishes, _customer(t.reorder_wishes)),
    Holding(
        t.relayed_messages,
        _relayed,
        hidden=frozenset({"sender_id", "receiver_id", "nonce", "source_id", "sent_id", "also_id"}),
        copies=_relayed_to_copy,
    ),
    Holding(
        t.conversations,
        _customer(t.conversations),
        {"person_id": 0, "word_sealed": None, "waits_since": None},
        "how a consultant was rated, without by whom",
        hidden=frozenset({"person_id"}),
    ),
    Holding(t.away_texts, lambda whose: t.away_texts.c.consultant_id == (whose.consultant or 0)),
    Holding(t.promo_uses, _customer(t.promo_uses), {}, "how often a code was used, by a number without a name"),
    Holding(t.point_entries, _customer(t.point_entries), {}, ACCOUNTING, hidden=frozenset({"key"})),
    Holding(t.point_accounts, _customer(t.point_accounts)),
    Holding(t.cart_deals, _customer(t.cart_deals)),
    Holding(t.cart_lines, _customer(t.cart_lines)),
    Holding(t.carts, _customer(t.carts), {"comment_sealed": None, "address_id": None}, "an empty cart"),
    Holding(t.addresses, _customer(t.addresses), hidden=frozenset({"nonce"})),
    Holding(
        t.payments,
        lambda whose: or_(t.payments.c.order_id.in_(_order_ids(whose)), t.payments.c.person_id.in_(whose.persons)),
        {"person_id": None},
        ACCOUNTING,
        hidden=frozenset({"refunded_by"}),
    ),
    Holding(t.terms_accepted, _customer(t.terms_accepted), {"person_id": 0}, "what the sales that stay were agreed by"),
    Holding(t.favourites, _customer(t.favourites)),
    Holding(t.comparisons, _customer(t.comparisons)),
    Holding(t.watches, _customer(t.watches)),
    Holding(t.seen_products, _customer(t.seen_products)),
    Holding(t.muted_kinds, _customer(t.muted_kinds)),
    Holding(t.audience_marks, _customer(t.audience_marks)),
    Holding(t.broadcast_albums, _persons(t.broadcast_albums)),
    Holding(t.proposal_lines, lambda whose: t.proposal_lines.c.proposal_id.in_(_proposal_ids(whose))),
    Holding(t.proposals, _customer(t.proposals)),
    Holding(
        t.client_news,
        lambda whose: t.client_news.c.consultant_id == (whose.consultant or 0),
        hidden=frozenset({"key", "decided_by"}),
    ),
    Holding(t.client_tasks, _customer(t.client_tasks), hidden=frozenset({"key"})),
    Holding(t.client_quiets, _customer(t.client_quiets)),
    Holding(
        t.ticket_entries,
        lambda whose: t.ticket_entries.c.ticket_id.in_(_ticket_ids(whose)),
        hidden=frozenset({"author_id"}),
    ),
    Holding(t.tickets, _persons(t.tickets), hidden=frozenset({"key", "owner_id", "consultant_id"})),
    Holding(t.ticket_staff, _persons(t.ticket_staff)),
    Holding(t.codes, _persons(t.codes), hidden=frozenset({"nonce", "address_index"})),
    Holding(t.entries, _entries),
    Holding(t.outbox, _persons(t.outbox), hidden=frozenset({"key", "args", "lease_until", "last_error"})),
    Holding(t.broadcast_presses, _persons(t.broadcast_presses)),
    Holding(t.failed_updates, _persons(t.failed_updates), hidden=frozenset({"error"})),
    Holding(t.fsm, _fsm, copied=False, why="what is being typed at this moment; its answers are in their own tables"),
    Holding(t.screens, _persons(t.screens, "chat_id"), copied=False, why="the number of the last message"),
    Holding(t.guards, _guards, copied=False, why="how often a password was tried"),
    Holding(t.bindings, _customer(t.bindings), hidden=frozenset({"guest_id"})),
    Holding(
        t.customers,
        lambda whose: t.customers.c.id == whose.customer,
        {"consultant_id": None, "chosen_at": None, "offered_for": None, "registered": False},
        "the number that holds anonymous orders together",
    ),
)

EXCEPTIONS: Mapping[str, str] = {
    "people": "the account itself: it starts anew with an empty cabinet, for the last word; forgotten after that",
    "handled_updates": "names nobody; what it quotes is emptied for all, and goes after 48 hours",
    "goods_imports": "which of the staff sent a goods file",
    "price_history": "which of the staff changed a price",
    "audit_log": "who of the staff did what; `subject` is a number that leads to nobody any more (art. 19)",
    "consultants": "a consultant's public card: emptied with the cabinet of its number",
}
_USED = tuple(
    each.table
    for each in HOLDINGS
    if each.table is not t.carts
    and "customer_id" in each.table.c
    and (each.kept is not None or each.table in (t.forms, t.cart_lines, t.bindings))
)
"""A row in one of these says that an account is in use again."""
_TABLES_NAMING = {"customer_id", "person_id", "chat_id", "who", "subject"}


def naming_somebody() -> set[str]:
    """Every table that names a cabinet or an account, or holds something sealed."""
    return {
        table.name
        for table in t.metadata.sorted_tables
        if any(column.name in _TABLES_NAMING or column.name.endswith("_sealed") for column in table.columns)
    }


class Holdings(Shelf):
    """Implements domain.personal.ports.Holdings."""

    __slots__ = ()

    async def copy(self, customer_id: CustomerId, person_id: PersonId) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        whose = await self._whose(customer_id, None)
        # Of the other accounts in the cabinet only that they are in it: they may be other people's.
        own = Whose(customer_id, (person_id,), whose.number, whose.consultant)
        found: dict[str, list[Mapping[str, Any]]] = {}
        account = select(t.people.c.id, t.people.c.language, t.people.c.created_at).where(t.people.c.id == person_id)
        found["people"] = [_plain(row._mapping) for row in (await self._run(account)).all()]
        for each in HOLDINGS:
            if not each.copied:
                continue
            rows = (await self._run(select(each.table).where((each.copies or each.where)(own)))).all()
            if rows:
                found[each.table.name] = [self._opened(each, row) for row in rows]
        return found

    async def open_orders(self, customer_id: CustomerId) -> int:
        waiting = select(func.count()).where(t.orders.c.customer_id == customer_id, t.orders.c.state.in_(sorted(LIVE)))
        found: int = (await self._run(waiting)).scalar_one()
        return found

    async def destroy(
        self, customer_id: CustomerId, person_id: PersonId | None, at: datetime
    ) -> tuple[Mapping[str, int], Sequence[PersonId]]:
        await self._work.hold(customer_id)
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
