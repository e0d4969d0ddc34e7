"""The use cases of tickets, by the names handlers ask for them, and the job that reminds of them."""

from __future__ import annotations

from typing import Any

from bot.access_cases import officers_of
from bot.adapters.working_days import RussianWorkingDays
from bot.settings import Settings
from domain.notices.use_cases import FindNotice
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from domain.shared.working_time import WorkingTime
from domain.tickets.models import TicketStaff
from domain.tickets.remind import RemindOfTickets
from domain.tickets.serve import ServeTickets
from domain.tickets.write import OpenTicket, OwnTickets
from handlers.tickets.notices import TicketNotices
from storage.database import Database


def ticket_staff(settings: Settings) -> TicketStaff:
    """Who serves tickets, and where."""
    admins = tuple(PersonId(each) for each in sorted(settings.admin_ids | settings.owner_ids))
    group = None if settings.staff_group_id is None else PersonId(settings.staff_group_id)
    return TicketStaff(admins, officers_of(settings), group)


def ticket_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """What people and the staff do with tickets."""
    read, write, staff, hours = database.read, database.write, ticket_staff(settings), _hours(settings)
    return {
        "open_ticket": OpenTicket(write, clock, hours, staff),
        "own_tickets": OwnTickets(read, write, clock, hours, staff),
        "serve_tickets": ServeTickets(read, write, clock, hours, staff),
    }


def remind_of_tickets(database: Database, settings: Settings, clock: Clock) -> RemindOfTickets:
    """What the scheduler does every minute."""
    return RemindOfTickets(database.write, clock, _hours(settings), ticket_staff(settings))


def ticket_notices(cases: dict[str, Any], database: Database) -> TicketNotices:
    """What words the notices of tickets."""
    return TicketNotices(cases["own_tickets"], cases["serve_tickets"], FindNotice(database.read))


def _hours(settings: Settings) -> WorkingTime:
    return WorkingTime(RussianWorkingDays(), settings.zone, *settings.working_hours)
