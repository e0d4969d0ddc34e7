"""A consultant's card in words."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.consultants.find import Card
from domain.consultants.models import Consultant, Found
from domain.people.models import Person
from handlers.consultants.callbacks import AskReason, Choose
from handlers.ui.screen import button
from handlers.ui.texts import cut
from locales.translator import Html, Translator

ABOUT = 380
"""How much of what a consultant says about themselves fits a caption of 1,024 characters with all the rest."""
PLACE = 120


def picture_of(consultant: Consultant) -> str:
    """The key of their portrait."""
    return f"consultant/{consultant.id}"


def card_text(found: Found, person: Person, tr: Translator, note: Html | None = None) -> str:
    """All there is to know; `note` is a sentence put on top."""
    consultant = found.consultant
    parts: list[str] = [*([note, ""] if note else []), tr("consultant-title", name=consultant.name[tr.language])]
    if tr.has(f"level-{consultant.level}"):
        parts.append(tr(f"level-{consultant.level}"))
    if consultant.rating is not None:
        stars = round(consultant.rating, 1)
        parts.append(tr("consultant-rating", stars=stars, count=consultant.ratings))
    parts += [_place(found, tr), "", tr("consultant-about", about=cut(consultant.about[tr.language], ABOUT)), ""]
    if consultant.specialities:
        names = ", ".join(tr.plain(f"speciality-{each}") for each in consultant.specialities)
        parts.append(tr("consultant-specialities", names=names))
    if consultant.languages:
        languages = ", ".join(tr.language_name(code) for code in consultant.languages)
        parts.append(tr("consultant-languages", names=languages))
    parts.append(_hours(found, tr))
    if consultant.id == person.consultant_id and not consultant.is_gone:
        parts += ["", tr("consultant-is-yours")]
    elif consultant.is_gone:
        parts += ["", tr("consultant-is-gone")]
    elif not consultant.is_open:
        parts += ["", tr("consultant-is-closed")]
    return "\n".join(parts)


def ways_to(card: Card, person: Person, tr: Translator) -> list[list[InlineKeyboardButton]]:
    """The button that brings the person under this consultant's care, if they can come."""
    consultant, present = card.found.consultant, card.present
    if not consultant.is_open or consultant.id in {person.own_consultant_id, person.consultant_id}:
        return []
    name = consultant.name[tr.language]
    if present is None or present.is_gone:
        return [[button(tr.plain("consultants-choose", name=name), Choose(consultant=consultant.id).pack())]]
    return [[button(tr.plain("consultants-go-over", name=name), AskReason(consultant=consultant.id).pack())]]


def _place(found: Found, tr: Translator) -> str:
    consultant = found.consultant
    names = [consultant.city[tr.language], consultant.region[tr.language]]
    if consultant.street is not None:
        names.append(consultant.street[tr.language])
    place = cut(", ".join(dict.fromkeys(filter(None, names))), PLACE)
    return tr("consultant-place", place=place)


def _hours(found: Found, tr: Translator) -> str:
    opens, closes = f"{found.consultant.opens:%H:%M}", f"{found.consultant.closes:%H:%M}"
    if opens == closes:
        return tr("consultant-hours-always")
    now = f"{found.local_time:%H:%M}"
    key = "consultant-hours-now" if found.on_duty else "consultant-hours-later"
    return tr(key, opens=opens, closes=closes, now=now)


def distance(km: float, tr: Translator) -> str:
    """How far away, as people say it: under a kilometre, whole kilometres, from a hundred on tens of them."""
    if km < 1:
        return tr.plain("distance-close")
    return tr.plain("distance-km", km=round(km) if km < 100 else round(km, -1))
