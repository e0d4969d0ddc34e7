"""What can be done with a ticket, by whom, in which state; deadlines and reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.working_days import RussianWorkingDays
from domain.people.models import Duty, Person
from domain.shared.errors import Forbidden
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.working_time import WorkingTime
from domain.tickets.errors import TicketSettled, TooLateToReopen
from domain.tickets.life import Action, Side, after, may
from domain.tickets.models import Category, State, Ticket, TicketId, TicketStaff, called, number_of
from domain.tickets.terms import DAYS, Reason, due, is_working, reminders

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
HOURS = WorkingTime(RussianWorkingDays(), ZoneInfo("Europe/Moscow"))
A, S = Side.AUTHOR, Side.STAFF
MAY: dict[tuple[Side, Action], dict[State, State]] = {
    (A, Action.WRITE): {State.OPEN: State.OPEN, State.ANSWERED: State.OPEN},
    (A, Action.CLOSE): {State.OPEN: State.CLOSED, State.ANSWERED: State.CLOSED},
    (A, Action.REOPEN): {State.CLOSED: State.OPEN},
    (A, Action.RATE): {State.CLOSED: State.CLOSED},
    (S, Action.ANSWER): {State.OPEN: State.ANSWERED, State.ANSWERED: State.ANSWERED},
    (S, Action.NOTE): {each: each for each in State},
    (S, Action.TAKE): {State.OPEN: State.OPEN, State.ANSWERED: State.ANSWERED},
    (S, Action.HAND_OVER): {State.OPEN: State.OPEN, State.ANSWERED: State.ANSWERED},
    (S, Action.MERGE): {State.OPEN: State.MERGED, State.ANSWERED: State.MERGED},
    (S, Action.CLOSE): {State.OPEN: State.CLOSED, State.ANSWERED: State.CLOSED},
    (S, Action.REOPEN): {State.CLOSED: State.OPEN},
}
"""Everything that is allowed, with what comes of it; all else is refused."""


def ticket(state: State = State.OPEN, category: Category = Category.ORDER) -> Ticket:
    closed = NOW - timedelta(days=1) if state is State.CLOSED else None
    return Ticket(
        TicketId(7), PersonId(1), category, state, NOW, NOW, NOW + timedelta(days=3), closed_at=closed, version=4
    )


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("side", Side)
def test_state_by_side_by_action(side: Side, action: Action, state: State) -> None:
    allowed = MAY.get((side, action), {}).get(state)
    given = ticket(state)
    assert may(action, side, given, NOW) is (allowed is not None)
    if allowed is not None:
        assert after(action, side, given, NOW) is allowed
    else:
        with pytest.raises(TicketSettled if (side, action) in MAY else Forbidden):
            after(action, side, given, NOW)


def test_opened_again_within_seven_days_and_rated_once() -> None:
    closed = ticket(State.CLOSED)
    at = closed.closed_at
    assert at is not None
    for side in Side:
        assert may(Action.REOPEN, side, closed, at + timedelta(days=7))
        with pytest.raises(TooLateToReopen):
            after(Action.REOPEN, side, closed, at + timedelta(days=7, seconds=1))
    with pytest.raises(TicketSettled):
        after(Action.RATE, Side.AUTHOR, replace(closed, rating=5), NOW)


def test_who_serves_which() -> None:
    staff = TicketStaff()
    guest = Person(PersonId(1), "ru", CustomerId(1))
    admin = replace(guest, is_admin=True)
    officer = replace(guest, duties=frozenset({Duty.OFFICER}))
    editor = replace(guest, duties=frozenset({Duty.CONTENT}))
    accused = replace(admin, own_consultant_id=ConsultantId(5))
    complaint = replace(ticket(category=Category.CONSULTANT), consultant_id=ConsultantId(5))
    for category in Category:
        served = {
            "guest": staff.serves(guest, ticket(category=category)),
            "admin": staff.serves(admin, ticket(category=category)),
            "officer": staff.serves(officer, ticket(category=category)),
            "editor": staff.serves(editor, ticket(category=category)),
        }
        personal = category is Category.PERSONAL
        assert served == {"guest": False, "admin": True, "officer": personal, "editor": False}
    assert staff.serves(admin, complaint)
    assert not staff.serves(accused, complaint)
    assert staff.serves(accused, replace(complaint, category=Category.ORDER)), "their other tickets are not hidden"
    assert staff.serves(accused, replace(complaint, consultant_id=ConsultantId(6)))


@pytest.mark.parametrize(
    ("category", "asked", "last"),
    [
        (Category.ORDER, "2026-11-27", "2026-12-01"),  # a Friday: Monday, Tuesday
        (Category.OTHER, "2026-11-28", "2026-12-02"),  # a Saturday
        (Category.PERSONAL, "2026-12-25", "2027-01-19"),  # over the holidays of the new year
        (Category.DELIVERY, "2025-10-31", "2025-11-05"),  # a working Saturday counts, the two days off after it do not
    ],
)
def test_deadlines_are_working_days_of_the_country(category: Category, asked: str, last: str) -> None:
    at = datetime.combine(date.fromisoformat(asked), datetime.min.time(), HOURS.zone) + timedelta(hours=12)
    found = due(category, at.astimezone(UTC), HOURS)
    assert found.tzinfo is UTC
    assert found.astimezone(HOURS.zone).isoformat() == f"{last}T18:00:00+03:00"


def test_the_law_has_ten_working_days_for_personal_data_and_nobody_waits_longer() -> None:
    assert DAYS[Category.PERSONAL] == max(DAYS.values()) == 10
    assert set(DAYS) == set(Category)


def test_reminders_come_at_half_time_the_working_day_before_and_when_it_is_over() -> None:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    # Due on Monday the 30th: the working day before is a Friday.
    asked = replace(ticket(), asked_at=at, due_at=datetime(2026, 11, 30, 15, tzinfo=UTC))
    found = reminders(asked, HOURS)
    assert found[Reason.HALF] == at + (asked.due_at - at) / 2
    assert found[Reason.DAY] == datetime(2026, 11, 27, 6, tzinfo=UTC)
    assert found[Reason.OVERDUE] == asked.due_at


def test_working_hours() -> None:
    assert is_working(datetime(2026, 11, 27, 6, tzinfo=UTC), HOURS)
    for outside in ("2026-11-27T05:59", "2026-11-27T15:00", "2026-11-28T09:00"):
        assert not is_working(datetime.fromisoformat(outside).replace(tzinfo=UTC), HOURS), outside


def test_a_ticket_is_found_by_what_it_is_called() -> None:
    assert called(number_of(TicketId(7))) == 7
    assert [called(each) for each in ("", "1000", "-5", "1007x", "9" * 16, "1" * 5000)] == [None] * 6
