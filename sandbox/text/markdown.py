"""parse_mode MarkdownV2, and the older Markdown in a simple form."""

import re
from typing import Any

from sandbox.text.errors import EntityError
from sandbox.text.html import link_entity
from sandbox.text.units import byte_offset, utf16

Entity = dict[str, Any]
RESERVED = "_*[]()~`>#+-=|{}.!"
TYPES = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
}


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self.open: list[tuple[str, int, int, str]] = []
        self.quote_start: int | None = None

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16(text)

    def mark_at(self, at: int) -> str:
        source = self.source
        for mark in ("```", "__", "||"):
            if source.startswith(mark, at):
                return mark
        return source[at] if source[at] in "*_~`[]" or source.startswith("![", at) else ""

    def run(self) -> tuple[str, list[Entity]]:
        source, at = self.source, 0
        while at < len(source):
            char = source[at]
            inside = self.open[-1][0] if self.open else ""
            if char == "\\" and at + 1 < len(source) and 0 < ord(source[at + 1]) <= 126:
                self.add(source[at + 1])
                at += 2
            elif inside in ("`", "```") and not source.startswith(inside, at):
                if char == "`":
                    raise self._reserved(char, at)
                self.add(char)
                at += 1
            elif char == ">" and (at == 0 or source[at - 1] == "\n"):
                if self.quote_start is None:
                    self.quote_start = self.length
                at += 1
            elif char == "\n":
                if self.quote_start is not None and not source.startswith(">", at + 1):
                    self._end_quote()
                self.add(char)
                at += 1
            elif self.mark_at(at):
                at = self._mark(at, self.mark_at(at))
            elif char in RESERVED:
                raise self._reserved(char, at)
            else:
                self.add(char)
                at += 1
        self._end_quote()
        if self.open:
            mark, _, begin, _ = self.open[-1]
            raise EntityError(f"Can't find end of {_NAMES[mark]} entity at byte offset {byte_offset(source, begin)}")
        return "".join(self.parts), self.entities

    def _reserved(self, char: str, at: int) -> EntityError:
        return EntityError(f"Character '{char}' is reserved and must be escaped with the preceding '\\'")

    def _end_quote(self) -> None:
        if self.quote_start is not None and self.length > self.quote_start:
            self.entities.append(
                {"type": "blockquote", "offset": self.quote_start, "length": self.length - self.quote_start}
            )
        self.quote_start = None

    def _mark(self, at: int, mark: str) -> int:
        source = self.source
        opened = [item[0] for item in self.open]
        if mark == "]":
            if not opened or opened[-1] not in ("[", "!["):
                raise self._reserved("]", at)
            return self._link(at)
        if mark == "!":
            self.open.append(("![", self.length, at, ""))
            return at + 2
        if mark == "[":
            self.open.append((mark, self.length, at, ""))
            return at + 1
        if mark in opened:
            if opened[-1] != mark:
                raise self._reserved(mark[0], at)
            _, start, _, language = self.open.pop()
            if self.length > start:
                entity: Entity = {"type": TYPES[mark], "offset": start, "length": self.length - start}
                if language:
                    entity["language"] = language
                self.entities.append(entity)
            return at + len(mark)
        language, skip = "", len(mark)
        if mark == "```":
            named = re.match(r"([^\s`]+)?\n", source[at + 3 :])
            if named:
                language = named.group(1) or ""
                skip += named.end()
        self.open.append((mark, self.length, at, language))
        return at + skip

    def _link(self, at: int) -> int:
        mark, start, _, _ = self.open.pop()
        target = re.match(r"\(((?:\\.|[^)\\])*)\)", self.source[at + 1 :])
        if target is None:
            raise EntityError(f"Can't find end of a URL at byte offset {byte_offset(self.source, at)}")
        href = re.sub(r"\\(.)", r"\1", target.group(1))
        emoji = re.search(r"emoji\?id=(\d+)", href)
        if self.length > start:
            if mark == "![" and emoji:
                self.entities.append(
                    {
                        "type": "custom_emoji",
                        "offset": start,
                        "length": self.length - start,
                        "custom_emoji_id": emoji.group(1),
                    }
                )
            else:
                link = link_entity(href, start, self.length - start)
                if link:
                    self.entities.append(link)
        return at + 1 + target.end()


_NAMES = {
    "*": "Bold",
    "_": "Italic",
    "__": "Underline",
    "~": "Strikethrough",
    "||": "Spoiler",
    "`": "Code",
    "```": "PreCode",
    "[": "TextUrl",
    "![": "CustomEmoji",
}


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """Text and entities; raises EntityError."""
    return _Parser(source).run()


_OLD = re.compile(r"\\([_*`\[])|```(?:\w+\n)?(.+?)```|`(.+?)`|\*(.+?)\*|_(.+?)_|\[(.+?)\]\((.+?)\)", re.S)


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """The legacy Markdown: no nesting; an unclosed mark is refused."""
    parts: list[str] = []
    entities: list[Entity] = []
    length = at = 0

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += utf16(text)

    for found in [*_OLD.finditer(source), None]:
        plain = source[at : found.start() if found else len(source)]
        stray = re.search(r"[_*`\[]", plain)
        if stray:
            where = byte_offset(source, at + stray.start())
            raise EntityError(f"Can't find end of the entity starting at byte offset {where}")
        add(plain)
        if found is None:
            break
        at = found.end()
        escaped, pre, code, bold, italic, words, href = found.groups()
        inner = escaped or pre or code or bold or italic or words or ""
        start = length
        add(inner)
        kind = "pre" if pre else "code" if code else "bold" if bold else "italic" if italic else ""
        if kind:
            entities.append({"type": kind, "offset": start, "length": length - start})
        elif href:
            link = link_entity(href, start, length - start)
            if link:
                entities.append(link)
    return "".join(parts), entities
