"""Conversations as they look and feel: what goes to whom, what stays, what is asked first."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.types import (
    Chat,
    Contact,
    Message,
    MessageEntity,
    MessageReactionUpdated,
    PhotoSize,
    ReactionTypeCustomEmoji,
    ReactionTypeEmoji,
    Update,
    User,
)

from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.relay.models import Content, ConversationId, Kind, RelayedId
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, PersonId
from handlers.relay.content import content_of
from handlers.ui.screen import Answer
from tests.handlers.cabinet import ANNA, NOW, TRANSLATORS, Cabinet, buttons

OLEG, BORIS, STRANGER = PersonId(2001), PersonId(1002), PersonId(1777)


async def ready(cabinet: Cabinet) -> None:
    """Anna and Boris with Oleg, who is there."""
    data = cabinet.database.data
    data.people[OLEG] = Person(OLEG, "ru", CustomerId(900), own_consultant_id=ConsultantId(1))
    for number, person in enumerate((ANNA, BORIS), start=1):
        data.people[person] = Person(person, "ru", CustomerId(number), consultant_id=ConsultantId(1))
        data.choices[CustomerId(number)] = ConsultantId(1)


async def as_(cabinet: Cabinet, person: PersonId) -> Cabinet:
    cabinet.person_id = person
    return cabinet


def replied(cabinet: Cabinet, to: int, **content: Any) -> Message:
    chat = Chat(id=cabinet.person_id, type="private")
    of = Message(message_id=to, date=NOW, chat=chat, text="x")
    return cabinet._message(**content, reply_to_message=of)


async def feed(cabinet: Cabinet, message: Message) -> Answer:
    return await cabinet._feed(Update(update_id=next(cabinet.ids), message=message))


def arrived(cabinet: Cabinet, id: int, there: int) -> None:
    """The message has come into the other's chat."""
    from dataclasses import replace

    data = cabinet.database.data
    data.relayed[RelayedId(id)] = replace(data.relayed[RelayedId(id)], sent_id=there)


def said(cabinet: Cabinet) -> list[tuple[int, int, str]]:
    """(from, to, words) of everything passed on."""
    return [(each.sender_id, each.receiver_id, each.content.html) for each in cabinet.database.data.relayed.values()]


async def test_everything_goes_to_who_the_banner_names_until_done(cabinet: Cabinet) -> None:
    await ready(cabinet)
    banner = await cabinet.press("rlm")
    assert banner.screen is not None
    assert "Олег 1" in banner.screen.text or "Oleg 1" in banner.screen.text
    assert "/done" in banner.screen.text
    for words in ("Здравствуйте", "А вот это?"):
        again = await cabinet.say(words)
        assert again.screen is not None
        assert "✓" in again.screen.text
    assert said(cabinet) == [(ANNA, OLEG, "Здравствуйте"), (ANNA, OLEG, "А вот это?")]
    await cabinet.say("/done")
    assert await cabinet.state() is None
    await cabinet.say("это никому")
    assert len(said(cabinet)) == 2
    kinds = [each.kind for each in cabinet.database.data.outbox.values()]
    assert kinds.count(NoticeKind.RELAY) == 2


async def test_an_answer_goes_to_its_sender_and_the_current_one_stays(russian: Cabinet) -> None:
    await ready(russian)
    for person, words in ((ANNA, "от Анны"), (BORIS, "от Бориса")):
        await as_(russian, person)
        await russian.press("rlm")
        await russian.say(words)
    for number in (1, 2):
        arrived(russian, number, 70 + number)
    await as_(russian, OLEG)
    await russian.press("rlo:1:0")
    await russian.say("Анне")
    to_boris = await feed(russian, replied(russian, 72, text="Борису"))
    assert to_boris.screen is not None
    assert "Ответ ушёл" in to_boris.screen.text
    assert "пишете клиенту: <b>Гость № 1" in to_boris.screen.text
    await russian.say("снова Анне")
    assert said(russian)[2:] == [(OLEG, ANNA, "Анне"), (OLEG, BORIS, "Борису"), (OLEG, ANNA, "снова Анне")]
    russian.database.data.relayed.clear()
    await russian.say("/done")
    stranger = await feed(russian, replied(russian, 72, text="просто ответ"))
    assert stranger.screen is not None
    assert not said(russian), "what is answered was never relayed"


