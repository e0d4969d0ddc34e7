"""The demo shop's data: whole, plausible, and refused with its place when it is not."""

from __future__ import annotations

import colorsys
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.pictures.forms import ProductForm
from bot.demo.data import CATEGORIES, FILES, DemoData, DemoProduct, load
from domain.consultants.models import Speciality
from domain.shared.localised import Localised

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
MIXED_WORD = re.compile(r"[А-Яа-яЁё][A-Za-z]|[A-Za-z][А-Яа-яЁё]")

# What the last word of a shade's English name promises: hue in degrees (from, to, over zero where from > to),
# and the least and the most of lightness and saturation.
FAMILIES: dict[str, tuple[tuple[float, float], tuple[float, float], tuple[float, float]]] = {
    "black": ((0, 360), (0, 0.15), (0, 0.2)),
    "white": ((0, 360), (0.9, 1), (0, 1)),
    "grey": ((0, 360), (0.2, 0.85), (0, 0.13)),
    "red": ((343, 15), (0.2, 0.65), (0.5, 1)),
    "burgundy": ((340, 360), (0.15, 0.3), (0.4, 1)),
    "wine": ((330, 350), (0.2, 0.35), (0.4, 1)),
    "pink": ((325, 15), (0.4, 0.95), (0.3, 1)),
    "coral": ((0, 15), (0.5, 0.75), (0.5, 1)),
    "peach": ((10, 35), (0.7, 0.9), (0.5, 1)),
    "rose": ((338, 15), (0.4, 0.75), (0.2, 1)),
    "raspberry": ((335, 350), (0.35, 0.55), (0.4, 1)),
    "berry": ((325, 350), (0.25, 0.55), (0.3, 1)),
    "plum": ((295, 340), (0.1, 0.5), (0.2, 1)),
    "nude": ((0, 30), (0.5, 0.85), (0.2, 1)),
    "ivory": ((20, 40), (0.8, 0.97), (0.3, 1)),
    "porcelain": ((20, 35), (0.85, 0.97), (0.4, 1)),
    "vanilla": ((25, 45), (0.75, 0.95), (0.4, 1)),
    "beige": ((15, 38), (0.6, 0.9), (0.2, 1)),
    "sand": ((15, 38), (0.6, 0.85), (0.3, 1)),
    "honey": ((22, 40), (0.5, 0.75), (0.3, 1)),
    "caramel": ((15, 32), (0.4, 0.65), (0.25, 1)),
    "terracotta": ((8, 22), (0.4, 0.6), (0.3, 1)),
    "brown": ((8, 35), (0.15, 0.5), (0.15, 1)),
    "chocolate": ((8, 35), (0.15, 0.3), (0.15, 1)),
    "cocoa": ((15, 35), (0.2, 0.4), (0.3, 1)),
    "taupe": ((15, 35), (0.35, 0.6), (0.05, 0.2)),
    "champagne": ((28, 45), (0.7, 0.9), (0.3, 1)),
    "gold": ((10, 48), (0.4, 0.8), (0.3, 1)),
    "bronze": ((22, 38), (0.3, 0.65), (0.25, 1)),
    "copper": ((12, 28), (0.35, 0.55), (0.3, 1)),
    "green": ((135, 170), (0.2, 0.8), (0.3, 1)),
    "olive": ((50, 65), (0.25, 0.45), (0.2, 0.6)),
    "teal": ((170, 195), (0.15, 0.4), (0.3, 1)),
    "blue": ((200, 230), (0.2, 0.8), (0.3, 1)),
    "navy": ((215, 240), (0.1, 0.3), (0.3, 1)),
    "lilac": ((255, 310), (0.6, 0.85), (0.2, 1)),
    "violet": ((255, 285), (0.35, 0.6), (0.2, 1)),
    "lavender": ((250, 275), (0.65, 0.85), (0.2, 1)),
    "yellow": ((40, 60), (0.5, 0.8), (0.6, 1)),
}


@pytest.fixture(scope="module")
def data() -> DemoData:
    return load()


