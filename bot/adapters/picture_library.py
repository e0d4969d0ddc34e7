"""Pictures by their keys: sent by file_id once Telegram has them, drawn in another process when nobody has."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
from collections import OrderedDict
from pathlib import Path
from typing import Protocol

import structlog
from aiogram.types import FSInputFile, InputFile

from bot.adapters.goods.store import photo_path
from bot.adapters.workers import Workers

KNOWN = 4096
_IMPORTED = re.compile(r"photo/([0-9a-f]{32})")
log = structlog.get_logger(__name__)


class SentFiles(Protocol):
    """Where file_ids outlive the process."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, key: str, file_id: str) -> None: ...

    async def forget(self, key: str) -> None: ...


class PictureLibrary:
    """Finds the picture of a key: the file_id of an earlier sending, the file drawn earlier, or a new drawing.

    A key says all that is on the picture (see `draw_by_key`; `photo/<digest>` is an imported one), so nothing here ever
    goes out of date. Drawing takes about half a second of a core and happens in a process of its own, once per key
    however many ask for it.
    """

    def __init__(self, folder: Path, files: SentFiles) -> None:
        self._folder = folder
        self._files = files
        self._known: OrderedDict[str, str] = OrderedDict()
        self._drawing: dict[str, asyncio.Task[Path | None]] = {}
        self._workers = Workers()

    def known(self, key: str) -> str | None:
        """The file_id, where this process has met the picture before."""
        file_id = self._known.get(key)
        if file_id is not None:
            self._known.move_to_end(key)
        return file_id

    async def find(self, key: str) -> str | InputFile | None:
        """A file_id, else the file; None for a key that names no picture."""
        if (file_id := self.known(key)) is not None:
            return file_id
        file_id = await self._files.get(key)
        if file_id is not None:
            self._keep(key, file_id)
            return file_id
        path = await self.file(key)
        return None if path is None else FSInputFile(path, filename=f"{path.stem}.jpg")

    async def put(self, key: str, file_id: str) -> None:
        """Keeps the file_id Telegram gave."""
        self._keep(key, file_id)
        await self._files.put(key, file_id)

    async def forget(self, key: str) -> None:
        """Drops a file_id that Telegram no longer takes."""
        self._known.pop(key, None)
        await self._files.forget(key)

    async def close(self) -> None:
        """Ends the drawing process."""
        for task in self._drawing.values():
            task.cancel()
        self._workers.close()

    def _keep(self, key: str, file_id: str) -> None:
        self._known[key] = file_id
        self._known.move_to_end(key)
        if len(self._known) > KNOWN:
            self._known.popitem(last=False)

    async def file(self, key: str) -> Path | None:
        """The picture's file, drawn now if it was not yet; None for a key that names no picture."""
        if imported := _IMPORTED.fullmatch(key):
            path = photo_path(self._folder, imported[1])
            return path if await asyncio.to_thread(path.exists) else None
        name = hashlib.sha256(key.encode()).hexdigest()[:32]
        path = self._folder / name[:2] / f"{name}.jpg"
        if await asyncio.to_thread(path.exists):
            return path
        task = self._drawing.get(key)
        if task is None:
            task = asyncio.create_task(self._draw(key, path))
            self._drawing[key] = task
            task.add_done_callback(lambda _: self._drawing.pop(key, None))
        # Who stops waiting must not stop the drawing that others wait for.
        return await asyncio.shield(task)

    async def _draw(self, key: str, path: Path) -> Path | None:
        try:
            content = await self._workers.run("bot.adapters.pictures.by_key:draw_by_key", key)
        except ValueError as unknown:
            log.warning("no such picture", key=key, reason=str(unknown))
            return None
        await asyncio.to_thread(_write, path, content)
        return path


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: a crash leaves no half a picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
