"""Finding a consultant: by invite, by list, by the name of a city."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup

from domain.consultants.models import CityCount
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from domain.shared.localised import Localised
from handlers.consultants.matching import matching_cities
from handlers.ui.screen import Answer, Screen
from tests.handlers.cabinet import OLEG, Cabinet, buttons, consultant


def screen(answer: Answer) -> Screen:
    assert answer.screen is not None
    return answer.screen


def chosen(cabinet: Cabinet) -> int | None:
    return cabinet.database.data.choices.get(CustomerId(1))


async def test_an_invite_needs_one_press(cabinet: Cabinet) -> None:
    answer = await cabinet.say("/start code1")
    assert isinstance(answer.messages[0].markup, ReplyKeyboardMarkup)
    assert screen(answer).picture == "consultant/1"
    words, data = buttons(screen(answer))[0]
    assert "Oleg 1" in words or "Олег 1" in words
    done = await cabinet.press(data)
    assert chosen(cabinet) == 1
    assert done.toast
    assert list(cabinet.database.data.outbox) == ["chose:1:1"]
    assert buttons(screen(done))[0][1] == "form"


@pytest.mark.parametrize("code", ["nosuchcode", "code1'--", "x" * 64])
async def test_an_unknown_invite_still_opens_the_cabinet(cabinet: Cabinet, code: str) -> None:
    answer = await cabinet.say(f"/start {code}")
    assert {"cons", "ctg", "home"} <= {data for _, data in buttons(screen(answer))}


async def test_an_invite_of_another_does_not_change_the_consultant(russian: Cabinet) -> None:
    await russian.say("/start code1")
    await russian.press("cnx:1")
    answer = await russian.say("/start code2")
    assert "Олег 1" in screen(answer).text
    assert not [data for _, data in buttons(screen(answer)) if data.startswith("cnx")]
    refused = await russian.press("cnx:2")
    assert "Олег 1" in screen(refused).text
    assert chosen(russian) == 1


async def test_who_takes_nobody_new_is_shown_but_not_offered(cabinet: Cabinet) -> None:
    cabinet.database.data.consultants[ConsultantId(1)] = consultant(1, is_open=False)
    answer = await cabinet.say("/start code1")
    assert not [data for _, data in buttons(screen(answer)) if data.startswith("cnx")]
    await cabinet.press("cnx:1")
    assert chosen(cabinet) is None


async def test_by_city_to_a_card_and_back(russian: Cabinet) -> None:
    cities = await russian.say("💬 Консультант")
    assert buttons(screen(cities))[0] == ("Орёл · 2", "cnc:oryol:0")
    people = await russian.press("cnc:oryol:0")
    assert [data for _, data in buttons(screen(people))[:2]] == ["cno:1:oryol:0", "cno:4:oryol:0"]
    card = await russian.press("cno:4:oryol:0")
    assert screen(card).picture == "consultant/4"
    assert ("← Назад", "cnc:oryol:0") in buttons(screen(card))
    await russian.press_words(card, "Выбрать")
    assert chosen(russian) == 4
    own = await russian.say("/consultant")
    assert "Это ваш консультант" in screen(own).text


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("орел", "oryol"),
        ("ОРЁЛ", "oryol"),
        ("Oryol", "oryol"),
        ("нижний-нов", "nizhny-novgorod"),
        ("вел", "veliky-novgorod"),
    ],
)
async def test_a_typed_city(cabinet: Cabinet, typed: str, leads_to: str) -> None:
    await cabinet.press("cnt")
    assert await cabinet.state() == "ConsultantSelection:city"
    answer = await cabinet.say(typed)
    assert buttons(screen(answer))[0][1].split(":")[2] == leads_to
    assert await cabinet.state() is None


@pytest.mark.parametrize(
    ("typed", "count"), [("новгород", 2), ("Лондон", 0), ("<b>x</b>", 0), ("я" * 4000, 0), ("-", 0)]
)
async def test_a_city_typed_too_loosely_or_unknown_can_be_typed_again(cabinet: Cabinet, typed: str, count: int) -> None:
    await cabinet.press("cnt")
    answer = await cabinet.say(typed)
    assert len([data for _, data in buttons(screen(answer)) if data.startswith("cnc")]) == count
    assert await cabinet.state() == "ConsultantSelection:city"
    await cabinet.say("орёл")
    assert await cabinet.state() is None


def test_a_whole_name_wins_over_longer_ones() -> None:
    cities = [CityCount(slug, Localised(ru, slug), 1) for slug, ru in (("orlovsk", "Орёл-Ямской"), ("oryol", "Орёл"))]
    assert [city.slug for city in matching_cities(cities, "орел")] == ["oryol"]
    assert [city.slug for city in matching_cities(cities, "ор")] == ["orlovsk", "oryol"]
    assert [city.slug for city in matching_cities(cities, "ямск")] == ["orlovsk"]
    assert matching_cities(cities, "рёл") == []


async def test_many_cities_and_consultants_have_pages(cabinet: Cabinet) -> None:
    for number in range(10, 35):
        cabinet.database.data.consultants[ConsultantId(number)] = consultant(
            number, f"Город {number}", f"City {number}"
        )
    first, last = await cabinet.press("cnp:0"), await cabinet.press("cnp:99")
    assert ("▶", "cnp:1") in buttons(screen(first))
    assert buttons(screen(first))[0] != buttons(screen(last))[0]
    everywhere = await cabinet.press("cnc::5")
    assert [data for _, data in buttons(screen(everywhere)) if data.startswith("cno")] != []


async def test_nobody_to_choose(cabinet: Cabinet) -> None:
    data = cabinet.database.data
    data.consultants = {key: replace(each, is_open=False) for key, each in data.consultants.items()}
    assert [way for _, way in buttons(screen(await cabinet.press("cons")))] == ["ctg", "home"]
    for press in ("cnp:0", "cnc::0", "cnc:oryol:0"):
        assert not [found for _, found in buttons(screen(await cabinet.press(press))) if found.startswith("cno")]


async def test_a_full_cart_is_the_next_step(cabinet: Cabinet) -> None:
    await cabinet.say("/start")
    cabinet.database.data.cart_lines[CustomerId(1), ArticleId(1)] = 1
    assert "cart" in [data for _, data in buttons(screen(await cabinet.press("cnx:1")))]


async def test_a_consultants_invite(cabinet: Cabinet) -> None:
    cabinet.person_id = OLEG
    answer = await cabinet.say("/invite")
    assert "https://t.me/cabinet_bot?start=code1" in screen(answer).text
    markup = screen(answer).markup
    assert isinstance(markup, InlineKeyboardMarkup)
    assert "start%3Dcode1" in (markup.inline_keyboard[0][0].url or "")
    assert screen(await cabinet.say("/start code1")) == screen(answer), "one's own link shows what it is"


async def test_nobody_else_has_an_invite(cabinet: Cabinet) -> None:
    for attempt in (await cabinet.say("/invite"), await cabinet.press("inv"), await cabinet.say("🔗 My invite")):
        assert "t.me" not in screen(attempt).text


async def test_a_consultant_is_not_their_own(cabinet: Cabinet) -> None:
    cabinet.person_id = OLEG
    answer = await cabinet.press("cnx:1")
    assert "inv" in [data for _, data in buttons(screen(answer))]
    assert cabinet.database.data.choices == {}
