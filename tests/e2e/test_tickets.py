"""Writing to the company in the sandbox: with the staff in their own chats."""

from __future__ import annotations

import pytest

from tests.bot_process import BotProcess
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
ADMIN = 3001
PHOTO = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


async def write(person: PersonClient, words: str) -> None:
    """From /support to the ticket that is sent."""
    await person.say("/support")
    await person.press("Написать в компанию")
    await person.press("Качество")
    await person.say(words)
    await person.press("Отправить")


async def test_a_ticket_is_answered_closed_and_rated(sandbox: SandboxClient, bot: BotProcess) -> None:
    admin, anna = sandbox.person(ADMIN), await sandbox.add_person("Анна")
    await admin.say("/start")
    await anna.say("/start")
    await anna.say("/support")
    await anna.press("Написать в компанию")
    await anna.press("Качество")
    await anna.say("Крышка треснула")
    await anna.send_file("photo", PHOTO, "lid.png", caption="вот она")
    await anna.press("Отправить")
    assert "принято" in (await anna.last()).text
    await admin.wait_for("Крышка треснула", within=20)
    await admin.wait_for(lambda chat: any(m.kind == "photo" for m in chat.messages), within=20)

    card = next(m for m in await admin.messages() if "Новое обращение" in m.text)
    await admin.press("Ответить", message_id=card.id)
    await admin.say("Пришлём новый")
    assert "Ответ отправлен" in (await admin.last()).text
    await anna.wait_for("Пришлём новый", within=20)
    await anna.press("Написать ещё")
    await anna.say("Спасибо!")
    await admin.wait_for("Спасибо!", within=20)
    await admin.say("/tickets")
    await admin.press("Качество")
    await admin.press("Закрыть обращение")
    await anna.wait_for("Оцените", within=20)
    await anna.press("5 ⭐")
    assert "Спасибо за оценку" in (await anna.last()).text
    # The card that was sent shows what is.
    await admin.wait_for(lambda chat: any(m.id == card.id and "Оценка" in m.text for m in chat.messages), within=20)
