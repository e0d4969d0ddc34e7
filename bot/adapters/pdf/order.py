"""An order on paper: its lines with their colours, its sums, who serves it, and the way back by QR. In a helper."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Circle, Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from bot.adapters.pdf.sheet import BLUSH, INK, LINE, Sheet, table, text

QR = 30 * mm


def draw(data: dict[str, Any]) -> bytes:
    """The PDF of what handlers.ordering.papers.order_paper gave."""
    sheet = Sheet(data["title"], data["language"], brand=data["brand"], note=data["foot"])
    story: list[Flowable] = [text(data["title"], "title"), text(data["date"], "small"), Spacer(1, 3 * mm)]
    story += [text(each) for each in data["facts"]]
    story += [Spacer(1, 4 * mm), _lines(data), Spacer(1, 4 * mm)]
    # The lines that explain the price come as markup of the chat, which is also the paper's.
    why = [text(each, "small", html=True) for each in data["why"]]
    end: list[Flowable] = [_sums(data), Spacer(1, 4 * mm), *why, Spacer(1, 4 * mm)]
    if data["consultant"]:
        end.append(_consultant(data))
    story.append(KeepTogether(end))
    return sheet.render(story)


def _lines(data: dict[str, Any]) -> Table:
    rows: list[list[str | Flowable]] = [["", *data["head"]]]
    for line in data["lines"]:
        swatch: str | Flowable = _swatch(line["hex"]) if line["hex"] else ""
        rows.append([swatch, *line["cells"]])
    return table(rows, [8, 22, 64, 14, 22, 22, 22], right={3, 4, 5, 6})


def _swatch(colour: str) -> Drawing:
    drawing = Drawing(5 * mm, 5 * mm)
    drawing.add(Circle(2.5 * mm, 2.5 * mm, 2.2 * mm, fillColor=HexColor(colour), strokeColor=LINE, strokeWidth=0.5))
    return drawing


def _sums(data: dict[str, Any]) -> Table:
    rows = [[text(name, "cell-right"), text(value, "cell-right")] for name, value in data["sums"]]
    rows.append([text(each, "total") for each in data["total"]])
    made = Table(rows, [134 * mm, 40 * mm])
    made.setStyle(TableStyle([("LINEABOVE", (0, -1), (-1, -1), 0.8, INK), ("TOPPADDING", (0, -1), (-1, -1), 5)]))
    return made


def _consultant(data: dict[str, Any]) -> Table:
    head, name, *rest = data["consultant"]
    words: list[Flowable] = [text(head, "small"), text(name, "heading"), *(text(each) for each in rest)]
    words.append(text(data["scan"], "small"))
    code = QrCodeWidget(data["link"], barLevel="M")
    x, y, right, top = code.getBounds()
    drawing = Drawing(QR, QR, transform=[QR / (right - x), 0, 0, QR / (top - y), 0, 0])
    drawing.add(code)
    made = Table([[words, drawing]], [134 * mm, 40 * mm])
    made.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, -1), BLUSH),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("LEFTPADDING", (0, 0), (0, 0), 10),
            ]
        )
    )
    return made
