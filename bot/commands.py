"""What each command of `python -m bot` does."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError

from bot.demo.run import SandboxDown, demo_settings, letter_box, sandbox
from bot.keys import LOOK_EVERY, age, new_key
from bot.observability.logging import set_up_logging
from bot.replay import list_failed, replay
from bot.run import ACTIVE, run_all, run_web, run_worker, stop_on_signals
from bot.settings import CannotStart, Settings
from storage.audit import renew, verify
from storage.backup import CannotBackUp, back_up
from storage.locks import AlreadyRunning, process_lock
from storage.migrate import upgrade
from storage.rotation import rotate


async def run(settings: Settings, words: argparse.Namespace) -> int:
    """The bot until SIGTERM or Ctrl-C."""
    set_up_logging(settings.log_format, settings.log_level)
    if settings.in_sandbox and not settings.api_url:
        raise CannotStart("BOT_TOKEN is missing: set it in the environment or in .env, or try `python -m bot demo`.")
    return await _until_stopped(run_all, settings)


async def web(settings: Settings, words: argparse.Namespace) -> int:
    """A webhook replica until SIGTERM or Ctrl-C."""
    set_up_logging(settings.log_format, settings.log_level)
    return await _until_stopped(run_web, settings)


async def worker(settings: Settings, words: argparse.Namespace) -> int:
    """Delivery and scheduler, or a standby for them, until SIGTERM or Ctrl-C."""
    set_up_logging(settings.log_format, settings.log_level)
    return await _until_stopped(run_worker, settings)


async def demo(settings: Settings, words: argparse.Namespace) -> int:
    """The sandbox and the bot in it; on Telegram the bot alone."""
    if not settings.in_sandbox:
        return await run(settings, words)
    set_up_logging(settings.log_format, settings.log_level)
    stop = asyncio.Event()
    with stop_on_signals(stop):
        try:
            async with sandbox(settings.sandbox_port) as url:
                settings = demo_settings(settings, url, await letter_box(url))
                await seed_demo(settings, words)
                print(f"\n  The cabinet is ready: open {url}\n  Ctrl-C ends it.\n", file=sys.stderr, flush=True)
                return await _started(run_all, settings, stop)
        except SandboxDown as reason:
            raise CannotStart(str(reason)) from None


Role = Callable[[Settings, asyncio.Event], Awaitable[None]]


async def _until_stopped(role: Role, settings: Settings) -> int:
    stop = asyncio.Event()
    with stop_on_signals(stop):
        return await _started(role, settings, stop)


async def _started(role: Role, settings: Settings, stop: asyncio.Event) -> int:
    try:
        await role(settings, stop)
    except AlreadyRunning as reason:
        raise CannotStart(
            f"A cabinet is running on this database already: {reason}. SQLite is for one process; "
            "stop the other, or set DATABASE_URL=postgresql://… for several."
        ) from None
    except (TelegramUnauthorizedError, TelegramNotFound):
        raise CannotStart("Telegram does not know BOT_TOKEN: take it anew from @BotFather.") from None
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


async def search_rebuild(settings: Settings, words: argparse.Namespace) -> int:
    """The search index made anew in one transaction: until then people search the old one."""
    from bot.app import open_database

    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    try:
        async with database.write() as work:
            count = await work.search.rebuild()
    finally:
        await database.close()
    print(f"{count} products can be found", file=sys.stderr)
    return 0


async def migrate(settings: Settings, words: argparse.Namespace) -> int:
    """The newest schema."""
    await upgrade(settings.database_url.get_secret_value())
    return 0


async def backup(settings: Settings, words: argparse.Namespace) -> int:
    """Copies the database into a new file."""
    try:
        size = await back_up(settings.database_url.get_secret_value(), words.target)
    except CannotBackUp as reason:
        raise CannotStart(str(reason)) from None
    print(f"{words.target}: {size} bytes")
    return 0


async def failed(settings: Settings, words: argparse.Namespace) -> int:
    """Lists the updates that were put aside, or tries them again; 1 if some failed again."""
    url = settings.database_url.get_secret_value()
    if words.what == "list":
        rows = await list_failed(settings)
        for row in rows:
            first = row.error.splitlines()[0] if row.error else ""
            print(f"{row.id}\tupdate {row.update_id}\t{row.at:%Y-%m-%d %H:%M} UTC\t{row.attempts} tries\t{first}")
        print(f"{len(rows)} put aside", file=sys.stderr)
        return 0
    try:
        async with process_lock(url, ACTIVE):
            done = await replay(settings, words.id)
    except AlreadyRunning as reason:
        raise CannotStart(f"{reason}. Stop it for the replay.") from None
    for number, story in done:
        print(f"{number}\t{'handled' if story is None else story}")
    return 1 if any(story for _, story in done) else 0


async def keys(settings: Settings, words: argparse.Namespace) -> int:
    """Makes a key, or seals everything with the newest; 1 if something could not be opened."""
    if words.what == "new":
        fresh = new_key(settings)
        if fresh is None:
            print(f"{settings.data_key_file} has a new key, and running processes follow.", file=sys.stderr)
            print("Copy the file to where you keep it, then: python -m bot keys rotate", file=sys.stderr)
        else:
            print(fresh)
            print(
                "Put it first in DATA_KEYS of every process, before the old ones, and restart them all.",
                file=sys.stderr,
            )
            print("Then: python -m bot keys rotate", file=sys.stderr)
        return 0
    from bot.app import open_database

    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    broken = 0
    try:
        # Until every process has seen the new key, it could not read what is sealed with it.
        await asyncio.sleep(max(0.0, 2 * LOOK_EVERY - age(settings)))
        async for table in rotate(database):
            broken += table.broken
            unread = f", {table.broken} that no key opens" if table.broken else ""
            print(f"{table.table}\t{table.rows} rows sealed anew{unread}")
        chain = await renew(database)
    finally:
        await database.close()
    for fault in chain.faults:
        print(f"the audit log was left under the former keys: {fault}", file=sys.stderr)
    if not broken and not chain.faults:
        print("Nothing is sealed with a former key. Keep those for as long as you keep old backups.", file=sys.stderr)
    return 1 if broken or chain.faults else 0


async def reconcile(settings: Settings, words: argparse.Namespace) -> int:
    """Where orders and payments disagree; 1 if anywhere."""
    from bot.app import open_database
    from bot.reconcile import reconcile as compare

    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    try:
        return await compare(database, words.csv)
    finally:
        await database.close()


async def audit(settings: Settings, words: argparse.Namespace) -> int:
    """Checks the audit log; 1 if something was altered, removed or put in."""
    from bot.app import open_database

    since = None
    if words.since is not None:
        number, _, last = words.since.partition(":")
        if not number.isdecimal():
            raise CannotStart("--since takes what an earlier check printed: a number, a colon and letters.")
        since = int(number), last
    await upgrade(settings.database_url.get_secret_value())
    database = open_database(settings)
    try:
        verdict = await verify(database, since)
    finally:
        await database.close()
    for fault in verdict.faults:
        print(fault)
    if not verdict.faults:
        print(f"The audit log is whole: {verdict.mark}")
        print("Note this elsewhere: a later check with --since tells that nothing was lost.", file=sys.stderr)
    return 1 if verdict.faults else 0


async def import_goods(settings: Settings, words: argparse.Namespace) -> int:
    """Brings goods in from a file; 1 if it was refused."""
    from bot.goods_commands import bring_in

    return await bring_in(settings, words.file, words.pictures, dry_run=words.dry_run)


async def export_goods(settings: Settings, words: argparse.Namespace) -> int:
    """Writes all goods to a file."""
    from bot.goods_commands import write_out

    return await write_out(settings, words.file)
