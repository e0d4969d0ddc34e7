"""Making announcements, and what people do with them, over the whole face."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from aiogram.types import PhotoSize

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import InvalidLink, WebLink
from domain.broadcasts.models import Announcement, BroadcastState
from domain.broadcasts.segments import InvalidSegment, OrderedWithin, SpentFrom
from domain.broadcasts.times import Every
from domain.broadcasts.use_cases import Approval, OwnBroadcast
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.shared.errors import Forbidden
from domain.shared.ids import ConsultantId, PersonId, PressKey
from domain.shared.localised import Localised
from domain.shared.money import rubles
from handlers.broadcasts.draft import typed_amount, typed_days, typed_link
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ADMIN, ANNA, EDITOR, OLEG, Cabinet, buttons

OTHER = PersonId(3002)


def text_of(answer: Answer) -> str:
    assert answer.screen is not None
    return answer.screen.text


async def agreeing(*ids: PersonId, who: PersonId = ADMIN) -> Cabinet:
    """People who agreed to promotions."""
    cabinet = Cabinet()
    for id in ids:
        person = await cabinet.meet_person(id, "ru")
        for purpose in (Purpose.CABINET, Purpose.PROMOTIONS):
            consent = Consent(purpose, VERSIONS[purpose], cabinet.now)
            cabinet.database.data.consents[person.customer_id, purpose] = consent
    cabinet.person_id = who
    return cabinet


async def picture(cabinet: Cabinet, number: int, **content: Any) -> Answer:
    photo = [PhotoSize(file_id=f"photo{number}", file_unique_id=f"u{number}", width=90, height=90)]
    return await cabinet._send(photo=photo, **content)


def only(cabinet: Cabinet) -> Any:
    (found,) = cabinet.database.data.broadcasts.values()
    return found


@pytest.mark.parametrize("who", [ADMIN, EDITOR])
async def test_from_words_to_people_in_four_presses(who: PersonId) -> None:
    cabinet = await agreeing(ANNA, OLEG, who=who)
    await cabinet.say("/promo")
    await cabinet.press("bcn")
    draft = await cabinet.say("Скидки до пятницы")
    assert "2 человека" in text_of(draft)
    assert "сразу, ночью не будим" in text_of(draft)
    sent = await cabinet.press_words(draft, "📣 Отправить")
    assert "началась" in text_of(sent)
    opened = await cabinet.press_words(sent, "Открыть рассылку")
    assert "идёт" in text_of(opened)
    assert "все, кто согласился" in text_of(opened)
    again = await cabinet.press_words(draft, "📣 Отправить")
    assert text_of(again) == text_of(sent)
    assert only(cabinet).what.text == Localised("Скидки до пятницы", "Скидки до пятницы")
    assert only(cabinet).author == who


async def test_everything_an_announcement_may_have() -> None:
    cabinet = await agreeing(ANNA, OLEG)
    await cabinet.press("bcn")
    for number in (1, 2, 3):
        words = {"caption": "Новый <каталог>"} if number == 1 else {}
        draft = await picture(cabinet, number, media_group_id="album", **words)
    assert "3 картинки" in text_of(draft)
    await cabinet.press("bdk:catalog")
    await cabinet.press("bde")
    draft = await cabinet.say("The new catalog")
    assert "по-русски и по-английски" in text_of(draft)
    await cabinet.press("blg")
    links = await cabinet.say("P2")
    assert "Крем &lt;2&gt;" not in text_of(links)
    await cabinet.press("bly:1")
    await cabinet.press("bla")
    links = await cabinet.say("Читать | Read https://example.com/a")
    assert [words for words, _ in buttons(links.screen)][:3] == ["✖️ Крем <2>", "✖️ Кожа <1>", "✖️ Читать"]  # type: ignore[arg-type]
    await cabinet.press("bld:1")
    await cabinet.press("btw")
    times = await cabinet.say("каждую пятницу в 10:00")
    assert "(пт) в 10:00" in text_of(times)
    await cabinet.press("btl:1")
    draft = await cabinet.press("bdd")
    assert "по часам каждого" in text_of(draft)

    preview = await cabinet.press("bdv")
    russian, english = preview.messages
    assert (russian.photos, russian.album) == (("photo1", "photo2", "photo3"), 0)
    assert (russian.text, english.text) == ("Новый &lt;каталог&gt;", "The new catalog")
    assert english.markup.inline_keyboard[1][0].url == "https://example.com/a"  # type: ignore[union-attr]
    assert (await cabinet.press("bkx:0")).toast == "Это просмотр. У людей эта кнопка сработает сразу."
    assert (await cabinet.press("bkf:0:news")).alert

    await cabinet.press_words(preview, "🕙 Запланировать")
    made = only(cabinet)
    assert (made.state, made.what.kind) == (BroadcastState.PLANNED, BroadcastKind.CATALOG)
    assert (made.what.times.repeat.every, made.what.times.local) == (Every.WEEK, True)
    assert [type(each).__name__ for each in made.what.links] == ["ProductLink", "WebLink"]
    listed = await cabinet.say("/promo")
    assert any("повторяется" in words for words, _ in buttons(listed.screen))  # type: ignore[arg-type]


async def test_whom_shows_how_many() -> None:
    cabinet = await agreeing(ANNA, OLEG)
    anna = cabinet.database.data.people[ANNA]
    cabinet.database.data.people[ANNA] = replace(anna, consultant_id=ConsultantId(1))
    cabinet.database.data.choices[anna.customer_id] = ConsultantId(1)
    await cabinet.press("bcn")
    await cabinet.say("Привет")
    people = await cabinet.press("bpw")
    assert "2 человека" in text_of(people)
    await cabinet.press("bpk:customers_of")
    people = await cabinet.say("Олег 1")
    if "Кто из них" in text_of(people):
        people = await cabinet.press("bpa:customers_of:1")
    assert "клиенты, чей консультант Олег 1" in text_of(people)
    assert "1 человек" in text_of(people)
    people = await cabinet.press_words(people, "✓ Клиенты консультанта")
    assert "2 человека" in text_of(people)
    await cabinet.press("bpk:town")
    which = await cabinet.say("Киров")
    assert "Кто из них" in text_of(which)
    await cabinet.press("bpa:town:3")
    await cabinet.press("bpk:spent")
    assert "Не разобрали" in text_of(await cabinet.say("много"))
    people = await cabinet.say("5 000 за 90 дней")
    assert "заказы от 5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽ за 90 дней" in text_of(people)
    assert "город Киров" in text_of(people)
    people = await cabinet.press("bpa:never_ordered:0")
    assert "заказы от" not in text_of(people)
    await cabinet.press("bpk:zone")
    people = await cabinet.press("bpz:Europe/Moscow")
    assert "часовой пояс Europe/Moscow" in text_of(people)
    assert "проверьте число" in text_of(await cabinet.press("bpa:ordered:0"))
    people = await cabinet.press("bpe")
    assert "•" not in text_of(people)


async def test_many_people_need_another_admins_yes() -> None:
    cabinet = await agreeing(ANNA, OLEG)
    approval = Approval(2, frozenset({ADMIN, OTHER}))
    manage = replace(cabinet.dispatcher.workflow_data["manage_broadcasts"], approval=approval)
    cabinet.meet_person.admins.add(OTHER)  # type: ignore[attr-defined]
    author = await cabinet.meet_person(ADMIN, "ru")
    other = await cabinet.meet_person(OTHER, "ru")
    what = Announcement(Localised("Привет", "Hello"))
    sheet = await manage.publish(author, what, PressKey("a"))
    assert sheet.broadcast.state is BroadcastState.AWAITING
    asked = [each for each in cabinet.database.data.outbox.values() if each.kind == "broadcast_asked"]
    assert [each.to for each in asked] == [OTHER]
    with pytest.raises(OwnBroadcast):
        await manage.approve(author, sheet.broadcast.id)
    with pytest.raises(Forbidden):
        await manage.approve(await cabinet.meet_person(EDITOR, "ru"), sheet.broadcast.id)
    with pytest.raises(Forbidden):
        await manage.approve(await cabinet.meet_person(ANNA, "ru"), sheet.broadcast.id)
    assert (await manage.become(author, sheet.broadcast.id, BroadcastState.RUNNING)).broadcast.state is (
        BroadcastState.AWAITING
    )
    cabinet.person_id = OTHER
    shown = await cabinet.press(f"bco:{sheet.broadcast.id}")
    assert "решите" in text_of(shown)
    sent = await cabinet.press_words(shown, "✅ Одобрить")
    assert "идёт" in text_of(sent)
    assert only(cabinet).approved_by == other.id
    answered = [each for each in cabinet.database.data.outbox.values() if each.kind == "broadcast_answered"]
    assert [each.to for each in answered] == [ADMIN]
    refused = await manage.publish(author, what, PressKey("b"))
    await manage.become(other, refused.broadcast.id, BroadcastState.CANCELLED)
    assert (await manage.approve(other, refused.broadcast.id)).broadcast.state is BroadcastState.CANCELLED
    alone = replace(manage, approval=Approval(2, frozenset({ADMIN})))
    assert (await alone.publish(author, what, PressKey("c"))).broadcast.state is BroadcastState.RUNNING


async def test_fewer_and_none_in_one_press() -> None:
    cabinet = await agreeing(ANNA)
    cabinet.person_id = ANNA
    fewer = await cabinet.press("bkf:5:offers")
    assert (fewer.fresh, fewer.toast) == (True, "Выключено: Акции")
    assert [words for words, _ in buttons(fewer.screen)][:2] == ["🔕 Акции", "🔔 Новости"]  # type: ignore[arg-type]
    customer = cabinet.database.data.people[ANNA].customer_id
    assert set(cabinet.database.data.muted_kinds) == {(customer, BroadcastKind.OFFERS)}
    on = await cabinet.press_words(fewer, "🔕 Акции")
    assert not cabinet.database.data.muted_kinds
    assert "🔔 Акции" in [words for words, _ in buttons(on.screen)]  # type: ignore[arg-type]
    for stop in ("bkx:5", "bcx"):
        cabinet.database.data.consents[customer, Purpose.PROMOTIONS] = Consent(
            Purpose.PROMOTIONS, VERSIONS[Purpose.PROMOTIONS], cabinet.now
        )
        stopped = await cabinet.press(stop)
        assert (stopped.fresh, stopped.toast) == (True, "Готово, рассылок больше не будет.")
        assert (customer, Purpose.PROMOTIONS) not in cabinet.database.data.consents
        # The screen that says so takes it back: what one agrees to stands above the button.
        assert "Согласие на рекламные сообщения" in text_of(stopped)
        back = await cabinet.press_words(stopped, "↩️")
        assert (customer, Purpose.PROMOTIONS) in cabinet.database.data.consents
        again = await cabinet.press_words(back, "✖️ Ничего не присылать")
        assert "↩️ Даю согласие, присылайте снова" in [words for words, _ in buttons(again.screen)]  # type: ignore[arg-type]
    none = await cabinet.press("bkn")
    assert "Согласие на рекламные сообщения" in text_of(none)
    agreed = await cabinet.press_words(none, "✅")
    assert "🔔 Акции" in [words for words, _ in buttons(agreed.screen)]  # type: ignore[arg-type]
    page = await cabinet.say("/privacy")
    assert "Что вам присылать" in text_of(await cabinet.press_words(page, "Какие рассылки"))


async def test_a_guest_without_the_cabinets_consent_is_led_to_the_form() -> None:
    cabinet = Cabinet()
    assert "анкеты" in text_of(await cabinet.press("bkn"))
    await cabinet.press(f"bka:{VERSIONS[Purpose.PROMOTIONS]}")
    assert not cabinet.database.data.consents


async def test_the_buttons_of_an_announcement_open_things_below_it() -> None:
    cabinet = await agreeing(ANNA)
    await cabinet.press("ofk:percent")
    for field, words in (("value", "10"), ("title", "Весна | Spring")):
        await cabinet.press(f"ofi:{field}")
        offer = await cabinet.say(words)
    await cabinet.press_words(offer, "🚀")
    await cabinet.press("bcn")
    await cabinet.say("Привет")
    await cabinet.press("blg")
    await cabinet.say("P2")
    await cabinet.press("bly:1")
    listed = await cabinet.press("blp:0")
    await cabinet.press_words(listed, "Весна")
    await cabinet.press_words(await cabinet.press("bdd"), "📣 Отправить")
    assert only(cabinet).what.promotion == 1
    cabinet.person_id = ANNA
    card, category, promotion = [await cabinet.press(f"bfl:1:{number}") for number in range(3)]
    assert all(each.fresh for each in (card, category, promotion))
    assert "Крем &lt;2&gt;" in text_of(card)
    assert "Кожа &lt;1&gt;" in text_of(category)
    assert "Скидка 10 %" in text_of(promotion)
    assert "Этого здесь больше нет" in text_of(await cabinet.press("bfl:1:3"))
    assert "Этого здесь больше нет" in text_of(await cabinet.press("bfl:9:0"))
    cabinet.person_id = ADMIN
    await cabinet.press("ofs:1:0")
    cabinet.person_id = ANNA
    assert "Этого здесь больше нет" in text_of(await cabinet.press("bfl:1:2"))


@pytest.mark.parametrize("who", [ANNA, OLEG])
async def test_nobody_else_may(who: PersonId) -> None:
    """The company's; a consultant's own are in test_own_announcing."""
    cabinet = await agreeing(ANNA)
    await cabinet.press("bcn")
    await cabinet.say("Привет")
    cabinet.person_id = who
    about_it = ("bco:1", "bcj:1", "bcg:1:cancelled", "bch:1:cancelled", "bcv:1", "bcr:1", "bcd:1", "bcz:1", "bcy:1")
    refused = [await cabinet.press(data) for data in ("bcl:0", "bcn", "bca:1", *about_it)]
    assert not [each for each in refused if "Рассылка №" in text_of(each)]
    assert "не для вашей роли" in text_of(refused[0])
    for data in ("bdd", "bdv", "bpw", "bpa:consultants:0", "blw", "btw", "bto", "bcp:abc", "blp:0", "blo:1", "bdt"):
        await cabinet.press(data)
    assert not cabinet.database.data.broadcasts


async def test_what_cannot_be_sent_is_said_and_the_draft_stays() -> None:
    cabinet = await agreeing(ANNA)
    await cabinet.press("bcn")
    await cabinet.say("Привет")
    assert "длиннее 4000" in text_of(await cabinet.say("x" * 4001))
    assert "1000 знаков" in text_of(await picture(cabinet, 1, caption="x" * 1001))
    await cabinet.press("btw")
    assert "Не разобрали время" in text_of(await cabinet.say("скоро"))
    assert "уже прошло" in text_of(await cabinet.say("01.01.2026 10:00"))
    await cabinet.press("bla")
    assert "https://" in text_of(await cabinet.say("Читать http://example.com"))
    draft = await cabinet.press("bdd")
    assert "Привет" in text_of(draft)
    assert "картин" not in text_of(draft).replace("Текст и картинки", "")


async def test_a_long_text_goes_under_an_album() -> None:
    cabinet = await agreeing(ANNA)
    await cabinet.press("bcn")
    await cabinet.say("x" * 2000)
    for number in (1, 2):
        draft = await picture(cabinet, number, media_group_id="album")
    assert "2 картинки" in text_of(draft)
    await cabinet.press_words(draft, "📣 Отправить")
    assert len(only(cabinet).what.pictures) == 2
    await cabinet.press("bcn")
    await cabinet.say("x" * 2000)
    draft = await picture(cabinet, 3, media_group_id="alone")
    assert "1000 знаков" in text_of(await cabinet.press_words(draft, "📣 Отправить"))


def test_what_is_typed_is_read() -> None:
    assert typed_link("Читать | Read https://example.com") == WebLink(
        "https://example.com", Localised("Читать", "Read")
    )
    assert typed_link("Читать\nhttps://example.com").words == Localised("Читать", "Читать")
    for nonsense in ("", "https://example.com", "Читать", "Читать www.example.com", "Читать https://a b"):
        with pytest.raises(InvalidLink):
            typed_link(nonsense)
    assert typed_amount("5000") == SpentFrom(rubles(5000))
    assert typed_amount("10 000 ₽ за 365 дней") == SpentFrom(rubles(10_000), 365)
    assert typed_amount("3000 руб. / 30") == SpentFrom(rubles(3_000), 30)
    assert OrderedWithin(typed_days("30 дней")) == OrderedWithin(30)
    for nonsense in ("", "-5", "5e3", "много", "٣٠٠"):
        with pytest.raises(InvalidSegment):
            typed_amount(nonsense)
        with pytest.raises(InvalidSegment):
            typed_days(nonsense)
