"""Texts that are data, made to fit; and what a text in HTML says."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<[^>]*>")


def cut(text: str, limit: int) -> str:
    """The text, with an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def plain_text(html: str) -> str:
    """The words without their markup."""
    return unescape(_TAG.sub("", html))
