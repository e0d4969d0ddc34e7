"""The demo data in a real database, on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.demo.data import load
from bot.demo.seed import seed_demo
from domain.consultants.models import Wanted
from domain.shared.ids import PersonId
from domain.shared.localised import Localised
from storage.database import Database
from storage.tables import articles, products
from tests.services import emptied_postgres, keyring, sqlite_database


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_seeded_twice_is_seeded_once(engine: str, tmp_path: Path) -> None:
    url = await (sqlite_database(tmp_path) if engine == "sqlite" else emptied_postgres())
    data = load()
    db = Database(url, keyring())
    try:
        first = await seed_demo(db, data)
        second = await seed_demo(db, data)
        async with db.read() as work:
            categories = await work.catalog.categories()
            oleg = await work.people.get(PersonId(2001))
            _, open_ones = await work.consultants.find(None, Wanted(), 0, 1)
            kinds = [
                (await work.connection.execute(select(func.count()).select_from(table))).scalar_one()
                for table in (products, articles)
            ]
            sample = data.categories[0].products[0]
            wanted = select(products.c.id).where(products.c.code == sample.code)
            product = await work.catalog.product((await work.connection.execute(wanted)).scalar_one())
    finally:
        await db.close()
    assert (second.total.added, second.total.changed) == (0, 0)
    assert second.total.same == first.total.added
    assert [category.slug for category in categories] == [category.slug for category in data.categories]
    assert kinds[0] == sum(len(category.products) for category in data.categories)
    assert kinds[1] == first.articles.added
    assert open_ones == len(data.consultants)
    assert oleg is not None
    assert oleg.own_consultant_id is not None
    assert product is not None
    assert (product.name, product.price.minor) == (Localised(sample.name.ru, sample.name.en), sample.price_kopecks)
    assert [article.hex for article in product.articles] == ([shade.hex for shade in sample.shades] or [None])