async def test_an_answer_in_the_middle_of_a_form_is_passed_on_and_the_question_stays(russian: Cabinet) -> None:
    await ready(russian)
    await russian.press("rlm")
    await russian.say("вопрос")
    await as_(russian, OLEG)
    arrived(russian, 1, 70)
    await russian.press("rlw")
    state = await russian.state()
    answer = await feed(russian, replied(russian, 70, text="отвечаю"))
    assert answer.screen is None
    assert answer.messages
    assert await russian.state() == state
    assert said(russian)[-1] == (OLEG, ANNA, "отвечаю")
    await russian.say("Буду в среду")
    assert russian.database.data.away_texts == {ConsultantId(1): "Буду в среду"}


async def test_a_contact_is_asked_about_first(russian: Cabinet) -> None:
    await ready(russian)
    await russian.press("rlm")
    contact = Contact(phone_number="+79031112233", first_name="<Мастер>")
    asked = await russian._send(contact=contact)
    assert asked.screen is not None
    assert "+79031112233" in asked.screen.text
    assert not said(russian)
    old = next(data for _, data in buttons(asked.screen) if data.startswith("rls"))
    await russian._send(contact=Contact(phone_number="+70000000000", first_name="Другой"))
    await russian.press(old)
    assert not said(russian), "the button was for another contact"
    asked = await russian._send(contact=contact)
    for _ in range(2):
        await russian.press_words(asked, "Да")
    (sent,) = russian.database.data.relayed.values()
    assert (sent.content.phone, sent.content.name) == ("+79031112233", "<Мастер>")


async def test_what_cannot_be_passed_on_says_so(cabinet: Cabinet) -> None:
    await ready(cabinet)
    await cabinet.press("rlm")
    from aiogram.types import Dice

    answer = await cabinet._send(dice=Dice(emoji="🎲", value=3))
    assert answer.screen is not None
    assert not said(cabinet)


async def test_a_stranger_gets_nowhere(russian: Cabinet) -> None:
    await ready(russian)
    await russian.press("rlm")
    await russian.say("секрет")
    await as_(russian, STRANGER)
    for data in ("rlo:1:0", "rlo:1:1", "rla:1", "rlc:1", "rlr:1:5", "rst:1:1:0", "rso:1", "rsk:1", "rll:0", "rlw"):
        answer = await russian.press(data)
        assert "секрет" not in str(answer)
        assert "Гость" not in str(answer)
    assert russian.database.data.conversations[ConversationId(1)].closed_at is None
    assert len(said(russian)) == 1


async def test_formatting_stays_and_links_to_accounts_do_not(russian: Cabinet) -> None:
    someone = User(id=5, is_bot=False, first_name="Кто-то")
    entities = [
        MessageEntity(type="bold", offset=0, length=6),
        MessageEntity(type="text_mention", offset=7, length=3, user=someone),
        MessageEntity(type="text_link", offset=11, length=4, url="tg://user?id=5"),
        MessageEntity(type="text_link", offset=16, length=4, url="https://example.org"),
    ]
    message = russian._message(text="Жирный она тоже сайт <", entities=entities)
    content = content_of(message)
    assert content is not None
    assert content.html == '<b>Жирный</b> она тоже <a href="https://example.org">сайт</a> &lt;'
    photo = PhotoSize(file_id="big", file_unique_id="u", width=1, height=1)
    small = photo.model_copy(update={"file_id": "small"})
    bold = [MessageEntity(type="bold", offset=0, length=3)]
    with_words = content_of(russian._message(photo=[small, photo], caption="Вот", caption_entities=bold))
    assert with_words == Content(Kind.PHOTO, "<b>Вот</b>", "big")


