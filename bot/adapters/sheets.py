"""Tables as XLSX, made in a helper process. What people typed stays text: no cell is ever a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.adapters.workers import Workers

Cell = str | int | float | datetime | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to make. `widths` are in characters; columns in `money` hold kopecks and are shown in roubles."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    money: frozenset[int] = field(default_factory=frozenset)


class Sheets:
    """The program's way to a table. Light: what writes it is imported in the helper alone."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def make(self, table: Table) -> bytes:
        """The bytes of an .xlsx file. The same table, the same bytes."""
        content: bytes = await self._workers.run("bot.adapters.sheets:write", table)
        return content

    async def table(
        self,
        name: str,
        head: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widths: Sequence[int] = (),
        money: frozenset[int] = frozenset(),
    ) -> bytes:
        """As `make`, of a table's parts."""
        return await self.make(Table(name, head, rows, widths, money))


def write(table: Table) -> bytes:
    """Runs in the helper."""
    import xlsxwriter

    buffer = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, plain)
    book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("".join(c for c in table.name if c not in "[]:*?/\\")[:31] or "1")
    head = book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#A03258", "valign": "vcenter"})
    moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm", "align": "left"})
    money = book.add_format({"num_format": "#,##0.00"})
    for column, words in enumerate(table.head):
        sheet.write_string(0, column, words, head)
        sheet.set_column(column, column, table.widths[column] if column < len(table.widths) else 16)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, moment, money if column in table.money else None)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.head) - 1)
    book.close()
    return buffer.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Cell, moment: Any, money: Any) -> None:
    match cell:
        case None:
            pass
        case datetime():
            sheet.write_datetime(row, column, cell.replace(tzinfo=None), moment)
        case str():
            # Never `write`: a name that begins with "=" would become a formula that runs in the reader's program.
            sheet.write_string(row, column, cell[:32_767])
        case _ if money is not None:
            sheet.write_number(row, column, cell / 100, money)
        case _:
            sheet.write_number(row, column, cell)
