"""Goods files for tests."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from PIL import Image

HEAD = ("код товара", "артикул", "категория", "название", "цена", "остаток", "оттенок", "hex", "описание")
ROWS = (
    ("50-0001", "50-0001", "Новинки", "Крем «Роса»", "1 290,50 ₽", "7", "", "", "Лёгкий; с розой"),
    ("50-0002", "50-0002-01", "Губы", "Помада «Вишня»", "990", "3", "Вишня", "#9B1B30", ""),
    ("50-0002", "50-0002-02", "Губы", "Помада «Вишня»", "990", "0", "Роза", "e0a0a8", ""),
)


def csv_file(rows: Iterable[Sequence[str]] = ROWS, head: Sequence[str] = HEAD, delimiter: str = ";") -> str:
    """A table as text."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([head, *rows])
    return buffer.getvalue()


def many(count: int, price: int = 1000) -> str:
    """A table of `count` products, each third with two shades."""
    rows = []
    for n in range(count):
        shades = [("", "")] if n % 3 else [("Красный", "#AA1122"), ("Синий", "#1122AA")]
        for at, shade in enumerate(shades):
            what = (f"90-{n:05}", f"90-{n:05}-{at}", f"Раздел {n % 8}", f"Товар {n}", str(price + n % 90))
            rows.append((*what, str(n % 50), *shade, "Описание товара " * 8))
    return csv_file(rows)


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return buffer.getvalue()


def picture(colour: str = "#B0413E", form: str = "JPEG", side: int = 600) -> bytes:
    """A picture with metadata that has to go."""
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where it was taken"
    Image.new("RGB", (side, side), colour).save(buffer, form, exif=exif)
    return buffer.getvalue()
