"""The command menus: what each person can use, and nothing that does not answer."""

from __future__ import annotations

from aiogram.filters import Command

from bot.routers import routers
from domain.people.models import Duty, Person
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from handlers.ui.commands import COMMANDS, DUTIES, commands_of, menu
from locales.translator import LANGUAGES, Translators


def person(*duties: Duty, admin: bool = False, consultant: bool = False) -> Person:
    return Person(
        PersonId(1),
        "ru",
        CustomerId(1),
        is_admin=admin,
        own_consultant_id=ConsultantId(1) if consultant else None,
        duties=frozenset(duties),
    )


def answered() -> set[str]:
    """Every command that has a handler."""
    found: set[str] = set()
    for router in routers():
        for handler in router.message.handlers:
            for each in handler.filters or ():
                if isinstance(each.callback, Command):
                    found |= {str(name) for name in each.callback.commands}
    return found


def test_every_command_of_a_menu_is_answered() -> None:
    offered = {name for names in (*COMMANDS.values(), *DUTIES.values()) for name in names}
    assert offered <= answered()


def test_each_of_the_staff_has_what_they_may_use() -> None:
    officer, content = commands_of(person(Duty.OFFICER)), commands_of(person(Duty.CONTENT))
    assert officer[:3] == ("start", "admin", "person")
    assert content[:2] == ("start", "admin")
    assert "person" not in content
    assert {"admin", "person"} <= set(commands_of(person(admin=True)))
    assert "invite" in commands_of(person(Duty.OFFICER, consultant=True))
    assert not {"admin", "person", "staff"} & {*commands_of(person()), *commands_of(person(consultant=True))}


def test_no_command_stands_twice_and_all_have_words() -> None:
    for duties in ((), (Duty.OFFICER,), (Duty.CONTENT, Duty.OFFICER)):
        for admin in (False, True):
            names = commands_of(person(*duties, admin=admin))
            assert len(names) == len(set(names)) <= 100
            for language in LANGUAGES:
                texts = menu(names, Translators(strict=True).for_language(language))
                assert all(3 <= len(each.description) <= 60 for each in texts)
