"""What takes longer than an answer: exports and brochures, made beside the updates and sent as messages."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Coroutine
from typing import Any

import structlog
from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import AiogramError
from aiogram.types import BufferedInputFile

from bot.adapters.workers import Workers
from bot.telegram_faults import reason_of
from domain.goods.brochures import Wish
from domain.goods.use_cases import ExportGoods
from domain.people.models import Person
from domain.shared.clock import Clock
from locales.translator import Translators

log = structlog.get_logger(__name__)


class Desk:
    """Begins things and forgets nobody; what is on its way when the program ends is asked for again by a press."""

    def __init__(
        self,
        bot: Bot,
        export_goods: ExportGoods,
        workers: Workers,
        translators: Translators,
        brand: str,
        clock: Clock,
    ) -> None:
        self._bot, self._export_goods, self._workers = bot, export_goods, workers
        self._translators, self._brand, self._clock = translators, brand, clock
        self._under_way: dict[object, asyncio.Task[None]] = {}

    def export(self, person: Person, form: str) -> None:
        self._begin((person.id, form), self._export(person, form))

    def brochure(self, person: Person, wish: Wish) -> None:
        raise NotImplementedError

    async def close(self) -> None:
        """Ends what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, key: object, work: Coroutine[Any, Any, None]) -> None:
        if key in self._under_way:
            work.close()
            return
        # With a context of its own, so that it does not belong to the update's transaction.
        task = asyncio.create_task(self._until_done(work), context=contextvars.Context())
        self._under_way[key] = task
        task.add_done_callback(lambda _: self._under_way.pop(key, None))

    async def _until_done(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except AiogramError as error:
            log.info("what was made could not be sent", error=reason_of(error))
        except Exception:
            log.exception("something asked for could not be made")

    async def _export(self, person: Person, form: str) -> None:
        tr = self._translators.for_language(person.language)
        await self._bot.send_chat_action(person.id, ChatAction.UPLOAD_DOCUMENT)
        rows, at = await self._export_goods(person), self._clock()
        content = await self._workers.run("bot.adapters.goods.write:write", form, rows, self._brand, at.isoformat())
        file = BufferedInputFile(content, f"goods-{at:%Y-%m-%d}.{form}")
        await self._bot.send_document(person.id, file, caption=tr("goods-exported", count=len(rows)))
