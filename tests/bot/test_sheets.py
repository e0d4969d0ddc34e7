"""Tables as XLSX: what people typed stays text, whatever it looks like."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from python_calamine import CalamineWorkbook

from bot.adapters.sheets import Sheets, Table, write
from bot.adapters.workers import Workers

HOSTILE = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "{=1+1}",
    "http://evil.example",
    "mailto:x@example.org",
    "00123",
    "",
]


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_nothing_typed_becomes_a_formula_a_link_or_a_number() -> None:
    content = write(Table("Заказы", ["a"], [[each] for each in HOSTILE]))
    xml = parts(content)
    sheet = xml["xl/worksheets/sheet1.xml"]
    assert "<f" not in sheet.replace("<filter", "")
    assert "hyperlink" not in sheet.lower()
    assert not [name for name in xml if "_rels/sheet" in name]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert [row[0] for row in rows[1:]] == HOSTILE


def test_a_table_keeps_its_kinds() -> None:
    at = datetime(2026, 5, 7, 12, 30, tzinfo=UTC)
    content = write(
        Table("a[b]:c/" + "x" * 60, ["n", "m", "t"], [[3, 1_290_50, at], [None, 0, at]], money=frozenset({1}))
    )
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert re.fullmatch(r"abcx{28}", book.sheet_names[0][:31])
    first, second = book.get_sheet_by_index(0).to_python()[1:]
    assert first == [3.0, 1290.5, datetime(2026, 5, 7, 12, 30)]  # noqa: DTZ001
    assert second[0] == ""


def test_no_rows_are_a_table_too() -> None:
    assert write(Table("", ["a"], []))


@pytest.mark.parametrize("rows", [1, 5_000])
async def test_the_same_table_is_the_same_bytes_also_in_a_helper(rows: int) -> None:
    table = Table("Заказы", ["a", "b"], [["=1", n] for n in range(rows)])
    workers = Workers()
    try:
        made = await Sheets(workers).make(table)
    finally:
        workers.close()
    assert made == write(table)
