"""Accounts and cabinets."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import func, select

from domain.notices.models import Notice, NoticeKind
from domain.shared.ids import PersonId
from storage.database import Database
from storage.outbox_queue import OutboxQueue
from storage.tables import carts, customers
from tests.storage.shop import ANNA, OLEG, Shop

EVE = PersonId(7_000_000_001)


async def test_a_stranger_is_nobody(db: Database) -> None:
    async with db.read() as work:
        assert await work.people.get(EVE) is None


async def test_somebody_new_gets_a_cabinet_of_their_own(db: Database) -> None:
    async with db.write() as work:
        added = await work.people.add(EVE, "en")
        other = await work.people.add(PersonId(8), "ru")
    async with db.read() as work:
        assert await work.people.get(EVE) == added
    assert (added.id, added.language, added.registered, added.reachable) == (EVE, "en", False, True)
    assert added.consultant_id is None
    assert added.own_consultant_id is None
    assert added.customer_id != other.customer_id


async def test_adding_again_changes_nothing(db: Database) -> None:
    async with db.write() as work:
        first = await work.people.add(EVE, "en")
    async with db.write() as work:
        assert await work.people.add(EVE, "ru") == first


async def test_added_at_the_same_time_is_one_person_with_one_cabinet(db: Database) -> None:
    async def add() -> Any:
        async with db.write() as work:
            return await work.people.add(EVE, "ru")

    people = await asyncio.gather(*(add() for _ in range(5)))
    assert len(set(people)) == 1
    async with db.read() as work:
        for table in (customers, carts):
            count = await work.connection.execute(select(func.count()).select_from(table))
            assert count.scalar_one() == 1


async def test_language(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.people.set_language(ANNA, "en")
    async with db.read() as work:
        anna, oleg = await work.people.get(ANNA), await work.people.get(OLEG)
    assert anna is not None
    assert oleg is not None
    assert (anna.language, oleg.language) == ("en", "ru")


async def test_roles_are_read_with_the_person(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.choices.choose(shop.anna, shop.oleg, watch())
    async with db.read() as work:
        anna, oleg = await work.people.get(ANNA), await work.people.get(OLEG)
    assert anna is not None
    assert oleg is not None
    assert (anna.consultant_id, anna.own_consultant_id) == (shop.oleg, None)
    assert (oleg.consultant_id, oleg.own_consultant_id) == (None, shop.oleg)


async def test_who_unblocks_the_bot_is_owed_what_could_not_be_said(db: Database, shop: Shop, watch: Any) -> None:
    queue = OutboxQueue(db)
    async with db.write() as work:
        await work.outbox.put(Notice(OLEG, NoticeKind.ORDER_PLACED, "k", {"order": 1}))
        await work.people.set_reachable(OLEG, True)
    await queue.unreachable(OLEG, watch())
    async with db.read() as work:
        assert (await work.people.get(OLEG)).reachable is False  # type: ignore[union-attr]
    assert await queue.next_due() is None
    watch.forward(hours=5)
    async with db.write() as work:
        await work.people.set_reachable(OLEG, True)
    async with db.read() as work:
        assert (await work.people.get(OLEG)).reachable is True  # type: ignore[union-attr]
    assert await queue.next_due() == watch()
