"""A message of Telegram's as what it says, and what of it cannot be passed on."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType, MessageEntityType
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity
from aiogram.utils.text_decorations import html_decoration

from domain.relay.models import Content, Incoming, Kind
from handlers.ui.menu import menu_key
from locales.translator import Translators

_FILES = {
    ContentType.VIDEO: Kind.VIDEO,
    ContentType.ANIMATION: Kind.ANIMATION,
    ContentType.AUDIO: Kind.AUDIO,
    ContentType.DOCUMENT: Kind.DOCUMENT,
    ContentType.VOICE: Kind.VOICE,
    ContentType.VIDEO_NOTE: Kind.VIDEO_NOTE,
    ContentType.STICKER: Kind.STICKER,
}
_OTHER = {ContentType.TEXT, ContentType.PHOTO, ContentType.LOCATION, ContentType.VENUE, ContentType.CONTACT}
_NEVER = {ContentType.POLL, ContentType.DICE, ContentType.STORY, ContentType.GAME, ContentType.PAID_MEDIA}
_TAKEN = {*_FILES, *_OTHER, *_NEVER}


class ForTheOther(Filter):
    """Something that people send each other: neither a command nor a press of the bottom menu."""

    async def __call__(self, message: Message, translators: Translators) -> bool:
        words = message.text or ""
        return message.content_type in _TAKEN and not words.startswith("/") and menu_key(words, translators) is None


class RepliesToSomething(ForTheOther):
    """The same, as an answer to a message of this chat."""

    async def __call__(self, message: Message, translators: Translators) -> bool:
        return message.reply_to_message is not None and await ForTheOther.__call__(self, message, translators)


def content_of(message: Message) -> Content | None:
    """What it says; None for a kind that cannot be passed on.

    A mention of somebody without a username is a link to their account, so only its words stay.
    """
    html = _html(message)
    kind = message.content_type
    if message.text is not None:
        return Content(Kind.TEXT, html)
    if message.photo:
        return Content(Kind.PHOTO, html, message.photo[-1].file_id)
    if message.animation is not None:
        # Telegram calls it a document as well.
        return Content(Kind.ANIMATION, html, message.animation.file_id)
    if message.location is not None:
        place = message.location
        return Content(Kind.LOCATION, latitude=place.latitude, longitude=place.longitude)
    if message.contact is not None:
        one = message.contact
        return Content(Kind.CONTACT, phone=one.phone_number, name=one.first_name, last_name=one.last_name or None)
    if kind in _FILES:
        file: Any = getattr(message, _FILES[ContentType(kind)])
        return Content(_FILES[ContentType(kind)], html, file.file_id)
    return None


def incoming_of(message: Message, content: Content) -> Incoming:
    """The message on its way in; its number makes it unique."""
    chat, answers = message.chat.id, message.reply_to_message
    return Incoming(
        content,
        nonce=f"{chat}:{message.message_id}",
        source_id=message.message_id,
        group=message.media_group_id,
        replies_to=None if answers is None else answers.message_id,
    )


def _html(message: Message) -> str:
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities or []
    return html_decoration.unparse(text, [each for each in entities if not _names_somebody(each)])


def _names_somebody(entity: MessageEntity) -> bool:
    to_account = entity.type == MessageEntityType.TEXT_LINK and (entity.url or "").startswith("tg://user")
    return entity.type == MessageEntityType.TEXT_MENTION or to_account
