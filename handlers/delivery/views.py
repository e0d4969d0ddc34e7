"""How addresses, pick-up points and payment are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from domain.delivery.models import PickupPoint, SavedAddress
from domain.delivery.use_cases import KnownAddresses
from domain.ordering.checkout import Summary
from domain.people.models import Person
from domain.shared.ids import PointId
from domain.shared.localised import Localised
from domain.shared.paging import Page
from handlers.delivery.callbacks import (
    NearMe,
    NewAddress,
    PickAddress,
    PickCity,
    PickPoint,
    RemoveAddress,
    UseAddress,
    UsePayment,
    UsePoint,
)
from handlers.ordering.callbacks import ChooseDelivery
from handlers.ui.menu import bottom_menu, location_menu
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator

LABEL = 48


def addresses_screen(known: KnownAddresses, tr: Translator) -> Screen:
    """The addresses, each a button to choose it, the saved ones with one to forget it."""
    lines = [_address_line(at, each, known, tr) for at, each in enumerate(known.addresses, start=1)]
    rows = [_address_row(at, each, tr) for at, each in enumerate(known.addresses, start=1)]
    text = "\n\n".join([tr("address-choose"), *lines]) if lines else tr("address-none")
    new = [button(tr.plain("address-new"), NewAddress().pack())]
    return Screen(text, keyboard([*rows, new, [back(tr, ChooseDelivery().pack()), home(tr)]]))


def _address_line(at: int, each: SavedAddress, known: KnownAddresses, tr: Translator) -> str:
    key = "address-line-registered" if each.id is None else "address-line"
    mark = tr("address-chosen") if each.id == known.chosen else ""
    return " ".join(filter(None, [tr(key, number=at, address=each.address.in_a_line()), mark]))


def _address_row(at: int, each: SavedAddress, tr: Translator) -> list[InlineKeyboardButton]:
    words = tr.plain("address-use", number=at, address=cut(each.address.in_a_line(), LABEL))
    row = [button(words, UseAddress(address=each.id or 0).pack())]
    if each.id is not None:
        row.append(button(tr.plain("address-remove"), RemoveAddress(address=each.id).pack()))
    return row


def ask_address_screen(tr: Translator) -> Screen:
    """Asks for an address in one line."""
    return Screen(tr("address-ask"), keyboard([[back(tr, PickAddress().pack()), home(tr)]]))


def cities_screen(page: Page[tuple[Localised, PointId, int]], tr: Translator) -> Screen:
    """The cities with points, and the way to the nearest."""
    buttons = [
        button(
            tr.plain("pickup-city", city=cut(city[tr.language], LABEL), count=count),
            (UsePoint(point=one) if count == 1 else PickPoint(one=one)).pack(),
        )
        for city, one, count in page.items
    ]
    pairs = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    near = [button(tr.plain("pickup-near-me"), NearMe().pack())]
    turn = pager(page, tr, lambda number: PickCity(page=number).pack())
    return Screen(
        tr("pickup-choose-city"), keyboard([near, *pairs, turn, [back(tr, ChooseDelivery().pack()), home(tr)]])
    )


def points_screen(page: Page[PickupPoint], one: PointId, tr: Translator) -> Screen:
    """The points of a city."""
    city = page.items[0].city[tr.language] if page.items else ""
    turn = pager(page, tr, lambda number: PickPoint(one=one, page=number).pack())
    return _points(tr("pickup-of-city", city=city), page.items, turn, tr)


def nearest_screen(points: Sequence[PickupPoint], tr: Translator) -> Screen:
    """The nearest points."""
    return _points(tr("pickup-nearest"), points, [], tr)


def _points(title: str, points: Sequence[PickupPoint], turn: list[InlineKeyboardButton], tr: Translator) -> Screen:
    lines = [_point(at, each, tr) for at, each in enumerate(points, start=1)]
    rows = [
        [
            button(
                tr.plain("address-use", number=at, address=cut(each.address[tr.language], LABEL)),
                UsePoint(point=each.id).pack(),
            )
        ]
        for at, each in enumerate(points, start=1)
    ]
    return Screen("\n\n".join([title, *lines]), keyboard([*rows, turn, [back(tr, PickCity().pack()), home(tr)]]))


def _point(at: int, each: PickupPoint, tr: Translator) -> str:
    text = tr("pickup-line", number=at, address=each.address[tr.language], hours=each.hours, code=each.code)
    if each.km is None:
        return text
    return f"{text} {tr('pickup-away', city=each.city[tr.language], km=max(1, round(each.km)))}"


def ask_place_message(person: Person, tr: Translator) -> Screen:
    """Brings the button that shares one's place."""
    return Screen(tr("pickup-share"), location_menu(person.role, tr), keep=True)


def ask_place_screen(tr: Translator) -> Screen:
    """Where to go without sharing it."""
    return Screen(tr("pickup-share-or"), keyboard([[back(tr, PickCity().pack()), home(tr)]]))


def kept_place_message(person: Person, tr: Translator) -> Screen:
    """Puts the ordinary menu back."""
    return Screen(tr("pickup-shared"), bottom_menu(person.role, tr), keep=True)


def payments_screen(summary: Summary, back_to: str, tr: Translator) -> Screen:
    """The ways to pay for this order."""
    rows = [
        [
            button(
                tr.plain("payment-chosen", name=tr.plain(f"payment-{each}"))
                if each is summary.payment
                else tr.plain(f"payment-{each}"),
                UsePayment(payment=each).pack(),
            )
        ]
        for each in summary.payments
    ]
    text = "\n\n".join([tr("payment-choose"), *(tr(f"payment-about-{each}") for each in summary.payments)])
    return Screen(text, keyboard([*rows, [back(tr, back_to), home(tr)]]))
