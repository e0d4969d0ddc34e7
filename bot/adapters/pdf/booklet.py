"""Pages put on sheets so that these, printed on both sides and folded, make a booklet."""

from __future__ import annotations

import io

from pypdf import PdfReader, PdfWriter, Transformation


def fold_order(pages: int) -> list[tuple[int | None, int | None]]:
    """Left and right page of each side in the order of printing, from 0; None is left empty.

    What is missing to a multiple of four goes before the last page, which is the back cover.
    """
    blank = -pages % 4
    numbers: list[int | None] = [*range(pages - 1), *[None] * blank, pages - 1]
    sides: list[tuple[int | None, int | None]] = []
    for first in range(0, len(numbers) // 2, 2):
        last = len(numbers) - 1 - first
        sides += [(numbers[last], numbers[first]), (numbers[first + 1], numbers[last - 1])]
    return sides


def imposed(pages: bytes, title: str) -> bytes:
    """The booklet of these pages, two on each side."""
    reader, writer = PdfReader(io.BytesIO(pages)), PdfWriter()
    width, height = float(reader.pages[0].mediabox.width), float(reader.pages[0].mediabox.height)
    for sides in fold_order(len(reader.pages)):
        sheet = writer.add_blank_page(2 * width, height)
        for place, number in enumerate(sides):
            if number is not None:
                sheet.merge_transformed_page(reader.pages[number], Transformation().translate(place * width, 0))
    writer.add_metadata({"/Title": title})
    writer.compress_identical_objects()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
