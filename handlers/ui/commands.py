"""The commands of each role, for Telegram's command menu."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.types import BotCommand

from domain.people.models import Duty, Person, Role
from locales.translator import Translator

COMMON = ("start", "catalog", "search", "cart", "promocode", "orders", "points", "consultant", "chat", "form")
HELPING = (
    "profile",
    "logout",
    "language",
    "help",
    "cancel",
    "done",
    "delete",
    "faq",
    "support",
    "tickets",
    "privacy",
    "mydata",
    "terms",
)
COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.GUEST: (*COMMON, "login", "recover", *HELPING[2:]),
    Role.CUSTOMER: (*COMMON, *HELPING),
    Role.ADMIN: (
        "start",
        "admin",
        "offers",
        "promo",
        "import",
        "staff",
        "person",
        "delivery",
        "refunds",
        "tickets",
        *COMMON[1:],
        *HELPING,
    ),
    Role.CONSULTANT: ("start", "clients", "todo", "promo", "invite", *COMMON[1:], *HELPING),
}
"""By role; the first one stays first."""
DUTIES: dict[Duty, tuple[str, ...]] = {
    Duty.OWNER: (),
    Duty.OFFICER: ("admin", "requests", "person", "tickets"),
    Duty.CONTENT: ("admin", "offers", "import"),
}
"""What a duty adds; requests about data are the officer's alone, also where an admin is the officer."""


def commands_of(person: Person) -> tuple[str, ...]:
    """The commands this person has a use for, in the order of their menu."""
    first, *others = COMMANDS[person.role]
    added = (name for duty in DUTIES if person.has(duty) for name in DUTIES[duty])
    return tuple(dict.fromkeys((first, *added, *others)))


def menu(names: Iterable[str], tr: Translator) -> list[BotCommand]:
    """What setMyCommands takes, in this language."""
    return [BotCommand(command=name, description=tr.plain(f"command-{name}")) for name in names]
