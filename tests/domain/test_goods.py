"""Goods files by the rules: what cells mean, what is refused, what would change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.goods.columns import BY_NAME, COLUMNS, field_of
from domain.goods.models import Photo, Reading, Value
from domain.goods.planning import plan_of
from domain.goods.plans import Known, KnownArticle, KnownProduct, Place, Plan
from domain.goods.reading import Reader, Wrong, consistent
from domain.goods.slugs import slug_of
from domain.goods.writing import cell_of

LIPS = Place("lips", "Губы", "Lips", 1, 4)
EMPTY = Known({}, {}, {"lips": LIPS}, {})


def read(*lines: dict[str, str], photos: tuple[Photo, ...] = ()) -> Reading:
    reader = Reader({"tube", "lipstick"})
    for number, cells in enumerate(lines, start=2):
        reader.take(number, cells)
    problems = [*reader.problems, *consistent(reader.entries)]
    return Reading("CSV", "d", reader.entries, list(photos), problems, len(problems))


def reasons(reading: Reading, known: Known = EMPTY) -> list[tuple[int, str, str]]:
    return [(each.line, each.column, each.reason) for each in plan_of(reading, known).problems]


def value(column: str, cell: str) -> Value:
    return Reader({"tube"}).value(BY_NAME[column], cell)


@pytest.mark.parametrize(
    ("column", "cell", "meaning"),
    [
        ("price", "1 290,50 ₽", 129050),
        ("price", "1290.5", 129050),
        ("price", "1 290 руб.", 129000),
        ("price", "990", 99000),
        ("stock", "1 000", 1000),
        ("stock", "7.0", 7),
        ("hex", "e0a0a8", "#E0A0A8"),
        ("hex", "-", None),
        ("typical_weeks", "-", None),
        ("is_new", "Да", True),
        ("is_new", "false", False),
        ("skin_types", "сухая, Жирная; normal", ["dry", "oily", "normal"]),
        ("skin_types", "-", []),
        ("about_ru", "-", ""),
        ("about_ru", "'=2+2 — столько", "=2+2 — столько"),
        ("about_ru", "-5 °C", None),
        ("code", "1024.0", "1024"),
        ("code", "АБ-1/2", "АБ-1/2"),
        ("form", "Tube", "tube"),
    ],
)
def test_what_a_cell_means(column: str, cell: str, meaning: Value) -> None:
    if column == "about_ru" and cell == "-5 °C":
        with pytest.raises(Wrong, match="formula"):
            value(column, cell)
        return
    assert value(column, cell) == meaning


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("price", "-5", "price-range"),
        ("price", "0", "price-range"),
        ("price", "10000000.01", "price-range"),
        ("price", "дорого", "price"),
        ("price", "1e9", "price"),
        ("price", "=1+1", "price"),
        ("stock", "-1", "count-range"),
        ("stock", "2.5", "count"),
        ("name_ru", "=cmd|'/c calc'!A0", "formula"),
        ("name_ru", "@SUM(A1)", "formula"),
        ("name_ru", "+7+cmd", "formula"),
        ("name_ru", "x\x00y", "characters"),
        ("name_ru", "x\x07", "characters"),
        ("name_ru", "я" * 121, "long"),
        ("code", "a b", "code"),
        ("code", "../../etc", "code"),
        ("hex", "red", "colour"),
        ("is_new", "может быть", "yes-no"),
        ("skin_types", "золотая", "skin"),
        ("typical_weeks", "0", "weeks"),
        ("form", "ракета", "form"),
    ],
)
def test_what_a_cell_may_not_say(column: str, cell: str, reason: str) -> None:
    with pytest.raises(Wrong) as wrong:
        value(column, cell)
    assert wrong.value.reason == reason


def test_headers_in_both_languages_however_written() -> None:
    assert {field_of(column.title) for column in COLUMNS} == set(BY_NAME)
    assert {field_of(column.name) for column in COLUMNS} == set(BY_NAME)
    assert field_of("\ufeffАртикул ") == "code"
    assert field_of("ОБЪЕМ") == "volume_ru"
    assert field_of("Цена, руб") == "price"
    assert field_of("прибыль") is None


def test_a_new_product_with_shades_and_what_it_needs() -> None:
    row = {"product_code": "P", "category": "губы", "name_ru": "Помада", "price": "990"}
    reading = read(
        {**row, "code": "P-1", "shade_ru": "Вишня", "hex": "#9B1B30", "stock": "3"},
        {**row, "code": "P-2", "shade_ru": "Роза", "hex": "#E0A0A8"},
    )
    plan = plan_of(reading, EMPTY)
    assert not plan.problems
    assert [change.code for change in plan.products] == ["P"]
    product = plan.products[0].values
    assert (product["category"], product["name_en"], product["price"]) == ("lips", "Помада", 99000)
    assert [change.values["shade_en"] for change in plan.articles] == ["Вишня", "Роза"]
    assert plan.categories == ()
    assert sorted(reasons(read({"code": "Q"}))) == [(2, each, "missing") for each in ("category", "name_ru", "price")]
    assert reasons(read({**row, "code": "P-1", "shade_ru": "Вишня"})) == [(2, "hex", "shade")]


def test_codes_twice_and_lines_that_contradict_each_other() -> None:
    row = {"product_code": "P", "category": "Губы", "name_ru": "Помада", "price": "990"}
    assert reasons(read({**row, "code": "P-1"}, {**row, "code": "P-1"})) == [(3, "code", "twice")]
    assert reasons(read({**row, "code": "P-1"}, {**row, "code": "P-2", "price": "991"})) == [(3, "price", "differs")]
    assert reasons(read({"price": "5"})) == [(2, "code", "missing")]


def known_shop() -> Known:
    values: dict[str, Any] = {"name_ru": "Помада", "price": 99000, "about_ru": "О ней", "on_sale": True}
    product = KnownProduct(7, "P", "lips", None, values, 0)
    article = KnownArticle(70, "P-1", "P", {"stock": 3, "shade_ru": None, "shade_en": None, "hex": None})
    return Known({"P": product}, {"P-1": article}, {"lips": LIPS}, {}, {"P-1": None})


def test_only_what_the_file_says_changes_and_no_product_code_is_needed() -> None:
    plan = plan_of(read({"code": "P-1", "price": "1100", "stock": "0"}), known_shop())
    assert [(d.column, d.before, d.after) for d in plan.products[0].differences] == [("price", 99000, 110000)]
    assert plan.products[0].values["about_ru"] == "О ней"
    assert [(d.column, d.after) for d in plan.articles[0].differences] == [("stock", 0)]
    same = plan_of(read({"code": "P-1", "price": "990", "about_ru": ""}), known_shop())
    assert (same.is_empty, same.same) == (True, 1)
    assert reasons(read({"code": "P-1", "product_code": "OTHER"}), known_shop())[0] == (2, "product_code", "moved")


def test_the_key_names_what_was_shown_but_not_what_was_sold_meanwhile() -> None:
    reading = read({"code": "P-1", "price": "1100", "stock": "5"})
    shown = plan_of(reading, known_shop()).key
    shop = known_shop()
    article = shop.articles["P-1"]
    sold = replace(shop, articles={"P-1": replace(article, values={**article.values, "stock": 1})})
    assert plan_of(reading, sold).key == shown
    assert plan_of(read({"code": "P-1", "price": "1200"}), known_shop()).key != shown


def test_pictures_alone_are_something_to_do_and_are_named_by_the_key() -> None:
    first, second = Plan(albums={"P-1": ("a", "b")}), Plan(albums={"P-1": ("b", "a")})
    shade = Plan(article_photos={"P-1-1": "a"})
    assert not any(each.is_empty for each in (first, second, shade))
    assert Plan(same=5).is_empty
    assert len({each.key for each in (Plan(), first, second, shade)}) == 4, "what is pressed is what was shown"


def test_a_new_category_gets_a_slug_of_its_own() -> None:
    row = {"name_ru": "Крем", "price": "100"}
    plan = plan_of(read({**row, "code": "A", "category": "Уход"}, {**row, "code": "B", "category": "уход "}), EMPTY)
    assert [(place.slug, place.name_ru) for place in plan.categories] == [("ukhod", "Уход")]
    assert slug_of("Щётка «Ёж»!", 32) == "shchetka-ezh"
    clash = plan_of(read({**row, "code": "A", "category": "Lips!"}), EMPTY)
    assert clash.categories[0].slug.startswith("lips-")


def test_pictures_find_their_goods_by_code() -> None:
    photos = (Photo("P_2.jpg", "P", 2, "b"), Photo("P.jpg", "P", 1, "a"), Photo("P-1.jpg", "P-1", 1, "c"))
    plan = plan_of(read(photos=photos), known_shop())
    assert plan.albums == {"P": ("photo/a", "photo/b")}
    assert plan.article_photos == {"P-1": "photo/c"}
    assert reasons(read(photos=(Photo("cat.jpg", "cat", 1, "a"),)), known_shop()) == [(0, "picture", "picture-code")]


def test_an_export_disarms_what_a_spreadsheet_would_run() -> None:
    for text in ("=cmd", "+1+1", "-x", "@SUM"):
        assert cell_of("name_ru", text) == f"'{text}"
        assert value("name_ru", cell_of("name_ru", text)) == text
    assert cell_of("price", 129050) == "1290.50"
    assert cell_of("skin_types", ["dry"]) == "сухая"
