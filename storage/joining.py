"""Registration forms, sealed field by field."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from domain.joining.models import Form
from domain.shared.ids import CustomerId
from storage.connection import for_both, upsert
from storage.shelf import Shelf
from storage.tables import customers, forms

_GET = (
    select(forms.c.name_sealed, forms.c.birth_date_sealed, forms.c.phone_sealed, customers.c.registered)
    .join_from(customers, forms, forms.c.customer_id == customers.c.id, isouter=True)
    .where(customers.c.id == bindparam("customer"))
)
_ANSWERS = ("name_sealed", "birth_date_sealed", "phone_sealed", "phone_index", "updated_at")
_SET_REGISTERED = (
    update(customers)
    .where(customers.c.id == bindparam("customer"), customers.c.registered != bindparam("complete"))
    .values(registered=bindparam("complete"))
)


_SAVE = for_both(lambda engine: upsert(forms, engine, ["customer_id"], _ANSWERS))


class Forms(Shelf):
    """Implements domain.joining.ports.Forms."""

    __slots__ = ()

    async def get(self, customer_id: CustomerId) -> Form:
        await self._work.hold(customer_id)
        row = (await self._run(_GET, {"customer": customer_id})).first()
        if row is None:
            return Form()
        born = self._open(row.birth_date_sealed, "forms", "birth_date", customer_id)
        return Form(
            name=self._open(row.name_sealed, "forms", "name", customer_id),
            birth_date=None if born is None else date.fromisoformat(born),
            phone=self._open(row.phone_sealed, "forms", "phone", customer_id),
            complete=row.registered,
        )

    async def save(self, customer_id: CustomerId, form: Form, at: datetime) -> None:
        born = None if form.birth_date is None else form.birth_date.isoformat()
        values = {
            "customer_id": customer_id,
            "name_sealed": self._seal(form.name, "forms", "name", customer_id),
            "birth_date_sealed": self._seal(born, "forms", "birth_date", customer_id),
            "phone_sealed": self._seal(form.phone, "forms", "phone", customer_id),
            "phone_index": None if form.phone is None else self._work.keyring.index(form.phone, "phone"),
            "updated_at": at,
        }
        await self._run(_SAVE[self._engine], values)
        await self._run(_SET_REGISTERED, {"customer": customer_id, "complete": form.complete})
