"""Pictures and codes of a brochure, at the resolution of print and no more."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import segno
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.units import inch
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bot.adapters.pdf.sheet import LINE

DPI = 300
QUALITY = 86


@lru_cache(maxsize=64)
def _prepared(path: str, side: int) -> ImageReader:
    """The middle square of the picture in `side` pixels at most."""
    with Image.open(path) as opened:
        square = min(opened.size)
        left, top = (opened.width - square) // 2, (opened.height - square) // 2
        cut = opened.convert("RGB").crop((left, top, left + square, top + square))
    cut.thumbnail((side, side), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    cut.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    buffer.seek(0)
    return ImageReader(buffer)


def picture(canvas: Canvas, path: str | None, x: float, y: float, side: float, radius: float) -> None:
    """A square with round corners; an empty one where there is no picture."""
    canvas.saveState()
    shape = canvas.beginPath()
    shape.roundRect(x, y, side, side, radius)
    if path is None or not Path(path).exists():
        canvas.setFillColor(LINE)
        canvas.drawPath(shape, stroke=0, fill=1)
    else:
        canvas.clipPath(shape, stroke=0, fill=0)
        canvas.drawImage(_prepared(path, round(side / inch * DPI)), x, y, side, side)
    canvas.restoreState()


def round_picture(canvas: Canvas, path: str, x: float, y: float, side: float) -> None:
    """A portrait in a circle."""
    picture(canvas, path, x, y, side, side / 2)


def qr_code(canvas: Canvas, text: str, x: float, y: float, side: float, colour: Color) -> None:
    """The code in vectors, as sharp as the printer."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    module = side / len(rows)
    canvas.setFillColor(colour)
    for number, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                # A hair larger than its place, so that no white lines show between two.
                top = y + side - (number + 1) * module
                canvas.rect(x + column * module, top, module * 1.02, module * 1.02, stroke=0, fill=1)