async def test_reactions_and_edits_of_other_messages_are_nobodys_business(russian: Cabinet) -> None:
    await ready(russian)
    await russian.press("rlm")
    await russian.say("раз")
    source = russian.database.data.relayed[RelayedId(1)].source_id
    assert source is not None
    user, chat = russian._user(), Chat(id=ANNA, type="private")
    given = [ReactionTypeEmoji(emoji="👍"), ReactionTypeCustomEmoji(custom_emoji_id="7")]
    tr = TRANSLATORS.for_language("ru")
    person = await russian.meet_person(ANNA, "ru")

    async def react(message_id: int, new: list[Any]) -> None:
        event = MessageReactionUpdated(
            chat=chat, message_id=message_id, date=NOW, old_reaction=[], new_reaction=new, user=user
        )
        update = Update(update_id=next(russian.ids), message_reaction=event)
        await russian.dispatcher.feed_update(russian.bot, update, person=person, tr=tr)

    await react(source, given)
    await react(999, given)
    one = russian.database.data.relayed[RelayedId(1)]
    assert (one.sender_reaction, one.receiver_reaction) == ("👍", None)
    await react(source, [])
    assert russian.database.data.relayed[RelayedId(1)].sender_reaction is None
    edited = russian._message(text="два").model_copy(update={"message_id": source})
    update = Update(update_id=next(russian.ids), edited_message=edited)
    await russian.dispatcher.feed_update(russian.bot, update, person=person, tr=tr)
    assert said(russian) == [(ANNA, OLEG, "два")]


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_a_product_and_a_cart_shown_and_opened_by_the_other(language: str) -> None:
    cabinet = Cabinet(language_code=language)
    await ready(cabinet)
    cabinet.database.data.cart_lines[CustomerId(1), ArticleId(2)] = 3
    for _ in range(2):
        assert (await cabinet.press("rsp:1:0")).toast
    await cabinet.press("rsc")
    assert [each.content.kind for each in cabinet.database.data.relayed.values()].count(Kind.CART) == 1
    await as_(cabinet, OLEG)
    cart = max(cabinet.database.data.relayed)
    shown = await cabinet.press(f"rso:{cart}")
    assert shown.screen is not None
    assert shown.fresh
    assert "3 ×" in shown.screen.text
    for _ in range(2):
        await cabinet.press_words(shown, "3")
    assert cabinet.database.data.cart_lines[CustomerId(900), ArticleId(2)] == 3, "twice is the same as once"
    card = await cabinet.press("rso:1")
    assert card.screen is not None
    assert card.screen.picture
    picked = await cabinet.press("rsp:2:2")
    assert picked.screen is not None
    assert [where for _, where in buttons(picked.screen) if where.startswith("rst")] == ["rst:1:2:2"]
    await cabinet.press("rst:1:2:2")
    last = cabinet.database.data.relayed[max(cabinet.database.data.relayed)]
    assert (last.sender_id, last.receiver_id, last.content.product) == (OLEG, ANNA, 2)
    await cabinet.bot.session.close()


async def test_stars_and_a_word_after_closing(russian: Cabinet) -> None:
    await ready(russian)
    await russian.press("rlm")
    await russian.say("спасибо")
    await as_(russian, OLEG)
    await russian.press("rlo:1:0")
    await russian.say("пожалуйста")
    asked = await russian.press("rla:1")
    await russian.press_words(asked, "Да")
    assert russian.database.data.conversations[ConversationId(1)].closed_at == NOW
    await as_(russian, ANNA)
    for stars in (2, 5):
        rated = await russian.press(f"rlr:1:{stars}")
        assert rated.screen is not None
    await russian.say("  Очень   помогли ")
    assert russian.database.data.conversations[ConversationId(1)].rating == 5
    assert russian.database.data.rating_words == {ConversationId(1): "Очень помогли"}
    assert await russian.state() is None
