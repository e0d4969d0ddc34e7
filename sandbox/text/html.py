"""parse_mode HTML, with Telegram's own complaints."""

import re
from typing import Any

from sandbox.text.errors import EntityError
from sandbox.text.units import byte_offset, utf16

Entity = dict[str, Any]

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
}
TAGS = frozenset(SIMPLE) | {"span", "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_MARK = re.compile(r"<|&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));?|(lt|gt|amp|quot);?)")
_SPACE = " \t\r\n\f\v"


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of an HTML string; raises EntityError."""
    if "<" not in source and "&" not in source:
        return source, []
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self.open: list[tuple[str, str, dict[str, str], int]] = []

    def run(self) -> tuple[str, list[Entity]]:
        at = 0
        source = self.source
        while True:
            mark = _MARK.search(source, at)
            if mark is None:
                self._add(source[at:])
                break
            self._add(source[at : mark.start()])
            if mark.group() != "<":
                self._add(_decode(mark))
                at = mark.end()
            elif source.startswith("</", mark.start()):
                at = self._end_tag(mark.start())
            else:
                at = self._start_tag(mark.start())
        if self.open:
            raise EntityError(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return "".join(self.parts), self.entities

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16(text)

    def _fail(self, message: str, position: int, tail: str = "") -> EntityError:
        return EntityError(f"{message} at byte offset {byte_offset(self.source, position)}{tail}")

    def _start_tag(self, begin: int) -> int:
        source, size = self.source, len(self.source)
        at = begin + 1
        while at < size and source[at] not in _SPACE and source[at] != ">":
            at += 1
        if at >= size:
            raise self._fail("Unclosed start tag", begin)
        tag = source[begin + 1 : at].lower()
        if tag not in TAGS:
            raise self._fail(f'Unsupported start tag "{tag}"', begin)
        attributes: dict[str, str] = {}
        while source[at] != ">":
            at = self._skip_space(at)
            if at < size and source[at] == ">":
                break
            at = self._attribute(begin, at, tag, attributes)
            if at >= size:
                raise self._fail("Unclosed start tag", begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append((tag, "", attributes, self.length))
        return at + 1

    def _attribute(self, begin: int, at: int, tag: str, attributes: dict[str, str]) -> int:
        source, size = self.source, len(self.source)
        start = at
        while at < size and source[at] not in _SPACE and source[at] not in "=>":
            at += 1
        name = source[start:at].lower()
        if not name:
            if at >= size:
                raise self._fail("Unclosed start tag", begin)
            raise self._fail(f'Empty attribute name in the tag "{tag}"', begin)
        after = self._skip_space(at)
        if after >= size or source[after] != "=":
            if tag == "blockquote" and name == "expandable":
                attributes[name] = "1"
                return at
            raise self._fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
        at = self._skip_space(after + 1)
        if at >= size:
            raise self._fail(f'Unclosed start tag "{tag}"', begin)
        if source[at] in "'\"":
            close = source.find(source[at], at + 1)
            if close < 0:
                raise self._fail("Unclosed start tag", begin)
            attributes[name] = _MARK.sub(lambda m: _decode(m) if m.group() != "<" else "<", source[at + 1 : close])
            return close + 1
        start = at
        while at < size and ((source[at].isascii() and source[at].isalnum()) or source[at] in ".-"):
            at += 1
        if at >= size or (source[at] not in _SPACE and source[at] != ">"):
            raise self._fail("Unexpected end of name token", start)
        attributes[name] = source[start:at].lower()
        return at

    def _end_tag(self, begin: int) -> int:
        source, size = self.source, len(self.source)
        if not self.open:
            raise self._fail("Unexpected end tag", begin)
        at = begin + 2
        while at < size and source[at] not in _SPACE and source[at] != ">":
            at += 1
        name = source[begin + 2 : at].lower()
        at = self._skip_space(at)
        if at >= size or source[at] != ">":
            raise self._fail("Unclosed end tag", begin)
        tag, _, attributes, start = self.open.pop()
        if name and name != tag:
            raise self._fail("Unmatched end tag", begin, f', expected "</{tag}>", found "</{name}>"')
        self._close(tag, attributes, start)
        return at + 1

    def _skip_space(self, at: int) -> int:
        while at < len(self.source) and self.source[at] in _SPACE:
            at += 1
        return at

    def _close(self, tag: str, attributes: dict[str, str], start: int) -> None:
        length = self.length - start
        if length <= 0:
            return
        entity: Entity = {"type": SIMPLE.get(tag, tag), "offset": start, "length": length}
        if tag == "span":
            entity["type"] = "spoiler"
        elif tag == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif tag == "a":
            href = attributes.get("href") or _tail("".join(self.parts), length)
            link = link_entity(href, start, length)
            if link is None:
                return
            entity = link
        elif tag == "tg-emoji":
            entity.update(type="custom_emoji", custom_emoji_id=attributes.get("emoji-id", ""))
        elif tag == "tg-time":
            entity.update(type="date_time", unix_time=int(attributes.get("unix", "0") or 0))
            if attributes.get("format"):
                entity["date_time_format"] = attributes["format"]
        elif tag == "code":
            self._code(entity, attributes, start)
            return
        elif tag == "pre":
            inner = next(
                (e for e in self.entities if e["type"] == "code" and e["offset"] == start and e["length"] == length),
                None,
            )
            if inner:
                self.entities.remove(inner)
                if inner.get("language"):
                    entity["language"] = inner["language"]
        self.entities.append(entity)

    def _code(self, entity: Entity, attributes: dict[str, str], start: int) -> None:
        inside_pre = any(tag == "pre" for tag, _, _, _ in self.open)
        language = attributes.get("class", "")
        if inside_pre and language.startswith("language-"):
            entity["language"] = language.removeprefix("language-")
        self.entities.append(entity)


def link_entity(href: str, start: int, length: int) -> Entity | None:
    """A link; tg://user?id= mentions a person, what is no address gives nothing."""
    mention = re.fullmatch(r"tg://user/?\?id=(\d+)", href)
    if mention:
        return {"type": "text_mention", "offset": start, "length": length, "user_id": int(mention.group(1))}
    if not re.match(r"[a-z][a-z0-9+.-]*:", href, re.I):
        if "." not in href or " " in href:
            return None
        href = "http://" + href
    if re.match(r"(?:https?|ftp|tg|ton|mailto|tel):", href, re.I) is None:
        return None
    if re.fullmatch(r"https?://[^/?#]+", href, re.I):
        href += "/"
    return {"type": "text_link", "offset": start, "length": length, "url": href}


def _decode(mark: re.Match[str]) -> str:
    hexadecimal, decimal, name = mark.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code > 0x10FFFF:
        return mark.group()
    if 0xD800 <= code <= 0xDFFF:
        raise EntityError(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)


def _tail(text: str, units: int) -> str:
    return text.encode("utf-16-le")[-units * 2 :].decode("utf-16-le", "replace")
