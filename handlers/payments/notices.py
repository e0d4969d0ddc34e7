"""What is owed to people about payments, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from domain.notices.models import NoticeKind
from domain.ordering.decide_order import ShowOrder
from domain.payments.use_cases import Refunds
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import OrderId, PaymentId
from handlers.payments import views
from handlers.ui.screen import Screen
from locales.translator import Translator

KINDS = frozenset({NoticeKind.ORDER_UNPAID, NoticeKind.REFUND_DUE})


@dataclass(frozen=True, slots=True)
class PaymentNotices:
    """Renders the notices about payments."""

    show_order: ShowOrder
    refunds: Refunds

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message; None when there is nothing to say any more."""
        try:
            if kind is NoticeKind.ORDER_UNPAID:
                return views.unpaid_screen(await self.show_order(person, OrderId(int(args["order"]))), tr)
            payment = await self.refunds.get(person, PaymentId(int(args["payment"])))
        except (NotFound, Forbidden):
            return None
        return None if payment is None else views.refund_notice(payment, tr, zone)
