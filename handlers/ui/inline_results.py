"""Cards as Telegram takes them for an answer to an inline query."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultUnion,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from handlers.ui.inline import InlineCard

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def results_of(cards: Iterable[InlineCard], file_id_of: Callable[[str], str | None]) -> list[InlineQueryResultUnion]:
    """A photo with the card's text where Telegram has its picture (`file_id_of` its key), the text alone elsewhere."""
    return [_result(card, file_id_of(card.picture) if card.picture else None) for card in cards]


def _result(card: InlineCard, file_id: str | None) -> InlineQueryResultUnion:
    way = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=card.button, url=card.url)]])
    if file_id is not None:
        return InlineQueryResultCachedPhoto(
            id=card.id,
            photo_file_id=file_id,
            title=card.title,
            description=card.description,
            caption=card.text,
            parse_mode="HTML",
            reply_markup=way,
        )
    content = InputTextMessageContent(message_text=card.text, parse_mode="HTML", link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        id=card.id,
        title=card.title,
        description=card.description,
        input_message_content=content,
        reply_markup=way,
    )
