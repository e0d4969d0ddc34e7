"""Searching the catalog: one set of rules (domain/search), an index of each engine's own underneath.

Whatever the engine, its index gives the first MOST products that have the words, and they are put in order here: so
both engines show the same in the same order.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from domain.catalog.models import ProductBrief
from domain.pricing.promotions import NOT_OFFERED, Offered
from domain.search.models import MOST, Found, Hit, Narrowed
from domain.search.price_steps import steps
from domain.search.words import (
    Readings,
    codes,
    facet,
    nearest,
    readings,
    squashed,
    stem,
    stems,
    trigrams,
    without_codes,
)
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from storage.connection import ResultRow
from storage.search_index import SearchIndex
from storage.search_sql import ANYTHING, FINDING, KNOWN, SHOWN, SIMILAR

Groups = list[list[tuple[str, bool]]]
"""What must be met: of each group one term, or with True one that begins so."""


class Search(SearchIndex):
    """Implements domain.search.ports.Search."""

    __slots__ = ()

    async def find(
        self, text: str, narrowed: Narrowed, today: date, offset: int, limit: int, offered: Offered = NOT_OFFERED
    ) -> Found:
        typed_codes = codes(text)
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
        within = self._within(narrowed, today, offered)
        rows = await self._candidates(groups, narrowed, within)
        if not rows and typed_codes and not read:
            # "spf50" or "vitamin c15": it only looks like a code.
            rows = await self._candidates([[(stem(each.typed), True)] for each in readings(text)], narrowed, within)
        wanted = [{term for term, _ in group} for group in groups]
        ranked = sorted(rows, key=lambda row: _rank(row, wanted, typed_codes))
        shown = [row.id for row in ranked[offset : offset + limit]]
        hits = await self._hits(shown, typed_codes, wanted)
        return Found(hits, len(ranked), _guess(groups) if guessed else None)

    async def _candidates(
        self, groups: Groups, narrowed: Narrowed, within: Mapping[str, object]
    ) -> Sequence[ResultRow]:
        """At most MOST, those that have all words in their names and are in stock before any others."""
        facets = list(_facets(narrowed))
        if not groups and not facets:
            return (await self._run(ANYTHING[self._engine], within)).all()
        if prices := steps(narrowed.least, narrowed.most):
            facets.append([facet("p", step) for step in prices])
        match = (_fts5 if self._engine == "sqlite" else _tsquery)(groups, facets)
        return (await self._run(FINDING[self._engine], {**within, "match": match})).all()

    async def _resolve(self, read: Sequence[Readings]) -> tuple[Groups | None, bool]:
        """Each typed word as terms the index has; None if one is like nothing in it. And whether one was guessed."""
        terms = [term for each in read for term in (*each.all(), each.typed)]
        sounds = [each.sounds for each in read if len(each.sounds) > 2]
        # The last word may be one that is still being typed.
        beginnings = [term for term in dict.fromkeys(_may_begin(read[-1])) if len(term) > 1]
        asked = self._lists(terms=terms, sounds=sounds, beginnings=beginnings)
        found = (await self._run(KNOWN[self._engine], asked)).all()
        known = {row.term for row in found if not row.begins}
        begun = {row.term for row in found if row.begins}
        by_sound: dict[str, list[str]] = {}
        for row in found:
            if not row.begins:
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
                group = [(term, True) for term in beginnings if term in begun][:1]
            if not group:
                group, guessed = [(term, False) for term in await self._similar(each)], True
            if not group:
                return None, False
            groups.append(group)
        return groups, guessed

    async def _similar(self, each: Readings) -> list[str]:
        read = [word for word in each.all() if len(word) > 3]
        if not read:
            return []
        parts = sorted({part for word in read for part in trigrams(word)})
        given = " OR ".join(f'"{part}"' for part in parts) if self._engine == "sqlite" else [*map(_like, parts)]
        lengths = [len(word) for word in read]
        allowed = {"given": given, "shortest": min(lengths) - 2, "longest": max(lengths) + 2}
        terms = [row.term for row in (await self._run(SIMILAR[self._engine], allowed)).all()]
        return nearest(each, dict.fromkeys(terms))

    async def _hits(
        self, shown: Sequence[int], typed_codes: Sequence[str], wanted: Sequence[set[str]]
    ) -> Sequence[Hit]:
        if not shown:
            return ()
        belong: dict[int, list[ResultRow]] = {}
        for row in (await self._run(SHOWN[self._engine], self._lists(ids=shown))).all():
            belong.setdefault(row.id, []).append(row)
        return [_hit(belong[id_], typed_codes, wanted) for id_ in shown if id_ in belong]

    def _within(self, narrowed: Narrowed, today: date, offered: Offered) -> Mapping[str, object]:
        """What products have to meet beside the words, as the statements take it."""
        lists = self._lists(offered_products=sorted(offered.products), offered_categories=sorted(offered.categories))
        return {
            "least": narrowed.least or 0,
            "most": narrowed.most if narrowed.most is not None else 2**53,
            "in_stock": narrowed.in_stock,
            "on_offer": narrowed.on_offer,
            "today": today,
            "limit": MOST,
            **lists,
        }

    def _lists(self, **lists: Sequence[Any]) -> dict[str, Any]:
        """Lists as the engine takes them as one parameter, so that a statement stays the same whatever their length."""
        return {
            name: json.dumps(list(each)) if self._engine == "sqlite" else list(each) for name, each in lists.items()
        }


def _may_begin(each: Readings) -> Iterable[str]:
    return (term for term in (each.plain, each.typed, each.keyboard, each.alphabet) if term)


def _facets(narrowed: Narrowed) -> Iterable[Sequence[str]]:
    """Of each of these lists a product has one."""
    for kind, value in (("c", narrowed.category), ("s", narrowed.skin), ("f", narrowed.family)):
        if value is not None:
            yield [facet(kind, value)]


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


def _like(part: str) -> str:
    """Three letters of a word as a pattern; `^` is its beginning, `$` its end."""
    return f"{'' if part[0] == '^' else '%'}{part.strip('^$')}{'' if part[-1] == '$' else '%'}"


def _fts5(groups: Groups, facets: Sequence[Sequence[str]]) -> str:
    met = [
        "(" + " OR ".join(f'"{term}"*' if begins else f'"{term}"' for term, begins in _needed(group)) + ")"
        for group in groups
    ]
    return " AND ".join([*met, *("facets : (" + " OR ".join(f'"{one}"' for one in each) + ")" for each in facets)])


def _tsquery(groups: Groups, facets: Sequence[Sequence[str]]) -> str:
    met = [
        "(" + " | ".join(f"'{term}':*" if begins else f"'{term}'" for term, begins in _needed(group)) + ")"
        for group in groups
    ]
    return " & ".join([*met, *("(" + " | ".join(f"'{one}'" for one in each) + ")" for each in facets)])


def _needed(group: Sequence[tuple[str, bool]]) -> Sequence[tuple[str, bool]]:
    """Without what a beginning has met already: looking for both doubles the work."""
    beginnings = tuple(term for term, begins in group if begins)
    return [(term, begins) for term, begins in group if begins or not term.startswith(beginnings)]


def _rank(row: ResultRow, wanted: Sequence[set[str]], typed_codes: Sequence[str]) -> tuple[Any, ...]:
    """Exact code; in stock; where the words were met; as whole words; the shorter name; a hit; the first made."""
    named, length = _named(row.name)
    exact_code = sum(code in named for code in typed_codes) if typed_codes else 0
    whole = where = 0
    placed: Collection[str] | None = None
    for terms in wanted:
        if not terms.isdisjoint(named):
            whole += 1
            continue
        if where == 2 or _begins(terms, named):
            continue
        placed = row.place.split() if placed is None else placed
        where = max(where, 1 if not terms.isdisjoint(placed) or _begins(terms, placed) else 2)
    return -exact_code, not row.in_stock, where, -whole, length, not row.is_hit, row.id


@lru_cache(maxsize=16_384)
def _named(name: str) -> tuple[frozenset[str], int]:
    """The words of a name in the index, and how many of them are no codes: the same ones are ranked in every search."""
    words = name.split()
    return frozenset(words), sum(word.isalpha() for word in words)


def _begins(terms: Iterable[str], words: Iterable[str]) -> bool:
    beginnings = tuple(terms)
    return any(word.startswith(beginnings) for word in words)


def _hit(rows: Sequence[ResultRow], typed_codes: Sequence[str], wanted: Sequence[set[str]]) -> Hit:
    """With the article whose code was typed, else the one whose shade has the words that the product's name has not."""
    row = rows[0]
    belong = [each for each in rows if each.article_id is not None]
    product = ProductBrief(
        ProductId(row.id),
        Localised(row.name_ru, row.name_en),
        Money(row.price, row.currency),
        bool(row.is_new),
        bool(row.is_hit),
        bool(row.in_stock),
        bool(row.on_sale),
    )
    chosen = next((each for each in belong if squashed(each.article_code) in typed_codes), None)
    if chosen is None and wanted and any(each.hex for each in belong):
        named = set(stems([row.name_ru, row.name_en]))
        rest = [terms for terms in wanted if not terms & named]
        met = [each for each in belong if each.hex and rest and all(terms & _shade(each) for terms in rest)]
        chosen = next(iter(sorted(met, key=lambda each: each.stock <= 0)), None)
    article = chosen or (belong[0] if belong else None)
    return Hit(
        product,
        row.code if chosen is None else chosen.article_code,
        None if chosen is None else ArticleId(chosen.article_id),
        row.form,
        row.tint,
        None if article is None else article.hex,
    )


def _shade(article: ResultRow) -> set[str]:
    return set(stems([article.shade_ru or "", article.shade_en or ""]))
