"""Takes sent goods files through their check and into the shop. What there is to do stands in the database."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.adapters.goods.process import read_goods
from bot.adapters.goods.store import keep_photos
from bot.status import Status
from bot.telegram_faults import reason_of
from domain.goods.imports import MOST_BYTES, GoodsImport, State
from domain.goods.models import Reading
from domain.goods.plans import Plan
from domain.goods.use_cases import ApplyGoods, CheckGoods
from domain.people.models import Person
from domain.people.use_cases import MeetPerson
from domain.shared.errors import DomainError, Stale
from handlers.goods import views
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen
from locales.translator import Translator, Translators
from storage.database import Database

LOOK_EVERY = 3.0
"""Seconds between two looks, for what another process took."""
log = structlog.get_logger(__name__)
Progress = Callable[[str, int], Awaitable[None]]


@dataclass(slots=True)
class Importer:
    """A service that does one import after the other; ended at any moment, it goes on at the next start."""

    bot: Bot
    database: Database
    presenter: Presenter
    translators: Translators
    meet_person: MeetPerson
    pictures_dir: Path
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _stopping: bool = False

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    async def run(self) -> None:
        """Until `stop`; may be run again afterwards."""
        self._stopping = False
        while not self._stopping:
            self._woken.clear()
            async with self.database.read() as work:
                waiting = await work.goods_imports.open()
            for goods in waiting:
                await self._do(goods)
            if not waiting and not self._stopping:
                try:
                    async with asyncio.timeout(LOOK_EVERY):
                        await self._woken.wait()
                except TimeoutError:
                    continue

    def stop(self) -> None:
        self._stopping = True
        self._woken.set()

    async def _do(self, goods: GoodsImport) -> None:
        person = await self.meet_person.known(goods.person_id)
        if person is None or not person.manages_catalog:
            await self._move(goods, State.REFUSED)
            return
        tr = self.translators.for_language(person.language)
        status = Status(self.presenter, person.id, goods.message_id, lambda message: self._stands_at(goods, message))

        async def progress(what: str, count: int) -> None:
            status.progress(views.progress_screen(what, count, tr))

        try:
            await progress("reading", 0)
            with tempfile.TemporaryDirectory(prefix="goods-") as folder:
                reading = await self._read(goods, Path(folder), progress)
                if goods.state is State.WAITING:
                    await self._check(goods, person, reading, status, tr)
                else:
                    await self._apply(goods, person, reading, Path(folder), progress, status, tr)
        except Stale:
            # The shop has changed so that another thing would be done: it is shown anew.
            await self._move(goods, State.WAITING)
        except (AiogramError, DomainError, OSError) as error:
            log.warning("a goods file could not be brought in", goods=goods.id, error=reason_of(error))
            await status.settle()
            await self._move(goods, State.REFUSED)
            await self._say(status, views.failed_screen(goods, tr))

    async def _read(self, goods: GoodsImport, folder: Path, progress: Progress) -> Reading:
        # The ending is ours: a sender's name never becomes a path.
        source = folder / ("goods.zip" if goods.name.lower().endswith(".zip") else "goods")
        file = await self.bot.get_file(goods.file_id)
        if (file.file_size or 0) > MOST_BYTES or file.file_path is None:
            raise OSError("the file is larger than Telegram hands over")
        await self.bot.download_file(file.file_path, source)
        return await read_goods(source, None, folder, progress)

    async def _check(
        self, goods: GoodsImport, person: Person, reading: Reading, status: Status, tr: Translator
    ) -> None:
        plan = await CheckGoods(self.database.read)(person, reading)
        settled = bool(plan.problems) or plan.is_empty
        await self._move(goods, State.REFUSED if settled else State.CHECKED, plan.key)
        await self._report(goods, plan, status, person, tr, applied=False)

    async def _apply(
        self,
        goods: GoodsImport,
        person: Person,
        reading: Reading,
        folder: Path,
        progress: Progress,
        status: Status,
        tr: Translator,
    ) -> None:
        await asyncio.to_thread(keep_photos, folder, self.pictures_dir)
        # Goods and the note that they are in, in one transaction: ended in between, neither is there.
        async with self.database.scope(None) as scope:
            plan = await ApplyGoods(self.database.write)(person, reading, progress, goods.key)
            async with self.database.write() as work:
                after = State.REFUSED if plan.problems else State.APPLIED
                await work.goods_imports.move(goods.id, goods.state, after, goods.key)
            await scope.commit()
        await self._report(goods, plan, status, person, tr, applied=not plan.problems)

    async def _report(
        self, goods: GoodsImport, plan: Plan, status: Status, person: Person, tr: Translator, *, applied: bool
    ) -> None:
        whole = None if applied else views.report_file(goods, plan, tr)
        try:
            if whole is not None:
                await self.presenter.send(person.id, whole)
        except AiogramError as error:
            log.info("a report could not be sent", error=reason_of(error))
        await self._say(status, views.report_screen(goods, plan, tr, applied=applied))

    async def _say(self, status: Status, screen: Screen) -> None:
        try:
            await status.put(screen)
        except AiogramError as error:
            log.info("the state of an import could not be shown", error=reason_of(error))

    async def _move(self, goods: GoodsImport, after: State, key: str = "") -> None:
        async with self.database.write() as work:
            await work.goods_imports.move(goods.id, goods.state, after, key)

    async def _stands_at(self, goods: GoodsImport, message_id: int) -> None:
        async with self.database.write() as work:
            await work.goods_imports.stands_at(goods.id, message_id)
