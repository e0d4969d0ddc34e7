"""Talking in words: conversations, tickets, announcements, the FAQ, and a consultant's care for clients."""

from __future__ import annotations

from collections.abc import Mapping

from domain.broadcasts.links import InvalidLink
from domain.broadcasts.models import InvalidBroadcast
from domain.broadcasts.own import TooManyOwn
from domain.broadcasts.recall import NothingToRecall
from domain.broadcasts.segments import InvalidSegment
from domain.broadcasts.times import InvalidTimes
from domain.broadcasts.use_cases import OwnBroadcast
from domain.clients.care import NotAgreed, TaskOver
from domain.clients.models import ClientQuiet
from domain.faq.models import Book, InvalidFaq
from domain.relay.errors import ConversationOver, NobodyToWrite, NotRelayable, NotYours, TooManyMessages, TooOld
from domain.shared.errors import DomainError
from domain.tickets.errors import NothingSaid, TicketChanged, TicketSettled, TooLateToReopen, TooManyTickets
from handlers.ui.wording.ways import CLIENTS, CONSULTANT, DRAFT, LINKS, NEW_TICKET, TICKETS, TIMES, TODO, Wording
from locales.translator import Translator

WORDS: Mapping[type[DomainError], Wording] = {
    InvalidBroadcast: ("error-broadcast-text", DRAFT),
    InvalidSegment: ("error-broadcast-segment", DRAFT),
    InvalidTimes: ("error-broadcast-time-format", TIMES),
    InvalidLink: ("error-broadcast-link-address", LINKS),
    OwnBroadcast: ("error-broadcast-own", None),
    NothingToRecall: ("error-nothing-to-recall", None),
    NobodyToWrite: ("error-relay-nobody", CONSULTANT),
    ConversationOver: ("error-relay-over", None),
    TooManyMessages: ("error-relay-many", None),
    NotRelayable: ("error-relay-kind", None),
    NotYours: ("error-relay-not-yours", None),
    TooOld: ("error-relay-old", None),
    TooManyOwn: ("error-broadcast-many", CLIENTS),
    TaskOver: ("error-task-over", TODO),
    NotAgreed: ("error-not-agreed", TODO),
    ClientQuiet: ("error-client-quiet", CLIENTS),
    InvalidFaq: ("error-faq-invalid", None),
    NothingSaid: ("error-ticket-empty", None),
    TicketSettled: ("error-ticket-settled", TICKETS),
    TicketChanged: ("error-ticket-changed", TICKETS),
    TooLateToReopen: ("error-ticket-late", NEW_TICKET),
    TooManyTickets: ("error-ticket-many", TICKETS),
}


def in_detail(error: DomainError, key: str, tr: Translator) -> str | None:
    """The sentence where it says more than its key does, else None."""
    match error:
        case NothingSaid():
            return tr("error-ticket-long" if error.too_long else key, limit=error.limit)
        case TicketSettled():
            return tr(f"error-ticket-{error.state}")
        case TooLateToReopen():
            return tr(key, days=error.days)
        case TooManyTickets():
            return tr(key, limit=error.limit)
        case InvalidFaq(book=Book.READY):
            return tr("error-ready-invalid")
        case InvalidBroadcast():
            return tr(f"error-broadcast-{error.args[0]}", limit=str(error.limit))
        case InvalidTimes():
            return tr(f"error-broadcast-time-{error.args[0]}")
        case InvalidLink():
            return tr(f"error-broadcast-link-{error.args[0]}")
        case TooManyOwn():
            return tr(key, limit=error.limit)
    return None
