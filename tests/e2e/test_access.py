"""From the first order to the number and the letter, from the letter to another account, and back by recovery."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_first_order import add_lipstick, code_in, join
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
OWN = "четыре кита плывут мимо"
NEW = "совсем другие три слова"


async def buy(buyer: PersonClient) -> None:
    await add_lipstick(buyer)
    await buyer.say("/cart")
    await buyer.press("Оформить")
    await buyer.press("Лично")
    await buyer.press("Заказать")


async def letter_of(sandbox: SandboxClient, number: str) -> tuple[str, str]:
    """(address, one-time password) of the letter about this number, as soon as it is there."""
    async with asyncio.timeout(15):
        while True:
            for each in await sandbox.mail():
                found = re.search(r"\b[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}\b", each["text"])
                if number in each["text"] and found:
                    return each["to"], found.group()
            await asyncio.sleep(0.05)


async def test_a_cabinet_from_its_number_to_its_recovery(sandbox: SandboxClient, bot: BotProcess) -> None:
    owner = await join(sandbox, "Ника Орлова")
    await buy(owner)
    await owner.wait_for("Ваш кабинет открыт")
    told = next(m.text for m in await owner.messages() if "Ваш кабинет открыт" in m.text)
    found = re.search(r"\b\d{3}-\d{3}-\d{3}\b", told)
    assert found, told
    number = found.group()
    address, password = await letter_of(sandbox, number)
    assert all(password not in m.text for m in await owner.messages()), "the password stands in the letter alone"

    tablet = await sandbox.add_person("Ника с планшета")
    await tablet.say("/start")
    await tablet.press("У меня уже есть кабинет")
    await tablet.say(number)
    await tablet.say("не тот пароль")
    assert "не подходят" in (await tablet.last()).text
    await tablet.say(password)
    await tablet.say("qwerty123")
    assert "частых" in (await tablet.last()).text
    await tablet.say(OWN)
    assert number in (await tablet.last()).text
    seen = " ".join(m.text for m in await tablet.messages() if not m.deleted)
    assert password not in seen
    assert OWN not in seen
    await owner.wait_for("вошли с другого аккаунта")

    await owner.press("Это не я", message_id=(await _message(owner, "вошли с другого аккаунта")))
    await tablet.wait_for("отвязан от кабинета")
    await owner.press("Восстановить")
    await owner.press("Письмо на")
    await owner.say(await code_in(sandbox, address))
    await owner.say(NEW)
    assert number in (await owner.last()).text
    await tablet.say("/login")
    await tablet.say(number)
    await tablet.say(OWN)
    assert "не подходят" in (await tablet.last()).text
    await tablet.say(NEW)
    assert number in (await tablet.last()).text
    await tablet.say("/logout")
    await tablet.press("Выйти здесь")
    assert number not in (await tablet.last()).text


async def _message(person: PersonClient, words: str) -> int:
    return next(m.id for m in reversed(await person.messages()) if words in m.text)
