"""The conversation that is the current one."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext

from domain.relay.models import Standing
from handlers.relay import views
from handlers.relay.states import Relay
from handlers.ui.screen import Screen
from locales.translator import Translator


async def talk(standing: Standing, tr: Translator, state: FSMContext, note: str = "") -> Screen:
    """From now on everything goes to the other end of this conversation."""
    await state.set_state(Relay.talking)
    await state.update_data(talk=standing.conversation.id)
    return views.talk_screen(standing, tr, note)
