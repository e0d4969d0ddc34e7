"""Relayed messages as the receiver sees them."""

from __future__ import annotations

from aiogram.types import InlineKeyboardMarkup

from domain.relay.models import Content, Kind, Parcel, Relayed, Side, Standing
from handlers.relay.views import answer_button, customer_name
from handlers.ui.carried import Carried, Deed, Piece
from handlers.ui.screen import Screen, keyboard
from handlers.ui.texts import plain_text
from locales.translator import Html, Translator

TEXT, CAPTION = 4096, 1024
"""Telegram's limits, in characters that are seen."""
_WORDLESS = {Kind.STICKER, Kind.VIDEO_NOTE, Kind.LOCATION, Kind.CONTACT}


def parcel_screen(parcel: Parcel, tr: Translator) -> Screen:
    """A message, or the pieces of an album with a line below them that says whose it is."""
    standing, messages = parcel.standing, parcel.messages
    first = messages[0]
    name = sender_name(standing, first.side, tr)
    markup = keyboard([[answer_button(standing, name, tr)]])
    numbers = tuple(int(each.id) for each in messages)
    # What a customer shows of themselves stays with their consultant.
    private = first.side is Side.CUSTOMER and first.content.file_id is not None
    if len(messages) > 1:
        pieces = tuple(Piece(each.content.kind, each.content.file_id or "", each.content.html) for each in messages)
        text = tr("relay-album", who=head_of(name, first.side, tr), count=len(messages))
        carried = Carried(numbers, pieces=pieces, reply_to=parcel.reply_to)
        return Screen(text, markup, keep=True, carried=carried, private=private)
    return _one(first.content, name, first.side, markup, numbers, parcel.reply_to, tr, private=private)


def changed_screen(standing: Standing, message: Relayed, tr: Translator) -> Screen | None:
    """What an edited message says now, in its place; None while it has not arrived."""
    if message.sent_id is None or message.content.kind in _WORDLESS:
        return None
    name = sender_name(standing, message.side, tr)
    content = message.content
    if message.also_id is not None:
        # A piece of an album: its words are its own, and it has no button.
        piece = Piece(content.kind, content.file_id or "", content.html)
        return Screen(content.html, carried=Carried((), "edit", (piece,), target=message.sent_id))
    markup = keyboard([[answer_button(standing, name, tr)]])
    return _one(content, name, message.side, markup, (), None, tr, deed="edit", target=message.sent_id)


def sender_name(standing: Standing, side: Side, tr: Translator) -> str:
    """Who writes."""
    return (
        standing.consultant.name[tr.language] if side is Side.CONSULTANT else customer_name(standing.conversation, tr)
    )


def head_of(name: str, side: Side, tr: Translator) -> Html:
    """The line that says who writes."""
    return tr(f"relay-from-{side}", name=name)


def _one(
    content: Content,
    name: str,
    side: Side,
    markup: InlineKeyboardMarkup,
    numbers: tuple[int, ...],
    reply_to: int | None,
    tr: Translator,
    *,
    deed: Deed = "send",
    target: int | None = None,
    private: bool = False,
) -> Screen:
    head = head_of(name, side, tr)
    match content.kind:
        case Kind.LOCATION:
            carried = Carried(
                numbers, place=(content.latitude or 0.0, content.longitude or 0.0), reply_to=reply_to, target=target
            )
            return Screen(head, markup, keep=True, carried=carried)
        case Kind.CONTACT:
            contact = (content.phone or "", content.name or "", content.last_name or "")
            return Screen(head, markup, keep=True, carried=Carried(numbers, contact=contact, reply_to=reply_to))
        case Kind.TEXT:
            text = _below(head, content.html, TEXT)
            return Screen(text, markup, keep=True, carried=Carried(numbers, deed, reply_to=reply_to, target=target))
    caption = "" if content.kind in _WORDLESS else _below(head, content.html, CAPTION)
    piece = Piece(content.kind, content.file_id or "", caption)
    carried = Carried(numbers, deed, (piece,), reply_to=reply_to, target=target)
    return Screen(caption, markup, keep=True, carried=carried, private=private)


def _below(head: Html, html: str, limit: int) -> str:
    """The words with who says them on top, if there is room: the button says it too."""
    if not html:
        return head
    text = f"{head}\n{html}"
    seen = plain_text(text)
    return text if len(seen.encode("utf-16-le")) // 2 <= limit else html
