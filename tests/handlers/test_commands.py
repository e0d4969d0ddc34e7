"""The command menus: what each person can use, and nothing that does not answer."""

from __future__ import annotations

import re

from aiogram.filters import Command

from bot.routers import routers
from domain.people.models import Duty, Person
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from handlers.home.help_views import help_screen
from handlers.ui.commands import COMMANDS, DUTIES, commands_of, menu
from locales.translator import LANGUAGES, Translators
from tests.handlers.cabinet import COMPANY


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
    assert offered == answered()


def test_each_of_the_staff_has_what_they_may_use() -> None:
    officer, content = commands_of(person(Duty.OFFICER)), commands_of(person(Duty.CONTENT))
    assert officer[:4] == ("start", "admin", "requests", "person")
    assert content[:3] == ("start", "admin", "offers")
    assert "person" not in content
    assert {"admin", "person"} <= set(commands_of(person(admin=True)))
    assert "requests" not in commands_of(person(admin=True))
    assert "requests" in commands_of(person(Duty.OFFICER, admin=True))
    assert "invite" in commands_of(person(Duty.OFFICER, consultant=True))
    assert not {"admin", "person", "staff"} & {*commands_of(person()), *commands_of(person(consultant=True))}


def test_help_lists_what_the_person_may_use() -> None:
    tr = Translators(strict=True).for_language("ru")
    for each in (person(), person(consultant=True), person(Duty.OFFICER), person(Duty.CONTENT), person(admin=True)):
        text = help_screen(each, COMPANY, tr).text
        assert tuple(re.findall(r"^/([a-z]+) — ", text, re.MULTILINE)) == commands_of(each)
        assert len(text) < 4096


def test_no_command_stands_twice_and_all_have_words() -> None:
    for duties in ((), (Duty.OFFICER,), (Duty.CONTENT, Duty.OFFICER)):
        for admin in (False, True):
            names = commands_of(person(*duties, admin=admin))
            assert len(names) == len(set(names)) <= 100
            for language in LANGUAGES:
                texts = menu(names, Translators(strict=True).for_language(language))
                assert all(3 <= len(each.description) <= 60 for each in texts)
