"""The demo shop as data: what the JSON files beside this one say, checked while it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.adapters.pictures.forms import ProductForm
from bot.demo.node import Node
from domain.catalog.models import SkinType
from domain.consultants.models import Speciality
from domain.shared.localised import Localised

FILES = Path(__file__).with_name("data")
CATEGORIES = ("skin-care", "face", "eyes", "lips", "nails", "fragrance-and-body", "mens-care", "brushes-and-sets")
LONGEST_ABOUT = 300

_HEX = re.compile(r"#[0-9A-F]{6}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"\d{2}-\d{4}")
_INVITE = re.compile(r"[A-Za-z0-9]{8}")
_CABINET = re.compile(r"\d{8}")
_LANGUAGE = re.compile(r"[a-z]{2}")


class Level(StrEnum):
    """Where a consultant stands in the company; shown in the profile only."""

    CONSULTANT = "consultant"
    SENIOR_CONSULTANT = "senior_consultant"
    SALES_MANAGER = "sales_manager"
    SENIOR_MANAGER = "senior_manager"
    FUTURE_DIRECTOR = "future_director"
    DIRECTOR = "director"
    SENIOR_DIRECTOR = "senior_director"


@dataclass(frozen=True, slots=True)
class DemoShade:
    """A colour of a product. `hex` is `#RRGGBB` in capitals; `stock` counts pieces of this colour."""

    code: str
    name: Localised
    hex: str
    stock: int


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """A product. `stock` counts pieces, those of all its shades together where it has shades.

    `typical_weeks` is how long one piece lasts in daily use, None where that says nothing (a brush, a gift set).
    `composition` is what stands on the pack, and of a gift set the codes of what is in it.
    `skin_types` is empty where the skin does not matter. `tint` is the backdrop of its picture, as `#RRGGBB`.
    """

    code: str
    slug: str
    name: Localised
    about: Localised
    how_to_use: Localised
    composition: str
    volume: Localised
    price_kopecks: int
    form: ProductForm
    tint: str
    skin_types: tuple[SkinType, ...]
    is_new: bool
    is_hit: bool
    typical_weeks: int | None
    stock: int
    shades: tuple[DemoShade, ...]


@dataclass(frozen=True, slots=True)
class DemoCategory:
    """Products in the shop's order. `tint` is the category's colour, and its products' unless they have their own."""

    slug: str
    name: Localised
    tint: str
    products: tuple[DemoProduct, ...]


@dataclass(frozen=True, slots=True)
class DemoConsultant:
    """A consultant; `opens` and `closes` are in `time_zone` (IANA), coordinates are of the city's centre in degrees.

    `telegram_id` is a person of the sandbox, who need not exist there.
    """

    telegram_id: int
    name: Localised
    city: Localised
    region: Localised
    city_slug: str
    time_zone: str
    latitude: float
    longitude: float
    street: Localised | None
    about: Localised
    specialities: tuple[Speciality, ...]
    languages: tuple[str, ...]
    opens: time
    closes: time
    level: Level
    invite_code: str
    cabinet_number: str


@dataclass(frozen=True, slots=True)
class DemoAdmin:
    telegram_id: int
    name: Localised


@dataclass(frozen=True, slots=True)
class DemoData:
    """Everything the demo begins with, in the shop's order."""

    categories: tuple[DemoCategory, ...]
    consultants: tuple[DemoConsultant, ...]
    admins: tuple[DemoAdmin, ...]

    @property
    def products(self) -> tuple[DemoProduct, ...]:
        return tuple(product for category in self.categories for product in category.products)

    @property
    def shades(self) -> tuple[DemoShade, ...]:
        return tuple(shade for product in self.products for shade in product.shades)


def load(folder: Path = FILES) -> DemoData:
    """Reads and checks the files of `folder`.

    Raises ValueError that names the file and the place in it when something is missing, unknown, misspelt, of
    another form than it should be, or there twice.
    """
    categories = tuple(_category(Node.of_file(folder / f"{slug}.json"), slug) for slug in CATEGORIES)
    people = Node.of_file(folder / "consultants.json")
    consultants = tuple(_consultant(node) for node in people.nodes("consultants", "invite_code"))
    admins = tuple(_admin(node) for node in people.nodes("admins", "telegram_id"))
    people.done()
    data = DemoData(categories, consultants, admins)
    _all_different("code", [*(each.code for each in data.products), *(each.code for each in data.shades)])
    _all_different("slug of a product", [product.slug for product in data.products])
    _all_different("name of a product", [text for each in data.products for text in {each.name.ru, each.name.en}])
    _all_different("telegram_id", [str(number) for number in _accounts(data)])
    _all_different("invite_code", [each.invite_code for each in consultants])
    _all_different("cabinet_number", [each.cabinet_number for each in consultants])
    return data


