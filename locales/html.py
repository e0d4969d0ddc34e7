"""Text that may hold Telegram's HTML, and text that must not."""

from __future__ import annotations


class Html(str):
    """Text that is HTML already: the Translator puts it in as it is, where any other str is escaped."""

    __slots__ = ()


def escape(text: str) -> str:
    """The text with everything that Telegram's HTML would take for markup made harmless, in attributes too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
