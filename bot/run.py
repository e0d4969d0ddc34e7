"""Running the cabinet: what each role starts, in which order, and how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Iterator, Sequence
from datetime import timedelta

import structlog

from bot.access_cases import officers_of
from bot.adapters.working_days import RussianWorkingDays
from bot.app import App, wired
from bot.broadcast_cases import (
    begin_broadcasts,
    feed_broadcasts,
    feed_recalls,
    follow_broadcasts,
    keep_marks,
    settle_reports,
)
from bot.broadcast_watch import BroadcastWatch
from bot.client_cases import enter_birthdays, enter_questions
from bot.data_requests import DataRequestsJob
from bot.gc_tuning import tune_gc
from bot.intake.handling import PersonLock
from bot.intake.polling import Polling
from bot.intake.webhook import Webhook, WebhookSettings
from bot.letters import letter_deliveries
from bot.line import Line, telegram
from bot.menus import set_common_menus
from bot.observability.http import observed_application
from bot.observability.service import Observatory
from bot.order_cases import remind_to_reorder, watch_orders
from bot.parts import make_delivery, make_importer, make_queues
from bot.relay_cases import watch_conversations
from bot.roles import Active, Held, Service, run_together
from bot.scheduler import FormTerms, Scheduler
from bot.settings import CannotStart, Settings
from bot.ticket_cases import remind_of_tickets
from bot.ticket_sweep import SweepTickets
from bot.vanish import Vanish
from domain.points.use_cases import WarnOfPoints
from storage.database import utc_now
from storage.locks import process_lock
from storage.migrate import upgrade
from storage.outbox_queue import OutboxQueue
from storage.ticket_traces import TicketTraces
from storage.vanishing import VanishingMessages

ACTIVE = "active"
"""The lock of who delivers and schedules: one process at a time, whatever its role."""
log = structlog.get_logger(__name__)


async def run_all(settings: Settings, stop: asyncio.Event) -> None:
    """Intake, delivery and scheduler in one process, until `stop`.

    On SQLite a second one raises storage.locks.AlreadyRunning; on PostgreSQL it waits until the first has ended.
    """
    url = settings.database_url.get_secret_value()
    async with process_lock(url, ACTIVE) as lock, telegram(settings) as line:
        await upgrade(url)
        async with (
            wired(settings, line.bot, carries_reply=bool(settings.webhook_url)) as app,
            letter_deliveries(app, line) as letters,
        ):
            intake = _webhook(app, line, None) if settings.webhook_url else _polling(app, line)
            await OutboxQueue(app.database).release()
            work: list[Service] = [make_delivery(app, line), *letters, make_scheduler_service(app), make_importer(app)]
            services: list[Service] = [intake, *work, Held(lock), *_observed(app, line)]
            await set_common_menus(app.bot, app.translators)
            await serve(services, stop, role="all", username=app.me.username)


async def run_web(settings: Settings, stop: asyncio.Event) -> None:
    """A webhook replica, until `stop`. Raises CannotStart where the settings are those of a single process."""
    several(settings, "web")
    if not settings.webhook_url:
        raise CannotStart("`python -m bot web` needs WEBHOOK_URL and WEBHOOK_SECRET: where Telegram reaches it.")
    # Imported here: only replicas need Redis, and it takes 6 MB.
    from redis.asyncio import Redis

    from bot.intake.person_lock import RedisPersonLock

    redis = Redis.from_url(settings.redis_url.get_secret_value() if settings.redis_url else "")
    try:
        async with telegram(settings) as line:
            await upgrade(settings.database_url.get_secret_value())
            async with wired(settings, line.bot, carries_reply=True) as app:
                await set_common_menus(app.bot, app.translators)
                await serve([_webhook(app, line, RedisPersonLock(redis))], stop, role="web", username=app.me.username)
    finally:
        await redis.aclose()


async def run_worker(settings: Settings, stop: asyncio.Event) -> None:
    """Delivery and scheduler while no other process has them, until `stop`. Raises CannotStart as `run_web` does."""
    several(settings, "worker")
    url = settings.database_url.get_secret_value()
    async with telegram(settings) as line:
        await upgrade(url)
        async with wired(settings, line.bot) as app, letter_deliveries(app, line) as letters:
            work: list[Service] = [make_delivery(app, line), *letters, make_scheduler_service(app), make_importer(app)]
            free = OutboxQueue(app.database).release
            active = Active(lambda: process_lock(url, ACTIVE), work, began=free, metrics=line.metrics)
            await serve([active, *_observed(app, line)], stop, role="worker", username=app.me.username)


def make_scheduler_service(app: App) -> Scheduler:
    """The clock of this program, with the operator's terms."""
    terms = FormTerms(timedelta(hours=app.settings.form_reminder_hours), timedelta(days=app.settings.form_days))
    vanish = Vanish(app.bot, VanishingMessages(app.database), utc_now)
    requests = DataRequestsJob(app.database, utc_now, RussianWorkingDays(), officers_of(app.settings))
    admins, idle = app.settings.admin_ids, app.settings.price_terms.points.idle
    scheduler = Scheduler(app.database, utc_now, terms, vanish.__call__, requests.__call__, admins, idle)
    scheduler.add("watch-orders", watch_orders(app.database, app.settings, utc_now), seconds=30)
    scheduler.add("watch-conversations", watch_conversations(app.database, app.settings, utc_now), seconds=30)
    scheduler.add("remind-to-reorder", remind_to_reorder(app.database, utc_now), seconds=3600)
    # At a paid rate often, and so a little at a time: what is put at once holds up others.
    often = 1.0 if app.settings.send_rate <= 100 else 0.25
    scheduler.add("feed-broadcasts", feed_broadcasts(app.database, app.settings, utc_now, app.wake), seconds=often)
    scheduler.add("begin-broadcasts", begin_broadcasts(app.database, app.settings, utc_now), seconds=3)
    scheduler.add("keep-marks", keep_marks(app.database, utc_now, app.places), seconds=20)
    sweep = SweepTickets(app.bot, TicketTraces(app.database), app.translators)
    scheduler.add("sweep-tickets", sweep.__call__, seconds=60)
    scheduler.add("remind-of-tickets", remind_of_tickets(app.database, app.settings, utc_now), seconds=60)
    scheduler.add("enter-questions", enter_questions(app.database, utc_now), seconds=600)
    scheduler.add("enter-birthdays", enter_birthdays(app.database, app.settings, utc_now), seconds=600)
    warn = WarnOfPoints(app.database.write, utc_now, app.settings.price_terms.points)
    scheduler.add("warn-of-points", warn.__call__, seconds=3600)
    scheduler.add("feed-recalls", feed_recalls(app.database, utc_now, app.wake), seconds=1)
    follow = follow_broadcasts(app.database, utc_now)
    watch = BroadcastWatch(follow, app.presenter, app.meet_person, app.translators, utc_now, app.settings.zone)
    scheduler.add("settle-reports", settle_reports(app.database, utc_now), seconds=3600)
    scheduler.add("watch-broadcasts", watch, seconds=1)
    return scheduler


