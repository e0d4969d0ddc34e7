"""The catalog."""

from __future__ import annotations

from collections.abc import Sequence

from domain.catalog.models import Article, Category, ProductBrief
from domain.shared.ids import CategoryId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.database import Database
from tests.storage.shop import Shop

Found = tuple[Category, Sequence[ProductBrief], int]


def there(found: Found | None) -> Found:
    assert found is not None
    return found


async def test_categories_in_the_shops_order_without_empty_ones(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        found = await work.catalog.categories()
    assert [(one.id, one.slug, one.products) for one in found] == [(shop.care, "care", 1), (shop.lips, "lips", 1)]
    async with db.write() as work:
        await work.catalog.set_on_sale(shop.cream, False)
    async with db.read() as work:
        assert [one.slug for one in await work.catalog.categories()] == ["lips"]
        everything = await work.catalog.categories(hidden=True)
        assert [(one.slug, one.products) for one in everything] == [("care", 0), ("lips", 1)]
        care = await work.catalog.category(shop.care)
        assert await work.catalog.category(CategoryId(999)) is None
    assert care is not None
    assert (care.name, care.products) == (Localised("care по-русски", "care in English"), 0)


async def test_a_category_with_nothing_on_sale_is_an_empty_page(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.catalog.set_on_sale(shop.cream, False)
    async with db.read() as work:
        care, found, total = there(await work.catalog.of_category(shop.care, 0, 6))
        _, everything, _ = there(await work.catalog.of_category(shop.care, 0, 6, hidden=True))
    assert (care.products, list(found), total, len(everything)) == (0, [], 0, 2)


async def test_products_of_a_category(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        care, shown, count = there(await work.catalog.of_category(shop.care, 0, 6))
        _, everything, all_count = there(await work.catalog.of_category(shop.care, 0, 6, hidden=True))
        _, second, _ = there(await work.catalog.of_category(shop.care, 1, 1, hidden=True))
        _, beyond, beyond_count = there(await work.catalog.of_category(shop.care, 60, 6))
        assert await work.catalog.of_category(CategoryId(999), 0, 6) is None
        assert await work.catalog.of_category(CategoryId(999), 6, 6) is None
    assert (care.slug, care.products) == ("care", 1)
    assert ([one.id for one in shown], count) == ([shop.cream], 1)
    assert ([one.id for one in everything], all_count) == ([shop.mask, shop.cream], 2)
    assert [one.id for one in second] == [shop.cream]
    assert (list(beyond), beyond_count) == ([], 1)
    mask, cream = everything
    assert (mask.on_sale, mask.in_stock, cream.on_sale, cream.in_stock) == (False, False, True, True)
    assert cream.price == Money(2_450_00)
    assert cream.is_hit
    assert not cream.is_new
    assert type(cream.in_stock) is bool


async def test_a_product_with_its_shades_in_order(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        lipstick = await work.catalog.product(shop.lipstick)
        cream = await work.catalog.product(shop.cream)
        mask = await work.catalog.product(shop.mask)
        assert await work.catalog.product(ProductId(999)) is None
    assert lipstick is not None
    assert lipstick.articles == (
        Article(shop.ruby, "10-1-1", 10, Localised("ruby", "ruby"), "#9B1B30"),
        Article(shop.rose, "10-1-2", 3, Localised("rose", "rose"), "#E0A0A8"),
    )
    assert (lipstick.code, lipstick.volume) == ("10-1", Localised("30 ml по-русски", "30 ml in English"))
    assert (lipstick.form, lipstick.tint, lipstick.category_id) == ("lipstick", "#F5E6E8", shop.lips)
    assert cream is not None
    assert cream.articles == (Article(shop.cream_article, "20-1", 5),)
    assert mask is not None
    assert not mask.on_sale


async def test_taking_off_sale_and_putting_back(db: Database, shop: Shop) -> None:
    for on_sale in (False, True):
        async with db.write() as work:
            await work.catalog.set_on_sale(shop.lipstick, on_sale)
        async with db.read() as work:
            product = await work.catalog.product(shop.lipstick)
            assert product is not None
            assert product.on_sale is on_sale
