"""Finding a consultant: by invite, by list, by a typed line, by place; changing them, and those who leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup

from domain.consultants.models import Speciality
from domain.notices.models import NoticeKind
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from handlers.ui.screen import Answer, Screen
from tests.handlers.cabinet import ADMIN, ANNA, NOW, OLEG, Cabinet, buttons, consultant


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


async def test_an_invite_of_another_offers_to_go_over(russian: Cabinet) -> None:
    await russian.say("/start code1")
    await russian.press("cnx:1")
    answer = await russian.say("/start code2")
    assert "Олег 1" in screen(answer).text
    assert ("🔁 Перейти: Олег 2", "cns:2") in buttons(screen(answer))
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
    assert buttons(screen(cities))[0] == ("Орёл · 2", "cnc:coryol:0::0")
    people = await russian.press("cnc:coryol:0::0")
    assert [data for _, data in buttons(screen(people))[:2]] == ["cno:1:coryol:0::0", "cno:4:coryol:0::0"]
    card = await russian.press("cno:4:coryol:0::0")
    assert screen(card).picture == "consultant/4"
    assert ("← Назад", "cnc:coryol:0::0") in buttons(screen(card))
    await russian.press_words(card, "Выбрать")
    assert chosen(russian) == 4
    own = await russian.say("/consultant")
    assert "Это ваш консультант" in screen(own).text


async def test_three_presses_and_a_word_are_enough(russian: Cabinet) -> None:
    await russian.say("/consultant")
    people = await russian.say("орел")
    card = await russian.press(buttons(screen(people))[0][1])
    await russian.press_words(card, "Выбрать")
    assert chosen(russian) == 1


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("орел", "coryol"),
        ("ОРЁЛ", "coryol"),
        ("Oryol", "coryol"),
        ("jh`k", "coryol"),
        ("г. Орёл", "coryol"),
        ("нижний-новгород", "cnizhny-novgorod"),
        ("вел", "cveliky-novgorod"),
        ("Подольск", "p2"),
    ],
)
async def test_a_typed_city_opens_its_list(cabinet: Cabinet, typed: str, leads_to: str) -> None:
    await cabinet.press("cons")
    assert await cabinet.state() == "ConsultantSelection:query"
    answer = await cabinet.say(typed)
    assert buttons(screen(answer))[0][1].split(":")[2] == leads_to
    assert answer.forget


@pytest.mark.parametrize(
    ("typed", "count"),
    [("новгород", 2), ("Лондон", 0), ("<b>x</b>", 0), ("я" * 4000, 0), ("-", 0), ("\u202e\u200b", 0)],
)
async def test_a_line_that_says_too_little_or_nothing_can_be_typed_again(
    cabinet: Cabinet, typed: str, count: int
) -> None:
    await cabinet.press("cons")
    answer = await cabinet.say(typed)
    assert len([data for _, data in buttons(screen(answer)) if data.startswith("cnc")]) == count
    assert await cabinet.state() == "ConsultantSelection:query"
    assert buttons(screen(await cabinet.say("орёл")))[0][1].startswith("cno")


async def test_towns_of_one_name_show_their_region(russian: Cabinet) -> None:
    await russian.press("cons")
    answer = await russian.say("Киров")
    assert [words for words, _ in buttons(screen(answer))[:2]] == [
        "Киров, Кировская область",
        "Киров, Калужская область",
    ]


async def test_by_the_number_of_a_cabinet(cabinet: Cabinet) -> None:
    await cabinet.press("cons")
    for typed in ("10000002", "№ 1000 0002", "https://t.me/cabinet_bot?start=code2"):
        assert ("cnx:2") in [data for _, data in buttons(screen(await cabinet.say(typed)))], typed


@pytest.mark.parametrize("typed", ["Олег 2", "oleg 2", "2 олег", "jktu 2"])
async def test_by_name(russian: Cabinet, typed: str) -> None:
    await russian.press("cons")
    answer = await russian.say(typed)
    assert buttons(screen(answer))[0][1] == "cnc:n:0::0"
    people = await russian.press("cnc:n:0::0")
    assert [data for _, data in buttons(screen(people)) if data.startswith("cno")] == ["cno:2:n:0::0"]
    card = await russian.press("cno:2:n:0::0")
    assert ("← Назад", "cnc:n:0::0") in buttons(screen(card))


async def test_near_me_the_nearest_come_first_with_the_way(russian: Cabinet) -> None:
    asked = await russian.press("cng")
    menu = asked.messages[0].markup
    assert isinstance(menu, ReplyKeyboardMarkup)
    assert menu.keyboard[0][0].request_location
    answer = await russian.locate(56.3287, 44.002)
    assert answer.forget
    assert isinstance(answer.messages[0].markup, ReplyKeyboardMarkup)
    assert not answer.messages[0].markup.keyboard[0][0].request_location
    found = [(words, data) for words, data in buttons(screen(answer)) if data.startswith("cno")]
    assert [data.split(":")[1] for _, data in found] == ["2", "1", "4", "3"]
    assert "меньше 1 км" in found[0][0]
    assert "630 км" in found[1][0]
    assert "56.3287" not in repr(answer), "a button knows the place only roughly"


@pytest.mark.parametrize(
    "data", ["cnc:g9999_99999:0::0", "cnc:p77:0::0", "cnc:x:0::0", "cno:1:g9_:0::0", "cnc:c:9:zz:999"]
)
async def test_a_tampered_place_is_answered(cabinet: Cabinet, data: str) -> None:
    assert screen(await cabinet.press(data)).text


async def test_wishes_narrow_the_list(russian: Cabinet) -> None:
    data = russian.database.data.consultants
    data[ConsultantId(4)] = consultant(4, specialities=(Speciality.NAILS,), languages=("en",))
    people = await russian.press("cnc:coryol:0::0")
    wishes = await russian.press_words(people, "Чем помогает")
    nails = await russian.press_words(wishes, "маникюр")
    assert [way.split(":")[1] for _, way in buttons(screen(nails)) if way.startswith("cno")] == ["1", "4"]
    languages = await russian.press_words(nails, "На каком языке")
    english = await russian.press_words(languages, "английский")
    assert [way.split(":")[1] for _, way in buttons(screen(english)) if way.startswith("cno")] == ["4"]
    assert {"✓ маникюр", "✓ английский"} <= {words for words, _ in buttons(screen(english))}
    card = await russian.press(next(way for _, way in buttons(screen(english)) if way.startswith("cno")))
    assert screen(await russian.press_words(card, "Назад")) == screen(english)
    nobody = await russian.press("cnc:cveliky-novgorod:0:en:0")
    assert "пожеланиями" in screen(nobody).text
    again = await russian.press_words(nobody, "английский")
    assert "cno:3:cveliky-novgorod:0::0" in [
        way for _, way in buttons(screen(await russian.press_words(again, "На любом языке")))
    ]


async def test_a_card_says_whether_they_are_there_now(russian: Cabinet) -> None:
    assert "там 15:00" in screen(await russian.press("cno:1::0::0")).text
    assert "🟢" in buttons(screen(await russian.press("cnc::0::0")))[0][0]
    russian.now = NOW.replace(hour=20)
    assert "⚪" in screen(await russian.press("cno:1::0::0")).text
    assert "🟢" not in buttons(screen(await russian.press("cnc::0::0")))[0][0]
    russian.database.data.consultants[ConsultantId(1)] = consultant(1, time_zone="Asia/Vladivostok")
    russian.now = NOW.replace(hour=23)
    assert (
        "🟢 Сейчас на связи: с 09:00 до 20:30 по местному времени, там 09:00"
        in screen(await russian.press("cno:1::0::0")).text
    )


async def test_changing_the_consultant(russian: Cabinet) -> None:
    await russian.press("cnx:1")
    own = await russian.say("/consultant")
    finder = await russian.press_words(own, "Сменить консультанта")
    people = await russian.press_words(finder, "Великий Новгород")
    card = await russian.press(buttons(screen(people))[0][1])
    asked = await russian.press_words(card, "Перейти")
    assert "Олег 3" in screen(asked).text
    assert await russian.state() == "ConsultantSelection:reason"
    for wrong in ("ы", "я" * 501):
        assert "3 до 500" in screen(await russian.say(wrong)).text
        assert chosen(russian) == 1
    done = await russian.say("Переехала в <b>другой</b> город")
    assert chosen(russian) == 3
    assert done.forget
    assert await russian.state() is None
    assert {notice.kind for notice in russian.database.data.outbox.values()} == {
        NoticeKind.CUSTOMER_CHOSE_CONSULTANT,
        NoticeKind.CUSTOMER_LEFT,
    }
    refused = await russian.press("cns:1")
    assert "6 июня 2026" in screen(refused).text
    russian.now = NOW + timedelta(days=30)
    assert await russian.press("cns:1")
    assert await russian.state() == "ConsultantSelection:reason"


async def test_who_left_is_replaced_in_two_presses(russian: Cabinet) -> None:
    await russian.press("cnx:1")
    russian.database.data.consultants[ConsultantId(1)] = consultant(1, has_left=True, is_open=False)
    assert "cna" in [data for _, data in buttons(screen(await russian.say("/start")))]
    finder = await russian.press("cna")
    people = await russian.press_words(finder, "Великий")
    card = await russian.press(buttons(screen(people))[0][1])
    await russian.press_words(card, "Выбрать")
    assert chosen(russian) == 3


async def test_a_consultant_pauses_and_goes_on(russian: Cabinet) -> None:
    russian.person_id = OLEG
    invite = await russian.say("/invite")
    assert screen(invite).picture == "invite/cabinet_bot/code1"
    paused = await russian.press_words(invite, "Не принимать")
    assert not russian.database.data.consultants[ConsultantId(1)].takes_customers
    await russian.press_words(paused, "Снова принимать")
    assert russian.database.data.consultants[ConsultantId(1)].takes_customers
    russian.person_id = ANNA
    await russian.press("cnk:0")
    assert russian.database.data.consultants[ConsultantId(1)].takes_customers


async def test_only_an_admin_sees_a_consultants_sheet(russian: Cabinet) -> None:
    await russian.press("cnx:1")
    await russian.press("cns:2")
    await russian.say("Слишком <b>далеко</b>")
    for attempt in ("/staff 10000001", "/staff", "/staff 10000001 0"):
        assert "Слишком" not in screen(await russian.say(attempt)).text
    await russian.press("cnr:1:1")
    assert not russian.database.data.consultants[ConsultantId(1)].has_left
    assert russian.database.data.consultants[ConsultantId(1)].room is None
    russian.person_id = ADMIN
    for wrong in ("/staff", "/staff 10000001 many", "/staff 999", "/staff 999 5"):
        assert "Слишком" not in screen(await russian.say(wrong)).text
    sheet = await russian.say("/staff 10000001")
    assert "7 мая 2026: Слишком &lt;b&gt;далеко" in screen(sheet).text
    assert "не больше 50" in screen(await russian.say("/staff 10000001 50")).text
    assert "Предела" in screen(await russian.say("/staff 10000001 -")).text
    gone = await russian.press_words(sheet, "ушёл")
    assert russian.database.data.consultants[ConsultantId(1)].has_left
    await russian.press_words(gone, "вернулся")
    assert not russian.database.data.consultants[ConsultantId(1)].has_left


async def test_many_cities_and_consultants_have_pages(cabinet: Cabinet) -> None:
    for number in range(10, 35):
        cabinet.database.data.consultants[ConsultantId(number)] = consultant(
            number, f"Город {number}", f"City {number}"
        )
    first, last = await cabinet.press("cnw:0"), await cabinet.press("cnw:99")
    assert ("▶", "cnw:1") in buttons(screen(first))
    assert buttons(screen(first))[0] != buttons(screen(last))[0]
    everywhere = await cabinet.press("cnc::0::5")
    assert [data for _, data in buttons(screen(everywhere)) if data.startswith("cno")] != []


async def test_nobody_to_choose(cabinet: Cabinet) -> None:
    data = cabinet.database.data
    data.consultants = {key: replace(each, is_open=False) for key, each in data.consultants.items()}
    assert [way for _, way in buttons(screen(await cabinet.press("cons")))] == ["ctg", "home"]
    for press in ("cnw:0", "cnc::0::0", "cnc:coryol:0::0", "cng", "cna"):
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
