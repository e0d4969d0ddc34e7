"""A product of a brochure: its picture, and beside it what it is, its shades and its price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from bot.adapters.pdf.brochure_parts import picture
from bot.adapters.pdf.fonts import LIGHT, REGULAR, SEMIBOLD
from bot.adapters.pdf.sheet import INK, LINE, QUIET, ROSE
from handlers.goods.printed import Card, Shade
from locales.html import escape


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of a page size."""

    scale: float
    margin: float
    side: float
    """Of a product's picture."""

    @classmethod
    def of_a4(cls) -> Look:
        return cls(1.0, 18 * mm, 46 * mm)

    @classmethod
    def of_a5(cls) -> Look:
        return cls(0.8, 12 * mm, 34 * mm)

    def style(self, name: str) -> ParagraphStyle:
        """By name; sizes follow the page."""
        font, size, colour = _STYLES[name]
        size *= self.scale
        style = ParagraphStyle(name, fontName=font, fontSize=size, leading=size * 1.32, textColor=colour)
        if name == "section":
            style.spaceAfter = 4 * mm * self.scale
        if name == "toc-section":
            style.spaceBefore = 2.4 * mm * self.scale
        if name == "toc-card":
            style.leftIndent = 4 * mm
        if name == "note":
            style.alignment = 1
        return style


_STYLES = {
    "section": (LIGHT, 26.0, ROSE),
    "toc-section": (SEMIBOLD, 12.0, INK),
    "toc-card": (REGULAR, 10.0, INK),
    "name": (SEMIBOLD, 13.0, INK),
    "facts": (REGULAR, 8.5, QUIET),
    "text": (REGULAR, 10.0, INK),
    "price": (SEMIBOLD, 14.0, ROSE),
    "note": (REGULAR, 8.5, QUIET),
}


def card(card: Card, path: str | None, look: Look, width: float) -> Table:
    """One product; it never breaks over two pages."""
    room = width - look.side - 6 * mm * look.scale
    marks = "".join(f'<font name="{SEMIBOLD}" color="#a03258">{escape(mark)}</font> · ' for mark in card.marks)
    parts: list[Flowable] = [
        Paragraph(escape(card.name), look.style("name")),
        Paragraph(marks + escape(card.facts), look.style("facts")),
        Spacer(1, 1.4 * mm * look.scale),
        Paragraph(escape(card.about), look.style("text")),
    ]
    if card.shades:
        parts += [Spacer(1, 1.4 * mm * look.scale), _Swatches(card.shades, look, room)]
    if card.price:
        before = f'<font name="{REGULAR}" size="{9 * look.scale}" color="#7a6b72"><strike>{escape(card.full_price)}'
        price = f"{before}</strike></font>&nbsp;&nbsp;" if card.full_price else ""
        parts += [Spacer(1, 1.2 * mm * look.scale), Paragraph(price + escape(card.price), look.style("price"))]
    made = Table([[_Picture(path, look.side), parts]], [look.side + 6 * mm * look.scale, room])
    made.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 3 * mm * look.scale),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3 * mm * look.scale),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
            ]
        )
    )
    return made


class _Picture(Flowable):  # type: ignore[misc]
    """The product's picture."""

    def __init__(self, path: str | None, side: float) -> None:
        super().__init__()
        self.path, self.width, self.height = path, side, side

    def draw(self) -> None:
        """reportlab's hook."""
        picture(self.canv, self.path, 0, 0, self.width, self.width * 0.06)


class _Swatches(Flowable):  # type: ignore[misc]
    """Every shade as a drop of its colour with its name, in columns."""

    def __init__(self, shades: Sequence[Shade], look: Look, width: float) -> None:
        super().__init__()
        self.shades, self.look, self.width = shades, look, width
        self.columns = max(1, int(width // (34 * mm * (0.6 + 0.4 * look.scale))))
        self.row = 5.2 * mm * (0.4 + 0.6 * look.scale)
        self.height = self.row * -(-len(shades) // self.columns)

    def draw(self) -> None:
        """reportlab's hook."""
        size = 7.4 * (0.4 + 0.6 * self.look.scale)
        column, radius = self.width / self.columns, self.row * 0.38
        for number, shade in enumerate(self.shades):
            x = number % self.columns * column
            y = self.height - (number // self.columns + 0.5) * self.row
            self.canv.setFillColor(HexColor(shade.hex))
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.4)
            self.canv.circle(x + radius, y, radius, stroke=1, fill=1)
            self.canv.setFillColor(INK)
            self.canv.setFont(REGULAR, size)
            room = column - 2 * radius - 2.4 * mm
            self.canv.drawString(
                x + 2 * radius + 1.2 * mm, y - size * 0.33, _fitted(f"{shade.code} {shade.name}", size, room)
            )


def _fitted(text: str, size: float, room: float) -> str:
    if stringWidth(text, REGULAR, size) <= room:
        return text
    while text and stringWidth(f"{text}…", REGULAR, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
