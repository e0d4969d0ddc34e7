"""How choosing the people of an announcement looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.types import InlineKeyboardButton

from domain.broadcasts.segments import OrderedWithin, Segment, SilentFor
from domain.consultants.models import Consultant
from domain.consultants.places import Place
from domain.shared.localised import Localised
from handlers.broadcasts.callbacks import AddWhom, AddZone, AskWhom, DropWhom, Everybody, ShowDraft, ShowPeople, Whom
from handlers.broadcasts.said import condition_words
from handlers.broadcasts.wizard_views import marked, pairs
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator

AT_ONCE = (Whom.CONSULTANTS, Whom.NEVER_ORDERED, Whom.BIRTHDAY)
"""Conditions that need nothing more than a press."""
DAYS: Mapping[Whom, tuple[int, ...]] = {Whom.ORDERED: (7, 30, 90), Whom.SILENT: (30, 90, 180)}
ROUBLES = (3_000, 10_000, 30_000)


def people_screen(segment: Segment, count: int, called: Mapping[str, Localised], tr: Translator) -> Screen:
    """All conditions, those that hold marked, and how many people there are."""
    names = segment.names()
    lines = [tr("broadcast-people-ask"), ""]
    lines += [tr("broadcast-condition", words=condition_words(each, called, tr)) for each in segment.conditions]
    lines += ["", tr("broadcast-reach", count=count)] if segment.conditions else [tr("broadcast-reach", count=count)]
    buttons = [_condition(whom, whom.value in names, tr) for whom in Whom]
    everybody = [button(marked(tr.plain("broadcast-add-all"), not names, tr), Everybody().pack())]
    return Screen("\n".join(lines), keyboard([everybody, *pairs(buttons), [back(tr, ShowDraft().pack()), home(tr)]]))


def _condition(whom: Whom, on: bool, tr: Translator) -> InlineKeyboardButton:
    words = marked(tr.plain(f"broadcast-add-{whom}"), on, tr)
    if on:
        return button(words, DropWhom(whom=whom).pack())
    return button(words, AddWhom(whom=whom).pack() if whom in AT_ONCE else AskWhom(whom=whom).pack())


def ask_screen(whom: Whom, tr: Translator, note: str = "") -> Screen:
    """Asks for what the condition needs: by a press where that is enough, or typed."""
    rows: list[list[InlineKeyboardButton]] = []
    match whom:
        case Whom.ORDERED:
            rows = [[_ready(whom, days, condition_words(OrderedWithin(days), {}, tr)) for days in DAYS[whom]]]
        case Whom.SILENT:
            rows = [[_ready(whom, days, condition_words(SilentFor(days), {}, tr)) for days in DAYS[whom]]]
        case Whom.SPENT:
            rows = [[_ready(whom, each, tr.money(each * 100)) for each in ROUBLES]]
        case _:
            pass
    rows = [[each] for row in rows for each in row]
    text = tr(f"broadcast-ask-{whom}")
    return Screen(f"{note}\n\n{text}" if note else text, keyboard([*rows, [back(tr, ShowPeople().pack()), home(tr)]]))


def _ready(whom: Whom, value: int, words: str) -> InlineKeyboardButton:
    return button(words, AddWhom(whom=whom, value=value).pack())


def consultants_screen(found: Sequence[Consultant], tr: Translator) -> Screen:
    """Which of these is meant."""
    rows = [
        [
            button(
                cut(tr.plain("broadcast-consultant", name=each.name[tr.language], city=each.city[tr.language]), 60),
                AddWhom(whom=Whom.CUSTOMERS_OF, value=each.id).pack(),
            )
        ]
        for each in found
    ]
    return Screen(tr("broadcast-which-one"), keyboard([*rows, [back(tr, ShowPeople().pack()), home(tr)]]))


def towns_screen(found: Sequence[Place], tr: Translator) -> Screen:
    """Which of these is meant."""
    rows = [
        [
            button(
                ", ".join(filter(None, (each.name[tr.language], each.region[tr.language]))),
                AddWhom(whom=Whom.TOWN, value=each.id).pack(),
            )
        ]
        for each in found
    ]
    return Screen(tr("broadcast-which-one"), keyboard([*rows, [back(tr, ShowPeople().pack()), home(tr)]]))


def zones_screen(zones: Sequence[str], tr: Translator) -> Screen:
    """The time zones people live in."""
    rows = [[button(each, AddZone(zone=each).pack())] for each in zones[:40]]
    return Screen(tr("broadcast-ask-zone"), keyboard([*rows, [back(tr, ShowPeople().pack()), home(tr)]]))
