"""Stars for a conversation that is over, and a word with them."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.models import Person
from domain.relay.models import ConversationId
from domain.relay.rate import RateConversation
from domain.shared.errors import Stale
from handlers.relay import views
from handlers.relay.callbacks import Rate
from handlers.relay.states import Relay
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def rate(
    event: CallbackQuery,
    callback_data: Rate,
    person: Person,
    tr: Translator,
    rate_conversation: RateConversation,
    state: FSMContext,
) -> Answer:
    await rate_conversation(person, ConversationId(callback_data.talk), callback_data.stars)
    await state.set_state(Relay.word)
    await state.update_data(rated=callback_data.talk)
    return Answer(views.rated_screen(callback_data.talk, callback_data.stars, tr))


async def type_word(
    message: Message, person: Person, text: str, tr: Translator, rate_conversation: RateConversation, state: FSMContext
) -> Answer:
    rated = (await state.get_data()).get("rated")
    await state.set_state(None)
    if rated is None:
        raise Stale("nothing was rated")
    await rate_conversation.add_word(person, ConversationId(rated), text)
    return Answer(views.word_screen(tr), forget=True)


def router() -> Router:
    """Ratings."""
    ratings = Router(name="ratings")
    ratings.callback_query.register(rate, Rate.filter())
    ratings.message.register(type_word, StateFilter(Relay.word), HasText())
    return ratings
