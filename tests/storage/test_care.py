"""Who was under whose care, and consultants who are full, pause or leave."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.consultants.choose import ChangeConsultant, ChooseConsultant
from domain.consultants.errors import NotTaking
from domain.consultants.models import Change, Stranded, Wanted
from domain.consultants.staff import OfferAnother
from domain.people.models import Person
from domain.shared.ids import ConsultantId, PersonId
from storage.database import Database
from storage.tables import consultant_changes, consultants, outbox, people
from tests.storage.shop import ANNA, BORIS, OLEG, VERA, Shop

Set = Callable[[Database, ConsultantId, bool], Awaitable[None]]


async def change(db: Database, consultant: ConsultantId, **values: Any) -> None:
    async with db.write() as work:
        await work.connection.execute(update(consultants).where(consultants.c.id == consultant).values(**values))


async def leave(db: Database, consultant: ConsultantId, gone: bool) -> None:
    async with db.write() as work:
        await work.staff.set_left(consultant, work.clock() if gone else None)


async def block(db: Database, consultant: ConsultantId, gone: bool) -> None:
    async with db.write() as work:
        found = await work.consultants.get(consultant)
        assert found is not None
        assert found.person_id is not None
        await work.people.set_reachable(found.person_id, not gone)


async def resign(db: Database, consultant: ConsultantId, gone: bool) -> None:
    """The consultant's Telegram account belongs to nobody any more."""
    person = OLEG
    async with db.write() as work:
        own = None if gone else consultant
        await work.connection.execute(update(people).where(people.c.id == person).values(own_consultant_id=own))


async def test_the_history_of_a_customer_with_sealed_reasons(db: Database, shop: Shop, watch: Any) -> None:
    first = Change(shop.anna, None, shop.oleg, watch())
    second = Change(shop.anna, shop.oleg, shop.vera, watch.forward(days=1), asked=True, reason="Переехала в Казань")
    async with db.write() as work:
        await work.choices.note(first)
        await work.choices.note(second)
        await work.choices.note(Change(shop.boris, None, shop.gleb, watch()))
    async with db.read() as work:
        assert await work.choices.changes(shop.anna) == [second, first]
        assert await work.choices.reasons(shop.oleg, 5) == [second]
        assert await work.choices.reasons(shop.gleb, 5) == []
        sealed = (await work.connection.execute(select(consultant_changes.c.reason_sealed))).scalars().all()
    assert [each is None for each in sealed] == [True, False, True]
    assert "Казань".encode() not in sealed[1]


async def test_who_is_full_is_not_offered_until_there_is_room(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.staff.set_room(shop.oleg, 1)
    choose = ChooseConsultant(db.write, watch)
    anna, boris = Person(ANNA, "ru", shop.anna), Person(BORIS, "en", shop.boris)
    await choose(anna, shop.oleg)
    assert (await choose(anna, shop.oleg)).id == shop.oleg, "their own stays theirs"
    with pytest.raises(NotTaking):
        await choose(boris, shop.oleg)
    async with db.read() as work:
        assert [city.slug for city in await work.consultants.cities()] == ["kazan"]
    await ChangeConsultant(db.write, db.read, watch, 30)(anna, shop.vera, "a reason")
    assert (await choose(boris, shop.oleg)).id == shop.oleg


async def test_the_last_place_is_given_once(db: Database, shop: Shop, watch: Any) -> None:
    await change(db, shop.oleg, max_customers=3)
    persons = []
    for number in range(8):
        async with db.write() as work:
            persons.append(await work.people.add(PersonId(5000 + number), "ru"))
    choose = ChooseConsultant(db.write, watch)
    results = await asyncio.gather(*(choose(person, shop.oleg) for person in persons), return_exceptions=True)
    assert sum(isinstance(result, NotTaking) for result in results) == 5
    async with db.read() as work:
        oleg = await work.consultants.get(shop.oleg)
    assert oleg is not None
    assert (oleg.customers, oleg.is_open) == (3, False)


@pytest.mark.parametrize("gone", [leave, block, resign])
async def test_customers_of_who_is_gone_are_offered_another_once(
    db: Database, shop: Shop, watch: Any, gone: Set
) -> None:
    choose, offer = ChooseConsultant(db.write, watch), OfferAnother(db.write, watch)
    async with db.write() as work:
        second = await work.people.add(PersonId(1099), "ru")
        await work.connection.execute(update(people).where(people.c.id == second.id).values(customer_id=shop.anna))
    await choose(Person(ANNA, "ru", shop.anna), shop.oleg)
    await choose(Person(BORIS, "en", shop.boris), shop.vera)
    assert await offer() == 0
    await gone(db, shop.oleg, True)
    async with db.read() as work:
        stranded = await work.choices.stranded(10)
        oleg = await work.consultants.get(shop.oleg)
        assert shop.oleg not in [one.id for one in (await work.consultants.find(None, Wanted(), 0, 9))[0]]
    assert stranded == [Stranded(shop.anna, shop.oleg, (ANNA, PersonId(1099)))]
    assert oleg is not None
    assert oleg.is_gone
    assert [await offer(), await offer()] == [1, 0]
    await gone(db, shop.oleg, False)
    assert await offer() == 0
    await gone(db, shop.oleg, True)
    assert [await offer(), await offer()] == [1, 0]
    async with db.read() as work:
        owed = select(outbox.c.person_id).where(outbox.c.kind == "consultant_gone").order_by(outbox.c.id)
        assert (await work.connection.execute(owed)).scalars().all() == [ANNA, 1099]
    assert (await choose(Person(ANNA, "ru", shop.anna), shop.vera)).id == shop.vera
    await gone(db, shop.oleg, False)
    async with db.read() as work:
        oleg = await work.consultants.get(shop.oleg)
    assert oleg is not None
    assert not oleg.is_gone
    await block(db, shop.vera, True)
    assert await offer() == 2, "a new consultant who is gone is a new offer"


async def test_pausing(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.staff.set_taking(shop.vera, False)
        vera = await work.consultants.hold(shop.vera)
    assert vera is not None
    assert vera.person_id == VERA
    assert (vera.takes_customers, vera.is_open, vera.is_gone) == (False, False, False)
