"""What can be done with a ticket: by whom, in which state, and what it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.shared.errors import Forbidden
from domain.tickets.errors import TicketSettled, TooLateToReopen
from domain.tickets.models import LIVE, State, Ticket

REOPEN = timedelta(days=7)
"""How long a closed ticket can be opened again."""


class Side(StrEnum):
    """What somebody is to a ticket. Whoever is neither does not see it at all."""

    AUTHOR = "author"
    STAFF = "staff"


class Action(StrEnum):
    WRITE = "write"
    ANSWER = "answer"
    NOTE = "note"
    TAKE = "take"
    HAND_OVER = "hand_over"
    MERGE = "merge"
    CLOSE = "close"
    REOPEN = "reopen"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Rule:
    """By whom and in which states; `to` None leaves the state as it is."""

    sides: frozenset[Side]
    states: frozenset[State]
    to: State | None = None


_AUTHOR, _STAFF = frozenset({Side.AUTHOR}), frozenset({Side.STAFF})
_CLOSED = frozenset({State.CLOSED})

RULES: Mapping[Action, Rule] = {
    Action.WRITE: Rule(_AUTHOR, LIVE, State.OPEN),
    Action.ANSWER: Rule(_STAFF, LIVE, State.ANSWERED),
    Action.NOTE: Rule(_STAFF, frozenset(State)),
    Action.TAKE: Rule(_STAFF, LIVE),
    Action.HAND_OVER: Rule(_STAFF, LIVE),
    Action.MERGE: Rule(_STAFF, LIVE, State.MERGED),
    Action.CLOSE: Rule(_AUTHOR | _STAFF, LIVE, State.CLOSED),
    Action.REOPEN: Rule(_AUTHOR | _STAFF, _CLOSED, State.OPEN),
    Action.RATE: Rule(_AUTHOR, _CLOSED),
}


def may(action: Action, side: Side, ticket: Ticket, now: datetime) -> bool:
    """Whether there is a button for it."""
    try:
        after(action, side, ticket, now)
    except (Forbidden, TicketSettled, TooLateToReopen):
        return False
    return True


def after(action: Action, side: Side, ticket: Ticket, now: datetime) -> State:
    """The state the ticket comes into. Raises Forbidden where it is never this side's to do, TicketSettled where not in

    this state (a ticket is rated once), TooLateToReopen.
    """
    rule = RULES[action]
    if side not in rule.sides:
        raise Forbidden(f"{action} by the {side} of a ticket")
    if ticket.state not in rule.states or (action is Action.RATE and ticket.rating is not None):
        raise TicketSettled(ticket.state)
    if action is Action.REOPEN and ticket.closed_at is not None and now - ticket.closed_at > REOPEN:
        raise TooLateToReopen(REOPEN.days)
    return rule.to or ticket.state
