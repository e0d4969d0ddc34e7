"""Catalog, cart and orders over the in-memory database, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.catalog.models import Article
from domain.ordering.models import OrderState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, ProductId
from domain.shared.localised import Localised
from handlers.ui.screen import Answer, Screen
from tests.forms import JOINED
from tests.handlers.cabinet import ADMIN, ANNA, OLEG, Cabinet, buttons, product


def screen(answer: Answer) -> Screen:
    assert answer.screen is not None
    return answer.screen


def data_of(answer: Answer, prefix: str) -> list[str]:
    """The callbacks of the screen's buttons that begin so."""
    return [data for _, data in buttons(screen(answer)) if data.split(":")[0] == prefix]


async def joined(cabinet: Cabinet) -> CustomerId:
    """Anna with a complete form and consultant 1, who is Oleg."""
    person = await cabinet.meet_person(ANNA, cabinet.language_code)
    form = replace(JOINED, complete=True)
    cabinet.database.data.forms[person.customer_id] = form
    cabinet.database.data.choices[person.customer_id] = ConsultantId(1)
    return person.customer_id


async def ordered(cabinet: Cabinet) -> Answer:
    """Anna's order of two pieces, placed."""
    await cabinet.press("prc:1:1:0:1")
    await cabinet.press("prc:1:1:0:1")
    summary = await cabinet.press("sum:courier")
    return await cabinet.press(data_of(summary, "ord")[0])


async def as_oleg(cabinet: Cabinet) -> None:
    """From now on it is Oleg who presses; he is consultant 1."""
    cabinet.person_id = OLEG
    await cabinet.meet_person(OLEG, "ru")
    people = cabinet.database.data.people
    people[OLEG] = replace(people[OLEG], own_consultant_id=ConsultantId(1))


async def test_from_category_to_card(cabinet: Cabinet) -> None:
    catalog = await cabinet.say("/catalog")
    listed = await cabinet.press(data_of(catalog, "cat")[0])
    assert len(data_of(listed, "prd")) == 6
    second = await cabinet.press("cat:1:1")
    assert len(data_of(second, "prd")) == 2
    beyond = await cabinet.press("cat:1:9999")
    assert screen(beyond) == screen(second), "a page that has gone leads to the last"
    card = await cabinet.press(data_of(listed, "prd")[0])
    assert data_of(card, "prc") == ["prc:1:1:0:1"]
    assert (screen(card).picture or "").startswith("product/tube/")


async def test_counting_on_the_card_stops_at_the_stock(cabinet: Cabinet) -> None:
    for _ in range(10):
        answer = await cabinet.press("prc:1:1:0:1")
    assert answer.toast
    refused = await cabinet.press("prc:1:1:0:1")
    assert refused.alert
    assert refused.screen is None
    customer = (await cabinet.meet_person(ANNA, "ru")).customer_id
    assert cabinet.database.data.cart_lines[customer, ArticleId(1)] == 10


async def test_shades_must_be_chosen(cabinet: Cabinet) -> None:
    shades = tuple(
        Article(ArticleId(100 + n), f"S{n}", n, Localised(f"Оттенок <{n}>", f"Shade <{n}>"), f"#A0{n:02}30")
        for n in range(12)
    )
    cabinet.database.data.products[ProductId(1)] = replace(product(1), articles=shades)
    card = await cabinet.press("prd:1:0:0")
    assert data_of(card, "prc") == []
    assert (screen(card).picture or "").startswith("shades/tube/")
    assert "prd:1:106:0" in data_of(card, "prd"), "the page button leads to the first shade of the next page"
    chosen = await cabinet.press("prd:1:105:0")
    assert data_of(chosen, "prc") == ["prc:1:105:0:1"]
    sold_out = await cabinet.press("prd:1:100:0")
    assert data_of(sold_out, "prc") == []
    tampered = await cabinet.press("prd:1:2:0")
    assert data_of(tampered, "prc") == [], "another product's article is not this one's shade"


async def test_the_ladder_shows_on_the_card(cabinet: Cabinet) -> None:
    for _ in range(2):
        await cabinet.press("prc:1:1:0:1")
    card = await cabinet.press("prd:2:0:0")
    assert "35" in screen(card).text
    assert "<s>" in screen(card).text


async def test_an_order_from_cart_to_receipt(cabinet: Cabinet) -> None:
    customer = await joined(cabinet)
    placed = await ordered(cabinet)
    assert screen(placed).keep
    assert "10001" in screen(placed).text
    data = cabinet.database.data
    assert data.products[ProductId(1)].articles[0].stock == 8
    assert not [line for line in data.cart_lines if line[0] == customer]
    oleg = cabinet.database.data.consultants[ConsultantId(1)].person_id
    assert [(notice.to, notice.kind) for notice in data.outbox.values()] == [
        (oleg, "order_placed"),
        (ANNA, "cabinet_opened"),
        (ANNA, "cabinet_letter"),
    ]


