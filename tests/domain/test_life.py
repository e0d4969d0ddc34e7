"""Every state x party x decision, against a table written by hand here and not taken from the program."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.ordering.life import RULES, Author, Decision, decisions_of, ever_may, may
from domain.ordering.models import Delivery, Order, OrderLine, OrderState, Party
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money

NOW = datetime(2026, 5, 7, 12, tzinfo=UTC)

ALLOWED = """
            placed      paid        accepted    assembled   shipped     delivered   declined  cancelled  returned
pay         s           .           .           .           .           .           .         .          .
accept      o           o           .           .           .           .           .         .          .
decline     o           o           .           .           .           .           .         .          .
cancel      cas         ca          oa          oa          .           .           .         .          .
change      c           .           .           .           .           .           .         .          .
assemble    .           .           o           .           .           .           .         .          .
ship        .           .           .           o           .           .           .         .          .
track       .           .           .           .           o           .           .         .          .
deliver     .           .           .           .           coa         .           .         .          .
take_money  .           .           oa          oa          oa          oa          .         .          .
note        oa          oa          oa          oa          oa          oa          .         .          .
hand_over   a           a           a           a           a           .           .         .          .
remind      a           a           .           .           .           .           .         .          .
ask_return  .           .           c           c           c           c           .         .          .
return      .           .           oa          oa          oa          oa          .         .          .
refuse_return .         .           oa          oa          oa          oa          .         .          .
"""
"""c: the customer, o: the consultant of the order, a: an admin, s: the program."""
LETTERS = {"c": Party.CUSTOMER, "o": Party.CONSULTANT, "a": Party.ADMIN, "s": Party.SYSTEM}
LEADS = {
    "pay": "paid",
    "accept": "accepted",
    "decline": "declined",
    "cancel": "cancelled",
    "assemble": "assembled",
    "ship": "shipped",
    "deliver": "delivered",
    "return": "returned",
}


def table() -> dict[tuple[Decision, OrderState, Party], bool]:
    rows = [line.split() for line in ALLOWED.strip().splitlines()]
    states = [OrderState(name) for name in rows[0]]
    assert set(states) == set(OrderState)
    assert {row[0] for row in rows[1:]} == set(Decision)
    return {
        (Decision(row[0]), state, party): letter in cell
        for row in rows[1:]
        for state, cell in zip(states, row[1:], strict=True)
        for letter, party in LETTERS.items()
    }


def order(state: OrderState, **changes: Any) -> Order:
    words = Localised("Крем", "Cream")
    made = Order(
        id=OrderId(1),
        customer_id=CustomerId(1),
        consultant_id=ConsultantId(1),
        customer_name="Анна",
        consultant_name=words,
        state=state,
        lines=(OrderLine(ArticleId(1), "A1", words, None, Money(100), 1, Money(0)),),
        percent=0,
        delivery=Delivery.POST,
        delivery_cost=Money(0),
        comment="",
        placed_at=NOW,
    )
    return replace(made, **changes)


def as_party(party: Party) -> Author:
    return Author(PersonId(1), frozenset({party}))


@pytest.mark.parametrize(("decision", "state", "party"), list(itertools.product(Decision, OrderState, Party)))
def test_the_table(decision: Decision, state: OrderState, party: Party) -> None:
    asked = NOW if decision in {Decision.RETURN, Decision.REFUSE_RETURN} else None
    assert may(as_party(party), decision, order(state, return_asked_at=asked)) is table()[decision, state, party]


def test_where_each_decision_leads() -> None:
    assert {d.value: rule.to.value for d, rule in RULES.items() if rule.to} == LEADS


@pytest.mark.parametrize(("decision", "party"), list(itertools.product(Decision, Party)))
def test_a_right_in_some_state_is_a_right_at_all(decision: Decision, party: Party) -> None:
    cells = [allowed for (d, _, p), allowed in table().items() if d is decision and p is party]
    assert ever_may(as_party(party), decision) is any(cells)


def test_somebody_who_is_nothing_to_the_order_may_nothing() -> None:
    nobody = Author(PersonId(9), frozenset())
    assert not [d for state in OrderState for d in decisions_of(nobody, order(state, return_asked_at=NOW))]


def test_two_parties_in_one_person_may_what_either_may() -> None:
    both = Author(PersonId(1), frozenset({Party.CONSULTANT, Party.ADMIN}))
    assert may(both, Decision.ACCEPT, order(OrderState.PLACED))
    assert may(both, Decision.HAND_OVER, order(OrderState.PLACED))


def test_from_hand_to_hand_nothing_is_shipped() -> None:
    assembled = order(OrderState.ASSEMBLED, delivery=Delivery.IN_PERSON)
    assert not may(as_party(Party.CONSULTANT), Decision.SHIP, assembled)
    for party in (Party.CUSTOMER, Party.CONSULTANT, Party.ADMIN):
        assert may(as_party(party), Decision.DELIVER, assembled)


def test_what_is_paid_for_is_not_changed_nor_paid_again() -> None:
    assert not may(as_party(Party.CUSTOMER), Decision.CHANGE, order(OrderState.PLACED, paid_at=NOW))
    assert not may(as_party(Party.CONSULTANT), Decision.TAKE_MONEY, order(OrderState.SHIPPED, paid_at=NOW))


def test_a_return_is_asked_for_once_and_decided_once() -> None:
    asked = order(OrderState.DELIVERED, return_asked_at=NOW)
    assert not may(as_party(Party.CUSTOMER), Decision.ASK_RETURN, asked)
    for decision in (Decision.RETURN, Decision.REFUSE_RETURN):
        assert may(as_party(Party.CONSULTANT), decision, asked)
        assert not may(as_party(Party.CONSULTANT), decision, order(OrderState.DELIVERED))
