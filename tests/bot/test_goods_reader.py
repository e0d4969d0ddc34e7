"""The reading process meets files as they come, and files that mean harm."""

from __future__ import annotations

import asyncio
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from bot.adapters.goods import limits, process
from bot.adapters.goods.process import read_goods
from bot.adapters.goods.reader import read
from domain.goods.models import Reading
from tests.goods_files import ROWS, archive, csv_file, many, picture

TABLE = csv_file()


def _plain(cell: str) -> str:
    """Without the signs that some encodings lack."""
    return cell.replace("₽", "руб").replace("«", '"').replace("»", '"')


async def nobody(what: str, count: int) -> None:
    """Progress that is not looked at."""


def reading(tmp_path: Path, content: bytes, pictures: Path | None = None) -> Reading:
    source = tmp_path / "goods"
    source.write_bytes(content)
    return read(source, pictures, tmp_path / "work", lambda *_: None)


def reasons(found: Reading) -> list[str]:
    return [each.reason for each in found.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_table_in_any_encoding_with_any_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = csv_file([[_plain(cell) for cell in row] for row in ROWS], delimiter=delimiter)
    found = reading(tmp_path, text.encode(encoding))
    assert reasons(found) == []
    assert [entry.code for entry in found.entries] == ["50-0001", "50-0002-01", "50-0002-02"]
    assert found.entries[0].product["name_ru"] == 'Крем "Роса"'
    assert found.entries[0].product["price"] == 129050
    assert found.entries[2].article == {"stock": 0, "shade_ru": "Роза", "hex": "#E0A0A8"}


def test_a_spreadsheet_with_numbers_a_title_and_formulas(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet("Титул").write(0, 0, "ничего")
        sheet = book.add_worksheet("Товары")
        sheet.write(0, 0, "Прайс-лист")
        sheet.write_row(2, 0, ["Артикул", "Название", "Категория", "Цена", "Остаток", "Наценка"])
        sheet.write_row(3, 0, [1024, "Крем", "Уход", 1290.5, 7, "x"])
        sheet.write_formula(4, 3, "=500+490", value=990)
        sheet.write_row(4, 0, ["A-2", "Маска", "Уход"])
    found = reading(tmp_path, buffer.getvalue())
    assert (found.format, reasons(found), found.ignored) == ("XLSX", [], ["Наценка"])
    assert [(entry.line, entry.code, entry.product["price"]) for entry in found.entries] == [
        (4, "1024", 129050),
        (5, "A-2", 99000),
    ]


FEED = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE yml_catalog SYSTEM "shops.dtd">
<yml_catalog date="2026-05-07 12:00"><shop><name>x</name>
<categories><category id="5">Губы</category></categories>
<offers><offer id="77-1" group_id="77" available="false"><name>Помада &lt;Вишня&gt;</name><price>990</price>
<currencyId>RUB</currencyId><categoryId>5</categoryId><picture>http://127.0.0.1/x.jpg</picture><count>4</count>
<param name="Оттенок">Вишня</param><param name="HEX">#9B1B30</param><param name="Страна">Франция</param>
</offer></offers>
</shop></yml_catalog>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_a_feed(tmp_path: Path, encoding: str) -> None:
    found = reading(tmp_path, FEED.format(encoding=encoding).encode(encoding))
    assert (found.format, reasons(found), found.ignored) == ("YML", [], ["Страна"])
    entry = found.entries[0]
    assert (entry.code, entry.product_code, dict(entry.places)) == ("77-1", "77", {"category": "Губы"})
    assert entry.product == {"name_ru": "Помада <Вишня>", "price": 99000, "on_sale": False}
    assert entry.article == {"stock": 4, "shade_ru": "Вишня", "hex": "#9B1B30"}


def test_the_pictures_a_feed_names_are_looked_for_beside_it(tmp_path: Path) -> None:
    """By the last part of their addresses: a shade's first is its own, the rest is its product's album."""
    pictures = "".join(f"<picture>http://127.0.0.1/a/{name}</picture>" for name in ("x.jpg", "%D0%B1.JPG?w=1", "y.png"))
    offers = f"""<offer id="88"><name>Крем</name><price>10</price><categoryId>5</categoryId>{pictures}</offer>
        <offer id="77-1" group_id="77"><picture>https://x/s1.jpg</picture><picture>https://x/g1.jpg</picture></offer>
        <offer id="77-2" group_id="77"><picture>https://x/s2.jpg</picture><picture>https://x/g2.jpg</picture></offer>"""
    feed = f"<yml_catalog><shop><categories><category id='5'>Уход</category></categories>{offers}</shop></yml_catalog>"
    names = ("x.jpg", "б.jpg", "y.png", "s1.jpg", "s2.jpg", "g2.jpg", "G1.jpg", "88_9.jpg")
    files = {name: picture(f"#{at}0{at}0{at}0") for at, name in enumerate(names)}
    found = reading(tmp_path, archive({"feed.yml": feed.encode(), **files}))
    assert [(photo.name, photo.code, photo.place) for photo in found.photos] == [
        ("x.jpg", "88", 1),
        ("б.jpg", "88", 2),
        ("y.png", "88", 3),
        ("s1.jpg", "77-1", 1),
        ("s2.jpg", "77-2", 1),
        ("g2.jpg", "77", 2),
        ("G1.jpg", "77", 1),
        ("88_9.jpg", "88", 9),
    ]


LAUGHS = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<yml_catalog><shop><offers><offer id="1"><name>&b;</name></offer></offers></shop></yml_catalog>"""
STEALS = """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<yml_catalog><shop><offers><offer id="1"><name>&f;</name></offer></offers></shop></yml_catalog>"""


def bomb() -> bytes:
    """A spreadsheet whose sheet is a gigabyte of zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        with made.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(64):
                sheet.write(bytes(2**20))
    return buffer.getvalue()


def lying() -> bytes:
    """An archive whose table says it is small."""
    content = archive({"goods.csv": b"a" * 60 * 2**20})
    size = struct.pack("<I", 60 * 2**20)
    assert content.count(size) == 2
    return content.replace(size, struct.pack("<I", 1000))


def huge_picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", ["empty"]),
        (b"\n\n  \n", ["empty"]),
        (b"\x00" * 5000, ["nul"]),
        ("артикул;цена\nA;1\x00\n".encode(), ["nul"]),
        (os.urandom(9000), ["nul"]),
        ("артикул;цена\nA;".encode() + b"1" * 2**20, ["csv"]),
        ('артикул;цена\n"A;1\n'.encode(), ["csv"]),
        ("имя;сумма\nA;1\n".encode(), ["no-columns"]),
        ("артикул;цена;цена\nA;1;2\n".encode(), ["column-twice"]),
        (("артикул;цена;" + "x;" * 300).encode(), ["columns"]),
        ("артикул;цена\n=cmd|'/c calc';1\n".encode(), ["formula"]),
        ("артикул;цена\nA;-5\nA;5\nB;abc\n".encode(), ["price-range", "twice", "price"]),
        (b"\xd0\xcf\x11\xe0" + bytes(600), ["xls"]),
        (LAUGHS.encode(), ["entities"]),
        (STEALS.encode(), ["entities"]),
        (FEED.format(encoding="utf-8").encode()[:300], ["xml"]),
        (b"<html><body>hello</body></html>", ["no-feed"]),
        (b'<?xml version="1.0"?><rss/>', ["no-feed"]),
        (b"PK\x03\x04 and no more", ["broken"]),
        (archive({"xl/workbook.xml": b"no"}), ["xlsx"]),
        (bomb(), ["bomb"]),
        (lying(), ["broken"]),
        (archive({"a.csv": b"x", "b.csv": b"y"}), ["tables"]),
        (archive({"goods.csv": TABLE.encode(), "50-0001.jpg": b"no picture"}), ["picture"]),
        (archive({"goods.csv": TABLE.encode(), "50-0001.png": huge_picture()}), ["picture-pixels"]),
        (archive({"goods.csv": TABLE.encode(), "50-0001.jpg": picture()[:3000]}), ["picture"]),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, content: bytes, wrong: list[str]) -> None:
    found = reading(tmp_path, content)
    assert reasons(found) == wrong
    assert found.entries == []
    assert found.photos == []


def test_pictures_are_made_anew_and_cannot_point_anywhere(tmp_path: Path) -> None:
    content = archive(
        {
            "goods.csv": TABLE.encode(),
            "../../../evil/50-0001.jpg": picture(),
            "folder/50-0001_2.png": picture("#112233", "PNG"),
            "__MACOSX/50-0001_3.jpg": b"",
            "50-0002-01.webp": picture("#445566", "WEBP", 3000),
        }
    )
    found = reading(tmp_path, content)
    assert reasons(found) == []
    assert [(photo.code, photo.place) for photo in found.photos] == [("50-0001", 1), ("50-0001", 2), ("50-0002-01", 1)]
    kept = sorted((tmp_path / "work" / "photos").iterdir())
    assert {path.stem for path in kept} == {photo.digest for photo in found.photos}
    assert not (tmp_path / "evil").exists()
    for path in kept:
        with Image.open(path) as image:
            assert (image.format, max(image.size) <= 1600, len(image.getexif())) == ("JPEG", True, 0)


def test_a_folder_of_pictures_beside_a_table(tmp_path: Path) -> None:
    folder = tmp_path / "pictures" / "lips"
    folder.mkdir(parents=True)
    (folder / "50-0001.jpg").write_bytes(picture())
    (folder / "50-0002.jpg").symlink_to("/etc/passwd")
    (folder / "notes.txt").write_text("no picture")
    found = reading(tmp_path, TABLE.encode(), folder.parent)
    assert [photo.code for photo in found.photos] == ["50-0001"]


async def test_the_process_reads_and_tells_how_far_it_is(tmp_path: Path) -> None:
    source = tmp_path / "goods.csv"
    source.write_text(many(2000))
    told: list[int] = []

    async def tell(what: str, count: int) -> None:
        told.append(count)

    found = await read_goods(source, None, tmp_path / "work", tell)
    assert (len(found.entries), found.problems) == (2667, [])
    assert told == [500, 1000, 1500, 2000, 2500]


async def test_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path) -> None:
    source = tmp_path / "goods.csv"
    with source.open("wb") as file:
        file.truncate(2**30)
    assert reasons(await read_goods(source, None, tmp_path / "work", nobody)) == ["size"]


async def test_a_reading_that_takes_too_long_is_a_clear_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "goods.csv"
    source.write_text(csv_file())
    monkeypatch.setattr(limits, "SECONDS", 0.05)
    assert reasons(await read_goods(source, None, tmp_path / "work", nobody)) == ["time"]


async def test_a_process_that_is_killed_for_its_memory_is_a_clear_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "goods.csv"
    source.write_text(csv_file())

    async def killed(reader: asyncio.subprocess.Process, progress: object) -> int:
        reader.kill()
        return await reader.wait()

    monkeypatch.setattr(process, "_watch", killed)
    assert reasons(await read_goods(source, None, tmp_path / "work", nobody)) == ["memory"]
