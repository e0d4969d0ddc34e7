"""What the demo products have besides themselves: lines, lessons, what goes together, the catalog of these weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Table, delete, insert, update

from domain.shared.localised import Localised
from storage.tables import (
    catalog_periods,
    catalog_places,
    product_videos,
    products,
    related_products,
    series,
)
from storage.work import Work

SERIES: Mapping[str, tuple[Localised, tuple[str, ...]]] = {
    "clear-morning": (
        Localised("Ясное утро", "Clear Morning"),
        ("soft-cleansing-foam", "balancing-toner", "vitamin-c-serum", "day-cream", "sun-fluid-spf50"),
    ),
    "quiet-evening": (
        Localised("Тихий вечер", "Quiet Evening"),
        ("hyaluronic-serum", "night-cream", "eye-cream", "clay-mask", "overnight-lip-mask"),
    ),
    "ribbon": (
        Localised("Атласная лента", "Satin Ribbon"),
        ("satin-lipstick", "lip-liner", "lip-gloss", "tinted-lip-balm", "powder-blush"),
    ),
    "velvet": (
        Localised("Бархатный час", "Velvet Hour"),
        ("matte-lipstick", "liquid-lipstick", "matte-fluid-foundation", "pressed-powder", "loose-setting-powder"),
    ),
    "true-north": (
        Localised("Северный характер", "True North"),
        ("face-and-beard-wash", "shaving-cream", "after-shave-balm", "mens-face-cream", "eau-de-toilette-north-road"),
    ),
}
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "satin-lipstick": ("lip-liner", "lip-scrub", "powder-blush"),
    "matte-lipstick": ("lip-liner", "tinted-lip-balm"),
    "volume-mascara": ("eye-makeup-remover", "kohl-pencil", "brow-gel"),
    "lengthening-mascara": ("eye-makeup-remover", "liquid-eyeliner"),
    "matte-fluid-foundation": ("smoothing-primer", "loose-setting-powder", "everyday-brush-set"),
    "skin-tint-spf20": ("smoothing-primer", "liquid-concealer"),
    "day-cream": ("vitamin-c-serum", "sun-fluid-spf50", "soft-cleansing-foam"),
    "night-cream": ("hyaluronic-serum", "eye-cream"),
    "classic-nail-polish": ("base-coat", "quick-dry-top-coat", "nail-polish-remover"),
    "gel-effect-polish": ("base-coat", "cuticle-oil"),
    "single-eyeshadow": ("eye-brush-set", "liquid-eyeliner"),
    "powder-blush": ("everyday-brush-set", "highlighter"),
    "shaving-cream": ("after-shave-balm", "face-and-beard-wash"),
}
LESSONS: Mapping[str, Localised] = {
    "satin-lipstick": Localised("Ровный контур за минуту", "An even outline in a minute"),
    "volume-mascara": Localised("Ресницы без комочков", "Lashes without clumps"),
    "matte-fluid-foundation": Localised("Тон, которого не видно", "A foundation nobody sees"),
    "vitamin-c-serum": Localised("Куда её в утреннем уходе", "Where it belongs in the morning"),
    "classic-nail-polish": Localised("Маникюр на неделю", "A manicure for a week"),
    "liquid-eyeliner": Localised("Стрелки с первого раза", "Wings at the first try"),
}
OFFERS = ("satin-lipstick", "volume-mascara", "hand-cream", "day-cream", "gel-effect-polish", "shower-gel")
FIRST = date(2026, 1, 5)
PERIOD = timedelta(weeks=3)
VIDEOS = "https://example.com/lessons"


async def seed_extras(work: Work, ids: Mapping[str, int], today: date) -> None:
    """Writes them anew for the products of these slugs. A catalog lasts three weeks; there is one of these days."""
    named: dict[str, int] = {}
    for position, (slug, (name, _)) in enumerate(SERIES.items()):
        await _once(work, series, slug, {"name_ru": name.ru, "name_en": name.en, "position": position})
        named[slug] = await _id(work, series, slug)
    for slug, (_, members) in SERIES.items():
        mine = [ids[each] for each in members if each in ids]
        await work.connection.execute(update(products).where(products.c.id.in_(mine)).values(series_id=named[slug]))
    number = (today - FIRST) // PERIOD
    starts = FIRST + number * PERIOD
    slug = f"{starts.isoformat()}"
    name = Localised(f"Каталог № {number + 1}", f"Catalog no. {number + 1}")
    ends = starts + PERIOD - timedelta(days=1)
    days = {"name_ru": name.ru, "name_en": name.en, "starts": starts, "ends": ends}
    await _once(work, catalog_periods, slug, days)
    period = await _id(work, catalog_periods, slug)
    places = [
        {"period_id": period, "product_id": id_, "page": 4 + at // 4, "is_offer": product in OFFERS}
        for at, (product, id_) in enumerate(ids.items())
    ]
    related = [
        {"product_id": ids[one], "related_id": ids[other], "position": position}
        for one, others in TOGETHER.items()
        for position, other in enumerate(others)
        if one in ids and other in ids
    ]
    lessons = [
        {
            "product_id": ids[product],
            "position": 0,
            "title_ru": title.ru,
            "title_en": title.en,
            "url": f"{VIDEOS}/{product}",
        }
        for product, title in LESSONS.items()
        if product in ids
    ]
    await work.connection.execute(delete(catalog_places).where(catalog_places.c.period_id == period))
    await _anew(work, catalog_places, places, clear=False)
    await _anew(work, related_products, related)
    await _anew(work, product_videos, lessons)


async def _anew(work: Work, table: Table, rows: Sequence[Mapping[str, Any]], *, clear: bool = True) -> None:
    if rows and clear:
        mine = table.c.product_id.in_({row["product_id"] for row in rows})
        await work.connection.execute(delete(table).where(mine))
    if rows:
        await work.connection.execute(insert(table), list(rows))


async def _once(work: Work, table: Table, slug: str, values: Mapping[str, Any]) -> None:
    changed = await work.connection.execute(update(table).where(table.c.slug == slug).values(**values))
    if not changed.rowcount:
        await work.connection.execute(insert(table).values(slug=slug, **values))


async def _id(work: Work, table: Table, slug: str) -> int:
    return int((await work.connection.execute(table.select().where(table.c.slug == slug))).one().id)
