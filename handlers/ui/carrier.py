"""Brings what one person wrote into another's chat, in whatever kind of message it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MediaUnion,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
)

from handlers.ui.carried import Carried, Piece
from handlers.ui.screen import Screen

_MEDIA = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "animation": InputMediaAnimation,
    "audio": InputMediaAudio,
    "document": InputMediaDocument,
}
NOTHING_TO_DO = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message to react not found",
    "message not found",
    "message_id_invalid",
    "reaction_invalid",
)
"""What a change finds when the person has done away with the message themselves, or Telegram knows no such reaction."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """As which messages it came: one for each piece, and the one below an album."""

    ids: Mapping[int, int]
    also: int | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """Carries relayed messages. Raises what Telegram answers, but for changes of what is there no more."""

    bot: Bot

    async def __call__(self, chat_id: int, screen: Screen, carried: Carried) -> Arrived:
        """Does what is to be done; only a message that was sent anew arrives."""
        if carried.deed == "send":
            return await self._send(chat_id, screen, carried)
        try:
            await self._change(chat_id, screen, carried)
        except TelegramBadRequest as refused:
            if not any(words in refused.message.lower() for words in NOTHING_TO_DO):
                raise
        return Arrived({})

    async def _send(self, chat_id: int, screen: Screen, carried: Carried) -> Arrived:
        answers = (
            None
            if carried.reply_to is None
            else ReplyParameters(message_id=carried.reply_to, allow_sending_without_reply=True)
        )
        if len(carried.pieces) > 1:
            return await self._album(chat_id, screen, carried, answers)
        sent = await self._single(chat_id, screen, carried, answers)
        return Arrived({carried.messages[0]: sent.message_id})

    async def _album(self, chat_id: int, screen: Screen, carried: Carried, answers: ReplyParameters | None) -> Arrived:
        media = [_media(piece) for piece in carried.pieces]
        protected = screen.private or None
        sent = await self.bot.send_media_group(
            chat_id,
            media,
            reply_parameters=answers,
            protect_content=protected,
        )
        below = await self.bot.send_message(
            chat_id,
            screen.text,
            reply_markup=screen.markup,
            reply_parameters=ReplyParameters(message_id=sent[0].message_id, allow_sending_without_reply=True),
        )
        ids = {own: there.message_id for own, there in zip(carried.messages, sent, strict=True)}
        return Arrived(ids, below.message_id)

    async def _single(self, chat_id: int, screen: Screen, carried: Carried, answers: ReplyParameters | None) -> Message:
        """A message of its own kind; one that can have no words of its own shows by its button who wrote."""
        bot, markup, protected = self.bot, screen.markup, screen.private or None
        if carried.place is not None:
            latitude, longitude = carried.place
            return await bot.send_location(
                chat_id, latitude, longitude, reply_markup=markup, reply_parameters=answers, protect_content=protected
            )
        if carried.contact is not None:
            phone, name, last_name = carried.contact
            return await bot.send_contact(
                chat_id,
                phone,
                name,
                last_name=last_name or None,
                reply_markup=markup,
                reply_parameters=answers,
                protect_content=protected,
            )
        if not carried.pieces:
            return await bot.send_message(
                chat_id,
                screen.text,
                reply_markup=markup,
                reply_parameters=answers,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        piece, words = carried.pieces[0], screen.text or None
        match piece.kind:
            case "sticker":
                return await bot.send_sticker(
                    chat_id, piece.file_id, reply_markup=markup, reply_parameters=answers, protect_content=protected
                )
            case "video_note":
                return await bot.send_video_note(
                    chat_id, piece.file_id, reply_markup=markup, reply_parameters=answers, protect_content=protected
                )
        sending = {
            "photo": bot.send_photo,
            "video": bot.send_video,
            "animation": bot.send_animation,
            "audio": bot.send_audio,
            "voice": bot.send_voice,
        }.get(piece.kind, bot.send_document)
        sent: Message = await sending(  # type: ignore[operator]
            chat_id,
            piece.file_id,
            caption=words,
            reply_markup=markup,
            reply_parameters=answers,
            protect_content=protected,
        )
        return sent

    async def _change(self, chat_id: int, screen: Screen, carried: Carried) -> None:
        target = carried.target
        if target is None:
            return
        markup = screen.markup if isinstance(screen.markup, InlineKeyboardMarkup) else None
        if carried.deed == "delete":
            await self.bot.delete_message(chat_id, target)
        elif carried.deed == "react":
            given = [ReactionTypeEmoji(emoji=carried.emoji)] if carried.emoji else []
            await self.bot.set_message_reaction(chat_id, target, reaction=list(given))
        elif not carried.pieces:
            await self.bot.edit_message_text(
                screen.text,
                chat_id=chat_id,
                message_id=target,
                reply_markup=markup,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        elif carried.pieces[0].kind in _MEDIA:
            await self.bot.edit_message_media(
                _media(carried.pieces[0]), chat_id=chat_id, message_id=target, reply_markup=markup
            )
        else:
            await self.bot.edit_message_caption(
                chat_id=chat_id, message_id=target, caption=screen.text or None, reply_markup=markup
            )


def _media(piece: Piece) -> MediaUnion:
    made: MediaUnion = _MEDIA[piece.kind](media=piece.file_id, caption=piece.caption or None)
    return made
