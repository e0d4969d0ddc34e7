"""copyMessage(s) and forwardMessage(s)."""

from typing import Any

from aiogram import methods as m

from sandbox.botapi.deliver import deliver, target
from sandbox.botapi.registry import Call, method
from sandbox.botapi.words import caption_content
from sandbox.errors import bad_request
from sandbox.state.chats import Stored

Raw = dict[str, Any]
CONTENT = (
    "text",
    "entities",
    "link_preview_options",
    "photo",
    "video",
    "voice",
    "video_note",
    "sticker",
    "animation",
    "audio",
    "document",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
)
CAPTIONED = ("photo", "video", "voice", "animation", "audio", "document")
MOST = 100


def _source(call: Call, p: Any, message_id: int, verb: str) -> Stored:
    stored = call.world.chat_for_bot(p.from_chat_id).find(message_id)
    if stored is None:
        raise bad_request(f"message to {verb} not found")
    if not any(name in stored.raw for name in CONTENT) or stored.raw.get("has_protected_content"):
        raise bad_request("message can't be copied" if verb == "copy" else "message can't be forwarded")
    return stored


def _content(stored: Stored) -> Raw:
    return {name: stored.raw[name] for name in CONTENT if name in stored.raw}


def _forwarded(stored: Stored) -> Raw:
    origin = stored.raw.get("forward_origin") or {
        "type": "user",
        "date": stored.raw["date"],
        "sender_user": stored.raw["from"],
    }
    return {**_content(stored), "forward_origin": origin}


@method(m.CopyMessage)
def copy_message(call: Call, p: m.CopyMessage) -> Raw:
    """The same content as a message of the bot's own, maybe with another caption."""
    stored = _source(call, p, p.message_id, "copy")
    content = _content(stored)
    if p.caption is not None and any(kind in content for kind in CAPTIONED):
        for name in ("caption", "caption_entities"):
            content.pop(name, None)
        content |= caption_content(call.world, p.caption, p.parse_mode, p.caption_entities)
    return {"message_id": deliver(call, p, content).id}


@method(m.ForwardMessage)
def forward_message(call: Call, p: m.ForwardMessage) -> Raw:
    """The same content with its author's name."""
    return deliver(call, p, _forwarded(_source(call, p, p.message_id, "forward"))).raw


def _several(call: Call, p: Any, verb: str) -> list[Raw]:
    numbers: list[int] = p.message_ids
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST:
        raise bad_request("too many message identifiers specified")
    if sorted(set(numbers)) != numbers:
        raise bad_request("message identifiers must be in a strictly increasing order")
    chat = call.world.chat_for_bot(p.from_chat_id)
    found = [chat.find(number) for number in numbers]
    sources = [s for s in found if s and any(name in s.raw for name in CONTENT)]
    if not sources:
        raise bad_request(f"there are no messages to {verb}")
    target_chat = target(call, p, weight=len(sources))
    result = []
    for stored in sources:
        content = _forwarded(stored) if verb == "forward" else _content(stored)
        if verb == "copy" and getattr(p, "remove_caption", None):
            content = {key: value for key, value in content.items() if not key.startswith("caption")}
        result.append({"message_id": deliver(call, p, content, chat=target_chat).id})
    return result


@method(m.CopyMessages)
def copy_messages(call: Call, p: m.CopyMessages) -> list[Raw]:
    """Up to a hundred at once; those that are not there are skipped."""
    return _several(call, p, "copy")


@method(m.ForwardMessages)
def forward_messages(call: Call, p: m.ForwardMessages) -> list[Raw]:
    """Up to a hundred at once; those that are not there are skipped."""
    return _several(call, p, "forward")
