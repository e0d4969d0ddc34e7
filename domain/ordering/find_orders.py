"""Looking through orders: by state, by period, by a number or a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from domain.ordering.models import Order, OrderBrief, OrderState
from domain.ordering.ports import OrderingWork
from domain.ordering.wanted import Wanted, Whose
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import OrderId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
SHEET = 5_000
QUERY = 64
"""Longer than any name's useful part."""


class Group(StrEnum):
    """States one looks for together."""

    ALL = "all"
    NEW = "new"
    ACCEPTED = "accepted"
    ASSEMBLED = "assembled"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    OVER = "over"


_S = OrderState
STATES: Mapping[Group, tuple[OrderState, ...]] = {
    Group.ALL: tuple(OrderState),
    Group.NEW: (_S.PLACED, _S.PAID),
    Group.ACCEPTED: (_S.ACCEPTED,),
    Group.ASSEMBLED: (_S.ASSEMBLED,),
    Group.SHIPPED: (_S.SHIPPED,),
    Group.DELIVERED: (_S.DELIVERED,),
    Group.OVER: (_S.DECLINED, _S.CANCELLED, _S.RETURNED),
}


class Period(StrEnum):
    """How far back one looks."""

    ALL = "all"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


DAYS: Mapping[Period, int] = {Period.MONTH: 30, Period.QUARTER: 91, Period.YEAR: 365}


@dataclass(frozen=True, slots=True)
class FoundOrders:
    """A page of what was found, and how many there are in each group, whichever one is looked at."""

    page: Page[OrderBrief]
    counts: Mapping[Group, int]
    group: Group
    period: Period
    query: str


@dataclass(frozen=True, slots=True)
class FindOrders:
    """A person's own orders, or (`serving`) those they serve; an admin who serves sees everybody's.

    Raises Forbidden for `serving` by who is neither consultant nor admin.
    """

    read: Transaction[OrderingWork]
    clock: Clock

    async def __call__(
        self,
        person: Person,
        number: int = 0,
        *,
        serving: bool = False,
        group: Group = Group.ALL,
        period: Period = Period.ALL,
        query: str = "",
    ) -> FoundOrders:
        whose, wanted = _whose(person, serving), self._wanted(group, period, query)
        async with self.read() as work:
            by_state = await work.order_lists.counts(whose, wanted)
            counts = {each: sum(by_state.get(state, 0) for state in states) for each, states in STATES.items()}
            number = clamp_page(number, PAGE, counts[group])
            found = await work.order_lists.find(whose, wanted, number * PAGE, PAGE)
        return FoundOrders(Page(found, number, PAGE, counts[group]), counts, group, period, query)

    async def sheet(
        self,
        person: Person,
        *,
        serving: bool = False,
        group: Group = Group.ALL,
        period: Period = Period.ALL,
        query: str = "",
    ) -> Sequence[Order]:
        """What was found with its lines, the newest first, at most SHEET orders. Raises as above."""
        whose, wanted = _whose(person, serving), self._wanted(group, period, query)
        async with self.read() as work:
            return await work.order_lists.full(whose, wanted, SHEET)

    def _wanted(self, group: Group, period: Period, query: str) -> Wanted:
        days = DAYS.get(period)
        since = None if days is None else self.clock() - timedelta(days=days)
        text = query.strip()[:QUERY].casefold().replace("ё", "е")
        digits = text.lstrip("№#").strip()
        order_id = OrderId(int(digits) - 10_000) if digits.isdecimal() and 5 <= len(digits) <= 15 else None
        return Wanted(STATES[group], since, tuple(text.split()), order_id)


def _whose(person: Person, serving: bool) -> Whose:
    if not serving:
        return Whose(customer=person.customer_id)
    return Whose() if person.is_admin else Whose(consultant=person.require_consultant())
