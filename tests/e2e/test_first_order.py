"""From a consultant's invite to an accepted order, over HTTP, as people do it."""

from __future__ import annotations

import asyncio
import itertools
import re
import secrets

import pytest

from tests.bot_process import BotProcess
from tests.sandbox_client import Message, PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
OLEG = 2001


async def invite_of(sandbox: SandboxClient) -> str:
    """The code in Oleg's invite link, read off his own screen."""
    oleg = sandbox.person(OLEG)
    await oleg.say("/start")
    await oleg.say("/invite")
    found = re.search(r"start=([A-Za-z0-9_-]+)", (await oleg.last()).text)
    assert found, (await oleg.last()).text
    return found.group(1)


_people = itertools.count(1)


async def code_in(sandbox: SandboxClient, address: str) -> str:
    """The newest code sent to an e-mail address or a phone, as soon as it is there."""
    async with asyncio.timeout(15):
        while True:
            letters = [*(await sandbox.mail()), *(await sandbox.sms())]
            found = [re.search(r"\b\d{6}\b", each["text"]) for each in letters if each["to"] == address]
            if found and found[-1]:
                return found[-1].group()
            await asyncio.sleep(0.05)


async def fill_in_form(sandbox: SandboxClient, guest: PersonClient, first_name: str, last_name: str) -> None:
    """The whole form, from the consents to the last step; it is complete when this returns."""
    number = next(_people)
    email = f"person{number}.{guest.id}@example.org"
    await guest.say("/form")
    for _ in range(2):
        await guest.press("Даю согласие")
    await guest.say(last_name)
    await guest.say(first_name)
    await guest.press("Пропустить")
    for answer in ("07.05.1990", f"45 09 {guest.id % 1000:03}{number:03}", "20.06.2010", "770-001"):
        await guest.say(answer)
    await guest.say("119019, Москва, ул. Арбат, д. 10, кв. 5")
    await guest.press("Адрес верный")
    await guest.share_contact()
    await guest.say(email)
    await guest.say(await code_in(sandbox, email))
    await guest.press("Для себя и семьи")
    await guest.press("Пропустить")
    await guest.say("Мир 1234")
    await guest.press("Всё верно")


async def join(sandbox: SandboxClient, name: str) -> PersonClient:
    """Somebody who came by Oleg's invite and filled in the form."""
    code = await invite_of(sandbox)
    guest = await sandbox.add_person(name, phone=f"+7916{secrets.randbelow(10**7):07}")
    await guest.say(f"/start {code}")
    await guest.press("Выбрать")
    first_name, _, last_name = name.partition(" ")
    await fill_in_form(sandbox, guest, first_name, last_name or "Петрова")
    return guest


async def add_lipstick(guest: PersonClient) -> None:
    """A lipstick in its first shade into the cart."""
    await guest.say("/catalog")
    await guest.press("Губы")
    first = (await guest.buttons())[0]
    await guest.press(first)
    shades = [words for words in await guest.buttons() if words[0] in "🔴🟠🟤🩷🟣⚪⚫🩶"]
    if shades:
        await guest.press(shades[0])
    await guest.press("В корзину ·")


async def receipt(buyer: PersonClient) -> Message:
    """The order just placed; the notice with the cabinet's number may have come after it already."""
    await buyer.wait_for("№")
    return next(m for m in reversed(await buyer.messages()) if "№" in m.text)


