"""From what a bot sends to the text and entities Telegram keeps."""

from typing import Any

from sandbox.text.detect import detect
from sandbox.text.errors import EntityError
from sandbox.text.html import parse_html
from sandbox.text.markdown import parse_markdown, parse_markdown_v2
from sandbox.text.units import utf16

Entity = dict[str, Any]
MODES = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}


def formatted(
    source: str, parse_mode: str | None, entities: list[Entity] | None, people: dict[int, dict[str, Any]]
) -> tuple[str, list[Entity]]:
    """Text without markup and space around it, and its entities in order; raises EntityError.

    `people` are the users a text_mention may name; a mention of anybody else is dropped.
    """
    if parse_mode:
        parser = MODES.get(parse_mode.lower())
        if parser is None:
            raise EntityError("unsupported parse_mode")
        text, found = parser(source)
    else:
        text, found = source, [dict(e) for e in entities or []]
    text = text.replace("\r", "").replace("\0", "")
    stripped = text.lstrip(" \n\t")
    shift = utf16(text) - utf16(stripped)
    text = stripped.rstrip(" \n\t")
    size = utf16(text)
    kept: list[Entity] = []
    for entity in found:
        start = max(0, int(entity["offset"]) - shift)
        end = min(size, int(entity["offset"]) + int(entity["length"]) - shift)
        if end <= start:
            continue
        entity["offset"], entity["length"] = start, end - start
        if entity["type"] == "text_mention":
            user = people.get(entity.pop("user_id", 0) or (entity.get("user") or {}).get("id", 0))
            if user is None:
                continue
            entity["user"] = user
        kept.append(entity)
    kept += detect(text, kept)
    kept.sort(key=lambda e: (e["offset"], -e["length"]))
    return text, kept
