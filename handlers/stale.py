"""What nobody else took. The last router: every press and every message gets an answer."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.people.home import ShowHome
from domain.people.models import Person
from handlers.home.handlers import go_home
from handlers.ui.company import Company
from handlers.ui.links import OpenCatalog, OpenForm, OpenHelp, WriteToConsultant
from handlers.ui.screen import Answer, Screen, button, keyboard
from handlers.ui.ways import home
from locales.translator import Translator

FORM = ("Joining:", "AddressParts:")
"""How the states of the form begin."""


async def old_button(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    company: Company,
    show_home: ShowHome,
    state: FSMContext,
) -> Answer:
    at_home = await go_home(event, person, tr, company, show_home, state)
    return Answer(at_home.screen, toast=tr.plain("stale-button"))


async def unexpected(event: Message, person: Person, tr: Translator, raw_state: str | None = None) -> Answer:
    if raw_state is None:
        return Answer(hint_screen(person, tr))
    # Whatever is sent instead of an answer to the form or of a password (a picture of it) is as personal as the answer.
    return Answer(expected_screen(raw_state, tr), forget=raw_state.startswith((*FORM, "Access:")))


def expected_screen(raw_state: str, tr: Translator) -> Screen:
    """Says what the cabinet is waiting for, after something else was sent."""
    key = f"expected-{raw_state.replace(':', '-').lower()}"
    text = tr(key if tr.has(key) else "expected-something")
    form = [button(tr.plain("error-way-form"), OpenForm().pack())] if raw_state.startswith(FORM) else []
    return Screen(text, keyboard([form, [home(tr)]]))


def hint_screen(person: Person, tr: Translator) -> Screen:
    """A gentle hint for a message the cabinet has no use for: whoever has a consultant may have meant them."""
    has_consultant = person.consultant_id is not None and person.own_consultant_id is None
    write = [button(tr.plain("relay-write"), WriteToConsultant().pack())] if has_consultant else []
    ways = [
        button(tr.plain("menu-catalog"), OpenCatalog().pack()),
        button(tr.plain("menu-help"), OpenHelp().pack()),
    ]
    return Screen(tr("stale-message"), keyboard([write, ways, [home(tr)]]))


def router() -> Router:
    """Takes whatever is left; stands last."""
    stale = Router(name="stale")
    stale.callback_query.register(old_button)
    stale.message.register(unexpected)
    return stale