async def test_the_same_press_is_the_same_order(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    summary = await cabinet.press("sum:post")
    press = data_of(summary, "ord")[0]
    first, second = await cabinet.press(press), await cabinet.press(press)
    assert first == second
    assert len(cabinet.database.data.orders) == 1
    assert cabinet.database.data.products[ProductId(1)].articles[0].stock == 9


@pytest.mark.parametrize("change", ["count", "price", "comment"])
async def test_a_summary_that_is_no_longer_true_buys_nothing(cabinet: Cabinet, change: str) -> None:
    await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    press = data_of(await cabinet.press("sum:post"), "ord")[0]
    if change == "count":
        await cabinet.press("prc:2:2:0:1")
    elif change == "price":
        products = cabinet.database.data.products
        products[ProductId(1)] = replace(products[ProductId(1)], price=products[ProductId(1)].price * 2)
    else:
        await cabinet.press("cmt")
        await cabinet.say("после 18:00")
    answer = await cabinet.press(press)
    assert data_of(answer, "cart")
    assert cabinet.database.data.orders == {}


async def test_a_product_taken_off_sale_blocks_the_cart_and_says_why(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await cabinet.press("prc:1:1:0:1")
    cabinet.database.data.products[ProductId(1)] = product(1, on_sale=False)
    cart = await cabinet.say("/cart")
    assert "⚠️" in screen(cart).text
    assert data_of(cart, "dlv") == []
    assert data_of(await cabinet.press("dlv"), "cart"), "a tampered way on is led back to the cart"
    emptied = await cabinet.press("crc:1:-1:0")
    assert data_of(emptied, "crc") == [], "taking out always works"


async def test_a_comment_waits_in_its_state_and_the_menu_leaves_it(cabinet: Cabinet) -> None:
    await cabinet.press("prc:1:1:0:1")
    await cabinet.press("cmt")
    assert await cabinet.state() == "Ordering:comment"
    await cabinet.say("/catalog")
    assert await cabinet.state() is None
    await cabinet.press("cmt")
    answer = await cabinet.say("  <b>звонить</b>\nпосле   18:00  ")
    assert "&lt;b&gt;звонить&lt;/b&gt; после 18:00" in screen(answer).text
    await cabinet.press("cmt")
    long = await cabinet.say("я" * 4000)
    assert screen(long).text.count("я") >= 300


async def test_the_consultant_decides_once(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    await as_oleg(cabinet)
    accepted = await cabinet.press("dcd:1:accept")
    assert await cabinet.press("dcd:1:accept") == accepted
    assert cabinet.database.data.orders[next(iter(cabinet.database.data.orders))].state is OrderState.ACCEPTED
    declined = await cabinet.press("dcd:1:decline")
    assert declined.toast is None
    assert cabinet.database.data.products[ProductId(1)].articles[0].stock == 8


async def test_declined_goods_go_back_to_stock(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    await as_oleg(cabinet)
    sure = await cabinet.press("dca:1:decline")
    await cabinet.press(data_of(sure, "dcd")[0])
    assert cabinet.database.data.products[ProductId(1)].articles[0].stock == 10
    kinds = [notice.kind for notice in cabinet.database.data.outbox.values() if notice.kind.startswith("order")]
    assert kinds == ["order_placed", "order_refresh", "order_decided"]


async def test_the_buyer_may_cancel_but_not_accept(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    refused = await cabinet.press("dcd:1:accept")
    assert "dcd" not in {data.split(":")[0] for _, data in buttons(screen(refused))}
    shown = await cabinet.press("opn:1:0:0")
    assert data_of(shown, "dca") == ["dca:1:cancel"]
    await cabinet.press("dcd:1:cancel")
    assert cabinet.database.data.products[ProductId(1)].articles[0].stock == 10


async def test_nobody_else_sees_or_decides(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    order = next(iter(cabinet.database.data.orders.values()))
    cabinet.person_id = type(ANNA)(1999)
    for data in ("opn:1:0:0", "opn:1:1:0", "dca:1:decline", "dcd:1:accept", "dcd:1:cancel", "ols:1:0"):
        answer = await cabinet.press(data)
        assert order.number not in screen(answer).text
        assert "Анна" not in screen(answer).text
    assert cabinet.database.data.orders[order.id].state is OrderState.PLACED


async def test_an_admin_sees_every_order_and_decides_none(cabinet: Cabinet) -> None:
    await joined(cabinet)
    await ordered(cabinet)
    cabinet.person_id = ADMIN
    listed = await cabinet.press("ords:1")
    assert data_of(listed, "opl") == ["opl:1:1:all:all:0:0"]
    await cabinet.press("dcd:1:accept")
    assert cabinet.database.data.orders[next(iter(cabinet.database.data.orders))].state is OrderState.PLACED


async def test_a_cart_of_many_lines_has_pages(cabinet: Cabinet) -> None:
    for n in range(1, 9):
        await cabinet.press(f"prc:{n}:{n}:0:1")
    first = await cabinet.say("/cart")
    assert len({data.split(":")[1] for data in data_of(first, "crc")}) == 6
    second = await cabinet.press("crt:1")
    assert len({data.split(":")[1] for data in data_of(second, "crc")}) == 2


async def test_nobody_orders_from_who_has_left(cabinet: Cabinet) -> None:
    await joined(cabinet)
    consultants = cabinet.database.data.consultants
    consultants[ConsultantId(1)] = replace(consultants[ConsultantId(1)], has_left=True, is_open=False)
    await cabinet.press("prc:1:1:0:1")
    refused = await cabinet.press("sum:courier")
    assert data_of(refused, "cons")
    assert not cabinet.database.data.orders
    own = await cabinet.press("cons")
    assert data_of(own, "cnw")
