"""The only wiring point: what the program is made of, and in which order it starts and ends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiogram import Bot, Dispatcher
from aiogram.types import User

from bot.access_cases import access_cases
from bot.adapters.passwords import Argon2
from bot.adapters.pdf.papers import Papers
from bot.adapters.picture_library import PictureLibrary
from bot.adapters.places import GeoPlaces
from bot.adapters.sheets import Sheets
from bot.adapters.swatch import SwatchReader
from bot.adapters.workers import Workers
from bot.broadcast_cases import broadcast_cases, broadcast_notices, note_press
from bot.catalog_cases import catalog_cases
from bot.checkout_cases import checkout_cases
from bot.client_cases import client_cases, client_notices
from bot.desk import Desk
from bot.dispatching import include_journeys
from bot.goods_cases import goods_cases
from bot.help_cases import help_cases
from bot.keys import keyring
from bot.menus import Menus
from bot.order_cases import order_cases, order_notices
from bot.price_cases import price_cases
from bot.relay_cases import relay_cases, relay_notices
from bot.routers import routers
from bot.settings import Settings
from bot.ticket_cases import ticket_cases, ticket_notices
from bot.update import OneUpdate
from bot.use_cases import use_cases
from domain.codes.models import Way
from domain.codes.use_cases import CodeToSend
from domain.consultants.places import Places
from domain.goods.use_cases import ExportGoods
from domain.joining.changes import FormerContact
from domain.people.use_cases import MeetPerson
from domain.relay.carry import CarryMessages
from handlers.access.notices import AccessNotices
from handlers.broadcasts.report_views import ReportSheet
from handlers.letters import Letters
from handlers.notices import Notices
from handlers.payments.notices import PaymentNotices
from handlers.privacy.notices import PrivacyNotices
from handlers.tickets.group_handlers import group_room
from handlers.ui.company import Company
from handlers.ui.presenter import Presenter
from locales.translator import Translators
from storage.database import Database, utc_now
from storage.files import SentFiles
from storage.fsm import make_fsm_storage
from storage.screens import Screens


@dataclass(slots=True)
class Wake:
    """Rings when something was committed; delivery listens. Nobody has to be there."""

    listeners: list[Callable[[], None]] = field(default_factory=list)

    def __call__(self) -> None:
        for ring in self.listeners:
            ring()


@dataclass(frozen=True, slots=True)
class App:
    """The wired program. `dispatcher` answers updates, `notices` words owed messages, `presenter` shows both."""

    settings: Settings
    bot: Bot
    me: User
    dispatcher: Dispatcher
    database: Database
    translators: Translators
    presenter: Presenter
    notices: Notices
    letters: Letters
    meet_person: MeetPerson
    wake: Wake
    carry_messages: CarryMessages
    places: Places


def open_database(settings: Settings) -> Database:
    """The database of the settings; the keys of personal data are read, or made on the first start."""
    return Database(settings.database_url.get_secret_value(), keyring(settings))


@asynccontextmanager
async def wired(settings: Settings, bot: Bot, *, carries_reply: bool = False) -> AsyncIterator[App]:
    """Everything put together, and taken apart in the end. The database has its schema already.

    With `carries_reply` the answer to a press is left to the intake (see OneUpdate).
    """
    database = open_database(settings)
    pictures = PictureLibrary(settings.pictures_dir, SentFiles(database))
    workers = Workers()
    papers = Papers(workers)
    places = GeoPlaces(settings.region)
    passwords = Argon2(settings.password_cost)
    fsm = make_fsm_storage(database, settings.redis_url.get_secret_value() if settings.redis_url else None)
    translators = Translators(strict=settings.strict_words)
    provider = settings.provider_token.get_secret_value() if settings.provider_token else ""
    presenter = Presenter(bot, pictures, Screens(database), provider)
    desk: Desk | None = None
    try:
        me = await bot.me()
        cases = use_cases(database, settings, utc_now, places) | access_cases(database, settings, utc_now, passwords)
        cases |= relay_cases(database, settings, utc_now)
        cases |= checkout_cases(database, settings, utc_now)
        cases |= order_cases(database, settings, utc_now)
        cases |= price_cases(database, settings, utc_now)
        cases |= catalog_cases(database, settings, utc_now)
        cases |= broadcast_cases(database, settings, utc_now, places)
        cases |= client_cases(database, settings, utc_now)
        cases |= ticket_cases(database, settings, utc_now)
        cases |= help_cases(database, settings, utc_now, translators)
        wake = Wake()
        operator = company(settings, me)
        export = ExportGoods(database.read)
        files = SentFiles(database)
        desk = Desk(bot, presenter, export, workers, pictures, files, translators, operator, utc_now)
        dispatcher = Dispatcher(storage=fsm, translators=translators, company=operator)
        more = {"papers": papers, "read_swatch": SwatchReader(bot, workers)}
        cases |= more | goods_cases(database, settings, utc_now, desk)
        include_journeys(dispatcher, routers(), cases, group_room())
        dispatcher.update.outer_middleware(
            OneUpdate(
                database,
                cases["meet_person"],
                translators,
                presenter,
                Menus(bot, translators),
                settings.zone,
                wake,
                carries_reply,
                settings.staff_group_id,
                note_press(database, utc_now),
            )
        )
        notices = Notices(
            order_notices(cases, workers, papers, operator),
            cases["show_consultant"],
            AccessNotices(cases["show_profile"], cases["write_letter"], cases["show_applicants"]),
            cases["show_personal"],
            PaymentNotices(cases["show_order"], cases["refunds"]),
            PrivacyNotices(cases["ask_copy"], cases["decide_request"], papers, operator, cases["show_news"]),
            cases["show_back"],
            relay=relay_notices(cases),
            broadcasts=broadcast_notices(database, settings, utc_now, cases["manage_broadcasts"]),
            clients=client_notices(database, cases),
            tickets=ticket_notices(cases, database),
            broadcast_sheet=ReportSheet(cases["show_report"], Sheets(workers)),
            show_points=cases["show_points"],
            read_request=cases["read_request"],
        )
        letters = Letters(
            CodeToSend(database.read, utc_now), cases["write_letter"], operator, FormerContact(database.read)
        )
        yield App(
            settings,
            bot,
            me,
            dispatcher,
            database,
            translators,
            presenter,
            notices,
            letters,
            cases["meet_person"],
            wake,
            cases["carry_messages"],
            places,
        )
    finally:
        if desk is not None:
            await desk.close()
        await fsm.close()
        await pictures.close()
        workers.close()
        await places.close()
        await database.close()
        passwords.close()


def company(settings: Settings, me: User) -> Company:
    """Who runs the cabinet, for texts."""
    return Company(
        brand=settings.brand,
        operator=settings.operator or settings.brand,
        hotline=settings.hotline,
        bot_username=me.username or "",
        support=settings.support_contact or settings.hotline,
        privacy_url=settings.privacy_url,
        terms_url=settings.terms_url,
        sms_codes=Way.SMS in settings.open_ways,
    )
