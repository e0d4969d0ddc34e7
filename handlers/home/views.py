"""How home looks to each role."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.consultants.models import Consultant
from domain.joining.models import Form
from domain.people.home import Standing
from domain.people.models import Person, Role
from handlers.home.callbacks import SetLanguage
from handlers.ui.company import Company
from handlers.ui.links import (
    FindAnother,
    OpenAdmin,
    OpenCart,
    OpenCatalog,
    OpenClients,
    OpenConsultants,
    OpenForm,
    OpenHelp,
    OpenInvite,
    OpenLanguage,
    OpenLogin,
    OpenOrders,
    OpenPoints,
    OpenProfile,
    OpenTalks,
    OpenTodo,
    WriteToConsultant,
)
from handlers.ui.menu import bottom_menu
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home
from locales.translator import LANGUAGES, Translator


def welcome_message(person: Person, company: Company, tr: Translator) -> Screen:
    """The greeting that stays in the chat and carries the bottom menu."""
    return Screen(tr("home-welcome", brand=company.brand), bottom_menu(person.role, tr), keep=True)


def home_screen(person: Person, standing: Standing, company: Company, tr: Translator, note: str = "") -> Screen:
    """The start of everything; `note` is a sentence put on top, such as what has just been stopped."""
    lines: list[str] = [tr("home-title", brand=company.brand), tr(f"home-{person.role}")]
    lines += [_consultant(person, standing.consultant, tr), _form(person, standing.form, tr)]
    text = "\n\n".join(line for line in [note, *lines] if line)
    return Screen(text, keyboard([*_first_rows(person, standing, tr), *_rows(person, standing, tr)]))


def _consultant(person: Person, consultant: Consultant | None, tr: Translator) -> str:
    if consultant is not None:
        return tr("home-my-consultant", name=consultant.name[tr.language], city=consultant.city[tr.language])
    return tr("home-no-consultant") if person.role in {Role.GUEST, Role.CUSTOMER} else ""


def _form(person: Person, form: Form, tr: Translator) -> str:
    if person.registered or form.is_empty:
        return ""
    return tr("home-form-begun")


def _first_rows(person: Person, standing: Standing, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """What this person would best do next."""
    match person.role:
        case Role.CONSULTANT:
            manages = [[button(tr.plain("menu-admin"), OpenAdmin().pack())]] if person.is_staff else []
            invite = button(tr.plain("menu-invite"), OpenInvite().pack())
            mine = [[_todo(standing.todo, tr), _talks(standing, tr)], [invite]]
            return [*manages, [_served(tr), _clients(tr)], *mine]
        case Role.ADMIN:
            own: list[list[InlineKeyboardButton]] = []
            if person.own_consultant_id is not None:
                own = [[_clients(tr), _todo(standing.todo, tr)], [_talks(standing, tr)]]
            return [[button(tr.plain("menu-admin"), OpenAdmin().pack()), _served(tr)], *own]
    rows = [[button(tr.plain("menu-admin"), OpenAdmin().pack())]] if person.is_staff else []
    if standing.consultant is None:
        rows.append([button(tr.plain("home-choose-consultant"), OpenConsultants().pack())])
    elif standing.consultant.is_gone:
        rows.append([button(tr.plain("home-choose-consultant"), FindAnother().pack())])
    if not person.registered:
        key = "home-begin-form" if standing.form.is_empty else "home-continue-form"
        rows.append([button(tr.plain(key), OpenForm().pack())])
        rows.append([button(tr.plain("access-have"), OpenLogin().pack())])
    return rows


def _writing(person: Person, standing: Standing, tr: Translator) -> list[InlineKeyboardButton]:
    """To the consultant one has, if they can be written to."""
    consultant = standing.consultant
    if consultant is None or consultant.is_gone or consultant.person_id in (None, person.id):
        return []
    return [button(tr.plain("relay-write"), WriteToConsultant().pack())]


def _talks(standing: Standing, tr: Translator) -> InlineKeyboardButton:
    words = tr.plain("relay-talks-count", count=standing.unread) if standing.unread else tr.plain("relay-talks")
    return button(words, OpenTalks().pack())


def _rows(person: Person, standing: Standing, tr: Translator) -> list[list[InlineKeyboardButton]]:
    works_here = person.role in {Role.CONSULTANT, Role.ADMIN}
    orders = [button(tr.plain("menu-orders"), OpenOrders().pack())]
    consultant = [button(tr.plain("home-mine"), OpenConsultants().pack())]
    rows = [
        [
            button(tr.plain("menu-catalog"), OpenCatalog().pack()),
            button(tr.plain("menu-cart"), OpenCart().pack()),
        ],
        _writing(person, standing, tr),
        [*(orders if person.registered else []), *(consultant if standing.consultant or works_here else [])],
    ]
    if person.registered or works_here:
        profile = [button(tr.plain("access-profile-open"), OpenProfile().pack())]
        rows.append([button(tr.plain("home-form"), OpenForm().pack()), *profile])
        rows.append([button(tr.plain("home-points"), OpenPoints().pack())])
    rows.append(
        [
            button(tr.plain("menu-help"), OpenHelp().pack()),
            button(tr.plain("home-language"), OpenLanguage().pack()),
        ]
    )
    return rows


def _served(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("menu-served"), OpenOrders(serving=True).pack())


def _clients(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("menu-clients"), OpenClients().pack())


def _todo(count: int, tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("todo-open-count", count=count) if count else tr.plain("todo-open"), OpenTodo().pack())


def language_screen(tr: Translator) -> Screen:
    """The languages, each under its own name, the present one marked."""
    rows = [
        [button(_language(language == tr.language, tr.plain(f"language-{language}")), _set(language))]
        for language in LANGUAGES
    ]
    return Screen(tr("home-language-ask"), keyboard([*rows, [home(tr)]]))


def _language(is_present: bool, name: str) -> str:
    return f"✓ {name}" if is_present else name


def _set(language: str) -> str:
    return SetLanguage.model_validate({"language": language}).pack()


def language_message(person: Person, tr: Translator) -> Screen:
    """Says that the language is another now, and brings the bottom menu in it."""
    return Screen(tr("home-language-chosen"), bottom_menu(person.role, tr), keep=True)
