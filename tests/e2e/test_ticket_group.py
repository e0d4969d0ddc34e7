"""Tickets in the staff's group: a topic each, answers by reply, closed with the ticket, made anew when deleted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.bot_process import BotProcess, bot_environment, start_bot
from tests.e2e.test_tickets import write
from tests.sandbox_client import Message, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
ADMIN, STRANGER, GROUP = 3001, 2001, -1_001_234_567


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(sandbox: SandboxClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[BotProcess]:
    """A bot whose staff has a group with topics; one in it is not of the staff."""
    await sandbox.add_group("Обращения", [ADMIN, STRANGER], is_forum=True, id=GROUP)
    folder: Path = tmp_path_factory.mktemp("bot")
    async with start_bot(bot_environment(sandbox, folder, STAFF_GROUP_ID=str(GROUP)), folder / "log") as running:
        yield running
        assert running.errors() == []


class Room:
    """The group as the admin sees it."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox

    async def messages(self) -> list[Message]:
        return (await self.sandbox.chat(ADMIN, chat_id=GROUP)).messages

    async def wait_for(self, wanted: Callable[[Message], Any], within: float = 25.0) -> Message:
        deadline = time.monotonic() + within
        while True:
            shown = await self.messages()
            for message in reversed(shown):
                if wanted(message):
                    return message
            assert time.monotonic() < deadline, [(m.thread_id, m.text[:90]) for m in shown[-6:]]
            await asyncio.sleep(0.1)

    async def says(self, words: str) -> Message:
        return await self.wait_for(lambda m: words in m.text and not m.outgoing)

    async def press(self, message: Message, words: str, person: int = ADMIN) -> Any:
        button = message.button(words)
        assert button is not None, message.words()
        answer = await self.sandbox.press(person, message.id, text=button["text"], wait=10, chat_id=GROUP)
        await self.sandbox.settle()
        return answer["answer"]

    async def topics(self) -> list[dict[str, Any]]:
        groups = await self.sandbox.request("GET", "/sandbox/groups")
        return [each for group in groups if group["id"] == GROUP for each in group["topics"]]


async def test_a_topic_from_the_ticket_to_its_end(sandbox: SandboxClient, bot: BotProcess) -> None:
    room, admin, anna = Room(sandbox), sandbox.person(ADMIN), await sandbox.add_person("Анна")
    await admin.say("/start")
    await anna.say("/start")
    await write(anna, "Крышка треснула")
    card = await room.says("Крышка треснула")
    thread = card.thread_id
    assert thread is not None
    assert [each["name"] for each in await room.topics()] == ["№ 1001 · 🧴 Качество"]
    assert "Крышка" not in str([m.text for m in await admin.messages()]), "not in the admin's own chat as well"

    place = {"chat_id": GROUP, "thread_id": thread}
    await sandbox.send(ADMIN, text="Секрет: проверить партию", **place)
    await sandbox.send(STRANGER, text="Секрет: кто-то чужой", **place, reply_to=card.id)
    await sandbox.send(ADMIN, text="Заменим крышку", **place, reply_to=card.id)
    await anna.wait_for("Заменим крышку", within=20)
    await sandbox.send(ADMIN, text="/answer И пришлём подарок", **place)
    await anna.wait_for("И пришлём подарок", within=20)
    assert "Секрет" not in str([m.text for m in await anna.messages()])
    assert (await room.press(card, "Взять себе", STRANGER))["show_alert"], "who is not of the staff is told so"
    for words in ("/start", "/tickets", "Главная"):
        before = len(await room.messages())
        await sandbox.send(STRANGER, text=words, chat_id=GROUP)
        await sandbox.settle()
        assert len(await room.messages()) == before + 1, "no other journey answers in the group"

    await anna.press("Написать ещё")
    await anna.say("Спасибо, жду")
    assert (await room.says("Спасибо, жду")).thread_id == thread
    card = await room.wait_for(lambda m: m.id == card.id and "Отвечает: Ирина" in m.text)
    await room.press(card, "Шаблоны")
    shown = await room.wait_for(lambda m: m.id == card.id and m.button("Нужны фото") is not None)
    await room.press(shown, "Назад")
    shown = await room.wait_for(lambda m: m.id == card.id and m.button("Закрыть обращение") is not None)
    await room.press(shown, "Закрыть обращение")
    await room.says("№ 1001 закрыто")
    await room.wait_for(lambda m: m.id == card.id and m.button("Открыть снова") is not None)
    for _ in range(100):
        if (await room.topics())[0]["closed"]:
            break
        await asyncio.sleep(0.1)
    assert (await room.topics())[0]["closed"]
    await anna.wait_for("Оцените", within=20)
    await anna.press("Открыть снова" if "Открыть снова" in await anna.buttons() else "Открыть")
    await anna.press("Открыть снова")
    await room.says("снова открыто")
    assert not (await room.topics())[0]["closed"]


async def test_a_deleted_topic_is_made_anew_and_nothing_is_lost(sandbox: SandboxClient, bot: BotProcess) -> None:
    room, vera = Room(sandbox), await sandbox.add_person("Вера")
    await vera.say("/start")
    await write(vera, "Не тот цвет")
    card = await room.says("Не тот цвет")
    await sandbox.request("DELETE", f"/sandbox/groups/{GROUP}/topics/{card.thread_id}")
    await vera.say("/support")
    await vera.press("Мои обращения")
    await vera.press("Качество")
    await vera.press("Написать ещё")
    await vera.say("Вы меня слышите?")
    again = await room.says("Вы меня слышите?")
    assert again.thread_id not in (None, card.thread_id)
    anew = await room.wait_for(lambda m: "Не тот цвет" in m.text and m.thread_id == again.thread_id)
    await sandbox.send(ADMIN, text="Слышим", chat_id=GROUP, thread_id=again.thread_id, reply_to=anew.id)
    await vera.wait_for("Слышим", within=20)
