"""The moving parts of a wired program: queues of updates, delivery of notices."""

from __future__ import annotations

from aiogram.types import Update

from bot.albums import AlbumsFirst
from bot.app import App
from bot.delivery.engine import Delivery, Settings
from bot.delivery.take_away import TakeAway
from bot.importer import Importer
from bot.intake.flood import Flood
from bot.intake.guard import FloodGuard
from bot.intake.handling import Limits, PersonLock
from bot.intake.queues import PersonQueues
from bot.line import Line
from bot.notices import NoticeRenderer
from bot.relaying import Relaying
from bot.staff_group import StaffGroup
from bot.tell import Tell
from domain.tickets.rooms import KeepRoom
from handlers.ui.carrier import Carrier
from storage.albums import SentAlbums
from storage.outbox_queue import OutboxQueue
from storage.updates import Updates


def make_queues(app: App, line: Line, lock: PersonLock | None = None) -> PersonQueues:
    """Everybody's updates on their way through the dispatcher; `lock` keeps a person's order across processes."""
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
        lock=lock,
        metrics=line.metrics,
    )


def make_delivery(app: App, line: Line) -> Delivery:
    """Owed notices on their way to people."""
    renderer = NoticeRenderer(app.notices, app.meet_person, app.translators, app.settings.zone)
    group = StaffGroup(app.bot, app.presenter, KeepRoom(app.database.write))
    albums = SentAlbums(app.database)
    send = TakeAway(albums, AlbumsFirst(app.presenter, albums, line.pacer, group.send))
    relaying = Relaying(send, Carrier(app.bot), app.carry_messages)
    limits = Settings(workers=app.settings.send_workers)
    queue = OutboxQueue(app.database)
    delivery = Delivery(app.bot, queue, renderer, relaying, line.pacer, settings=limits, metrics=line.metrics)
    app.wake.listeners.append(delivery.wake)
    return delivery


def make_importer(app: App) -> Importer:
    """Sent goods files on their way into the shop."""
    settings = app.settings
    importer = Importer(app.bot, app.database, app.presenter, app.translators, app.meet_person, settings.pictures_dir)
    app.wake.listeners.append(importer.wake)
    return importer
