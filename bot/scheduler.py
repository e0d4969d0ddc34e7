"""What is due when. APScheduler is the clock; what there is to do stands in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.codes.use_cases import PruneCodes
from domain.consultants.staff import OfferAnother
from domain.joining.changes import PruneFormerContacts
from domain.joining.drafts import PruneForms, RemindOfForms
from domain.payments.use_cases import ReleaseUnpaid, TellOfRefunds
from domain.points.use_cases import ExpirePoints
from domain.shared.clock import Clock
from domain.wishes.use_cases import TellBack
from storage.database import Database
from storage.outbox_queue import OutboxQueue
from storage.updates import Updates

REMEMBER_UPDATES = timedelta(hours=48)
"""Telegram keeps unconfirmed updates 24 hours; twice that is remembered."""
POINTS_IDLE = timedelta(days=180)
REMEMBER_SENT = timedelta(days=30)
REMEMBER_TRIES = timedelta(hours=48)
"""The longest pause after tries that failed is a day."""
GRACE = int(timedelta(hours=12).total_seconds())
"""A job missed while the program was down or busy runs late rather than never (the default skips after a second)."""


Job = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class FormTerms:
    """When an unfinished form is reminded of, and when it is forgotten."""

    remind_after: timedelta = timedelta(hours=24)
    keep: timedelta = timedelta(days=14)


class Scheduler:
    """Runs the jobs until stopped."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        forms: FormTerms | None = None,
        vanish: Job | None = None,
        requests: Job | None = None,
        admins: Collection[int] = (),
        points_idle: timedelta = POINTS_IDLE,
    ) -> None:
        self._scheduler = make_scheduler(database, clock, forms or FormTerms(), points_idle)
        if vanish is not None:
            # At once as well: the time of a message may have come while the program was down.
            self._scheduler.add_job(vanish, "interval", seconds=10, id="vanish", next_run_time=clock())
        release, tell = (
            ReleaseUnpaid(database.write, database.read, clock),
            TellOfRefunds(database.write, clock, admins),
        )
        self._scheduler.add_job(release.__call__, "interval", seconds=15, id="release-unpaid", next_run_time=clock())
        self._scheduler.add_job(tell.__call__, "interval", seconds=15, id="tell-of-refunds", next_run_time=clock())
        if requests is not None:
            # At once as well: a term may have come while the program was down.
            self._scheduler.add_job(requests, "interval", hours=1, id="data-requests", next_run_time=clock())
        self._stopping = asyncio.Event()

    def add(self, name: str, job: Callable[[], Awaitable[object]], *, seconds: float) -> None:
        """One more job, at once and then every so many seconds; what it does must stand in the database."""

        async def run() -> None:
            await job()

        now = datetime.now(UTC)
        self._scheduler.add_job(run, "interval", seconds=seconds, id=name, next_run_time=now)

    async def run(self) -> None:
        """Until `stop`; may be run again afterwards."""
        self._stopping.clear()
        self._scheduler.start()
        try:
            await self._stopping.wait()
        finally:
            self._scheduler.shutdown(wait=False)

    def stop(self) -> None:
        self._stopping.set()


def make_scheduler(
    database: Database, clock: Clock, forms: FormTerms, points_idle: timedelta = POINTS_IDLE
) -> AsyncIOScheduler:
    """The jobs of one process, made anew at every start; nothing is pickled."""
    scheduler = AsyncIOScheduler(
        timezone="UTC", job_defaults={"misfire_grace_time": GRACE, "coalesce": True, "max_instances": 1}
    )
    offer_another = OfferAnother(database.write, clock)
    updates, outbox = Updates(database), OutboxQueue(database)

    async def forget_handled_updates() -> None:
        await updates.prune(clock() - REMEMBER_UPDATES)

    async def forget_sent_notices() -> None:
        await outbox.prune(clock() - REMEMBER_SENT)

    async def offer_other_consultants() -> None:
        await offer_another()

    # At once as well: somebody may have left while the program was down.
    scheduler.add_job(
        offer_other_consultants, "interval", minutes=5, id="offer-other-consultants", next_run_time=clock()
    )

    async def forget_tries() -> None:
        async with database.write() as work:
            await work.guards.prune(clock() - REMEMBER_TRIES)

    scheduler.add_job(forget_tries, "interval", hours=3, id="forget-tries")
    scheduler.add_job(forget_handled_updates, "interval", hours=1, id="forget-handled-updates")
    scheduler.add_job(forget_sent_notices, "interval", hours=6, id="forget-sent-notices")
    tell_back = TellBack(database.write)

    async def tell_what_is_back() -> None:
        await tell_back()

    scheduler.add_job(tell_what_is_back, "interval", seconds=30, id="tell-what-is-back", next_run_time=clock())
    remind = RemindOfForms(database.write, clock, forms.remind_after)
    scheduler.add_job(remind.__call__, "interval", minutes=10, id="remind-of-forms")
    scheduler.add_job(PruneForms(database.write, clock, forms.keep).__call__, "interval", hours=1, id="forget-forms")
    scheduler.add_job(PruneCodes(database.write, clock).__call__, "interval", hours=1, id="forget-codes")
    former = PruneFormerContacts(database.write, clock)
    scheduler.add_job(former.__call__, "interval", hours=1, id="forget-former-contacts")
    # At once as well: points may have come to their end while the program was down.
    expire = ExpirePoints(database.write, clock, points_idle)
    scheduler.add_job(expire.__call__, "interval", hours=6, id="expire-points", next_run_time=clock())
    return scheduler
