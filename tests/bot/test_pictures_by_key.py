"""Pictures by key: every kind the screens ask for draws, always the same, and nothing else does."""

from __future__ import annotations

import io
import re
from pathlib import Path
from statistics import median

import pytest
from PIL import Image

from bot.adapters.pictures import chart, covers
from bot.adapters.pictures.by_key import MOST_SHADES, draw_by_key
from bot.adapters.pictures.chart import draw_shades, layout
from bot.adapters.pictures.colour import parse
from bot.adapters.pictures.forms import ProductForm
from bot.adapters.pictures.sheet import COLUMNS, TILE, keys, sheet
from bot.demo.data import CATEGORIES, DemoProduct, load

DEMO = load()
HEAVIEST = 200_000


def key_of(product: DemoProduct) -> str:
    tint = product.tint.lstrip("#")
    if not product.shades:
        return f"product/{product.form}/{tint}/none"
    return f"shades/{product.form}/{tint}/{'-'.join(shade.hex.lstrip('#') for shade in product.shades)}"


def sample() -> list[str]:
    """One product of each form the demo sells, with all its shades where it has some."""
    first = {product.form: product for product in reversed(DEMO.products)}
    return [key_of(product) for product in first.values()]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("key", sample())
def test_a_product_of_every_form_draws(key: str) -> None:
    data = draw_by_key(key)
    assert (opened(data).format, opened(data).size) == ("JPEG", (1280, 1280))
    assert len(data) <= HEAVIEST


@pytest.mark.parametrize("key", [*(f"category/{slug}" for slug in CATEGORIES), "category/of-another-shop", "catalog"])
def test_covers_draw(key: str) -> None:
    data = draw_by_key(key)
    assert (opened(data).format, opened(data).size) == ("JPEG", (1280, 1280))
    assert len(data) <= HEAVIEST


def test_every_demo_category_has_a_cover_of_its_own_and_its_colour() -> None:
    assert set(covers.SCENES) == set(CATEGORIES)
    assert {category.slug: category.tint for category in DEMO.categories} == {
        slug: scene.tint for slug, scene in covers.SCENES.items()
    }


@pytest.mark.parametrize("key", ["consultant/1", "consultant/2/f", "consultant/3/m", "consultant/9223372036854775807"])
def test_portraits_draw(key: str) -> None:
    data = draw_by_key(key)
    assert (opened(data).format, opened(data).size) == ("JPEG", (640, 640))
    assert len(data) <= HEAVIEST


def test_portraits_differ_between_people() -> None:
    assert len({draw_by_key(f"consultant/{number}") for number in range(1, 6)}) == 5


@pytest.mark.parametrize("key", ["consultant/5", "category/nails", "shades/polish/EAD0DC/C4142F-EFA6BC-5B1E48"])
def test_the_same_key_is_the_same_bytes(key: str) -> None:
    assert draw_by_key(key) == draw_by_key(key)


def test_a_shade_without_a_colour_is_left_out_and_none_at_all_leaves_the_package() -> None:
    assert draw_by_key("shades/gloss/F0D2D4/none-B8141F") == draw_by_key("shades/gloss/F0D2D4/B8141F")
    assert draw_by_key("shades/gloss/F0D2D4/none-none") == draw_by_key("product/gloss/F0D2D4/none")


@pytest.mark.parametrize("form", [ProductForm.LIPSTICK, ProductForm.COMPACT, ProductForm.POLISH])
@pytest.mark.parametrize("count", [1, 24])
def test_every_swatch_of_a_card_shows_its_shade(form: ProductForm, count: int) -> None:
    shades = [f"#{(37 * n) % 200 + 30:02X}{(91 * n) % 200 + 30:02X}{(53 * n) % 200 + 30:02X}" for n in range(count)]
    picture = opened(draw_shades(form, shades, "#F0D2D4"))
    for cell, shade in zip(layout(count), shades, strict=True):
        reach = cell.across // 6
        core = picture.crop((cell.x - reach, cell.y - reach, cell.x + reach, cell.y + reach))
        found = [median(core.getchannel(channel).tobytes()) for channel in "RGB"]
        assert max(abs(a - b) for a, b in zip(found, parse(shade), strict=True)) <= 8, shade


@pytest.mark.parametrize("count", range(1, chart.MOST + 1))
def test_swatches_stay_on_the_picture_and_apart(count: int) -> None:
    cells = layout(count)
    assert len(cells) == count
    for index, one in enumerate(cells):
        assert one.across >= 90
        assert one.x - one.across / 2 >= 600
        assert one.x + one.across / 2 <= 1280
        assert one.y - one.across / 2 >= 0
        assert one.y + one.across / 2 <= 1280
        for other in cells[index + 1 :]:
            assert max(abs(one.x - other.x), abs(one.y - other.y)) >= one.across


def test_more_shades_than_a_card_holds_show_the_first() -> None:
    many = [f"{n * 2:02X}4060" for n in range(MOST_SHADES)]
    picture = opened(draw_by_key("shades/polish/EAD0DC/" + "-".join(many)))
    last = layout(chart.MOST)[-1]
    pixel = picture.getpixel((last.x, last.y))
    assert isinstance(pixel, tuple)
    assert max(abs(a - b) for a, b in zip(pixel, parse(f"#{many[chart.MOST - 1]}"), strict=True)) <= 8


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/",
        "..",
        "../../etc/passwd",
        "category/../x",
        "category/",
        "category/Lips",
        "category/" + "a-" * 40 + "a",
        "category/" + "a" * 100_000,
        "catalog/",
        "catalog\n",
        "product/lipstick/F0D2D4",
        "product/lipstick/F0D2D4/",
        "product/lipstick/F0D2D4/B8141F/",
        "product/lipstick/F0D2D4/B8141",
        "product/lipstick/F0D2D4/B8141FF",
        "product/lipstick/#F0D2D4/B8141F",
        "product/lipstick/F0D2D4/GGGGGG",
        "product/lipstick/F0D2D4/١٢٣٤٥٦",
        "product/lipstick/none/B8141F",
        "product/teapot/F0D2D4/B8141F",
        "product/../F0D2D4/B8141F",
        "shades/lipstick/F0D2D4/",
        "shades/lipstick/F0D2D4/-",
        "shades/lipstick/F0D2D4/B8141F-",
        "shades/lipstick/F0D2D4/B8141F--B8141F",
        "shades/lipstick/F0D2D4/" + "-".join(["B8141F"] * (MOST_SHADES + 1)),
        "shades/lipstick/F0D2D4/" + "-".join(["B8141F"] * 50_000),
        "consultant/",
        "consultant/-1",
        "consultant/1/x",
        "consultant/1/f/",
        "consultant/" + "1" * 40,
        "consultant/1.0",
        "consultant/٣",
    ],
)
def test_any_other_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=re.compile("no such picture|is not a valid ProductForm")):
        draw_by_key(key)


def test_no_shades_are_refused() -> None:
    with pytest.raises(ValueError, match="no shades"):
        draw_shades(ProductForm.GLOSS, [], "#F0D2D4")


def test_the_sheet_shows_them_all(tmp_path: Path) -> None:
    all_keys = list(keys())
    kinds = {key.split("/")[0] for key in all_keys}
    assert kinds == {"product", "shades", "category", "catalog", "consultant"}
    assert {key.split("/")[1] for key in all_keys if key.startswith("product/")} == set(ProductForm)
    sheet(all_keys[-2:]).save(tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as saved:
        assert saved.size == (COLUMNS * TILE, TILE)
