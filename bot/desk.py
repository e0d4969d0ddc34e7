"""What takes longer than an answer: exports and brochures, made beside the updates and sent as messages."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import hashlib
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import AiogramError, TelegramBadRequest
from aiogram.types import BufferedInputFile

from bot.adapters.pdf.papers import Papers
from bot.adapters.workers import Workers
from bot.intake.shelf import story_of
from bot.status import Status
from bot.telegram_faults import reason_of
from domain.goods.brochures import Brochure
from domain.goods.slugs import slug_of
from domain.goods.use_cases import ExportGoods
from domain.people.models import Person
from domain.shared.clock import Clock
from handlers.goods.brochure_views import caption as caption_of
from handlers.goods.brochure_views import leaflet as leaflet_of
from handlers.goods.brochure_views import progress_screen
from handlers.goods.printed import Leaflet
from handlers.ui.company import Company
from handlers.ui.errors import not_made_screen
from handlers.ui.presenter import Presenter
from locales.translator import Translator, Translators
from storage.files import SentFiles

log = structlog.get_logger(__name__)


LAYOUT = 1
"""Counted up when brochures look different, so that none made before is sent again."""


class PictureFiles(Protocol):
    """Pictures as files, by their keys; None for a key that names none."""

    async def file(self, key: str) -> Path | None: ...


class Desk:
    """Begins things and forgets nobody; what is on its way when the program ends is asked for again by a press."""

    def __init__(
        self,
        bot: Bot,
        presenter: Presenter,
        export_goods: ExportGoods,
        workers: Workers,
        pictures: PictureFiles,
        files: SentFiles,
        translators: Translators,
        company: Company,
        clock: Clock,
    ) -> None:
        self._bot, self._presenter, self._export_goods, self._workers = bot, presenter, export_goods, workers
        self._pictures, self._files, self._company = pictures, files, company
        self._translators, self._clock = translators, clock
        self._under_way: dict[object, asyncio.Task[None]] = {}

    def export(self, person: Person, form: str) -> None:
        self._begin(person, form, self._export(person, form))

    def brochure(self, person: Person, brochure: Brochure) -> None:
        self._begin(person, brochure.wish, self._brochure(person, brochure))

    async def close(self) -> None:
        """Ends what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, person: Person, what: object, work: Coroutine[Any, Any, None]) -> None:
        key = (person.id, what)
        if key in self._under_way:
            work.close()
            return
        # With a context of its own, so that it does not belong to the update's transaction.
        task = asyncio.create_task(self._until_done(person, work), context=contextvars.Context())
        self._under_way[key] = task
        task.add_done_callback(lambda _: self._under_way.pop(key, None))

    async def _until_done(self, person: Person, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except AiogramError as error:
            log.info("what was made could not be sent", error=reason_of(error))
        except Exception as error:
            # Whatever it was: nobody waits behind this task, so who asked is told here, and the log has the story.
            log.error("something asked for could not be made", story=story_of(error))
            with contextlib.suppress(AiogramError):
                tr = self._translators.for_language(person.language)
                await self._presenter.send(person.id, not_made_screen(tr))

    async def _export(self, person: Person, form: str) -> None:
        tr = self._translators.for_language(person.language)
        await self._bot.send_chat_action(person.id, ChatAction.UPLOAD_DOCUMENT)
        rows, at = await self._export_goods(person), self._clock()
        content = await self._workers.run(
            "bot.adapters.goods.write:write", form, rows, self._company.brand, at.isoformat()
        )
        file = BufferedInputFile(content, f"goods-{at:%Y-%m-%d}.{form}")
        await self._bot.send_document(person.id, file, caption=tr("goods-exported", count=len(rows)))

    async def _brochure(self, person: Person, brochure: Brochure) -> None:
        """Sends the brochure, as the file Telegram has already where nothing of it has changed."""
        tr = self._translators.for_language(person.language)
        leaflet, caption = leaflet_of(brochure, self._company, tr), caption_of(brochure, tr)
        key = f"brochure/{hashlib.sha256(repr((LAYOUT, leaflet)).encode()).hexdigest()[:40]}"
        known = await self._files.get(key)
        if known is not None:
            try:
                await self._bot.send_document(person.id, known, caption=caption)
                return
            except TelegramBadRequest:
                await self._files.forget(key)
        status = Status(self._presenter, person.id)
        content = await self._draw(leaflet, status, tr)
        file = BufferedInputFile(content, f"{slug_of(leaflet.title, 40) or 'brochure'}-{leaflet.shape}.pdf")
        message = await self._bot.send_document(person.id, file, caption=caption)
        if message.document is not None:
            await self._files.put(key, message.document.file_id)
        await status.settle()
        if status.message_id is not None:
            with contextlib.suppress(TelegramBadRequest):
                await self._bot.delete_message(person.id, status.message_id)

    async def _draw(self, leaflet: Leaflet, status: Status, tr: Translator) -> bytes:
        paths: dict[str, str] = {}
        keys = leaflet.pictures
        for made, key in enumerate(keys):
            status.progress(progress_screen(made, len(keys), tr))
            path = await self._pictures.file(key)
            if path is not None:
                paths[key] = str(path)
        status.progress(progress_screen(len(keys), len(keys), tr))
        return await Papers(self._workers).make("brochure", (leaflet, paths))
