"""By when the company owes an answer, and when it is reminded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import IntFlag

from domain.shared.working_days import after_working_days, not_on_holiday
from domain.shared.working_time import WorkingTime
from domain.tickets.models import Category, Ticket

DAYS: Mapping[Category, int] = {
    Category.ORDER: 2,
    Category.DELIVERY: 2,
    Category.OTHER: 3,
    Category.QUALITY: 5,
    Category.CONSULTANT: 5,
    Category.PERSONAL: 10,
}
"""Working days for an answer. About personal data it is the law's term (152-FZ art. 20); about quality well within the
ten days of consumer law (art. 22)."""


class Reason(IntFlag):
    """Why the staff is reminded; a ticket keeps which of them it had."""

    HALF = 1
    DAY = 2
    OVERDUE = 4


def due(category: Category, at: datetime, hours: WorkingTime) -> datetime:
    """The end of the last working day of the term; the day it begins on does not count."""
    last = after_working_days(at.astimezone(hours.zone).date(), DAYS[category], hours.days)
    return datetime.combine(last, hours.closes, hours.zone).astimezone(at.tzinfo)


def reminders(ticket: Ticket, hours: WorkingTime) -> Mapping[Reason, datetime]:
    """When each reminder is due: at half time, the working day before the last, and when the term is over."""
    last = ticket.due_at.astimezone(hours.zone).date()
    before = not_on_holiday(last - timedelta(days=1), hours.days)
    return {
        Reason.HALF: ticket.asked_at + (ticket.due_at - ticket.asked_at) / 2,
        Reason.DAY: datetime.combine(before, hours.opens, hours.zone).astimezone(ticket.due_at.tzinfo),
        Reason.OVERDUE: ticket.due_at,
    }


def is_working(at: datetime, hours: WorkingTime) -> bool:
    """Whether somebody of the staff is at work then."""
    local = at.astimezone(hours.zone)
    return hours.days.is_working(local.date()) and hours.opens <= local.time() < hours.closes
