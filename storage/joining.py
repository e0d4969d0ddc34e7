"""Registration forms, sealed field by field."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, false, or_, select, true, update

from domain.joining.address import Address
from domain.joining.card import Card
from domain.joining.models import Approval, Form, GroupKind, Proof, Step, Waiting
from domain.shared.card_numbers import Network
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow, for_both, upsert
from storage.shelf import Shelf
from storage.tables import customers, forms, people

_GET = (
    select(forms, customers.c.registered)
    .join_from(customers, forms, forms.c.customer_id == customers.c.id, isouter=True)
    .where(customers.c.id == bindparam("customer"))
)
_ANSWERS = tuple(each.name for each in forms.c if each.name not in {"customer_id", "reminded_at"})
_SET_REGISTERED = (
    update(customers)
    .where(customers.c.id == bindparam("customer"), customers.c.registered != bindparam("complete"))
    .values(registered=bindparam("complete"))
)
_SAVE = for_both(lambda engine: upsert(forms, engine, ["customer_id"], _ANSWERS))
_TAKEN = (
    select(forms.c.customer_id)
    .join(customers, customers.c.id == forms.c.customer_id)
    .where(
        customers.c.registered == true(),
        forms.c.customer_id != bindparam("customer"),
        or_(
            forms.c.passport_index.in_(bindparam("passports", expanding=True)),
            forms.c.phone_index.in_(bindparam("phones", expanding=True)),
            forms.c.email_index.in_(bindparam("emails", expanding=True)),
        ),
    )
    .limit(1)
)
_TO_REMIND = (
    select(forms.c.customer_id)
    .join(customers, customers.c.id == forms.c.customer_id)
    .where(customers.c.registered == false(), forms.c.updated_at <= bindparam("before"), forms.c.reminded_at.is_(None))
    .order_by(forms.c.updated_at)
    .limit(bindparam("most"))
)
_PERSONS = select(people.c.id).where(people.c.customer_id == bindparam("customer")).order_by(people.c.id)
_REMINDED = update(forms).where(forms.c.customer_id == bindparam("customer")).values(reminded_at=bindparam("at"))
_DRAFTS = select(customers.c.id).where(customers.c.registered == false())
_PRUNE = delete(forms).where(forms.c.updated_at < bindparam("before"), forms.c.customer_id.in_(_DRAFTS))


class Forms(Shelf):
    """Implements domain.joining.ports.Forms."""

    __slots__ = ()

    async def get(self, customer_id: CustomerId) -> Form:
        await self._work.hold(customer_id)
        row = (await self._run(_GET, {"customer": customer_id})).first()
        if row is None or row.customer_id is None:
            return Form(complete=bool(row is not None and row.registered))

        def opened(column: str) -> str | None:
            return self._open(getattr(row, f"{column}_sealed"), "forms", column, customer_id)

        return Form(
            last_name=opened("last_name"),
            first_name=opened("first_name"),
            patronymic=opened("patronymic"),
            birth_date=_day(opened("birth_date")),
            passport=opened("passport"),
            passport_issued=_day(opened("passport_issued")),
            passport_department=opened("passport_department"),
            address=_address(opened("address")),
            phone=opened("phone"),
            email=opened("email"),
            group_number=opened("group_number"),
            card=_card(opened("card")),
            waiting=_waiting(opened("waiting")),
            complete=row.registered,
            **_plain(row),
        )

    async def save(self, customer_id: CustomerId, form: Form, at: datetime) -> None:
        address = None if form.address is None else json.dumps(asdict(form.address), ensure_ascii=False)
        sealed = {
            "name": form.in_use.name,
            "last_name": form.last_name,
            "first_name": form.first_name,
            "patronymic": form.patronymic,
            "birth_date": None if form.birth_date is None else form.birth_date.isoformat(),
            "passport": form.passport,
            "passport_issued": None if form.passport_issued is None else form.passport_issued.isoformat(),
            "passport_department": form.passport_department,
            "address": address,
            "phone": form.phone,
            "email": form.email,
            "group_number": form.group_number,
            "card": None if form.card is None else f"{form.card.network} {form.card.last_four}",
            "waiting": None if form.waiting is None else f"{form.waiting.step} {form.waiting.value}",
        }
        index = self._work.keyring.index
        values: dict[str, Any] = {
            f"{column}_sealed": self._seal(value, "forms", column, customer_id) for column, value in sealed.items()
        }
        values |= {f"{field}_index": None if value is None else index(value, field) for field, value in _found_by(form)}
        values |= {
            "customer_id": customer_id,
            "phone_proof": form.phone_proof,
            "email_proof": form.email_proof,
            "group_kind": form.group_kind,
            "skipped": sorted(form.skipped),
            "approval": form.approval,
            "blocked": " ".join(sorted(form.blocked)) or None,
            "updated_at": at,
        }
        await self._run(_SAVE[self._engine], values)
        await self._run(_SET_REGISTERED, {"customer": customer_id, "complete": form.complete})

    async def is_taken(self, customer_id: CustomerId, form: Form) -> bool:
        indexes = self._work.keyring.indexes
        wanted = {f"{field}s": [] if value is None else indexes(value, field) for field, value in _found_by(form)}
        if not any(wanted.values()):
            return False
        return (await self._run(_TAKEN, {"customer": customer_id, **wanted})).first() is not None


class Drafts(Shelf):
    """Implements domain.joining.ports.Drafts."""

    __slots__ = ()

    async def to_remind(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Sequence[PersonId]]]:
        found = (await self._run(_TO_REMIND, {"before": before, "most": limit})).scalars().all()
        return [
            (CustomerId(id_), [PersonId(each) for each in (await self._run(_PERSONS, {"customer": id_})).scalars()])
            for id_ in found
        ]

    async def reminded(self, customer_id: CustomerId, at: datetime) -> None:
        await self._run(_REMINDED, {"customer": customer_id, "at": at})

    async def prune(self, before: datetime) -> int:
        return (await self._run(_PRUNE, {"before": before})).rowcount


def _found_by(form: Form) -> tuple[tuple[str, str | None], ...]:
    """What a cabinet is found by: a contact only if it is proven to be the person's own."""
    phone = form.phone if form.phone_proof is Proof.OWN else None
    email = form.email if form.email_proof is Proof.OWN else None
    return ("passport", form.passport), ("phone", phone), ("email", None if email is None else email.casefold())


def _plain(row: ResultRow) -> dict[str, Any]:
    """The answers that tell nothing about anybody, and so are not sealed."""
    return {
        "phone_proof": None if row.phone_proof is None else Proof(row.phone_proof),
        "email_proof": None if row.email_proof is None else Proof(row.email_proof),
        "group_kind": None if row.group_kind is None else GroupKind(row.group_kind),
        "skipped": frozenset(Step(each) for each in row.skipped or ()),
        "approval": None if row.approval is None else Approval(row.approval),
        "blocked": blocked_of(row.blocked),
    }


def blocked_of(listed: str | None) -> frozenset[Step]:
    """The answers that `forms.blocked` names."""
    return frozenset(Step(each) for each in (listed or "").split())


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _address(text: str | None) -> Address | None:
    return None if text is None else Address(**json.loads(text))


def _card(text: str | None) -> Card | None:
    if text is None:
        return None
    network, last_four = text.split(" ")
    return Card(Network(network), last_four)


def _waiting(text: str | None) -> Waiting | None:
    if text is None:
        return None
    step, value = text.split(" ", 1)
    return Waiting(Step(step), value)
