"""What the clock does by itself: every job runs on a real database and does no harm to what is fresh."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.scheduler import FormTerms, Scheduler, make_scheduler
from domain.shared.ids import PersonId
from storage.database import Database, utc_now
from storage.tables import outbox
from tests.forms import JOINED
from tests.services import keyring, sqlite_database


async def test_every_job_runs_and_a_draft_is_reminded_of_once_then_forgotten(tmp_path: Path) -> None:
    now = [datetime(2026, 5, 7, 12, tzinfo=UTC)]
    database = Database(await sqlite_database(tmp_path), keyring(), clock=lambda: now[0])
    scheduler = make_scheduler(database, lambda: now[0], FormTerms(timedelta(hours=24), timedelta(days=14)))

    async def run_all() -> None:
        for job in scheduler.get_jobs():
            assert inspect.iscoroutinefunction(job.func), f"{job.id} would run in a thread"
            await job.func()

    try:
        async with database.write() as work:
            person = await work.people.add(PersonId(1), "ru")
            await work.forms.save(person.customer_id, replace(JOINED, card=None), now[0])
        await run_all()
        for _ in range(3):
            now[0] += timedelta(days=1)
            await run_all()
        async with database.read() as work:
            assert (await work.connection.execute(select(outbox.c.kind))).scalars().all() == ["form_reminder"]
            assert not (await work.forms.get(person.customer_id)).is_empty
        now[0] += timedelta(days=12)
        await run_all()
        async with database.read() as work:
            assert (await work.forms.get(person.customer_id)).is_empty
    finally:
        await database.close()


async def test_what_should_have_gone_from_a_chat_while_the_program_was_down_goes_at_once(tmp_path: Path) -> None:
    gone = asyncio.Event()

    async def vanish() -> None:
        gone.set()

    database = Database(await sqlite_database(tmp_path), keyring())
    scheduler = Scheduler(database, utc_now, vanish=vanish)
    running = asyncio.create_task(scheduler.run())
    try:
        # The job comes every ten seconds; the first time must not wait for that.
        await asyncio.wait_for(gone.wait(), 8)
    finally:
        scheduler.stop()
        await running
        await database.close()
