"""Searching the catalog; open to everyone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from domain.ordering.price_cart import priced
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.pricing.promotions import NOT_OFFERED, offered
from domain.search.models import MOST, Found, Narrowed
from domain.search.ports import SearchWork
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class SearchCatalog:
    """A stretch of what is found, best first (see the port); what is off sale is nobody's to find.

    Promises an answer to whatever is typed. `zone` is the company's: its days count for what is on offer, together
    with the promotions that name goods and hold for this person.
    """

    read: Transaction[SearchWork]
    clock: Clock
    zone: tzinfo
    terms: Terms

    async def __call__(self, person: Person, text: str, narrowed: Narrowed, offset: int, limit: int) -> Found:
        today = self.clock().astimezone(self.zone).date()
        async with self.read() as work:
            cart = await priced(work, person, self.terms, self.clock) if narrowed.on_offer else None
            on_offer = offered(cart.basis.made_for_goods()) if cart else NOT_OFFERED
            found = await work.search.find(text, narrowed, today, max(0, min(offset, MOST)), limit, on_offer)
            if not found.hits and found.total:
                last = (found.total - 1) // limit * limit
                found = await work.search.find(text, narrowed, today, last, limit, on_offer)
        return found
