"""The webhook against the sandbox's pusher and against anybody else who finds the address."""

from __future__ import annotations

import asyncio
import json
import socket
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

from aiogram import Bot
from aiogram.methods import SendDocument, SendMessage
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup, Update
from aiohttp import ClientSession

from bot.backoff import Backoff
from bot.intake.handling import Limits
from bot.intake.queues import PersonQueues
from bot.intake.sender import user_of
from bot.intake.webhook import SECRET_HEADER, Webhook, WebhookSettings
from bot.intake.webhook_reply import reply_body
from tests.bot.telegram import ANNA, OLEG, MemoryShelf, Telegram, text_update, until

SECRET = "a-secret-of-tests"
QUICK = Backoff(first=0.01, most=0.05)
Handler = Callable[[Update], Awaitable[Any]]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _tell(update: Update) -> None:
    return None


@asynccontextmanager
async def _serving(
    telegram: Telegram,
    bot: Bot,
    handler: Handler,
    shelf: MemoryShelf | None = None,
    limits: Limits | None = None,
    **settings: Any,
) -> AsyncIterator[str]:
    """A webhook that Telegram knows of; its address."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    queues = PersonQueues(bot, handler, shelf or MemoryShelf(), _tell, limits=limits or Limits(pauses=QUICK))
    webhook = Webhook(
        bot, queues, WebhookSettings(url=url, secret=SECRET, port=port, **settings), allowed_updates=["message"]
    )
    task = asyncio.create_task(webhook.run())
    try:
        await until(lambda: telegram.world.webhook.url == url, within=5)
        yield url
    finally:
        webhook.stop()
        await asyncio.wait_for(task, 20)


async def _post(session: ClientSession, url: str, update: Update | None = None, **more: Any) -> int:
    body = (update or text_update(1, 5)).model_dump_json(by_alias=True, exclude_none=True)
    given = {"data": body, "headers": {SECRET_HEADER: SECRET, "Content-Type": "application/json"}, **more}
    async with session.post(url, **given) as response:
        await response.read()
        return response.status


async def test_telegram_is_answered_only_after_the_handling(telegram: Telegram, bot: Bot) -> None:
    gate = asyncio.Event()
    seen: dict[int, list[str]] = defaultdict(list)

    async def handler(update: Update) -> None:
        assert update.message is not None
        await gate.wait()
        seen[user_of(update) or 0].append(update.message.text or "")

    async with _serving(telegram, bot, handler):
        for number in range(20):
            await telegram.client.send(ANNA, text=str(number))
            await telegram.client.send(OLEG, text=str(number))
        await asyncio.sleep(0.3)
        assert len(telegram.world.updates.pending) == 40
        gate.set()
        await until(lambda: not telegram.world.updates.pending)
    assert seen == {person: [str(number) for number in range(20)] for person in (ANNA, OLEG)}


async def test_strangers_and_nonsense_are_turned_away(telegram: Telegram, bot: Bot) -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        handled.append(update.update_id)

    good = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
    async with _serving(telegram, bot, handler) as url, ClientSession() as session:
        assert await _post(session, url, headers={**good, SECRET_HEADER: "guess"}) == 401
        assert await _post(session, url, headers={"Content-Type": "application/json"}) == 401
        assert await _post(session, url, headers={**good, "Content-Type": "text/plain"}) == 415
        assert await _post(session, url, data=BytesIO(b"{" + b" " * 1_100_000)) == 413
        assert await _post(session, url, data=b"not json") == 400
        assert await _post(session, url, data=b"[]") == 400
        assert await _post(session, url, data=b'{"message": {}}') == 400
        assert handled == []
        assert await _post(session, url) == 200
    assert handled == [1]


async def test_what_cannot_be_handled_nor_put_aside_is_delivered_again(telegram: Telegram, bot: Bot) -> None:
    shelf = MemoryShelf(broken=True)
    seen: list[int] = []

    async def handler(update: Update) -> None:
        if shelf.broken:
            raise ConnectionError("the database is away")
        seen.append(update.update_id)

    await telegram.client.limits(webhook_first_pause=0.1)
    async with _serving(telegram, bot, handler, shelf, patience=0.3):
        await telegram.client.send(ANNA, text="hello")
        await until(lambda: telegram.world.webhook.last_error_message)
        assert "503" in (telegram.world.webhook.last_error_message or "")
        assert len(telegram.world.updates.pending) == 1
        shelf.broken = False
        await until(lambda: not telegram.world.updates.pending)
    assert len(seen) == 1, "a delivery that joins the one in hand does not run it again"


async def test_a_poisonous_update_is_put_aside_and_answered_with_200(telegram: Telegram, bot: Bot) -> None:
    shelf = MemoryShelf()

    async def handler(update: Update) -> None:
        raise ValueError("never")

    async with _serving(telegram, bot, handler, shelf) as url, ClientSession() as session:
        assert await _post(session, url) == 200
        unreadable = json.dumps({"update_id": 77, "message": {"message_id": "x", "text": "\ud83d"}})
        assert await _post(session, url, data=unreadable) == 200
    assert [kept["update_id"] for kept in shelf.kept] == [1, 77]
    assert shelf.kept[1]["payload"].encode(), "half of a surrogate pair must not keep it off the shelf"


async def test_the_same_update_delivered_twice_at_once_runs_once_and_answers_once(telegram: Telegram, bot: Bot) -> None:
    runs: list[int] = []

    async def handler(update: Update) -> SendMessage:
        runs.append(update.update_id)
        await asyncio.sleep(0.2)
        return SendMessage(chat_id=ANNA, text="once")

    async with _serving(telegram, bot, handler) as url, ClientSession() as session:

        async def deliver() -> str:
            body = text_update(1, ANNA).model_dump_json(by_alias=True, exclude_none=True)
            headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
            async with session.post(url, data=body, headers=headers) as response:
                assert response.status == 200
                return await response.text()

        answers = await asyncio.gather(deliver(), deliver(), deliver())
    assert runs == [1]
    assert sorted(len(answer) > 0 for answer in answers) == [False, False, True]


async def test_a_method_is_answered_inside_the_response(telegram: Telegram, bot: Bot) -> None:
    async def handler(update: Update) -> Any:
        assert update.message is not None
        if update.message.text == "file":
            return SendDocument(chat_id=ANNA, document=BufferedInputFile(b"text", "a.txt"))
        keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])
        return SendMessage(chat_id=ANNA, text="inside", reply_markup=keys)

    async with _serving(telegram, bot, handler):
        await telegram.client.send(ANNA, text="hello")
        chat = await telegram.client.person(ANNA).wait_for("inside")
        assert chat.messages[-1].words() == ["Go"]
        await telegram.client.send(ANNA, text="file")
        await telegram.client.person(ANNA).wait_for(lambda chat: any(m.kind == "document" for m in chat.messages))


def test_only_calls_without_files_fit_into_a_response() -> None:
    bot = Bot("123456:a-token-of-no-value-at-all-000")
    keys = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Go", callback_data="go")]])
    body = reply_body(bot, SendMessage(chat_id=5, text="x", reply_markup=keys))
    assert body is not None
    assert body["method"] == "sendMessage"
    assert body["reply_markup"]["inline_keyboard"] == [[{"text": "Go", "callback_data": "go"}]]
    assert json.dumps(body)
    assert reply_body(bot, SendDocument(chat_id=5, document=BufferedInputFile(b"x", "x"))) is None


async def test_stopping_finishes_what_runs_and_sends_the_rest_back(telegram: Telegram, bot: Bot) -> None:
    begun: list[str] = []
    ended: list[str] = []

    async def handler(update: Update) -> None:
        assert update.message is not None
        begun.append(update.message.text or "")
        await asyncio.sleep(0.3)
        ended.append(update.message.text or "")

    async with _serving(telegram, bot, handler):
        await telegram.client.send(ANNA, text="runs")
        await until(lambda: begun)
        await telegram.client.send(OLEG, text="runs too")
        await until(lambda: len(begun) == 2)
    assert sorted(ended) == ["runs", "runs too"]
    await until(lambda: not telegram.world.updates.pending, within=2)


async def test_more_than_fits_into_memory_is_sent_back(telegram: Telegram, bot: Bot) -> None:
    gate = asyncio.Event()

    async def handler(update: Update) -> None:
        await gate.wait()

    async with _serving(telegram, bot, handler, limits=Limits(capacity=3)) as url, ClientSession() as session:
        waiting = [asyncio.create_task(_post(session, url, text_update(number, number))) for number in range(1, 4)]
        await asyncio.sleep(0.3)
        assert await _post(session, url, text_update(9, 9)) == 503
        gate.set()
        assert await asyncio.gather(*waiting) == [200, 200, 200]
        assert await _post(session, url, text_update(9, 9)) == 200
