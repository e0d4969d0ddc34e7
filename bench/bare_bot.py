"""The bot to compare with: aiogram as its documentation begins, one constant page, no database.

With BARE_TUNED=1 the garbage collector is set as the cabinet sets it.
"""

from __future__ import annotations

import asyncio
import gc
import os
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import AnswerCallbackQuery, EditMessageMedia, GetUpdates, SendPhoto
from aiogram.methods.base import Response
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bench.picture import PICTURE

dp = Dispatcher()
photo: list[str] = []
kept: list[Any] = []
ROWS = 8
"""As many as a page of the cabinet's catalog has."""
PAGE = "<b>Уход</b>\n18 товаров. Выберите, что посмотреть:"
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        *[[InlineKeyboardButton(text=f"Крем {n} · 1 230 ₽", callback_data=f"prd:{n}:0:0")] for n in range(ROWS - 2)],
        [InlineKeyboardButton(text=text, callback_data=f"cat:1:{text}") for text in ("‹", "1 / 3", "›")],
        [InlineKeyboardButton(text=text, callback_data="home") for text in ("Назад", "Корзина", "Главная")],
    ]
)


@dp.message()
async def start(message: Message) -> None:
    """The page as a new message."""
    picture = photo[0] if photo else BufferedInputFile(PICTURE, "page.jpg")
    sent = await message.answer_photo(picture, caption=PAGE, reply_markup=KEYBOARD)
    if sent.photo and not photo:
        photo.append(sent.photo[-1].file_id)


@dp.callback_query()
async def flip(press: CallbackQuery) -> None:
    """The two calls that the cabinet answers a page flip with."""
    await press.answer()
    if isinstance(press.message, Message):
        await press.message.edit_media(InputMediaPhoto(media=photo[0], caption=PAGE), reply_markup=KEYBOARD)


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["API_URL"]))
    bot = Bot(os.environ["BOT_TOKEN"], session=session, default=DefaultBotProperties(parse_mode="HTML"))
    if os.environ.get("BARE_TUNED") == "1":
        methods = (GetUpdates, AnswerCallbackQuery, EditMessageMedia, SendPhoto)
        kept.extend(Response[method.__returning__] for method in methods)  # type: ignore[name-defined]
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 100)
    print('{"event": "ready"}', flush=True)
    await dp.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
