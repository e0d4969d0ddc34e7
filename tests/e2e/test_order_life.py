"""Orders from the customer's "order" to the parcel in their hands, over HTTP, and what goes wrong on the way."""

from __future__ import annotations

import asyncio
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.bot_process import BotProcess, bot_environment, seed_demo, start_bot
from tests.e2e.test_first_order import OLEG, add_lipstick, join, receipt
from tests.sandbox_client import Message, PersonClient, SandboxClient, start_sandbox

pytestmark = pytest.mark.asyncio(loop_scope="module")
ADMIN = 3001


async def bought(sandbox: SandboxClient, name: str, delivery: str = "Почта") -> tuple[PersonClient, str]:
    """Somebody with an order, and its number."""
    buyer = await join(sandbox, name)
    return buyer, await buy(buyer, delivery)


async def buy(buyer: PersonClient, delivery: str = "Почта") -> str:
    await add_lipstick(buyer)
    await buyer.say("/cart")
    await buyer.press("Оформить")
    await buyer.press(delivery)
    await buyer.press("Заказать")
    number = re.search(r"№\s(\d+)", (await receipt(buyer)).text)
    assert number
    return number.group(1)


async def notice(person: PersonClient, number: str, words: str) -> Message:
    """The newest message about the order that says so, as soon as it is there."""
    chat = await person.wait_for(lambda chat: _about(chat.messages, number, words))
    found = _about(chat.messages, number, words)
    assert found is not None
    return found


def _about(messages: list[Message], number: str, words: str) -> Message | None:
    live = [each for each in messages if not each.deleted]
    return next((each for each in reversed(live) if number in each.text and words in each.text), None)


def labels(message: Message) -> list[str]:
    return [each["text"] for row in message.buttons for each in row]


async def by_id(person: PersonClient, message_id: int) -> Message:
    return next(each for each in await person.messages() if each.id == message_id)


