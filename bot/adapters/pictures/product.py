"""A product's picture, on its own or with a swatch of one of its shades."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from bot.adapters.pictures import flats, sticks, vessels
from bot.adapters.pictures.canvas import SIZE, Canvas
from bot.adapters.pictures.colour import RGB, parse
from bot.adapters.pictures.finish import Finish, finish_of
from bot.adapters.pictures.forms import ProductForm, texture_of
from bot.adapters.pictures.relief import smear
from bot.adapters.pictures.studio import Placing, backdrop, jpeg, lie, placed, stand

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
    ProductForm.GIFT_SET: flats.gift_set,
}
_LYING = {ProductForm.COMPACT, ProductForm.EYESHADOW, ProductForm.PENCIL, ProductForm.BRUSHES}


def draw_product(form: ProductForm, color: str | None, tint: str) -> bytes:
    """A square JPEG of 1280 pixels: the same arguments give the same bytes.

    `color` is a shade as `#RRGGBB` and adds its swatch; `tint` is the backdrop's colour and leads the package's.
    Raises ValueError for a colour of another shape.
    """
    shade = parse(color) if color else None
    finish = finish_of(tint)
    standing = form not in _LYING
    canvas = Canvas()
    _DRAWERS[form](canvas, finish, shade)
    room = backdrop(finish.tint, standing=standing)
    if shade is not None:
        stroke = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
        stroke.paste(smear((SWATCH[2] - SWATCH[0], SWATCH[3] - SWATCH[1]), shade, texture_of(form)), SWATCH[:2])
        lie(room, stroke, finish.tint, 0.35)
    placing = Placing(x=450, size=0.92) if shade is not None else Placing()
    (stand if standing else lie)(room, placed(canvas, placing, standing=standing), finish.tint)
    return jpeg(room)
