"""A sheet of paper: styles, tables, and what stands on every page. Used by the papers, in a helper process.

sheet = Sheet("Заказ № 10012", "ru", brand="Mary Kay InTouch")
return sheet.render([text("Заказ № 10012", "title"), table([["Товар", "Цена"], ["Помада", "1 290 ₽"]], [120, 40])])
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from bot.adapters.pdf.fonts import BOLD, LIGHT, REGULAR, SEMIBOLD, register_fonts
from locales.html import escape
from locales.translator import Language, Translator, Translators

INK, ROSE, QUIET, LINE, BLUSH = (HexColor(each) for each in ("#2b2026", "#a03258", "#7a6b72", "#e3d3d9", "#fbf3f6"))
MARGIN = 18 * mm
PADDING = 6
"""What reportlab's frame keeps free inside its margins, in points."""
register_fonts()

STYLES = {
    "title": ParagraphStyle("title", fontName=LIGHT, fontSize=24, leading=29, textColor=INK, spaceAfter=8),
    "heading": ParagraphStyle("heading", fontName=SEMIBOLD, fontSize=13, leading=17, textColor=ROSE, spaceBefore=10),
    "text": ParagraphStyle("text", fontName=REGULAR, fontSize=10, leading=14, textColor=INK, spaceAfter=4),
    "small": ParagraphStyle("small", fontName=REGULAR, fontSize=8, leading=11, textColor=QUIET),
    "cell": ParagraphStyle("cell", fontName=REGULAR, fontSize=9, leading=12, textColor=INK),
    "cell-right": ParagraphStyle("cell-right", fontName=REGULAR, fontSize=9, leading=12, textColor=INK, alignment=2),
    "head": ParagraphStyle("head", fontName=SEMIBOLD, fontSize=8, leading=11, textColor=QUIET),
    "head-right": ParagraphStyle(
        "head-right", fontName=SEMIBOLD, fontSize=8, leading=11, textColor=QUIET, alignment=TA_RIGHT
    ),
    "total": ParagraphStyle("total", fontName=BOLD, fontSize=12, leading=16, textColor=INK, alignment=TA_RIGHT),
    "center": ParagraphStyle("center", fontName=REGULAR, fontSize=10, leading=14, textColor=INK, alignment=TA_CENTER),
}
"""By name. A paper's own styles take one of these as their parent."""


@cache
def words(language: Language) -> Translator:
    """The language's words; `tr(...)` is HTML, and so is what `text(..., html=True)` takes."""
    return Translators().for_language(language)


def text(content: str, style: str = "text", *, html: bool = False) -> Paragraph:
    """A paragraph. What people typed is escaped, unless `html` says that it is markup (<b>, <a href>) already."""
    return Paragraph(content if html else escape(content).replace("\n", "<br/>"), STYLES[style])


def table(
    rows: Sequence[Sequence[str | Flowable]],
    widths: Sequence[float],
    *,
    right: Collection[int] = (),
    head: bool = True,
) -> Table:
    """Rows of plain text or flowables, the first one a head that every page repeats. `widths` in millimetres; `right`
    are the columns of figures."""
    cells = [
        [
            each
            if isinstance(each, Flowable)
            else text(each, _cell(is_head=head and not number, right=column in right))
            for column, each in enumerate(row)
        ]
        for number, row in enumerate(rows)
    ]
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LEFTPADDING", (0, 0), (0, -1), 2),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 2),
    ]
    if head:
        style.append(("BACKGROUND", (0, 0), (-1, 0), BLUSH))
    made = Table(cells, [width * mm for width in widths], repeatRows=1 if head else 0)
    made.setStyle(TableStyle(style))
    return made


def _cell(is_head: bool, right: bool) -> str:
    return ("head" if is_head else "cell") + ("-right" if right else "")


class Sheet:
    """A document with its brand on top of each page and "page 1 of 3" at the foot, in the language's words.

    `note` stands at the foot's left (a number, a date). The same content gives the same bytes.
    """

    def __init__(
        self, title: str, language: Language, *, brand: str, note: str = "", size: tuple[float, float] = A4
    ) -> None:
        self.title, self.brand, self.note, self.size = title, brand, note, size
        self.tr = words(language)
        self.width = size[0] - 2 * MARGIN
        """What a page has for its content, in points."""

    def render(self, story: Sequence[Flowable]) -> bytes:
        """The PDF of these flowables."""
        buffer = io.BytesIO()
        document = SimpleDocTemplate(
            buffer,
            pagesize=self.size,
            leftMargin=MARGIN - PADDING,
            rightMargin=MARGIN - PADDING,
            topMargin=MARGIN + 6 * mm,
            bottomMargin=MARGIN,
            title=self.title,
            author=self.brand,
            lang=self.tr.language,
            invariant=1,
        )
        sheet = self

        class Counted(Canvas):  # type: ignore[misc]
            """Holds the pages back until their number is known."""

            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                self._pages: list[dict[str, Any]] = []

            def showPage(self) -> None:
                self._pages.append(dict(self.__dict__))
                self._startPage()

            def save(self) -> None:
                for number, page in enumerate(self._pages, start=1):
                    self.__dict__.update(page)
                    sheet.furnish(self, number, len(self._pages))
                    super().showPage()
                super().save()

        document.build(list(story), canvasmaker=Counted)
        return buffer.getvalue()

    def furnish(self, canvas: Canvas, number: int, count: int) -> None:
        """What stands on every page."""
        width, height = self.size
        canvas.setFont(SEMIBOLD, 9)
        canvas.setFillColor(ROSE)
        canvas.drawString(MARGIN, height - MARGIN + 2 * mm, self.brand)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, height - MARGIN, width - MARGIN, height - MARGIN)
        canvas.setFont(REGULAR, 8)
        canvas.setFillColor(QUIET)
        canvas.drawString(MARGIN, MARGIN - 8 * mm, self.note)
        place = self.tr.plain("paper-page", number=str(number), count=str(count))
        canvas.drawRightString(width - MARGIN, MARGIN - 8 * mm, place)
