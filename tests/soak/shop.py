"""A shop with customers who are ready to order, put into the database at once: joining is shown by other tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import insert, update

from domain.access.numbers import new_number
from domain.shared.ids import ArticleId, CategoryId, CustomerId, PersonId, ProductId
from domain.shared.money import Money
from storage.database import Database
from storage.tables import articles, categories, consultants, customers, people, products
from tests.forms import JOINED

STOCK = 1_000_000
GOODS = 8
FIRST_CUSTOMER = 50_001
FIRST_CONSULTANT = 40_001
PER_CONSULTANT = 10


@dataclass(frozen=True, slots=True)
class Goods:
    """What a button needs to know of an article, and its price."""

    product: ProductId
    article: ArticleId
    price: Money


@dataclass(frozen=True, slots=True)
class Customer:
    person: PersonId
    customer: CustomerId
    consultant: PersonId


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything that was put in."""

    category: CategoryId
    goods: tuple[Goods, ...]
    customers: tuple[Customer, ...]

    @property
    def consultants(self) -> list[PersonId]:
        return sorted({each.consultant for each in self.customers})


async def open_shop(database: Database, number: int, *, goods: int = GOODS, cabinets: bool = False) -> Shop:
    """A category of goods without shades, `number` registered customers, a consultant for every ten of them.

    With `cabinets` their first order was long ago: none of theirs has a password made and sent any more.
    """
    async with database.write() as work:

        async def add(table: Any, values: dict[str, Any]) -> int:
            found = await work.connection.execute(insert(table).returning(table.c.id), values)
            return int(found.scalar_one())

        category = await add(categories, {"slug": "soak", "position": 0, **_words("name", "Уход")})
        shelf = []
        for n in range(goods):
            price = 990_00 + 370_00 * n + n
            product = await add(products, _product(category, n, price))
            article = await add(articles, {"product_id": product, "code": f"9-{n}", "position": 0, "stock": STOCK})
            shelf.append(Goods(ProductId(product), ArticleId(article), Money(price)))
        serving = []
        for n in range((number + PER_CONSULTANT - 1) // PER_CONSULTANT):
            person = PersonId(FIRST_CONSULTANT + n)
            adviser = await add(consultants, _consultant(n))
            await work.people.add(person, "ru")
            await work.connection.execute(update(people).where(people.c.id == person).values(own_consultant_id=adviser))
            serving.append((adviser, person))
        buyers = []
        for n in range(number):
            adviser, consultant = serving[n // PER_CONSULTANT]
            person = PersonId(FIRST_CUSTOMER + n)
            customer = (await work.people.add(person, "ru")).customer_id
            chosen = {"consultant_id": adviser, "chosen_at": work.clock()}
            await work.connection.execute(update(customers).where(customers.c.id == customer).values(chosen))
            form = replace(JOINED, first_name=f"Покупатель {n}", phone=f"+7916{n:07}", complete=True)
            await work.forms.save(customer, form, work.clock())
            if cabinets:
                assert await work.credentials.issue(customer, new_number(), work.clock())
            buyers.append(Customer(person, customer, consultant))
    return Shop(CategoryId(category), tuple(shelf), tuple(buyers))


def _words(name: str, text: str) -> dict[str, str]:
    return {f"{name}_ru": text, f"{name}_en": text}


def _product(category: int, position: int, price: int) -> dict[str, Any]:
    return {
        "code": f"9-{position}",
        "slug": f"soak-{position}",
        "category_id": category,
        "position": position,
        **_words("name", f"Крем {position}"),
        **_words("about", "Для каждого дня"),
        **_words("how_to_use", "Утром и вечером"),
        **_words("volume", "30 мл"),
        "composition": "Aqua",
        "price": price,
        "currency": "RUB",
        "form": "jar",
        "tint": "#F5E6E8",
        "skin_types": [],
        "is_new": False,
        "is_hit": False,
        "on_sale": True,
    }


def _consultant(number: int) -> dict[str, Any]:
    return {
        "invite_code": f"soak{number}",
        "cabinet_number": f"{700_000 + number}",
        "level": "consultant",
        **_words("name", f"Консультант {number}"),
        "city_slug": "tver",
        **_words("city", "Тверь"),
        **_words("region", "Тверская область"),
        **_words("about", "Рядом"),
        "time_zone": "Europe/Moscow",
        "opens": time(10),
        "closes": time(19),
        "specialities": [],
        "languages": ["ru"],
        "takes_customers": True,
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
    }
