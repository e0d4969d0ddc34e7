"""How fast a catalog of 100,000 products is searched, beside a LIKE over the same texts, on both engines."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import asyncpg
from sqlalchemy import insert, text

from domain.catalog.models import SkinType
from domain.search.models import Narrowed
from domain.shared.ids import CategoryId
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import articles, categories, products
from tests.services import keyring, postgres_database

COUNT = 100_000
ROUNDS = 6
TODAY = date(2026, 11, 22)

KINDS = (
    ("Помада", "Lipstick"),
    ("Тушь", "Mascara"),
    ("Крем", "Cream"),
    ("Сыворотка", "Serum"),
    ("Лак для ногтей", "Nail Polish"),
    ("Тональная основа", "Foundation"),
    ("Пудра", "Powder"),
    ("Румяна", "Blush"),
    ("Карандаш для губ", "Lip Liner"),
    ("Тени для век", "Eyeshadow"),
    ("Маска", "Mask"),
    ("Шампунь", "Shampoo"),
    ("Бальзам", "Balm"),
    ("Духи", "Perfume"),
    ("Скраб", "Scrub"),
)
WHAT = (
    ("увлажняющая", "Moisturizing"),
    ("матовая", "Matte"),
    ("питательная", "Nourishing"),
    ("сияющая", "Shimmering"),
    ("стойкая", "Long-lasting"),
    ("бархатная", "Velvet"),
    ("дневная", "Day"),
    ("ночная", "Night"),
    ("очищающая", "Cleansing"),
    ("восстанавливающая", "Repairing"),
)
WITH = (
    ("с витамином С", "with Vitamin C"),
    ("с маслом арганы", "with Argan Oil"),
    ("с экстрактом розы", "with Rose Extract"),
    ("с коллагеном", "with Collagen"),
    ("с зелёным чаем", "with Green Tea"),
    ("с мёдом", "with Honey"),
    ("с гиалуроновой кислотой", "with Hyaluronic Acid"),
)
SYLLABLES = ("ла", "ме", "ро", "ни", "са", "ви", "до", "ре", "ка", "тэ", "лю", "мо", "фи", "зо", "бе", "ша")
SHADES = ("Алый", "Коралловый", "Пыльная роза", "Нюд", "Сливовый", "Вишнёвый", "Персиковый", "Шоколад")
QUERIES: tuple[tuple[str, Narrowed], ...] = (
    ("помада", Narrowed()),
    ("помады", Narrowed()),
    ("матовая помада", Narrowed()),
    ("крем с витамином с", Narrowed()),
    ("помада коралловый", Narrowed()),
    ("lipstick", Narrowed()),
    ("velvet mascara", Narrowed()),
    ("gjvflf", Narrowed()),
    ("pomada", Narrowed()),
    ("памада", Narrowed()),
    ("увлажняющяя маска", Narrowed()),
    ("пом", Narrowed()),
    ("шампунь с мё", Narrowed()),
    ("70-012345", Narrowed()),
    ("70012345", Narrowed()),
    ("сыворотка", Narrowed(category=CategoryId(4))),
    ("маска", Narrowed(skin=SkinType.DRY, in_stock=True)),
    ("духи", Narrowed(least=50_000, most=90_000)),
    ("нюд", Narrowed(in_stock=True)),
    ("экскаватор", Narrowed()),
)
LIKE = """SELECT id FROM products WHERE on_sale AND (lower(name_ru) LIKE :words OR lower(name_en) LIKE :words
    OR lower(about_ru) LIKE :words OR lower(about_en) LIKE :words) ORDER BY id LIMIT 6"""


@dataclass(frozen=True, slots=True)
class Searched:
    """Milliseconds of one engine. `slowest` is the query whose median is the highest."""

    engine: str
    p50: float
    p95: float
    like_p50: float
    like_p95: float
    slowest: tuple[str, float]
    built: float


async def searched(folder: Path, count: int = COUNT) -> Sequence[Searched]:
    """Fills a database of each engine and asks the mix, then a LIKE for the same words."""
    found = []
    async with AsyncExitStack() as stack:
        postgres = await stack.enter_async_context(postgres_database())
        for engine, url in (("SQLite", f"sqlite:///{folder / 'search.db'}"), ("PostgreSQL", postgres)):
            await upgrade(url)
            async with _open(url) as database:
                built = await _fill(database, count)
                if engine == "PostgreSQL":
                    await _vacuumed(url)
                found.append(await _measure(engine, database, built))
    return found


async def _vacuumed(url: str) -> None:
    """As autovacuum leaves the tables a minute after an import; the figures are not of that minute."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("VACUUM (ANALYZE)")
    finally:
        await connection.close()


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[Database]:
    database = Database(url, keyring())
    try:
        yield database
    finally:
        await database.close()


