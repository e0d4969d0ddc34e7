"""The officer reads what somebody wrote in a request, and the answer it is about, for two minutes."""

from __future__ import annotations

from dataclasses import dataclass

from domain.audit.models import Action, NewEntry
from domain.audit.personal import LATE, keep_pace
from domain.joining.models import Form
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Duty, Person
from domain.personal.models import DataRequest, Kind, State, Texts
from domain.personal.ports import PersonalWork
from domain.personal.queue import open_request
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction

READABLE = (Kind.CORRECTION, Kind.QUESTION)


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Owes the officer a message with the words of a request; it deletes itself. Each time is written down.

    The pace is that of opening anybody's data. Raises Forbidden, NotFound, AlreadyEnded, ReadingAlready, TooManyReads.
    """

    write: Transaction[PersonalWork]
    clock: Clock
    limit: int

    async def __call__(self, person: Person, request_id: int) -> None:
        person.require_officer()
        now = self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id, READABLE)
            await keep_pace(work.audit, person, now, self.limit)
            reason = f"{request.kind} {request.id}"
            entry = await work.audit.add(NewEntry(now, person.id, Action.OPENED, request.customer_id, reason))
            args: dict[str, int | str] = {"entry": entry.id, "request": request.id}
            await work.outbox.put(Notice(person.id, NoticeKind.PERSONAL_DATA, f"personal:{entry.id}", args))


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What the message says, when it is sent: the request, its words, the form. None once it may not be read."""

    read: Transaction[PersonalWork]
    clock: Clock

    async def __call__(self, person: Person, entry_id: int, request_id: int) -> tuple[DataRequest, Texts, Form] | None:
        if not person.has(Duty.OFFICER):
            return None
        async with self.read() as work:
            entry, request = await work.audit.get(entry_id), await work.data_requests.get(request_id)
            if entry is None or entry.who != person.id or entry.action is not Action.OPENED:
                return None
            if request is None or request.customer_id != entry.subject or request.state is not State.OPEN:
                return None
            if self.clock() - entry.at > LATE:
                return None
            return request, await work.data_requests.texts(request.id), await work.forms.get(request.customer_id)
