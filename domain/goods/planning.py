"""What a goods file would change, and what of it cannot be. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from domain.goods.columns import CATEGORY, CATEGORY_EN, SERIES, SERIES_EN, plain
from domain.goods.models import Entry, Photo, Problem, Reading, Value
from domain.goods.plans import Change, Difference, Known, Place, Plan
from domain.goods.slugs import slug_of

NEW_PRODUCT: Mapping[str, Value] = {
    "about_ru": "",
    "about_en": "",
    "how_to_use_ru": "",
    "how_to_use_en": "",
    "volume_ru": "",
    "volume_en": "",
    "composition": "",
    "skin_types": [],
    "typical_weeks": None,
    "is_new": False,
    "is_hit": False,
    "on_sale": True,
    "form": "tube",
    "tint": "#F2E6EA",
}
"""What a new product is where its file says nothing."""
NEW_ARTICLE: Mapping[str, Value] = {"stock": 0, "shade_ru": None, "shade_en": None, "hex": None}
BOTH_TONGUES = ("name", "about", "how_to_use", "volume")


def plan_of(reading: Reading, known: Known) -> Plan:
    """Compares what was read with what is there."""
    if reading.problems:
        return Plan(
            problems=tuple(reading.problems),
            problem_count=reading.problem_count,
            ignored=tuple(reading.ignored),
            format=reading.format,
        )
    return _Planner(known).plan(reading)


class _Planner:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.categories, self.series = _Places(known.categories, 32), _Places(known.series, 64)
        self.problems: list[Problem] = []
        self.products: dict[str, Change] = {}
        self.articles: list[Change] = []
        self.names: dict[str, str] = {code: str(p.values.get("name_ru", "")) for code, p in known.products.items()}
        self.same = 0

    def plan(self, reading: Reading) -> Plan:
        groups: dict[str, list[Entry]] = {}
        for entry in reading.entries:
            groups.setdefault(self._product_of(entry), []).append(entry)
        for code, entries in groups.items():
            self._product(code, entries)
            for entry in entries:
                self._article(code, entry)
        albums, article_photos = self._photos(reading.photos, groups)
        return Plan(
            tuple(self.products.values()),
            tuple(self.articles),
            tuple(self.categories.new),
            tuple(self.series.new),
            albums,
            article_photos,
            self.same,
            tuple(sorted(self.problems, key=lambda each: each.line)[:1000]),
            len(self.problems),
            tuple(reading.ignored),
            reading.format,
        )

    def _product_of(self, entry: Entry) -> str:
        """The code of the product a line belongs to: said, or known already, or the article is a product itself."""
        there = self.known.articles.get(entry.code)
        if entry.product_code is None:
            return there.product_code if there else entry.code
        if there is not None and there.product_code != entry.product_code:
            self._wrong(entry.line, "product_code", "moved", there.product_code)
        return entry.product_code

    def _product(self, code: str, entries: Sequence[Entry]) -> None:
        given: dict[str, Value] = {}
        places: dict[str, str] = {}
        for entry in entries:
            given.update(entry.product)
            places.update(entry.places)
        line, there = entries[0].line, self.known.products.get(code)
        for column in ("name_ru", "name_en"):
            if given.get(column) == "":
                self._wrong(line, column, "missing")
        if there is None:
            self._new_product(code, line, given, places)
            return
        values = {**there.values, **given, "category": there.category, "series": there.series}
        if places.get(CATEGORY):
            values["category"] = self.categories.slug(places[CATEGORY], places.get(CATEGORY_EN))
        if SERIES in places:
            values["series"] = self.series.slug(places[SERIES], places.get(SERIES_EN)) if places[SERIES] else None
        before = {**there.values, "category": there.category, "series": there.series}
        if differences := _differences(before, values):
            self.products[code] = Change(line, code, self.names[code], there.id, values, differences)

    def _new_product(self, code: str, line: int, given: dict[str, Value], places: dict[str, str]) -> None:
        for column in ("name_ru", "price"):
            if given.get(column) is None:
                self._wrong(line, column, "missing")
        if not places.get(CATEGORY):
            self._wrong(line, CATEGORY, "missing")
            return
        values = {**NEW_PRODUCT, **given}
        for text in BOTH_TONGUES:
            values[f"{text}_en"] = given.get(f"{text}_en") or values.get(f"{text}_ru")
        values["category"] = self.categories.slug(places[CATEGORY], places.get(CATEGORY_EN))
        values["series"] = self.series.slug(places[SERIES], places.get(SERIES_EN)) if places.get(SERIES) else None
        self.names[code] = str(values.get("name_ru"))
        values["slug"] = slug_of(f"{str(values.get('name_en'))[:30]} {_short(code)}", 64)
        self.products[code] = Change(line, code, self.names[code], None, values)

    def _article(self, product_code: str, entry: Entry) -> None:
        there = self.known.articles.get(entry.code)
        given = {name: value if value != "" else None for name, value in entry.article.items()}
        before = there.values if there else NEW_ARTICLE
        values = {**before, **given}
        if values["shade_ru"] is not None and values["shade_en"] is None:
            values["shade_en"] = values["shade_ru"]
        if len({values[name] is None for name in ("shade_ru", "shade_en", "hex")}) > 1:
            self._wrong(entry.line, "hex", "shade")
        name = " · ".join(str(each) for each in (self.names.get(product_code, ""), values["shade_ru"]) if each)
        whole = {**values, "product": product_code}
        if there is None:
            self.articles.append(Change(entry.line, entry.code, name, None, whole))
        elif differences := _differences(before, values):
            self.articles.append(Change(entry.line, entry.code, name, there.id, whole, differences))
        elif product_code not in self.products:
            self.same += 1

    def _photos(
        self, photos: Sequence[Photo], groups: Mapping[str, Sequence[Entry]]
    ) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
        """Albums by the product's code, one picture each by the article's of a product with several."""
        articles = {entry.code: code for code, entries in groups.items() for entry in entries}
        found: dict[str, dict[int, str]] = {}
        of_articles: dict[str, str] = {}
        for photo in photos:
            if photo.code in groups or photo.code in self.known.products:
                found.setdefault(photo.code, {})[photo.place] = f"photo/{photo.digest}"
            elif photo.code in articles or photo.code in self.known.articles:
                of_articles[photo.code] = f"photo/{photo.digest}"
            else:
                self._wrong(0, "picture", "picture-code", photo.name)
        albums = {code: tuple(album[place] for place in sorted(album)) for code, album in found.items()}
        there = self.known.products
        return (
            {code: album for code, album in albums.items() if code not in there or there[code].photos != album},
            {code: key for code, key in of_articles.items() if self.known.article_photos.get(code) != key},
        )

    def _wrong(self, line: int, column: str, reason: str, value: str = "") -> None:
        self.problems.append(Problem(line, column, reason, value))


class _Places:
    """Categories or series by any of their names; new ones as they are met."""

    def __init__(self, known: Mapping[str, Place], longest: int) -> None:
        self._slugs = {plain(name): slug for slug, p in known.items() for name in (slug, p.name_en, p.name_ru)}
        self._taken = set(known)
        self._longest = longest
        self.new: list[Place] = []

    def slug(self, name: str, english: str | None) -> str:
        found = self._slugs.get(plain(name))
        if found is None:
            found = slug_of(name, self._longest - 3) or _short(name)
            while found in self._taken:
                found = f"{found[: self._longest - 9]}-{_short(name + found)[:6]}"
            self._taken.add(found)
            self._slugs[plain(name)] = found
            self.new.append(Place(found, name, english or name))
        return found


def _differences(before: Mapping[str, Value], after: Mapping[str, Value]) -> tuple[Difference, ...]:
    return tuple(
        Difference(name, before.get(name), value) for name, value in after.items() if before.get(name) != value
    )


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def codes_of(reading: Reading) -> frozenset[str]:
    """Every code a reading names: what has to be known to plan it."""
    entries: Iterable[Entry] = reading.entries
    named = {code for entry in entries for code in (entry.code, entry.product_code) if code}
    return frozenset(named | {photo.code for photo in reading.photos})
