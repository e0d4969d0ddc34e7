"""Whom an announcement goes to, and when, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from domain.broadcasts.models import Announcement, Broadcast, BroadcastState, Tally
from domain.broadcasts.segments import (
    NAMES,
    BirthdaySoon,
    Condition,
    Consultants,
    CustomersOf,
    FromTown,
    InZone,
    NeverOrdered,
    OrderedWithin,
    Segment,
    SilentFor,
    SpentFrom,
)
from domain.broadcasts.times import Every, Repeat, Times
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from locales.translator import Html, Translator


def segment_words(segment: Segment, called: Mapping[str, Localised], tr: Translator) -> Html:
    """In a line; `called` has the names of the consultant and the town by condition."""
    if not segment.conditions:
        return tr("broadcast-whom-all")
    return Html("; ".join(condition_words(each, called, tr) for each in segment.conditions))


def whom_words(what: Announcement, called: Mapping[str, Localised], tr: Translator, mine: ConsultantId | None) -> Html:
    """The same, to who looks at it: `mine` is the consultant they are."""
    if what.consultant is not None and what.consultant == mine:
        return tr("broadcast-whom-own")
    return segment_words(what.segment, called, tr)


def author_of(what: Announcement, called: Mapping[str, Localised]) -> Localised | None:
    """What the consultant is called whose own it is."""
    return None if what.consultant is None else called.get(NAMES[CustomersOf])


def rest_words(broadcast: Broadcast, tally: Tally, tr: Translator, zone: tzinfo) -> Html | None:
    """That it waits, and until when; None while it goes on."""
    if broadcast.state is not BroadcastState.RUNNING or broadcast.rests_until is None or tally.owed:
        return None
    key = "broadcast-rests-local" if broadcast.what.times.local else "broadcast-rests"
    return tr(key, at=tr.moment(broadcast.rests_until, zone))


def condition_words(condition: Condition, called: Mapping[str, Localised], tr: Translator) -> Html:
    """One condition."""
    name = called.get(NAMES[type(condition)])
    words = "?" if name is None else name[tr.language]
    match condition:
        case Consultants():
            return tr("broadcast-is-consultants")
        case CustomersOf():
            return tr("broadcast-is-customers_of", name=words)
        case FromTown():
            return tr("broadcast-is-town", name=words)
        case InZone(zone):
            return tr("broadcast-is-zone", name=zone)
        case OrderedWithin(days):
            return tr("broadcast-is-ordered", days=days)
        case SilentFor(days):
            return tr("broadcast-is-silent", days=days)
        case SpentFrom(amount, days):
            money = tr.money(amount.minor)
            return (
                tr("broadcast-is-spent-in", amount=money, days=days) if days else tr("broadcast-is-spent", amount=money)
            )
        case NeverOrdered():
            return tr("broadcast-is-never_ordered")
        case BirthdaySoon():
            return tr("broadcast-is-birthday")


def times_words(times: Times, starts_at: datetime | None, tr: Translator, zone: tzinfo) -> Html:
    """When it goes out; `starts_at` is when it did or will, where that is known."""
    if times.repeat is not None:
        words = _repeat(times.repeat, tr)
    elif times.at is not None:
        words = tr("broadcast-at", at=tr.moment(times.at.replace(tzinfo=zone), zone))
    elif starts_at is not None:
        words = tr("broadcast-at", at=tr.moment(starts_at, zone))
    else:
        words = tr("broadcast-at-once")
    if times.local and not times.at_once:
        words = tr("broadcast-when-local", when=words)
    return tr("broadcast-when-quiet", when=words) if times.quiet else words


def _repeat(repeat: Repeat, tr: Translator) -> Html:
    at = repeat.at.strftime("%H:%M")
    match repeat.every:
        case Every.DAY:
            return tr("broadcast-every-day", at=at)
        case Every.WEEK:
            if repeat.days == (0, 1, 2, 3, 4):
                return tr("broadcast-every-workday", at=at)
            days = ", ".join(tr.plain(f"broadcast-weekday-{each}") for each in repeat.days)
            return tr("broadcast-every-week", days=days, at=at)
        case Every.MONTH:
            return tr("broadcast-every-month", days=", ".join(str(each) for each in repeat.days), at=at)