async def test_invite_order_accept(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna = await join(sandbox, "Анна Петрова")
    await add_lipstick(anna)
    await anna.say("/cart")
    assert "корзина" in (await anna.last()).text.lower()
    await anna.press("Оформить")
    await anna.press("Курьер")
    summary = await anna.last()
    assert "Итого" in summary.text
    await anna.press("Заказать")
    placed = await receipt(anna)
    number = re.search(r"№\s(\d+)", placed.text)
    assert number, placed.text

    oleg = sandbox.person(OLEG)
    await oleg.wait_for(number.group(1))
    notice = next(m for m in reversed(await oleg.messages()) if number.group(1) in m.text)
    assert "Анна Петрова" in notice.text
    await oleg.press("Принять", message_id=notice.id)
    await anna.wait_for("Консультант подтвердил")
    await anna.say("/orders")
    assert any(number.group(1) in words for words in await anna.buttons())


async def test_a_press_repeated_by_a_reconnecting_client_buys_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera = await join(sandbox, "Вера Иванова")
    await add_lipstick(vera)
    await vera.say("/cart")
    await vera.press("Оформить")
    await vera.press("Лично")
    confirm = await vera.last()
    data = next(b["callback_data"] for row in confirm.buttons for b in row if "Заказать" in b["text"])
    presses = [sandbox.press(vera.id, confirm.id, data) for _ in range(5)]
    await asyncio.gather(*presses)
    await vera.settle()
    await vera.say("/orders")
    assert len([words for words in await vera.buttons() if "№" in words]) == 1


async def test_guest_is_led_on_kindly(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Гость")
    await guest.say("/start")
    await add_lipstick(guest)
    await guest.say("/cart")
    await guest.press("Оформить")
    assert any("консультант" in words.lower() for words in await guest.buttons())


async def test_somebody_elses_order_stays_hidden(sandbox: SandboxClient, bot: BotProcess) -> None:
    owner = await join(sandbox, "Ольга Сидорова")
    await add_lipstick(owner)
    await owner.say("/cart")
    await owner.press("Оформить")
    await owner.press("Почта")
    await owner.press("Заказать")
    open_order = next(
        b["callback_data"] for row in (await receipt(owner)).buttons for b in row if "Открыть" in b["text"]
    )
    order_id = open_order.split(":")[1]

    stranger = await sandbox.add_person("Чужой")
    await stranger.say("/start")
    for data in (open_order, f"dcd:{order_id}:accept", f"dcd:{order_id}:cancel", f"opn:{order_id}:1:0"):
        answer = await stranger.press_data(data)
        assert answer is not None
        assert "Ольга" not in " ".join(m.text for m in await stranger.messages())
    await owner.say("/orders")
    assert any("🕐" in words for words in await owner.buttons())


async def test_tampered_buttons_are_answered(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Любопытный")
    await guest.say("/start")
    for data in ("prd:999999:0:0", "cat:-1:99999", "crc:7:100000:0", "ord:k:teleport:1:1", "x" * 64, "ord:k:post:0:0"):
        answer = await guest.press_data(data)
        assert answer is not None, data
        assert await guest.buttons(), data


async def test_an_update_delivered_twice_takes_effect_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Дважды")
    await guest.say("/start")
    await add_lipstick(guest)
    card = await guest.last()
    more = next(b["callback_data"] for row in card.buttons for b in row if b["text"] == "+")
    first = await sandbox.press(guest.id, card.id, more, wait=10)
    again = await sandbox.repeat(first["update_id"], new_id=False)
    await guest.settle()
    assert again == first["update_id"]
    assert any(words.startswith("2 ") for words in (await guest.last()).words()), (await guest.last()).words()
    await sandbox.repeat(first["update_id"], new_id=True)
    await guest.settle()
    assert any(words.startswith("3 ") for words in (await guest.last()).words()), "a new press is a new press"


async def test_the_language_changes_everything(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("John", language_code="en")
    await guest.say("/start")
    assert "Catalog" in " ".join(await guest.buttons())
    await guest.say("/language")
    await guest.press("Русский")
    assert "Каталог" in " ".join(await guest.buttons())
    chat = await guest.chat()
    assert any("Каталог" in key for key in chat.keys())  # noqa: SIM118
    await guest.say("/catalog")
    assert "Каталог" in (await guest.last()).text


async def test_screens_replace_each_other(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Аккуратная")
    await guest.say("/start")
    for command in ("/catalog", "/cart", "/help", "/consultant", "/catalog"):
        await guest.say(command)
    left = [m for m in await guest.messages() if not m.deleted]
    assert len(left) <= 2, [m.text[:40] for m in left]


async def test_who_blocked_the_bot_is_written_to_again_once_back(sandbox: SandboxClient, bot: BotProcess) -> None:
    buyer = await join(sandbox, "Настойчивая")
    oleg = sandbox.person(OLEG)
    await oleg.block()
    await add_lipstick(buyer)
    await buyer.say("/cart")
    await buyer.press("Оформить")
    await buyer.press("Лично")
    await buyer.press("Заказать")
    number = re.search(r"№\s(\d+)", (await receipt(buyer)).text)
    assert number
    await asyncio.sleep(1.5)
    await oleg.unblock()
    await oleg.say("/start")
    await oleg.wait_for(number.group(1))
