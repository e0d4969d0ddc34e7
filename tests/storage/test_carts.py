"""Carts."""

from __future__ import annotations

import asyncio
from contextvars import Context
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from domain.ordering.cart import Cart, Obstacle
from domain.ordering.carts import ChangeCart
from domain.pricing.engine import Terms
from domain.shared.ids import ArticleId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.database import Database
from storage.tables import articles
from tests.storage.shop import ANNA, BORIS, Shop

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def test_an_empty_cart(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        assert await work.carts.get(shop.anna) == Cart()


async def test_lines_stand_in_the_order_they_were_added(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        for article in (shop.rose, shop.cream_article, shop.ruby):
            await work.carts.set_quantity(shop.anna, article, 1)
        await work.carts.set_quantity(shop.anna, shop.cream_article, 4)
    async with db.read() as work:
        cart = await work.carts.get(shop.anna)
        assert await work.carts.get(shop.boris) == Cart()
    assert [(line.goods.article_id, line.quantity) for line in cart.lines] == [
        (shop.rose, 1),
        (shop.cream_article, 4),
        (shop.ruby, 1),
    ]
    rose, cream, _ = (line.goods for line in cart.lines)
    assert (rose.shade, rose.price, rose.stock) == (Localised("rose", "rose"), Money(1_290_00), 3)
    assert (cream.shade, cream.product_id, cream.code) == (None, shop.cream, "20-1")


async def test_every_change_grows_the_version(db: Database, shop: Shop) -> None:
    versions = []
    async with db.write() as work:
        for change in (
            work.carts.set_quantity(shop.anna, shop.rose, 2),
            work.carts.set_quantity(shop.anna, shop.rose, 0),
            work.carts.set_comment(shop.anna, "Позвоните"),
            work.carts.clear(shop.anna),
            work.carts.set_quantity(shop.anna, shop.rose, 1),
        ):
            await change
            versions.append((await work.carts.get(shop.anna)).version)
    assert versions == sorted(set(versions))
    assert versions[0] > 0


async def test_a_cart_changed_in_memory_is_the_one_that_is_kept(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        cart = await work.carts.get(shop.anna)
        for article, quantity in ((shop.rose, 1), (shop.ruby, 2), (shop.rose, 3), (shop.ruby, 0), (shop.ruby, 1)):
            goods = await work.carts.goods(article)
            assert goods is not None
            version = await work.carts.set_quantity(shop.anna, article, quantity, goods.price)
            cart = cart.with_quantity(goods, quantity, version)
            assert cart == await work.carts.get(shop.anna)


async def test_clearing_takes_lines_and_comment(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.carts.set_quantity(shop.anna, shop.rose, 2)
        await work.carts.set_comment(shop.anna, "Позвоните")
        assert (await work.carts.get(shop.anna)).comment == "Позвоните"
        await work.carts.clear(shop.anna)
        cart = await work.carts.get(shop.anna)
    assert (cart.lines, cart.comment) == ((), "")


async def test_goods_as_they_are_now(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.carts.set_quantity(shop.anna, shop.rose, 3)
        await work.connection.execute(update(articles).where(articles.c.id == shop.rose).values(stock=2))
        assert (await work.carts.get(shop.anna)).lines[0].obstacle is Obstacle.TOO_FEW
        await work.catalog.set_on_sale(shop.lipstick, False)
    async with db.read() as work:
        assert (await work.carts.get(shop.anna)).lines[0].obstacle is Obstacle.OFF_SALE
        goods = await work.carts.goods(shop.rose)
        assert await work.carts.goods(ArticleId(999)) is None
    assert goods is not None
    assert (goods.stock, goods.on_sale) == (2, False)


async def test_two_devices_adding_at_once_lose_no_piece(db: Database, shop: Shop) -> None:
    async def one_more() -> None:
        async with db.write() as work:
            have = (await work.carts.get(shop.anna)).quantity_of(shop.ruby)
            await asyncio.sleep(0.002)
            await work.carts.set_quantity(shop.anna, shop.ruby, have + 1)

    await asyncio.gather(*(one_more() for _ in range(8)))
    async with db.read() as work:
        cart = await work.carts.get(shop.anna)
    assert (cart.quantity_of(shop.ruby), cart.version) == (8, 8)


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
async def test_stock_of_a_cart_is_held_still_while_it_is_ordered(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.carts.set_quantity(shop.anna, shop.rose, 1)
    taken = asyncio.Event()

    async def take() -> None:
        async with db.write() as work:
            await work.stock.take([(shop.rose, 1)])
        taken.set()

    async with db.write() as work:
        assert (await work.carts.get(shop.anna, placing=True)).lines[0].goods.stock == 3
        other = asyncio.get_running_loop().create_task(take(), context=Context())
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(taken.wait(), 0.3)
        assert (await work.carts.get(shop.anna, placing=True)).lines[0].goods.stock == 3
    await other


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
async def test_people_with_the_same_goods_in_their_carts_do_not_wait_for_each_other(db: Database, shop: Shop) -> None:
    change = ChangeCart(db.write, lambda: NOW, Terms())
    async with db.write() as work:
        anna, boris = await work.people.get(ANNA), await work.people.get(BORIS)
        for customer in (shop.anna, shop.boris):
            for article in (shop.rose, shop.ruby):
                await work.carts.set_quantity(customer, article, 1)
    assert anna is not None
    assert boris is not None
    async with db.write() as work:
        # A press of Anna's that has done everything but its commit.
        await change(anna, shop.ruby, 1)
        await work.carts.get(shop.anna)
        press = asyncio.get_running_loop().create_task(change(boris, shop.ruby, 1), context=Context())
        cart = await asyncio.wait_for(press, 5)
    assert cart.cart.quantity_of(shop.ruby) == 2


async def test_carts_with_the_same_goods_never_wait_for_each_other_in_a_circle(db: Database, shop: Shop) -> None:
    goods = [shop.rose, shop.cream_article, shop.ruby]
    async with db.write() as work:
        for customer, order in ((shop.anna, goods), (shop.boris, goods[::-1])):
            for article in order:
                await work.carts.set_quantity(customer, article, 1)

    async def touch(customer: int) -> None:
        for _ in range(10):
            async with db.write() as work:
                cart = await work.carts.get(customer, placing=True)  # type: ignore[arg-type]
                pieces = [(line.goods.article_id, 1) for line in cart.lines]
                await asyncio.sleep(0.001)
                await work.stock.put_back(pieces)
                await work.stock.take(pieces)

    await asyncio.wait_for(asyncio.gather(touch(shop.anna), touch(shop.boris)), 20)


async def test_goods_that_come_into_carts_in_any_order_make_nobody_wait_in_a_circle(db: Database, shop: Shop) -> None:
    async def gather(customer: int, *goods: int) -> None:
        for article in goods:
            async with db.write() as work:
                await work.carts.get(customer, placing=True)  # type: ignore[arg-type]
                await work.carts.set_quantity(customer, article, 1)  # type: ignore[arg-type]
                await asyncio.sleep(0.05)
                await work.carts.get(customer, placing=True)  # type: ignore[arg-type]

    low, high = sorted([shop.rose, shop.cream_article])
    await asyncio.wait_for(asyncio.gather(gather(shop.anna, low, high), gather(shop.boris, high, low)), 20)
