"""What moves an order from state to state, and what is kept of it on the way."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from domain.ordering.models import EventKind, OrderState
from storage.tables import orders

ONE = orders.c.id == bindparam("order")
_MOVE = update(orders).where(ONE, orders.c.state == bindparam("old"))
GO_ON = _MOVE.values(state=bindparam("new"))
_GO_ON_FROM_OPEN = _MOVE.values(state=bindparam("new"), waits_since=None)
_BECOME_PAID = _MOVE.values(state=bindparam("new"), paid_at=bindparam("at"), waits_since=bindparam("at"))
_ARRIVE = _MOVE.values(state=bindparam("new"), delivered_at=bindparam("at"))
_END = _MOVE.values(state=bindparam("new"), waits_since=None, return_asked_at=None)
MOVES = {
    OrderState.PAID: _BECOME_PAID,
    OrderState.ACCEPTED: _GO_ON_FROM_OPEN,
    OrderState.DELIVERED: _ARRIVE,
    OrderState.DECLINED: _END,
    OrderState.CANCELLED: _END,
    OrderState.RETURNED: _END,
}
NOTED = {
    EventKind.PAID: update(orders).where(ONE).values(paid_at=bindparam("at")),
    EventKind.RETURN_ASKED: update(orders).where(ONE).values(return_asked_at=bindparam("at")),
    EventKind.RETURN_REFUSED: update(orders).where(ONE).values(return_asked_at=None),
}
