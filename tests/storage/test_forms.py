"""Registration forms: kept sealed, read back whole."""

from __future__ import annotations

import asyncio
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.codes.models import Way
from domain.joining.changes import PruneFormerContacts
from domain.joining.models import Approval, Form, Proof, Step, Waiting
from domain.shared.ids import CustomerId
from storage.database import Database
from storage.sealing import SealBroken
from storage.tables import former_contacts, forms
from tests.forms import JOINED
from tests.services import keyring
from tests.storage.shop import ANNA, Shop, new_order


def raw(folder: Path) -> bytes:
    """Everything that lies in the folder: the database, its log, its index."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


FORM = replace(
    JOINED,
    first_name="Анна-Мария",
    last_name="О’Нил",
    skipped=frozenset({Step.PATRONYMIC}),
    waiting=Waiting(Step.EMAIL, "nova ya@example.org"),
    approval=Approval.WAITING,
)


async def test_empty_until_answered_then_kept_step_by_step(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        assert await work.forms.get(shop.anna) == Form()
        assert await work.forms.get(CustomerId(999)) == Form()
        await work.forms.save(shop.anna, Form(first_name=FORM.first_name), watch())
    async with db.read() as work:
        assert await work.forms.get(shop.anna) == Form(first_name=FORM.first_name)
    async with db.write() as work:
        await work.forms.save(shop.anna, FORM, watch())
    async with db.read() as work:
        assert await work.forms.get(shop.anna) == FORM
        assert await work.forms.get(shop.boris) == Form()


async def test_complete_makes_a_customer(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, replace(FORM, complete=True), watch())
    async with db.read() as work:
        anna = await work.people.get(ANNA)
        assert (await work.forms.get(shop.anna)).complete
        assert (await work.buyers.may_buy(shop.anna)) == (True, None)
        assert (await work.buyers.may_buy(shop.boris)) == (False, None)
    assert anna is not None
    assert anna.registered


async def test_answers_from_two_devices_do_not_undo_each_other(db: Database, shop: Shop, watch: Any) -> None:
    async def answer(**field: Any) -> None:
        async with db.write() as work:
            form = await work.forms.get(shop.anna)
            await asyncio.sleep(0.02)
            await work.forms.save(shop.anna, replace(form, **field), watch())

    answered = [each.name for each in fields(Form) if getattr(FORM, each.name)]
    await asyncio.gather(*(answer(**{name: getattr(FORM, name)}) for name in answered))
    async with db.read() as work:
        assert await work.forms.get(shop.anna) == FORM


async def test_a_ciphertext_moved_to_another_row_or_column_does_not_open(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, FORM, watch())
        await work.forms.save(shop.boris, Form(first_name="Борис", phone="+79160000000"), watch())
    for column in ("first_name_sealed", "phone_sealed"):
        async with db.write() as work:
            taken = await work.connection.execute(select(forms.c[column]).where(forms.c.customer_id == shop.anna))
            move = update(forms).where(forms.c.customer_id == shop.boris).values(first_name_sealed=taken.scalar_one())
            await work.connection.execute(move)
        async with db.read() as work:
            with pytest.raises(SealBroken) as broken:
                await work.forms.get(shop.boris)
            assert str(FORM.first_name) not in str(broken.value)


async def test_the_phone_is_found_by_its_blind_index(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, FORM, watch())
    wanted = select(forms.c.customer_id).where(forms.c.phone_index.in_(keyring().indexes("+79161234567", "phone")))
    async with db.read() as work:
        assert (await work.connection.execute(wanted)).scalars().all() == [shop.anna]


@pytest.mark.parametrize("engine_url", ["sqlite"], indirect=True)
async def test_the_database_file_holds_none_of_it(db: Database, shop: Shop, watch: Any, tmp_path: Path) -> None:
    async with db.scope(1) as scope:
        async with db.write() as work:
            await work.forms.save(shop.anna, replace(FORM, complete=True), watch())
            await work.carts.set_comment(shop.anna, "Квартира 77, код 1234")
            await work.orders.add(new_order(shop, watch, comment="Звоните маме Клавдии"))
        await scope.commit('{"text": "Спасибо, Анна-Мария"}')
    files = raw(tmp_path)
    assert len(files) > 10_000
    for value in (
        *("Анна-Мария", "О’Нил", "Ивановна", "1990-05-07", "4509123456", "2010-06-20", "770-001", "119019", "Арбат"),
        *("9161234567", "anna@example", "nova ya", "mir 1234", "Квартира", "Клавдии", "Спасибо"),
    ):
        assert value.encode() not in files


async def test_taken_is_what_another_complete_form_has(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, FORM, watch())
        assert not await work.forms.is_taken(shop.boris, FORM), "a draft takes nothing"
        await work.forms.save(shop.anna, replace(FORM, complete=True), watch())
    async with db.read() as work:
        assert not await work.forms.is_taken(shop.anna, FORM), "one's own is one's own"
        assert not await work.forms.is_taken(shop.boris, Form())
        assert await work.forms.is_taken(shop.boris, Form(passport=FORM.passport))
        assert await work.forms.is_taken(shop.boris, Form(phone=FORM.phone, phone_proof=Proof.OWN))
        assert await work.forms.is_taken(shop.boris, Form(email="ANNA@example.org", email_proof=Proof.OWN))
        assert not await work.forms.is_taken(shop.boris, Form(email=FORM.email, email_proof=Proof.OTHER))
        assert not await work.forms.is_taken(shop.boris, Form(passport="4509999999"))


async def test_a_draft_is_reminded_of_once_and_forgotten_in_time(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, FORM, watch())
        await work.forms.save(shop.boris, replace(JOINED, complete=True), watch())
    day_later = watch.forward(hours=24)
    async with db.write() as work:
        assert await work.drafts.to_remind(day_later - timedelta(hours=25), 10) == []
        assert await work.drafts.to_remind(day_later - timedelta(hours=24), 10) == [(shop.anna, [ANNA])]
        await work.drafts.reminded(shop.anna, day_later)
        assert await work.drafts.to_remind(day_later, 10) == []
        await work.forms.save(shop.anna, FORM, day_later)
        assert await work.drafts.to_remind(day_later, 10) == [], "answering does not make it begin again"
        assert await work.drafts.prune(day_later) == 0
        assert await work.drafts.prune(day_later + timedelta(seconds=1)) == 1
        assert await work.forms.get(shop.anna) == Form()
        assert (await work.forms.get(shop.boris)).complete


async def test_what_is_blocked_is_kept_and_used_for_nothing(db: Database, shop: Shop, watch: Any) -> None:
    """The consultant's order has half a name, recovery one way, the birthday no discount; the form has them all."""
    whole = replace(JOINED, complete=True)
    blocked = frozenset({Step.LAST_NAME, Step.EMAIL, Step.BIRTH_DATE})
    async with db.write() as work:
        await work.forms.save(shop.anna, whole, watch())
        order_id = await work.orders.add(new_order(shop, watch))
        assert order_id is not None
    async with db.read() as work:
        order = await work.orders.get(order_id)
        assert order is not None
        assert order.customer_name == "Анна Петрова"
        assert await work.contacts.of(shop.anna) == (JOINED.phone, JOINED.email)
        assert (await work.buyers.facts(shop.anna, watch(), birthday=True)).birthday == JOINED.birth_date
    async with db.write() as work:
        await work.forms.save(shop.anna, replace(whole, blocked=blocked), watch())
    async with db.read() as work:
        assert await work.forms.get(shop.anna) == replace(whole, blocked=blocked)
        order = await work.orders.get(order_id)
        assert order is not None
        assert order.customer_name == "Анна"
        assert await work.contacts.of(shop.anna) == (JOINED.phone, None)
        assert await work.contacts.name_of(shop.anna) == "Анна"
        assert (await work.buyers.facts(shop.anna, watch(), birthday=True)).birthday is None
        assert await work.forms.is_taken(shop.boris, whole), "no second cabinet opens with it meanwhile"
    async with db.write() as work:
        await work.forms.save(shop.anna, whole, watch())
    async with db.read() as work:
        order = await work.orders.get(order_id)
        assert order is not None
        assert order.customer_name == "Анна Петрова"


async def test_a_former_contact_is_kept_sealed_and_not_for_long(
    db: Database, shop: Shop, watch: Any, tmp_path: Path
) -> None:
    async with db.write() as work:
        contact = await work.former_contacts.add(shop.anna, Step.PHONE, Way.SMS, "+79161234567", watch())
    async with db.read() as work:
        assert await work.former_contacts.get(contact) == (Step.PHONE, Way.SMS, "+79161234567")
        row = (await work.connection.execute(select(former_contacts))).one()
        assert "9161234567" not in str(tuple(row))
        assert b"9161234567" not in row.address_sealed
    watch.forward(days=3)
    assert await PruneFormerContacts(db.write, watch)() == 1
    async with db.read() as work:
        assert await work.former_contacts.get(contact) is None
