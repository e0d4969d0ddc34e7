"""What a person is told when their update could not be handled, or not at this pace."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiogram.types import Update

from bot.app import App
from bot.intake.cards import had_card_number
from bot.intake.sender import user_of
from domain.shared.ids import PersonId
from handlers.ui.errors import failed_answer, too_fast_answer
from handlers.ui.screen import Answer
from locales.translator import Translator


@dataclass(frozen=True, slots=True)
class Tell:
    """Says it in the person's language, as far as that can be known without the database."""

    app: App

    async def failed(self, update: Update) -> None:
        """It did not work, nothing was changed, and what to do next."""
        tr = await self._words(update)
        await self._show(update, failed_answer(tr))

    async def too_fast(self, update: Update) -> None:
        """One warning before a while of silence."""
        tr = await self._words(update)
        await self._show(update, too_fast_answer(tr))

    async def _words(self, update: Update) -> Translator:
        user = user_of(update)
        person = None if user is None else await self.app.meet_person.known(PersonId(user))
        return self.app.translators.for_language(person.language if person else "ru")

    async def _show(self, update: Update, answer: Answer) -> None:
        if update.callback_query is not None:
            await self.app.presenter.to_press(update.callback_query, answer)
        elif update.message is not None and update.message.chat.type == "private":
            forget = answer.forget or had_card_number(update)
            await self.app.presenter.to_message(update.message, replace(answer, forget=forget))
