"""What stands in the papers about personal data: the copy, and the act of destruction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from domain.joining.address import Address
from domain.ordering.models import number_of as order_number
from domain.personal.models import DataRequest
from domain.tickets.models import number_of as ticket_number
from handlers.ui.texts import plain_text
from locales.translator import Translator

MONEY = frozenset({"price", "discount", "delivery_cost", "goods_full", "total", "amount"})
STEPS = frozenset({"about", "step", "blocked", "skipped"})
"""Columns that name answers of the form."""
CHOSEN = frozenset(
    {
        "account",
        "answer",
        "approval",
        "category",
        "channel",
        "delivery",
        "email_proof",
        "ending",
        "ground",
        "group_kind",
        "kind",
        "language",
        "party",
        "payment",
        "phone_proof",
        "proof",
        "purpose",
        "state",
        "trouble",
        "way",
    }
)
"""Columns that hold one of a few words; those are said in the reader's language where there is a word for them."""
INNER = frozenset(
    {
        "customer_id",
        "person_id",
        "code_id",
        "address_id",
        "point_id",
        "ticket_id",
        "proposal_id",
        "conversation_id",
        "replies_to",
        "group_id",
        "edits",
        "unread",
        "answered",
        "offered_at",
        "merged_into",
        "decided_by",
        "position",
        "currency",
        "asked",
        "waits_since",
        "escalated_at",
        "goods_back",
        "added_in",
        "seen_price",
        "told_at",
        "offered_for",
        "destroyed",
        "gifts",
        "goods",
        "priority",
        "message_id",
        "message_ids",
        "subject",
        "update_id",
        "replayed_at",
        "reminded",
        "provider_charge_id",
        "sought",
    }
)
"""What the program keeps for itself, and what another line says already; the JSON has it too."""
INNER_THERE = frozenset(
    {
        ("audience_marks", "town"),
        ("carts", "version"),
        ("proposals", "version"),
        ("ticket_entries", "number"),
        ("tickets", "version"),
    }
)
"""The same, of one table: elsewhere a column of that name is for people."""
CALLED = {
    "product_id": "name_ru",
    "article_id": "name_ru",
    "consultant_id": "consultant_ru",
    "old_id": "old_ru",
    "new_id": "new_ru",
}
"""Columns with a number, and the one with the name that says it better."""
KNOWN_BY_ID = frozenset({"people", "orders", "tickets", "data_requests"})
"""Tables whose rows people know by number; of the others it is the program's own."""
NUMBERS: Mapping[tuple[str, str], Callable[[Any], str]] = {
    ("orders", "id"): order_number,
    ("tickets", "id"): ticket_number,
    ("order_lines", "order_id"): order_number,
    ("order_events", "order_id"): order_number,
    ("promo_uses", "order_id"): order_number,
    ("point_entries", "order_id"): order_number,
    ("payments", "order_id"): order_number,
    ("client_tasks", "order_id"): order_number,
}
"""What people call by another number than the row's."""


Sections = list[tuple[str, list[tuple[str, str]]]]


def sections(found: Mapping[str, Sequence[Mapping[str, Any]]], tr: Translator, zone: tzinfo) -> Sections:
    """Table by table, what has a name for people; the JSON beside it has the rest (inner numbers) too."""
    made: Sections = []
    for table, rows in found.items():
        heading = tr.plain(f"mydata-area-{table}")
        for row in rows:
            lines = [
                (tr.plain(f"mydata-field-{name}"), _numbered(table, name, value) or _said(name, value, row, tr, zone))
                for name, value in row.items()
                if value not in (None, "", []) and _is_shown(table, name, row, tr)
            ]
            if lines:
                made.append((heading, lines))
                heading = ""
    return made


def _is_shown(table: str, name: str, row: Mapping[str, Any], tr: Translator) -> bool:
    """It is for people: it has a name, in their language, and no better one stands beside it."""
    foreign = name.endswith("_en" if tr.language == "ru" else "_ru")
    inner = name in INNER or (table, name) in INNER_THERE
    named = CALLED.get(name, "") in row or (name == "id" and table not in KNOWN_BY_ID)
    return tr.has(f"mydata-field-{name}") and not (foreign or inner or named)


