"""Pictures by the keys the screens carry. A key says all that is on the picture: the same key, the same bytes."""

from __future__ import annotations

import re

from bot.adapters.pictures.chart import draw_shades
from bot.adapters.pictures.covers import draw_catalog, draw_category
from bot.adapters.pictures.forms import ProductForm
from bot.adapters.pictures.invite import draw_invite
from bot.adapters.pictures.portrait import draw_portrait
from bot.adapters.pictures.product import draw_product
from bot.adapters.pictures.report import draw_report
from bot.adapters.pictures.swatches import draw_swatches

MOST_SHADES = 100  # no product of any shop has more; a longer list is no list of shades

_HEX = r"[0-9A-Fa-f]{6}"
_PRODUCT = re.compile(rf"product/([a-z_]{{1,20}})/({_HEX})/({_HEX}|none)")
_SHADES = re.compile(rf"shades/([a-z_]{{1,20}})/({_HEX})/((?:{_HEX}|none)(?:-(?:{_HEX}|none)){{0,{MOST_SHADES - 1}}})")
_SWATCHES = re.compile(rf"swatches/({_HEX})/({_HEX}(?:-{_HEX}){{0,11}})")
_CATEGORY = re.compile(r"category/(?=.{1,64}\Z)([a-z0-9]+(?:-[a-z0-9]+)*)")
_CONSULTANT = re.compile(r"consultant/([0-9]{1,19})(?:/([fm]))?")
_INVITE = re.compile(r"invite/([A-Za-z0-9_]{1,32})/([A-Za-z0-9_-]{1,64})")

_REPORT = re.compile(r"report/(ru|en)/([0-9]{1,12}(?:-[0-9]{1,12}){8})")


def draw_by_key(key: str) -> bytes:
    """A JPEG of what the key names.

    Raises ValueError for a key that names no picture.
    """
    if found := _PRODUCT.fullmatch(key):
        form, tint, shade = found.groups()
        return draw_product(ProductForm(form), None if shade == "none" else f"#{shade}", f"#{tint}")
    if found := _SHADES.fullmatch(key):
        form, tint, listed = found.groups()
        shades = [f"#{shade}" for shade in listed.split("-") if shade != "none"]
        if not shades:
            return draw_product(ProductForm(form), None, f"#{tint}")
        return draw_shades(ProductForm(form), shades, f"#{tint}")
    if found := _SWATCHES.fullmatch(key):
        return draw_swatches(f"#{found[1]}", [f"#{shade}" for shade in found[2].split("-")])
    if key == "catalog":
        return draw_catalog()
    if found := _CATEGORY.fullmatch(key):
        return draw_category(found[1])
    if found := _CONSULTANT.fullmatch(key):
        return draw_portrait(*found.groups())
    if found := _INVITE.fullmatch(key):
        return draw_invite(*found.groups())
    if found := _REPORT.fullmatch(key):
        return draw_report(found[1], found[2].split("-"))
    raise ValueError(f"no such picture: {key[:80]!r}")
