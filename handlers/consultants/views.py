"""How finding a consultant looks."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from aiogram.types import InlineKeyboardButton

from domain.consultants.models import CityCount, Consultant
from domain.people.models import Person
from domain.shared.paging import Page, clamp_page
from handlers.consultants.callbacks import Choose, CitiesPage, OpenCity, OpenConsultant, TypeCity
from handlers.ui.company import Company
from handlers.ui.links import OpenCart, OpenCatalog, OpenConsultants, OpenForm
from handlers.ui.menu import bottom_menu
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Html, Translator

CITIES = 10
ABOUT = 500
"""How much of what a consultant says about themselves fits a caption of 1,024 characters with all the rest."""


def cities_screen(cities: Sequence[CityCount], number: int, tr: Translator) -> Screen:
    """The cities with consultants, two in a row, the fullest first."""
    if not cities:
        rows = [[button(tr.plain("menu-catalog"), OpenCatalog().pack())], [home(tr)]]
        return Screen(tr("consultants-none"), keyboard(rows))
    number = clamp_page(number, CITIES, len(cities))
    page = Page(cities[number * CITIES : (number + 1) * CITIES], number, CITIES, len(cities))
    rows = [
        *_pairs([_city(city, tr) for city in page.items]),
        pager(page, tr, lambda n: CitiesPage(page=n).pack()),
        [button(tr.plain("consultants-type-city"), TypeCity().pack())],
        [button(tr.plain("consultants-everywhere"), OpenCity().pack()), home(tr)],
    ]
    return Screen(tr("consultants-cities"), keyboard(rows))


def type_city_screen(tr: Translator) -> Screen:
    """Asks for a city by name."""
    return Screen(tr("consultants-type-ask"), keyboard([[back(tr, CitiesPage().pack()), home(tr)]]))


def found_cities_screen(cities: Sequence[CityCount], typed: str, tr: Translator) -> Screen:
    """The cities a typed word may mean, or that there are none."""
    rows = _pairs([_city(city, tr) for city in cities[:CITIES]])
    ways = [back(tr, CitiesPage().pack()), home(tr)]
    again = [button(tr.plain("consultants-type-again"), TypeCity().pack())]
    key = "consultants-which-city" if cities else "consultants-no-city"
    return Screen(tr(key, city=cut(typed, 60)), keyboard([*rows, again, ways]))


def list_screen(page: Page[Consultant], city: str | None, tr: Translator) -> Screen:
    """The consultants of a city, or of everywhere."""
    rows = [[button(_brief(item, tr, with_city=city is None), _card(item, city, page.number))] for item in page.items]
    turn = pager(page, tr, lambda n: OpenCity(city=city, page=n).pack())
    ways = [back(tr, CitiesPage().pack()), home(tr)]
    if not page.items:
        return Screen(tr("consultants-none-here"), keyboard([ways]))
    name = page.items[0].city[tr.language] if city else tr("consultants-all-cities")
    return Screen(tr("consultants-list", city=name, count=page.total), keyboard([*rows, turn, ways]))


def consultant_screen(consultant: Consultant, person: Person, city: str | None, page: int, tr: Translator) -> Screen:
    """A consultant's card with the way to choose them."""
    rows = [
        *_choose(consultant, person, tr),
        [back(tr, OpenCity(city=city, page=page).pack()), home(tr)],
    ]
    return Screen(_card_text(consultant, person, tr), keyboard(rows), picture=f"consultant/{consultant.id}")


def own_consultant_screen(consultant: Consultant, person: Person, tr: Translator) -> Screen:
    """The card of the person's own consultant."""
    rows = [[button(tr.plain("menu-catalog"), OpenCatalog().pack())], [home(tr)]]
    return Screen(_card_text(consultant, person, tr), keyboard(rows), picture=f"consultant/{consultant.id}")


def chosen_screen(consultant: Consultant, person: Person, *, has_goods: bool, tr: Translator) -> Screen:
    """Says who the consultant is now and what is best done next."""
    rows = []
    if not person.registered:
        rows.append([button(tr.plain("consultants-to-form"), OpenForm().pack())])
    if has_goods:
        rows.append([button(tr.plain("to-cart"), OpenCart().pack())])
    rows.append([button(tr.plain("menu-catalog"), OpenCatalog().pack()), home(tr)])
    text = tr(
        "consultants-chosen" if person.registered else "consultants-chosen-form", name=consultant.name[tr.language]
    )
    return Screen(text, keyboard(rows), picture=f"consultant/{consultant.id}")


