"""Card numbers are taken out of an update before anything else sees it: queue, handler, database, shelf or log."""

from __future__ import annotations

from typing import Any

from aiogram.types import Update

from domain.shared.card_numbers import hide_card_numbers

MARK = "card_number_hidden"
_OURS = {"callback_query"}
"""Updates whose words are the cabinet's own: what a person can forge in them is checked where it is unpacked."""
_FORMATTING = ("entities", "caption_entities")
_GIVEN = {"foursquare_id", "google_place_id"}
"""Whoever sends a venue may write anything there."""


def without_card_numbers(raw: dict[str, Any]) -> dict[str, Any]:
    """The update as Telegram sent it, with network and last four digits in place of card numbers, and a mark then.

    What Telegram and the payment provider number stays as it is. Nobody types it, and one of 36 of Telegram's 18 digits
    has a card's beginning and check digit: a question could not be answered any more, a charge not be told from
    another.
    """
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
            cleaned = {key: each if _is_number_of(key) else clean(each) for key, each in value.items()}
            if any(cleaned.get(words) != value.get(words) for words in ("text", "caption")):
                # They count characters of the text as it was.
                for formatting in _FORMATTING:
                    cleaned.pop(formatting, None)
            return cleaned
        return value

    cleaned = {key: each if key in _OURS else clean(each) for key, each in raw.items()}
    return cleaned | {MARK: True} if found else raw


def _is_number_of(key: str) -> bool:
    """Whether this is a field that identifies something: a query, a charge, a file, an album, an emoji."""
    return (key == "id" or key.endswith("_id")) and key not in _GIVEN


def had_card_number(update: Update) -> bool:
    """Whether a card number was taken out of it."""
    return bool((update.model_extra or {}).get(MARK))
