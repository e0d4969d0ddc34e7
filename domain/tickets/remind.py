"""Deadlines that draw near."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.notices.models import NoticeKind
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction
from domain.shared.working_time import WorkingTime
from domain.tickets.models import State, TicketStaff
from domain.tickets.ports import TicketsWork
from domain.tickets.telling import tell_staff
from domain.tickets.terms import Reason, is_working, reminders


@dataclass(frozen=True, slots=True)
class RemindOfTickets:
    """Reminds whoever answers for a ticket, or everybody: at half time, on the working day before the last, and when

    the term is over. Each once for a term, whenever it is called, within working hours; after a pause only the most
    urgent of what was missed. Gives how many reminders were owed.
    """

    write: Transaction[TicketsWork]
    clock: Clock
    hours: WorkingTime
    staff: TicketStaff

    async def __call__(self) -> int:
        now, told = self.clock(), 0
        await self._rescue()
        if not is_working(now, self.hours):
            return 0
        async with self.write() as work:
            for seen in await work.tickets.waiting():
                due = [reason for reason, at in reminders(seen, self.hours).items() if now >= at]
                if all(seen.reminded & reason for reason in due):
                    continue
                ticket = await work.tickets.hold(seen.id)
                if ticket is None or ticket.state is not State.OPEN or ticket.due_at != seen.due_at:
                    continue
                why = max(due, key=list(Reason).index)
                marks = sum(due, Reason(0))
                await work.tickets.save(replace(ticket, reminded=int(ticket.reminded | marks)))
                key = f"due:{ticket.due_at.timestamp():.0f}:{why.value}"
                args = {"why": why.name.lower() if why.name else ""}
                # An overdue ticket is everybody's, whoever answers for it.
                everybody = why is Reason.OVERDUE
                await tell_staff(
                    work, self.staff, ticket, NoticeKind.TICKET_REMINDER, key, all_of_them=everybody, args=args
                )
                told += 1
        return told

    async def _rescue(self) -> None:
        """A group that is out of reach has not got what was owed to it: those of the staff get it one by one."""
        if self.staff.group is None:
            return
        async with self.write() as work:
            group = await work.people.get(self.staff.group)
            if group is None or group.reachable:
                return
            for ticket in await work.tickets.waiting():
                await tell_staff(work, self.staff, ticket, NoticeKind.TICKET_CARD, "card", all_of_them=True)
