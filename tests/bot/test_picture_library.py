"""The picture library: drawn once, sent by id, and no helper process outlives a killed program."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
from aiogram.types import FSInputFile

from bot.adapters.picture_library import PictureLibrary

KEY = "product/lipstick/F2DCE0/B0413E"


class Files:
    """Known file ids, in memory."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    async def get(self, key: str) -> str | None:
        return self.known.get(key)

    async def put(self, key: str, file_id: str) -> None:
        self.known[key] = file_id

    async def forget(self, key: str) -> None:
        self.known.pop(key, None)


async def test_drawn_once_then_a_file_then_an_id(tmp_path: Path) -> None:
    files = Files()
    library = PictureLibrary(tmp_path, files)
    try:
        first, second = await asyncio.gather(library.find(KEY), library.find(KEY))
        assert isinstance(first, FSInputFile)
        assert isinstance(second, FSInputFile)
        assert first.path == second.path
        assert Path(first.path).read_bytes()[:3] == b"\xff\xd8\xff"
        assert not list(tmp_path.rglob("*.part"))
        await library.put(KEY, "file-1")
        assert await library.find(KEY) == "file-1"
        await library.forget(KEY)
        assert isinstance(await library.find(KEY), FSInputFile)
        assert files.known == {}
        assert await library.find("product/../../etc/passwd") is None
    finally:
        await library.close()


PROGRAM = """
import asyncio, sys
from pathlib import Path
from bot.adapters.picture_library import PictureLibrary
from tests.bot.test_picture_library import KEY, Files

async def main():
    library = PictureLibrary(Path(sys.argv[1]), Files())
    await library.find(KEY)
    print("drawn", flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_a_killed_program_leaves_no_helper_behind(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    root = Path(__file__).resolve().parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        str(tmp_path / "pictures"),
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert await asyncio.wait_for(process.stdout.readline(), 60) == b"drawn\n"
    helpers = psutil.Process(process.pid).children(recursive=True)
    assert helpers
    process.send_signal(signal.SIGKILL)
    await process.wait()
    _, alive = await asyncio.to_thread(psutil.wait_procs, helpers, 20)
    assert alive == []
