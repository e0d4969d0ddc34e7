"""The staff's group: topics that are made, deleted, closed; and the one door into the cabinet from a group."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendMessage
from aiogram.types import CallbackQuery, Chat, ForumTopicCreated, Message, Update, User

from bot.dispatching import include_journeys
from bot.help_cases import help_cases
from bot.menus import Menus
from bot.routers import routers
from bot.settings import Settings
from bot.staff_group import StaffGroup
from bot.ticket_cases import ticket_cases
from bot.update import OneUpdate
from bot.use_cases import use_cases
from domain.people.use_cases import MeetPerson
from domain.shared.ids import PersonId, PressKey
from domain.tickets.models import Category, EntryKind, Ticket, TicketId
from handlers.tickets.group_handlers import group_room, is_reply_to
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen, Topic
from storage.database import Database, utc_now
from storage.fsm import make_fsm_storage
from storage.screens import Screens
from tests.fake_consultants import FakePlaces
from tests.handlers.cabinet import COMPANY, TRANSLATORS
from tests.services import keyring, sqlite_database

GROUP, OTHER_GROUP, ADMIN, STRANGER, ANNA = -100500, -100501, 3001, 2001, 1001
BOT_ID = 1000001


def refused(words: str) -> TelegramBadRequest:
    return TelegramBadRequest(method=SendMessage(chat_id=1, text="x"), message=f"Bad Request: {words}")


@dataclass
class Telegram:
    """A group whose topics may be deleted, or that has none."""

    forum: bool = True
    topics: set[int] = field(default_factory=set)
    said: list[tuple[int | None, str]] = field(default_factory=list)
    done: list[tuple[str, int]] = field(default_factory=list)

    async def create_forum_topic(self, chat_id: int, name: str) -> Any:
        if not self.forum:
            raise refused("the chat is not a forum")
        self.topics.add(number := 10 + len(self.done))
        self.done.append((name, number))
        return SimpleNamespace(message_thread_id=number)

    async def close_forum_topic(self, chat_id: int, thread: int) -> None:
        self.done.append(("closed", thread))

    async def reopen_forum_topic(self, chat_id: int, thread: int) -> None:
        raise refused("TOPIC_NOT_MODIFIED")

    async def send(self, chat_id: int, screen: Screen) -> int:
        thread = screen.topic.thread if screen.topic else None
        if thread is not None and thread not in self.topics:
            raise refused("message thread not found")
        self.said.append((thread, screen.text))
        return len(self.said)


class Rooms:
    def __init__(self) -> None:
        self.kept: list[tuple[TicketId, PersonId, int]] = []

    async def __call__(self, ticket_id: TicketId, group: PersonId, thread: int) -> None:
        self.kept.append((ticket_id, group, thread))


async def test_a_topic_is_made_when_something_is_said_and_anew_when_it_was_deleted() -> None:
    telegram, rooms = Telegram(), Rooms()
    group = StaffGroup(telegram, telegram, rooms)  # type: ignore[arg-type]
    topic = Topic(7, "№ 1007 · " + "я" * 200)
    await group.send(telegram, GROUP, Screen("карточка", topic=topic))  # type: ignore[arg-type]
    assert telegram.said == [(10, "карточка")]
    assert len(telegram.done[0][0]) == 128
    telegram.topics.clear()
    await group.send(telegram, GROUP, Screen("ещё", topic=Topic(7, "№ 1007", thread=10)))  # type: ignore[arg-type]
    assert telegram.said[1:] == [(11, "ещё")]
    assert rooms.kept == [(7, GROUP, 10), (7, GROUP, 11)]
    await group.send(telegram, GROUP, Screen("конец", topic=Topic(7, "", thread=11, shut=True)))  # type: ignore[arg-type]
    await group.send(telegram, GROUP, Screen("снова", topic=Topic(7, "", thread=11, shut=False)))  # type: ignore[arg-type]
    assert telegram.done[-1] == ("closed", 11)


async def test_a_group_without_topics_gets_everything_in_one_chat() -> None:
    telegram, rooms = Telegram(forum=False), Rooms()
    group = StaffGroup(telegram, telegram, rooms)  # type: ignore[arg-type]
    await group.send(telegram, GROUP, Screen("карточка", topic=Topic(7, "№ 1007", shut=True)))  # type: ignore[arg-type]
    assert telegram.said == [(None, "карточка")]
    assert (rooms.kept, telegram.done) == ([], [])


def message(text: str, person: int = ADMIN, chat: int = GROUP, thread: int | None = 10, **more: Any) -> Message:
    user = User(id=person, is_bot=False, first_name="Ирина")
    where = Chat(id=chat, type="supergroup", is_forum=True)
    moment = datetime(2026, 11, 29, tzinfo=UTC)
    return Message(
        message_id=900,
        date=moment,
        chat=where,
        from_user=user,
        text=text,
        message_thread_id=thread,
        is_topic_message=thread is not None,
        **more,
    )


def by_bot(number: int = 50, **more: Any) -> Message:
    user = User(id=BOT_ID, is_bot=True, first_name="Кабинет")
    where = Chat(id=GROUP, type="supergroup")
    return Message(message_id=number, date=datetime(2026, 11, 29, tzinfo=UTC), chat=where, from_user=user, **more)


def test_what_counts_as_a_reply_to_the_bot() -> None:
    """Telegram makes every message of a topic a reply to the message the topic began with."""
    assert is_reply_to(message("x", reply_to_message=by_bot(text="карточка")), BOT_ID)
    assert not is_reply_to(message("x"), BOT_ID)
    began = by_bot(10, forum_topic_created=ForumTopicCreated(name="x", icon_color=1))
    assert not is_reply_to(message("x", reply_to_message=began), BOT_ID)
    assert not is_reply_to(message("x", reply_to_message=by_bot(10)), BOT_ID)
    assert not is_reply_to(message("x", reply_to_message=message("заметка")), BOT_ID)


class Spy(Bot):
    """What the bot would call."""

    def __init__(self) -> None:
        super().__init__(f"{BOT_ID}:no-token-of-any-value-00000000000000")
        self.calls: list[Any] = []

    async def __call__(self, method: Any, request_timeout: int | None = None) -> Any:
        self.calls.append(method)
        return SimpleNamespace(message_id=1, photo=None)

    def names(self) -> list[str]:
        return [type(each).__name__ for each in self.calls]


@dataclass
class House:
    """The real dispatcher with the group's door, over a database."""

    bot: Spy
    dispatcher: Dispatcher
    database: Database
    ticket: Ticket
    number: int = 0

    async def feed(self, **event: Any) -> list[str]:
        self.number += 1
        self.bot.calls.clear()
        await self.dispatcher.feed_update(self.bot, Update(update_id=self.number, **event))
        return self.bot.names()

    async def entries(self) -> list[tuple[EntryKind, str]]:
        async with self.database.read() as work:
            return [(each.kind, each.text) for each in await work.tickets.thread(self.ticket.id)][1:]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    settings = Settings(admin_ids=frozenset({ADMIN}), staff_group_id=GROUP)
    database = Database(await sqlite_database(tmp_path), keyring())
    translators, bot = TRANSLATORS, Spy()
    cases = use_cases(database, settings, utc_now, FakePlaces()) | ticket_cases(database, settings, utc_now)
    cases |= help_cases(database, settings, utc_now, translators)
    fsm = make_fsm_storage(database, None)
    dispatcher = Dispatcher(storage=fsm, translators=translators, company=COMPANY)
    include_journeys(dispatcher, routers(), cases, group_room())
    meet: MeetPerson = cases["meet_person"]
    presenter = Presenter(bot, None, Screens(database))  # type: ignore[arg-type]
    menus, zone = Menus(bot, translators), ZoneInfo("Europe/Moscow")
    one = OneUpdate(database, meet, translators, presenter, menus, zone, lambda: None, group=GROUP)
    dispatcher.update.outer_middleware(one)
    anna = await meet(PersonId(ANNA), "ru")
    await meet(PersonId(ADMIN), "ru")
    ticket = await cases["open_ticket"](anna, Category.ORDER, "где заказ?", [], PressKey("k"))
    async with database.write() as work:
        await work.tickets.set_room(ticket.id, PersonId(GROUP), 10)
    yield House(bot, dispatcher, database, ticket)
    await fsm.close()
    await database.close()
    await bot.session.close()


