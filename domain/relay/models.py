"""A customer and their consultant who write to each other, each in their own chat with the bot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from domain.consultants.models import Consultant
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, PersonId, ProductId

ConversationId = NewType("ConversationId", int)
RelayedId = NewType("RelayedId", int)

ALBUM_QUIET = timedelta(seconds=1)
"""An album comes piece by piece; after this long without another piece it is taken to be whole."""
DELETABLE = timedelta(hours=47)
"""Telegram lets a bot delete a message for 48 hours."""


class Side(StrEnum):
    """Which end of a conversation."""

    CUSTOMER = "customer"
    CONSULTANT = "consultant"

    @property
    def other(self) -> Side:
        return Side.CONSULTANT if self is Side.CUSTOMER else Side.CUSTOMER


class Kind(StrEnum):
    """What a relayed message is."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    DOCUMENT = "document"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    PRODUCT = "product"
    CART = "cart"


@dataclass(frozen=True, slots=True)
class Content:
    """What was written. `html` is the text, or the words under a picture, in Telegram's HTML.

    `file_id` is Telegram's own name of the file: the file itself never comes here. `lines` are (article, pieces).
    """

    kind: Kind
    html: str = ""
    file_id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    phone: str | None = None
    name: str | None = None
    last_name: str | None = None
    product: ProductId | None = None
    article: ArticleId | None = None
    lines: tuple[tuple[ArticleId, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a customer and a consultant have to say to each other, until one of them closes it.

    `person_id` is the account of the customer's that wrote last: what the consultant writes goes there.
    `is_theirs`: the consultant is still the one the customer has. `unread` counts what the consultant has not seen,
    `waits_since` is when the customer wrote what nobody has answered. `answered`: the consultant wrote something in it.
    """

    id: ConversationId
    customer_id: CustomerId
    consultant_id: ConsultantId
    person_id: PersonId
    customer_name: str | None
    opened_at: datetime
    last_at: datetime
    is_theirs: bool = True
    unread: int = 0
    answered: bool = False
    waits_since: datetime | None = None
    reminded_at: datetime | None = None
    offered_at: datetime | None = None
    closed_at: datetime | None = None
    rating: int | None = None

    @property
    def is_live(self) -> bool:
        return self.closed_at is None and self.is_theirs

    def side_of(self, person: Person) -> Side:
        """The end this person is at. Raises NotFound for everyone else."""
        if person.own_consultant_id == self.consultant_id:
            return Side.CONSULTANT
        if person.customer_id == self.customer_id:
            return Side.CUSTOMER
        raise NotFound(f"conversation {self.id}")


@dataclass(frozen=True, slots=True)
class Standing:
    """A conversation as one side finds it. `local_time` and `on_duty` are the consultant's; `away` what they leave word

    of outside their hours. `reached`: messages reach the other side.
    """

    conversation: Conversation
    side: Side
    consultant: Consultant
    local_time: time
    on_duty: bool
    away: str | None = None
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message on its way in. `nonce` makes it unique; `replies_to` is a message of the same chat."""

    content: Content
    nonce: str
    source_id: int | None = None
    group: str | None = None
    replies_to: int | None = None


@dataclass(frozen=True, slots=True)
class Relayed:
    """A message and its pair: `source_id` in the sender's chat, `sent_id` in the receiver's once it has arrived.

    `also_id` is the message below an album that has its button. `sender_reaction` is how the sender reacted, on what
    they wrote, and `receiver_reaction` how the other side did.
    """

    id: RelayedId
    conversation_id: ConversationId
    side: Side
    sender_id: PersonId
    receiver_id: PersonId
    content: Content
    at: datetime
    source_id: int | None = None
    sent_id: int | None = None
    also_id: int | None = None
    group: str | None = None
    replies_to: RelayedId | None = None
    edits: int = 0
    deleted_at: datetime | None = None
    failed_at: datetime | None = None
    sender_reaction: str | None = None
    receiver_reaction: str | None = None

    def in_chat_of(self, person_id: PersonId) -> int | None:
        """The number this message has in that person's chat, if it is there."""
        return self.source_id if person_id == self.sender_id else self.sent_id


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message on its way in. `fresh` is False for one that came before; `begins` for the first piece

    of an album and everything that is in none.
    """

    standing: Standing
    fresh: bool
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Parcel:
    """One message, or the pieces of an album, to be brought to the receiver. `reply_to` is a message of their chat."""

    standing: Standing
    messages: tuple[Relayed, ...]
    reply_to: int | None = None
