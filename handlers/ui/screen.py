"""What a handler gives back: things to show, with no word about how Telegram is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from handlers.ui.carried import Carried
from handlers.ui.inline import InlineCards

Rows = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class File:
    """A text, or bytes, that comes as a file to keep; `name` has its ending."""

    name: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Invoice:
    """A bill: `prices` are (label, kopecks), `provider_data` the receipt as JSON. The presenter knows the provider."""

    title: str
    description: str
    payload: str
    currency: str
    prices: tuple[tuple[str, int], ...]
    provider_data: str
    start_parameter: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A ticket's topic in the staff's group. `thread` None: it is still to be made, by that name.

    `shut` says that it is closed with this message, or opened again.
    """

    ticket: int
    name: str
    thread: int | None = None
    shut: bool | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: HTML text (a caption where there is a picture), its keyboard, and the name of its picture.

    `picture` is a key that the picture library turns into a file ("product/12/34"). `keep` says it is a record worth
    keeping in the chat (a receipt); every other screen gives way to the next one. With a `file` the text is its
    caption. An `invoice` comes as Telegram's own kind of message, whose words are the invoice's. `edit` is the message
    sent before whose place an owed one takes, `delete` one that is taken away, with nothing in its place. A `photo` is
    somebody's own, by its Telegram file_id; several `photos` come as an album before the text, and `album` is the
    announcement delivery notes them for. What is `private` shows somebody's personal data: Telegram lets nobody
    forward or save it. With a `topic` it goes into the staff's group. With `carried` it is what another person wrote,
    as delivery brings it.
    """

    text: str
    markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None
    picture: str | None = None
    keep: bool = False
    file: File | None = None
    invoice: Invoice | None = None
    edit: int | None = None
    delete: int | None = None
    private: bool = False
    carried: Carried | None = None
    photo: str | None = None
    photos: tuple[str, ...] = ()
    album: int = 0
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything a press or a message brings about on the person's side.

    `screen` takes the place of the message whose button was pressed, or of the last screen after a typed message;
    with `fresh` it comes as a new message and the pressed one stays. `toast` is the short answer to a press (`alert`:
    with an OK button). `messages` are sent before the screen and stay. `forget` deletes the message the person sent
    (a menu press, personal data, a password). `inline` answers a query that was typed in any chat. `reaction` marks
    the message that was sent in the staff's group.
    """

    screen: Screen | None = None
    toast: str | None = None
    alert: bool = False
    messages: tuple[Screen, ...] = ()
    fresh: bool = False
    forget: bool = False
    inline: InlineCards | None = None
    reaction: str | None = None


@lru_cache(maxsize=8192)
def button(text: str, data: str) -> InlineKeyboardButton:
    """A button that presses `data`: a packed CallbackData, at most 64 bytes.

    Buttons are frozen, and validating one takes 6 microseconds, so one that was made before is handed out again.
    """
    return InlineKeyboardButton(text=text, callback_data=data)


def keyboard(rows: Rows) -> InlineKeyboardMarkup:
    """Rows of buttons; empty rows are dropped."""
    return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows if row])
