"""Orders, their lists, stock, and what is known of buyers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.joining.models import Form
from domain.ordering.checkout import Checkout
from domain.ordering.errors import CartBlocked, CartChanged, CartEmpty, NotAvailable
from domain.ordering.models import Delivery, EventKind, OrderEvent, OrderState, Party
from domain.ordering.place_order import PlaceOrder
from domain.pricing.engine import Terms
from domain.shared.ids import CustomerId, OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.database import Database
from tests.storage.shop import ANNA, BORIS, OLEG, Shop, new_order, stock_of


async def test_an_order_is_read_as_it_was_written(db: Database, shop: Shop, watch: Any) -> None:
    new = new_order(shop, watch)
    async with db.write() as work:
        await work.forms.save(shop.anna, Form(first_name="Анна"), watch())
        order_id = await work.orders.add(new)
    assert order_id is not None
    async with db.read() as work:
        order = await work.orders.get(order_id)
        assert await work.orders.by_key(shop.anna, "key") == order
        assert await work.orders.by_key(shop.boris, "key") is None
        assert await work.orders.by_key(shop.anna, "other") is None
        assert await work.orders.get(OrderId(999)) is None
    assert order is not None
    assert (order.lines, order.percent, order.delivery, order.comment) == (
        new.lines,
        35,
        Delivery.COURIER,
        "Позвоните, пожалуйста, заранее",
    )
    assert (order.customer_name, order.state, order.placed_at) == ("Анна", OrderState.PLACED, watch())
    assert order.consultant_name == Localised("Олег по-русски", "Олег in English")
    assert order.total == Money(2 * 1_290_00 - 100_00 + 390_00)


async def test_the_same_key_is_the_same_order(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        assert await work.orders.add(new_order(shop, watch)) is not None
    async with db.write() as work:
        assert await work.orders.add(new_order(shop, watch, pieces=9)) is None
        assert await work.orders.add(new_order(shop, watch, customer_id=shop.boris)) is not None
    async with db.read() as work:
        assert (await work.order_lists.everyones(0, 10))[1] == 2


async def test_moving_on(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        order_id = await work.orders.add(new_order(shop, watch))
        assert order_id is not None
    at = watch.forward(hours=1)
    async with db.write() as work:
        accepted = OrderEvent(EventKind.ACCEPTED, Party.CONSULTANT, OLEG, at)
        cancelled = OrderEvent(EventKind.CANCELLED, Party.CUSTOMER, ANNA, at)
        assert await work.orders.move(order_id, OrderState.PLACED, OrderState.ACCEPTED, accepted)
        assert not await work.orders.move(order_id, OrderState.PLACED, OrderState.CANCELLED, cancelled)
    async with db.read() as work:
        order = await work.orders.get(order_id)
        events = await work.orders.events(order_id)
    assert order is not None
    assert order.state is OrderState.ACCEPTED
    assert events == [OrderEvent(EventKind.PLACED, Party.CUSTOMER, None, order.placed_at), accepted]


async def test_two_deciding_at_once_only_one_decides(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        order_id = await work.orders.add(new_order(shop, watch))
        assert order_id is not None

    async def decide(new: OrderState, by: PersonId) -> bool:
        async with db.write() as work:
            event = OrderEvent(EventKind(new.value), Party.CUSTOMER, by, watch())
            return await work.orders.move(order_id, OrderState.PLACED, new, event)

    decided = await asyncio.gather(decide(OrderState.ACCEPTED, OLEG), decide(OrderState.CANCELLED, ANNA))
    assert sorted(decided) == [False, True]


async def test_lists_newest_first(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, Form(first_name="Анна"), watch())
        ids = [
            await work.orders.add(new_order(shop, watch, "a", pieces=1)),
            await work.orders.add(new_order(shop, watch, "b", consultant_id=shop.vera)),
            await work.orders.add(new_order(shop, watch, "c", customer_id=shop.boris)),
        ]
    async with db.read() as work:
        lists = work.order_lists
        annas, annas_count = await lists.of_customer(shop.anna, 0, 6)
        olegs, olegs_count = await lists.of_consultant(shop.oleg, 0, 6)
        second, count = await lists.everyones(1, 1)
        assert await lists.of_customer(CustomerId(999), 0, 6) == ([], 0)
        assert await lists.everyones(30, 6) == ([], 3)
    assert ([brief.id for brief in annas], annas_count) == ([ids[1], ids[0]], 2)
    assert ([brief.id for brief in olegs], olegs_count) == ([ids[2], ids[0]], 2)
    assert ([brief.id for brief in second], count) == ([ids[1]], 3)
    first = annas[-1]
    assert (first.customer_name, first.pieces, first.state) == ("Анна", 1, OrderState.PLACED)
    assert first.total == Money(1_290_00 - 100_00 + 390_00)
    assert olegs[0].customer_name == ""


async def test_last_month_is_the_largest_order_that_stood(db: Database, shop: Shop, watch: Any) -> None:
    def at(*moment: int) -> datetime:
        return datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type]

    async with db.write() as work:
        for key, pieces, placed in (
            ("too early", 9, at(2026, 9, 30, 23, 59, 59)),
            ("first second", 2, at(2026, 10, 1)),
            ("last second", 3, at(2026, 10, 31, 23, 59, 59)),
            ("cancelled", 8, at(2026, 10, 15)),
            ("this month", 7, at(2026, 11, 1)),
        ):
            order_id = await work.orders.add(new_order(shop, watch, key, pieces, placed_at=placed))
            assert order_id is not None
            if key == "cancelled":
                event = OrderEvent(EventKind.CANCELLED, Party.CUSTOMER, ANNA, placed)
                await work.orders.move(order_id, OrderState.PLACED, OrderState.CANCELLED, event)
        assert await work.buyers.last_month(shop.anna, at(2026, 11, 30, 12)) == Money(3 * 1_290_00)
        assert await work.buyers.last_month(shop.anna, at(2026, 10, 1)) == Money(9 * 1_290_00)
        assert await work.buyers.last_month(shop.anna, at(2027, 1, 5)) == Money(0)
        assert await work.buyers.last_month(shop.boris, at(2026, 11, 30)) == Money(0)


async def test_persons_of_a_cabinet(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        assert await work.buyers.persons_of(shop.anna) == [ANNA]
        assert await work.buyers.persons_of(CustomerId(999)) == []


async def test_may_buy_names_the_consultant(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.choices.choose(shop.anna, shop.oleg, watch())
        complete, consultant = await work.buyers.may_buy(shop.anna)
        assert consultant == await work.consultants.get(shop.oleg)
        assert not complete
        await work.forms.save(shop.anna, Form(first_name="Анна", complete=True), watch())
        assert (await work.buyers.may_buy(shop.anna))[0]


async def test_stock_goes_and_comes_back(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.stock.take([(shop.ruby, 4), (shop.rose, 3)])
    assert (await stock_of(db, shop.ruby), await stock_of(db, shop.rose)) == (6, 0)
    async with db.write() as work:
        await work.stock.put_back([(shop.rose, 2)])
    assert await stock_of(db, shop.rose) == 2


async def test_more_than_there_is_cannot_be_taken(db: Database, shop: Shop) -> None:
    with pytest.raises(NotAvailable):
        async with db.write() as work:
            await work.stock.take([(shop.rose, 1), (shop.cream_article, 6)])
    assert (await stock_of(db, shop.rose), await stock_of(db, shop.cream_article)) == (3, 5)


async def test_thirty_at_once_for_ten_pieces_leave_exactly_ten(db: Database, shop: Shop) -> None:
    async def take() -> bool:
        try:
            async with db.write() as work:
                await work.stock.take([(shop.ruby, 1)])
        except NotAvailable:
            return False
        return True

    assert sum(await asyncio.gather(*(take() for _ in range(30)))) == 10
    assert await stock_of(db, shop.ruby) == 0


async def ready(db: Database, shop: Shop, watch: Any, pieces: int = 2) -> tuple[Any, Any]:
    """Anna and Boris with a consultant, a form and rubies in their carts."""
    async with db.write() as work:
        for customer in (shop.anna, shop.boris):
            await work.choices.choose(customer, shop.oleg, watch())
            await work.forms.save(customer, Form(first_name="Имя", complete=True), watch())
            await work.carts.set_quantity(customer, shop.ruby, pieces)
        return await work.people.get(ANNA), await work.people.get(BORIS)


async def test_a_double_tap_at_the_same_moment_buys_once(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await ready(db, shop, watch)
    summary = await Checkout(db.read, db.write, watch, Terms())(anna, Delivery.IN_PERSON)
    place = PlaceOrder(db.write, watch, Terms())
    args = (anna, summary.key, Delivery.IN_PERSON, summary.cart.cart.version, summary.total)
    orders = await asyncio.gather(*(place(*args) for _ in range(5)))
    assert len({order.id for order in orders}) == 1
    assert await stock_of(db, shop.ruby) == 8
    async with db.read() as work:
        assert (await work.order_lists.everyones(0, 10))[1] == 1
        assert (await work.carts.get(shop.anna)).lines == ()
    with pytest.raises(CartEmpty):
        await place(anna, "another key", *args[2:])  # type: ignore[arg-type]


async def test_two_buyers_of_the_last_pieces(db: Database, shop: Shop, watch: Any) -> None:
    anna, boris = await ready(db, shop, watch, pieces=6)
    place = PlaceOrder(db.write, watch, Terms())
    checkout = Checkout(db.read, db.write, watch, Terms())

    async def buy(person: Any) -> Any:
        summary = await checkout(person, Delivery.IN_PERSON)
        await asyncio.sleep(0.02)
        return await place(person, summary.key, Delivery.IN_PERSON, summary.cart.cart.version, summary.total)

    bought = await asyncio.gather(buy(anna), buy(boris), return_exceptions=True)
    assert sum(isinstance(one, CartBlocked | CartChanged) for one in bought) == 1
    assert await stock_of(db, shop.ruby) == 4