def _numbered(table: str, name: str, value: Any) -> str:
    """The number people call it by, where there is one."""
    call = NUMBERS.get((table, name))
    return call(value) if call is not None else ""


def _said(name: str, value: Any, row: Mapping[str, Any], tr: Translator, zone: tzinfo) -> str:
    if name in MONEY and isinstance(value, int):
        return tr.money(value, str(row.get("currency", "RUB")))
    if name == "address" and isinstance(value, str) and value.startswith("{"):
        return Address(**json.loads(value)).in_a_line()
    if name == "content" and isinstance(value, str) and value.startswith("{"):
        return _relayed(json.loads(value), row.get("goods", ()), tr)
    if name == "card" and isinstance(value, str):
        # "mir 1234"
        network, _, rest = value.partition(" ")
        return f"{tr.plain(f'mydata-value-{network}')} {rest}" if tr.has(f"mydata-value-{network}") else value
    if name in STEPS:
        named = value if isinstance(value, list) else str(value).split()
        return ", ".join(tr.plain(f"mydata-field-{each}") for each in named)
    if name == "waiting" and isinstance(value, str):
        # "phone +7…": what waits for its code.
        step, _, contact = value.partition(" ")
        return f"{tr.plain(f'mydata-field-{step}')}: {contact}"
    if name in CHOSEN and tr.has(f"mydata-value-{value}"):
        return tr.plain(f"mydata-value-{value}")
    if isinstance(value, bool):
        return tr.plain("mydata-yes") if value else tr.plain("mydata-no")
    if name == "birthday" and isinstance(value, str):
        # "05-07", in a year that has every day
        return tr.day_and_month(date.fromisoformat(f"2000-{value}"))
    if name == "version":
        return str(value)
    if isinstance(value, str) and len(value) >= 10 and value[4:5] == "-" and value[:4].isdecimal():
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return value
        return tr.date(at.date()) if at.tzinfo is None else tr.moment(at, zone)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _relayed(content: Mapping[str, Any], goods: Sequence[Mapping[str, Any]], tr: Translator) -> str:
    """What was written, and what else there was: a file's number, a place, a contact, goods by their names; the kind

    has its own line.
    """
    words = plain_text(str(content.get("html", "")))
    said = {"kind", "html", "lines", *(("product", "article") if goods else ())}
    others = [str(value) for name, value in content.items() if name not in said]
    shown = [_goods(each, tr) for each in goods]
    pieces = [] if shown else [f"{article} × {count}" for article, count in content.get("lines", ())]
    return ", ".join(each for each in (words, *others, *shown, *pieces) if each)


def _goods(goods: Mapping[str, Any], tr: Translator) -> str:
    names = (goods[f"name_{tr.language}"], goods.get(f"shade_{tr.language}"))
    return f"{', '.join(filter(None, names))} × {goods['pieces']}"


def act_sections(request: DataRequest, system: str, tr: Translator, zone: tzinfo) -> Sections:
    """What order 179 wants of an act: whose, what, where, why, when, by whom; and the extract of the log."""
    decided = request.decided_at or request.due_at
    facts = [
        (tr.plain("act-subject"), tr.plain("act-subject-number", number=str(request.customer_id))),
        (tr.plain("act-system"), system),
        (tr.plain("act-reason"), tr.plain(f"act-reason-{request.kind}")),
        (tr.plain("act-asked"), tr.moment(request.asked_at, zone)),
        (tr.plain("act-at"), tr.moment(decided, zone)),
        (tr.plain("act-by"), str(request.decided_by)),
        (tr.plain("act-way"), tr.plain("act-way-words")),
    ]
    log = [(tr.plain(f"mydata-area-{table}"), str(count)) for table, count in request.destroyed]
    return [(tr.plain("act-facts"), facts), (tr.plain("act-log"), log)]
