"""Product pictures: every form, always the same bytes, and the shade's true colour."""

from __future__ import annotations

import io
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from statistics import median

import pytest
from PIL import Image

from bot.adapters.pictures import ProductForm, draw_product
from bot.adapters.pictures.colour import parse
from bot.adapters.pictures.product import SWATCH_CORE

TINT = "#E8C9CF"


@pytest.mark.parametrize("form", list(ProductForm))
def test_every_form_is_a_square_jpeg_and_stays_the_same(form: ProductForm) -> None:
    data = draw_product(form, None, TINT)
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("JPEG", (1280, 1280))
    assert 60_000 <= len(data) <= 200_000
    assert draw_product(form, None, TINT) == data


@pytest.mark.parametrize("shade", ["#B5304A", "#E2B58F", "#201A1E"])
@pytest.mark.parametrize("form", [ProductForm.LIPSTICK, ProductForm.COMPACT, ProductForm.POLISH])
def test_the_swatch_shows_the_shade(form: ProductForm, shade: str) -> None:
    core = Image.open(io.BytesIO(draw_product(form, shade, TINT))).crop(SWATCH_CORE)
    found = [median(core.getchannel(channel).tobytes()) for channel in "RGB"]
    assert max(abs(a - b) for a, b in zip(found, parse(shade), strict=True)) <= 6


def test_a_spawned_process_draws_the_same() -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(draw_product, ProductForm.JAR, None, TINT).result() == draw_product(
            ProductForm.JAR, None, TINT
        )


def test_a_wrong_colour_is_refused() -> None:
    with pytest.raises(ValueError, match="RRGGBB"):
        draw_product(ProductForm.JAR, "red", TINT)


@pytest.mark.parametrize("form", list(ProductForm))
def test_with_a_shade_it_is_light_and_nothing_is_cut_off_at_the_edges(form: ProductForm) -> None:
    data = draw_product(form, "#B5304A", TINT)
    assert len(data) <= 200_000
    grey = Image.open(io.BytesIO(data)).convert("L")
    for edge in ((0, 0, 1280, 12), (0, 0, 12, 1280), (1268, 0, 1280, 1280)):
        values = grey.crop(edge).tobytes()
        assert max(values) - min(values) < 70
