"""Who an announcement goes to, as SQL. The count that is shown and the people who are put both come from here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, literal, or_, select

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.segments import (
    AsOf,
    BirthdaySoon,
    Condition,
    Consultants,
    CustomersOf,
    FromTown,
    InZone,
    NeverOrdered,
    OrderedWithin,
    Segment,
    SilentFor,
    SpentFrom,
)
from domain.consents.models import VERSIONS, Purpose
from domain.shared.ids import ConsultantId
from storage.buyers import NOT_COUNTED
from storage.sealing import Keyring
from storage.tables import audience_marks, consents, consultants, customers, muted_kinds, orders, people

TOWN, BIRTHDAY = "town", "birthday"
"""What the blind indexes of the marks are made for."""
AGREES = exists().where(
    consents.c.customer_id == people.c.customer_id,
    consents.c.purpose == Purpose.PROMOTIONS,
    consents.c.version == VERSIONS[Purpose.PROMOTIONS],
    consents.c.withdrawn_at.is_(None),
)
"""The person has agreed to the present text about promotions."""
_MARKS = audience_marks.c.customer_id == people.c.customer_id
_OWN_ZONE: Select[Any] = select(audience_marks.c.time_zone).where(_MARKS)
_CONSULTANTS_ZONE: Select[Any] = (
    select(consultants.c.time_zone)
    .join(customers, customers.c.consultant_id == consultants.c.id)
    .where(customers.c.id == people.c.customer_id)
)
ZONE: ColumnElement[str] = func.coalesce(_OWN_ZONE.scalar_subquery(), _CONSULTANTS_ZONE.scalar_subquery(), literal(""))
"""The time zone of a person: of their town, or of their consultant, or empty where neither is known."""
_COUNTED = (orders.c.customer_id == people.c.customer_id, *(orders.c.state != state for state in NOT_COUNTED))


def audience(kind: BroadcastKind, segment: Segment, keyring: Keyring, as_of: AsOf) -> list[ColumnElement[bool]]:
    """What must hold of a person: reachable, agreeing, wanting that kind, and in the segment."""
    muted = exists().where(muted_kinds.c.customer_id == people.c.customer_id, muted_kinds.c.kind == kind)
    return [people.c.reachable, AGREES, ~muted, *(_holds(each, keyring, as_of) for each in segment.conditions)]


def lives_in(zone: str) -> ColumnElement[bool]:
    """The person's time zone is that one; an empty one is of whom nobody knows it."""
    return ZONE.in_([zone])


def serves(consultant: ConsultantId) -> ColumnElement[bool]:
    """The person is this consultant's customer, and the consultant has not left."""
    return exists().where(
        customers.c.id == people.c.customer_id,
        customers.c.consultant_id == consultant,
        consultants.c.id == customers.c.consultant_id,
        consultants.c.left_at.is_(None),
    )


def _holds(condition: Condition, keyring: Keyring, as_of: AsOf) -> ColumnElement[bool]:
    match condition:
        case Consultants():
            return people.c.own_consultant_id.is_not(None)
        case CustomersOf(consultant):
            return exists().where(customers.c.id == people.c.customer_id, customers.c.consultant_id == consultant)
        case FromTown(town):
            return exists().where(_MARKS, audience_marks.c.town_index.in_(keyring.indexes(str(town), TOWN)))
        case InZone(zone):
            return or_(lives_in(zone), lives_in("")) if zone == as_of.home else lives_in(zone)
        case OrderedWithin(days):
            return exists().where(*_COUNTED, orders.c.placed_at >= as_of.before(days))
        case SilentFor(days):
            late = exists().where(*_COUNTED, orders.c.placed_at >= as_of.before(days))
            return exists().where(*_COUNTED) & ~late
        case SpentFrom(amount, days):
            spent: Select[Any] = select(func.coalesce(func.sum(orders.c.total), 0)).where(*_COUNTED)
            if days:
                spent = spent.where(orders.c.placed_at >= as_of.before(days))
            return spent.scalar_subquery() >= amount.minor
        case NeverOrdered():
            return ~exists().where(*_COUNTED)
        case BirthdaySoon():
            days_ = [index for day in as_of.birthdays for index in keyring.indexes(day, BIRTHDAY)]
            return exists().where(_MARKS, audience_marks.c.birthday_index.in_(days_))
