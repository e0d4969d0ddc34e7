"""`python -m bot import` and `export`: goods files at the console."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from bot.adapters.goods.process import read_goods
from bot.adapters.goods.store import keep_photos
from bot.adapters.goods.write import FORMATS
from bot.adapters.workers import Workers
from bot.app import open_database
from bot.settings import CannotStart, Settings
from domain.goods.use_cases import ApplyGoods, CheckGoods, ExportGoods
from handlers.goods.report import head_line, report_lines
from locales.translator import Translators
from storage.database import utc_now
from storage.migrate import upgrade

PRINTED = 200
"""Lines of a report on the screen; the rest is only counted."""


async def bring_in(settings: Settings, file: Path, pictures: Path | None, *, dry_run: bool) -> int:
    """Reads, checks, and unless it is a dry run applies. Prints the report line by line; 1 if the file is refused."""
    for path in (file, pictures):
        if path is not None and not await asyncio.to_thread(path.exists):
            raise CannotStart(f"There is no {path}.")
    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    tr = Translators(strict=settings.strict_words).for_language("ru")
    progress = _Printed()
    try:
        with tempfile.TemporaryDirectory(prefix="goods-") as folder:
            reading = await read_goods(file, pictures, Path(folder), progress)
            plan = await CheckGoods(database.read)(None, reading)
            if not dry_run and not plan.problems and not plan.is_empty:
                await asyncio.to_thread(keep_photos, Path(folder), settings.pictures_dir)
                plan = await ApplyGoods(database.write)(None, reading, progress)
    finally:
        await database.close()
    progress.end()
    lines = report_lines(plan, tr)
    for line in lines[:PRINTED]:
        print(line)
    if len(lines) > PRINTED:
        print(tr.plain("goods-report-more", count=len(lines) - PRINTED))
    print(head_line(plan, tr, applied=not dry_run and not plan.problems and not plan.is_empty), file=sys.stderr)
    return 1 if plan.problems else 0


async def write_out(settings: Settings, file: Path) -> int:
    """All goods into a file of the format its ending says."""
    form = file.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise CannotStart(f"The file's ending says the format: {', '.join(f'.{each}' for each in FORMATS)}.")
    await upgrade(settings.database_url.get_secret_value())
    database, workers = open_database(settings), Workers()
    try:
        rows = await ExportGoods(database.read)(None)
        content = await workers.run("bot.adapters.goods.write:write", form, rows, settings.brand, utc_now().isoformat())
    finally:
        workers.close()
        await database.close()
    await asyncio.to_thread(file.write_bytes, content)
    print(f"{file}: {len(rows)}", file=sys.stderr)
    return 0


class _Printed:
    """Progress on a terminal: one line that is written over, ten times a second at most."""

    def __init__(self) -> None:
        self._last = 0.0

    async def __call__(self, what: str, count: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._last > 0.1:
            self._last = time.monotonic()
            print(f"\r{what} {count}  ", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._last:
            print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