async def test_a_reply_goes_to_the_customer_and_the_rest_is_a_note(house: House) -> None:
    assert await house.feed(message=message("проверить")) == ["SetMessageReaction"]
    assert await house.feed(message=message("Едет!", reply_to_message=by_bot(text="карточка"))) == [
        "SetMessageReaction"
    ]
    assert await house.feed(message=message("/answer И вам подарок")) == ["SetMessageReaction"]
    assert await house.feed(message=message("/answer 1001 Из общей темы", thread=None)) == ["SetMessageReaction"]
    assert await house.entries() == [
        (EntryKind.NOTE, "проверить"),
        (EntryKind.ANSWER, "Едет!"),
        (EntryKind.ANSWER, "И вам подарок"),
        (EntryKind.ANSWER, "Из общей темы"),
    ]


async def test_nobody_but_the_staff_acts_there_and_nothing_is_kept_of_them(house: House) -> None:
    reply = by_bot(text="карточка")
    assert await house.feed(message=message("чужое", person=STRANGER, reply_to_message=reply)) == []
    user = User(id=STRANGER, is_bot=False, first_name="x")
    press = CallbackQuery(id="1", from_user=user, chat_instance="1", data="tst:1", message=reply)
    assert await house.feed(callback_query=press) == ["AnswerCallbackQuery"]
    assert house.bot.calls[0].show_alert
    assert await house.entries() == []
    async with house.database.read() as work:
        assert await work.people.get(PersonId(STRANGER)) is None


async def test_no_other_journey_answers_in_the_group(house: House) -> None:
    for words in ("/start", "/tickets", "/admin", "🏠 Главная", "помада"):
        assert await house.feed(message=message(words, thread=None)) == [], words
    for data in ("home", "adm", "ords:1", "tsl:open:0", "tsa:1:0"):
        user = User(id=ADMIN, is_bot=False, first_name="x")
        press = CallbackQuery(id="1", from_user=user, chat_instance="1", data=data, message=by_bot(text="карточка"))
        assert await house.feed(callback_query=press) == ["AnswerCallbackQuery"], data


async def test_another_group_is_not_listened_to(house: House) -> None:
    assert await house.feed(message=message("проверить", chat=OTHER_GROUP)) == []
    assert await house.feed(message=message("/answer 1001 x", chat=OTHER_GROUP, thread=None)) == []
    assert await house.entries() == []


async def test_a_refusal_is_said_in_the_group_without_a_way_home(house: House) -> None:
    user = User(id=ADMIN, is_bot=False, first_name="x")
    press = CallbackQuery(id="1", from_user=user, chat_instance="1", data="tsx:1:99", message=by_bot(text="карточка"))
    assert await house.feed(callback_query=press) == ["AnswerCallbackQuery"]
    assert "изменилось" in house.bot.calls[0].text
    long = message("я" * 3001, reply_to_message=by_bot(text="карточка"))
    assert await house.feed(message=long) == ["SendMessage"]
    assert house.bot.calls[0].message_thread_id == 10
    assert house.bot.calls[0].reply_markup is None
