"""The form, from the first question to the cart."""

from __future__ import annotations

import pytest
from aiogram.types import ReplyKeyboardMarkup

from domain.joining.models import Form
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ADMIN, Cabinet, buttons


def form_of(cabinet: Cabinet) -> Form:
    return cabinet.database.data.forms.get(CustomerId(1), Form())


def contact_buttons(answer: Answer) -> list[bool]:
    markups = [screen.markup for screen in answer.messages if isinstance(screen.markup, ReplyKeyboardMarkup)]
    return [bool(key.request_contact) for markup in markups for row in markup.keyboard for key in row]


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


async def test_three_questions_then_review_then_on(cabinet: Cabinet) -> None:
    first = await cabinet.say("/form")
    assert "1" in text(first)
    assert "3" in text(first)
    second = await cabinet.say("  Анна   Смирнова ")
    assert second.forget
    third = await cabinet.say("7.5.1990")
    assert third.forget
    assert contact_buttons(third)[0]
    review = await cabinet.share()
    assert review.forget
    assert not any(contact_buttons(review)), "the menu without the contact button must come back"
    assert "Анна Смирнова" in text(review)
    assert "1990" in text(review)
    assert "+7 916 123-45-67" in text(review)
    done = await cabinet.press("fok")
    assert form_of(cabinet).complete
    assert await cabinet.state() is None
    assert done.screen is not None
    assert buttons(done.screen)[0][1] == "cons"


@pytest.mark.parametrize(
    ("goods", "consultant", "way"), [(True, True, "cart"), (False, True, "ctg"), (True, False, "cons")]
)
async def test_when_done_it_goes_on_to_what_is_missing(
    russian: Cabinet, goods: bool, consultant: bool, way: str
) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    await russian.say("07.05.1990")
    await russian.share()
    if goods:
        russian.database.data.cart_lines[CustomerId(1), ArticleId(1)] = 1
    if consultant:
        russian.database.data.choices[CustomerId(1)] = ConsultantId(1)
    done = await russian.press("fok")
    assert done.screen is not None
    assert buttons(done.screen)[0][1] == way


@pytest.mark.parametrize("said", ["", "А", "я" * 4000, "<b>x</b>", "12345", "\u202e\u200b"])
async def test_a_wrong_name_changes_nothing_and_is_forgotten(cabinet: Cabinet, said: str) -> None:
    await cabinet.say("/form")
    answer = await cabinet.say(said or " ")
    assert answer.forget
    assert form_of(cabinet).name is None
    assert await cabinet.state() == "Joining:name"
    assert form_of(cabinet).is_empty
    await cabinet.say("Анна")
    assert form_of(cabinet).name == "Анна"


@pytest.mark.parametrize("said", ["вчера", "31.02.1990", "07.05.2020", "07.05.2090", "01.01.1800", "1.1.90"])
async def test_a_wrong_date_gets_a_sentence_of_its_own(cabinet: Cabinet, said: str) -> None:
    await cabinet.say("/form")
    await cabinet.say("Анна")
    answer = await cabinet.say(said)
    assert answer.forget
    assert form_of(cabinet).birth_date is None
    assert await cabinet.state() == "Joining:birth_date"


