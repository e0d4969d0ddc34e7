"""The columns of a goods file: what each is called, and what may stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a value is checked for."""

    CODE = "code"
    TEXT = "text"
    PRICE = "price"
    COUNT = "count"
    WEEKS = "weeks"
    COLOUR = "colour"
    FORM = "form"
    YES_NO = "yes_no"
    SKIN = "skin"


class Level(StrEnum):
    """Whose the value is: of the product, of the one article, or of neither (where the row belongs)."""

    PLACE = "place"
    PRODUCT = "product"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is the field's, and the English header; `title` the Russian one; `also` other headers it is known by."""

    name: str
    title: str
    kind: Kind
    level: Level
    longest: int = 0
    also: tuple[str, ...] = ()


def _text(name: str, title: str, longest: int, *also: str, level: Level = Level.PRODUCT) -> Column:
    return Column(name, title, Kind.TEXT, level, longest, also)


PRODUCT_CODE = "product_code"
CODE = "code"
CATEGORY, CATEGORY_EN = "category", "category_en"
SERIES, SERIES_EN = "series", "series_en"
PLACES = (CATEGORY, CATEGORY_EN, SERIES, SERIES_EN)
"""Where a product belongs."""

SHEET = "Товары"
"""What the sheet of an XLSX is called: part of the file, as the titles of its columns are."""

COLUMNS: tuple[Column, ...] = (
    Column(PRODUCT_CODE, "Код товара", Kind.CODE, Level.PLACE, 32, ("product", "group_id", "группа", "код группы")),
    Column(CODE, "Артикул", Kind.CODE, Level.PLACE, 32, ("sku", "article", "код", "код артикула", "vendorcode")),
    _text(CATEGORY, "Категория", 60, "раздел", "категория (ru)", "category_ru", level=Level.PLACE),
    _text(CATEGORY_EN, "Категория (en)", 60, level=Level.PLACE),
    _text("name_ru", "Название", 120, "наименование", "товар", "name", "title", "название (ru)"),
    _text("name_en", "Название (en)", 120),
    _text("series", "Линия", 60, "серия", "line", "линия (ru)", level=Level.PLACE),
    _text("series_en", "Линия (en)", 60, level=Level.PLACE),
    Column("price", "Цена", Kind.PRICE, Level.PRODUCT, 0, ("цена, руб", "цена, ₽", "стоимость", "retail price")),
    Column("stock", "Остаток", Kind.COUNT, Level.ARTICLE, 0, ("количество", "на складе", "count", "quantity", "qty")),
    _text("shade_ru", "Оттенок", 60, "shade", "цвет", "color", "colour", "оттенок (ru)", level=Level.ARTICLE),
    _text("shade_en", "Оттенок (en)", 60, level=Level.ARTICLE),
    Column("hex", "HEX", Kind.COLOUR, Level.ARTICLE, 0, ("код цвета", "color code", "rgb")),
    _text("volume_ru", "Объём", 60, "объем (ru)", "вес", "volume"),
    _text("volume_en", "Объём (en)", 60),
    _text("about_ru", "Описание", 4000, "описание (ru)", "about", "description"),
    _text("about_en", "Описание (en)", 4000),
    _text("how_to_use_ru", "Применение", 4000, "способ применения", "применение (ru)", "how to use", "how_to_use"),
    _text("how_to_use_en", "Применение (en)", 4000),
    _text("composition", "Состав", 8000, "ingredients"),
    Column("skin_types", "Тип кожи", Kind.SKIN, Level.PRODUCT, 0, ("skin type", "tags")),
    Column("typical_weeks", "Хватает на недель", Kind.WEEKS, Level.PRODUCT, 0, ("weeks",)),
    Column("is_new", "Новинка", Kind.YES_NO, Level.PRODUCT, 0, ("new",)),
    Column("is_hit", "Хит", Kind.YES_NO, Level.PRODUCT, 0, ("hit", "бестселлер")),
    Column("on_sale", "Продаётся", Kind.YES_NO, Level.PRODUCT, 0, ("в продаже", "available")),
    Column("form", "Упаковка", Kind.FORM, Level.PRODUCT, 0, ("форма", "package")),
    Column("tint", "Фон", Kind.COLOUR, Level.PRODUCT, 0, ("background",)),
)
"""In the order an export writes them."""

BY_NAME = {column.name: column for column in COLUMNS}
PRODUCT_FIELDS = tuple(column.name for column in COLUMNS if column.level is Level.PRODUCT)
ARTICLE_FIELDS = tuple(column.name for column in COLUMNS if column.level is Level.ARTICLE)


def plain(header: str) -> str:
    """A header without what people write differently: capitals, ё, spaces, a mark at the start of the file."""
    return " ".join(header.replace("\ufeff", "").replace("_", " ").split()).lower().replace("ё", "е").strip(" *:")


_BY_HEADER = {plain(header): column.name for column in COLUMNS for header in (column.name, column.title, *column.also)}


def field_of(header: str) -> str | None:
    """The field a header names; None for one that says nothing to us."""
    return _BY_HEADER.get(plain(header))
