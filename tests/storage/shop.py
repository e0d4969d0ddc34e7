"""A small shop to test in: two categories, four products, three consultants, two customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import insert, select, update

from domain.ordering.models import Delivery, NewOrder, OrderLine
from domain.shared.ids import ArticleId, CategoryId, ConsultantId, CustomerId, PersonId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.database import Database
from storage.tables import articles, categories, consultants, people, products

ANNA, BORIS, OLEG, VERA, GLEB = (PersonId(id_) for id_ in (1001, 1002, 2001, 2002, 2003))


@dataclass(frozen=True, slots=True)
class Shop:
    """Ids by what they are; `anna` and `boris` are the customers of those persons."""

    anna: CustomerId
    boris: CustomerId
    oleg: ConsultantId
    vera: ConsultantId
    gleb: ConsultantId
    lips: CategoryId
    care: CategoryId
    lipstick: ProductId
    cream: ProductId
    mask: ProductId
    ruby: ArticleId
    rose: ArticleId
    cream_article: ArticleId
    mask_article: ArticleId


def words(name: str, text: str) -> dict[str, str]:
    return {f"{name}_ru": f"{text} по-русски", f"{name}_en": f"{text} in English"}


async def open_shop(db: Database) -> Shop:
    async with db.write() as work:

        async def add(table: Any, **values: Any) -> Any:
            return (await work.connection.execute(insert(table).returning(table.c.id), values)).scalar_one()

        advisers = []
        for person, name, slug, city in (
            (OLEG, "Олег", "tver", "Тверь"),
            (VERA, "Вера", "kazan", "Казань"),
            (GLEB, "Глеб", "kazan", "Казань"),
        ):
            adviser = await add(consultants, **_consultant(name, slug, city))
            await work.people.add(person, "ru")
            await work.connection.execute(update(people).where(people.c.id == person).values(own_consultant_id=adviser))
            advisers.append(adviser)
        lips = await add(categories, slug="lips", position=1, **words("name", "lips"))
        care = await add(categories, slug="care", position=0, **words("name", "care"))
        lipstick = await add(products, **_product("10-1", lips, 0, "lipstick", 1_290_00))
        cream = await add(products, **_product("20-1", care, 1, "cream", 2_450_00))
        mask = await add(products, **_product("20-2", care, 0, "mask", 990_00, on_sale=False))
        rose = await add(articles, **_article(lipstick, "10-1-2", 1, 3, "rose", "#E0A0A8"))
        ruby = await add(articles, **_article(lipstick, "10-1-1", 0, 10, "ruby", "#9B1B30"))
        cream_article = await add(articles, **_article(cream, "20-1", 0, 5))
        mask_article = await add(articles, **_article(mask, "20-2", 0, 0))
        anna = (await work.people.add(ANNA, "ru")).customer_id
        boris = (await work.people.add(BORIS, "en")).customer_id
    return Shop(anna, boris, *advisers, lips, care, lipstick, cream, mask, ruby, rose, cream_article, mask_article)


def new_order(shop: Shop, watch: Any, key: str = "key", pieces: int = 2, **changes: Any) -> NewOrder:
    """Anna's order of ruby lipsticks from Oleg."""
    line = OrderLine(
        article_id=shop.ruby,
        code="10-1-1",
        name=Localised("lipstick по-русски", "lipstick in English"),
        shade=Localised("ruby", "ruby"),
        price=Money(1_290_00),
        quantity=pieces,
        discount=Money(100_00),
    )
    values: dict[str, Any] = {
        "customer_id": shop.anna,
        "consultant_id": shop.oleg,
        "key": key,
        "lines": (line,),
        "percent": 35,
        "delivery": Delivery.COURIER,
        "delivery_cost": Money(390_00),
        "comment": "Позвоните, пожалуйста, заранее",
        "placed_at": watch(),
    }
    return NewOrder(**{**values, **changes})


async def stock_of(db: Database, article_id: ArticleId) -> int:
    async with db.read() as work:
        found = await work.connection.execute(select(articles.c.stock).where(articles.c.id == article_id))
        return int(found.scalar_one())


def _consultant(name: str, slug: str, city: str) -> dict[str, Any]:
    return {
        "invite_code": f"invite-{name}",
        "cabinet_number": f"77-{name}",
        "level": "consultant",
        **words("name", name),
        "city_slug": slug,
        "city_ru": city,
        "city_en": slug.title(),
        **words("region", "region"),
        **words("about", "about"),
        "time_zone": "Europe/Moscow",
        "opens": time(10),
        "closes": time(19, 30),
        "specialities": ["makeup", "skin_care"],
        "languages": ["ru", "en"],
        "takes_customers": True,
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
    }


def _product(code: str, category: int, position: int, name: str, price: int, on_sale: bool = True) -> dict[str, Any]:
    return {
        "code": code,
        "slug": name,
        "category_id": category,
        "position": position,
        **words("name", name),
        **words("about", "about"),
        **words("how_to_use", "use"),
        **words("volume", "30 ml"),
        "composition": "Aqua",
        "price": price,
        "currency": "RUB",
        "form": "lipstick",
        "tint": "#F5E6E8",
        "skin_types": ["dry"],
        "typical_weeks": 8,
        "is_new": False,
        "is_hit": True,
        "on_sale": on_sale,
    }


def _article(
    product: int, code: str, position: int, stock: int, shade: str | None = None, hex_: str | None = None
) -> dict[str, Any]:
    return {
        "product_id": product,
        "code": code,
        "position": position,
        "stock": stock,
        "shade_ru": shade,
        "shade_en": shade,
        "hex": hex_,
    }
