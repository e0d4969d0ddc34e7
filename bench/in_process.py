"""What a page flip costs inside the process, without a network: the dispatcher is fed, and Telegram answers at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.methods import AnswerCallbackQuery, EditMessageMedia, GetMe, SendChatAction, SendMessage
from aiogram.methods.base import TelegramMethod, TelegramType
from aiogram.types import CallbackQuery, InputMediaPhoto, Message, Update, User
from pydantic import SecretStr

from bench.bare_bot import KEYBOARD, PAGE
from bench.rig import GOODS, KEY
from bot.app import wired
from bot.gc_tuning import tune_gc
from bot.settings import Settings
from handlers.catalog.callbacks import OpenCategory, OpenProduct
from storage.database import Database
from storage.migrate import upgrade
from storage.sealing import Keyring
from tests.sandbox_client import TOKEN
from tests.soak.shop import open_shop

Feed = Callable[[int], Awaitable[Any]]
PHOTO = [{"file_id": "AgAC", "file_unique_id": "AQAD", "width": 640, "height": 640}]


class AtOnce(BaseSession):
    """Telegram with a round trip of nothing."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self._message = message

    async def make_request(  # aiogram names the arguments
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        answer: Any = True
        if isinstance(method, GetMe):
            answer = User(id=bot.id, is_bot=True, first_name="Cabinet", username="cabinet_bot")
        elif isinstance(method, EditMessageMedia | SendMessage):
            answer = self._message
        elif not isinstance(method, AnswerCallbackQuery | SendChatAction):
            raise TypeError(f"a page flip does not call {method.__api_method__}")
        return answer  # type: ignore[no-any-return]

    async def stream_content(self, *args: Any, **kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        return


def _raw_message(person: int) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "N"}
    return {"message_id": 5, "date": 1_780_000_000, "chat": chat, "photo": PHOTO, "caption": "page"}


def _press(number: int, person: int, data: str, bot: Bot) -> Update:
    query = {
        "id": str(number),
        "from": {"id": person, "is_bot": False, "first_name": "N", "language_code": "ru"},
        "chat_instance": "1",
        "message": _raw_message(person),
        "data": data,
    }
    return Update.model_validate({"update_id": number, "callback_query": query}, context={"bot": bot})


def _text(number: int, person: int, bot: Bot) -> Update:
    message = _raw_message(person) | {"text": "hello", "photo": None, "caption": None}
    message["from"] = {"id": person, "is_bot": False, "first_name": "N", "language_code": "ru"}
    return Update.model_validate({"update_id": number, "message": message}, context={"bot": bot})


def telegram_at_once() -> Bot:
    """A bot whose calls are answered in no time."""
    message = Message.model_validate(_raw_message(50_001))
    return Bot(TOKEN, session=AtOnce(message), default=DefaultBotProperties(parse_mode="HTML"))


def _bare(bot: Bot) -> tuple[Feed, Feed]:
    """The same press answered by a constant page; and an echo, the least a bot can do."""
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def flip(press: CallbackQuery) -> None:
        await press.answer()
        if isinstance(press.message, Message):
            await press.message.edit_media(InputMediaPhoto(media="AgAC", caption=PAGE), reply_markup=KEYBOARD)

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    presses = [_press(n, 50_001, f"cat:1:{n % 3}", bot) for n in range(500)]
    texts = [_text(n, 50_001, bot) for n in range(500)]
    return (
        lambda n: dispatcher.feed_update(bot, presses[n % 500]),
        lambda n: dispatcher.feed_update(bot, texts[n % 500]),
    )


async def _cabinet(stack: AsyncExitStack, folder: Path) -> tuple[Feed, Feed]:
    """A page of a category, and a product's card, with the real database."""
    url = f"sqlite:///{folder / 'in-process.db'}"
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        database_url=SecretStr(url),
        data_keys=SecretStr(KEY),
        pictures_dir=folder / "pictures",
        _env_file=None,
    )
    await upgrade(url)
    database = Database(url, Keyring.from_secrets([KEY]))
    try:
        shop = await open_shop(database, 10, goods=GOODS)
        bot = telegram_at_once()
        app = await stack.enter_async_context(wired(settings, bot))
        pages = [OpenCategory(category=shop.category, page=n).pack() for n in range(3)]
        cards = [OpenProduct(product=each.product, article=each.article).pack() for each in shop.goods[:3]]
    finally:
        await database.close()
    people = [who.person for who in shop.customers]
    flips = [_press(n, people[n % 10], pages[n % 3], bot) for n in range(500)]
    looks = [_press(n, people[n % 10], cards[n % 3], bot) for n in range(500)]
    return (
        lambda n: app.dispatcher.feed_update(bot, flips[n % 500]),
        lambda n: app.dispatcher.feed_update(bot, looks[n % 500]),
    )


async def _microseconds(feed: Feed, count: int) -> float:
    began = time.process_time()
    for number in range(count):
        await feed(number)
    return (time.process_time() - began) / count * 1e6


async def in_process(folder: Path, *, rounds: int = 60, count: int = 50) -> dict[str, float]:
    """Microseconds an update by name: the least of many short interleaved rounds, since others only ever add to it."""
    async with AsyncExitStack() as stack:
        bare_flip, echo = _bare(telegram_at_once())
        flip, card = await _cabinet(stack, folder)
        feeds = {"echo": echo, "bare flip": bare_flip, "page flip": flip, "product card": card}
        tune_gc()
        for feed in feeds.values():
            # Pictures are drawn here, and known from then on.
            await _microseconds(feed, 200)
        took: dict[str, list[float]] = {name: [] for name in feeds}
        for _ in range(rounds):
            for name, feed in feeds.items():
                took[name].append(await _microseconds(feed, count))
                await asyncio.sleep(0)
    return {name: min(values) for name, values in took.items()}
