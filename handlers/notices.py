"""Notices in words: what an owed message says at the moment it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from domain.audit.personal import ShowPersonal
from domain.broadcasts.models import BroadcastId
from domain.consultants.use_cases import ShowConsultant
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.personal.reading import ReadRequest
from domain.points.use_cases import ShowPoints
from domain.shared.ids import ArticleId, ConsultantId
from domain.wishes.use_cases import ShowBack
from handlers.access.notices import KINDS, AccessNotices
from handlers.broadcasts.notices import KINDS as BROADCAST_KINDS
from handlers.broadcasts.notices import BroadcastNotices
from handlers.broadcasts.report_views import ReportSheet
from handlers.clients.notices import KINDS as CLIENT_KINDS
from handlers.clients.notices import ClientNotices
from handlers.deals.views import points_ending_screen
from handlers.ordering.notices import KINDS as ORDER_KINDS
from handlers.ordering.notices import OrderNotices
from handlers.payments.notices import KINDS as PAYMENT_KINDS
from handlers.payments.notices import PaymentNotices
from handlers.privacy.notices import KINDS as PRIVACY_KINDS
from handlers.privacy.notices import PrivacyNotices
from handlers.privacy.request_views import words_screen
from handlers.relay.notices import KINDS as RELAY_KINDS
from handlers.relay.notices import RelayNotices
from handlers.staff.views import personal_screen
from handlers.tickets.notices import KINDS as TICKET_KINDS
from handlers.tickets.notices import TicketNotices
from handlers.ui.links import FindAnother, OpenForm, OpenOrders
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home_below
from handlers.wishes.views import back_screen
from locales.translator import Translator


@dataclass(frozen=True, slots=True)
class Notices:
    """Renders a notice for its recipient, in their language, from the things as they are now."""

    orders: OrderNotices
    show_consultant: ShowConsultant
    access: AccessNotices
    show_personal: ShowPersonal
    payments: PaymentNotices | None = None
    privacy: PrivacyNotices | None = None
    show_back: ShowBack | None = None
    broadcasts: BroadcastNotices | None = None
    relay: RelayNotices | None = None
    read_request: ReadRequest | None = None
    clients: ClientNotices | None = None
    tickets: TicketNotices | None = None
    broadcast_sheet: ReportSheet | None = None
    show_points: ShowPoints | None = None

    async def render(
        self, kind: str, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more (the order is gone or not theirs)."""
        if (of_access := NoticeKind(kind)) in KINDS:
            return await self.access.render(of_access, args, person, tr, zone)
        if self.payments is not None and of_access in PAYMENT_KINDS:
            return await self.payments.render(of_access, args, person, tr, zone)
        if of_access in ORDER_KINDS:
            return await self.orders.render(of_access, args, person, tr, zone)
        if of_access in PRIVACY_KINDS:
            return None if self.privacy is None else await self.privacy.render(of_access, args, person, tr, zone)
        if of_access in RELAY_KINDS:
            return None if self.relay is None else await self.relay.render(of_access, args, person, tr)
        if of_access in BROADCAST_KINDS:
            return None if self.broadcasts is None else await self.broadcasts.render(of_access, args, person, tr, zone)
        if of_access in CLIENT_KINDS:
            return None if self.clients is None else await self.clients.render(of_access, args, person, tr)
        if of_access in TICKET_KINDS:
            return None if self.tickets is None else await self.tickets.render(of_access, args, person, tr, zone)
        match NoticeKind(kind):
            case NoticeKind.CUSTOMER_CHOSE_CONSULTANT:
                ways = [button(tr("notice-open-orders"), OpenOrders(serving=True).pack())]
                return Screen(tr("notice-new-customer"), keyboard([ways, [home_below(tr)]]), keep=True)
            case NoticeKind.CUSTOMER_LEFT:
                ways = [button(tr("notice-open-orders"), OpenOrders(serving=True).pack())]
                return Screen(tr("notice-customer-left"), keyboard([ways, [home_below(tr)]]), keep=True)
            case NoticeKind.CONSULTANT_GONE:
                return await self._gone(ConsultantId(int(args["consultant"])), person, tr)
            case NoticeKind.FORM_REMINDER:
                if person.registered:
                    return None
                on = [button(tr.plain("home-continue-form"), OpenForm().pack())]
                return Screen(tr("notice-form-reminder"), keyboard([on, [home_below(tr)]]), keep=True)
            case NoticeKind.BACK_IN_STOCK:
                found = await self.show_back(ArticleId(int(args["article"]))) if self.show_back else None
                return None if found is None else back_screen(*found, tr)
            case NoticeKind.PERSONAL_DATA if "request" in args:
                read = self.read_request
                words = await read(person, int(args["entry"]), int(args["request"])) if read else None
                return None if words is None else words_screen(*words, tr)
            case NoticeKind.POINTS_ENDING:
                return await self._points(int(args["until"]), person, tr, zone)
            case NoticeKind.PERSONAL_DATA:
                personal = await self.show_personal(person, int(args["entry"]))
                return None if personal is None else personal_screen(personal, tr)
            case NoticeKind.BROADCAST_SHEET if self.broadcast_sheet is not None:
                return await self.broadcast_sheet(BroadcastId(int(args["broadcast"])), person, tr)
            case NoticeKind.BROADCAST_RECALL:
                return Screen("", delete=int(args["message"]), album=int(args["broadcast"]))
        return None

    async def _points(self, until: int, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        book = None if self.show_points is None else await self.show_points(person)
        # What moved since the notice was owed has begun a new time.
        if book is None or book.expires_at is None or int(book.expires_at.timestamp()) != until:
            return None
        return points_ending_screen(book, tr, zone)

    async def _gone(self, consultant_id: ConsultantId, person: Person, tr: Translator) -> Screen | None:
        consultant = await self.show_consultant(consultant_id)
        if person.consultant_id != consultant_id or not consultant.is_gone:
            return None
        rows = [[button(tr.plain("notice-find-consultant"), FindAnother().pack())], [home_below(tr)]]
        return Screen(tr("notice-consultant-gone", name=consultant.name[tr.language]), keyboard(rows), keep=True)
