"""The form, from the consents to the cart."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiogram.types import ReplyKeyboardMarkup

from domain.consents.models import BEFORE_THE_FORM, VERSIONS, Purpose
from domain.joining.models import SKIPPABLE, Approval, GroupKind, Proof, Step
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from handlers.ui.screen import Answer
from tests.forms import JOINED
from tests.handlers.cabinet import ADMIN, Cabinet, buttons
from tests.handlers.filling import ANSWERS, code_of, consent, fill, form_of, reply


def contact_buttons(answer: Answer) -> list[bool]:
    markups = [screen.markup for screen in answer.messages if isinstance(screen.markup, ReplyKeyboardMarkup)]
    return [bool(key.request_contact) for markup in markups for row in markup.keyboard for key in row]


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


def ways(answer: Answer) -> list[str]:
    assert answer.screen is not None
    return [data for _, data in buttons(answer.screen)]


async def test_consents_come_first_each_with_its_text_and_as_a_file(cabinet: Cabinet) -> None:
    asked = await cabinet.say("/form")
    assert await cabinet.state() is None
    assert "ООО «Ромашка» &amp; &lt;i&gt;Ко" in text(asked)
    filed = await cabinet.press("fcf:cabinet")
    file = filed.messages[0].file
    assert file is not None
    assert "ООО «Ромашка» & <i>Ко" in file.content
    assert "</b>" not in file.content
    assert file.name.endswith(".txt")
    for purpose in BEFORE_THE_FORM:
        agree = next(data for data in ways(asked) if data.startswith(f"fcs:{purpose}") and data.endswith(":1"))
        asked = await cabinet.press(agree)
    assert await cabinet.state() == "Joining:last_name"
    kept = cabinet.database.data.consents.values()
    assert {each.purpose: each.version for each in kept} == {each: VERSIONS[each] for each in BEFORE_THE_FORM}
    assert {each.given_at for each in kept} == {cabinet.now}


async def test_refusing_leads_back_to_browsing_and_nothing_is_asked(cabinet: Cabinet) -> None:
    asked = await cabinet.say("/form")
    refused = await cabinet.press(next(data for data in ways(asked) if data.endswith(":0")))
    assert ways(refused) == ["ctg", "form", "home"]
    await cabinet.press("fst:last_name:0")
    answer = await cabinet.say("Смирнова")
    assert form_of(cabinet).is_empty
    assert ways(answer) == ["form", "home"]
    assert ways(await cabinet.press("form"))[0].startswith("fcs:cabinet")


async def test_promotions_are_up_to_the_person_and_nothing_is_asked_that_is_not_needed_yet(cabinet: Cabinet) -> None:
    asked = await cabinet.say("/form")
    asked = await cabinet.press(ways(asked)[0])
    await cabinet.press(next(data for data in ways(asked) if data.endswith(":0")))
    assert await cabinet.state() == "Joining:last_name"
    assert [purpose for _, purpose in cabinet.database.data.consents] == [Purpose.CABINET]


async def test_a_consent_to_a_text_that_has_changed_is_not_taken(cabinet: Cabinet) -> None:
    again = await cabinet.press("fcs:cabinet:2020-01-01:1")
    assert cabinet.database.data.consents == {}
    assert ways(again)[0] == f"fcs:cabinet:{VERSIONS[Purpose.CABINET]}:1"


async def test_all_questions_then_review_then_on(cabinet: Cabinet) -> None:
    answer = await consent(cabinet)
    for number, step in enumerate(Step, start=1):
        assert f" {number} " in text(answer), step
        assert str(len(Step)) in text(answer)
        assert await cabinet.state() == f"Joining:{step}"
        assert ("fsk:" in " ".join(ways(answer))) == (step in SKIPPABLE)
        answer = await reply(cabinet, step)
    review = answer
    for said in (
        "Смирнова",
        "Анна",
        "1990",
        "45 09 123456",
        "770-001",
        "Арбат",
        "+7 916 123-45-67",
        "anna@example.org",
    ):
        assert said in text(review)
    assert await cabinet.state() is None
    done = await cabinet.press("fok")
    assert form_of(cabinet).complete
    assert form_of(cabinet).approval is None
    assert ways(done)[0] == "cons"


async def test_every_message_with_an_answer_is_deleted(cabinet: Cabinet) -> None:
    await consent(cabinet)
    for step in Step:
        if step is Step.PHONE:
            assert (await cabinet.share()).forget
        elif step is Step.GROUP_KIND:
            await cabinet.press("fkd:family")
        else:
            assert (await cabinet.say(ANSWERS[step])).forget, step
        if step is Step.ADDRESS:
            await cabinet.press("form")
        if step is Step.EMAIL:
            wrong = await cabinet.say("999999")
            assert wrong.forget
            assert (await cabinet.say(code_of(cabinet))).forget


@pytest.mark.parametrize(
    ("goods", "consultant", "way"), [(True, True, "cart"), (False, True, "ctg"), (True, False, "cons")]
)
async def test_when_done_it_goes_on_to_what_is_missing(
    russian: Cabinet, goods: bool, consultant: bool, way: str
) -> None:
    await fill(russian)
    if goods:
        russian.database.data.cart_lines[CustomerId(1), ArticleId(1)] = 1
    if consultant:
        russian.database.data.choices[CustomerId(1)] = ConsultantId(1)
    assert ways(await russian.press("fok"))[0] == way


@pytest.mark.parametrize("step", [step for step in Step if step in ANSWERS])
@pytest.mark.parametrize("said", ["", "я" * 4000, "<b>x</b>", "\u202e\u200b", "'; DROP TABLE people; --", "🙂"])
async def test_a_wrong_answer_changes_nothing_and_is_forgotten(russian: Cabinet, step: Step, said: str) -> None:
    await fill(russian, step)
    before = form_of(russian)
    answer = await russian.say(said or " ")
    assert answer.forget
    assert form_of(russian) == before
    assert await russian.state() == f"Joining:{step}"
    await russian.press(ways(answer)[0])
    assert await russian.state() == f"Joining:{step}", "the way on leads to the same question"


async def test_wrong_dates_are_told_apart(russian: Cabinet) -> None:
    await fill(russian, Step.BIRTH_DATE)
    answers = [
        text(await russian.say(said)) for said in ("вчера", "31.02.1990", "07.05.2020", "07.05.2090", "1.1.1800")
    ]
    assert len(set(answers)) == 5


async def test_a_day_is_picked_by_year_month_and_day(cabinet: Cabinet) -> None:
    asked = await fill(cabinet, Step.BIRTH_DATE)
    years = await cabinet.press(next(data for data in ways(asked) if data.startswith("fdy:")))
    assert "2008" in [words for words, _ in buttons(years.screen)]  # type: ignore[arg-type]
    earlier = await cabinet.press_words(years, "◀")
    months = await cabinet.press_words(earlier, "1985")
    assert len([data for data in ways(months) if data.startswith("fdy:birth_date:1985")]) == 13
    days = await cabinet.press("fdy:birth_date:1985:2:0")
    assert len([data for data in ways(days) if data.startswith("fdy:birth_date:1985:2:")]) == 28
    await cabinet.press("fdy:birth_date:1985:2:28")
    born = form_of(cabinet).birth_date
    assert born is not None
    assert born.isoformat() == "1985-02-28"
    assert await cabinet.state() == "Joining:passport"


@pytest.mark.parametrize(
    "data", ["fdy:phone:0:0:0", "fdy:birth_date:0:2:0", "fdy:birth_date:1990:2:31", "fsk:passport"]
)
async def test_a_tampered_button_of_the_form_keeps_nothing(cabinet: Cabinet, data: str) -> None:
    await fill(cabinet, Step.BIRTH_DATE)
    before = form_of(cabinet)
    await cabinet.press(data)
    assert form_of(cabinet) == before


async def test_an_address_is_shown_in_parts_and_each_can_be_corrected(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.ADDRESS)
    shown = await cabinet.say("Химки, ул. Ленина 5")
    assert "form" not in ways(shown), "there are gaps: no way on"
    for part, said in (("postcode", "141400"), ("region", "Московская область")):
        await cabinet.press(f"fap:{part}")
        shown = await cabinet.say(said)
        assert shown.forget
    assert "form" in ways(shown)
    await cabinet.press("fap:street")
    shown = await cabinet.press("fan:street")
    address = form_of(cabinet).address
    assert address is not None
    assert (address.postcode, address.city, address.street, address.house) == ("141400", "Химки", "", "5")
    await cabinet.press("fan:city")
    assert form_of(cabinet).address == address
    await cabinet.press("form")
    assert await cabinet.state() == "Joining:phone"


async def test_an_address_with_gaps_is_come_back_to(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.ADDRESS)
    await cabinet.say("Химки, ул. Ленина 5")
    await cabinet.say("/cancel")
    assert "fap:postcode" in ways(await cabinet.press("form"))


async def test_only_ones_own_contact_of_the_right_country_counts(cabinet: Cabinet) -> None:
    asked = await fill(cabinet, Step.PHONE)
    assert contact_buttons(asked)[0]
    for phone, owner in (("+79161234567", 7), ("+79161234567", None), ("+77011234567", 1001), ("+7123", 1001)):
        answer = await cabinet.share(phone, owner)
        assert answer.forget
        assert form_of(cabinet).phone is None
    kept = await cabinet.share()
    assert form_of(cabinet).phone == "+79161234567"
    assert not any(contact_buttons(kept)), "the menu without the contact button must come back"


async def test_a_typed_phone_counts_once_its_code_came_back(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.PHONE)
    sent = await cabinet.say("8 (916) 765-43-21")
    assert "+7•••••••21" in text(sent)
    assert form_of(cabinet).phone is None
    assert await cabinet.state() == "Joining:code"
    for _ in range(3):
        assert form_of(cabinet).phone is None
        await cabinet.say("000999")
    await cabinet.say(code_of(cabinet))
    assert form_of(cabinet).phone == "+79167654321"
    assert await cabinet.state() == "Joining:email"


async def test_five_wrong_codes_void_it_and_a_new_one_helps(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.EMAIL)
    await cabinet.say("anna@example.org")
    right = code_of(cabinet)
    for _ in range(5):
        await cabinet.say("999999")
    await cabinet.say(right)
    assert form_of(cabinet).email is None
    cabinet.now += timedelta(seconds=61)
    again = await cabinet.press("fcd:email")
    assert again.toast
    await cabinet.say(right)
    assert form_of(cabinet).email is None
    await cabinet.say(code_of(cabinet))
    assert form_of(cabinet).email == "anna@example.org"


async def test_the_code_can_come_by_the_other_way_after_a_minute(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.EMAIL)
    sent = await cabinet.say("anna@example.org")
    assert {"fcd:email", "fcd:sms"} <= set(ways(sent))
    too_soon = await cabinet.press("fcd:sms")
    assert ways(too_soon) == ["form", "home"]
    cabinet.now += timedelta(seconds=60)
    await cabinet.press("fcd:sms")
    assert cabinet.database.data.codes[2].address == "+79161234567"
    await cabinet.say(code_of(cabinet))
    assert form_of(cabinet).email == "anna@example.org"
    assert form_of(cabinet).email_proof is Proof.OTHER


async def test_a_code_is_come_back_to(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.EMAIL)
    await cabinet.say("anna@example.org")
    await cabinet.say("/cancel")
    assert "fcd:email" in ways(await cabinet.press("form"))
    assert await cabinet.state() == "Joining:code"
    cabinet.now += timedelta(minutes=10)
    expired = await cabinet.say(code_of(cabinet))
    assert form_of(cabinet).email is None
    assert ways(expired) == ["form", "home"]


async def test_another_address_can_be_given_while_a_code_is_waited_for(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.EMAIL)
    sent = await cabinet.say("anan@example.org")
    first = code_of(cabinet)
    await cabinet.press(next(data for data in ways(sent) if data.startswith("fst:email")))
    await cabinet.say("anna@example.org")
    await cabinet.say(first)
    assert form_of(cabinet).email is None, "the code of the other address proves nothing"
    await cabinet.say(code_of(cabinet))
    assert form_of(cabinet).email == "anna@example.org"


@pytest.mark.parametrize("same", ["passport", "phone", "email"])
async def test_who_has_a_cabinet_is_led_to_it_without_a_word_whose(cabinet: Cabinet, same: str) -> None:
    other = replace(
        JOINED,
        last_name="Чужая",
        passport="4510999999",
        phone="+79990000000",
        email="other@example.org",
        complete=True,
    )
    value = {"passport": "4509123456", "phone": "+79161234567", "email": "Anna@example.org"}[same]
    cabinet.database.data.forms[CustomerId(9)] = replace(other, **{same: value})
    step = Step(same)
    if step is Step.PASSPORT:
        await fill(cabinet)
        answer = await cabinet.press("fok")
    else:
        await fill(cabinet, step)
        answer = await reply(cabinet, step)
    assert {"lin", "rec"} <= set(ways(answer))
    assert "Чужая" not in text(answer)
    assert value not in text(answer)
    form = form_of(cabinet)
    assert not form.complete
    assert step is Step.PASSPORT or getattr(form, same) is None


async def test_skipping_leaves_out_what_may_be_left_out(cabinet: Cabinet) -> None:
    await consent(cabinet)
    for step in Step:
        await (cabinet.press(f"fsk:{step}") if step in SKIPPABLE else reply(cabinet, step))
    assert form_of(cabinet).skipped == SKIPPABLE
    await cabinet.press("fok")
    assert form_of(cabinet).complete


async def test_who_wants_to_serve_customers_waits_for_approval(cabinet: Cabinet) -> None:
    await fill(cabinet)
    await cabinet.press("fkd:consulting")
    done = await cabinet.press("fok")
    assert "🕐" in text(done)
    assert form_of(cabinet).group_kind is GroupKind.CONSULTING
    assert form_of(cabinet).approval is Approval.WAITING


async def test_of_a_card_number_only_network_and_four_digits_are_kept(cabinet: Cabinet) -> None:
    await fill(cabinet, Step.CARD)
    wrong = await cabinet.say("4111 1111 1111 1112")
    assert wrong.forget
    assert "4111" not in text(wrong)
    kept = await cabinet.say("4111 1111 1111 1111")
    assert kept.forget
    assert "Visa •••• 1111" in text(kept)
    assert "4111" not in repr(cabinet.database.data)


async def test_something_else_than_text_is_told_what_is_expected(cabinet: Cabinet) -> None:
    hints = {text(await cabinet.sticker())}
    await consent(cabinet)
    for step in Step:
        sent = await cabinet.sticker()
        assert sent.forget, "it may be a picture of a passport"
        hints.add(text(sent))
        await reply(cabinet, step)
    assert len(hints) == 5


async def test_back_and_correcting(russian: Cabinet) -> None:
    await fill(russian, Step.PATRONYMIC)
    back = await russian.press_words(await russian.press("form"), "Назад")
    assert "Анна" in text(back)
    assert await russian.state() == "Joining:first_name"
    await russian.say("Вера")
    for step in list(Step)[2:]:
        review = await reply(russian, step)
    asked = await russian.press_words(review, "Дата рождения")
    assert "1990" in text(asked)
    assert "form" in ways(asked)
    review = await russian.say("08.05.1991")
    assert "8 мая 1991" in text(review)
    assert "Вера" in text(review)


async def test_why_leads_back_to_its_question(cabinet: Cabinet) -> None:
    await consent(cabinet)
    for step in Step:
        why = await cabinet.press(f"fwy:{step}")
        again = await cabinet.press(ways(why)[0])
        assert again.messages == (), "the button for the number is there already"
        assert await cabinet.state() == f"Joining:{step}"


async def test_a_begun_form_survives_leaving_and_is_offered_again(russian: Cabinet) -> None:
    await fill(russian, Step.BIRTH_DATE)
    home = await russian.say("/start")
    assert await russian.state() is None
    on = await russian.press_words(home, "Продолжить анкету")
    assert await russian.state() == "Joining:birth_date"
    assert "4" in text(on)


async def test_the_menu_is_never_taken_for_an_answer(cabinet: Cabinet) -> None:
    await consent(cabinet)
    for words in ("❔ Помощь", "❔ Help", "🏠 Главная", "💬 Consultant", "/help"):
        await cabinet.press("fst:last_name:0")
        await cabinet.say(words)
        assert form_of(cabinet).last_name is None
        assert not (await cabinet.state() or "").startswith("Joining")


@pytest.mark.parametrize("state", ["fst:last_name:0", "fap:city", "cmt", "cna"])
async def test_the_menu_wins_whatever_is_waited_for(russian: Cabinet, state: str) -> None:
    russian.person_id = ADMIN
    for words, shown in (("🛠 Управление", "Управление"), ("💬 Консультант", "консультанта"), ("🛒 Корзина", "Корзина")):
        await russian.press(state)
        assert await russian.state() is not None
        assert shown in text(await russian.say(words))


async def test_completing_leaves_a_question_asked_meanwhile(russian: Cabinet) -> None:
    await fill(russian)
    await russian.press("fst:last_name:0")
    await russian.press("fok")
    assert await russian.state() is None


async def test_a_complete_form_can_still_be_corrected_and_is_not_completed_again(russian: Cabinet) -> None:
    review = await fill(russian)
    await russian.press("fok")
    mine = await russian.say("/form")
    assert text(mine) != text(review)
    assert "fok" not in ways(mine)
    await russian.press("fst:first_name:0")
    assert "Вера" in text(await russian.say("Вера"))
    assert form_of(russian).complete
    await russian.press("fst:email:0")
    await russian.say("new@example.org")
    assert form_of(russian).email == "anna@example.org", "the old one stays until the code comes back"
    assert "anna@example.org" in text(await russian.say("/form"))


async def test_completing_too_early_says_what_is_missing(cabinet: Cabinet) -> None:
    await consent(cabinet)
    answer = await cabinet.press("fok")
    assert ways(answer)[0] == "form"
    assert not form_of(cabinet).complete


async def test_completing_twice_is_the_same_as_once(russian: Cabinet) -> None:
    await fill(russian)
    first, second = await russian.press("fok"), await russian.press("fok")
    assert first.screen == second.screen
