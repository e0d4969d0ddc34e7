"""Entities into HTML that is safe to put into a page."""

import re
from html import escape
from typing import Any

Entity = dict[str, Any]
TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "blockquote": "blockquote",
}
SPANS = ("mention", "hashtag", "cashtag", "bot_command", "phone_number", "text_mention", "custom_emoji", "date_time")


def to_html(text: str, entities: list[Entity] | None) -> str:
    """Escaped text with tags of our own only; links are http, https, tg, mailto, tel."""
    if not entities:
        return escape(text)
    starts: dict[int, list[Entity]] = {}
    edges: set[int] = set()
    for entity in entities:
        starts.setdefault(entity["offset"], []).append(entity)
        edges.add(entity["offset"])
        edges.add(entity["offset"] + entity["length"])
    out: list[str] = []
    stack: list[tuple[int, str, str]] = []
    position = 0
    run: list[str] = []

    def turn() -> None:
        out.append(escape("".join(run)))
        run.clear()
        reopen: list[tuple[int, str, str]] = []
        while stack and any(end <= position for end, _, _ in stack):
            end, opening, closing = stack.pop()
            out.append(closing)
            if end > position:
                reopen.append((end, opening, closing))
        for item in reversed(reopen):
            stack.append(item)
            out.append(item[1])
        for entity in sorted(starts.get(position, []), key=lambda e: -e["length"]):
            opening, closing = _tags(entity, text)
            stack.append((position + entity["length"], opening, closing))
            out.append(opening)

    for char in text:
        if position in edges:
            turn()
        run.append(char)
        position += 2 if ord(char) > 0xFFFF else 1
    turn()
    out.extend(closing for _, _, closing in reversed(stack))
    return "".join(out)


def _tags(entity: Entity, text: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind in TAGS:
        return f"<{TAGS[kind]}>", f"</{TAGS[kind]}>"
    if kind == "expandable_blockquote":
        return '<blockquote class="expandable">', "</blockquote>"
    if kind == "spoiler":
        return '<span class="spoiler">', "</span>"
    if kind == "pre":
        language = re.sub(r"[^\w+#-]", "", str(entity.get("language", "")))
        return (f'<pre data-language="{language}">' if language else "<pre>"), "</pre>"
    if kind in ("text_link", "url", "email"):
        href = entity.get("url") or _slice(text, entity["offset"], entity["length"])
        if kind == "email":
            href = "mailto:" + href
        elif kind == "url" and "://" not in href:
            href = "https://" + href
        if re.match(r"(?:https?|tg|mailto|tel):", href, re.I):
            return f'<a href="{escape(href, quote=True)}" target="_blank" rel="noopener noreferrer">', "</a>"
        return "<span>", "</span>"
    if kind in SPANS:
        return f'<span class="{kind}">', "</span>"
    return "<span>", "</span>"


def _slice(text: str, offset: int, length: int) -> str:
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")