def several(settings: Settings, role: str) -> None:
    """Roles of their own need PostgreSQL and Redis. Raises CannotStart that says so."""
    if settings.database_url.get_secret_value().startswith("sqlite"):
        raise CannotStart(
            f"`python -m bot {role}` is for several processes, and SQLite (DATABASE_URL) is for one: "
            "set DATABASE_URL=postgresql://… and REDIS_URL, or start `python -m bot`."
        )
    if settings.redis_url is None:
        raise CannotStart(f"`python -m bot {role}` needs REDIS_URL: it keeps each person's updates in order.")


async def serve(services: Sequence[Service], stop: asyncio.Event, **facts: object) -> None:
    """Runs services until `stop`; says when it begins and ends."""
    tune_gc()
    log.info("ready", **facts)
    await run_together(services, stop)
    log.info("stopped")


def _polling(app: App, line: Line) -> Polling:
    queues, types = make_queues(app, line), app.dispatcher.resolve_used_update_types()
    return Polling(app.bot, queues, allowed_updates=types, metrics=line.metrics)


def _webhook(app: App, line: Line, lock: PersonLock | None) -> Webhook:
    settings = app.settings
    hook = WebhookSettings(
        url=settings.webhook_url or "",
        secret=settings.webhook_secret.get_secret_value() if settings.webhook_secret else "",
        path=settings.webhook_path,
        host=settings.webhook_host,
        port=settings.webhook_port,
        shared_port=lock is not None,
    )
    return Webhook(
        app.bot,
        make_queues(app, line, lock),
        hook,
        allowed_updates=app.dispatcher.resolve_used_update_types(),
        app=observed_application(line.metrics, {"database": app.database.ping}, body_limit=hook.body_limit),
        metrics=line.metrics,
    )


def _observed(app: App, line: Line) -> list[Service]:
    port = app.settings.observe_port
    return [] if port is None else [Observatory(line.metrics, app.database, port)]


@contextlib.contextmanager
def stop_on_signals(stop: asyncio.Event) -> Iterator[None]:
    """SIGTERM and Ctrl-C set `stop`."""
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, stop.set)
    try:
        yield
    finally:
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(sign)
