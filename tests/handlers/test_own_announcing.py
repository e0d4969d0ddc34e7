"""A consultant announces something to their own customers, and steers it as an admin does theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from domain.broadcasts.models import BroadcastState
from domain.broadcasts.own import OwnTerms, TooManyOwn
from domain.broadcasts.segments import CustomersOf, Segment
from domain.broadcasts.times import Every, InvalidTimes, Repeat, Times
from domain.broadcasts.use_cases import Approval, ManageBroadcasts
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, PersonId, PressKey
from handlers.broadcasts.draft import Draft, new_draft
from handlers.broadcasts.views import message_screen
from handlers.ui.links import WriteBelow
from tests.handlers.cabinet import ADMIN, ANNA, EDITOR, OLEG, TRANSLATORS, Cabinet, buttons, check, consultant
from tests.handlers.test_announcing import agreeing, only, text_of

BORIS, RIVAL = PersonId(1003), PersonId(2002)
WEEK = timedelta(days=7)


async def oleg_with_anna(who: PersonId = OLEG) -> Cabinet:
    """Three agree; Anna is Oleg's customer, Boris another's."""
    cabinet = await agreeing(ANNA, BORIS, ADMIN, who=who)
    data = cabinet.database.data
    data.consultants[ConsultantId(2)] = consultant(2, person_id=RIVAL)
    for id, number in ((ANNA, 1), (BORIS, 2)):
        person = data.people[id] = replace(data.people[id], consultant_id=ConsultantId(number))
        data.choices[person.customer_id] = ConsultantId(number)
    return cabinet


async def written(cabinet: Cabinet, words: str = "Новинки") -> None:
    """Up to the draft."""
    await cabinet.press("bcm")
    await cabinet.say(words)


def use_case(cabinet: Cabinet, own: OwnTerms = OwnTerms()) -> ManageBroadcasts:  # noqa: B008
    made = cabinet.dispatcher.workflow_data["manage_broadcasts"]
    assert isinstance(made, ManageBroadcasts)
    return replace(made, own=own, approval=Approval(0, frozenset({ADMIN})))


async def met(cabinet: Cabinet, id: PersonId) -> Person:
    return await cabinet.meet_person(id, "ru")


def owed(cabinet: Cabinet, kind: str) -> list[tuple[PersonId, int | str]]:
    return [(each.to, each.args["broadcast"]) for each in cabinet.database.data.outbox.values() if each.kind == kind]


def draft() -> Draft:
    return replace(new_draft(ConsultantId(1)), ru="Новинки")


async def test_from_the_client_book_to_ones_own_clients() -> None:
    cabinet = await oleg_with_anna()
    listed = await cabinet.say("/promo")
    assert "вашим клиентам" in text_of(listed)
    assert text_of(await cabinet.press("bcw:0")) == text_of(listed)
    asked = await cabinet.press_words(listed, "Новая рассылка")
    assert "До 3850 знаков" in text_of(asked)
    shown = await cabinet.say("Новинки недели")
    assert "ваши клиенты, кто согласился" in text_of(shown)
    assert "1 человек" in text_of(shown)
    assert shown.screen is not None
    words = " ".join(word for word, _ in buttons(shown.screen))
    assert "Кому" not in words
    assert "Акция магазина" not in words
    (seen,) = (await cabinet.press("bdv")).messages
    assert seen.text == "<b>Олег 1, ваш консультант</b>\n\nНовинки недели"
    sent = await cabinet.press_words(shown, "📣 Отправить")
    assert "началась" in text_of(sent)
    assert text_of(await cabinet.press_words(shown, "📣 Отправить")) == text_of(sent)
    made = only(cabinet)
    assert (made.what.consultant, made.what.segment) == (ConsultantId(1), Segment((CustomersOf(ConsultantId(1)),)))
    opened = await cabinet.press_words(sent, "Открыть рассылку")
    assert "ваши клиенты" in text_of(opened)
    paused = await cabinet.press_words(opened, "⏸ Пауза")
    assert "на паузе" in text_of(paused)
    assert "идёт" in text_of(await cabinet.press_words(paused, "▶️ Продолжить"))
    recalled = await cabinet.press_words(await cabinet.press_words(opened, "🗑 Удалить у всех"), "🗑 Да")
    assert "Удаляем" in text_of(recalled)
    assert only(cabinet).state is BroadcastState.CANCELLED
    back = await cabinet.press("bcw:0")
    assert any("№ 1" in words for words, _ in buttons(back.screen))  # type: ignore[arg-type]


async def test_nobody_but_the_author_and_the_admins_steers_it() -> None:
    cabinet = await oleg_with_anna()
    await written(cabinet)
    await cabinet.press_words(await cabinet.press("bdd"), "📣 Отправить")
    manage, id = use_case(cabinet), only(cabinet).id
    deeds = [
        lambda person: manage.open(person, id),
        lambda person: manage.become(person, id, BroadcastState.CANCELLED),
        lambda person: cabinet.dispatcher.workflow_data["recall_broadcast"](person, id),
        lambda person: cabinet.dispatcher.workflow_data["recall_broadcast"].open(person, id),
        lambda person: cabinet.dispatcher.workflow_data["show_report"](person, id),
        lambda person: cabinet.dispatcher.workflow_data["show_report"].ask_sheet(person, id),
    ]
    for who, refused in ((RIVAL, NotFound), (ANNA, Forbidden)):
        person = await met(cabinet, who)
        for deed in deeds:
            with pytest.raises(refused):
                await deed(person)
    assert only(cabinet).state is BroadcastState.RUNNING
    rival = await met(cabinet, RIVAL)
    with pytest.raises(Forbidden):
        await manage.publish(rival, draft().announcement, PressKey("another"))
    with pytest.raises(Forbidden):
        await manage.publish(await met(cabinet, OLEG), replace(draft(), own=0).announcement, PressKey("another"))
    with pytest.raises(Forbidden):
        await manage(await met(cabinet, ADMIN), 0, own=True)
    for who in (ADMIN, EDITOR):
        person = await met(cabinet, who)
        assert (await manage(person, 0)).items == [], "what consultants write is not in the company's list"
        assert (await manage.open(person, id)).broadcast.id == id
    cancelled = await manage.become(await met(cabinet, ADMIN), id, BroadcastState.CANCELLED)
    assert cancelled.broadcast.state is BroadcastState.CANCELLED


async def test_whatever_is_asked_for_it_goes_to_own_customers() -> None:
    cabinet = await oleg_with_anna()
    manage, oleg = use_case(cabinet), await met(cabinet, OLEG)
    wide = replace(draft().announcement, segment=Segment(), promotion=1)  # type: ignore[arg-type]
    assert await manage.audience(oleg, wide) == 1
    made = await manage.publish(oleg, wide, PressKey("wide"))
    assert made.broadcast.what.segment == Segment((CustomersOf(ConsultantId(1)),))
    assert made.broadcast.what.promotion is None


async def test_as_many_a_week_as_the_operator_sets() -> None:
    cabinet = await oleg_with_anna()
    manage, oleg, what = use_case(cabinet), await met(cabinet, OLEG), draft().announcement
    sheet = await manage.publish(oleg, what, PressKey("one"))
    assert await manage.publish(oleg, what, PressKey("one")) == sheet
    with pytest.raises(TooManyOwn):
        await manage.begin_own(oleg)
    later = replace(what, times=Times(at=cabinet.now.replace(tzinfo=None) + timedelta(days=6)))
    for another in (what, later):
        with pytest.raises(TooManyOwn):
            await manage.publish(oleg, another, PressKey("two"))
    assert "За неделю" in text_of(await cabinet.press("bcm"))
    planned = replace(later, times=Times(at=cabinet.now.replace(tzinfo=None) + timedelta(days=8)))
    assert (await manage.publish(oleg, planned, PressKey("three"))).broadcast.state is BroadcastState.PLANNED
    cabinet.now += WEEK + timedelta(hours=12)
    with pytest.raises(TooManyOwn):
        # Half a day before the planned one.
        await manage.publish(oleg, what, PressKey("four"))
    with pytest.raises(TooManyOwn):
        await use_case(cabinet, OwnTerms(a_week=0)).begin_own(oleg)
    repeated = replace(what, times=Times(repeat=Repeat(Every.DAY, time(9))))
    with pytest.raises(InvalidTimes, match="repeat"):
        await manage.publish(oleg, repeated, PressKey("five"))
    with pytest.raises(InvalidTimes, match="repeat"):
        manage.when(oleg, "каждый день в 9", what)


async def test_read_by_an_admin_first() -> None:
    cabinet = await oleg_with_anna()
    manage = use_case(cabinet, OwnTerms(is_read_first=True))
    oleg, admin, what = await met(cabinet, OLEG), await met(cabinet, ADMIN), draft().announcement
    first = await manage.publish(oleg, what, PressKey("one"))
    assert first.broadcast.state is BroadcastState.AWAITING
    assert owed(cabinet, "broadcast_asked") == [(ADMIN, first.broadcast.id)]
    with pytest.raises(Forbidden):
        await manage.approve(oleg, first.broadcast.id)
    assert [each.id for each in (await manage(admin, 0)).items] == [first.broadcast.id], "it waits for them"
    assert "прочитает администратор" in text_of(await cabinet.press(f"bco:{first.broadcast.id}"))
    # A no leaves room for another.
    await manage.become(admin, first.broadcast.id, BroadcastState.CANCELLED)
    again = await manage.publish(oleg, what, PressKey("two"))
    cabinet.person_id = ADMIN
    seen = await cabinet.press(f"bco:{again.broadcast.id}")
    assert "клиенты, чей консультант Олег 1" in text_of(seen)
    (shown,) = (await cabinet.press_words(seen, "👁 Показать")).messages
    assert "Олег 1, ваш консультант" in shown.text
    assert "идёт" in text_of(await cabinet.press_words(seen, "✅ Одобрить"))
    assert owed(cabinet, "broadcast_answered") == [(OLEG, first.broadcast.id), (OLEG, again.broadcast.id)]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_what_a_client_gets(language: str) -> None:
    made = replace(draft(), pictures=["photo"]).announcement
    shown = message_screen(made, 5, TRANSLATORS.for_language(language), consultant(1).name)  # type: ignore[arg-type]
    check(shown)
    assert shown.text.endswith("\n\nНовинки")
    data = [each for _, each in buttons(shown)]
    assert data[0] == WriteBelow().pack()
    assert {"bkf:5:news", "bkx:5"} <= set(data)
