"""Prices end to end: a promo code, a gift and points in one order, and what becomes of them."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_access import OWN, buy, letter_of
from tests.e2e.test_first_order import OLEG, add_lipstick, join, receipt
from tests.sandbox_client import PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
CODE = "vesna 10"


async def order_id(buyer: PersonClient) -> str:
    """The order just placed."""
    placed = await receipt(buyer)
    return next(b["callback_data"] for row in placed.buttons for b in row if "Открыть" in b["text"]).split(":")[1]


async def fill(buyer: PersonClient, more: int) -> None:
    """So many lipsticks more than one."""
    await add_lipstick(buyer)
    await buyer.say("/cart")
    data = next(d for row in (await buyer.last()).buttons for b in row if (d := b["callback_data"]).startswith("crc:"))
    await buyer.press_data(f"crc:{data.split(':')[1]}:{more}:0")
    await buyer.settle()


async def enter_code(buyer: PersonClient) -> None:
    await buyer.say("/cart")
    await buyer.press("Почему такая цена")
    await buyer.press("Ввести промокод")
    await buyer.say(CODE)


async def to_summary(buyer: PersonClient) -> None:
    await buyer.say("/cart")
    await buyer.press("Оформить")
    await buyer.press("Лично")


async def points_of(buyer: PersonClient) -> int:
    await buyer.say("/points")
    found = re.search(r"У вас (\d+)", (await buyer.last()).text)
    assert found, (await buyer.last()).text
    return int(found[1])


async def test_code_gift_and_points_in_one_order_and_all_back_when_it_is_cancelled(
    sandbox: SandboxClient, bot: BotProcess
) -> None:
    buyer = await join(sandbox, "Полина Скидкина")
    await fill(buyer, 3)
    await to_summary(buyer)
    await buyer.press("Заказать")
    first = await order_id(buyer)
    oleg = sandbox.person(OLEG)
    await oleg.wait_for("Полина Скидкина")
    for decision in ("accept", "assemble", "ship"):
        await oleg.press_data(f"dcd:{first}:{decision}")
    # Pressed twice at the same moment, and once more afterwards.
    await asyncio.gather(*(oleg.press_data(f"dcd:{first}:deliver") for _ in range(2)))
    await oleg.press_data(f"dcd:{first}:deliver")
    await buyer.wait_for("получен")
    earned = await points_of(buyer)
    assert earned > 15
    assert (await buyer.last()).text.count("за заказ") == 1

    await fill(buyer, 7)
    await enter_code(buyer)
    assert "VESNA10" in (await buyer.last()).text
    await buyer.press("⭐ Списать")
    await buyer.say("/cart")
    await buyer.press("Выберите подарок")
    await buyer.press((await buyer.buttons())[0])
    await to_summary(buyer)
    summary = (await buyer.last()).text
    assert "В подарок" in summary
    assert "VESNA10" in summary
    await buyer.press("Заказать")
    second = await order_id(buyer)
    assert second != first
    await buyer.press_data(f"opn:{second}:0:0")
    shown = (await buyer.last()).text
    assert "В подарок" in shown
    assert "VESNA10" in shown
    assert await points_of(buyer) == 0

    await buyer.press_data(f"dcd:{second}:cancel")
    assert await points_of(buyer) == earned
    assert "вернулись" in (await buyer.last()).text
    await fill(buyer, 1)
    await enter_code(buyer)
    assert "VESNA10" in (await buyer.last()).text


async def test_a_gift_that_is_not_due_is_refused_in_words(sandbox: SandboxClient, bot: BotProcess) -> None:
    guest = await sandbox.add_person("Гостья")
    await guest.say("/start")
    await add_lipstick(guest)
    await guest.press_data("gft:1:2")
    assert "разобрали" in (await guest.last()).text


async def test_a_code_used_from_two_accounts_of_one_cabinet_at_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    owner = await join(sandbox, "Дарья Двойная")
    await buy(owner)
    await owner.wait_for("Ваш кабинет открыт")
    told = next(m.text for m in await owner.messages() if "Ваш кабинет открыт" in m.text)
    found = re.search(r"\b\d{3}-\d{3}-\d{3}\b", told)
    assert found, told
    _, password = await letter_of(sandbox, found.group())
    tablet = await sandbox.add_person("Дарья с планшета")
    await tablet.say("/start")
    for words in ("/login", found.group(), password, OWN):
        await tablet.say(words)
    await owner.wait_for("вошли с другого аккаунта")

    await fill(owner, 3)
    await enter_code(owner)
    for person in (owner, tablet):
        await to_summary(person)
        assert "VESNA10" in (await person.last()).text
    await asyncio.gather(owner.press("Заказать"), tablet.press("Заказать"))
    await asyncio.gather(owner.settle(), tablet.settle())
    await owner.say("/orders")
    assert len([words for words in await owner.buttons() if "№" in words]) == 2, "the first and one more"
    await fill(owner, 1)
    for person in (owner, tablet):
        await enter_code(person)
        assert "уже использовали" in (await person.last()).text
