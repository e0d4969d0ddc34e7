"""The pictures of an announcement before its text: an album of Telegram's carries no buttons, so they are two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiogram import Bot

from bot.delivery.pacer import Pacer
from bot.delivery.ports import Send
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen
from storage.albums import SentAlbums


@dataclass(frozen=True, slots=True)
class AlbumsFirst:
    """Sends as `send` does, after the album. Raises what Telegram answers; a second try brings no pictures twice."""

    presenter: Presenter
    sent: SentAlbums
    pacer: Pacer
    send: Send

    async def __call__(self, bot: Bot, chat_id: int, screen: Screen) -> int | None:
        """Gives the id of the text's message."""
        if not (screen.photos and screen.album):
            return await self.send(bot, chat_id, screen)
        if not await self.sent.has(screen.album, chat_id):
            # Noted before the text follows: whatever happens then, the pictures are there.
            await self.sent.put(screen.album, chat_id, await self.presenter.send_album(chat_id, screen.photos))
            for _ in screen.photos:
                # Telegram counts every picture as a message.
                self.pacer.deliver(chat_id).sent()
        return await self.send(bot, chat_id, replace(screen, photos=()))
