"""Searching the demo catalog, the same on both engines."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from bot.demo.data import load
from bot.demo.seed import seed_demo
from domain.catalog.colour import Family
from domain.catalog.models import SkinType
from domain.pricing.engine import Terms
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind, Segment
from domain.search.models import MOST, Found, Narrowed
from domain.search.use_cases import SearchCatalog
from domain.shared.ids import CategoryId, PersonId, ProductId
from domain.shared.localised import Localised
from storage.database import Database
from storage.tables import (
    articles,
    catalog_periods,
    catalog_places,
    categories,
    price_promotions,
    products,
    promo_codes,
    related_products,
    search_pages,
    search_terms,
)
from tests.services import emptied_postgres, keyring, sqlite_database

TODAY = date(2026, 11, 22)
ALL = Narrowed()


@pytest.fixture(params=["sqlite", "postgresql"])
async def shop(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    url = await (sqlite_database(tmp_path) if request.param == "sqlite" else emptied_postgres())
    database = Database(url, keyring())
    await seed_demo(database, load())
    yield database
    await database.close()


async def found(shop: Database, text: str, narrowed: Narrowed = ALL, limit: int = 50) -> Found:
    async with shop.read() as work:
        return await work.search.find(text, narrowed, TODAY, 0, limit)


async def slugs(shop: Database, text: str, narrowed: Narrowed = ALL, limit: int = 50) -> list[str]:
    """The slugs of what is found, best first."""
    hits = (await found(shop, text, narrowed, limit)).hits
    async with shop.read() as work:
        rows = (await work.connection.execute(select(products.c.id, products.c.slug))).all()
    by_id: dict[int, str] = {row.id: row.slug for row in rows}
    return [by_id[hit.product.id] for hit in hits]


async def change(shop: Database, statement: Any) -> None:
    async with shop.write() as work:
        await work.connection.execute(statement)


async def id_of(shop: Database, table: Any, **by: str) -> int:
    ((column, value),) = by.items()
    async with shop.read() as work:
        return int((await work.connection.execute(select(table.c.id).where(table.c[column] == value))).scalar_one())


LIPSTICKS = {"satin-lipstick", "matte-lipstick", "liquid-lipstick"}


@pytest.mark.parametrize(
    "typed",
    [
        "помада",
        "ПОМАДЫ",
        "помадой",
        "pomada",
        "gjvflf",
        "Gjvfle",
        "памада",
        "помадв",
        "lipstick",
        "lipsticks",
        "дшзыешсл",
        "lipstik",
        "помад",
        "пома",
        "  помада!!  ",
        "«помада»",
    ],
)
async def test_lipsticks_however_they_are_typed(shop: Database, typed: str) -> None:
    assert set((await slugs(shop, typed))[:3]) == LIPSTICKS


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("тушь объём", "volume-mascara"),
        ("тушь для обьема", "volume-mascara"),
        ("дневной крем", "day-cream"),
        ("крем дневной", "day-cream"),
        ("night cream", "night-cream"),
        ("сыворотка с витамином с", "vitamin-c-serum"),
        ("vitamin c", "vitamin-c-serum"),
        ("гиалуроновая", "hyaluronic-serum"),
        ("gialuronovaya", "hyaluronic-serum"),
        ("rhtv lkz her", "hand-cream"),
        ("крем для рук", "hand-cream"),
        ("матовая помада", "matte-lipstick"),
        ("матовая pomada", "matte-lipstick"),
        ("бальзам после бритья", "after-shave-balm"),
        ("туш", "volume-mascara"),
        ("spf50", "sun-fluid-spf50"),
        ("spf", "sun-fluid-spf50"),
    ],
)
async def test_the_best_comes_first(shop: Database, typed: str, first: str) -> None:
    assert first in (await slugs(shop, typed))[:2]


async def test_yo_is_ye(shop: Database) -> None:
    assert await slugs(shop, "чёрный") == await slugs(shop, "черный") != []


@pytest.mark.parametrize("typed", ["40-0401", "400401", "40 - 0401", "помада 40-0401"])
async def test_by_the_product_code(shop: Database, typed: str) -> None:
    assert (await slugs(shop, typed.replace(" - ", "-")))[0] == "satin-lipstick"


async def test_by_a_shades_code(shop: Database) -> None:
    (hit,) = (await found(shop, "40-0401-12")).hits
    assert hit.code == "40-0401-12"
    assert hit.article_id == await id_of(shop, articles, code="40-0401-12")
    assert hit.hex == "#B8141F"


async def test_by_a_shades_name(shop: Database) -> None:
    hits = (await found(shop, "помада классический красный")).hits
    assert hits[0].hex == "#B8141F"
    assert hits[0].article_id == await id_of(shop, articles, code="40-0401-12")


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "!!!", "'", '"', "* OR 1", "NEAR(a b)", "a:b", "-", "🙂", "х" * 5000, "\x00", "name : x", "%_%", "()"],
)
async def test_nothing_typed_breaks_it(shop: Database, typed: str) -> None:
    result = await found(shop, typed)
    assert (result.total == 63) == (not typed.strip()), "no words is everything"
    assert result.total < 10 or not typed.strip()


async def test_what_is_like_nothing_is_not_found(shop: Database) -> None:
    assert await slugs(shop, "экскаватор") == []
    assert await slugs(shop, "помада экскаватор") == []


async def test_a_guess_says_what_it_took(shop: Database) -> None:
    assert (await found(shop, "памада")).guessed == "помад"
    assert (await found(shop, "помада")).guessed is None


async def test_in_stock_comes_first(shop: Database) -> None:
    best = (await slugs(shop, "помада"))[0]
    product = await id_of(shop, products, slug=best)
    await change(shop, update(articles).where(articles.c.product_id == product).values(stock=0))
    after = await slugs(shop, "помада")
    assert after[0] != best
    assert best in after
    assert best not in await slugs(shop, "помада", Narrowed(in_stock=True))


async def test_off_sale_is_not_found_and_comes_back(shop: Database) -> None:
    await change(shop, update(products).where(products.c.slug == "satin-lipstick").values(on_sale=False))
    assert "satin-lipstick" not in await slugs(shop, "помада")
    await change(shop, update(products).where(products.c.slug == "satin-lipstick").values(on_sale=True))
    assert "satin-lipstick" in await slugs(shop, "помада")


async def test_filters(shop: Database) -> None:
    lips = CategoryId(await id_of(shop, categories, slug="lips"))
    async with shop.read() as work:
        rows = (await work.connection.execute(select(products))).all()
    expected = {row.slug for row in rows if row.category_id == lips}
    assert set(await slugs(shop, "", Narrowed(category=lips))) == expected
    cheap = {row.slug for row in rows if 50_000 <= row.price <= 90_000}
    assert set(await slugs(shop, "", Narrowed(least=50_000, most=90_000))) == cheap
    dry = {row.slug for row in rows if "dry" in row.skin_types}
    assert set(await slugs(shop, "", Narrowed(skin=SkinType.DRY))) == dry
    both = await slugs(shop, "крем", Narrowed(skin=SkinType.DRY, most=200_000))
    assert both
    assert set(both) <= dry
    red = await slugs(shop, "помада", Narrowed(family=Family.RED))
    assert "satin-lipstick" in red
    assert "lip-scrub" not in red
    assert await slugs(shop, "помада", Narrowed(category=CategoryId(10**6))) == []


async def test_on_offer_is_what_the_catalog_of_today_offers(shop: Database) -> None:
    product = await id_of(shop, products, slug="satin-lipstick")
    other = await id_of(shop, products, slug="matte-lipstick")
    async with shop.write() as work:
        for table in (catalog_places, catalog_periods):
            await work.connection.execute(delete(table))
        for number, (starts, ends) in enumerate(
            [((2026, 11, 20), TODAY.timetuple()[:3]), ((2026, 1, 1), (2026, 1, 9))]
        ):
            period = {"id": number + 1, "slug": f"p{number}", "name_ru": "п", "name_en": "p"}
            days = {"starts": date(*starts), "ends": date(*ends)}
            await work.connection.execute(insert(catalog_periods).values(**period, **days))
        places = [(1, product, True), (1, other, False), (2, other, True)]
        for period_id, product_id, offered in places:
            values = {"period_id": period_id, "product_id": product_id, "page": 1, "is_offer": offered}
            await work.connection.execute(insert(catalog_places).values(**values))
    assert await slugs(shop, "", Narrowed(on_offer=True)) == ["satin-lipstick"]
    assert await slugs(shop, "помада", Narrowed(on_offer=True)) == ["satin-lipstick"]


async def test_on_offer_is_also_what_promotions_are_made_for(shop: Database) -> None:
    """As the card says it: goods a promotion names, for this person, now, without a code."""
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    scrub = ProductId(await id_of(shop, products, slug="lip-scrub"))
    nails = CategoryId(await id_of(shop, categories, slug="nails"))
    conditions = {
        "product": Conditions(products=frozenset({scrub})),
        "category": Conditions(categories=frozenset({nails})),
        "everything": Conditions(),
        "over": Conditions(products=frozenset({ProductId(1)}), ends_at=now),
        "for others": Conditions(products=frozenset({ProductId(2)}), segments=frozenset({Segment.LOYAL})),
    }
    async with shop.write() as work:
        for table in (catalog_places, promo_codes, price_promotions):
            await work.connection.execute(delete(table))
        for key, each in conditions.items():
            promotion = Promotion(PromotionId(0), PromotionKind.PERCENT, Localised("А", "A"), 5, conditions=each)
            await work.price_promotions.add(promotion, key, now)
        coded = Conditions(products=frozenset({ProductId(3)}))
        by_code = Promotion(
            PromotionId(0), PromotionKind.PERCENT, Localised("А", "A"), 5, conditions=coded, by_code=True
        )
        await work.price_promotions.add(by_code, "by code", now)
        anna = await work.people.add(PersonId(1), "ru")
        rows = (await work.connection.execute(select(products.c.id, products.c.category_id))).all()
    search = SearchCatalog(shop.read, lambda: now, UTC, Terms())
    on_offer = await search(anna, "", Narrowed(on_offer=True), 0, 50)
    expected = {row.id for row in rows if row.id == scrub or row.category_id == nails}
    assert {hit.product.id for hit in on_offer.hits} == expected
    assert [hit.product.id for hit in (await search(anna, "скраб", Narrowed(on_offer=True), 0, 50)).hits] == [scrub]


async def test_pages_follow_one_another(shop: Database) -> None:
    everything = (await found(shop, "", limit=200)).hits
    async with shop.read() as work:
        parts = [await work.search.find("", ALL, TODAY, start, 10) for start in range(0, 80, 10)]
    assert [hit for part in parts for hit in part.hits] == list(everything)
    assert {part.total for part in parts} == {len(everything)}


async def test_a_change_is_found_from_its_transaction_on(shop: Database) -> None:
    product = ProductId(await id_of(shop, products, slug="lip-scrub"))
    async with shop.write() as work:
        change = update(products).where(products.c.id == product)
        await work.connection.execute(change.values(name_ru="Скраб «Абракадабра»", name_en="Abracadabra"))
        await work.search.reindex([product])
        assert (await work.search.find("абракадабра", ALL, TODAY, 0, 5)).total == 1
    assert await slugs(shop, "абракадабру") == ["lip-scrub"]
    assert await slugs(shop, "абракодабра") == ["lip-scrub"], "new words are known to the guesses too"

    async def fail() -> None:
        async with shop.write() as work:
            await work.connection.execute(change.values(name_ru="Тирлимбомбом"))
            await work.search.reindex([product])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await slugs(shop, "тирлимбомбом") == []
    assert await slugs(shop, "абракадабра") == ["lip-scrub"]


async def test_the_index_is_made_anew(shop: Database) -> None:
    before = {text: await slugs(shop, text) for text in ("помада", "rhtv", "крем для рук", "памада")}
    await change(shop, delete(search_pages))
    await change(shop, delete(search_terms))
    assert await slugs(shop, "помада") == []
    async with shop.write() as work:
        assert await work.search.rebuild() == 63
    assert {text: await slugs(shop, text) for text in before} == before


async def test_a_product_that_is_gone_is_not_found(shop: Database) -> None:
    product = await id_of(shop, products, slug="lip-scrub")
    async with shop.write() as work:
        for table, column in ((search_pages, "product_id"), (articles, "product_id"), (catalog_places, "product_id")):
            await work.connection.execute(delete(table).where(table.c[column] == product))
        for column in ("product_id", "related_id"):
            await work.connection.execute(delete(related_products).where(related_products.c[column] == product))
        await work.connection.execute(delete(products).where(products.c.id == product))
    assert "lip-scrub" not in await slugs(shop, "скраб")


async def test_a_range_of_prices_takes_nothing_else_away(shop: Database) -> None:
    async with shop.read() as work:
        rows = (await work.connection.execute(select(products.c.id, products.c.price))).all()
    price = {row.id: row.price for row in rows}
    bounds = sorted({*price.values(), 300_00, 1_000_00})
    for text in ("крем", "помада", ""):
        everything = [hit.product.id for hit in (await found(shop, text, limit=200)).hits]
        for least, most in [(None, bounds[1]), (1_000_00, None), *pairwise(bounds)]:
            inside = [each for each in everything if (least or 0) <= price[each] <= (most or 2**53)]
            narrowed = await found(shop, text, Narrowed(least=least, most=most), limit=200)
            assert [hit.product.id for hit in narrowed.hits] == inside, (text, least, most)


async def test_more_than_anyone_reads_is_cut(shop: Database) -> None:
    async with shop.write() as work:
        sample = dict((await work.connection.execute(select(products).limit(1))).mappings().one())
        sample.pop("id")
        rows = [sample | {"code": f"98-{n:04}", "slug": f"x{n}", "name_ru": "Ъъъ крем"} for n in range(MOST + 20)]
        await work.connection.execute(insert(products), rows)
        await work.search.reindex_new()
    result = await found(shop, "ъъъ")
    assert (result.total, result.is_cut) == (MOST, True)
