"""edit* methods."""

from typing import Any

from aiogram import methods as m

from sandbox.botapi.markup import inline_markup
from sandbox.botapi.registry import Call, given, method, plain
from sandbox.botapi.uploads import media_content, resolve
from sandbox.botapi.words import caption_content, text_content
from sandbox.errors import bad_request
from sandbox.state.chats import Chat, Stored

Raw = dict[str, Any]
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MEDIA = ("photo", "video", "animation", "audio", "document", "voice", "video_note", "sticker")


def editable(call: Call, p: Any, *, verb: str = "edited") -> tuple[Chat, Stored]:
    """The bot's own message that `p` names by chat and number or by inline_message_id."""
    world = call.world
    if getattr(p, "inline_message_id", None):
        place = world.inline_messages.get(p.inline_message_id)
        if place is None:
            raise bad_request("MESSAGE_ID_INVALID")
        chat = world.chats[place[0]]
        stored = chat.find(place[1])
        if stored is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return chat, stored
    if p.chat_id is None:
        raise bad_request("chat_id is empty")
    chat = world.chat_for_bot(p.chat_id)
    if not p.message_id:
        raise bad_request("message identifier is not specified")
    stored = chat.find(p.message_id)
    if stored is None:
        raise bad_request(f"message to {'edit' if verb == 'edited' else verb} not found")
    if stored.author != world.bot.id:
        raise bad_request(f"message can't be {verb}")
    if chat.is_private:
        world.check_can_write(chat)
    return chat, stored


def apply(call: Call, chat: Chat, stored: Stored, changes: Raw, gone: tuple[str, ...], markup: Raw | None) -> Any:
    """Change a message, or refuse when nothing would change."""
    old = stored.raw
    fresh = {key: value for key, value in old.items() if key not in gone and key != "reply_markup"}
    fresh |= changes
    if markup:
        fresh["reply_markup"] = markup
    if fresh == old:
        raise bad_request(SAME)
    if {**fresh, "reply_markup": None} != {**old, "reply_markup": None}:
        fresh["edit_date"] = call.world.clock.seconds()
    stored.raw = fresh
    call.world.announce(chat, stored, "edit")
    return True if stored.inline_id else fresh


@method(m.EditMessageText)
def edit_text(call: Call, p: m.EditMessageText) -> Any:
    """A new text for a text message."""
    content = text_content(call.world, p.text, p.parse_mode, p.entities)
    preview = plain(given(p.link_preview_options))
    if preview:
        content["link_preview_options"] = preview
    markup = inline_markup(p.reply_markup)
    chat, stored = editable(call, p)
    if "text" not in stored.raw:
        raise bad_request("there is no text in the message to edit")
    return apply(call, chat, stored, content, ("text", "entities", "link_preview_options"), markup)


@method(m.EditMessageCaption)
def edit_caption(call: Call, p: m.EditMessageCaption) -> Any:
    """A new caption, or none."""
    content = caption_content(call.world, p.caption, p.parse_mode, p.caption_entities)
    markup = inline_markup(p.reply_markup)
    chat, stored = editable(call, p)
    if not any(kind in stored.raw for kind in MEDIA[:6]):
        raise bad_request("there is no caption in the message to edit")
    return apply(call, chat, stored, content, ("caption", "caption_entities"), markup)


@method(m.EditMessageMedia)
async def edit_media(call: Call, p: m.EditMessageMedia) -> Any:
    """Another picture or file, with its caption."""
    media: Any = p.media
    caption = caption_content(call.world, media.caption, media.parse_mode, media.caption_entities)
    markup = inline_markup(p.reply_markup)
    chat, stored = editable(call, p)
    raw = stored.raw
    if not any(kind in raw for kind in MEDIA[:5]) and "text" not in raw:
        raise bad_request("there is no media in the message to edit")
    if "media_group_id" in raw and media.type not in ("photo", "video") and media.type not in raw:
        raise bad_request("message can't be edited")
    file = await resolve(call, media.media, media.type)
    content = {**media_content(call, file, media.type), **caption}
    gone = (*MEDIA, "caption", "caption_entities", "text", "entities", "link_preview_options")
    return apply(call, chat, stored, content, gone, markup)


@method(m.EditMessageReplyMarkup)
def edit_reply_markup(call: Call, p: m.EditMessageReplyMarkup) -> Any:
    """Other buttons under the same message."""
    chat, stored = editable(call, p)
    markup = inline_markup(p.reply_markup, invoice="invoice" in stored.raw and p.reply_markup is not None)
    return apply(call, chat, stored, {}, (), markup)


@method(m.EditMessageLiveLocation)
def edit_live_location(call: Call, p: m.EditMessageLiveLocation) -> Any:
    """A live location moves."""
    chat, stored = editable(call, p)
    place = stored.raw.get("location")
    if not place or "live_period" not in place:
        raise bad_request("message can't be edited")
    moved = {**place, "latitude": p.latitude, "longitude": p.longitude}
    return apply(call, chat, stored, {"location": moved}, (), inline_markup(p.reply_markup))


@method(m.StopMessageLiveLocation)
def stop_live_location(call: Call, p: m.StopMessageLiveLocation) -> Any:
    """A live location stops."""
    chat, stored = editable(call, p)
    place = {key: value for key, value in stored.raw.get("location", {}).items() if key != "live_period"}
    if not place or place == stored.raw["location"]:
        raise bad_request("message can't be edited")
    return apply(call, chat, stored, {"location": place}, (), inline_markup(p.reply_markup))


@method(m.StopPoll)
def stop_poll(call: Call, p: m.StopPoll) -> Any:
    """A poll closes."""
    chat, stored = editable(call, p, verb="stopped")
    poll = stored.raw.get("poll")
    if poll is None:
        raise bad_request("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    closed = {**poll, "is_closed": True}
    apply(call, chat, stored, {"poll": closed}, (), inline_markup(p.reply_markup))
    return closed
