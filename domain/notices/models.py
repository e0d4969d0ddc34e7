"""What has to reach a person even if they are not looking right now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.shared.ids import PersonId


class NoticeKind(StrEnum):
    """Which words and buttons the notice has; they are made when it is sent, in the person's language of then."""

    CUSTOMER_CHOSE_CONSULTANT = "customer_chose_consultant"
    CUSTOMER_LEFT = "customer_left"
    CONSULTANT_GONE = "consultant_gone"
    RELAY = "relay"
    RELAY_EDIT = "relay_edit"
    RELAY_DELETE = "relay_delete"
    RELAY_REACTION = "relay_reaction"
    RELAY_UNDELIVERED = "relay_undelivered"
    RELAY_REMINDER = "relay_reminder"
    RELAY_OFFER = "relay_offer"
    RELAY_CLOSED = "relay_closed"
    ORDER_PLACED = "order_placed"
    ORDER_DECIDED = "order_decided"
    ORDER_REFRESH = "order_refresh"
    ORDER_REMINDER = "order_reminder"
    ORDER_STUCK = "order_stuck"
    ORDER_NOTE = "order_note"
    ORDER_PAPER = "order_paper"
    ORDERS_SHEET = "orders_sheet"
    RETURN_ASKED = "return_asked"
    ORDER_UNPAID = "order_unpaid"
    REFUND_DUE = "refund_due"
    REORDER = "reorder"
    CABINET_OPENED = "cabinet_opened"
    CABINET_LETTER = "cabinet_letter"
    CABINET_RECOVERED = "cabinet_recovered"
    NEW_BINDING = "new_binding"
    BINDING_ENDED = "binding_ended"
    PASSWORD_CHANGED = "password_changed"
    CONSULTING_ASKED = "consulting_asked"
    CONSULTING_DECIDED = "consulting_decided"
    CODE = "code"
    PERSONAL_DATA = "personal_data"
    FORM_REMINDER = "form_reminder"
    DATA_CHANGED = "data_changed"
    FORMER_CONTACT = "former_contact"
    DATA_COPY = "data_copy"
    DATA_REQUEST = "data_request"
    REQUEST_NEWS = "request_news"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_REFUSED = "erasure_refused"
    ERASED = "erased"
    ACT = "act"
    BACK_IN_STOCK = "back_in_stock"
    POINTS_ENDING = "points_ending"
    BROADCAST = "broadcast"
    BROADCAST_ASKED = "broadcast_asked"
    BROADCAST_ANSWERED = "broadcast_answered"
    BROADCAST_MISSED = "broadcast_missed"
    PROPOSAL = "proposal"
    PROPOSAL_REFRESH = "proposal_refresh"
    PROPOSAL_ANSWER = "proposal_answer"
    CARE = "care"
    BROADCAST_RECALL = "broadcast_recall"
    BROADCAST_SHEET = "broadcast_sheet"
    TICKET_CARD = "ticket_card"
    TICKET_ENTRY = "ticket_entry"
    TICKET_REMINDER = "ticket_reminder"
    TICKET_REFRESH = "ticket_refresh"
    TICKET_ROOM = "ticket_room"
    TICKET_NEWS = "ticket_news"


class Channel(StrEnum):
    """The way a notice goes: into the chat, or as a letter or an SMS to an address found when it is sent."""

    TELEGRAM = "telegram"
    EMAIL = "email"
    SMS = "sms"


class Priority(IntEnum):
    """Which goes first. Answers to a press do not queue here at all."""

    NOTICE = 0
    BULK = 10


@dataclass(frozen=True, slots=True)
class Notice:
    """One message owed to one person.

    `key` makes it unique: a second notice with the same key is the same notice. `args` holds ids only, so what is sent
    shows the state of the moment it is sent, and no personal data waits in the queue. Notices of one `subject` can be
    found again: what was sent before may need an edit. `due`: not before then; at once where it is None.
    """

    to: PersonId
    kind: NoticeKind
    key: str
    args: Mapping[str, int | str] = field(default_factory=dict)
    priority: Priority = Priority.NOTICE
    channel: Channel = Channel.TELEGRAM
    subject: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice in the outbox; `message_id` once it was sent into the chat."""

    id: int
    to: PersonId
    kind: NoticeKind
    message_id: int | None
