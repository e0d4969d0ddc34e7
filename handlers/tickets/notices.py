"""Notices about tickets in words: to the person, to those of the staff, and to their group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import tzinfo

from domain.notices.models import NoticeKind
from domain.notices.use_cases import FindNotice
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.tickets.models import TicketId
from domain.tickets.serve import ServeTickets
from domain.tickets.sheet import Sheet
from domain.tickets.write import OwnTickets
from handlers.tickets import serve_views, views
from handlers.ui.screen import Screen, Topic
from locales.translator import Translator

KINDS = frozenset(kind for kind in NoticeKind if kind.startswith("ticket_"))


@dataclass(frozen=True, slots=True)
class TicketNotices:
    """Renders the notices of KINDS, from the ticket as it is when they are sent."""

    own_tickets: OwnTickets
    serve_tickets: ServeTickets
    find_notice: FindNotice

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send, or with `edit` to put in another's place; None when there is nothing to say."""
        ticket_id = TicketId(int(args["ticket"]))
        try:
            if kind is NoticeKind.TICKET_NEWS:
                sheet = await self.own_tickets.show(person, ticket_id)
                return views.news_screen(sheet, str(args["news"]), int(args["entry"]), tr)
            sheet = await self.serve_tickets.show(person, ticket_id)
        except (NotFound, Forbidden):
            # It is gone, or who was to hear of it is of the staff no more.
            return None
        if kind is NoticeKind.TICKET_REFRESH:
            return await self._refreshed(sheet, args, tr, zone, in_group=person.id < 0)
        if person.id > 0:
            return self._staff(kind, sheet, args, tr, zone, in_group=False)
        screen = self._staff(kind, sheet, args, tr, zone, in_group=True)
        return None if screen is None else replace(screen, topic=_topic(kind, sheet, tr))

    def _staff(
        self,
        kind: NoticeKind,
        sheet: Sheet,
        args: Mapping[str, int | str],
        tr: Translator,
        zone: tzinfo,
        *,
        in_group: bool,
    ) -> Screen | None:
        number = sheet.ticket.number
        match kind:
            case NoticeKind.TICKET_CARD:
                note = "" if in_group else tr("ticket-notice-new")
                return serve_views.card_screen(sheet, tr, zone, in_group=in_group, note=note)
            case NoticeKind.TICKET_REMINDER:
                why = str(args["why"])
                if why != "handed" and sheet.ticket.state != "open":
                    return None
                note = tr(f"ticket-remind-{why}", number=number)
                return serve_views.card_screen(sheet, tr, zone, in_group=in_group, note=note)
            case NoticeKind.TICKET_ENTRY:
                return serve_views.entry_screen(sheet, int(args["entry"]), tr, in_group=in_group)
            case NoticeKind.TICKET_ROOM:
                return serve_views.entry_screen(sheet, int(args["entry"]), tr, in_group=True)
        return None

    async def _refreshed(
        self, sheet: Sheet, args: Mapping[str, int | str], tr: Translator, zone: tzinfo, *, in_group: bool
    ) -> Screen | None:
        sent = await self.find_notice(int(args["of"]))
        if sent is None or sent.message_id is None:
            # It is still to be sent, and will show what is then.
            return None
        return replace(serve_views.card_screen(sheet, tr, zone, in_group=in_group), edit=sent.message_id)


def _topic(kind: NoticeKind, sheet: Sheet, tr: Translator) -> Topic:
    """The ticket's topic, which is closed and opened together with it."""
    ticket = sheet.ticket
    name = tr.plain("ticket-topic", number=ticket.number, about=tr.plain(f"ticket-about-{ticket.category}"))
    shut = not ticket.is_live if kind is NoticeKind.TICKET_ROOM else None
    return Topic(ticket.id, name, sheet.thread, shut)
