"""A product's picture, on its own or with a swatch of one of its shades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from bot.adapters.pictures import flats, gift, sticks, vessels
from bot.adapters.pictures.canvas import SCALE, SIZE, Canvas
from bot.adapters.pictures.colour import RGB, parse
from bot.adapters.pictures.finish import Finish, finish_of
from bot.adapters.pictures.forms import ProductForm, Texture, texture_of
from bot.adapters.pictures.relief import smear
from bot.adapters.pictures.studio import TABLE, Placing, backdrop, jpeg, lie, placed, stand

FOOT = 1050  # where the package on its own stands
SWATCH = (890, 330, 1150, 930)  # left, top, right, bottom of the smear
SWATCH_CORE = (960, 500, 1090, 760)  # inside it the median is the shade's own colour

_DRAWERS: dict[ProductForm, Callable[[Canvas, Finish, RGB | None], None]] = {
    ProductForm.DROPPER: vessels.dropper,
    ProductForm.PUMP: vessels.pump,
    ProductForm.BOTTLE: vessels.bottle,
    ProductForm.TUBE: vessels.tube,
    ProductForm.JAR: vessels.jar,
    ProductForm.FOUNDATION: vessels.foundation,
    ProductForm.PERFUME: vessels.perfume,
    ProductForm.LIPSTICK: sticks.lipstick,
    ProductForm.GLOSS: sticks.gloss,
    ProductForm.MASCARA: sticks.mascara,
    ProductForm.POLISH: sticks.polish,
    ProductForm.COMPACT: flats.compact,
    ProductForm.EYESHADOW: flats.eyeshadow,
    ProductForm.PENCIL: flats.pencil,
    ProductForm.BRUSHES: flats.brushes,
    ProductForm.GIFT_SET: gift.gift_set,
}
LYING = frozenset({ProductForm.COMPACT, ProductForm.EYESHADOW, ProductForm.PENCIL, ProductForm.BRUSHES})

# How much larger than drawn a package is shown on its own, so that low and tall ones fill their pictures alike.
_SIZES: dict[ProductForm, float] = {
    ProductForm.DROPPER: 1.14,
    ProductForm.PUMP: 1.18,
    ProductForm.BOTTLE: 1.18,
    ProductForm.TUBE: 1.17,
    ProductForm.JAR: 1.42,
    ProductForm.FOUNDATION: 1.14,
    ProductForm.PERFUME: 1.22,
    ProductForm.LIPSTICK: 1.26,
    ProductForm.GLOSS: 1.15,
    ProductForm.MASCARA: 1.15,
    ProductForm.POLISH: 1.17,
    ProductForm.GIFT_SET: 1.22,
    ProductForm.BRUSHES: 1.08,
}
# The widest ones give way to a swatch beside them.
_BESIDE_A_SWATCH: dict[ProductForm, float] = {ProductForm.JAR: 1.26}


def sheet_of(form: ProductForm, finish: Finish, shade: RGB | None, scale: int = SCALE) -> Canvas:
    """The package alone, about the middle of an empty sheet; what stands has its foot on the table."""
    canvas = Canvas(scale)
    _DRAWERS[form](canvas, finish, shade)
    return canvas


def draw_product(form: ProductForm, color: str | None, tint: str) -> bytes:
    """A square JPEG of 1280 pixels: the same arguments give the same bytes.

    `color` is a shade as `#RRGGBB`: the package wears it, and what is spread on skin, lips or nails has its swatch.
    `tint` is the backdrop's colour and leads the package's. Raises ValueError for a colour of another shape.
    """
    shade = parse(color) if color else None
    finish = finish_of(tint)
    standing = form not in LYING
    room = backdrop(finish.tint, standing=standing)
    texture = texture_of(form)
    size = _SIZES.get(form, 1.0)
    placing = Placing(size=size, foot=FOOT)
    if shade is not None and texture is not Texture.NONE:
        stroke = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
        stroke.paste(smear((SWATCH[2] - SWATCH[0], SWATCH[3] - SWATCH[1]), shade, texture), SWATCH[:2])
        lie(room, stroke, finish.tint, 0.35)
        placing = Placing(x=455, size=_BESIDE_A_SWATCH.get(form, min(size, 1.16) * 0.96), foot=FOOT)
    if not standing:
        placing = replace(placing, foot=TABLE)
    things = placed(sheet_of(form, finish, shade), placing, standing=standing)
    (stand if standing else lie)(room, things, finish.tint)
    return jpeg(room)
