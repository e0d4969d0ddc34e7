"""The demo's catalog and consultants into the database; any number of times, the same in the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.demo.data import DemoCategory, DemoConsultant, DemoData, DemoProduct
from bot.demo.extras import seed_extras
from bot.demo.offers import seed_offers
from bot.demo.points import demo_points
from domain.catalog.colour import family
from domain.shared.ids import PersonId, ProductId
from domain.shared.localised import Localised
from storage.database import Database
from storage.seeding import Seeded, Seeding

CURRENCY = "RUB"


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What was added, changed or left as it was, by kind."""

    categories: Seeded
    products: Seeded
    articles: Seeded
    consultants: Seeded
    accounts: Seeded

    @property
    def total(self) -> Seeded:
        return self.categories + self.products + self.articles + self.consultants + self.accounts

    def __str__(self) -> str:
        return f"{self.total.added} added, {self.total.changed} changed, {self.total.same} as they were"


async def seed_demo(db: Database, data: DemoData) -> SeedReport:
    """Brings the demo data in by its codes, in one transaction. A second run changes nothing.

    Stock, what is on sale and who takes customers are given only to what is new; they live on after that.
    """
    products = [(category, at, product) for category in data.categories for at, product in enumerate(category.products)]
    async with db.write() as work:
        seeding = Seeding(work)
        category_ids, categories = await seeding.categories(
            [_category(category, at) for at, category in enumerate(data.categories)]
        )
        product_ids, seeded_products = await seeding.products(
            [_product(product, category_ids[category.slug], at) for category, at, product in products]
        )
        article_ids, articles = await seeding.articles(
            [row for _, _, product in products for row in _articles(product, product_ids[product.code])]
        )
        await seed_offers(work, article_ids, product_ids, category_ids)
        slugs = {product.slug: product_ids[product.code] for _, _, product in products}
        await seed_extras(work, slugs, datetime.now(UTC).date())
        if (news := seeded_products + articles).added or news.changed:
            await work.search.reindex([ProductId(each) for each in product_ids.values()])
        await work.search.reindex_new()
        if not await work.pickup_points.count():
            # An operator's own list stays.
            await work.pickup_points.bring(demo_points())
        consultant_ids, consultants = await seeding.consultants([_consultant(one) for one in data.consultants])
        accounts = await seeding.accounts(
            {consultant_ids[one.invite_code]: PersonId(one.telegram_id) for one in data.consultants if one.telegram_id},
            "ru",
        )
    return SeedReport(categories, seeded_products, articles, consultants, accounts)


def _words(column: str, text: Localised) -> dict[str, str]:
    return {f"{column}_ru": text.ru, f"{column}_en": text.en}


def _category(category: DemoCategory, position: int) -> dict[str, Any]:
    return {"slug": category.slug, **_words("name", category.name), "position": position}


def _product(product: DemoProduct, category_id: int, position: int) -> dict[str, Any]:
    return {
        "code": product.code,
        "slug": product.slug,
        "category_id": category_id,
        "position": position,
        **_words("name", product.name),
        **_words("about", product.about),
        **_words("how_to_use", product.how_to_use),
        **_words("volume", product.volume),
        "composition": product.composition,
        "price": product.price_kopecks,
        "currency": CURRENCY,
        "form": str(product.form),
        "tint": product.tint,
        "skin_types": [str(kind) for kind in product.skin_types],
        "typical_weeks": product.typical_weeks,
        "is_new": product.is_new,
        "is_hit": product.is_hit,
        "on_sale": True,
    }


def _articles(product: DemoProduct, product_id: int) -> list[dict[str, Any]]:
    if not product.shades:
        bare = {"shade_ru": None, "shade_en": None, "hex": None, "family": None}
        return [{"product_id": product_id, "code": product.code, "position": 0, "stock": product.stock, **bare}]
    return [
        {
            "product_id": product_id,
            "code": shade.code,
            "position": position,
            "stock": shade.stock,
            **_words("shade", shade.name),
            "hex": shade.hex,
            "family": str(family(shade.hex)),
        }
        for position, shade in enumerate(product.shades)
    ]


def _consultant(one: DemoConsultant) -> dict[str, Any]:
    return {
        "invite_code": one.invite_code,
        "cabinet_number": one.cabinet_number,
        "level": str(one.level),
        **_words("name", one.name),
        "city_slug": one.city_slug,
        **_words("city", one.city),
        **_words("region", one.region),
        "street_ru": one.street.ru if one.street else None,
        "street_en": one.street.en if one.street else None,
        **_words("about", one.about),
        "time_zone": one.time_zone,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "opens": one.opens,
        "closes": one.closes,
        "specialities": [str(speciality) for speciality in one.specialities],
        "languages": list(one.languages),
        "takes_customers": True,
        "created_at": datetime.now(UTC),
    }
