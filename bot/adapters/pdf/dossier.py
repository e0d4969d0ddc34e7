"""Sections of names and values: a copy of somebody's data, an act of destruction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from bot.adapters.pdf.sheet import Sheet, table, text


def draw(data: Mapping[str, Any]) -> bytes:
    """`data`: title, lead (paragraphs), sections ((heading, rows of name and value)), language, brand, note."""
    sheet = Sheet(data["title"], data["language"], brand=data["brand"], note=data["note"])
    story: list[Flowable] = [text(data["title"], "title"), *(text(each) for each in data["lead"])]
    for heading, rows in data["sections"]:
        # One row of a table after another: a gap says where the next begins.
        story += [CondPageBreak(30 * mm), text(heading, "heading")] if heading else [Spacer(1, 4 * mm)]
        story.append(table(rows, [62, 112], head=False))
    return sheet.render(story)
