"""What Telegram marks by itself: commands, mentions, hashtags, addresses."""

import re
from typing import Any

from sandbox.text.units import utf16

Entity = dict[str, Any]
_FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]}]|\b(?:[a-z0-9-]+\.)+(?:com|org|net|ru|me|io|dev|app)\b(?:/[^\s<>]*[^\s<>.,;:!?)])?)"
    r"|(?<![\w/])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{2,31})\b"
    r"|(?<!\w)(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d[\d ()-]{8,18}\d)\b",
    re.I,
)
_HINT = re.compile(r"[/@#+]|\.\w")


def detect(text: str, taken: list[Entity]) -> list[Entity]:
    """Entities Telegram would find, outside of links and code that are marked already."""
    if not _HINT.search(text):
        return []
    solid = [
        (e["offset"], e["offset"] + e["length"])
        for e in taken
        if e["type"] in ("text_link", "text_mention", "code", "pre", "custom_emoji", "url")
    ]
    found: list[Entity] = []
    for match in _FOUND.finditer(text):
        start = utf16(text[: match.start()])
        length = utf16(match.group())
        if not any(start < end and begin < start + length for begin, end in solid):
            found.append({"type": str(match.lastgroup), "offset": start, "length": length})
    return found