def hsl(colour: str) -> tuple[float, float, float]:
    """Hue in degrees, saturation and lightness from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    return hue * 360, saturation, lightness


def texts(data: DemoData) -> Iterator[Localised]:
    for category in data.categories:
        yield category.name
    for product in data.products:
        yield from (product.name, product.about, product.how_to_use, product.volume)
    for shade in data.shades:
        yield shade.name
    for consultant in data.consultants:
        yield from (consultant.name, consultant.city, consultant.region, consultant.about)
        if consultant.street:
            yield consultant.street


def test_as_much_as_a_shop_needs(data: DemoData) -> None:
    assert [category.slug for category in data.categories] == list(CATEGORIES)
    assert len(data.categories) == 8
    assert all(len(category.products) >= 5 for category in data.categories)
    assert 55 <= len(data.products) <= 70
    assert 240 <= len(data.shades) <= 270
    assert len(data.consultants) == 20
    assert {product.form for product in data.products} == set(ProductForm)


def test_no_file_is_left_out() -> None:
    assert {path.stem for path in FILES.glob("*.json")} == {*CATEGORIES, "consultants"}


def test_some_are_sold_out_scarce_new_or_loved(data: DemoData) -> None:
    whole = [product for product in data.products if not product.shades]
    counts = [product.stock for product in whole] + [shade.stock for shade in data.shades]
    assert 3 <= sum(product.stock == 0 for product in whole) <= 6
    assert 3 <= sum(shade.stock == 0 for shade in data.shades) <= 10
    assert 5 <= sum(1 <= count <= 3 for count in counts) <= 30
    assert all(any(shade.stock for shade in product.shades) for product in data.products if product.shades)
    assert 5 <= sum(product.is_new for product in data.products) <= 15
    assert 8 <= sum(product.is_hit for product in data.products) <= 20
    assert not [product.code for product in data.products if product.is_new and product.is_hit]


def test_prices_are_of_this_trade(data: DemoData) -> None:
    prices = [product.price_kopecks for product in data.products]
    assert all(price % 1000 == 0 for price in prices)
    assert min(prices) >= 49_000
    assert max(prices) <= 490_000


def test_every_text_is_in_its_own_alphabet(data: DemoData) -> None:
    wrong = [
        text
        for text in texts(data)
        if CYRILLIC.search(text.en) or not CYRILLIC.search(text.ru) or MIXED_WORD.search(text.ru)
    ]
    assert wrong == []


def test_sentences_end_and_blanks_are_single(data: DemoData) -> None:
    sentences = [text for product in data.products for text in (product.about, product.how_to_use)]
    sentences += [consultant.about for consultant in data.consultants]
    assert [text for text in sentences if not (text.ru[-1] in ".!?" and text.en[-1] in ".!?")] == []
    assert [text for text in texts(data) if "  " in text.ru + text.en or '"' in text.ru + text.en] == []


def test_a_gift_set_holds_what_the_shop_sells(data: DemoData) -> None:
    sold = {product.code for product in data.products if not product.shades} | {shade.code for shade in data.shades}
    sets = [product for product in data.products if product.form == ProductForm.GIFT_SET]
    assert sets
    for product in sets:
        assert set(product.composition.split(", ")) <= sold


def test_a_shade_has_the_colour_its_name_promises(data: DemoData) -> None:
    known, wrong = 0, []
    for product in data.products:
        for shade in product.shades:
            family = re.sub(r"[ \d]+$", "", shade.name.en).rsplit(" ", 1)[-1].lower()
            if family not in FAMILIES:
                continue
            known += 1
            (start, end), lightness_range, saturation_range = FAMILIES[family]
            hue, saturation, lightness = hsl(shade.hex)
            hue_fits = start <= hue <= end if start <= end else hue >= start or hue <= end
            if not (
                hue_fits
                and lightness_range[0] <= lightness <= lightness_range[1]
                and saturation_range[0] <= saturation <= saturation_range[1]
            ):
                wrong.append((shade.code, shade.name.en, shade.hex, round(hue), saturation, lightness))
    assert wrong == []
    assert known >= 0.75 * len(data.shades)


@pytest.mark.parametrize("code", ["20-0201", "20-0202", "20-0203", "20-0204"])
def test_skin_tones_go_from_light_to_deep(data: DemoData, code: str) -> None:
    product = next(product for product in data.products if product.code == code)
    tones = [hsl(shade.hex) for shade in product.shades]
    assert [lightness for _, _, lightness in tones] == sorted((one[2] for one in tones), reverse=True)
    assert all(15 <= hue <= 40 for hue, _, _ in tones)


def test_no_two_shades_of_a_product_look_the_same(data: DemoData) -> None:
    def closest(product: DemoProduct) -> int:
        points = [[int(shade.hex[at : at + 2], 16) for at in (1, 3, 5)] for shade in product.shades]
        return min(
            sum(abs(a - b) for a, b in zip(one, other, strict=True))
            for at, one in enumerate(points)
            for other in points[:at]
        )

    assert [product.code for product in data.products if product.shades and closest(product) < 10] == []


def test_consultants_are_reachable_and_each_their_own(data: DemoData) -> None:
    assert [one.telegram_id for one in data.consultants] == list(range(2001, 2021))
    assert data.consultants[0].name.ru.startswith("Олег")
    assert [admin.telegram_id for admin in data.admins] == [3001]
    assert {speciality for one in data.consultants for speciality in one.specialities} == set(Speciality)
    assert all("ru" in one.languages for one in data.consultants)
    cities = {(one.city_slug, one.city, one.region, one.time_zone, one.latitude) for one in data.consultants}
    assert len(cities) == len({one.city_slug for one in data.consultants}) >= 15
    assert all(41 <= one.latitude <= 82 and 19 <= one.longitude <= 180 for one in data.consultants)
    assert max(Counter(one.about for one in data.consultants).values()) == 1


def test_time_zones_lie_where_the_cities_do(data: DemoData) -> None:
    """The sun's own time is at most two hours and a half from the clock's."""
    for one in data.consultants:
        offset = datetime(2026, 7, 1, tzinfo=ZoneInfo(one.time_zone)).utcoffset()
        assert offset is not None
        assert abs(offset.total_seconds() / 3600 - one.longitude / 15) <= 2.5, one.city.en


Fields = dict[str, Any]


def _first(fields: Fields) -> Fields:
    product: Fields = fields["products"][0]
    return product


@pytest.mark.parametrize(
    ("file", "spoil", "said"),
    [
        ("lips", lambda f: f.pop("tint"), "lips.json: tint: missing"),
        ("lips", lambda f: f.update(slug="mouth"), "lips.json: slug: is not lips"),
        ("lips", lambda f: f.update(colour=1), "lips.json: unknown colour"),
        ("lips", lambda f: _first(f).update(form="barrel"), "lips.json: products 40-0401: form: 'barrel' is none of"),
        ("lips", lambda f: _first(f)["about"].pop("en"), "products 40-0401: about: en: missing"),
        ("lips", lambda f: _first(f)["about"].update(ru="а" * 301), "about: ru: 301 characters, at most 300 fit"),
        ("lips", lambda f: _first(f)["shades"][2].update(hex="#C2937"), "shades 40-0401-03: hex: '#C2937' is not"),
        ("lips", lambda f: _first(f)["shades"][2].update(stock=-1), "shades 40-0401-03: stock: not a whole number"),
        ("lips", lambda f: _first(f)["shades"][2].update(code="40-0401-02"), "code 40-0401-02: there twice"),
        ("lips", lambda f: _first(f).update(stock=4), "products 40-0401: stock: belongs to the shades"),
        ("lips", lambda f: _first(f).update(price_kopecks=12.5), "price_kopecks: not a whole number of at least 1"),
        ("lips", lambda f: _first(f).update(is_hit="yes"), "is_hit: neither true nor false"),
        ("skin-care", lambda f: _first(f).update(skin_types=["oily", "oily"]), "skin_types: the same one twice"),
        ("skin-care", lambda f: _first(f).update(slug="satin-lipstick"), "slug of a product satin-lipstick: there"),
        ("consultants", lambda f: f["consultants"][0].update(time_zone="Europe/Kitezh"), "time_zone: 'Europe/Kitezh'"),
        ("consultants", lambda f: f["consultants"][0].update(closes="09:00"), "k7Rm2QxA: closes: not later than opens"),
        ("consultants", lambda f: f["consultants"][0].update(specialities=["hair"]), "specialities: 'hair' is none of"),
        ("consultants", lambda f: f["consultants"][0].update(level="queen"), "level: 'queen' is none of"),
        ("consultants", lambda f: f["consultants"][0].update(latitude=155.7), "latitude: not a number from -90 to 90"),
        ("consultants", lambda f: f["consultants"][1].update(telegram_id=2001), "telegram_id 2001: there twice"),
        ("consultants", lambda f: f["admins"][0].update(telegram_id=2001), "telegram_id 2001: there twice"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, file: str, spoil: Callable[[Fields], object], said: str
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FILES, folder)
    path = folder / f"{file}.json"
    fields = json.loads(path.read_text(encoding="utf-8"))
    spoil(fields)
    path.write_text(json.dumps(fields), encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(said)):
        load(folder)


def test_a_broken_or_missing_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(FILES, folder)
    (folder / "eyes.json").write_text('{"slug": "eyes",\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"eyes\.json: line 2"):
        load(folder)
    (folder / "eyes.json").unlink()
    with pytest.raises(ValueError, match=r"eyes\.json: No such file"):
        load(folder)
