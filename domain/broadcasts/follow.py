"""Where the buttons under an announcement lead."""

from __future__ import annotations

from dataclasses import dataclass

from domain.broadcasts.links import CategoryLink, ProductLink, PromotionLink, WebLink
from domain.broadcasts.models import BroadcastId
from domain.broadcasts.ports import BroadcastsWork
from domain.people.models import Person
from domain.pricing.promotions import Promotion, PromotionId
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class FollowLinks:
    """What a button leads to, long after the announcement too; open to everybody who has it. Raises NotFound."""

    read: Transaction[BroadcastsWork]
    clock: Clock

    async def __call__(
        self, person: Person, id: BroadcastId, number: int
    ) -> ProductLink | CategoryLink | PromotionLink:
        """The link of that place under that announcement; pages of the web open without us."""
        async with self.read() as work:
            found = await work.broadcasts.get(id)
        if found is None or not 0 <= number < len(found.what.links):
            raise NotFound(f"link {number} of broadcast {id}")
        link = found.what.links[number]
        if isinstance(link, WebLink):
            raise NotFound("a page of the web")
        return link

    async def promotion(self, id: PromotionId) -> Promotion:
        """A price promotion that is on at this moment."""
        async with self.read() as work:
            kept = await work.price_promotions.get(id)
        now = self.clock()
        if kept is None or not kept.is_on:
            raise NotFound(f"promotion {id}")
        ends = kept.promotion.conditions.ends_at
        if ends is not None and ends <= now:
            raise NotFound(f"promotion {id} is over")
        return kept.promotion
