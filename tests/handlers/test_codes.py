"""Codes typed in the chat, and what changed since something was put into the cart."""

from __future__ import annotations

from dataclasses import replace

from domain.catalog.models import Article
from domain.shared.ids import ArticleId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import rubles
from tests.handlers.cabinet import ANNA, Cabinet, product
from tests.handlers.test_shopping import data_of, joined, screen

MARK = {"ru": "было", "en": "it was"}


async def lines(cabinet: Cabinet) -> dict[int, int]:
    customer = (await cabinet.meet_person(ANNA, "ru")).customer_id
    return {article: count for (owner, article), count in cabinet.database.data.cart_lines.items() if owner == customer}


async def test_codes_fill_the_cart_and_say_what_became_of_each(cabinet: Cabinet) -> None:
    data = cabinet.database.data
    for number, code, stock in ((1, "1234", 10), (2, "5678", 3), (3, "9999", 0)):
        data.products[ProductId(number)] = replace(
            product(number), code=code, articles=(Article(ArticleId(number), code, stock),)
        )
    shade = Localised("Оттенок <1>", "Shade <1>")
    data.products[ProductId(4)] = replace(
        product(4),
        code="40-0401",
        articles=tuple(Article(ArticleId(40 + n), f"40-0401-0{n}", 5, shade, "#aa0000") for n in (1, 2)),
    )
    answer = await cabinet.say("1234 x2, 5678 9\n9999, 40-0401; 7777777, 40-0401-02")
    text = screen(answer).text
    assert await lines(cabinet) == {1: 2, 2: 3, 42: 1}
    assert "7777777" in text
    assert ("есть только 3 из 9" if cabinet.language_code == "ru" else "only 3 of 9") in text
    assert data_of(answer, "prd") == ["prd:4:0:0"]
    assert data_of(answer, "cart")
    assert answer.forget
    await cabinet.say("1234 x3, 5678")
    assert await lines(cabinet) == {1: 5, 2: 3, 42: 1}, "what is there grows, and never beyond the stock"


async def test_a_lone_code_is_looked_for_and_a_list_is_one_also_while_searching(cabinet: Cabinet) -> None:
    data = cabinet.database.data
    data.products[ProductId(1)] = replace(
        product(1), code="1234-2", name=Localised("1234-2", "1234-2"), articles=(Article(ArticleId(1), "1234-2", 9),)
    )
    data.products[ProductId(2)] = replace(product(2), code="5678", articles=(Article(ArticleId(2), "5678", 9),))
    found = await cabinet.say("1234-2")
    assert data_of(found, "prd") == ["prd:1:0:5000"]
    assert await cabinet.state() == "Searching:words"
    assert await lines(cabinet) == {}
    await cabinet.say("5678-2, 1234-2")
    assert await lines(cabinet) == {1: 1, 2: 2}
    await cabinet.press("shf:0")
    await cabinet.say("5678-2")
    assert await lines(cabinet) == {1: 1, 2: 4}


async def test_a_changed_price_is_shown_and_needs_a_yes(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    data = cabinet.database.data
    data.products[ProductId(1)] = replace(data.products[ProductId(1)], price=rubles(1390))
    cart = await cabinet.say("/cart")
    assert MARK[cabinet.language_code] in screen(cart).text
    assert data_of(cart, "dlv") == []
    assert data_of(await cabinet.press("sum:courier"), "cart"), "no way around it by an old button"
    agreed = await cabinet.press(data_of(cart, "crg")[0])
    assert MARK[cabinet.language_code] not in screen(agreed).text
    assert data_of(agreed, "dlv")


async def test_agreeing_takes_what_is_left(cabinet: Cabinet) -> None:
    await joined(cabinet)
    for number in (1, 1, 1, 2, 3):
        await cabinet.press(f"prc:{number}:{number}:0:1")
    data = cabinet.database.data
    data.products[ProductId(1)] = replace(product(1), articles=(Article(ArticleId(1), "A1", 2),))
    data.products[ProductId(2)] = product(2, on_sale=False)
    cart = await cabinet.say("/cart")
    await cabinet.press(data_of(cart, "crg")[0])
    assert await lines(cabinet) == {1: 2, 3: 1}


async def test_more_of_the_same_does_not_hide_a_changed_price(cabinet: Cabinet) -> None:
    await cabinet.press("prc:1:1:0:1")
    data = cabinet.database.data
    data.products[ProductId(1)] = replace(data.products[ProductId(1)], price=rubles(1390))
    cart = await cabinet.press("crc:1:1:0")
    assert data_of(cart, "crg")
