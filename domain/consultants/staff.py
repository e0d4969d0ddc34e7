"""Consultants who pause, leave and come back, and what becomes of their customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consultants.models import Change, Consultant
from domain.consultants.ports import ConsultantsWork
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId
from domain.shared.transaction import Transaction

BATCH = 200
REASONS = 5
MOST_ROOM = 100_000


@dataclass(frozen=True, slots=True)
class TakeCustomers:
    """A consultant takes new customers or pauses; those they have stay. Raises Forbidden for everyone else."""

    write: Transaction[ConsultantsWork]

    async def __call__(self, person: Person, taking: bool) -> Consultant:
        own = person.require_consultant()
        async with self.write() as work:
            await work.staff.set_taking(own, taking)
            consultant = await work.consultants.get(own)
        if consultant is None:
            raise NotFound(f"consultant {own}")
        return consultant


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an admin sees of a consultant. `reasons`: why customers went over to others, the newest first."""

    consultant: Consultant
    reasons: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Oversee:
    """An admin looks at a consultant, says how many customers they can serve, and that they have left or are back.

    Customers of who has left are offered another by OfferAnother. Raises Forbidden, NotFound.
    """

    write: Transaction[ConsultantsWork]
    read: Transaction[ConsultantsWork]
    clock: Clock

    async def __call__(self, person: Person, number: str) -> Sheet:
        """Who has this cabinet number."""
        person.require_admin()
        async with self.read() as work:
            consultant = await work.consultants.by_number(number)
            return await _sheet(work, consultant)

    async def set_left(self, person: Person, consultant_id: ConsultantId, left: bool) -> Sheet:
        """Notes that they have left, or are back; saying so again changes nothing."""
        person.require_admin()
        async with self.write() as work:
            consultant = await work.consultants.hold(consultant_id)
            if consultant is not None and consultant.has_left is not left:
                await work.staff.set_left(consultant_id, self.clock() if left else None)
            return await _sheet(work, await work.consultants.get(consultant_id))

    async def set_room(self, person: Person, number: str, room: int | None) -> Sheet:
        """How many customers they can serve at most; None is without end. Who has more keeps them."""
        person.require_admin()
        async with self.write() as work:
            consultant = await work.consultants.by_number(number)
            if consultant is not None:
                await work.staff.set_room(consultant.id, None if room is None else max(0, min(room, MOST_ROOM)))
            return await _sheet(work, await work.consultants.by_number(number))


async def _sheet(work: ConsultantsWork, consultant: Consultant | None) -> Sheet:
    if consultant is None:
        raise NotFound("no such consultant")
    return Sheet(consultant, await work.choices.reasons(consultant.id, REASONS))


@dataclass(frozen=True, slots=True)
class OfferAnother:
    """Offers another consultant, by a notice to each of their accounts, to the customers of one who is gone.

    Once for each customer and consultant gone, and again if that one came back and is gone once more, but not twice in
    a month; until they choose, they stay where they are. Run by the scheduler; a batch is one transaction, so a crash
    loses nothing and repeats nothing. Gives how many were offered another.
    """

    write: Transaction[ConsultantsWork]
    clock: Clock

    async def __call__(self) -> int:
        offered = 0
        async with self.write() as work:
            await work.choices.forget_offers()
        while batch := await self._batch():
            offered += batch
        return offered

    async def _batch(self) -> int:
        async with self.write() as work:
            stranded = await work.choices.stranded(BATCH)
            for each in stranded:
                await work.choices.offered(each.customer_id, each.consultant_id)
                for person_id in each.persons:
                    await work.outbox.put(
                        Notice(
                            to=person_id,
                            kind=NoticeKind.CONSULTANT_GONE,
                            key=f"gone:{each.consultant_id}:{person_id}:{self.clock():%Y%m}",
                            args={"consultant": each.consultant_id},
                        )
                    )
        return len(stranded)
