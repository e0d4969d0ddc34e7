"""The menu that stays at the bottom, and how its presses are told from other messages."""

from __future__ import annotations

from functools import lru_cache

from aiogram.filters import Filter
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup

from domain.people.models import Role
from locales.translator import Translator, Translators

ROWS: dict[Role, tuple[tuple[str, ...], ...]] = {
    Role.GUEST: (("menu-catalog", "menu-cart"), ("menu-consultant", "menu-help"), ("menu-cabinet",)),
    Role.CUSTOMER: (("menu-catalog", "menu-cart"), ("menu-orders", "menu-consultant"), ("menu-cabinet", "menu-help")),
    Role.CONSULTANT: (
        ("menu-served", "menu-clients"),
        ("menu-invite", "menu-catalog"),
        ("menu-cart", "menu-orders"),
        ("menu-consultant", "menu-cabinet", "menu-help"),
    ),
    Role.ADMIN: (
        ("menu-admin", "menu-served"),
        ("menu-catalog", "menu-cart"),
        ("menu-orders", "menu-consultant"),
        ("menu-cabinet", "menu-help"),
    ),
}
"""The menu of each role, by the keys of its words."""

KEYS = tuple(sorted({key for rows in ROWS.values() for row in rows for key in row}))


def bottom_menu(role: Role, tr: Translator) -> ReplyKeyboardMarkup:
    """The persistent menu of a role. It goes with a message that stays: with the message the menu would go too."""
    return _markup(_rows(role, tr), tr)


def contact_menu(role: Role, tr: Translator) -> ReplyKeyboardMarkup:
    """The same menu with Telegram's "share my number" button on top, so that no way out is lost while asking."""
    share = KeyboardButton(text=tr.plain("share-phone"), request_contact=True)
    return _markup([[share], *_rows(role, tr)], tr)


def location_menu(role: Role, tr: Translator) -> ReplyKeyboardMarkup:
    """The same menu with Telegram's "share my place" button on top."""
    share = KeyboardButton(text=tr.plain("share-place"), request_location=True)
    return _markup([[share], *_rows(role, tr)], tr)


def _rows(role: Role, tr: Translator) -> list[list[KeyboardButton]]:
    return [[KeyboardButton(text=tr.plain(key)) for key in row] for row in ROWS[role]]


def _markup(rows: list[list[KeyboardButton]], tr: Translator) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(
        keyboard=rows, resize_keyboard=True, is_persistent=True, input_field_placeholder=tr.plain("menu-placeholder")
    )


@lru_cache(maxsize=4)
def _pressed(translators: Translators) -> dict[str, str]:
    return {text: key for key in KEYS for text in translators.every(key).values()}


def menu_key(text: str | None, translators: Translators) -> str | None:
    """Which entry of the menu the text is, in any language: a menu stays as it is when the language changes."""
    return _pressed(translators).get(text) if text else None


class MenuFilter(Filter):
    """A press of one entry of the bottom menu. In every state: whoever uses the menu leaves what they were doing."""

    def __init__(self, key: str) -> None:
        if key not in KEYS:
            raise ValueError(f"{key} is not in any menu")
        self.key = key

    async def __call__(self, message: Message, translators: Translators) -> bool:
        return menu_key(message.text, translators) == self.key