async def test_from_the_notice_to_the_door_and_back(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna, number = await bought(sandbox, "Анна Дорогова")
    oleg = sandbox.person(OLEG)
    card = await notice(oleg, number, "Новый заказ")
    assert "✅ Принять заказ" in labels(card)
    await oleg.press("Принять", message_id=card.id)
    await notice(anna, number, "подтвердил заказ")
    card = await by_id(oleg, card.id)
    assert "📦 Заказ собран" in labels(card)
    assert "Принять" not in str(labels(card))
    await oleg.press("Заказ собран", message_id=card.id)
    await notice(anna, number, "Заказ собран")

    await oleg.press("Отправлен", message_id=card.id)
    await oleg.say("что-то <b>не то</b>")
    assert "трек-номер" in (await oleg.last()).text
    await oleg.say("80094512345678")
    shipped = await notice(anna, number, "Заказ в пути")
    assert "80094512345678" in shipped.text
    # What was typed elsewhere is in the notice as well: it was edited.
    await oleg.wait_for(lambda chat: "80094512345678" in next(m for m in chat.messages if m.id == card.id).text)

    await anna.press("Открыть", message_id=shipped.id)
    await anna.press("Заказ получен")
    await notice(oleg, number, "Клиент получил заказ")
    assert "Деньги получены" in str(labels(await by_id(oleg, card.id)))
    await oleg.press("Деньги получены", message_id=card.id)
    await notice(anna, number, "Оплата заказа отмечена")

    await anna.say("/orders")
    await anna.press(number)
    await anna.press("Вернуть")
    await anna.say("Не подошёл оттенок")
    asked = await notice(oleg, number, "просит возврат")
    assert "Не подошёл оттенок" in asked.text
    await oleg.press("товары на склад", message_id=asked.id)
    await notice(anna, number, "Возврат принят")
    await oleg.wait_for(lambda chat: "О возврате решено" in next(m for m in chat.messages if m.id == asked.id).text)


async def test_stale_buttons_and_repeated_presses_change_nothing(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera, number = await bought(sandbox, "Вера Повторова")
    oleg = sandbox.person(OLEG)
    card = await notice(oleg, number, "Новый заказ")
    accept = next(b["callback_data"] for row in card.buttons for b in row if "Принять" in b["text"])
    decline = next(b["callback_data"] for row in card.buttons for b in row if "Отклонить" in b["text"])
    first = await sandbox.press(OLEG, card.id, accept, wait=10)
    await sandbox.repeat(first["update_id"], new_id=True)
    await sandbox.repeat(first["update_id"], new_id=False)
    await oleg.settle()
    await notice(vera, number, "подтвердил заказ")
    told = [each for each in await vera.messages() if "подтвердил заказ" in each.text and number in each.text]
    assert len(told) == 1
    # An old button: what is now is said, nothing is done.
    await sandbox.press(OLEG, card.id, decline.replace("dca", "dcd"), wait=10)
    await oleg.settle()
    assert "уже принят" in " ".join(each.text for each in await oleg.messages())
    await vera.say("/orders")
    assert any("✅" in words and number in words for words in await vera.buttons())


async def test_cancelling_at_the_moment_of_accepting(sandbox: SandboxClient, bot: BotProcess) -> None:
    nina, number = await bought(sandbox, "Нина Спорова")
    oleg = sandbox.person(OLEG)
    card = await notice(oleg, number, "Новый заказ")
    accept = next(b["callback_data"] for row in card.buttons for b in row if "Принять" in b["text"])
    cancel = accept.replace("dcn", "dcd").replace("accept", "cancel")
    at = (await nina.last()).id
    presses = [sandbox.press(nina.id, at, cancel), sandbox.press(OLEG, card.id, accept)] * 2
    await asyncio.gather(*presses)
    await sandbox.settle()
    await nina.say("/orders")
    row = next(words for words in await nina.buttons() if number in words)
    told = " ".join(each.text for each in await nina.messages() if number in each.text)
    assert ("✅" in row) == ("подтвердил заказ" in told)
    assert ("✖️" in row) == ("✅" not in row)


async def test_changing_and_repeating(sandbox: SandboxClient, bot: BotProcess) -> None:
    lida, number = await bought(sandbox, "Лида Передумова")
    oleg = sandbox.person(OLEG)
    card = await notice(oleg, number, "Новый заказ")
    await lida.say("/orders")
    await lida.press(number)
    await lida.press("Изменить")
    await lida.press("Вернуть в корзину")
    assert "корзина" in (await lida.last()).text.lower()
    await notice(oleg, number, "Отменён")
    await oleg.wait_for(lambda chat: "Принять" not in str(labels(next(m for m in chat.messages if m.id == card.id))))
    await lida.press("Оформить")
    await lida.press("Почта")
    await lida.press("Заказать")
    await lida.say("/orders")
    await lida.press(number)
    await lida.press("Повторить")
    assert "Повторить заказ" in (await lida.last()).text
    await lida.press("В корзину")
    assert "корзина" in (await lida.last()).text.lower()


async def test_finding_and_keeping(sandbox: SandboxClient, bot: BotProcess) -> None:
    rita, number = await bought(sandbox, "Рита Формулина")
    await rita.say("/orders")
    await rita.press("Найти")
    await rita.say(number)
    assert [words for words in await rita.buttons() if number in words]
    await rita.press(number)
    await rita.press("PDF")
    paper = await document(sandbox, rita, ".pdf")
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    assert f"Заказ № {number}" in text
    assert "Итого" in text
    oleg = sandbox.person(OLEG)
    await oleg.say("/start")
    await oleg.press("Заказы клиентов")
    await oleg.press("Таблицей")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(await document(sandbox, oleg, ".xlsx"))).get_sheet_by_index(0)
    cells = rows.to_python()
    assert cells[0][0] == "Заказ"
    assert [row for row in cells if row[0] == number]


async def document(sandbox: SandboxClient, person: PersonClient, ending: str) -> bytes:
    """The newest file of that kind in the chat, as soon as it is there."""

    def found(message: Message) -> bool:
        return bool(message.media) and str((message.media or {}).get("file_name", "")).endswith(ending)

    chat = await person.wait_for(lambda chat: any(found(m) for m in chat.messages), within=30)
    message = next(m for m in reversed(chat.messages) if found(m))
    async with sandbox.session.get(f"{sandbox.url}{(message.media or {})['url']}") as answer:
        return bytes(await answer.read())


async def test_killed_in_the_middle_nothing_is_lost_or_done_twice(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path)
        await seed_demo(environment, tmp_path)
        async with start_bot(environment, tmp_path / "log1") as running:
            buyer, number = await bought(sandbox, "Кира Обрывова")
            oleg = sandbox.person(OLEG)
            card = await notice(oleg, number, "Новый заказ")
            press = next(b["callback_data"] for row in card.buttons for b in row if "Принять" in b["text"])
            await sandbox.press(OLEG, card.id, press)
            await running.kill()
        async with start_bot(environment, tmp_path / "log2"):
            await notice(buyer, number, "подтвердил заказ")
            await oleg.wait_for(
                lambda chat: "Заказ собран" in str(labels(next(m for m in chat.messages if m.id == card.id)))
            )
            await asyncio.sleep(1)
            told = [m for m in await buyer.messages() if "подтвердил заказ" in m.text and number in m.text]
            assert len(told) == 1


async def test_a_consultant_who_blocked_the_bot_and_the_admins(sandbox: SandboxClient, bot: BotProcess) -> None:
    buyer = await join(sandbox, "Зоя Ждунова")
    oleg, admin = sandbox.person(OLEG), sandbox.person(ADMIN)
    await admin.say("/start")
    await oleg.block()
    try:
        number = await buy(buyer)
        stuck = await notice_within(admin, number, "Заказ без ответа", 60)
        await admin.press("Передать другому", message_id=stuck.id)
        to = next(words for words in await admin.buttons() if "," in words)
        await admin.press(to)
        await notice(buyer, number, "передан другому консультанту")
    finally:
        await oleg.unblock()
        await oleg.say("/start")


async def notice_within(person: PersonClient, number: str, words: str, seconds: float) -> Message:
    chat = await person.wait_for(lambda chat: _about(chat.messages, number, words), within=seconds)
    found = _about(chat.messages, number, words)
    assert found is not None
    return found
