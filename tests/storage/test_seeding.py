"""Bringing a catalog and consultants in, again and again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select, update

from domain.shared.ids import PersonId
from storage.database import Database
from storage.seeding import Seeded, Seeding
from storage.tables import articles, people
from tests.storage.shop import ANNA, OLEG, Shop, words

CATEGORIES = [{"slug": slug, **words("name", slug), "position": at} for at, slug in enumerate(("lips", "eyes"))]


async def test_added_then_the_same_then_changed(db: Database) -> None:
    async with db.write() as work:
        ids, first = await Seeding(work).categories(CATEGORIES)
    async with db.write() as work:
        again, second = await Seeding(work).categories(CATEGORIES)
        renamed = [CATEGORIES[0], {**CATEGORIES[1], "name_en": "Eyes and brows"}]
        _, third = await Seeding(work).categories(renamed)
        _, nothing = await Seeding(work).categories([])
    assert (first, second, third, nothing) == (Seeded(2), Seeded(same=2), Seeded(changed=1, same=1), Seeded())
    assert again == ids
    async with db.read() as work:
        category = await work.catalog.category(ids["eyes"])  # type: ignore[arg-type]
    assert category is not None
    assert category.name.en == "Eyes and brows"


async def test_stock_is_the_shops_own_once_it_is_there(db: Database, shop: Shop) -> None:
    row: dict[str, Any] = {
        "product_id": shop.cream,
        "code": "20-1",
        "position": 3,
        "stock": 999,
        "shade_ru": None,
        "shade_en": None,
        "hex": None,
    }
    async with db.write() as work:
        ids, seeded = await Seeding(work).articles([row, {**row, "code": "20-9"}])
        stock = select(articles.c.code, articles.c.stock, articles.c.position).where(articles.c.code.like("20-_"))
        found = (await work.connection.execute(stock.order_by(articles.c.code))).all()
    assert seeded == Seeded(added=1, changed=1)
    assert ids["20-1"] == shop.cream_article
    assert [tuple(row) for row in found if row.code != "20-2"] == [("20-1", 5, 3), ("20-9", 999, 3)]


async def test_a_consultant_gets_an_account_and_may_change_it(db: Database, shop: Shop) -> None:
    async def who() -> Any:
        async with db.read() as work:
            consultant = await work.consultants.get(shop.oleg)
            assert consultant is not None
            return consultant.person_id

    for person, expected in (
        (OLEG, Seeded(same=1)),
        (ANNA, Seeded(changed=1)),
        (PersonId(5), Seeded(changed=1)),
        (PersonId(5), Seeded(same=1)),
    ):
        async with db.write() as work:
            assert await Seeding(work).accounts({shop.oleg: person}, "ru") == expected
        assert await who() == person
    async with db.write() as work:
        await work.connection.execute(
            update(people).where(people.c.own_consultant_id == shop.oleg).values(own_consultant_id=None)
        )
        assert await Seeding(work).accounts({shop.oleg: OLEG}, "ru") == Seeded(added=1)
        owners = select(func.count()).select_from(people).where(people.c.own_consultant_id == shop.oleg)
        assert (await work.connection.execute(owners)).scalar_one() == 1
