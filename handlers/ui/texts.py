"""Texts that are data, made to fit."""

from __future__ import annotations


def cut(text: str, limit: int) -> str:
    """The text, with an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