async def test_wrong_dates_are_told_apart(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    answers = [
        text(await russian.say(said)) for said in ("вчера", "31.02.1990", "07.05.2020", "07.05.2090", "1.1.1800")
    ]
    assert len(set(answers)) == 5


async def test_only_ones_own_contact_of_the_right_country_counts(cabinet: Cabinet) -> None:
    await cabinet.say("/form")
    await cabinet.say("Анна")
    await cabinet.say("07.05.1990")
    for phone, owner in (("+79161234567", 7), ("+79161234567", None), ("+77011234567", 1001), ("+7123", 1001)):
        answer = await cabinet.share(phone, owner)
        assert answer.forget
        assert form_of(cabinet).phone is None
    typed = await cabinet.say("+79161234567")
    assert typed.forget
    assert form_of(cabinet).phone is None
    await cabinet.share()
    assert form_of(cabinet).phone == "+79161234567"


async def test_something_else_than_text_is_told_what_is_expected(cabinet: Cabinet) -> None:
    hint = text(await cabinet.sticker())
    await cabinet.say("/form")
    name = text(await cabinet.sticker())
    await cabinet.say("Анна")
    date = text(await cabinet.sticker())
    assert len({hint, name, date}) == 3
    assert await cabinet.state() == "Joining:birth_date"


async def test_back_and_correcting(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    back = await russian.press_words(await russian.press("form"), "Назад")
    assert "Анна" in text(back)
    assert await russian.state() == "Joining:name"
    await russian.say("Вера")
    await russian.say("07.05.1990")
    review = await russian.share()
    asked = await russian.press_words(review, "дату рождения")
    assert "1990" in text(asked)
    review = await russian.say("08.05.1991")
    assert "8 мая 1991" in text(review)
    assert "Вера" in text(review)


async def test_why_leads_back_to_its_question(cabinet: Cabinet) -> None:
    await cabinet.say("/form")
    for step in ("name", "birth_date", "phone"):
        why = await cabinet.press(f"fwy:{step}")
        assert why.screen is not None
        again = await cabinet.press(buttons(why.screen)[0][1])
        assert again.messages == (), "the button for the number is there already"
        assert await cabinet.state() == f"Joining:{step}"


async def test_a_begun_form_survives_leaving_and_is_offered_again(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    home = await russian.say("/cancel")
    assert await russian.state() is None
    assert home.screen is not None
    assert "Продолжить анкету" in [words.removeprefix("📝 ") for words, _ in buttons(home.screen)]
    on = await russian.press_words(home, "Продолжить")
    assert await russian.state() == "Joining:birth_date"
    assert "2" in text(on)


async def test_the_menu_is_never_taken_for_an_answer(cabinet: Cabinet) -> None:
    await cabinet.say("/form")
    for words in ("❔ Помощь", "❔ Help", "🏠 Главная", "💬 Consultant", "/help"):
        await cabinet.press("fst:name:0")
        await cabinet.say(words)
        assert form_of(cabinet).name is None
        assert not (await cabinet.state() or "").startswith("Joining")


@pytest.mark.parametrize("state", ["fst:name:0", "cmt", "cna"])
async def test_the_menu_wins_whatever_is_waited_for(russian: Cabinet, state: str) -> None:
    russian.person_id = ADMIN
    for words, shown in (("🛠 Управление", "Управление"), ("💬 Консультант", "консультанта"), ("🛒 Корзина", "Корзина")):
        await russian.press(state)
        assert await russian.state() is not None
        assert shown in text(await russian.say(words))


async def test_completing_leaves_a_question_asked_meanwhile(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    await russian.say("07.05.1990")
    await russian.share()
    await russian.press("fst:name:0")
    await russian.press("fok")
    assert await russian.state() is None


async def test_a_complete_form_can_still_be_corrected_and_is_not_completed_again(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    await russian.say("07.05.1990")
    review = await russian.share()
    await russian.press("fok")
    mine = await russian.say("/form")
    assert text(mine) != text(review)
    assert mine.screen is not None
    assert "fok" not in [data for _, data in buttons(mine.screen)]
    await russian.press_words(mine, "Исправить имя")
    assert "Вера" in text(await russian.say("Вера"))
    assert form_of(russian).complete


async def test_completing_too_early_says_what_is_missing(cabinet: Cabinet) -> None:
    answer = await cabinet.press("fok")
    assert answer.screen is not None
    assert buttons(answer.screen)[0][1] == "form"
    assert not form_of(cabinet).complete


async def test_completing_twice_is_the_same_as_once(russian: Cabinet) -> None:
    await russian.say("/form")
    await russian.say("Анна")
    await russian.say("07.05.1990")
    await russian.share()
    first, second = await russian.press("fok"), await russian.press("fok")
    assert first.screen == second.screen
