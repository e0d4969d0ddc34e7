"""Answers in the staff's group: nothing is sent there but what belongs to the topic at hand, and nothing deleted."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji

from handlers.ui.presenter import Presenter
from handlers.ui.screen import Answer, Screen, Topic


@dataclass(frozen=True, slots=True)
class GroupPresenter:
    """Shows answers in the group: a press changes its own message, a message is marked with a reaction."""

    presenter: Presenter

    async def to_press(self, press: CallbackQuery, answer: Answer) -> None:
        """Raises what Telegram answers, but for what changes nothing."""
        with contextlib.suppress(TelegramBadRequest):
            await self.presenter.bot(self.presenter.reply(press, answer))
        message = press.message
        if not isinstance(message, Message):
            return
        if answer.screen is not None and not message.photo:
            # Too old to be changed, or deleted meanwhile: the card that is owed says the same.
            with contextlib.suppress(TelegramBadRequest):
                await self.presenter.edit(message.chat.id, message.message_id, answer.screen)
        if answer.toast is None:
            await self._say(message, answer.messages)

    async def to_message(self, message: Message, answer: Answer) -> None:
        """Marks the message, or says something below it."""
        if answer.forget:
            with contextlib.suppress(TelegramBadRequest):
                await self.presenter.bot.delete_message(message.chat.id, message.message_id)
        elif answer.reaction is not None:
            # A group may allow other reactions only.
            with contextlib.suppress(TelegramBadRequest):
                await self.presenter.bot.set_message_reaction(
                    message.chat.id, message.message_id, [ReactionTypeEmoji(emoji=answer.reaction)]
                )
        await self._say(message, answer.messages)

    async def _say(self, message: Message, screens: tuple[Screen, ...]) -> None:
        thread = message.message_thread_id if message.is_topic_message else None
        for screen in screens:
            here = replace(screen, topic=Topic(ticket=0, name="", thread=thread))
            await self.presenter.send(message.chat.id, here)
