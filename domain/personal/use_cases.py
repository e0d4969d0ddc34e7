"""A copy of one's own data, and having it destroyed (152-FZ art. 14, 20 and 21)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.access.proof import require_proof
from domain.audit.models import Action, NewEntry
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Duty, Person
from domain.personal.errors import AlreadyEnded, TooManyCopies
from domain.personal.models import GROUNDS, TO_DESTROY, DataRequest, Ground, Kind, State, day_before, due
from domain.personal.ports import PersonalWork
from domain.personal.queue import open_request, tell_asker, tell_officers, unblock
from domain.shared.clock import Clock
from domain.shared.errors import NotFound, Stale
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction
from domain.shared.working_days import WorkingDays

COPIES_A_DAY = 3
LATE = timedelta(hours=1)
"""A copy that could not be sent by then is asked for anew: the phone may be in other hands."""
FORMATS = ("json", "pdf")


@dataclass(frozen=True, slots=True)
class AskCopy:
    """Owes the person a copy of everything held about them, as JSON and as PDF, and writes that down.

    Only after the password, at most COPIES_A_DAY. Raises ProofNeeded, TooManyCopies.
    """

    read: Transaction[PersonalWork]
    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays

    async def __call__(self, person: Person) -> DataRequest:
        now = self.clock()
        async with self.read() as work:
            # Before anything is written: who has to type the password goes on in the same update.
            await self._check(work, person, now)
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            await self._check(work, person, now)
            await work.entries.drop(person.id)
            last = due(Kind.ACCESS, now, self.calendar)
            request = await work.data_requests.add(Kind.ACCESS, State.DONE, person.customer_id, person.id, now, last)
            await work.audit.add(NewEntry(now, person.id, Action.COPIED, person.customer_id))
            for format_ in FORMATS:
                args: dict[str, int | str] = {"request": request.id, "format": format_}
                await work.outbox.put(Notice(person.id, NoticeKind.DATA_COPY, f"copy:{request.id}:{format_}", args))
        return request

    @staticmethod
    async def _check(work: PersonalWork, person: Person, now: datetime) -> None:
        if await work.data_requests.copies_since(person.customer_id, now - timedelta(days=1)) >= COPIES_A_DAY:
            raise TooManyCopies(COPIES_A_DAY)
        await require_proof(work, person, now)

    async def collect(self, person: Person, request_id: int) -> Mapping[str, Sequence[Mapping[str, Any]]] | None:
        """What the copy says, at the moment it is sent; None for anybody else's, or too late."""
        async with self.write() as work:
            request = await work.data_requests.get(request_id)
            if request is None or request.kind is not Kind.ACCESS or request.person_id != person.id:
                return None
            if request.customer_id != person.customer_id or self.clock() - request.asked_at > LATE:
                return None
            return await work.holdings.copy(person.customer_id, person.id)


@dataclass(frozen=True, slots=True)
class AskErasure:
    """Puts the destruction of one's own data before the officer; an open request is the same request.

    Raises ProofNeeded, but not for a withdrawn consent: that is free at any time (art. 9, part 2).
    """

    read: Transaction[PersonalWork]
    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays
    officers: Collection[PersonId]

    async def __call__(self, person: Person, kind: Kind = Kind.ERASURE) -> DataRequest:
        now = self.clock()
        if kind is not Kind.WITHDRAWAL:
            async with self.read() as work:
                if await work.data_requests.to_destroy(person.customer_id) is None:
                    await require_proof(work, person, now)
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            if (known := await work.data_requests.to_destroy(person.customer_id)) is not None:
                return known
            if kind is not Kind.WITHDRAWAL:
                await require_proof(work, person, now)
                await work.entries.drop(person.id)
            last = due(kind, now, self.calendar)
            request = await work.data_requests.add(kind, State.OPEN, person.customer_id, person.id, now, last)
            await tell_officers(work, self.officers, request, "asked")
            for each in await work.bindings.of_cabinet(person.customer_id):
                if each.person_id != person.id:
                    key = f"request:{request.id}:others:{each.person_id}"
                    await work.outbox.put(Notice(each.person_id, NoticeKind.ERASURE_ASKED, key))
        return request

    async def of(self, person: Person) -> tuple[DataRequest | None, int]:
        """The open request of one's own cabinet, and how many orders are still on their way."""
        async with self.write() as work:
            request = await work.data_requests.to_destroy(person.customer_id)
            return request, await work.holdings.open_orders(person.customer_id)

    async def cancel(self, person: Person) -> None:
        """Takes the request back. Raises AlreadyEnded."""
        async with self.write() as work:
            request = await work.data_requests.to_destroy(person.customer_id)
            if request is None:
                raise AlreadyEnded
            await work.data_requests.end(request.id, State.CANCELLED, person.id, self.clock())


