"""Searching, shades, favourites and comparing over the in-memory database, in both languages."""

from __future__ import annotations

from dataclasses import replace

from aiogram.types import InlineQuery, PhotoSize, Update, User

from domain.catalog.models import Article
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, ProductId
from domain.shared.localised import Localised
from handlers.ui.screen import Answer, Screen
from tests.handlers.cabinet import ANNA, Cabinet, buttons, product


def screen(answer: Answer) -> Screen:
    assert answer.screen is not None
    return answer.screen


def data_of(answer: Answer, prefix: str) -> list[str]:
    """The callbacks of the screen's buttons that begin so."""
    return [data for _, data in buttons(screen(answer)) if data.split(":")[0] == prefix]


def shaded(cabinet: Cabinet, stock: int = 3) -> None:
    """Product 1 comes in two shades."""
    hexes = {100: "#B8141F", 101: "#D6A796"}
    shades = tuple(
        Article(ArticleId(id_), f"S{id_}", stock, Localised(f"Оттенок <{id_}>", f"Shade <{id_}>"), colour)
        for id_, colour in hexes.items()
    )
    cabinet.database.data.products[ProductId(1)] = replace(product(1), articles=shades)


async def inline(cabinet: Cabinet, query: str, offset: str = "") -> Answer:
    user = User(id=cabinet.person_id, is_bot=False, first_name="x", language_code=cabinet.language_code)
    asked = InlineQuery(id="1", from_user=user, query=query, offset=offset)
    return await cabinet._feed(Update(update_id=next(cabinet.ids), inline_query=asked))


async def test_words_lead_to_a_product_and_back_to_what_was_found(cabinet: Cabinet) -> None:
    catalog = await cabinet.say("/catalog")
    await cabinet.press(data_of(catalog, "sea")[0])
    assert await cabinet.state() == "Searching:words"
    found = await cabinet.say("<")
    assert len(data_of(found, "prd")) == 6
    second = await cabinet.press("sep:1")
    assert len(data_of(second, "prd")) == 2
    assert screen(await cabinet.press("sep:900")) == screen(second), "a page that has gone leads to the last"
    card = await cabinet.press(data_of(second, "prd")[0])
    assert data_of(card, "sep") == ["sep:1"]
    shown = await cabinet.press(data_of(card, "prc")[0])
    assert data_of(shown, "sep") == ["sep:1"]


async def test_words_out_of_the_blue_are_looked_for(cabinet: Cabinet) -> None:
    found = await cabinet.say("<7>")
    assert data_of(found, "prd") == ["prd:7:0:5000"]
    assert "&lt;7&gt;" in screen(found).text
    again = await cabinet.say("<8>")
    assert data_of(again, "prd") == ["prd:8:0:5000"]


async def test_nothing_found_says_what_to_do(cabinet: Cabinet) -> None:
    await cabinet.say("/search")
    nothing = await cabinet.say("экскаватор <b>" * 30)
    assert data_of(nothing, "sea")
    assert data_of(nothing, "help")
    assert data_of(nothing, "prd") == []


async def test_filters_stay_while_words_change(cabinet: Cabinet) -> None:
    await cabinet.say("/search")
    await cabinet.say("<")
    listed = await cabinet.press("sef:all")
    assert len(data_of(listed, "sef")) + len(data_of(listed, "sen")) == 6
    for kind in ("category", "price", "skin", "family"):
        choices = await cabinet.press(f"sef:{kind}")
        assert len(data_of(choices, "sen")) >= 2
    narrowed = await cabinet.press("sen:price:0")
    assert data_of(await cabinet.press("sep:0"), "prd") == [], "they cost more than 500"
    assert "500" in str(buttons(screen(narrowed)))
    assert data_of(await cabinet.say("<1>"), "prd") == []
    await cabinet.press("sen:price:")
    assert data_of(await cabinet.press("sep:0"), "prd") == ["prd:1:0:5000"]
    for tampered in ("sen:price:99", "sen:category:abc", "sen:skin:x", "sen:family:x", "sen:stock:zzz"):
        await cabinet.press(tampered)
        assert data_of(await cabinet.press("sep:0"), "prd"), tampered


async def test_favourites_and_seen(cabinet: Cabinet) -> None:
    card = await cabinet.press("prd:3:0:0")
    press = data_of(card, "fav")[0]
    for _ in range(2):
        kept = await cabinet.press(press)
        assert kept.toast
    assert data_of(kept, "fav") != [press]
    listed = await cabinet.press("fvl:0")
    assert data_of(listed, "prd") == ["prd:3:0:6000"]
    back = await cabinet.press("prd:3:0:6000")
    assert data_of(back, "fvl") == ["fvl:0"]
    await cabinet.press(data_of(back, "fav")[0])
    assert data_of(await cabinet.press("fvl:5"), "prd") == []
    assert data_of(await cabinet.press("snl:0"), "prd") == ["prd:3:0:7000"]


async def test_comparing(cabinet: Cabinet) -> None:
    assert data_of(await cabinet.press("cml"), "cmd") == []
    for number in range(1, 5):
        card = await cabinet.press(f"prd:{number}:0:0")
        answer = await cabinet.press(data_of(card, "ptc")[0])
        assert answer.toast
    assert data_of(answer, "cml") == [], "a fourth does not come in"
    compared = await cabinet.press("cml")
    assert data_of(compared, "cmd") == ["cmd:1", "cmd:2", "cmd:3"]
    fewer = await cabinet.press("cmd:2")
    assert data_of(fewer, "cmd") == ["cmd:1", "cmd:3"]


