"""The commands of `python -m bot`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.settings import CannotStart, Settings, SettingsError, load_settings

Command = Callable[[Settings, argparse.Namespace], Awaitable[int]]


def main(words: Sequence[str]) -> int:
    """Runs one command; gives the exit code (2: it could not be started as set up)."""
    chosen = _parser().parse_args(words)
    try:
        settings = load_settings()
    except SettingsError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    # Imported late: aiogram takes seconds, and a wrong setting should be said at once.
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot import commands

    command: Command = getattr(commands, chosen.command.replace("-", "_"))
    try:
        return asyncio.run(command(settings, chosen))  # type: ignore[arg-type]
    except KeyboardInterrupt:
        return 130
    except CannotStart as reason:
        print(reason, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="The cabinet. Settings: see .env.example.")
    parser.set_defaults(command="run")
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, words in (
        ("run", "intake, delivery and scheduler in one process (the default)"),
        ("web", "a webhook replica: any number, on PostgreSQL and Redis"),
        ("worker", "delivery and scheduler: one active, others stand by"),
        ("demo", "the sandbox with demo data; Telegram when BOT_TOKEN is set"),
        ("seed-demo", "put the demo catalog and consultants into the database"),
        ("search-rebuild", "make the search index anew"),
        ("migrate", "bring the database up to date"),
    ):
        verbs.add_parser(name, help=words, description=words).set_defaults(command=name)
    backup = verbs.add_parser("backup", help="copy an SQLite database into a new file while the bot runs")
    backup.set_defaults(command="backup")
    backup.add_argument("target", type=Path, help="the file to make; keep it apart from the key file")
    failed = verbs.add_parser("failed", help="updates that could not be handled: list, replay")
    failed.set_defaults(command="failed")
    failed.add_argument("what", choices=["list", "replay"])
    failed.add_argument("id", nargs="?", type=int, help="which to replay; all that were not, without it")
    keys = verbs.add_parser(
        "keys", help="the keys of personal data: new, rotate (while the bot runs; any number of times)"
    )
    keys.set_defaults(command="keys")
    keys.add_argument("what", choices=["new", "rotate"])
    audit = verbs.add_parser("audit", help="the log of what the staff did with personal data: verify")
    audit.set_defaults(command="audit")
    audit.add_argument("what", choices=["verify"])
    audit.add_argument("--since", metavar="MARK", help="what an earlier check printed")
    reconcile = verbs.add_parser("reconcile", help="lists where orders and payments disagree")
    reconcile.set_defaults(command="reconcile")
    reconcile.add_argument("--csv", metavar="FILE", help="the provider's list: a column with ids, one with amounts")
    goods = verbs.add_parser(
        "import", help="bring goods in from a CSV, XLSX or YML file (or a ZIP with pictures): all of it or nothing"
    )
    goods.set_defaults(command="import_goods")
    goods.add_argument("file", type=Path)
    goods.add_argument("--dry-run", action="store_true", help="say line by line what would change, and change nothing")
    goods.add_argument("--pictures", type=Path, metavar="ZIP|FOLDER", help="pictures named by code: 40-0401.jpg")
    goods = verbs.add_parser("export", help="write all goods to a file; the ending says the format: csv, xlsx, yml")
    goods.set_defaults(command="export_goods")
    goods.add_argument("file", type=Path)
    return parser
