"""Load mode: the calls a load test makes by the thousand, on plain values, without checks of keyboards and pace."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.botapi.updates import poll
from sandbox.botapi.uploads import WRONG_ID
from sandbox.botapi.words import parse_words
from sandbox.errors import QUERY_TOO_OLD, bad_request
from sandbox.state.world import World

Raw = dict[str, Any]
Quick = Callable[[World, Raw], Any | Awaitable[Any]]


def _text(world: World, p: Raw) -> Raw:
    source = p.get("text")
    if not source:
        raise bad_request("message text is empty")
    return _words(world, source, p.get("parse_mode"), "text", "entities")


def _words(world: World, source: str, mode: str | None, words: str, marks: str) -> Raw:
    if mode and ("<" in source or "&" in source or mode.lower() != "html"):
        text, entities = parse_words(world, source, mode, None)
        return {words: text, marks: entities} if entities else {words: text}
    return {words: source}


def _markup(p: Raw) -> Raw | None:
    markup = p.get("reply_markup")
    if isinstance(markup, str):
        markup = json.loads(markup) if markup else None
    return markup if isinstance(markup, dict) and markup.get("inline_keyboard") else None


def send_message(world: World, p: Raw) -> Raw:
    """sendMessage."""
    content = _text(world, p)
    chat = world.chat_for_bot(p.get("chat_id", 0))
    world.check_can_write(chat)
    if world.limits.paced:
        world.flood.take(chat.id, group=not chat.is_private)
    markup = _markup(p)
    if markup:
        content["reply_markup"] = markup
    return world.post(chat, world.bot.id, content).raw


def edit_text(world: World, p: Raw) -> Raw:
    """editMessageText of a message in a chat."""
    return _edited(world, p, _text(world, p), ("entities",))


def edit_photo(world: World, p: Raw) -> Raw:
    """editMessageMedia with a photo the sandbox has already; a new one comes as multipart and by the ordinary way."""
    media = p.get("media")
    if isinstance(media, str):
        media = json.loads(media)
    if not isinstance(media, dict) or (file := world.files.get(str(media.get("media")))) is None:
        raise bad_request(WRONG_ID)
    content = _words(world, media.get("caption") or "", media.get("parse_mode"), "caption", "caption_entities")
    content["photo"] = world.files.photo_sizes(file)
    return _edited(world, p, content, ("text", "entities", "caption_entities"))


def _edited(world: World, p: Raw, content: Raw, gone: tuple[str, ...]) -> Raw:
    chat = world.chat_for_bot(p.get("chat_id", 0))
    stored = chat.find(int(p.get("message_id") or 0))
    if stored is None:
        raise bad_request("message to edit not found")
    fresh = {key: value for key, value in stored.raw.items() if key not in gone and key != "reply_markup"}
    fresh |= content
    fresh["edit_date"] = world.clock.seconds()
    markup = _markup(p)
    if markup:
        fresh["reply_markup"] = markup
    stored.raw = fresh
    world.announce(chat, stored, "edit")
    return fresh


def answer_callback(world: World, p: Raw) -> bool:
    """answerCallbackQuery."""
    query_id = p.get("callback_query_id")
    if not query_id:
        raise bad_request(QUERY_TOO_OLD)
    answer = {"text": p.get("text") or None, "show_alert": str(p.get("show_alert")) in ("True", "true"), "url": None}
    world.queries.settle("callback", str(query_id), world.clock.now(), answer)
    return True


async def get_updates(world: World, p: Raw) -> list[Raw]:
    """getUpdates."""
    allowed = p.get("allowed_updates")
    if isinstance(allowed, str):
        allowed = json.loads(allowed) if allowed else None
    return await poll(world, p.get("offset"), p.get("limit"), p.get("timeout"), allowed)


QUICK: dict[str, Quick] = {
    "sendmessage": send_message,
    "editmessagetext": edit_text,
    "editmessagemedia": edit_photo,
    "answercallbackquery": answer_callback,
    "getupdates": get_updates,
}
