"""Favourites, comparing, watching and shades in the database, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, update

from domain.people.models import Person
from domain.search.shades import FindShade
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.wishes.use_cases import Compare, ListWishes, LookAt, Mark, ShowBack, ShowDetails, TellBack, WatchArticle
from storage.database import Database
from storage.tables import articles, catalog_periods, catalog_places, outbox, product_videos, products, related_products
from tests.storage.conftest import Watch
from tests.storage.shop import ANNA, BORIS, Shop

ZONE = ZoneInfo("Europe/Moscow")


async def person(db: Database, person_id: int = ANNA) -> Person:
    async with db.read() as work:
        found = await work.people.get(person_id)  # type: ignore[arg-type]
    assert found is not None
    return found


async def run(db: Database, *statements: object) -> None:
    async with db.write() as work:
        for statement in statements:
            await work.connection.execute(statement)  # type: ignore[arg-type]


async def owed(db: Database) -> list[tuple[int, str]]:
    """(person, key) of the notices that something is back."""
    async with db.read() as work:
        rows = await work.connection.execute(select(outbox).where(outbox.c.kind == "back_in_stock"))
    return sorted((row.person_id, row.key) for row in rows.all())


async def test_favourites_are_kept_once_and_the_newest_stands_first(db: Database, shop: Shop, watch: Watch) -> None:
    anna, mark, listed = await person(db), Mark(db.write, watch), ListWishes(db.read)
    for product in (shop.lipstick, shop.cream, shop.lipstick):
        watch.forward(minutes=1)
        assert await mark(anna, "favourite", product, on=True)
    page = await listed(anna, "favourites", 0)
    assert [each.id for each in page.items] == [shop.cream, shop.lipstick]
    assert page.total == 2
    assert (await listed(anna, "favourites", 9)).number == 0
    await mark(anna, "favourite", shop.cream, on=False)
    await mark(anna, "favourite", shop.cream, on=False)
    assert [each.id for each in (await listed(anna, "favourites", 0)).items] == [shop.lipstick]
    assert (await listed(await person(db, BORIS), "favourites", 0)).total == 0
    with pytest.raises(NotFound):
        await mark(anna, "favourite", ProductId(10**9), on=True)


async def test_what_was_seen_is_noted_once_in_a_while(db: Database, shop: Shop, watch: Watch) -> None:
    anna, look = await person(db), LookAt(db.read, db.write, watch, ZONE)
    first = await look(anna, shop.lipstick)
    assert first.seen_at is None
    began = watch()
    watch.forward(minutes=5)
    assert (await look(anna, shop.lipstick)).seen_at == began, "turning over shades writes nothing"
    await look(anna, shop.cream)
    watch.forward(minutes=20)
    await look(anna, shop.lipstick)
    assert (await look(anna, shop.lipstick)).seen_at == watch()
    page = await ListWishes(db.read)(anna, "seen", 0)
    assert [each.id for each in page.items] == [shop.lipstick, shop.cream]
    assert (await look(anna, ProductId(10**9))).seen_at is None


async def test_only_the_newest_seen_are_kept(db: Database, shop: Shop, watch: Watch) -> None:
    anna = await person(db)
    async with db.write() as work:
        for product in (shop.lipstick, shop.cream, shop.mask):
            await work.wishes.note_seen(anna.customer_id, product, watch.forward(minutes=1), most=2)
    page = await ListWishes(db.read)(anna, "seen", 0)
    assert [each.id for each in page.items] == [shop.mask, shop.cream]


async def test_three_are_compared_at_most(db: Database, shop: Shop, watch: Watch) -> None:
    anna, mark = await person(db), Mark(db.write, watch)
    async with db.write() as work:
        sample = dict((await work.connection.execute(select(products).limit(1))).mappings().one())
        sample.pop("id")
        await work.connection.execute(insert(products).values(**{**sample, "code": "99", "slug": "fourth"}))
        wanted = select(products.c.id).where(products.c.code == "99")
        fourth = ProductId((await work.connection.execute(wanted)).scalar_one())
    for product in (shop.lipstick, shop.cream, shop.mask, shop.mask):
        assert await mark(anna, "compared", product, on=True)
    assert not await mark(anna, "compared", fourth, on=True)
    compared = await Compare(db.read)(anna)
    assert {each.product.id for each in compared} == {shop.lipstick, shop.cream, shop.mask}
    assert compared[0].details.composition == "Aqua"
    await mark(anna, "compared", shop.mask, on=False)
    assert await mark(anna, "compared", fourth, on=True)
    look = await LookAt(db.read, db.write, watch, ZONE)(anna, fourth)
    assert (look.is_compared, look.compared) == (True, 3)


async def test_days_left_in_the_catalog(db: Database, shop: Shop, watch: Watch) -> None:
    today = watch().astimezone(ZONE).date()
    period = {"slug": "now", "name_ru": "п", "name_en": "p", "starts": today, "ends": today + timedelta(days=4)}
    past = {"slug": "past", "name_ru": "п", "name_en": "p", "starts": date(2020, 1, 1), "ends": date(2020, 1, 2)}
    await run(db, insert(catalog_periods).values(id=1, **period), insert(catalog_periods).values(id=2, **past))
    for period_id, product, offered in ((1, shop.lipstick, True), (2, shop.cream, False)):
        values = {"period_id": period_id, "product_id": product, "page": 3, "is_offer": offered}
        await run(db, insert(catalog_places).values(**values))
    look = LookAt(db.read, db.write, watch, ZONE)
    marks = await look(await person(db), shop.lipstick)
    assert (marks.days_left, marks.is_offer) == (4, True)
    assert (await look(await person(db), shop.cream)).days_left is None


async def test_details(db: Database, shop: Shop) -> None:
    titles = {"title_ru": "Урок", "title_en": "Lesson"}
    video = {"product_id": shop.lipstick, "position": 0, **titles, "url": "https://e.org"}
    related = {"product_id": shop.lipstick, "related_id": shop.cream, "position": 0}
    off_sale = {"product_id": shop.lipstick, "related_id": shop.mask, "position": 1}
    await run(
        db,
        insert(product_videos).values(**video),
        insert(related_products).values(**related),
        insert(related_products).values(**off_sale),
    )
    product, details = await ShowDetails(db.read)(shop.lipstick)
    assert product.id == shop.lipstick
    assert [each.url for each in details.videos] == ["https://e.org"]
    assert [each.id for each in details.related] == [shop.cream]
    with pytest.raises(NotFound):
        await ShowDetails(db.read)(ProductId(10**9))


async def test_told_once_however_it_came_back(db: Database, shop: Shop, watch: Watch) -> None:
    anna, asks, tell = await person(db), WatchArticle(db.write, watch), TellBack(db.write)
    assert not await asks(anna, shop.lipstick, shop.ruby, on=True), "what is there needs no watching"
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=0))
    for _ in range(2):
        assert await asks(anna, shop.lipstick, shop.ruby, on=True)
    assert await tell() == 0
    async with db.write() as work:
        await work.stock.put_back([(shop.ruby, 2)])
    told = await asyncio.gather(*(tell() for _ in range(4)))
    assert sum(told) == 1
    assert [person_id for person_id, _ in await owed(db)] == [ANNA]
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=0))
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=5))
    assert await tell() == 0, "asked once, told once"
    shown = await ShowBack(db.read)(shop.ruby)
    assert shown is not None
    assert (shown[0].id, shown[1].id) == (shop.lipstick, shop.ruby)
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=0))
    assert await ShowBack(db.read)(shop.ruby) is None, "gone again before the notice was sent"
    watch.forward(minutes=1)
    await asks(anna, shop.lipstick, shop.ruby, on=True)
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=1))
    assert await tell() == 1
    assert len(await owed(db)) == 2, "asked again, told again"


async def test_who_changed_their_mind_is_not_told(db: Database, shop: Shop, watch: Watch) -> None:
    anna, asks = await person(db), WatchArticle(db.write, watch)
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=0))
    await asks(anna, shop.lipstick, shop.ruby, on=True)
    look = LookAt(db.read, db.write, watch, ZONE)
    assert (await look(anna, shop.lipstick)).watched == {shop.ruby}
    await asks(anna, shop.lipstick, shop.ruby, on=False)
    await run(db, update(articles).where(articles.c.id == shop.ruby).values(stock=9))
    assert await TellBack(db.write)() == 0
    with pytest.raises(NotFound):
        await asks(replace(anna), shop.lipstick, ArticleId(10**9), on=True)


async def test_the_nearest_shade(db: Database, shop: Shop) -> None:
    find = FindShade(db.read)
    colour, found = await find(None, "#9b1b31")
    assert colour == "#9B1B31"
    assert found[0].shade.article_id == shop.ruby
    assert found[0].likeness == "same"
    assert [each.away for each in found] == sorted(each.away for each in found)
    assert (await find(shop.lipstick, "Ruby"))[0] == "#9B1B30"
    assert [each.shade.article_id for each in (await find.like(shop.ruby))[1]] == [shop.rose]
    for typed in ("нет такого", "#GG0000", "", "🙂"):
        with pytest.raises(NotFound):
            await find(None, typed)
    with pytest.raises(NotFound):
        await find.like(shop.cream_article)