def invited_message(person: Person, company: Company, tr: Translator) -> Screen:
    """The greeting of somebody who came by an invite; it stays and carries the bottom menu."""
    return Screen(tr("invited-welcome", brand=company.brand), bottom_menu(person.role, tr), keep=True)


def invited_screen(consultant: Consultant, person: Person, present: Consultant | None, tr: Translator) -> Screen:
    """The card of the consultant who invited; `present` is the one the person has already."""
    card = _card_text(consultant, person, tr)
    if present is not None and present.id != consultant.id:
        note = tr("invited-has-other", name=present.name[tr.language])
    else:
        note = tr("invited-by", name=consultant.name[tr.language]) if present is None else Html()
    rows = [
        *(_choose(consultant, person, tr) if present is None else []),
        [button(tr.plain("invited-look"), OpenCatalog().pack())],
        [home(tr)],
    ]
    text = f"{note}\n\n{card}" if note else card
    return Screen(text, keyboard(rows), picture=f"consultant/{consultant.id}")


def unknown_invite_screen(tr: Translator) -> Screen:
    """The invite leads to nobody; the cabinet is open all the same."""
    rows = [
        [button(tr.plain("home-choose-consultant"), OpenConsultants().pack())],
        [button(tr.plain("invited-look"), OpenCatalog().pack())],
        [home(tr)],
    ]
    return Screen(tr("invited-unknown"), keyboard(rows))


def invite_screen(consultant: Consultant, company: Company, tr: Translator) -> Screen:
    """A consultant's own invite: the link to hand on."""
    link = company.invite_link(consultant.invite_code)
    words = tr.plain("invite-share-text", brand=company.brand)
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': words})}"
    rows = [[InlineKeyboardButton(text=tr.plain("invite-share"), url=share)], [home(tr)]]
    return Screen(tr("invite", link=link, count=consultant.customers), keyboard(rows))


def _choose(consultant: Consultant, person: Person, tr: Translator) -> list[list[InlineKeyboardButton]]:
    if not consultant.is_open or person.consultant_id is not None or consultant.id == person.own_consultant_id:
        return []
    text = tr.plain("consultants-choose", name=consultant.name[tr.language])
    return [[button(text, Choose(consultant=consultant.id).pack())]]


def _card_text(consultant: Consultant, person: Person, tr: Translator) -> str:
    place = [consultant.city[tr.language], consultant.region[tr.language]]
    parts = [
        tr("consultant-title", name=consultant.name[tr.language]),
        tr("consultant-place", place=", ".join(dict.fromkeys(filter(None, place)))),
        "",
        tr("consultant-about", about=cut(consultant.about[tr.language], ABOUT)),
        "",
    ]
    if consultant.specialities:
        names = ", ".join(tr.plain(f"speciality-{each}") for each in consultant.specialities)
        parts.append(tr("consultant-specialities", names=names))
    if consultant.languages:
        languages = ", ".join(tr.language_name(code) for code in consultant.languages)
        parts.append(tr("consultant-languages", names=languages))
    opens, closes = f"{consultant.opens:%H:%M}", f"{consultant.closes:%H:%M}"
    parts.append(tr("consultant-hours", opens=opens, closes=closes))
    if consultant.id == person.consultant_id:
        parts += ["", tr("consultant-is-yours")]
    elif not consultant.is_open:
        parts += ["", tr("consultant-is-closed")]
    return "\n".join(parts)


def _city(city: CityCount, tr: Translator) -> InlineKeyboardButton:
    text = tr.plain("consultants-city", name=city.city[tr.language], count=city.consultants)
    return button(text, OpenCity(city=city.slug).pack())


def _card(consultant: Consultant, city: str | None, page: int) -> str:
    return OpenConsultant(consultant=consultant.id, city=city, page=page).pack()


def _brief(consultant: Consultant, tr: Translator, *, with_city: bool) -> str:
    name = consultant.name[tr.language]
    if with_city:
        return tr.plain("consultant-brief", name=name, what=consultant.city[tr.language])
    if consultant.specialities:
        return tr.plain("consultant-brief", name=name, what=tr.plain(f"speciality-{consultant.specialities[0]}"))
    return name


def _pairs(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
