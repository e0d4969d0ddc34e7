"""What consultants have to do, in the database, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from domain.clients.care import TaskId, TaskKind, TaskState
from domain.clients.enter import EnterBirthdays, EnterQuestions
from domain.clients.todo import TodoList
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.ordering.models import OrderState
from domain.people.models import Person
from storage.database import Database
from storage.tables import client_tasks, customers, orders, outbox
from tests.forms import JOINED
from tests.storage.shop import ANNA, BORIS, OLEG, VERA, Shop, new_order
from tests.storage.test_proposals import furnish, person

ZONE = ZoneInfo("Europe/Moscow")


async def deliver(db: Database, shop: Shop, watch: Any, key: str = "key", **changes: Any) -> int:
    async with db.write() as work:
        order_id = await work.orders.add(new_order(shop, watch, key=key, **changes))
        assert order_id is not None
        delivered = {"state": OrderState.DELIVERED, "delivered_at": watch()}
        await work.connection.execute(update(orders).where(orders.c.id == order_id).values(**delivered))
    return order_id


async def test_due_questions_are_put_down_once_also_by_two_at_once(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    first = await deliver(db, shop, watch)
    await deliver(db, shop, watch, "returned")
    await deliver(db, shop, watch, "vera", consultant_id=shop.vera)
    async with db.write() as work:
        returned = update(orders).where(orders.c.key == "returned").values(state=OrderState.RETURNED)
        await work.connection.execute(returned)
    enter = EnterQuestions(db.write, watch)
    assert await enter() == 0
    watch.forward(days=2)
    assert sorted(await asyncio.gather(*(enter() for _ in range(3)))) == [0, 0, 1]
    todo, oleg = TodoList(db.read, db.write, watch, ZONE), await person(db, OLEG)
    (task,) = (await todo(oleg)).items
    assert (task.order_id, task.kind, task.client_name) == (first, TaskKind.DAYS, "Анна Петрова")
    assert (await todo(oleg, 9_000)).number == 0
    watch.forward(days=12)
    assert await enter() == 1
    assert [each.kind for each in (await todo(oleg)).items] == [TaskKind.DAYS, TaskKind.WEEKS], "the oldest first"
    assert (await todo(await person(db, VERA))).total == 0
    async with db.write() as work:
        gone = update(customers).where(customers.c.id == shop.anna).values(consultant_id=shop.vera)
        await work.connection.execute(gone)
    assert (await todo(oleg)).total == 0, "a client who went is nobody's task"


async def test_pressed_at_once_it_is_sent_once(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    await deliver(db, shop, watch)
    watch.forward(days=2)
    await EnterQuestions(db.write, watch)()
    todo, oleg = TodoList(db.read, db.write, watch, ZONE), await person(db, OLEG)
    (task,) = (await todo(oleg)).items
    await todo.put_off(oleg, task.id, 1)
    assert (await todo(oleg)).total == 0
    watch.forward(days=1)
    await asyncio.gather(*(todo.send(oleg, task.id) for _ in range(4)))
    async with db.read() as work:
        owed = (await work.connection.execute(select(outbox.c.person_id).where(outbox.c.kind == "care"))).scalars()
        assert sorted(owed) == [ANNA, 1003]
        assert await work.tasks.get(TaskId(10**9)) is None
    assert (await todo(oleg)).total == 0
    watch.forward(days=1)
    assert await EnterQuestions(db.write, watch)() == 0


async def test_what_was_sent_is_not_forgotten_and_who_is_registered_no_more_is_not_shown(
    db: Database, shop: Shop, watch: Any
) -> None:
    await furnish(db, shop, watch)
    await deliver(db, shop, watch)
    watch.forward(days=2)
    await EnterQuestions(db.write, watch)()
    todo, oleg = TodoList(db.read, db.write, watch, ZONE), await person(db, OLEG)
    (task,) = (await todo(oleg)).items
    async with db.write() as work:
        await work.connection.execute(update(customers).where(customers.c.id == shop.anna).values(registered=False))
    assert (await todo(oleg)).total == 0
    async with db.write() as work:
        await work.connection.execute(update(customers).where(customers.c.id == shop.anna).values(registered=True))
    await todo.send(oleg, task.id)
    watch.forward(days=9)
    async with db.write() as work:
        assert await work.tasks.forget(TaskKind.DAYS, watch(), watch()) == 0
        kept = await work.tasks.get(task.id)
    assert kept is not None
    assert kept.state is TaskState.DONE


async def test_birthdays_of_who_agrees_to_the_present_text(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    today = watch().astimezone(ZONE).date()
    async with db.write() as work:
        for customer, who in ((shop.anna, ANNA), (shop.boris, BORIS)):
            form = replace(JOINED, passport=None, phone=None, email=None, complete=True)
            await work.forms.save(customer, replace(form, birth_date=date(1990, today.month, today.day)), watch())
            old = Consent(Purpose.PROMOTIONS, "an older text", watch())
            new = Consent(Purpose.PROMOTIONS, VERSIONS[Purpose.PROMOTIONS], watch())
            await work.consents.give(Person(who, "ru", customer), new if customer == shop.anna else old)
    for expected in (1, 0):
        assert await EnterBirthdays(db.read, db.write, watch, ZONE)() == expected
    todo, oleg = TodoList(db.read, db.write, watch, ZONE), await person(db, OLEG)
    assert [(each.customer_id, each.kind) for each in (await todo(oleg)).items] == [(shop.anna, TaskKind.BIRTHDAY)]
    assert [(day, each.customer_id) for day, each in await todo.birthdays(oleg)] == [(today, shop.anna)]
    async with db.write() as work:
        await work.consents.withdraw(shop.anna, Purpose.PROMOTIONS, watch())
    assert await todo.birthdays(oleg) == []
    watch.forward(days=5)
    await EnterBirthdays(db.read, db.write, watch, ZONE)()
    async with db.read() as work:
        states = (await work.connection.execute(select(client_tasks.c.state))).scalars().all()
    assert states == ["skipped"]
