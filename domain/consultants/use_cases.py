"""Finding a consultant and coming under their care."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consultants.models import CityCount, Consultant
from domain.consultants.ports import ConsultantsWork
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError, NotFound
from domain.shared.ids import ConsultantId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 5


class OwnConsultant(DomainError):
    """A consultant cannot be their own consultant."""


class ConsultantAlreadyChosen(DomainError):
    """The customer has one; changing goes another way. `consultant` is the one they have."""

    def __init__(self, consultant: Consultant) -> None:
        super().__init__("a consultant is chosen already")
        self.consultant = consultant


@dataclass(frozen=True, slots=True)
class ListCities:
    """The cities one can find a consultant in. Open to everyone."""

    read: Transaction[ConsultantsWork]

    async def __call__(self) -> Sequence[CityCount]:
        async with self.read() as work:
            return await work.consultants.cities()


@dataclass(frozen=True, slots=True)
class FindConsultants:
    """A page of the consultants of a city (all without one). Open to everyone."""

    read: Transaction[ConsultantsWork]

    async def __call__(self, city_slug: str | None, number: int) -> Page[Consultant]:
        async with self.read() as work:
            offset = max(0, min(number, 10_000)) * PAGE
            found, total = await work.consultants.find(city_slug, offset, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.consultants.find(city_slug, number * PAGE, PAGE)
        return Page(found, clamp_page(number, PAGE, total), PAGE, total)


@dataclass(frozen=True, slots=True)
class ShowConsultant:
    """A consultant's card by id or invite code, also of one who takes nobody new. Raises NotFound."""

    read: Transaction[ConsultantsWork]

    async def __call__(self, consultant_id: ConsultantId) -> Consultant:
        async with self.read() as work:
            consultant = await work.consultants.get(consultant_id)
        if consultant is None:
            raise NotFound(f"consultant {consultant_id}")
        return consultant

    async def by_invite(self, code: str) -> Consultant:
        async with self.read() as work:
            consultant = await work.consultants.by_invite(code)
        if consultant is None:
            raise NotFound("no such invite")
        return consultant


@dataclass(frozen=True, slots=True)
class ChooseConsultant:
    """Puts the customer under a consultant's care and tells the consultant, in one transaction.

    Choosing the one already chosen changes nothing. Raises NotFound, OwnConsultant, ConsultantAlreadyChosen.
    """

    write: Transaction[ConsultantsWork]
    clock: Clock

    async def __call__(self, person: Person, consultant_id: ConsultantId) -> Consultant:
        async with self.write() as work:
            consultant = await work.consultants.get(consultant_id)
            present = await work.choices.consultant_of(person.customer_id)
            if consultant is not None and present == consultant_id:
                return consultant
            if consultant is None or not consultant.is_open:
                raise NotFound(f"consultant {consultant_id}")
            if consultant.person_id == person.id:
                raise OwnConsultant
            if present is not None and (chosen := await work.consultants.get(present)) is not None:
                raise ConsultantAlreadyChosen(chosen)
            await work.choices.choose(person.customer_id, consultant_id, self.clock())
            if consultant.person_id is not None:
                await work.outbox.put(
                    Notice(
                        to=consultant.person_id,
                        kind=NoticeKind.CUSTOMER_CHOSE_CONSULTANT,
                        key=f"chose:{person.customer_id}:{consultant_id}",
                        args={"customer": person.customer_id},
                    )
                )
        return consultant
