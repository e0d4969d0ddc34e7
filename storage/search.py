"""Searching the catalog: one set of rules (domain/search), an index of each engine's own underneath.

Whatever the engine, its index gives the first MOST products that have the words, and they are put in order here: so
both engines show the same in the same order.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from domain.catalog.colour import family
from domain.catalog.models import ProductBrief
from domain.consultants.matching import sound
from domain.search.models import MOST, Found, Hit, Narrowed
from domain.search.words import (
    Page,
    Readings,
    codes,
    facet,
    nearest,
    page,
    readings,
    squashed,
    stem,
    stems,
    trigrams,
    without_codes,
)
from domain.shared.ids import ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow, insert, upsert
from storage.search_sql import ANYTHING, BEGINNING, BRIEFS, FINDING, KNOWN, SIMILAR
from storage.shelf import Shelf
from storage.tables import articles, categories, products, search_pages, search_terms, series

BATCH = 500
_PRODUCTS = (
    select(
        products,
        categories.c.name_ru.label("category_ru"),
        categories.c.name_en.label("category_en"),
        series.c.name_ru.label("series_ru"),
        series.c.name_en.label("series_en"),
    )
    .join_from(products, categories, categories.c.id == products.c.category_id)
    .join(series, series.c.id == products.c.series_id, isouter=True)
    .where(products.c.id.in_(bindparam("ids", expanding=True)))
)
_ARTICLES = (
    select(
        articles.c.id,
        articles.c.product_id,
        articles.c.code,
        articles.c.shade_ru,
        articles.c.shade_en,
        articles.c.hex,
        articles.c.stock,
    )
    .where(articles.c.product_id.in_(bindparam("ids", expanding=True)))
    .order_by(articles.c.product_id, articles.c.position, articles.c.id)
)
_ALL = select(products.c.id).where(products.c.id > bindparam("after")).order_by(products.c.id).limit(BATCH)
_WITHOUT = (
    select(products.c.id)
    .join_from(products, search_pages, search_pages.c.product_id == products.c.id, isouter=True)
    .where(search_pages.c.product_id.is_(None))
)
_NO_PAGES, _NO_TERMS = delete(search_pages), delete(search_terms)
_COUNT = select(func.count()).select_from(search_pages)
_PAGE_COLUMNS = ("name", "place", "about", "facets")

Groups = list[list[tuple[str, bool]]]
"""What must be met: of each group one term, or with True one that begins so."""


class Search(Shelf):
    """Implements domain.search.ports.Search."""

    __slots__ = ()

    async def find(self, text: str, narrowed: Narrowed, today: date, offset: int, limit: int) -> Found:
        typed_codes = codes(text)
        facets = [facet(kind, value) for kind, value in _facets(narrowed) if value is not None]
        groups: Groups = [[(code, True)] for code in typed_codes]
        read = readings(without_codes(text) if typed_codes else text)
        guessed = False
        if read:
            resolved, guessed = await self._resolve(read)
            if resolved is None:
                return Found((), 0)
            groups += resolved
        elif not groups and text.strip():
            return Found((), 0)
        rows = await self._candidates(groups, facets, narrowed, today)
        if not rows and typed_codes and not read:
            # "spf50" or "vitamin c15": it only looks like a code.
            rows = await self._candidates(
                [[(stem(each.typed), True)] for each in readings(text)], facets, narrowed, today
            )
        wanted = [{term for term, _ in group} for group in groups]
        ranked = sorted(rows, key=lambda row: _rank(row, wanted, typed_codes))
        shown = [row.id for row in ranked[offset : offset + limit]]
        hits = await self._hits(shown, typed_codes, wanted)
        return Found(hits, len(ranked), _guess(groups) if guessed else None)

    async def _candidates(
        self, groups: Groups, facets: Sequence[str], narrowed: Narrowed, today: date
    ) -> Sequence[ResultRow]:
        """At most MOST, those that have all words in their names and are in stock before any others."""
        limits = {
            "least": narrowed.least or 0,
            "most": narrowed.most if narrowed.most is not None else 2**53,
            "on_offer": narrowed.on_offer,
            "today": today,
            "limit": MOST,
        }
        statements = FINDING[self._engine]
        match = (_fts5 if self._engine == "sqlite" else _tsquery)(groups, facets)
        if not match:
            return (await self._run(ANYTHING[self._engine], {**limits, "in_stock": narrowed.in_stock})).all()
        rows = (await self._run(statements["name"], {**limits, "match": match, "in_stock": True})).all()
        if len(rows) < MOST:
            found = {row.id for row in rows}
            wider = (
                await self._run(statements["all"], {**limits, "match": match, "in_stock": narrowed.in_stock})
            ).all()
            rows = [*rows, *(row for row in wider if row.id not in found)][:MOST]
        return rows

    async def _resolve(self, read: Sequence[Readings]) -> tuple[Groups | None, bool]:
        """Each typed word as terms the index has; None if one is like nothing in it. And whether one was guessed."""
        terms = [term for each in read for term in (*each.all(), each.typed)]
        sounds = [each.sounds for each in read if len(each.sounds) > 2]
        found = (await self._run(KNOWN[self._engine], self._lists(terms=terms, sounds=sounds))).all()
        known = {row.term for row in found}
        by_sound: dict[str, list[str]] = {}
        for row in found:
            by_sound.setdefault(row.sound, []).append(row.term)
        groups: Groups = []
        guessed = False
        # Somebody types all of it on one keyboard: "rhtv lkz her" has an English word in it by chance.
        wrong = sum(each.keyboard in known for each in read) > sum(each.plain in known for each in read)
        for number, each in enumerate(read):
            last = number == len(read) - 1
            group = [(term, False) for term in _meant(each, known, by_sound, wrong_keyboard=wrong)]
            if each.filler and (wrong or not group):
                continue
            if group and last and len(each.plain) > 2 and group[0][0] == each.plain:
                group = [(each.plain, True), *group[1:]]
            if not group and last:
                group = await self._begun(each)
            if not group:
                group, guessed = [(term, False) for term in await self._similar(each)], True
            if not group:
                return None, False
            groups.append(group)
        return groups, guessed

    async def _begun(self, each: Readings) -> list[tuple[str, bool]]:
        """The last word while it is typed: as a beginning, where some word begins so."""
        for term in dict.fromkeys((each.plain, each.typed, each.keyboard, each.alphabet)):
            if term and len(term) > 1 and (await self._run(BEGINNING[self._engine], _span(term))).first():
                return [(term, True)]
        return []

    async def _similar(self, each: Readings) -> list[str]:
        read = [word for word in each.all() if len(word) > 3]
        if not read:
            return []
        parts = sorted({part for word in read for part in trigrams(word)})
        given = " OR ".join(f'"{part}"' for part in parts) if self._engine == "sqlite" else "|".join(parts)
        lengths = [len(word) for word in read]
        allowed = {"given": given, "shortest": min(lengths) - 2, "longest": max(lengths) + 2}
        terms = [row.term for row in (await self._run(SIMILAR[self._engine], allowed)).all()]
        return nearest(each, dict.fromkeys(terms))

    async def _hits(
        self, shown: Sequence[int], typed_codes: Sequence[str], wanted: Sequence[set[str]]
    ) -> Sequence[Hit]:
        if not shown:
            return ()
        rows = {row.id: row for row in (await self._run(BRIEFS[self._engine], self._lists(ids=shown))).all()}
        belong: dict[int, list[ResultRow]] = {}
        if typed_codes or wanted:
            for row in (await self._run(_ARTICLES, {"ids": list(shown)})).all():
                belong.setdefault(row.product_id, []).append(row)
        return [_hit(rows[id_], belong.get(id_, ()), typed_codes, wanted) for id_ in shown if id_ in rows]

    def _lists(self, **lists: Sequence[Any]) -> dict[str, Any]:
        """Lists as the engine takes them as one parameter, so that a statement stays the same whatever their length."""
        return {
            name: json.dumps(list(each)) if self._engine == "sqlite" else list(each) for name, each in lists.items()
        }

    async def reindex(self, products: Sequence[ProductId]) -> None:
        for start in range(0, len(products), BATCH):
            await self._reindex(list(products[start : start + BATCH]))

    async def reindex_new(self) -> None:
        """Brings in what the index has not met yet."""
        await self.reindex([ProductId(row.id) for row in (await self._run(_WITHOUT)).all()])

    async def rebuild(self) -> int:
        await self._run(_NO_PAGES)
        await self._run(_NO_TERMS)
        after = 0
        while ids := [row.id for row in (await self._run(_ALL, {"after": after})).all()]:
            await self._reindex(ids)
            after = ids[-1]
        return int((await self._run(_COUNT)).scalar_one())

    async def _reindex(self, ids: Sequence[int]) -> None:
        if not ids:
            return
        rows = (await self._run(_PRODUCTS, {"ids": ids})).all()
        own = itertools.groupby((await self._run(_ARTICLES, {"ids": ids})).all(), lambda row: row.product_id)
        belong = {product: list(each) for product, each in own}
        pages = {row.id: _page(row, belong.get(row.id, [])) for row in rows}
        if not pages:
            return
        put = upsert(search_pages, self._engine, ["product_id"], _PAGE_COLUMNS)
        values = [
            {"product_id": id_, **{name: getattr(each, name) for name in _PAGE_COLUMNS}} for id_, each in pages.items()
        ]
        await self._run(put, values)
        terms = sorted({term for each in pages.values() for term in each.terms()})
        add = insert(search_terms, self._engine).on_conflict_do_nothing(index_elements=["term"])
        if terms:
            await self._run(add, [{"term": term, "sound": sound(term)[:64]} for term in terms])


def _facets(narrowed: Narrowed) -> Iterable[tuple[str, object]]:
    return (("c", narrowed.category), ("s", narrowed.skin), ("f", narrowed.family))


def _page(row: ResultRow, belong: Sequence[ResultRow]) -> Page:
    shades = [name for each in belong if each.shade_ru for name in (each.shade_ru, each.shade_en)]
    place = [row.category_ru, row.category_en, row.series_ru or "", row.series_en or "", *shades]
    about = [row.about_ru, row.about_en, row.how_to_use_ru, row.how_to_use_en, row.composition]
    families = sorted({family(each.hex) for each in belong if each.hex})
    facets = [facet("c", row.category_id), *(facet("s", kind) for kind in row.skin_types), *map(_of_family, families)]
    return page([row.name_ru, row.name_en], place, about, [row.code, *(each.code for each in belong)], facets)


def _of_family(name: str) -> str:
    return facet("f", name)


def _meant(
    each: Readings, known: set[str], by_sound: dict[str, list[str]], *, wrong_keyboard: bool = False
) -> list[str]:
    """The terms of the likeliest reading that the index has."""
    first = (each.keyboard, each.plain) if wrong_keyboard else (each.plain, each.keyboard)
    for term in (*first, each.alphabet):
        if term is not None and term in known:
            return [term, each.typed] if term == each.plain and each.typed in known else [term]
    if each.typed in known:
        return [each.typed]
    return by_sound.get(each.sounds, [])[:6] if each.sounds else []


def _guess(groups: Groups) -> str:
    return " ".join(group[0][0] for group in groups)


def _span(term: str) -> dict[str, str]:
    return {"first": term, "beyond": term + "\U0010ffff"}


def _fts5(groups: Groups, facets: Sequence[str]) -> str:
    met = [
        "(" + " OR ".join(f'"{term}"*' if begins else f'"{term}"' for term, begins in group) + ")" for group in groups
    ]
    return " AND ".join([*met, *(f'facets : "{each}"' for each in facets)])


def _tsquery(groups: Groups, facets: Sequence[str]) -> str:
    met = [
        "(" + " | ".join(f"'{term}':*" if begins else f"'{term}'" for term, begins in group) + ")" for group in groups
    ]
    return " & ".join([*met, *(f"'{each}'" for each in facets)])


def _rank(row: ResultRow, wanted: Sequence[set[str]], typed_codes: Sequence[str]) -> tuple[Any, ...]:
    """Exact code; in stock; where the words were met; as whole words; the shorter name; a hit; the first made."""
    name = row.name.split()
    named, placed = set(name), set(row.place.split())
    exact_code = sum(code in named for code in typed_codes)
    whole = sum(bool(terms & named) for terms in wanted)
    where = 0
    for terms in wanted:
        if terms & named or _begins(terms, name):
            continue
        where = max(where, 1 if terms & placed or _begins(terms, placed) else 2)
    length = sum(word.isalpha() for word in name)
    return -exact_code, not row.in_stock, where, -whole, length, not row.is_hit, row.id


def _begins(terms: Iterable[str], words: Iterable[str]) -> bool:
    beginnings = tuple(terms)
    return any(word.startswith(beginnings) for word in words)


def _hit(row: ResultRow, belong: Sequence[ResultRow], typed_codes: Sequence[str], wanted: Sequence[set[str]]) -> Hit:
    """With the article whose code was typed, else the one whose shade has the words that the product's name has not."""
    product = ProductBrief(
        ProductId(row.id),
        Localised(row.name_ru, row.name_en),
        Money(row.price, row.currency),
        bool(row.is_new),
        bool(row.is_hit),
        bool(row.in_stock),
        bool(row.on_sale),
    )
    chosen = next((each for each in belong if squashed(each.code) in typed_codes), None)
    if chosen is None and wanted and any(each.hex for each in belong):
        named = set(stems([row.name_ru, row.name_en]))
        rest = [terms for terms in wanted if not terms & named]
        met = [each for each in belong if each.hex and rest and all(terms & _shade(each) for terms in rest)]
        chosen = next(iter(sorted(met, key=lambda each: each.stock <= 0)), None)
    article = chosen or (belong[0] if belong else None)
    return Hit(
        product,
        row.code if chosen is None else chosen.code,
        None if chosen is None else chosen.id,
        row.form,
        row.tint,
        None if article is None else article.hex,
    )


def _shade(article: ResultRow) -> set[str]:
    return set(stems([article.shade_ru or "", article.shade_en or ""]))