async def test_what_is_out_of_stock_can_be_waited_for(cabinet: Cabinet) -> None:
    shaded(cabinet, stock=0)
    card = await cabinet.press("prd:1:100:0")
    press = data_of(card, "wat")[0]
    watching = await cabinet.press(press)
    assert await cabinet.press(press) == watching
    customer = (await cabinet.meet_person(ANNA, "ru")).customer_id
    assert [key[0] for key in cabinet.database.data.wishes if key[1:] == (customer, 100)] == ["watch"]
    await cabinet.press(data_of(watching, "wat")[0])
    assert ("watch", customer, 100) not in cabinet.database.data.wishes
    shaded(cabinet, stock=5)
    assert data_of(await cabinet.press(press), "wat") == [], "it is back already"


async def test_an_album_is_turned_over_in_the_card(cabinet: Cabinet) -> None:
    album = tuple(f"photo/{at}" for at in range(3))
    shaded(cabinet)
    shades = cabinet.database.data.products[ProductId(1)].articles
    own = (replace(shades[0], picture="photo/own"), shades[1])
    known = replace(cabinet.database.data.products[ProductId(1)], articles=own, picture=album[0], pictures=album)
    cabinet.database.data.products[ProductId(1)] = known
    card = await cabinet.press("prd:1:0:4")
    shown = [screen(card).picture]
    for _ in range(3):
        card = await cabinet.press(data_of(card, "pix")[0])
        shown.append(screen(card).picture)
    assert shown == [*album, album[0]]
    assert data_of(card, "cat") == ["cat:1:4"], "back to the list it came from"
    shade = await cabinet.press("prd:1:100:4")
    assert screen(shade).picture == "photo/own"
    assert screen(await cabinet.press(data_of(shade, "pix")[0])).picture == album[0]
    assert data_of(await cabinet.press("prd:2:0:4"), "pix") == [], "one picture is not turned over"
    assert (screen(await cabinet.press("pix:2:0:4:9999")).picture or "").startswith("product/")


async def test_details_turn_over_pictures(cabinet: Cabinet) -> None:
    card = await cabinet.press("prd:2:0:4")
    first = await cabinet.press(data_of(card, "pdt")[0])
    second = await cabinet.press(data_of(first, "pdt")[0])
    assert screen(first).picture != screen(second).picture
    assert screen(await cabinet.press(data_of(second, "pdt")[0])) == screen(first)
    assert len(data_of(first, "prd")) == 3, "two that go with it, and back"
    assert "prd:2:2:4" in data_of(first, "prd")
    assert await cabinet.press("pdt:999:0:0:0")


async def test_a_shade_by_hex_by_name_and_by_photo(cabinet: Cabinet) -> None:
    shaded(cabinet)
    card = await cabinet.press("prd:1:0:0")
    await cabinet.press(data_of(card, "shf")[0])
    assert await cabinet.state() == "Shading:sample"
    for text in ("#b8151f", "b8141f", "Оттенок <100>", "shade 100"):
        found = await cabinet.say(text)
        assert data_of(found, "prd")[0] == "prd:1:100:9000", text
        assert (screen(found).picture or "").startswith("swatches/B81")
    unknown = await cabinet.say("цвет бедра испуганной нимфы")
    assert data_of(unknown, "prd") == ["prd:1:0:0"]
    photo = PhotoSize(file_id="red", file_unique_id="r", width=90, height=90)
    seen = await cabinet._send(photo=[photo])
    assert seen.forget
    assert data_of(seen, "prd")[0] == "prd:1:100:9000"
    blurred = await cabinet._send(photo=[photo.model_copy(update={"file_id": "other"})])
    assert data_of(blurred, "prd") == ["prd:1:0:0"]


async def test_what_is_like_a_shade(cabinet: Cabinet) -> None:
    shaded(cabinet)
    card = await cabinet.press("prd:1:100:0")
    alike = await cabinet.press(data_of(card, "shl")[0])
    assert data_of(alike, "prd") == ["prd:1:101:9000"]
    assert data_of(await cabinet.press("prd:1:101:9000"), "shf")[-1] == "shf:0"


async def test_inline_cards_carry_the_invite_of_who_sends(cabinet: Cabinet) -> None:
    plain = await inline(cabinet, "<")
    assert plain.inline is not None
    assert len(plain.inline.cards) == 8
    assert plain.inline.cards[0].url == "https://t.me/cabinet_bot?start=prd-1"
    customer = (await cabinet.meet_person(ANNA, "ru")).customer_id
    cabinet.database.data.choices[CustomerId(customer)] = ConsultantId(2)
    own = await inline(cabinet, "<2>")
    assert own.inline is not None
    (card,) = own.inline.cards
    assert card.url == "https://t.me/cabinet_bot?start=prd-2-code2"
    assert "&lt;2&gt;" in card.text
    assert "<2>" in card.title
    nothing = await inline(cabinet, "экскаватор", "garbage")
    assert nothing.inline is not None
    assert (nothing.inline.cards, nothing.inline.next_offset) == ((), "")


async def test_coming_by_a_card_leads_to_its_consultant_and_its_product(cabinet: Cabinet) -> None:
    invited = await cabinet.say("/start prd-2-code2")
    assert data_of(invited, "prd") == ["prd:2:0:0"]
    assert any("code2" in data or data.startswith("c") for _, data in buttons(screen(invited)))
    for link in ("prd-2", "prd-2-nobody"):
        shown = await cabinet.say(f"/start {link}")
        assert data_of(shown, "prc") == ["prc:2:2:0:1"]
    gone = await cabinet.say("/start prd-999")
    assert gone.screen is not None
