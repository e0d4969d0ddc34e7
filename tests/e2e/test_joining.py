"""Joining with real letters and SMS: a typed phone, wrong codes, coming back, duplicates, nothing left in the chat."""

from __future__ import annotations

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_first_order import code_in, fill_in_form
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def agree(guest: PersonClient) -> None:
    await guest.say("/start")
    await guest.say("/form")
    for _ in range(2):
        await guest.press("Даю согласие")


async def until_phone(guest: PersonClient, passport: str) -> None:
    """Everything before the phone, the days by pressing."""
    await agree(guest)
    for answer in ("Смирнова-Тестова", "Клавдия", "Аркадьевна"):
        await guest.say(answer)
    await guest.press("Выбрать в календаре")
    for words in ("2000", "май", "7"):
        await guest.press(words)
    for answer in (passport, "20.06.2014", "770-001"):
        await guest.say(answer)
    await guest.say("119019, Москва, ул. Арбат, д. 10")
    await guest.press("✏️ Квартира")
    await guest.say("77")
    await guest.press("Адрес верный")


async def test_a_typed_phone_and_an_email_are_proven_by_codes(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Клавдия")
    await until_phone(guest, "4514 777001")
    await guest.say("8 916 000-11-22")
    code = await code_in(sandbox, "+79160001122")
    wrong = f"{(int(code) + 1) % 10**6:06}"
    await guest.say(wrong)
    assert "Осталось 4 попытки" in (await guest.last()).text
    await guest.say(code)
    await guest.say("klavdia@example.org")
    await guest.say(await code_in(sandbox, "klavdia@example.org"))
    letter = next(each for each in await sandbox.mail() if each["to"] == "klavdia@example.org")
    assert "<b>" in letter["html"]
    assert "Код подтверждения" in letter["subject"]
    await guest.press("Чтобы консультировать")
    await guest.say("1234")
    await guest.say("4111 1111 1111 1111")
    review = (await guest.last()).text
    for said in ("Смирнова-Тестова", "7 мая 2000", "45 14 777001", "+7 916 000-11-22", "klavdia@example.org", "1111"):
        assert said in review
    await guest.press("Всё верно")
    assert "подтверждение администратора" in (await guest.last()).text

    chat = " ".join(m.text for m in await guest.messages() if not m.deleted and m.outgoing)
    for said in ("Смирнова", "777001", "Арбат", "000-11-22", "klavdia", "4111", code, wrong):
        assert said not in chat, "what was typed is deleted from the chat"
        assert said not in bot.log


async def test_a_form_is_gone_on_with_from_start(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Забывчивая")
    await until_phone(guest, "4514 777002")
    await guest.say("/catalog")
    await guest.say("/start")
    await guest.press("Продолжить анкету")
    assert "9 из 13" in (await guest.last()).text


async def test_refusing_the_consent_leads_to_the_catalog(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Осторожная")
    await guest.say("/start")
    await guest.say("/form")
    await guest.press("Файлом")
    file = next(m for m in reversed(await guest.messages()) if m.kind == "document")
    assert file.media is not None
    assert file.media["file_name"].endswith(".txt")
    await guest.press("Не даю")
    assert "Каталог" in " ".join(await guest.buttons())


async def test_who_has_a_cabinet_is_led_to_log_in(sandbox: SandboxClient, bot: BotProcess) -> None:
    first = await sandbox.add_person("Первая", phone="+79165550001")
    await first.say("/start")
    await fill_in_form(sandbox, first, "Первая", "Тайная")
    second = await sandbox.add_person("Вторая", phone="+79165550001")
    await until_phone(second, "4514 777003")
    await second.share_contact()
    told = await second.last()
    assert "уже есть" in told.text
    assert "Тайная" not in told.text
    assert {"🔑 Войти", "Восстановить пароль"} <= set(told.words())
