"""The letters of our papers: Source Sans Pro, which has Cyrillic and the rouble sign."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, SEMIBOLD, LIGHT = "Sans", "Sans-Bold", "Sans-Semibold", "Sans-Light"
_FILES = {
    REGULAR: "SourceSansPro-Regular.ttf",
    BOLD: "SourceSansPro-Bold.ttf",
    SEMIBOLD: "SourceSansPro-Semibold.ttf",
    LIGHT: "SourceSansPro-Light.ttf",
}


@cache
def register_fonts() -> None:
    """Makes the fonts known to reportlab, once. Its italics lack Cyrillic, so <i> looks like plain text."""
    folder = Path(font_source_sans_pro.__file__).parent / "files"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    for name in _FILES:
        for bold in (0, 1):
            for italic in (0, 1):
                addMapping(name, bold, italic, BOLD if bold else name)
