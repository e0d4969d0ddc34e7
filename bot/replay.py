"""Updates that were put aside: what they are, and another try."""

from __future__ import annotations

from aiogram.types import Update

from bot.app import open_database, wired
from bot.intake.shelf import story_of
from bot.line import telegram
from bot.settings import Settings
from storage.database import utc_now
from storage.updates import FailedUpdate, Updates

MANY = 1000


async def list_failed(settings: Settings) -> list[FailedUpdate]:
    """The oldest that were not replayed."""
    database = open_database(settings)
    try:
        return await Updates(database).failed(MANY)
    finally:
        await database.close()


async def replay(settings: Settings, which: int | None) -> list[tuple[int, str | None]]:
    """Handles put-aside updates once more, oldest first: one, or all that were not replayed.

    Gives (row, None) for one that worked and (row, story) for one that failed again and stays. What took effect before
    does not take effect again: only its answer is shown.
    """
    done: list[tuple[int, str | None]] = []
    async with telegram(settings) as line, wired(settings, line.bot) as app:
        updates = Updates(app.database)
        chosen = await updates.failed(MANY) if which is None else [await updates.get(which)]
        for failed in chosen:
            if failed is None:
                continue
            try:
                update = Update.model_validate_json(failed.payload, context={"bot": line.bot})
                await app.dispatcher.feed_update(line.bot, update)
            except Exception as error:
                # Whatever it is, it is told and the others are tried.
                done.append((failed.id, story_of(error)))
                continue
            await updates.mark_replayed(failed.id, utc_now())
            done.append((failed.id, None))
    return done
