"""Codes as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ordering.cart import CodedGoods, Goods
from domain.ordering.code_list import LONGEST, Wish, codes_of, match, read_codes
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import rubles


def goods(number: int, code: str) -> Goods:
    return Goods(
        ArticleId(number), ProductId(number), code, Localised("x", "x"), None, rubles(100), stock=10, on_sale=True
    )


def counts(text: str) -> list[tuple[str, int]]:
    return [(wish.typed, wish.pieces) for wish in read_codes(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1234 x2, 5678", [("1234", 2), ("5678", 1)]),
        ("1234х2\n5678 Х 3", [("1234", 2), ("5678", 3)]),
        ("1234×2;5678*10", [("1234", 2), ("5678", 10)]),
        ("1234 2 шт, 5678 3шт.", [("1234", 2), ("5678", 3)]),
        ("1234 - 2 шт\n5678 — 4", [("1234", 2), ("5678", 4)]),
        ("1234=2, 5678: 3", [("1234", 2), ("5678", 3)]),
        ("1234 2\n5678 3", [("1234", 2), ("5678", 3)]),
        ("1234 5678 9012", [("1234", 1), ("5678", 1), ("9012", 1)]),
        ("40-0401-01 x2", [("40-0401-01", 2)]),
        ("1234 2 pcs", [("1234", 2)]),
        ("А1234 x1, ав-2345", [("A1234", 1), ("AB-2345", 1)]),
        ("1234 x2,,  ,\n\n5678", [("1234", 2), ("5678", 1)]),
    ],
)
def test_lists_are_understood(text: str, wanted: list[tuple[str, int]]) -> None:
    assert counts(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "помада", "1234", "1234 помада", "привет, 1234 x2", "1234, крем", "12 13", "x2", "/cart", "а" * 3000, ","],
)
def test_other_messages_are_no_lists(text: str) -> None:
    assert read_codes(text) == ()


def test_a_dash_may_be_a_count_or_a_part_of_the_code() -> None:
    shade, product = CodedGoods(goods(1, "40-0401-02"), "40-0401"), CodedGoods(goods(2, "1234"), "1234")
    wishes = read_codes("40-0401-02, 1234-3, 40-0401-02-5")
    assert codes_of(wishes) >= {"40-0401-02", "1234", "1234-3"}
    read = [(wish.pieces, [each.code for each in found]) for wish, found in match(wishes, [shade, product])]
    assert read == [(1, ["40-0401-02"]), (3, ["1234"]), (5, ["40-0401-02"])]


def test_a_products_code_means_its_shades() -> None:
    shades = [CodedGoods(goods(n, f"40-0401-0{n}"), "40-0401") for n in (1, 2)]
    [(_, found)] = match([Wish("40-0401", 1)], shades)
    assert len(found) == 2
    [(_, one)] = match([Wish("40-0401-0", 1)], shades[:1])
    assert [each.code for each in one] == ["40-0401-01"]
    [(_, none)] = match([Wish("77-0000", 1)], shades)
    assert none == []


@given(st.lists(st.tuples(st.integers(100, 99_999_999), st.integers(1, 99)), min_size=2, max_size=50))
def test_what_is_written_is_read(items: list[tuple[int, int]]) -> None:
    assert counts(", ".join(f"{code} x{count}" for code, count in items)) == [(str(c), n) for c, n in items]


@given(st.text(max_size=LONGEST + 10))
def test_nothing_breaks_it(text: str) -> None:
    assert all(0 <= wish.pieces < 1000 for wish in read_codes(text))
