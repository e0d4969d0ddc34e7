"""Clients not written here run a small shop against the sandbox: python-telegram-bot, pyTelegramBotAPI, aiogram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import telegram
import telegram.ext
from aiogram import Bot, Dispatcher, F, types
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.filters import CommandStart
from telebot import asyncio_helper
from telebot import types as tb
from telebot.async_telebot import AsyncTeleBot

from tests.sandbox.conftest import ANNA, Bench, png
from tests.sandbox_client import TOKEN

PICTURE = png()


async def shop_as_anna(bench: Bench) -> None:
    """What every client's shop below must do for Anna."""
    anna = bench.client.person(ANNA)
    await anna.say("/start deep_link", settle=False)
    await anna.wait_for("Здравствуйте, Анна: deep_link")
    answer = await anna.press("Купить", settle=False)
    assert answer is not None
    assert answer["text"] == "Секунду"
    chat = await anna.wait_for(lambda c: c.messages[-1].kind == "invoice")
    greeting, picture, invoice = chat.messages[1:]
    assert (greeting.html, greeting.edited) == ("Готовим <b>счёт</b>", True)
    assert (picture.kind, picture.text) == ("photo", "Помада")
    assert picture.media is not None
    async with bench.session.get(bench.url + picture.media["url"]) as response:
        assert await response.read() == PICTURE
    result = await bench.client.request(
        "POST", f"/sandbox/people/{ANNA}/pay", json={"message_id": invoice.id, "outcome": "paid"}
    )
    assert result["ok"] is True
    await anna.wait_for("Оплачено 150.00 RUB")


def ptb_application(url: str) -> Any:
    builder = telegram.ext.ApplicationBuilder().token(TOKEN)
    builder = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    app = builder.build()

    async def start(update: Any, context: Any) -> None:
        markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Купить", callback_data="buy")]])
        name = update.effective_user.first_name
        await update.message.reply_text(f"Здравствуйте, {name}: {context.args[0]}", reply_markup=markup)

    async def buy(update: Any, context: Any) -> None:
        await update.callback_query.answer("Секунду")
        await update.callback_query.edit_message_text("Готовим <b>счёт</b>", parse_mode="HTML")
        await context.bot.send_photo(update.effective_chat.id, PICTURE, caption="Помада")
        price = [telegram.LabeledPrice("Помада", 15000)]
        await context.bot.send_invoice(update.effective_chat.id, "Заказ", "Помада", "o:1", "RUB", price, "1:T:1")

    async def check(update: Any, context: Any) -> None:
        await update.pre_checkout_query.answer(ok=True)

    async def paid(update: Any, context: Any) -> None:
        total = update.message.successful_payment.total_amount
        await update.message.reply_text(f"Оплачено {total / 100:.2f} RUB")

    app.add_handler(telegram.ext.CommandHandler("start", start))
    app.add_handler(telegram.ext.CallbackQueryHandler(buy))
    app.add_handler(telegram.ext.PreCheckoutQueryHandler(check))
    app.add_handler(telegram.ext.MessageHandler(telegram.ext.filters.SUCCESSFUL_PAYMENT, paid))
    return app


