"""Consultants who pause, leave and come back, and what becomes of their customers."""

from __future__ import annotations

from dataclasses import dataclass

from domain.consultants.models import Consultant
from domain.consultants.ports import ConsultantsWork
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId
from domain.shared.transaction import Transaction

BATCH = 200


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
class Retire:
    """An admin notes that a consultant has left, or is back. Their customers are offered another by OfferAnother.

    Raises Forbidden, NotFound.
    """

    write: Transaction[ConsultantsWork]
    read: Transaction[ConsultantsWork]
    clock: Clock

    async def find(self, person: Person, number: str) -> Consultant:
        """Who has this cabinet number."""
        person.require_admin()
        async with self.read() as work:
            consultant = await work.consultants.by_number(number)
        if consultant is None:
            raise NotFound(f"no consultant {number}")
        return consultant

    async def __call__(self, person: Person, consultant_id: ConsultantId, *, back: bool = False) -> Consultant:
        person.require_admin()
        async with self.write() as work:
            consultant = await work.consultants.hold(consultant_id)
            if consultant is None:
                raise NotFound(f"consultant {consultant_id}")
            if consultant.has_left is back:
                await work.staff.set_left(consultant_id, None if back else self.clock())
                consultant = await work.consultants.get(consultant_id) or consultant
        return consultant


@dataclass(frozen=True, slots=True)
class OfferAnother:
    """Offers another consultant, by a notice to each of their accounts, to the customers of one who is gone.

    Once for each customer and consultant gone; until they choose, they stay where they are. Run by the scheduler; a
    batch is one transaction, so a crash loses nothing and repeats nothing. Gives how many were offered another.
    """

    write: Transaction[ConsultantsWork]

    async def __call__(self) -> int:
        offered = 0
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
                            key=f"gone:{each.consultant_id}:{person_id}",
                            args={"consultant": each.consultant_id},
                        )
                    )
        return len(stranded)
