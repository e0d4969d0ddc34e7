"""The bot as a process of its own, as it runs for real."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.sandbox_client import TOKEN, SandboxClient

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 240.0
STOP_SECONDS = 20.0
_demo: list[Path] = []


@dataclass(slots=True)
class BotProcess:
    """A running `python -m bot`; `log` is everything it wrote."""

    process: asyncio.subprocess.Process
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def errors(self) -> list[str]:
        """Log lines that tell of something that must not happen."""
        marks = ('"level": "error"', '"level": "critical"', "Traceback", "RuntimeWarning")
        return [line for line in self.log.splitlines() if any(mark in line for mark in marks)]

    async def stop(self) -> int:
        """SIGTERM, as an operator stops it; its exit code."""
        if self.process.returncode is None:
            self.process.terminate()
        return await asyncio.wait_for(self.process.wait(), STOP_SECONDS)

    async def kill(self) -> None:
        """SIGKILL, as a crash."""
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()


def bot_environment(sandbox: SandboxClient, folder: Path, **more: str) -> dict[str, str]:
    """Settings for a bot in the sandbox that keeps everything in `folder`; nothing of the caller's own settings."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "API_URL": sandbox.url,
        "ADMIN_IDS": "3001",
        "DATABASE_URL": f"sqlite:///{folder / 'cabinet.db'}",
        "DATA_KEY_FILE": str(folder / "keys"),
        "PICTURES_DIR": str(folder / "pictures"),
        "LOG_FORMAT": "json",
        "FLOOD_RATE": "1000",
        "FLOOD_BURST": "1000",
        "SEND_CHAT_BURST": "1000",
        "STRICT_WORDS": "true",
        "SMTP_HOST": "127.0.0.1" if sandbox.smtp_port else "",
        "SMTP_PORT": str(sandbox.smtp_port or 25),
        "SMTP_SECURITY": "none",
        "MAIL_FROM": "cabinet@example.org",
        "SMS_URL": f"{sandbox.url}/sandbox/sms",
        **more,
    }
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    return {**kept, "PYTHONUNBUFFERED": "1", **settings}


async def run_bot(environment: Mapping[str, str], *command: str) -> tuple[int, str]:
    """A command of the bot that ends by itself: its exit code and what it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *command,
        cwd=ROOT,
        env=dict(environment),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    out, _ = await process.communicate()
    return process.returncode or 0, out.decode()


async def seed_demo(environment: Mapping[str, str], folder: Path) -> None:
    """The demo data for a bot that keeps everything in `folder`: made once in a process, copied after that."""
    if not _demo:
        made = Path(tempfile.mkdtemp(prefix="cabinet-demo-"))
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        own = {"DATABASE_URL": f"sqlite:///{made / 'cabinet.db'}", "DATA_KEY_FILE": str(made / "keys")}
        code, out = await run_bot({**environment, **own}, "seed-demo")
        assert code == 0, out
        _demo.append(made)
    shutil.copytree(_demo[0], folder, dirs_exist_ok=True)


@asynccontextmanager
async def start_bot(environment: Mapping[str, str], log_file: Path, *command: str) -> AsyncIterator[BotProcess]:
    """`python -m bot` until the block is left; ready to serve when the block begins."""
    with log_file.open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *command, cwd=ROOT, env=dict(environment), stdout=log, stderr=log
        )
    bot = BotProcess(process, log_file)
    try:
        await _ready(bot)
        yield bot
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()


async def _ready(bot: BotProcess) -> None:
    async with asyncio.timeout(START_SECONDS):
        while '"event": "ready"' not in bot.log:
            if bot.process.returncode is not None:
                raise AssertionError(f"the bot ended with {bot.process.returncode}:\n{bot.log[-3000:]}")
            await asyncio.sleep(0.05)
