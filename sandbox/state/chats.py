"""Chats and the messages in them."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

Raw = dict[str, Any]
KEPT = 2000
TYPING_SECONDS = 5.0


@dataclass(slots=True)
class Invoice:
    """What a message asks money for."""

    title: str
    description: str
    payload: str
    currency: str
    prices: list[Raw]
    start_parameter: str = ""
    photo_url: str | None = None
    is_flexible: bool = False
    need: frozenset[str] = frozenset()
    max_tip: int = 0
    paid: bool = False

    @property
    def total(self) -> int:
        """The sum in the smallest units."""
        return sum(int(price["amount"]) for price in self.prices)


@dataclass(slots=True)
class Stored:
    """A message: `raw` is the Bot API's Message, the rest is what that does not say."""

    raw: Raw
    author: int
    changed: int = 0
    deleted: bool = False
    invoice: Invoice | None = None
    inline_id: str | None = None
    reactions: dict[int, list[Raw]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The number of the message in its chat."""
        return int(self.raw["message_id"])


@dataclass(slots=True)
class Topic:
    """A topic of a forum; `id` is the message that made it."""

    id: int
    name: str
    icon_color: int = 7322096
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    deleted: bool = False

    def view(self) -> Raw:
        """The topic as the person side shows it."""
        return {"thread_id": self.id, "name": self.name, "closed": self.closed}


@dataclass(slots=True)
class Chat:
    """A private chat or a group; keeps the last KEPT messages."""

    id: int
    raw: Raw
    members: list[int] = field(default_factory=list)
    is_forum: bool = False
    messages: OrderedDict[int, Stored] = field(default_factory=OrderedDict)
    next_id: int = 1
    topics: dict[int, Topic] = field(default_factory=dict)
    reply_keyboard: Raw | None = None
    keyboard_changed: int = 0
    typing: str | None = None
    typing_until: float = 0.0
    pinned: list[int] = field(default_factory=list)
    bot_is_member: bool = True

    @property
    def is_private(self) -> bool:
        """Whether it is a chat of one person with the bot."""
        return bool(self.raw["type"] == "private")

    @property
    def title(self) -> str:
        """A group's title or the person's name."""
        raw = self.raw
        return str(raw.get("title") or " ".join(filter(None, (raw.get("first_name"), raw.get("last_name")))))

    def take_id(self) -> int:
        """The next message's number; numbers count up in each chat by itself."""
        number = self.next_id
        self.next_id += 1
        return number

    def add(self, stored: Stored) -> None:
        """Keep a message and let the oldest go."""
        self.messages[stored.id] = stored
        if len(self.messages) > KEPT:
            self.messages.popitem(last=False)

    def find(self, message_id: int | None) -> Stored | None:
        """A message that is still there."""
        stored = self.messages.get(message_id) if message_id is not None else None
        return stored if stored and not stored.deleted else None
