"""Running the cabinet: what each role starts, in which order, and how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.types import Update

from bot.app import App, wired
from bot.delivery.engine import Delivery
from bot.delivery.pacer import Pacer, Rates
from bot.gc_tuning import tune_gc
from bot.intake.flood import Flood
from bot.intake.guard import FloodGuard
from bot.intake.polling import Polling
from bot.intake.queues import Limits, PersonQueues
from bot.menus import set_common_menus
from bot.notices import NoticeRenderer
from bot.observability.metrics import Metrics
from bot.observability.service import Observatory
from bot.roles import Service, run_together
from bot.scheduler import Scheduler
from bot.session import AnswerCalls, make_session
from bot.settings import Settings
from bot.tell import Tell
from handlers.ui.screen import Screen
from storage.database import utc_now
from storage.locks import process_lock
from storage.migrate import upgrade
from storage.outbox_queue import OutboxQueue
from storage.updates import Updates

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """The way to Telegram: the bot, its pace, and the figures about it."""

    bot: Bot
    pacer: Pacer
    metrics: Metrics


@asynccontextmanager
async def telegram(settings: Settings) -> AsyncIterator[Line]:
    """A bot whose calls are paced and repeated as a person would wait for them."""
    metrics = Metrics()
    pacer = Pacer(Rates(limit=settings.send_limit, delivery=settings.send_rate))
    session = make_session(settings.api_url)
    session.middleware(AnswerCalls(pacer, metrics=metrics))
    bot = Bot(settings.token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))
    try:
        yield Line(bot, pacer, metrics)
    finally:
        await bot.session.close()


def make_queues(app: App, line: Line) -> PersonQueues:
    """Everybody's updates on their way through the dispatcher."""
    settings, tell = app.settings, Tell(app)

    async def process(update: Update) -> object:
        return await app.dispatcher.feed_update(app.bot, update)

    return PersonQueues(
        app.bot,
        process,
        Updates(app.database),
        tell.failed,
        limits=Limits(parallel=settings.parallel_updates, timeout=settings.handler_timeout),
        guard=FloodGuard(Flood(settings.flood_rate, settings.flood_burst), app.bot, tell.too_fast),
        metrics=line.metrics,
    )


def make_delivery(app: App, line: Line) -> Delivery:
    """Owed notices on their way to people."""
    renderer = NoticeRenderer(app.notices, app.meet_person, app.translators, app.settings.zone)

    async def send(_bot: Bot, person_id: int, screen: Screen) -> int:
        return await app.presenter.send(person_id, screen)

    delivery = Delivery(app.bot, OutboxQueue(app.database), renderer, send, line.pacer, metrics=line.metrics)
    app.wake.listeners.append(delivery.wake)
    return delivery


async def run_all(settings: Settings, stop: asyncio.Event) -> None:
    """Intake, delivery and scheduler in one process, until `stop`. Raises storage.locks.AlreadyRunning."""
    url = settings.database_url.get_secret_value()
    async with process_lock(url, "bot"), telegram(settings) as line:
        await upgrade(url)
        async with wired(settings, line.bot) as app:
            polling = Polling(
                app.bot,
                make_queues(app, line),
                allowed_updates=app.dispatcher.resolve_used_update_types(),
                metrics=line.metrics,
            )
            services: list[Service] = [polling, make_delivery(app, line), Scheduler(app.database, utc_now)]
            if settings.observe_port is not None:
                services.append(Observatory(line.metrics, app.database, settings.observe_port))
            await set_common_menus(app.bot, app.translators)
            tune_gc()
            await serve(services, stop, username=app.me.username)


async def serve(services: Sequence[Service], stop: asyncio.Event, **facts: object) -> None:
    """Runs services until `stop`; says when it begins and ends."""
    log.info("ready", **facts)
    await run_together(services, stop)
    log.info("stopped")


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