@dataclass(frozen=True, slots=True)
class DecideRequest:
    """The officer's queue. Everything here raises Forbidden for anybody else, and NotFound, AlreadyEnded."""

    write: Transaction[PersonalWork]
    clock: Clock

    async def open(self, person: Person) -> Sequence[DataRequest]:
        """All open requests, the soonest due first."""
        person.require_officer()
        async with self.write() as work:
            return await work.data_requests.open()

    async def show(self, person: Person, request_id: int) -> tuple[DataRequest, int]:
        """A request, and how many orders of the cabinet are still on their way."""
        person.require_officer()
        async with self.write() as work:
            request = await work.data_requests.get(request_id)
            if request is None:
                raise NotFound(f"request {request_id}")
            return request, await work.holdings.open_orders(request.customer_id)

    async def refuse(self, person: Person, request_id: int, ground: Ground) -> DataRequest:
        """Says no on a ground the law knows for this kind, and tells the person which; what was blocked is free again.

        Raises Stale for a ground of another kind.
        """
        person.require_officer()
        now = self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id)
            if ground not in GROUNDS[request.kind]:
                raise Stale(ground)
            await work.data_requests.end(request.id, State.REFUSED, person.id, now, ground)
            await unblock(work, request, now)
            await work.audit.add(NewEntry(now, person.id, Action.REFUSED, request.customer_id, ground))
            if request.kind in TO_DESTROY and request.person_id is not None:
                args: dict[str, int | str] = {"request": request.id}
                key = f"request:{request.id}:refused"
                await work.outbox.put(Notice(request.person_id, NoticeKind.ERASURE_REFUSED, key, args))
            else:
                await tell_asker(work, request)
        return request

    async def destroy(self, person: Person, request_id: int) -> Sequence[PersonId]:
        """Destroys everything personal of the cabinet in one transaction, and owes the act to the officer.

        Gives the accounts that were in the cabinet: each is told, and what they typed halfway has to be forgotten.
        """
        person.require_officer()
        now = self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id, TO_DESTROY)
            for other in await work.data_requests.open_of(request.customer_id):
                if other.id != request.id:
                    await work.data_requests.end(other.id, State.CANCELLED, person.id, now)
            counts, persons = await work.holdings.destroy(request.customer_id, request.person_id, now)
            await work.data_requests.end(request.id, State.DONE, person.id, now, destroyed=counts)
            await work.audit.add(NewEntry(now, person.id, Action.DESTROYED, request.customer_id, request.kind))
            for order_id, card in await work.holdings.order_cards(request.customer_id):
                # In the chat of who served the order its card goes on without a name.
                anew: dict[str, int | str] = {"order": order_id, "of": card.id, "kind": card.kind}
                key = f"request:{request.id}:card:{card.id}"
                await work.outbox.put(Notice(card.to, NoticeKind.ORDER_REFRESH, key, anew))
            for each in persons:
                key = f"request:{request.id}:erased:{each}"
                await work.outbox.put(Notice(each, NoticeKind.ERASED, key))
            args: dict[str, int | str] = {"request": request.id}
            await work.outbox.put(Notice(person.id, NoticeKind.ACT, f"request:{request.id}:act:{person.id}", args))
        return persons

    async def act(self, person: Person, request_id: int) -> DataRequest | None:
        """What the act says; None for anybody but an officer."""
        if not person.has(Duty.OFFICER):
            return None
        async with self.write() as work:
            request = await work.data_requests.get(request_id)
        is_act = request is not None and request.kind in TO_DESTROY and request.state is State.DONE
        return request if is_act else None

    async def ground_of(self, person: Person, request_id: int) -> Ground | None:
        """Why one's own request was refused."""
        async with self.write() as work:
            request = await work.data_requests.get(request_id)
        return request.ground if request is not None and request.customer_id == person.customer_id else None


@dataclass(frozen=True, slots=True)
class RemindOfRequests:
    """Owes the officers a reminder at half time, one on the working day before the last, and one when it is overdue.

    Each once, and once more if the term was put off; run hourly, it finds after any pause what is due by then.
    """

    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays
    officers: Collection[PersonId]

    async def __call__(self) -> None:
        now = self.clock()
        async with self.write() as work:
            for request in await work.data_requests.open():
                half = request.asked_at + (request.due_at - request.asked_at) / 2
                for why, at in (
                    ("half", half),
                    ("day", day_before(request.due_at, self.calendar)),
                    ("overdue", request.due_at),
                ):
                    if now >= at and not (request.extended and why == "half"):
                        await tell_officers(work, self.officers, request, why)
