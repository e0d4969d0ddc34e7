"""A consultant's desk end to end: an order put together for a client on two devices, who confirms it once."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.bot_process import BotProcess
from tests.e2e.test_access import OWN, buy, letter_of
from tests.e2e.test_first_order import OLEG, join
from tests.sandbox_client import Message, PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def with_tablet(sandbox: SandboxClient, owner: PersonClient) -> PersonClient:
    """Another account in the owner's cabinet, which the owner's first order has opened."""
    await owner.wait_for("Ваш кабинет открыт", within=30)
    told = next(m.text for m in await owner.messages() if "Ваш кабинет открыт" in m.text)
    found = re.search(r"\b\d{3}-\d{3}-\d{3}\b", told)
    assert found
    _, password = await letter_of(sandbox, found.group())
    tablet = await sandbox.add_person("С планшета")
    await tablet.say("/start")
    await tablet.press("У меня уже есть кабинет")
    for words in (found.group(), password, OWN):
        await tablet.say(words)
    return tablet


async def newest(person: PersonClient, words: str) -> Message:
    """The newest message with these words, as soon as it is there."""
    chat = await person.wait_for(lambda chat: _with(chat.messages, words), within=30)
    found = _with(chat.messages, words)
    assert found is not None
    return found


def _with(messages: list[Message], words: str) -> Message | None:
    return next((m for m in reversed(messages) if words in m.text and not m.deleted and not m.outgoing), None)


def data_of(message: Message, prefix: str) -> list[str]:
    return [b["callback_data"] for row in message.buttons for b in row if b["callback_data"].startswith(f"{prefix}:")]


async def proposed(oleg: PersonClient, name: str) -> None:
    """Oleg puts two things together for the client of this name, from the catalog and by a code, and sends them."""
    await oleg.say("/start")
    await oleg.press("Мои клиенты")
    await oleg.press("Найти")
    await oleg.say(name)
    await oleg.press(name)
    await oleg.press("Собрать заказ")
    await oleg.press("Каталог")
    await oleg.press("Губы")
    await oleg.press((await oleg.buttons())[2])
    card = await oleg.last()
    assert name in card.text, "the card says whom it is for"
    shades = [words for words in await oleg.buttons() if words[0] in "🔴🟠🟤🩷🟣⚪⚫🩶"]
    if shades:
        await oleg.press(shades[0])
    await oleg.press("В подборку ·")
    await oleg.press("Подборка ·")
    await oleg.press("Слово клиенту")
    await oleg.say("К вашему тону кожи")


async def test_put_together_confirmed_once_and_ordered_once(sandbox: SandboxClient, bot: BotProcess) -> None:
    anna, oleg = await join(sandbox, "Лариса Клиентова"), sandbox.person(OLEG)
    await buy(anna)
    tablet = await with_tablet(sandbox, anna)
    await proposed(oleg, "Лариса Клиентова")
    draft = await oleg.last()
    assert "К вашему тону кожи" in draft.text
    press = data_of(draft, "ppx")[0]
    # Sent twice at once, and once more by a client that reconnected.
    first = await sandbox.press(OLEG, draft.id, press, wait=20)
    await sandbox.press(OLEG, draft.id, press, wait=20)
    await sandbox.repeat(first["update_id"], new_id=True)
    await sandbox.settle()

    cards = [await newest(each, "Подборка для вас") for each in (anna, tablet)]
    for person, card in zip((anna, tablet), cards, strict=True):
        assert "К вашему тону кожи" in card.text
        assert sum("Подборка для вас" in m.text for m in await person.messages()) == 1
    at_once = data_of(cards[0], "ppk")[0]
    # Both accounts confirm at the same moment, each of them twice.
    presses = [(anna.id, cards[0].id), (tablet.id, cards[1].id)] * 2
    answers = await asyncio.gather(*(sandbox.press(id_, at, at_once, wait=30) for id_, at in presses))
    await sandbox.repeat(answers[0]["update_id"], new_id=True)
    await sandbox.settle()
    await oleg.wait_for("подборка в корзине", within=30)
    for person, card in zip((anna, tablet), cards, strict=True):
        await person.wait_for(lambda chat, card=card: _is_over(chat.messages, card.id), within=30)  # type: ignore[misc]

    summaries = [await newest(each, "Проверьте заказ") for each in (anna, tablet)]
    places = [data_of(each, "ord")[0] for each in summaries]
    placed = await asyncio.gather(
        *(
            sandbox.press(person.id, each.id, place, wait=30)
            for person, each, place in zip((anna, tablet), summaries, places, strict=True)
        )
    )
    await sandbox.repeat(placed[0]["update_id"], new_id=True)
    await sandbox.settle()
    await anna.say("/orders")
    assert len([words for words in await anna.buttons() if "№" in words]) == 2, "the one before and this one"
    # What was taken once fills no cart again.
    await sandbox.press(anna.id, cards[0].id, at_once, wait=30)
    await sandbox.settle()
    await tablet.say("/cart")
    assert "пуста" in (await tablet.last()).text
    assert sum("подборка в корзине" in m.text for m in await oleg.messages()) == 1


def _is_over(messages: list[Message], id_: int) -> bool:
    return not data_of(next(m for m in messages if m.id == id_), "ppk")


async def test_a_no_a_stop_and_a_stranger(sandbox: SandboxClient, bot: BotProcess) -> None:
    rita, oleg = await join(sandbox, "Рената Отказова"), sandbox.person(OLEG)
    stranger = await join(sandbox, "Степанида Чужая")
    await proposed(oleg, "Рената Отказова")
    await oleg.press("Отправить клиенту")
    card = await newest(rita, "Подборка для вас")
    take = data_of(card, "ppk")[-1]
    await stranger.say("/cart")
    await stranger.press_data(take)
    await stranger.say("/cart")
    assert "пуста" in (await stranger.last()).text
    await rita.press("Не нужно", message_id=card.id)
    await oleg.wait_for("сейчас не нужно", within=30)
    await rita.press_data(take, message_id=card.id)
    await rita.say("/cart")
    assert "пуста" in (await rita.last()).text
    await rita.press_data("clq:proposals:1:0", message_id=card.id)
    assert "подборок от консультанта больше не будет" in (await rita.last()).text
    await oleg.say("/start")
    await oleg.press("Мои клиенты")
    await oleg.press("Найти")
    await oleg.say("Рената")
    await oleg.press("Рената Отказова")
    assert "Просит не присылать" in (await oleg.last()).text
    assert not [words for words in await oleg.buttons() if "Собрать заказ" in words]
