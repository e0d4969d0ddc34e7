"""Goods files written: CSV, XLSX and YML. Runs in a helper process."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from domain.goods.columns import CATEGORY, CODE, COLUMNS, PRODUCT_CODE, SHEET
from domain.goods.writing import Row, cell_of

FORMATS = ("csv", "xlsx", "yml")
WIDTHS = {"text": 28.0, "code": 14.0}
_OWN = frozenset({CODE, PRODUCT_CODE, CATEGORY, "name_ru", "about_ru", "price", "stock", "on_sale"})
"""What an offer of a feed says in its own elements."""


def write(form: str, rows: Sequence[Row], brand: str, at: str) -> bytes:
    """The file's bytes. `at` is the moment the feed says, as ISO 8601."""
    match form:
        case "csv":
            return _csv(rows)
        case "xlsx":
            return _xlsx(rows)
        case "yml":
            return _yml(rows, brand, datetime.fromisoformat(at).astimezone(UTC))
    raise ValueError(f"no such format: {form}")


def _csv(rows: Sequence[Row]) -> bytes:
    """With semicolons and a mark of UTF-8, as Excel with Russian settings opens it by a double click."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow([column.title for column in COLUMNS])
    writer.writerows([[cell_of(column.name, row.get(column.name)) for column in COLUMNS] for row in rows])
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Row]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    # A text is only ever a text here, whatever sign it begins with.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(SHEET)
        head = book.add_format({"bold": True, "bg_color": "#FBF3F6", "bottom": 1})
        money, text = book.add_format({"num_format": "#,##0.00"}), book.add_format({"num_format": "@"})
        for number, column in enumerate(COLUMNS):
            sheet.set_column(number, number, WIDTHS.get(column.kind, 12.0))
            sheet.write_string(0, number, column.title, head)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
        for line, row in enumerate(rows, start=1):
            for number, column in enumerate(COLUMNS):
                value = row.get(column.name)
                if isinstance(value, bool) or value is None or isinstance(value, (str, list)):
                    sheet.write_string(line, number, cell_of(column.name, value), text)
                elif column.name == "price":
                    sheet.write_number(line, number, value / 100, money)
                else:
                    sheet.write_number(line, number, value)
    return buffer.getvalue()


def _yml(rows: Sequence[Row], brand: str, at: datetime) -> bytes:
    categories: dict[str, int] = {}
    for row in rows:
        categories.setdefault(str(row[CATEGORY]), len(categories) + 1)
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<yml_catalog date="{at:%Y-%m-%dT%H:%M:%S+00:00}">',
        "<shop>",
        f"<name>{_plain(brand)}</name>",
        f"<company>{_plain(brand)}</company>",
        '<currencies><currency id="RUB" rate="1"/></currencies>',
        "<categories>",
        *(f'<category id="{number}">{_plain(name)}</category>' for name, number in categories.items()),
        "</categories>",
        "<offers>",
    ]
    for row in rows:
        available = "true" if row["on_sale"] else "false"
        code, group = quoteattr(str(row[CODE])), quoteattr(str(row[PRODUCT_CODE]))
        out.append(f'<offer id={code} group_id={group} available="{available}">')
        out.append(f"<name>{_plain(cell_of('name_ru', row['name_ru']))}</name>")
        out.append(f"<price>{cell_of('price', row['price'])}</price><currencyId>RUB</currencyId>")
        out.append(f"<categoryId>{categories[str(row[CATEGORY])]}</categoryId><count>{row['stock']}</count>")
        if row["about_ru"]:
            out.append(f"<description>{_plain(cell_of('about_ru', row['about_ru']))}</description>")
        for column in COLUMNS:
            value = row.get(column.name)
            if column.name not in _OWN and value not in (None, "", []):
                cell = cell_of(column.name, value)
                out.append(f"<param name={quoteattr(column.title)}>{_plain(cell)}</param>")
        out.append("</offer>")
    return "\n".join([*out, "</offers>", "</shop>", "</yml_catalog>", ""]).encode()


def _plain(text: str) -> str:
    return escape(text)