async def test_python_telegram_bot(bench: Bench) -> None:
    app = ptb_application(bench.url)
    async with app:
        await app.start()
        await app.updater.start_polling(timeout=1, poll_interval=0)
        await shop_as_anna(bench)
        with_error = await bench.refused("sendMessage", chat_id=ANNA, text="<x>", parse_mode="HTML")
        with pytest.raises(telegram.error.BadRequest) as caught:
            await app.bot.send_message(ANNA, "<x>", parse_mode="HTML")
        assert f"Bad Request: {caught.value.message}".lower() == with_error.lower()
        file = await app.bot.get_file((await app.bot.send_photo(ANNA, PICTURE)).photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == PICTURE
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def telebot(url: str) -> AsyncIterator[AsyncTeleBot]:
    asyncio_helper.API_URL = url + "/bot{0}/{1}"
    asyncio_helper.FILE_URL = url + "/file/bot{0}/{1}"
    bot = AsyncTeleBot(TOKEN)
    try:
        yield bot
    finally:
        await bot.close_session()
        asyncio_helper.API_URL = None
        asyncio_helper.FILE_URL = None


async def test_pytelegrambotapi(bench: Bench) -> None:
    async with telebot(bench.url) as bot:

        @bot.message_handler(commands=["start"])
        async def start(message: Any) -> None:
            markup = tb.InlineKeyboardMarkup([[tb.InlineKeyboardButton("Купить", callback_data="buy")]])
            name, argument = message.from_user.first_name, message.text.split()[1]
            await bot.send_message(message.chat.id, f"Здравствуйте, {name}: {argument}", reply_markup=markup)

        @bot.callback_query_handler(func=lambda _: True)
        async def buy(call: Any) -> None:
            chat = call.message.chat.id
            await bot.answer_callback_query(call.id, "Секунду")
            await bot.edit_message_text("Готовим <b>счёт</b>", chat, call.message.message_id, parse_mode="HTML")
            await bot.send_photo(chat, PICTURE, caption="Помада")
            price = [tb.LabeledPrice("Помада", 15000)]
            await bot.send_invoice(chat, "Заказ", "Помада", "o:1", "1:T:1", "RUB", price)

        @bot.pre_checkout_query_handler(func=lambda _: True)
        async def check(query: Any) -> None:
            await bot.answer_pre_checkout_query(query.id, ok=True)

        @bot.message_handler(content_types=["successful_payment"])
        async def paid(message: Any) -> None:
            total = message.successful_payment.total_amount
            await bot.send_message(message.chat.id, f"Оплачено {total / 100:.2f} RUB")

        async def poll() -> None:
            offset = 0
            while True:
                updates = await bot.get_updates(offset=offset, timeout=2)
                for update in updates:
                    offset = update.update_id + 1
                await bot.process_new_updates(updates)

        polling = asyncio.create_task(poll())
        await shop_as_anna(bench)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)


async def test_aiogram_and_its_errors(bench: Bench) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(bench.url))
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart(deep_link=True))
    async def start(message: types.Message, command: Any) -> None:
        markup = types.InlineKeyboardMarkup(
            inline_keyboard=[[types.InlineKeyboardButton(text="Купить", callback_data="buy")]]
        )
        assert message.from_user is not None
        await message.answer(f"Здравствуйте, {message.from_user.first_name}: {command.args}", reply_markup=markup)

    @dispatcher.callback_query(F.data == "buy")
    async def buy(query: types.CallbackQuery) -> None:
        await query.answer("Секунду")
        assert isinstance(query.message, types.Message)
        await query.message.edit_text("Готовим <b>счёт</b>")
        await query.message.answer_photo(types.BufferedInputFile(PICTURE, "p.png"), caption="Помада")
        price = [types.LabeledPrice(label="Помада", amount=15000)]
        await query.message.answer_invoice("Заказ", "Помада", "o:1", "RUB", price, provider_token="1:T:1")

    @dispatcher.pre_checkout_query()
    async def check(query: types.PreCheckoutQuery) -> None:
        await query.answer(ok=True)

    @dispatcher.message(F.successful_payment)
    async def paid(message: types.Message) -> None:
        assert message.successful_payment is not None
        await message.answer(f"Оплачено {message.successful_payment.total_amount / 100:.2f} RUB")

    async with Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")) as bot:
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=1))
        await shop_as_anna(bench)
        await dispatcher.stop_polling()
        await polling
    session = AiohttpSession(api=TelegramAPIServer.from_base(bench.url))
    async with Bot(TOKEN, session=session) as bot:
        await errors_as_aiogram_sees_them(bench, bot)


async def errors_as_aiogram_sees_them(bench: Bench, bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="message is too long"):
        await bot.send_message(ANNA, "x" * 5000)
    await bench.client.fault("sendMessage", "403")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(ANNA, "x")
    await bench.client.fault("sendMessage", "429", retry_after=9)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(ANNA, "x")
    assert caught.value.retry_after == 9
    await bench.client.fault("sendMessage", "502")
    with pytest.raises(ClientDecodeError):
        await bot.send_message(ANNA, "x")
    await bench.client.fault("sendMessage", "cut", after=True)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "arrived")
    assert (await bench.client.person(ANNA).last()).text == "arrived"
