"""What whoever writes an announcement picks from: consultants, towns, time zones; and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Protocol

from domain.broadcasts.ports import Broadcasts
from domain.broadcasts.rights import require_author
from domain.broadcasts.segments import NAMES, CustomersOf, FromTown, Segment
from domain.consultants.find import ANYONE, by_name
from domain.consultants.matching import CERTAIN
from domain.consultants.models import Consultant
from domain.consultants.places import Place, Places
from domain.consultants.ports import Consultants
from domain.deals.ports import PricePromotions
from domain.ordering.cart import Goods
from domain.people.models import Person
from domain.shared.ids import ConsultantId
from domain.shared.localised import Localised
from domain.shared.transaction import Transaction

MOST = 6


class PickingWork(Protocol):
    @property
    def consultants(self) -> Consultants: ...

    @property
    def broadcasts(self) -> Broadcasts: ...

    @property
    def price_promotions(self) -> PricePromotions: ...


@dataclass(frozen=True, slots=True)
class PickPeople:
    """Finds what a segment may name; for whoever writes announcements. Raises Forbidden."""

    read: Transaction[PickingWork]
    places: Places
    zone: tzinfo = UTC

    async def consultants(self, person: Person, typed: str) -> Sequence[Consultant]:
        """Those a typed cabinet number or name may mean, the likeliest first."""
        require_author(person)
        async with self.read() as work:
            numbered = await work.consultants.by_number(typed.strip()[:16])
            if numbered is not None:
                return (numbered,)
            ids = by_name(await work.consultants.names(ANYONE), typed)[:MOST]
            return await work.consultants.many(ids) if ids else ()

    async def goods(self, person: Person, typed: str, consultant: ConsultantId | None) -> Goods | None:
        """The product whose code was typed, or an article's; for whoever may write that announcement."""
        require_author(person, consultant)
        codes = [each.upper() for each in typed.split()][:1]
        async with self.read() as work:
            found = await work.price_promotions.by_codes(codes) if codes else ()
        return found[0] if found else None

    async def towns(self, person: Person, typed: str) -> Sequence[Place]:
        """The towns a typed name may mean, the likeliest first; one alone where there is no doubt."""
        require_author(person)
        hits = await self.places.search(typed, MOST)
        sure = [hit.place for hit in hits if hit.score >= CERTAIN]
        return sure if len(sure) == 1 else [hit.place for hit in hits]

    async def zones(self, person: Person) -> Sequence[str]:
        """The time zones people live in, by name; the operator's among them."""
        require_author(person)
        async with self.read() as work:
            return sorted({*await work.broadcasts.zones(), str(self.zone)} - {""})

    async def called(self, segment: Segment) -> Mapping[str, Localised]:
        """What the consultant and the town of a segment are called, by the name of the condition."""
        found: dict[str, Localised] = {}
        for each in segment.conditions:
            if isinstance(each, FromTown) and (place := await self.places.get(each.town)) is not None:
                found[NAMES[FromTown]] = place.name
            if isinstance(each, CustomersOf):
                async with self.read() as work:
                    consultant = await work.consultants.get(each.consultant)
                if consultant is not None:
                    found[NAMES[CustomersOf]] = consultant.name
        return found
