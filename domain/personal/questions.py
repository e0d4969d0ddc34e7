"""A question about one's own data, answered by the officer in time, or later with a reason (152-FZ art. 14 and 20)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from domain.audit.models import Action, NewEntry
from domain.people.models import Person
from domain.personal.errors import AlreadyAsked, AlreadyExtended
from domain.personal.models import DataRequest, Kind, State, Texts, due, longer
from domain.personal.ports import PersonalWork
from domain.personal.queue import open_request, said, tell_asker, tell_officers
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction
from domain.shared.working_days import WorkingDays


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Puts a question about one's own data before the officer, one at a time. Raises WordsNeeded, AlreadyAsked."""

    read: Transaction[PersonalWork]
    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays
    officers: Collection[PersonId]

    async def of(self, person: Person) -> DataRequest | None:
        """The question that waits for an answer."""
        async with self.read() as work:
            found = await work.data_requests.open_of(person.customer_id)
        return next((each for each in found if each.kind is Kind.QUESTION), None)

    async def __call__(self, person: Person, text: str) -> DataRequest:
        words, now = said(text), self.clock()
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            if any(each.kind is Kind.QUESTION for each in await work.data_requests.open_of(person.customer_id)):
                raise AlreadyAsked
            last = due(Kind.QUESTION, now, self.calendar)
            request = await work.data_requests.add(
                Kind.QUESTION, State.OPEN, person.customer_id, person.id, now, last, None, words
            )
            await tell_officers(work, self.officers, request, "asked")
        return request


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """The officer's answer, which the person is brought. Raises Forbidden, NotFound, AlreadyEnded, WordsNeeded."""

    write: Transaction[PersonalWork]
    clock: Clock

    async def __call__(self, person: Person, request_id: int, text: str) -> DataRequest:
        person.require_officer()
        answer, now = said(text), self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id, (Kind.QUESTION,))
            await work.data_requests.end(request.id, State.DONE, person.id, now, answer=answer)
            await work.audit.add(NewEntry(now, person.id, Action.ANSWERED, request.customer_id))
            await tell_asker(work, request)
        return request


@dataclass(frozen=True, slots=True)
class ExtendQuestion:
    """Puts the answer off by LONGER working days, once, with a reason the person is told (art. 20, part 1).

    Raises Forbidden, NotFound, AlreadyEnded, AlreadyExtended, WordsNeeded.
    """

    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays

    async def __call__(self, person: Person, request_id: int, text: str) -> DataRequest:
        person.require_officer()
        reason, now = said(text), self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id, (Kind.QUESTION,))
            if request.extended:
                raise AlreadyExtended
            last = longer(request.due_at, self.calendar)
            await work.data_requests.extend(request.id, last, reason)
            await work.audit.add(NewEntry(now, person.id, Action.EXTENDED, request.customer_id, reason))
            await tell_asker(work, request, "extended")
        return replace(request, due_at=last, extended=True)


@dataclass(frozen=True, slots=True)
class ShowNews:
    """What became of one's own request, when the notice about it is sent; None for anybody else's."""

    read: Transaction[PersonalWork]

    async def __call__(self, person: Person, request_id: int) -> tuple[DataRequest, Texts] | None:
        async with self.read() as work:
            request = await work.data_requests.get(request_id)
            if request is None or request.customer_id != person.customer_id:
                return None
            return request, await work.data_requests.texts(request_id)
