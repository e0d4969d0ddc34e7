"""A page of everything a sheet can hold, to see and to test the foundation with."""

from __future__ import annotations

from bot.adapters.pdf.sheet import Sheet, table, text
from locales.translator import Language


def draw(language: Language) -> bytes:
    """A title, a text with markup, and a table that goes over several pages."""
    sheet = Sheet("Образец", language, brand="Mary Kay InTouch", note="№ 10012")
    rows = [["Товар", "Код", "Цена"], *([f"Губная помада «Съешь ещё {n}» <b>", f"A{n}", "1 290 ₽"] for n in range(90))]
    return sheet.render(
        [
            text("Образец: съешь ещё этих мягких булок", "title"),
            text("Итого <b>1 290 ₽</b>, ёлочки «»", html=True),
            text("Состав заказа", "heading"),
            table(rows, [104, 30, 40], right={2}),
            text("Всего: 116 100 ₽", "total"),
        ]
    )
