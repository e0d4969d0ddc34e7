"""The message that shows an author how far an announcement is: one message, through restarts, with a last word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import SendMessage

from bot import status
from bot.broadcast_watch import BroadcastWatch
from bot.delivery.take_away import TakeAway
from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.progress import Progress
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId, PersonId
from domain.shared.localised import Localised
from handlers.broadcasts.presses import press_of
from handlers.ui.screen import Screen
from locales.translator import Translators

NOW = datetime(2026, 5, 7, 12, tzinfo=UTC)
AUTHOR = PersonId(3001)
ID = BroadcastId(1)


class Follow:
    """What stands in the database."""

    def __init__(self) -> None:
        broadcast = Broadcast(ID, Announcement(Localised("А", "A")), BroadcastState.RUNNING, 0, NOW, NOW, AUTHOR)
        self.progress: Progress | None = Progress(broadcast, AUTHOR, Tally(left=10))

    async def __call__(self) -> Sequence[Progress]:
        return [] if self.progress is None else [self.progress]

    def goes_on(self, tally: Tally, state: BroadcastState = BroadcastState.RUNNING) -> None:
        assert self.progress is not None
        broadcast = replace(self.progress.broadcast, state=state)
        self.progress = replace(self.progress, tally=tally, broadcast=broadcast)

    async def keep_message(self, id: BroadcastId, message_id: int) -> None:
        assert self.progress is not None
        self.progress = replace(self.progress, message_id=message_id)

    async def told(self, id: BroadcastId) -> None:
        self.progress = None


class Chat:
    """A chat with messages; blocked, nothing comes in."""

    def __init__(self) -> None:
        self.messages: dict[int, str] = {}
        self.edits = 0
        self.blocked = False
        self.away = False

    async def send(self, chat_id: int, screen: Screen) -> int:
        if self.blocked:
            raise TelegramForbiddenError(method=SendMessage(chat_id=1, text="x"), message="bot was blocked")
        if self.away:
            raise TelegramNetworkError(method=SendMessage(chat_id=1, text="x"), message="timed out")
        self.messages[len(self.messages) + 1] = screen.text
        return len(self.messages)

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        self.edits += 1
        self.messages[message_id] = screen.text


class People:
    async def known(self, id: PersonId) -> Person | None:
        return Person(id, "ru", CustomerId(1), True, None)


class Nobody(People):
    async def known(self, id: PersonId) -> Person | None:
        return None


def watch(follow: Follow, chat: Chat, people: People | None = None, clock: Clock = lambda: NOW) -> BroadcastWatch:
    return BroadcastWatch(follow, chat, people or People(), Translators(strict=True), clock, UTC)  # type: ignore[arg-type]


async def settled(watching: BroadcastWatch) -> None:
    for told in watching._told.values():
        await told.status.settle()


async def test_one_message_is_edited_now_and_then_and_says_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    time = [100.0]
    monkeypatch.setattr(status.time, "monotonic", lambda: time[0])
    follow, chat = Follow(), Chat()
    watching = watch(follow, chat)
    for second in range(10):
        time[0] = 100.0 + second
        follow.goes_on(Tally(sent=second, left=10 - second))
        await watching()
        await settled(watching)
    assert len(chat.messages) == 1
    assert chat.edits == 3, "every three seconds, and not when a look is due"
    follow.goes_on(Tally(sent=10), BroadcastState.DONE)
    await watching()
    assert "завершена" in chat.messages[1]
    assert "Получили: 10" in chat.messages[1]
    assert follow.progress is None
    await watching()


async def test_another_process_goes_on_in_the_same_message() -> None:
    follow, chat = Follow(), Chat()
    first = watch(follow, chat)
    await first()
    await settled(first)
    follow.goes_on(Tally(sent=10), BroadcastState.DONE)
    await watch(follow, chat)()
    assert list(chat.messages) == [1]
    assert "завершена" in chat.messages[1]


async def test_an_author_who_cannot_be_reached_has_had_the_last_word() -> None:
    follow, chat = Follow(), Chat()
    chat.blocked = True
    follow.goes_on(Tally(sent=10), BroadcastState.DONE)
    await watch(follow, chat)()
    assert follow.progress is None


async def test_a_last_word_that_did_not_come_through_is_said_later() -> None:
    follow, chat = Follow(), Chat()
    chat.away = True
    follow.goes_on(Tally(sent=10), BroadcastState.DONE)
    watching = watch(follow, chat)
    await watching()
    assert follow.progress is not None
    chat.away = False
    await watching()
    assert follow.progress is None
    assert "завершена" in chat.messages[1]


async def test_nothing_is_left_to_say_to_who_is_there_no_more() -> None:
    follow, chat = Follow(), Chat()
    await watch(follow, chat, Nobody())()
    assert follow.progress is None
    assert chat.messages == {}


async def test_the_pace_counts_all_who_are_through_and_what_there_was_no_time_for_is_shown_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    time, now = [100.0], [NOW]
    monkeypatch.setattr(status.time, "monotonic", lambda: time[0])
    follow, chat = Follow(), Chat()
    watching = watch(follow, chat, clock=lambda: now[0])
    follow.goes_on(Tally(left=1000))
    for tally in (
        Tally(left=1000),
        Tally(blocked=50, failed=30, skipped=20, left=900),
        Tally(blocked=50, failed=30, skipped=20, left=900),
    ):
        follow.goes_on(tally)
        await watching()
        await settled(watching)
        time[0] += 2.0
        now[0] += timedelta(seconds=2)
    assert chat.edits == 1, "the second look came too soon, so the third shows what it saw"
    assert "25" in chat.messages[1], "a hundred people in four seconds"


class Deleting:
    """Telegram and the albums, for deletions."""

    def __init__(self) -> None:
        self.gone: list[int] = []

    async def delete_message(self, chat_id: int, message_id: int) -> None:
        self.gone.append(message_id)

    async def delete_messages(self, chat_id: int, message_ids: list[int]) -> None:
        self.gone += message_ids

    async def messages(self, broadcast_id: int, person_id: int) -> Sequence[int]:
        return (5, 6) if broadcast_id == 9 else ()


async def test_pictures_go_with_their_text_and_everything_else_is_sent() -> None:
    telegram: Any = Deleting()

    async def send(bot: Any, person_id: int, screen: Screen) -> int | None:
        return 77

    deed = TakeAway(telegram, send)
    assert await deed(telegram, 1, Screen("", delete=7, album=9)) == 7
    assert await deed(telegram, 1, Screen("", delete=8, album=4)) == 8
    assert telegram.gone == [5, 6, 7, 8]
    assert await deed(telegram, 1, Screen("x")) == 77


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ("bfl:12:0", (12, False)),
        ("bkf:12:news", (12, True)),
        ("bkx:3", (3, True)),
        ("bkx:0", None),
        ("bkx:-3", None),
        ("bkx:" + "9" * 40, None),
        ("bkx:٣", None),
        ("prd:12:0", None),
        ("bkx", None),
        (None, None),
    ],
)
def test_a_press_is_known_by_its_button(data: str | None, meant: tuple[int, bool] | None) -> None:
    assert press_of(data) == meant
