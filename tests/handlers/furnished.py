"""More of somebody's cabinet for test_tampering: addresses, payments, a return, wishes, points, requests about data."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState
from domain.codes.models import Way
from domain.deals.models import CartDeal, OrderDeal
from domain.joining.address import Address
from domain.joining.models import Step
from domain.ordering.cart import Choice
from domain.ordering.models import Delivery, EventKind, Order, OrderEvent, OrderState, Party
from domain.ordering.models import Payment as PayBy
from domain.payments.models import Charge, Payment, PaymentState, Trouble
from domain.personal.models import DataRequest, Kind, State, Texts
from domain.points.models import Move, MoveKind
from domain.shared.ids import AddressId, CustomerId, OrderId, PaymentId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money
from tests.fake_data import Data
from tests.handlers.cabinet import NOW

SECRETS = ("Заречная", "80094512345678", "крышка треснула", "чужой адрес", "передавали мой", "charge-of-owner")
RETURNED, UNPAID = OrderId(7), OrderId(1)
OWNED = ("order_events", "order_deals", "point_moves", "payments", "told", "former_contacts", "broadcasts")
"""What is nobody's but theirs in this cabinet, or the staff's alone: nothing may be added either."""
KEYED = ("cart_choices", "cart_comments", "cart_deals", "addresses", "terms", "wishes", "reorder_wishes", "cart_lines")
"""What everybody has some of: only what is theirs is compared."""


def furnish_more(data: Data, owner: PersonId, cabinet: CustomerId, placed: Order) -> None:
    """Beside the order just placed: one that is to come back, one that waits for its payment, and the rest."""
    data.orders[placed.id] = replace(placed, tracking="80094512345678", address="Москва, Заречная, 1")
    data.orders[RETURNED] = replace(
        placed,
        id=RETURNED,
        state=OrderState.DELIVERED,
        delivered_at=NOW,
        paid_at=NOW,
        return_asked_at=NOW,
        contact="owner@example.org",
    )
    data.orders[UNPAID] = replace(placed, id=UNPAID, payment=PayBy.CARD, pay_until=NOW + timedelta(minutes=20))
    data.order_events[RETURNED] = (OrderEvent(EventKind.RETURN_ASKED, Party.CUSTOMER, owner, NOW, "крышка треснула"),)
    data.order_deals[placed.id] = OrderDeal(points=15, points_earned=3)
    data.addresses[cabinet, AddressId(7)] = Address("101000", "Москва", "Москва", "Заречная", "1")
    data.cart_choices[cabinet] = Choice(Delivery.COURIER, AddressId(7))
    data.cart_comments[cabinet] = "Звоните маме"
    data.cart_deals[cabinet] = CartDeal(points=15, balance=300)
    data.terms[cabinet, "1"] = NOW
    for kind in ("favourite", "compared", "watch", "seen"):
        data.wishes[kind, cabinet, 1] = NOW
    data.point_moves["theirs"] = Move("theirs", MoveKind.EARNED, cabinet, 300, NOW)
    data.reorder_wishes[cabinet] = NOW
    for id_, order_id, trouble in ((7, RETURNED, Trouble.RETURNED), (77, placed.id, None)):
        charge = Charge(f"charge-of-owner-{id_}", f"provider-{id_}", "payload", Money(200_00))
        state = PaymentState.REFUND_DUE if trouble else PaymentState.APPLIED
        data.payments[PaymentId(id_)] = Payment(PaymentId(id_), charge, order_id, owner, state, trouble, NOW)
    for id_, kind_, about in ((1, Kind.CORRECTION, Step.ADDRESS), (7, Kind.QUESTION, None), (77, Kind.ERASURE, None)):
        data.data_requests[id_] = DataRequest(id_, kind_, State.OPEN, cabinet, owner, NOW, NOW, about=about)
    data.request_texts[1] = Texts("Там чужой адрес")
    data.request_texts[7] = Texts("Кому вы передавали мой телефон?")
    data.former_contacts[7] = (Step.EMAIL, Way.EMAIL, "owner@example.org", NOW)
    what, author = Announcement(Localised("Скоро каталог", "A catalog soon")), PersonId(3001)
    data.broadcasts[BroadcastId(7)] = Broadcast(BroadcastId(7), what, BroadcastState.RUNNING, 0, NOW, NOW, author)


def more_of_theirs(data: Data, owner: PersonId, cabinet: CustomerId) -> list[Any]:
    """All of it, to compare."""
    keyed = [{key: each for key, each in getattr(data, name).items() if _is_of(cabinet, key)} for name in KEYED]
    return [
        [each for each in data.orders.values() if each.customer_id == cabinet],
        [each for each in data.outbox.values() if each.to == owner],
        [each for each in data.audit.values() if each.subject == cabinet],
        [each for each in data.data_requests.values() if each.customer_id == cabinet],
        [data.request_texts[each] for each in (1, 7)],
        *(dict(getattr(data, name)) for name in OWNED),
        *keyed,
    ]


def _is_of(cabinet: CustomerId, key: Any) -> bool:
    return cabinet in key if isinstance(key, tuple) else bool(key == cabinet)
