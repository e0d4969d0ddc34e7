"""Messages with personal data are taken from the chat, also after a restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import DeleteMessage

from bot.vanish import Vanish
from domain.notices.models import Notice, NoticeKind
from domain.shared.ids import PersonId
from storage.database import Database
from storage.outbox_queue import OutboxQueue
from storage.vanishing import VanishingMessages
from tests.services import keyring, sqlite_database

OFFICER = PersonId(9)
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Chat:
    """Deletes, or fails as told."""

    def __init__(self) -> None:
        self.deleted: list[tuple[int, int]] = []
        self.fault: type[Exception] | None = None

    async def delete_message(self, chat_id: int, message_id: int) -> None:
        if self.fault is not None:
            raise self.fault(method=DeleteMessage(chat_id=chat_id, message_id=message_id), message="no")  # type: ignore[call-arg]
        self.deleted.append((chat_id, message_id))


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(await sqlite_database(tmp_path), keyring(), clock=lambda: START)
    async with database.write() as work:
        await work.people.add(OFFICER, "ru")
        for kind in (NoticeKind.PERSONAL_DATA, NoticeKind.CODE):
            await work.outbox.put(Notice(OFFICER, kind, f"{kind}:1"))
    queue = OutboxQueue(database)
    rows = await queue.claim(9, START, timedelta(minutes=1))
    await queue.sent([(row.id, 500 + row.id) for row in rows], START)
    yield database
    await database.close()


def vanish(db: Database, chat: Chat, after: float) -> Vanish:
    moment = START + timedelta(seconds=after)
    return Vanish(chat, VanishingMessages(db), lambda: moment)  # type: ignore[arg-type]


async def test_after_two_minutes_and_only_once(db: Database) -> None:
    chat = Chat()
    await vanish(db, chat, 119)()
    assert chat.deleted == []
    await vanish(db, chat, 120)()
    assert chat.deleted == [(OFFICER, 501)]
    await vanish(db, chat, 999)()
    assert len(chat.deleted) == 1


async def test_what_cannot_be_deleted_now_is_tried_again(db: Database) -> None:
    chat = Chat()
    chat.fault = TelegramNetworkError
    await vanish(db, chat, 130)()
    chat.fault = None
    await vanish(db, chat, 140)()
    assert chat.deleted == [(OFFICER, 501)]


async def test_what_is_gone_already_is_done(db: Database) -> None:
    chat = Chat()
    chat.fault = TelegramBadRequest
    await vanish(db, chat, 130)()
    chat.fault = None
    await vanish(db, chat, 140)()
    assert chat.deleted == []
