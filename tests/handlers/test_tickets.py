"""Writing to the company, and the staff's side of it, through the real dispatcher."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.settings import Settings
from bot.ticket_cases import ticket_cases
from domain.notices.models import Notice, NoticeKind
from domain.shared.errors import Forbidden
from domain.shared.ids import ConsultantId, CustomerId
from domain.tickets.models import LONGEST, EntryKind, State, TicketId
from domain.tickets.ready import ReadyAnswers
from handlers.tickets.notices import TicketNotices
from handlers.ui.screen import Answer, Screen
from tests.handlers.cabinet import (
    ADMIN,
    ANNA,
    EDITOR,
    NASTY,
    OFFICER,
    OLEG,
    OWNER,
    TRANSLATORS,
    Cabinet,
    buttons,
    check,
)

ONE = TicketId(1)


def text(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


async def opened(cabinet: Cabinet, about: str = "order", words: str = "Не пришла помада") -> Answer:
    await cabinet.press("tkn:")
    await cabinet.press(f"tkc:{about}")
    draft = await cabinet.say(words)
    return await cabinet.press(next(data for _, data in buttons(draft.screen) if data.startswith("tky:")))  # type: ignore[arg-type]


async def as_(cabinet: Cabinet, person: Any) -> Cabinet:
    cabinet.person_id = person
    await cabinet.say("/start")
    return cabinet


def owed(cabinet: Cabinet, kind: NoticeKind) -> list[Notice]:
    return [each for each in cabinet.database.data.outbox.values() if each.kind is kind]


async def worded(cabinet: Cabinet, notice: Notice) -> Screen | None:
    """What is sent for a notice."""
    cases = ticket_cases(cabinet.database, Settings(admin_ids=frozenset({ADMIN})), lambda: cabinet.now)  # type: ignore[arg-type]
    from domain.notices.use_cases import FindNotice

    notices = TicketNotices(cases["own_tickets"], cases["serve_tickets"], FindNotice(cabinet.database.read))
    person = await cabinet.meet_person(notice.to, cabinet.language_code)
    tr = TRANSLATORS.for_language(person.language)
    screen = await notices.render(notice.kind, notice.args, person, tr, Settings().zone)
    if screen is not None:
        check(screen)
    return screen


async def test_from_the_first_word_to_the_rating(cabinet: Cabinet) -> None:
    await as_(cabinet, ADMIN)
    await as_(cabinet, ANNA)
    assert "tkn:" in [data for _, data in buttons((await cabinet.say("/support")).screen)]  # type: ignore[arg-type]
    asked = await cabinet.press("tkc:quality")
    assert await cabinet.state() == "Ticketing:words"
    assert "000" in text(asked)
    await cabinet.say(NASTY)
    await cabinet.photo("photo-1", "под фото")
    draft = await cabinet.photo("photo-2")
    assert "под фото" in text(draft)
    key = next(data for _, data in buttons(draft.screen) if data.startswith("tky:"))  # type: ignore[arg-type]
    done = await cabinet.press(key)
    assert "1001" in text(done)
    assert await cabinet.state() is None
    again = await cabinet.press(key)
    assert text(again) == text(done), "the same press is the same ticket"
    data = cabinet.database.data
    assert [(each.text, each.photo) for each in data.ticket_entries.values()] == [
        (f"{NASTY}\n\nпод фото", "photo-1"),
        ("", "photo-2"),
    ]
    card, *photos = [*owed(cabinet, NoticeKind.TICKET_CARD), *owed(cabinet, NoticeKind.TICKET_ENTRY)]
    assert card.to == ADMIN
    screen = await worded(cabinet, card)
    assert screen is not None
    assert "под фото" in screen.text
    assert [(await worded(cabinet, each)).photo for each in photos] == ["photo-1", "photo-2"]  # type: ignore[union-attr]

    await as_(cabinet, ADMIN)
    await cabinet.press("tsa:1:0")
    await cabinet.say("Заменим")
    assert data is not cabinet.database.data
    ticket = cabinet.database.data.tickets[ONE]
    assert (ticket.state, ticket.owner_id) == (State.ANSWERED, ADMIN)
    news = owed(cabinet, NoticeKind.TICKET_NEWS)[0]
    answer = await worded(cabinet, news)
    assert news.to == ANNA
    assert answer is not None
    assert "Заменим" in answer.text
    await cabinet.press(f"tsx:1:{ticket.version}")

    await as_(cabinet, ANNA)
    closed = await worded(cabinet, owed(cabinet, NoticeKind.TICKET_NEWS)[1])
    star = next(data for _, data in buttons(closed) if data.startswith("tkv:1:4"))  # type: ignore[arg-type]
    assert "⭐⭐⭐⭐" in text(await cabinet.press(star))
    assert "⭐⭐⭐⭐" in text(await cabinet.press(star)), "the same press again gives the same"
    assert cabinet.database.data.tickets[ONE].rating == 4
    await cabinet.press(star.replace("tkv:1:4", "tkv:1:1"))
    assert cabinet.database.data.tickets[ONE].rating == 4, "rated once"


async def replies(cabinet: Cabinet, kind: NoticeKind, words: str) -> Answer:
    """To the last notice of that kind to this person; in memory a message has the number of its notice."""
    notices = list(cabinet.database.data.outbox.values())
    number = max(n for n, each in enumerate(notices, 1) if each.kind is kind)
    return await cabinet._send(text=words, reply_to_message=numbered(cabinet._message(text="x"), number))


def numbered(message: Any, number: int) -> Any:
    return message.model_copy(update={"message_id": number})


async def test_a_reply_in_telegrams_own_way_is_enough(cabinet: Cabinet) -> None:
    await as_(cabinet, ADMIN)
    await as_(cabinet, ANNA)
    await opened(cabinet)
    await as_(cabinet, ADMIN)
    await replies(cabinet, NoticeKind.TICKET_CARD, "Завтра приедет")
    await as_(cabinet, ANNA)
    await replies(cabinet, NoticeKind.TICKET_NEWS, "Жду")
    said = [(each.kind, each.text) for each in cabinet.database.data.ticket_entries.values()][1:]
    assert said == [(EntryKind.ANSWER, "Завтра приедет"), (EntryKind.WORDS, "Жду")]
    await as_(cabinet, OLEG)
    await replies(cabinet, NoticeKind.TICKET_NEWS, "чужое")
    await replies(cabinet, NoticeKind.TICKET_CARD, "чужое")
    assert len(cabinet.database.data.ticket_entries) == 3, (
        "somebody else's message of that number is no notice of theirs"
    )


async def test_a_reply_to_the_company_does_not_go_to_the_consultant_one_talks_to(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    await opened(russian)
    await as_(russian, ADMIN)
    await replies(russian, NoticeKind.TICKET_CARD, "Что случилось?")
    await as_(russian, ANNA)
    key = StorageKey(russian.bot.id, ANNA, ANNA)
    await russian.dispatcher.storage.set_state(key, "Relay:talking")
    await russian.dispatcher.storage.update_data(key, {"talk": 1})
    await replies(russian, NoticeKind.TICKET_NEWS, "Консультант груб")
    assert "Консультант груб" in [each.text for each in russian.database.data.ticket_entries.values()]


async def test_nobody_elses_ticket_by_any_number(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    await opened(russian, words="секрет Анны")
    before = russian.database.data
    for other in (OLEG, 1002):
        await as_(russian, other)
        presses = ("tko:1:0:0", "tkw:1:0", "tkx:1:1", "tkr:1:1", "tkv:1:5:1", "tkp:1:1:1")
        staffs = ("tso:1:0:0", "tsa:1:0", "tsn:1", "tst:1", "tsh:1", "tsg:1:2001", "tsm:1", "tsi:1:1:1", "tsx:1:1")
        for press in (*presses, *staffs, "tsr:1:1", "tsp:1", "tsu:1:received", "tse:1:received:1", "tsf:1:1:1"):
            answer = await russian.press(press)
            assert "секрет" not in str(answer), press
        await russian.press("tsl:open:0")
        assert "секрет" not in str(await russian.say("/tickets 1001"))
    after = russian.database.data
    assert (after.tickets, after.ticket_entries) == (before.tickets, before.ticket_entries)


async def test_a_complaint_is_hidden_from_whom_it_is_about(russian: Cabinet) -> None:
    """Also where they are an admin."""
    russian.database.data.consultants[ConsultantId(1)] = replace(
        russian.database.data.consultants[ConsultantId(1)], person_id=ADMIN
    )
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    assert "tkc:consultant" not in [data for _, data in buttons((await russian.press("tkn:")).screen)]  # type: ignore[arg-type]
    russian.database.data.choices[CustomerId(2)] = ConsultantId(1)
    assert "tkc:consultant" in [data for _, data in buttons((await russian.press("tkn:")).screen)]  # type: ignore[arg-type]
    await opened(russian, "consultant", "секрет о консультанте")
    assert owed(russian, NoticeKind.TICKET_CARD) == []
    await as_(russian, ADMIN)
    for press in ("tso:1:0:0", "tst:1", "tsf:1:1:1"):
        assert "секрет" not in str(await russian.press(press)), press
    assert "tso:1" not in str(await russian.press("tsl:open:0"))
    await opened(russian, "order", "свой заказ")


async def test_the_data_officer_sees_what_is_about_data(russian: Cabinet) -> None:
    await as_(russian, OFFICER)
    await as_(russian, ANNA)
    await opened(russian, "personal", "удалите")
    await opened(russian, "order", "заказ")
    await as_(russian, OFFICER)
    listed = [data for _, data in buttons((await russian.say("/tickets")).screen) if data.startswith("tso")]  # type: ignore[arg-type]
    assert listed == ["tso:1:10000:0"]
    assert "удалите" in text(await russian.press("tso:1:0:0"))
    assert "заказ" not in text(await russian.press("tso:2:0:0"))


async def test_the_staff_takes_notes_hands_over_and_merges(russian: Cabinet) -> None:
    for each in (OWNER, ADMIN, ANNA):
        await as_(russian, each)
    await opened(russian, words="первое")
    russian.now += timedelta(hours=1)
    await opened(russian, "other", "второе")
    await as_(russian, ADMIN)
    taken = await russian.press("tst:1")
    assert "Отвечает: x" in text(taken)
    await russian.press("tsn:1")
    assert "проверить склад" in text(await russian.say("проверить склад"))
    assert "колл" not in text(await russian.press("tsh:1"))
    version = russian.database.data.tickets[ONE].version
    merged = await russian.press(f"tsi:1:2:{version}")
    assert "первое" in text(merged)
    assert "второе" in text(merged)
    data = russian.database.data
    assert (data.tickets[ONE].state, data.tickets[ONE].merged_into) == (State.MERGED, 2)
    assert data.tickets[TicketId(2)].due_at == data.tickets[ONE].due_at, "the earlier deadline stays"
    await as_(russian, ANNA)
    own = await russian.press("tko:1:0:0")
    assert "проверить склад" not in str(await russian.press("tko:2:0:0")), "a note is for the staff"
    assert "tko:2" in str(own)


async def test_a_template_is_seen_before_it_is_sent_and_goes_in_the_persons_language(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    russian.language_code = "en"
    await as_(russian, ANNA)
    await opened(russian)
    await as_(russian, ADMIN)
    shown = await russian.press("tsu:1:number")
    assert "Hello!" in text(shown)
    send = next(data for _, data in buttons(shown.screen) if data.startswith("tse:"))  # type: ignore[arg-type]
    await russian.press(send)
    await russian.press(send)
    answers = [each.text for each in russian.database.data.ticket_entries.values() if "Hello" in each.text]
    assert len(answers) == 1, "the same press sends nothing twice"
    assert "tso" not in text(await russian.press("tsu:1:nosuch"))


async def test_admins_change_ready_answers_as_they_change_questions(russian: Cabinet) -> None:
    await as_(russian, ANNA)
    await opened(russian)
    await as_(russian, ADMIN)
    listed = await russian.press(data_of(await russian.press("tsp:1"), "fqa"))
    assert "Шаблоны ответов" in text(listed)
    assert "Скрыть" in str(await russian.press(data_of(listed, "fqo")))
    await russian.press("fqe:tpl-solved")
    await russian.say(f"Решили {NASTY}?\nОбращение № [номер], [number]: всё ли решено?")
    await russian.press("fqh:tpl-refund:1")
    await russian.press("fqw")
    added = await russian.say("Пробник\nПришлём пробник.")
    assert "Пришлём пробник" in text(added)
    (own,) = [slug for slug, _ in russian.database.data.faq if "own" in slug]
    assert own.startswith("tpl-own-")

    offered = [words for words, _ in buttons((await russian.press("tsp:1")).screen)]  # type: ignore[arg-type]
    assert "Пробник" in offered
    assert not {"Вернём деньги", "Всё решено?"} & set(offered)
    assert "Обращение № 1001, 1001: всё ли решено?" in text(await russian.press("tsu:1:solved"))
    shown = await russian.press(f"tsu:1:{own.removeprefix('tpl-')}")
    await russian.press(data_of(shown, "tse"))
    assert [each.text for each in russian.database.data.ticket_entries.values()][-1] == "Пришлём пробник."
    questions = await russian.say("/faq")
    assert "Пробник" not in str(questions), "they are no questions"
    await russian.press("fqs")
    assert own not in str(await russian.say("пробник"))

    await as_(russian, ANNA)
    for press in ("fqa:0", "fqo:tpl-solved:0", f"fqo:{own}:0", "fqw", "fqe:tpl-solved", "fqr:tpl-solved"):
        refused = await russian.press(press)
        assert not [words for words in ("Шаблоны", "Скрыть", "всё ли", "пробник") if words in str(refused)], press
        assert await russian.state() is None, press
    assert len(russian.database.data.faq) == 3
    await as_(russian, ADMIN)
    for slug in ("tpl-solved", "tpl-refund", own):
        assert "Шаблоны ответов" in text(await russian.press(f"fqr:{slug}"))
    assert russian.database.data.faq == {}
    await russian.press("fqw")
    assert "название" in text(await russian.say("Только название"))


async def test_who_serves_tickets_has_ready_answers_in_the_readers_language(russian: Cabinet) -> None:
    ready: ReadyAnswers = russian.dispatcher.workflow_data["ready_answers"]
    await as_(russian, ADMIN)
    await russian.press("fqw")
    await russian.say("Пробник\nПришлём пробник, № [номер].")
    admin = await russian.meet_person(ADMIN, "ru")
    await as_(russian, ANNA)
    await opened(russian)
    ticket = russian.database.data.tickets[ONE]
    assert (await ready.text(admin, "solved", ticket, "en")).startswith("Hello")
    (own,) = [slug.removeprefix("tpl-") for slug, _ in russian.database.data.faq]
    assert await ready.text(admin, own, ticket, "en") == "Пришлём пробник, № 1001.", "there is no other"
    for person in (await russian.meet_person(ANNA, "ru"), await russian.meet_person(EDITOR, "ru")):
        with pytest.raises(Forbidden):
            await ready(person)
        with pytest.raises(Forbidden):
            await ready.text(person, "solved", ticket, "ru")


def data_of(answer: Answer, prefix: str) -> str:
    """What the first button of that kind carries."""
    assert answer.screen is not None
    return next(data for _, data in buttons(answer.screen) if data.startswith(prefix))


async def test_an_old_button_does_nothing_to_what_has_changed(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    await opened(russian)
    await russian.press("tkw:1:0")
    await russian.say("ещё слово")
    await as_(russian, ADMIN)
    await russian.press("tsx:1:1")
    assert russian.database.data.tickets[ONE].state is State.OPEN, "not closed over words that were not seen"
    await russian.press("tsx:1:2")
    await russian.press("tsr:1:3")
    await russian.press("tsx:1:2")
    assert russian.database.data.tickets[ONE].state is State.OPEN, "a press from before does not close it again"
    russian.now += timedelta(days=8)
    await russian.press("tsx:1:4")
    russian.now += timedelta(days=8)
    assert "7 дней" in text(await russian.press("tsr:1:5"))


@pytest.mark.parametrize("words", ["   ", "я" * (LONGEST + 1)])
async def test_what_cannot_be_sent_is_said(russian: Cabinet, words: str) -> None:
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    await russian.press("tkc:order")
    draft = await russian.say(words)
    for _, data in buttons(draft.screen):  # type: ignore[arg-type]
        if data.startswith("tky:"):
            await russian.press(data)
    assert russian.database.data.tickets == {}


async def test_five_open_at_once(russian: Cabinet) -> None:
    await as_(russian, ANNA)
    for _ in range(5):
        await opened(russian)
    assert "5 открытых" in text(await opened(russian))
    assert len(russian.database.data.tickets) == 5


async def test_a_long_talk_is_read_page_by_page(russian: Cabinet) -> None:
    await as_(russian, ADMIN)
    await as_(russian, ANNA)
    await opened(russian, words="начало " + "слово " * 480)
    await russian.press("tkw:1:0")
    for number in range(4):
        last = await russian.say(f"сообщение {number} " + "ещё " * 200)
    assert "сообщение 3" in text(last)
    first = await russian.press("tko:1:0:0")
    assert "начало" in text(first)
    assert "сообщение 3" not in text(first)
    await as_(russian, ADMIN)
    assert "начало" in text(await russian.press("tso:1:0:0"))


async def test_the_command_opens_ones_own_for_who_serves_none(cabinet: Cabinet) -> None:
    await opened(await as_(cabinet, ANNA))
    own = await cabinet.say("/tickets")
    assert [data for _, data in buttons(own.screen) if data.startswith("tko:1:")]  # type: ignore[arg-type]
    assert own.forget
    await as_(cabinet, OLEG)
    other = await cabinet.say("/tickets")
    assert not [data for _, data in buttons(other.screen) if data.startswith("tko:")]  # type: ignore[arg-type]
    for serving in (ADMIN, OFFICER):
        await as_(cabinet, serving)
        assert [data for _, data in buttons((await cabinet.say("/tickets")).screen) if data.startswith("tsl:")]  # type: ignore[arg-type]