async def _fill(database: Database, count: int) -> float:
    """Products that come out the same each time; gives how many seconds the index took."""
    chance = random.Random(7)
    brands = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).title() for _ in range(3000)]
    async with database.write() as work:
        rows = [
            {"id": at + 1, "slug": f"c{at}", "name_ru": ru, "name_en": en, "position": at}
            for at, (ru, en) in enumerate(KINDS)
        ]
        await work.connection.execute(insert(categories), rows)
    for start in range(0, count, 5000):
        numbers = range(start, min(start + 5000, count))
        made = [_product(number, brands, chance) for number in numbers]
        async with database.write() as work:
            await work.connection.execute(insert(products), [each for each, _ in made])
            await work.connection.execute(insert(articles), [row for _, own in made for row in own])
    began = time.perf_counter()
    async with database.write() as work:
        await work.search.rebuild()
    took = time.perf_counter() - began
    async with database.write() as work:
        await work.connection.execute(text("ANALYZE"))
    return took


def _product(number: int, brands: Sequence[str], chance: random.Random) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    kind = chance.randrange(len(KINDS))
    what, more, brand = chance.choice(WHAT), chance.choice(WITH), chance.choice(brands)
    (ru, en), (other_ru, other_en) = KINDS[kind], chance.choice(KINDS)
    code, product_id = f"{kind + 60}-{number:06}", number + 1
    about_ru = f"{ru} {what[0]} {more[0]}. Подходит к линии «{brand}», хорошо сочетается с: {other_ru.lower()}."
    about_en = f"{en} {what[1].lower()} {more[1].lower()}. Goes well with {other_en.lower()} of the {brand} line."
    product = {
        "id": product_id,
        "code": code,
        "slug": f"p{number}",
        "category_id": kind + 1,
        "position": number,
        "name_ru": f"{ru} {what[0]} «{brand}»",
        "name_en": f"{brand} {what[1]} {en}",
        "about_ru": about_ru,
        "about_en": about_en,
        "how_to_use_ru": "Нанесите на чистую кожу.",
        "how_to_use_en": "Apply to clean skin.",
        "volume_ru": "30 мл",
        "volume_en": "30 ml",
        "composition": "Aqua, Glycerin, Parfum",
        "price": chance.randrange(200, 5000) * 100,
        "currency": "RUB",
        "form": "jar",
        "tint": "#F0D2D4",
        "skin_types": chance.sample(list(SkinType), chance.randrange(3)),
        "is_new": chance.random() < 0.05,
        "is_hit": chance.random() < 0.05,
        "on_sale": chance.random() < 0.98,
    }
    bare = {"product_id": product_id, "code": code, "position": 0, "shade_ru": None, "shade_en": None, "hex": None}
    own = [bare | {"stock": chance.choice((0, 3, 20))}]
    if kind in {0, 4, 9}:
        own = [
            {
                "product_id": product_id,
                "code": f"{code}-{at}",
                "position": at,
                "stock": chance.choice((0, 3, 20)),
                "shade_ru": shade,
                "shade_en": f"Shade {at}",
                "hex": f"#{chance.randrange(0x1000000):06X}",
            }
            for at, shade in enumerate(chance.sample(SHADES, 3))
        ]
    return product, own


async def _measure(engine: str, database: Database, built: float) -> Searched:
    async def ask(words: str, narrowed: Narrowed) -> object:
        async with database.read() as work:
            return await work.search.find(words, narrowed, TODAY, 0, 6)

    async def scan(words: str, _narrowed: Narrowed) -> object:
        async with database.read() as work:
            return (await work.connection.execute(text(LIKE), {"words": f"%{words}%"})).all()

    times = await _times(ask, ROUNDS)
    # Afterwards: reading every text from end to end leaves nothing of the index in the processor's caches.
    scans = await _times(scan, 2)
    found, scanned = ([one for each in kept.values() for one in each] for kept in (times, scans))
    slowest = max(((words, median(each)) for words, each in times.items()), key=lambda pair: pair[1])
    return Searched(engine, *_p50_p95(found), *_p50_p95(scanned), slowest, built)


async def _times(way: Callable[[str, Narrowed], Awaitable[object]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each query in each round; the first time, when statements are prepared, does not count."""
    times: dict[str, list[float]] = {}
    for round_ in range(rounds + 1):
        for words, narrowed in QUERIES:
            began = time.perf_counter()
            await way(words, narrowed)
            if round_:
                times.setdefault(words, []).append((time.perf_counter() - began) * 1000)
    return times


def _p50_p95(values: Sequence[float]) -> tuple[float, float]:
    return median(values), quantiles(values, n=20)[18]
