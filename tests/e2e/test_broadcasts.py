"""An announcement from the admin's words to the people's chats, and one press that ends them."""

from __future__ import annotations

import asyncio

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_first_order import join
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
ADMIN = 3001


async def write(admin: PersonClient, text: str) -> None:
    """Up to the button that sends it."""
    await admin.say("/promo")
    await admin.press("Новая рассылка")
    await admin.say(text)
    if "ночью не будим" in (await admin.last()).text:
        await admin.press("Когда")
        await admin.press("Ночью не будить")
        await admin.press("Назад")


async def got(person: PersonClient, text: str) -> int:
    return sum(text in message.text for message in await person.messages())


async def test_who_agreed_gets_it_once_and_one_press_stops_it(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna, vera = await join(sandbox, "Анна Петрова"), await join(sandbox, "Вера Орлова")
    guest = await sandbox.add_person("Гость")
    await guest.say("/start")
    admin = sandbox.person(ADMIN)
    await admin.say("/start")
    await write(admin, "Помада со скидкой")
    assert "2 человека" in (await admin.last()).text
    await admin.press("Отправить")
    await anna.wait_for("Помада со скидкой", within=20)
    # A message of its own, edited to its summary.
    await admin.wait_for(
        lambda chat: any("завершена" in m.text and "Получили: 2" in m.text and m.edited for m in chat.messages),
        within=30,
    )
    await vera.wait_for("Помада со скидкой", within=20)
    await vera.press("Больше не присылать")

    await write(admin, "Кремы со скидкой")
    assert "1 человек" in (await admin.last()).text
    await admin.press("Отправить")
    await anna.wait_for("Кремы со скидкой", within=20)
    async with asyncio.timeout(15):
        while "завершена" not in (await admin.last()).text:
            await asyncio.sleep(0.5)
            await admin.press("Обновить")
    assert "Получили: 1" in (await admin.last()).text
    assert [await got(each, "Кремы со скидкой") for each in (anna, vera, guest)] == [1, 0, 0]
    assert [await got(each, "Помада со скидкой") for each in (anna, vera, guest)] == [1, 1, 0]

    await admin.press("Удалить у всех")
    await admin.press("Да, удалить")
    await admin.wait_for(lambda chat: any("Удалено из чатов: 1" in m.text for m in chat.messages), within=30)
    assert [await got(each, "Кремы со скидкой") for each in (anna, vera, guest)] == [0, 0, 0]
    assert await got(vera, "Помада со скидкой") == 1
