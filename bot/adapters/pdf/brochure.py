"""The brochure: a cover, contents with page numbers, products by category, and whom to order from on its back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import LayoutError
from reportlab.platypus.tableofcontents import TableOfContents

from bot.adapters.pdf.brochure_cards import Look, card
from bot.adapters.pdf.brochure_parts import picture, qr_code, round_picture
from bot.adapters.pdf.fonts import BOLD, LIGHT, REGULAR, SEMIBOLD
from bot.adapters.pdf.sheet import BLUSH, INK, QUIET, ROSE
from handlers.goods.printed import Leaflet
from locales.html import escape

__all__ = ["LayoutError", "draw"]
DEEP = HexColor("#5b1434")
Pictures = Mapping[str, str]
"""Files by the keys of the leaflet."""


def draw(data: tuple[Leaflet, Pictures]) -> bytes:
    """The PDF; as a booklet, two pages on each side of an A4 sheet in the order of folding."""
    leaflet, pictures = data
    pages = _Brochure(leaflet, pictures).render()
    if leaflet.shape != "booklet":
        return pages
    from bot.adapters.pdf.booklet import imposed

    return imposed(pages, leaflet.title)


class _Brochure(BaseDocTemplate):  # type: ignore[misc]
    """Tells the contents where each section and product came to stand."""

    def __init__(self, leaflet: Leaflet, pictures: Pictures) -> None:
        self.leaflet, self.pictures = leaflet, pictures
        self.size = A4 if leaflet.shape == "a4" else A5
        self.look = Look.of_a4() if leaflet.shape == "a4" else Look.of_a5()
        self.buffer = io.BytesIO()
        margin = self.look.margin
        super().__init__(
            self.buffer,
            pagesize=self.size,
            title=leaflet.title,
            author=leaflet.brand,
            lang=leaflet.language,
            invariant=1,
        )
        width, height = self.size
        frame = Frame(margin, margin, width - 2 * margin, height - 2 * margin - 6 * mm, 0, 0, 0, 0)
        self.addPageTemplates(
            [
                PageTemplate("cover", [frame], onPage=self._cover),
                PageTemplate("inside", [frame], onPage=self._inside),
                PageTemplate("back", [frame], onPage=self._back),
            ]
        )

    def render(self) -> bytes:
        """Everything; twice over, since the contents need the page numbers."""
        look, width = self.look, self.size[0] - 2 * self.look.margin
        contents = TableOfContents(dotsMinLevel=0)
        contents.levelStyles = [look.style("toc-section"), look.style("toc-card")]
        story: list[Flowable] = [
            NextPageTemplate("inside"),
            PageBreak(),
            Paragraph(escape(self.leaflet.contents), look.style("section")),
            contents,
        ]
        for number, section in enumerate(self.leaflet.sections):
            heading = Paragraph(escape(section.title), look.style("section"))
            heading.listed = (0, section.title, f"section-{number}")
            story += [PageBreak(), heading]
            for at, each in enumerate(section.cards):
                made = card(each, self.pictures.get(each.picture), look, width)
                made.listed = (1, each.name, f"card-{number}-{at}")
                story.append(made)
        story += [NextPageTemplate("back"), PageBreak(), Paragraph("&nbsp;", look.style("text"))]
        self.multiBuild(story)
        return self.buffer.getvalue()

    def afterFlowable(self, flowable: Flowable) -> None:
        """reportlab's hook: notes where a section or a product stands."""
        listed: tuple[int, str, str] | None = getattr(flowable, "listed", None)
        if listed is None:
            return
        level, name, key = listed
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(name, key, level, closed=True)
        self.notify("TOCEntry", (level, escape(name), self.page, key))

    def _cover(self, canvas: Canvas, document: Any) -> None:
        width, height = self.size
        scale = self.look.scale
        canvas.setFillColor(BLUSH)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        side = width - 2 * self.look.margin
        top = height - 34 * mm * scale
        canvas.setFillColor(ROSE)
        canvas.setFont(SEMIBOLD, 13 * scale)
        canvas.drawCentredString(width / 2, height - 20 * mm * scale, self.leaflet.brand)
        picture(canvas, self.pictures.get(self.leaflet.cover), (width - side) / 2, top - side, side, 6 * mm * scale)
        title = ParagraphStyle("cover", fontName=LIGHT, fontSize=40 * scale, leading=46 * scale, textColor=DEEP)
        title.alignment = 1
        made = Paragraph(escape(self.leaflet.title), title)
        _, needed = made.wrap(side, height)
        made.drawOn(canvas, (width - side) / 2, top - side - 10 * mm * scale - needed)
        contacts = self.leaflet.contacts
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, 13 * scale)
        canvas.drawCentredString(width / 2, 21 * mm * scale, contacts.name)
        canvas.setFont(REGULAR, 10 * scale)
        canvas.setFillColor(QUIET)
        canvas.drawCentredString(width / 2, 15 * mm * scale, contacts.lines[0] if contacts.lines else "")

    def _inside(self, canvas: Canvas, document: Any) -> None:
        width, height = self.size
        margin = self.look.margin
        canvas.setFont(SEMIBOLD, 8)
        canvas.setFillColor(ROSE)
        canvas.drawString(margin, height - margin - 1 * mm, self.leaflet.brand)
        canvas.setFont(REGULAR, 8)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(width - margin, height - margin - 1 * mm, self.leaflet.title)
        canvas.drawCentredString(width / 2, margin - 6 * mm, str(canvas.getPageNumber()))

    def _back(self, canvas: Canvas, document: Any) -> None:
        width, height = self.size
        scale, contacts = self.look.scale, self.leaflet.contacts
        canvas.setFillColor(BLUSH)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        y = height - 40 * mm * scale
        if contacts.portrait and contacts.portrait in self.pictures:
            side = 46 * mm * scale
            round_picture(canvas, self.pictures[contacts.portrait], (width - side) / 2, y - side, side)
            y -= side + 4 * mm
        y -= 12 * mm * scale
        canvas.setFillColor(DEEP)
        canvas.setFont(SEMIBOLD, 22 * scale)
        canvas.drawCentredString(width / 2, y, contacts.name)
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, 12 * scale)
        for line in contacts.lines:
            y -= 7 * mm * scale
            canvas.drawCentredString(width / 2, y, line)
        side = 52 * mm * scale
        y -= 12 * mm * scale + side
        canvas.setFillColor(white)
        canvas.roundRect(
            (width - side) / 2 - 4 * mm, y - 4 * mm, side + 8 * mm, side + 8 * mm, 4 * mm, stroke=0, fill=1
        )
        qr_code(canvas, contacts.link, (width - side) / 2, y, side, DEEP)
        canvas.setFillColor(ROSE)
        canvas.setFont(BOLD, 11 * scale)
        canvas.drawCentredString(width / 2, y - 12 * mm, contacts.scan)
        note = Paragraph(escape(self.leaflet.note), self.look.style("note"))
        room = width - 2 * self.look.margin
        note.wrap(room, 40 * mm)
        note.drawOn(canvas, self.look.margin, 12 * mm * scale)
