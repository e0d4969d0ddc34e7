"""A consultant's own announcement."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.clients.news import ClientNews, NewsId
from domain.people.models import Person
from domain.shared.errors import Stale
from domain.shared.ids import PressKey, new_press_key
from handlers.clients import news_views as views
from handlers.clients.news_callbacks import DecideNews, PublishNews, WriteNews
from handlers.clients.states import Clients
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator

DRAFT = "client_news"
"""Where the conversation's data keep the text and its key."""


async def ask(
    event: CallbackQuery, person: Person, tr: Translator, client_news: ClientNews, state: FSMContext
) -> Answer:
    await client_news.begin(person)
    await state.set_state(Clients.news)
    return Answer(views.ask_screen(tr))


async def typed(message: Message, person: Person, tr: Translator, client_news: ClientNews, state: FSMContext) -> Answer:
    text, key = message.html_text, new_press_key()
    count = await client_news.audience(person, text)
    await state.set_state(None)
    await state.update_data({DRAFT: {"text": text, "key": key}})
    return Answer(views.confirm_screen(text, count, key, tr))


async def publish(
    event: CallbackQuery,
    callback_data: PublishNews,
    person: Person,
    tr: Translator,
    client_news: ClientNews,
    state: FSMContext,
) -> Answer:
    kept = (await state.get_data()).get(DRAFT) or {}
    if kept.get("key") != callback_data.key:
        raise Stale("another announcement is being written")
    news = await client_news.publish(person, kept["text"], PressKey(kept["key"]))
    return Answer(views.done_screen(news, tr))


async def decide(
    event: CallbackQuery, callback_data: DecideNews, person: Person, tr: Translator, client_news: ClientNews
) -> Answer:
    news = await client_news.decide(person, NewsId(callback_data.news), yes=callback_data.yes)
    found, author = await client_news.asked(person, news.id)
    return Answer(views.asked_screen(found, author, tr))


def router() -> Router:
    """The handlers of a consultant's announcement."""
    news = Router(name="client-news")
    news.callback_query.register(ask, WriteNews.filter())
    news.message.register(typed, StateFilter(Clients.news), HasText())
    news.callback_query.register(publish, PublishNews.filter())
    news.callback_query.register(decide, DecideNews.filter())
    return news
