"""What each command of `python -m bot` does."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.demo.run import SandboxDown, demo_settings, sandbox
from bot.observability.logging import set_up_logging
from bot.run import run_all, stop_on_signals
from bot.settings import CannotStart, Settings, SettingsError
from storage.locks import AlreadyRunning
from storage.migrate import upgrade


async def run(settings: Settings, words: argparse.Namespace) -> int:
    """The bot until SIGTERM or Ctrl-C."""
    set_up_logging(settings.log_format, settings.log_level)
    if settings.in_sandbox and not settings.api_url:
        raise CannotStart("BOT_TOKEN is missing: set it in the environment or in .env, or try `python -m bot demo`.")
    stop = asyncio.Event()
    with stop_on_signals(stop):
        return await _started(settings, stop)


async def demo(settings: Settings, words: argparse.Namespace) -> int:
    """The sandbox and the bot in it; on Telegram the bot alone."""
    if not settings.in_sandbox:
        return await run(settings, words)
    set_up_logging(settings.log_format, settings.log_level)
    stop = asyncio.Event()
    with stop_on_signals(stop):
        try:
            async with sandbox(settings.sandbox_port) as url:
                settings = demo_settings(settings, url)
                await seed_demo(settings, words)
                print(f"\n  The cabinet is ready: open {url}\n  Ctrl-C ends it.\n", file=sys.stderr, flush=True)
                return await _started(settings, stop)
        except SandboxDown as reason:
            raise CannotStart(str(reason)) from None


async def _started(settings: Settings, stop: asyncio.Event) -> int:
    try:
        await run_all(settings, stop)
    except (AlreadyRunning, SettingsError) as reason:
        raise CannotStart(str(reason)) from None
    return 0


async def seed_demo(settings: Settings, words: argparse.Namespace) -> int:
    """The demo catalog and consultants."""
    from bot.app import open_database
    from bot.demo.data import load
    from bot.demo.seed import seed_demo as seed

    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    try:
        report = await seed(database, load())
    finally:
        await database.close()
    print(f"demo data: {report}", file=sys.stderr)
    return 0


async def migrate(settings: Settings, words: argparse.Namespace) -> int:
    """The newest schema."""
    await upgrade(settings.database_url.get_secret_value())
    return 0
