"""Card numbers are taken out of an update before anything else sees it: queue, handler, database, shelf or log."""

from __future__ import annotations

from typing import Any

from aiogram.types import Update

from domain.shared.card_numbers import hide_card_numbers

MARK = "card_number_hidden"
_OURS = {"callback_query"}
"""Updates whose words are the cabinet's own: what a person can forge in them is checked where it is unpacked."""
_FORMATTING = ("entities", "caption_entities")


def without_card_numbers(raw: dict[str, Any]) -> dict[str, Any]:
    """The update as Telegram sent it, with network and last four digits in place of card numbers, and a mark then."""
    found = False

    def clean(value: Any) -> Any:
        nonlocal found
        if isinstance(value, str):
            hidden = hide_card_numbers(value)
            found = found or hidden is not value
            return hidden
        if isinstance(value, list):
            return [clean(each) for each in value]
        if isinstance(value, dict):
            cleaned = {key: clean(each) for key, each in value.items()}
            if any(cleaned.get(words) != value.get(words) for words in ("text", "caption")):
                # They count characters of the text as it was.
                for formatting in _FORMATTING:
                    cleaned.pop(formatting, None)
            return cleaned
        return value

    cleaned = {key: each if key in _OURS else clean(each) for key, each in raw.items()}
    return cleaned | {MARK: True} if found else raw


def had_card_number(update: Update) -> bool:
    """Whether a card number was taken out of it."""
    return bool((update.model_extra or {}).get(MARK))
