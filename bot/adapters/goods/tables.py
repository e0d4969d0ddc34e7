"""Lines of CSV and XLSX as cells by field. Runs in the reading process."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from charset_normalizer import from_bytes
from python_calamine import CalamineError, CalamineWorkbook

from bot.adapters.goods import limits
from bot.adapters.goods.limits import Refused
from domain.goods.columns import CODE, field_of

ENCODINGS = ["cp1251", "koi8_r", "cp866", "mac_cyrillic"]
"""What Russian tables are written in, beside Unicode."""
SAMPLE = 64 * 1024
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
HEAD_LINES = 20
"""A table may begin with a title and empty lines."""
Line = tuple[int, Mapping[str, str]]


def decoded(content: bytes) -> str:
    """The text of a file in whatever encoding. Raises Refused where that cannot be told, or would be a guess."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return _as(content, encoding)
    if wide := _utf_16(content[:SAMPLE]):
        return _as(content, wide)
    if b"\x00" in content:
        raise Refused("nul")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _as(content, _encoding(content))


def _encoding(content: bytes) -> str:
    """The one in which the head says our columns; else the likeliest. Raises Refused where there is none."""
    heads = content[:SAMPLE].splitlines()[:HEAD_LINES]
    found = {
        name: max(_known(re.split(r"[;,\t|]", line.decode(name, "replace"))) for line in heads) for name in ENCODINGS
    }
    if any(found.values()):
        return max(found, key=lambda name: found[name])
    best = from_bytes(content[:SAMPLE], cp_isolation=ENCODINGS).best()
    if best is None:
        raise Refused("encoding")
    return best.encoding


def _utf_16(sample: bytes) -> str | None:
    """Without a mark UTF-16 shows by its zero bytes: about every second one of plain signs and digits."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or max(even, odd) < len(sample) // 10 or min(even, odd) > max(even, odd) // 20:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _as(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise Refused("encoding") from None
    return text


def csv_lines(content: bytes, ignored: list[str]) -> Iterator[Line]:
    """Lines of a CSV with any usual delimiter. Raises Refused."""
    text = decoded(content)
    if "\x00" in text:
        raise Refused("nul")
    csv.field_size_limit(limits.CELL)
    head = text[:SAMPLE].splitlines()[:HEAD_LINES]
    delimiter = max(";,\t|", key=lambda sign: max((_known(line.split(sign)) for line in head), default=0))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)

    def numbered() -> Iterator[tuple[int, Sequence[str]]]:
        begins = 1
        try:
            for row in rows:
                yield begins, row
                begins = rows.line_num + 1
        except csv.Error:
            raise Refused("csv", str(rows.line_num)) from None

    return _under_head(numbered(), ignored)


def xlsx_lines(content: bytes, ignored: list[str]) -> Iterator[Line]:
    """Lines of the first sheet that has our columns; of formulas their last results. Raises Refused."""
    unpacked(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names[: limits.COLUMNS]
        for name in names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > limits.ROWS + HEAD_LINES or sheet.total_width > limits.COLUMNS:
                raise Refused("rows" if sheet.total_height > limits.ROWS else "columns")
            rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
            if any(_known(row) for row in rows[:HEAD_LINES]):
                return _under_head(enumerate(rows, start=1), ignored)
    except (CalamineError, ValueError, OSError, zipfile.BadZipFile):
        raise Refused("xlsx") from None
    raise Refused("no-columns")


def unpacked(content: bytes) -> None:
    """Raises Refused for an archive that unpacks to far more than it says, or than we take."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refused("broken") from None
    if len(parts) > limits.MEMBERS or sum(part.file_size for part in parts) > 4 * limits.TABLE:
        raise Refused("bomb")
    if any(part.file_size > limits.RATIO * max(part.compress_size, 4096) for part in parts):
        raise Refused("bomb")


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return "" if value is None else str(value)


def _known(row: Iterable[str]) -> int:
    """How many headers of ours a row has; none without the code, which is in every table."""
    fields = {field_of(each.strip().strip('"')) for each in row} - {None}
    return len(fields) if CODE in fields and len(fields) > 1 else 0


def _under_head(rows: Iterator[tuple[int, Sequence[str]]], ignored: list[str]) -> Iterator[Line]:
    """What stands below the head, by its columns. Raises Refused without a head or with a column named twice."""
    for tried, (_, row) in enumerate(rows, start=1):
        if len(row) > limits.COLUMNS:
            raise Refused("columns")
        if _known(row):
            return _cells(rows, _fields(row, ignored))
        if tried >= HEAD_LINES:
            break
    raise Refused("no-columns")


def _fields(row: Sequence[str], ignored: list[str]) -> dict[int, str]:
    fields: dict[int, str] = {}
    for index, header in enumerate(row):
        field = field_of(header)
        if field is None:
            if header.strip():
                ignored.append(header.strip()[:60])
        elif field in fields.values():
            raise Refused("column-twice", header.strip()[:60])
        else:
            fields[index] = field
    return fields


def _cells(rows: Iterator[tuple[int, Sequence[str]]], fields: Mapping[int, str]) -> Iterator[Line]:
    for count, (line, row) in enumerate(rows):
        if count >= limits.ROWS:
            raise Refused("rows")
        yield line, {field: row[index] for index, field in fields.items() if index < len(row)}
