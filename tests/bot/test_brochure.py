"""The brochure as a reader, a printer and a folder of paper meet it."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.adapters.pdf.booklet import fold_order
from bot.adapters.pdf.brochure import draw
from handlers.goods.printed import Card, Contacts, Leaflet, Section, Shade
from tests.goods_files import picture

SHADES = tuple(Shade(f"{n:02}", f"Оттенок {n}", f"#{n * 4:02X}1030") for n in range(1, 25))
CARD = Card(
    name="Помада «Съешь ещё» & <b>ко",
    facts="3,8 г · код 40-0401",
    about="Насыщенный цвет с мягким блеском. " * 4,
    picture="photo/a",
    marks=("Хит",),
    price="839 ₽",
    full_price="1 290 ₽",
    shades=SHADES,
)


def leaflet(shape: str = "a4", cards: int = 9) -> Leaflet:
    sections = tuple(
        Section(name, tuple(replace(CARD, name=f"{name} {n} {CARD.name}") for n in range(cards)))
        for name in ("Губы", "Глаза & брови")
    )
    contacts = Contacts("Олег Савельев", ("Ваш консультант", "Тверь"), "https://t.me/x?start=abc", "Наведите", None)
    return Leaflet("ru", shape, "Бренд & Ко", "Каталог", "catalog", sections, contacts, "Содержание", "Цены <могут>")


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "a.jpg"
    path.write_bytes(picture(side=1280))
    return {"photo/a": str(path), "catalog": str(path)}


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("shape", ["a4", "a5"])
def test_contents_say_the_page_each_product_stands_on(shape: str, pictures: dict[str, str]) -> None:
    content = draw((leaflet(shape), pictures))
    assert content == draw((leaflet(shape), pictures)), "the same leaflet, the same bytes"
    texts = pages(content)
    listed = "\n".join(text for text in texts if "839 ₽" not in text).splitlines()
    found = 0
    for number, text in enumerate(texts, start=1):
        for name in (f"{section} {n} Помада" for section in ("Губы", "Глаза & брови") for n in range(9)):
            if name in text and "839 ₽" in text:
                at = next(at for at, line in enumerate(listed) if line.startswith(name))
                # The dots and the number are written before the name.
                assert listed[at - 1].rpartition(" ")[2] == str(number), name
                found += 1
    assert found == 18
    whole = "\n".join(texts)
    assert whole.count("Помада «Съешь ещё» & <b>ко") == 2 * 18
    assert "24 Оттенок 24" in whole
    assert "1 290 ₽" in whole
    assert "Олег Савельев" in texts[0]
    assert "Наведите" in texts[-1]


def test_pictures_are_print_quality_and_the_file_stays_small(pictures: dict[str, str]) -> None:
    reader = PdfReader(io.BytesIO(draw((leaflet(), pictures))))
    sizes = {image.image.size for page in reader.pages for image in page.images if image.image}
    # 46 mm at 300 dpi, and the cover as large as it is.
    assert {(543, 543), (600, 600)} == {(min(w, 600), min(h, 600)) for w, h in sizes}
    assert len(draw((leaflet(cards=100), pictures))) < 2_000_000


def test_without_pictures_and_prices(pictures: dict[str, str]) -> None:
    bare = leaflet()
    section = replace(bare.sections[0], cards=(replace(CARD, price="", full_price="", shades=()),))
    texts = pages(draw((replace(bare, sections=(section,)), {})))
    assert "₽" not in "".join(texts)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8, 11, 16])
def test_folded_sheets_read_in_order(count: int) -> None:
    """Stacked and folded, the pages come one after the other, with the back cover outside."""
    sides = fold_order(count)
    assert len(sides) % 2 == 0
    fronts, backs = sides[0::2], sides[1::2]
    first_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second_half = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    read = [*first_half, *reversed(second_half)]
    assert [page for page in read if page is not None] == list(range(count))
    assert read[-1] == count - 1


def test_a_booklet_is_two_pages_on_each_side(pictures: dict[str, str]) -> None:
    single = pages(draw((leaflet("a5"), pictures)))
    content = draw((leaflet("booklet"), pictures))
    reader = PdfReader(io.BytesIO(content))
    assert len(reader.pages) == 2 * -(-len(single) // 4)
    box = reader.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (839, 595)
    first = reader.pages[0].extract_text()
    assert "Наведите" in first
    assert "Каталог" in first
