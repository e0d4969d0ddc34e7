"""The commands of each role, for Telegram's command menu."""

from __future__ import annotations

from aiogram.types import BotCommand

from domain.people.models import Role
from locales.translator import Translator

COMMON = ("start", "catalog", "cart", "orders", "points", "consultant", "form")
HELPING = ("profile", "logout", "language", "help", "cancel", "support", "privacy", "mydata", "terms")
COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.GUEST: (*COMMON, "login", *HELPING[2:]),
    Role.CUSTOMER: (*COMMON, *HELPING),
    Role.CONSULTANT: ("start", "invite", *COMMON[1:], *HELPING),
    Role.ADMIN: ("start", "admin", "offers", "import", "staff", "person", *COMMON[1:], *HELPING),
}


def commands(role: Role, tr: Translator) -> list[BotCommand]:
    """What setMyCommands takes for people of this role in this language."""
    return [BotCommand(command=name, description=tr.plain(f"command-{name}")) for name in COMMANDS[role]]