def _accounts(data: DemoData) -> list[int]:
    return [*(each.telegram_id for each in data.consultants), *(each.telegram_id for each in data.admins)]


def _category(node: Node, slug: str) -> DemoCategory:
    if _matching(node, "slug", _SLUG) != slug:
        raise node.wrong("slug", f"is not {slug}, the name of the file")
    tint = _matching(node, "tint", _HEX)
    name = node.words("name", 40)
    products = tuple(_product(each, tint) for each in node.nodes("products", "code"))
    node.done()
    return DemoCategory(slug, name, tint, products)


def _product(node: Node, tint: str) -> DemoProduct:
    code = _matching(node, "code", _CODE)
    shades = tuple(_shade(each, code) for each in node.nodes("shades", "code")) if node.has("shades") else ()
    if shades and node.has("stock"):
        raise node.wrong("stock", "belongs to the shades")
    for language in ("ru", "en"):
        _all_different(f"shade of {code}", [shade.name[language] for shade in shades])
    product = DemoProduct(
        code=code,
        slug=_matching(node, "slug", _SLUG),
        name=node.words("name", 60),
        about=node.words("about", LONGEST_ABOUT),
        how_to_use=node.words("how_to_use", LONGEST_ABOUT),
        composition=node.text("composition"),
        volume=node.words("volume", 40),
        price_kopecks=node.whole("price_kopecks", 1),
        form=node.choice("form", ProductForm),
        tint=_matching(node, "tint", _HEX) if node.has("tint") else tint,
        skin_types=node.choices("skin_types", SkinType) if node.has("skin_types") else (),
        is_new=node.flag("is_new"),
        is_hit=node.flag("is_hit"),
        typical_weeks=node.whole("typical_weeks", 1) if node.has("typical_weeks") else None,
        stock=sum(shade.stock for shade in shades) if shades else node.whole("stock", 0),
        shades=shades,
    )
    node.done()
    return product


def _shade(node: Node, product_code: str) -> DemoShade:
    code = _matching(node, "code", re.compile(re.escape(product_code) + r"-\d{2}"))
    shade = DemoShade(code, node.words("name", 40), _matching(node, "hex", _HEX), node.whole("stock", 0))
    node.done()
    return shade


def _consultant(node: Node) -> DemoConsultant:
    consultant = DemoConsultant(
        telegram_id=node.whole("telegram_id", 1),
        name=node.words("name", 60),
        city=node.words("city", 40),
        region=node.words("region", 60),
        city_slug=_matching(node, "city_slug", _SLUG),
        time_zone=_time_zone(node),
        latitude=node.number("latitude", -90, 90),
        longitude=node.number("longitude", -180, 180),
        street=node.words("street", 80) if node.has("street") else None,
        about=node.words("about", LONGEST_ABOUT),
        specialities=node.choices("specialities", Speciality),
        languages=_languages(node),
        opens=node.clock("opens"),
        closes=node.clock("closes"),
        level=node.choice("level", Level),
        invite_code=_matching(node, "invite_code", _INVITE),
        cabinet_number=_matching(node, "cabinet_number", _CABINET),
    )
    if not consultant.specialities:
        raise node.wrong("specialities", "none")
    if consultant.opens >= consultant.closes:
        raise node.wrong("closes", "not later than opens")
    node.done()
    return consultant


def _admin(node: Node) -> DemoAdmin:
    admin = DemoAdmin(node.whole("telegram_id", 1), node.words("name", 60))
    node.done()
    return admin


def _matching(node: Node, key: str, pattern: re.Pattern[str]) -> str:
    text = node.text(key)
    if not pattern.fullmatch(text):
        raise node.wrong(key, f"{text!r} is not of the form {pattern.pattern}")
    return text


def _time_zone(node: Node) -> str:
    name = node.text("time_zone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise node.wrong("time_zone", f"{name!r} is not known") from error
    return name


def _languages(node: Node) -> tuple[str, ...]:
    codes = node.texts("languages")
    if not codes:
        raise node.wrong("languages", "none")
    if wrong := [code for code in codes if not _LANGUAGE.fullmatch(code)]:
        raise node.wrong("languages", f"{', '.join(wrong)}: not codes such as ru")
    return codes


def _all_different(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{what} {value}: there twice")
        seen.add(value)
