"""The officer's queue of requests about personal data."""

from __future__ import annotations

from datetime import tzinfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.personal.use_cases import DecideRequest
from handlers.privacy import request_views as views
from handlers.privacy.callbacks import AskDestroy, Destroy, Refuse, ShowRequest
from handlers.ui.links import OpenRequests
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_requests(
    event: CallbackQuery | Message, person: Person, tr: Translator, zone: tzinfo, decide_request: DecideRequest
) -> Answer:
    queue = await decide_request.open(person)
    screen = views.queue_screen(queue, decide_request.clock(), tr, zone)
    return Answer(screen, forget=isinstance(event, Message))


async def show_request(
    event: CallbackQuery,
    callback_data: ShowRequest,
    person: Person,
    tr: Translator,
    zone: tzinfo,
    decide_request: DecideRequest,
) -> Answer:
    request, orders = await decide_request.show(person, callback_data.request)
    return Answer(views.request_screen(request, orders, decide_request.clock(), tr, zone))


async def ask_destroy(
    event: CallbackQuery, callback_data: AskDestroy, person: Person, tr: Translator, decide_request: DecideRequest
) -> Answer:
    request, _ = await decide_request.show(person, callback_data.request)
    return Answer(views.sure_screen(request, tr))


async def destroy(
    event: CallbackQuery,
    callback_data: Destroy,
    person: Person,
    tr: Translator,
    decide_request: DecideRequest,
    state: FSMContext,
) -> Answer:
    for each in await decide_request.destroy(person, callback_data.request):
        # What they typed halfway: also where states are kept in memory or in Redis.
        key = StorageKey(state.key.bot_id, each, each)
        await state.storage.set_data(key, {})
        await state.storage.set_state(key, None)
    return Answer(views.done_screen(tr))


async def refuse(
    event: CallbackQuery, callback_data: Refuse, person: Person, tr: Translator, decide_request: DecideRequest
) -> Answer:
    await decide_request.refuse(person, callback_data.request, callback_data.ground)
    return Answer(views.refused_screen(tr))


def router() -> Router:
    """The handlers of the queue."""
    requests = Router(name="requests")
    requests.callback_query.register(open_requests, OpenRequests.filter())
    requests.message.register(open_requests, Command("requests"))
    requests.callback_query.register(show_request, ShowRequest.filter())
    requests.callback_query.register(ask_destroy, AskDestroy.filter())
    requests.callback_query.register(destroy, Destroy.filter())
    requests.callback_query.register(refuse, Refuse.filter())
    return requests
