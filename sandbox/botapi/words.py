"""Texts and captions of messages."""

from typing import Any

from sandbox.botapi.registry import given, plain
from sandbox.errors import bad_request
from sandbox.state.world import World
from sandbox.text.errors import EntityError
from sandbox.text.formatted import formatted
from sandbox.text.units import utf16

Raw = dict[str, Any]
MAX_TEXT = 4096
MAX_CAPTION = 1024


def parse_words(world: World, source: str, parse_mode: Any, entities: Any) -> tuple[str, list[Raw]]:
    """Text and entities as Telegram keeps them; 400 when they cannot be parsed."""
    mentioned = {}
    if "tg://user" in source or entities:
        mentioned = {person.id: person.user() for person in world.people.values()}
    try:
        return formatted(source, given(parse_mode), plain(entities), mentioned)
    except EntityError as error:
        if str(error) == "unsupported parse_mode":
            raise bad_request(str(error)) from None
        raise bad_request(f"can't parse entities: {error}") from None


def text_content(world: World, source: str | None, parse_mode: Any = None, entities: Any = None) -> Raw:
    """`text` and `entities` of a message; 400 when empty or too long."""
    if not source:
        raise bad_request("message text is empty")
    text, found = parse_words(world, source, parse_mode, entities)
    if not text:
        raise bad_request("text must be non-empty")
    if utf16(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": found} if found else {"text": text}


def caption_content(world: World, source: str | None, parse_mode: Any = None, entities: Any = None) -> Raw:
    """`caption` and `caption_entities` of a message, or nothing; 400 when too long."""
    if not source:
        return {}
    text, found = parse_words(world, source, parse_mode, entities)
    if utf16(text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": found} if found else {"caption": text}
