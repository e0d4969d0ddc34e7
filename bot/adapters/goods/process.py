"""Reads a goods file in a process of its own, from this one."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from pydantic import TypeAdapter

from bot.adapters.goods import limits
from domain.goods.models import Problem, Reading

READING: TypeAdapter[Reading] = TypeAdapter(Reading)
ROOT = Path(__file__).resolve().parents[3]
RESULT = 256 * 2**20
Progress = Callable[[str, int], Awaitable[None]]
"""What is being done (rows, pictures, writing) and how many are."""


async def read_goods(source: Path, pictures: Path | None, work: Path, progress: Progress) -> Reading:
    """The reading; one that took too much time or memory, or ended the process, is a problem of the file.

    Pictures are kept in `work`/photos.
    """
    too_big = limits.ARCHIVE if source.suffix.lower() == ".zip" else limits.TABLE
    if (await asyncio.to_thread(source.stat)).st_size > too_big:
        return _failed("size")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.adapters.goods.reader",
        str(source),
        str(pictures or ""),
        str(work),
        cwd=ROOT,
        # Nothing of the program's secrets reaches the process that reads a stranger's file.
        env={"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        code = await _watch(process, progress)
    except TimeoutError:
        return _failed("time")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    result = work / "reading.json"
    if code or not await asyncio.to_thread(result.exists):
        return _failed("memory")
    content = await asyncio.to_thread(result.read_bytes)
    return await asyncio.to_thread(READING.validate_json, content) if len(content) < RESULT else _failed("memory")


async def _watch(process: asyncio.subprocess.Process, progress: Progress) -> int:
    assert process.stdout is not None
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(limits.SECONDS) as patience:
        while line := await process.stdout.readline():
            what, _, count = line.decode(errors="replace").strip().partition(" ")
            if what == "pictures":
                patience.reschedule(loop.time() + limits.SECONDS * limits.SECONDS_A_PICTURE)
            if count.isdecimal():
                await progress(what, int(count))
        return await process.wait()


def _failed(reason: str) -> Reading:
    return Reading("", "", problems=[Problem(0, "", reason)], problem_count=1)
