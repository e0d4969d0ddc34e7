"""When the telephone is answered: by the operator's clocks and calendar, told by those of who asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.working_days import RussianWorkingDays
from domain.hotline.use_cases import Hotline, HotlineHours, ShowHotline
from domain.people.models import Person
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from tests.fakes import FakeDatabase
from tests.handlers.cabinet import consultant

MOSCOW = ZoneInfo("Europe/Moscow")
LINE = Hotline("8 800 000-00-00", MOSCOW, (time(9), time(21)), working_days_only=True)
ANNA = Person(PersonId(1), "ru", CustomerId(1))


async def shown(at: str, person: Person = ANNA, line: Hotline = LINE) -> HotlineHours:
    """At that time of the 24th of November 2026, a Tuesday, in Moscow; with a date, on that day."""
    moment = at if " " in at else f"2026-11-24 {at}"
    now = datetime.fromisoformat(moment).replace(tzinfo=MOSCOW).astimezone(UTC)
    database = FakeDatabase()
    database.data.consultants[ConsultantId(1)] = replace(consultant(1), time_zone="Asia/Vladivostok")
    database.data.consultants[ConsultantId(2)] = replace(consultant(2), time_zone="Europe/Samara")
    return await ShowHotline(database.read, lambda: now, RussianWorkingDays(), line)(person)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("08:59", False),
        ("09:00", True),
        ("20:59", True),
        ("21:00", False),
        ("2026-11-22 12:00", False),
        ("2026-11-04 12:00", False),
    ],
    ids=["before", "it opens", "to the last minute", "it closes", "a Sunday", "a holiday"],
)
async def test_answered_within_its_hours_on_working_days(at: str, is_open: bool) -> None:
    assert (await shown(at)).is_open is is_open


async def test_every_day_where_the_operator_says_so() -> None:
    assert (await shown("2026-11-22 12:00", line=replace(LINE, working_days_only=False))).is_open


async def test_told_by_the_clocks_of_who_asks_and_decided_by_the_operators() -> None:
    far = replace(ANNA, consultant_id=ConsultantId(1))
    told = await shown("15:00", far)
    assert (told.zone, told.opens, told.closes, told.is_open) == ("Asia/Vladivostok", time(16), time(4), True)
    own = await shown("12:00", replace(far, own_consultant_id=ConsultantId(2)))
    assert (own.zone, own.opens) == ("Europe/Samara", time(10)), "a consultant is where they work, not where theirs is"
    assert (await shown("12:00", replace(ANNA, consultant_id=ConsultantId(99)))).zone == "Europe/Moscow"


async def test_without_hours_nothing_is_said_about_them() -> None:
    assert await shown("12:00", line=replace(LINE, hours=None)) == HotlineHours(LINE.number, "Europe/Moscow")
