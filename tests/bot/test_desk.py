"""What is made beside the updates and fails: who asked for it is told."""

from __future__ import annotations

import asyncio
from typing import Any

from aiogram import Bot
from structlog.testing import capture_logs

from bot.desk import Desk
from domain.people.models import Person
from domain.shared.ids import CustomerId, PersonId
from handlers.ui.presenter import Presenter
from locales.translator import Translators
from tests.bot.telegram import ANNA, Telegram


async def test_who_asked_for_a_file_is_told_that_it_could_not_be_made(telegram: Telegram, bot: Bot) -> None:
    async def broken(person: Person) -> Any:
        raise OSError("the disk is full of Петрова")

    none: Any = None
    await telegram.client.send(ANNA, text="/start")
    presenter = Presenter(bot, none, none)
    desk = Desk(bot, presenter, broken, none, none, none, Translators(strict=True), none, none)  # type: ignore[arg-type]
    with capture_logs() as logs:
        desk.export(Person(PersonId(ANNA), "ru", CustomerId(1)), "csv")

        async def told() -> list[dict[str, Any]]:
            return await telegram.calls("sendMessage")

        async with asyncio.timeout(10):
            while not await told():  # noqa: ASYNC110  what is waited for is a call that Telegram gets
                await asyncio.sleep(0.02)
        await desk.close()
    assert ["Файл не получился" in str(call) for call in await told()] == [True]
    assert [each["event"] for each in logs] == ["something asked for could not be made"]
    assert "Петрова" not in str(logs)
