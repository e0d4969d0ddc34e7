"""What a consultant has to do for clients: to ask after a delivery, to wish a happy birthday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from domain.shared.errors import DomainError
from domain.shared.ids import ConsultantId, CustomerId, OrderId

TaskId = NewType("TaskId", int)


class TaskKind(StrEnum):
    """The first three are questions after a delivery, named by how long after it they come."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    BIRTHDAY = "birthday"


AFTER: Mapping[TaskKind, timedelta] = {
    TaskKind.DAYS: timedelta(days=2),
    TaskKind.WEEKS: timedelta(days=14),
    TaskKind.MONTHS: timedelta(days=61),
}
"""Of the delivery."""
GRACE: Mapping[TaskKind, timedelta] = {
    TaskKind.DAYS: timedelta(days=5),
    TaskKind.WEEKS: timedelta(days=14),
    TaskKind.MONTHS: timedelta(days=30),
}
"""How late a question may still be put down, after a time in which nothing ran."""
LATE_WISHES = timedelta(days=3)
"""A birthday is in the list on its day and so long after it."""


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do for one client. `order_id` is what a question is about; `due_at` moves when it is put off."""

    id: TaskId
    consultant_id: ConsultantId
    customer_id: CustomerId
    kind: TaskKind
    state: TaskState
    due_at: datetime
    client_name: str = ""
    order_id: OrderId | None = None


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task about to be put down; `key` names what it is about, so that it is put down once for ever."""

    key: str
    consultant_id: ConsultantId
    customer_id: CustomerId
    kind: TaskKind
    due_at: datetime
    order_id: OrderId | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """An order that has arrived, of a client who is still with the consultant who served it."""

    order_id: OrderId
    consultant_id: ConsultantId
    customer_id: CustomerId
    delivered_at: datetime


@dataclass(frozen=True, slots=True)
class Birth:
    """When a client was born; only of who agreed to promotions, and never shown with the year."""

    customer_id: CustomerId
    consultant_id: ConsultantId
    born: date
    name: str = ""


class TaskOver(DomainError):
    """It is done or skipped, or there is no reason for it any more."""


class NotAgreed(DomainError):
    """The client does not agree to promotions any more."""


def birthday_in(born: date, year: int) -> date:
    """The birthday in that year; of who was born on 29 February, 28 February where there is no 29th."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def next_birthday(born: date, today: date) -> date:
    """The first one from today on."""
    this = birthday_in(born, today.year)
    return this if this >= today else birthday_in(born, today.year + 1)
