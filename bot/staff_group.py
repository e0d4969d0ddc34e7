"""The staff's group: each ticket has a topic, which is made when something is first said in it.

Telegram keeps no promise about topics: whoever manages the group may delete one. Then it is made anew, and what was to
be said is said there, after its card.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.telegram_faults import reason_of
from domain.shared.ids import PersonId
from domain.tickets.models import TicketId
from domain.tickets.rooms import KeepRoom
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen, Topic

NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid")
NO_FORUM = ("not a forum", "not enough rights", "can't manage topics")
_LONGEST_NAME = 128
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """Sends what is owed, also into topics. Raises what Telegram answers."""

    bot: Bot
    presenter: Presenter
    keep_room: KeepRoom

    async def send(self, _bot: Bot, chat_id: int, screen: Screen) -> int:
        """What delivery calls; gives the message's id."""
        topic = screen.topic
        if topic is None or screen.edit is not None:
            return await self.presenter.send(chat_id, screen)
        if topic.thread is None:
            topic = await self._made(chat_id, topic)
        try:
            sent = await self.presenter.send(chat_id, replace(screen, topic=topic))
        except TelegramBadRequest as refused:
            if topic.thread is None or not _says(refused, NO_TOPIC):
                raise
            log.info("a topic was deleted: it is made anew", ticket_id=topic.ticket)
            topic = await self._made(chat_id, topic)
            sent = await self.presenter.send(chat_id, replace(screen, topic=topic))
        if topic.thread is not None and topic.shut is not None:
            await self._shut(chat_id, topic.thread, topic.shut)
        return sent

    async def _made(self, chat_id: int, topic: Topic) -> Topic:
        """The topic, new. A group without topics gets everything into the one chat it is."""
        try:
            made = await self.bot.create_forum_topic(chat_id, topic.name[:_LONGEST_NAME])
        except TelegramBadRequest as refused:
            if not _says(refused, NO_FORUM):
                raise
            log.warning("no topics can be made in the staff's group", error=reason_of(refused))
            return replace(topic, thread=None)
        thread = made.message_thread_id
        await self.keep_room(TicketId(topic.ticket), PersonId(chat_id), thread)
        return replace(topic, thread=thread)

    async def _shut(self, chat_id: int, thread: int, shut: bool) -> None:
        # "Not modified": somebody was quicker. Without the right to, the topic stays as it is.
        with contextlib.suppress(TelegramBadRequest):
            if shut:
                await self.bot.close_forum_topic(chat_id, thread)
            else:
                await self.bot.reopen_forum_topic(chat_id, thread)


def _says(refused: TelegramBadRequest, words: tuple[str, ...]) -> bool:
    return any(each in refused.message.lower() for each in words)
