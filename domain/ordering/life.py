"""Who may do what with an order in which state: one table, pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.ordering.models import Delivery, Order, OrderState, Party
from domain.people.models import Person
from domain.shared.ids import PersonId


class Decision(StrEnum):
    """What can be done with an order."""

    PAY = "pay"
    """A payment of it was stored."""
    ACCEPT = "accept"
    DECLINE = "decline"
    CANCEL = "cancel"
    CHANGE = "change"
    ASSEMBLE = "assemble"
    SHIP = "ship"
    TRACK = "track"
    """Another tracking number."""
    DELIVER = "deliver"
    TAKE_MONEY = "take_money"
    """It was paid for outside the cabinet."""
    NOTE = "note"
    """A word to the customer."""
    HAND_OVER = "hand_over"
    """To another consultant."""
    REMIND = "remind"
    """The consultant, who does not react."""
    ASK_RETURN = "ask_return"
    RETURN = "return"
    REFUSE_RETURN = "refuse_return"


_S, _P = OrderState, Party
OPEN = frozenset({_S.PLACED, _S.PAID})
"""The consultant has not said yes or no."""
UNDERWAY = frozenset({_S.ACCEPTED, _S.ASSEMBLED, _S.SHIPPED})
LIVE = OPEN | UNDERWAY
BACK_TO_STOCK = frozenset({_S.DECLINED, _S.CANCELLED})
"""Coming into these gives the goods back to the shelf; with RETURNED it is said each time."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`parties` by the states it is done in, and the state it leads to (None: it stays).

    `fits` is a condition on the order beside its state.
    """

    parties: Mapping[OrderState, frozenset[Party]]
    to: OrderState | None = None
    fits: Callable[[Order], bool] = lambda _order: True


def _of(states: frozenset[OrderState], *parties: Party) -> dict[OrderState, frozenset[Party]]:
    return dict.fromkeys(states, frozenset(parties))


def _by_post(order: Order) -> bool:
    return order.delivery is not Delivery.IN_PERSON


RULES: Mapping[Decision, Rule] = {
    Decision.PAY: Rule(_of(frozenset({_S.PLACED}), _P.SYSTEM), _S.PAID),
    Decision.ACCEPT: Rule(_of(OPEN, _P.CONSULTANT), _S.ACCEPTED, lambda order: not order.awaits_payment),
    Decision.DECLINE: Rule(_of(OPEN, _P.CONSULTANT), _S.DECLINED),
    Decision.CANCEL: Rule(
        {
            _S.PLACED: frozenset({_P.CUSTOMER, _P.ADMIN, _P.SYSTEM}),
            _S.PAID: frozenset({_P.CUSTOMER, _P.ADMIN}),
            _S.ACCEPTED: frozenset({_P.CONSULTANT, _P.ADMIN}),
            _S.ASSEMBLED: frozenset({_P.CONSULTANT, _P.ADMIN}),
        },
        _S.CANCELLED,
    ),
    # What is paid for is not changed: its sum would differ from the payment.
    Decision.CHANGE: Rule(_of(frozenset({_S.PLACED}), _P.CUSTOMER), None, lambda order: order.paid_at is None),
    Decision.ASSEMBLE: Rule(_of(frozenset({_S.ACCEPTED}), _P.CONSULTANT), _S.ASSEMBLED),
    Decision.SHIP: Rule(_of(frozenset({_S.ASSEMBLED}), _P.CONSULTANT), _S.SHIPPED, _by_post),
    Decision.TRACK: Rule(_of(frozenset({_S.SHIPPED}), _P.CONSULTANT)),
    Decision.DELIVER: Rule(
        {
            _S.SHIPPED: frozenset({_P.CUSTOMER, _P.CONSULTANT, _P.ADMIN}),
            # From hand to hand there is nothing to ship.
            _S.ASSEMBLED: frozenset({_P.CUSTOMER, _P.CONSULTANT, _P.ADMIN}),
        },
        _S.DELIVERED,
        lambda order: order.state is _S.SHIPPED or not _by_post(order),
    ),
    Decision.TAKE_MONEY: Rule(
        _of(UNDERWAY | {_S.DELIVERED}, _P.CONSULTANT, _P.ADMIN), None, lambda order: order.paid_at is None
    ),
    Decision.NOTE: Rule(_of(LIVE | {_S.DELIVERED}, _P.CONSULTANT, _P.ADMIN)),
    Decision.HAND_OVER: Rule(_of(LIVE, _P.ADMIN)),
    Decision.REMIND: Rule(_of(OPEN, _P.ADMIN), None, lambda order: not order.awaits_payment),
    # A distance order can be refused before it is handed over and some days after (consumer law, 26.1).
    Decision.ASK_RETURN: Rule(
        _of(UNDERWAY | {_S.DELIVERED}, _P.CUSTOMER), None, lambda order: order.return_asked_at is None
    ),
    Decision.RETURN: Rule(
        _of(UNDERWAY | {_S.DELIVERED}, _P.CONSULTANT, _P.ADMIN),
        _S.RETURNED,
        lambda order: order.return_asked_at is not None,
    ),
    Decision.REFUSE_RETURN: Rule(
        _of(UNDERWAY | {_S.DELIVERED}, _P.CONSULTANT, _P.ADMIN), None, lambda order: order.return_asked_at is not None
    ),
}
"""The whole of it. tests/domain/test_life.py holds it against every state, party and decision."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts on an order, and what they are to it (a consultant may be an admin too)."""

    person_id: PersonId | None
    parties: frozenset[Party]

    def party(self, rule: Rule, state: OrderState) -> Party | None:
        """As whom they may do it in that state; None: they may not."""
        allowed = rule.parties.get(state, frozenset()) & self.parties
        return next((party for party in Party if party in allowed), None)


SYSTEM = Author(None, frozenset({Party.SYSTEM}))
"""The program itself: a term ran out, a payment came."""


def author_of(person: Person, order: Order) -> Author:
    """What the person is to the order."""
    parties: set[Party] = set()
    if order.customer_id == person.customer_id:
        parties.add(Party.CUSTOMER)
    if person.own_consultant_id is not None and order.consultant_id == person.own_consultant_id:
        parties.add(Party.CONSULTANT)
    if person.is_admin:
        parties.add(Party.ADMIN)
    return Author(person.id, frozenset(parties))


def may(author: Author, decision: Decision, order: Order) -> bool:
    """Whether they may do that with the order as it is."""
    rule = RULES[decision]
    return author.party(rule, order.state) is not None and rule.fits(order)


def ever_may(author: Author, decision: Decision) -> bool:
    """Whether it is theirs to do in any state at all: if so, a no is a matter of time and not of right."""
    return any(author.parties & parties for parties in RULES[decision].parties.values())


def decisions_of(author: Author, order: Order) -> tuple[Decision, ...]:
    """Everything they may do with the order as it is."""
    return tuple(decision for decision in Decision if may(author, decision, order))
