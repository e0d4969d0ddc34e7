"""What is held about somebody, table by table: what a copy of it shows, and what becomes of it when it is destroyed.

A table that names a cabinet or an account has its line in HOLDINGS, or in EXCEPTIONS with the reason; a test says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, or_, select

from domain.shared.ids import CustomerId, PersonId
from storage import tables as t


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
        t.broadcasts,
        lambda whose: t.broadcasts.c.consultant_id == (whose.consultant or 0),
        {"text_ru": "", "text_en": "", "pictures": [], "links": []},
        "how many got it, without a word of it",
        hidden=frozenset(t.broadcasts.c.keys()) - {"text_ru", "text_en", "kind", "state", "created_at", "ended_at"},
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
_TABLES_NAMING = {"customer_id", "person_id", "chat_id", "who", "subject"}


def naming_somebody() -> set[str]:
    """Every table that names a cabinet or an account, or holds something sealed."""
    return {
        table.name
        for table in t.metadata.sorted_tables
        if any(column.name in _TABLES_NAMING or column.name.endswith("_sealed") for column in table.columns)
    }
