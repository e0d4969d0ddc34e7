"""A product with all its shades: the package, and a card of swatches beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.canvas import SIZE, ramp
from bot.adapters.pictures.colour import RGB, WHITE, deep, lit, mix, parse
from bot.adapters.pictures.finish import finish_of
from bot.adapters.pictures.forms import ProductForm, Texture, texture_of
from bot.adapters.pictures.product import FOOT, LYING, sheet_of
from bot.adapters.pictures.relief import grained
from bot.adapters.pictures.studio import TABLE, Placing, backdrop, jpeg, lie, placed, stand

MOST = 24  # more swatches would be too small to tell apart on a telephone

_FIELD = (600, 90, 1220, 1190)  # where the card may lie: left, top, right, bottom
_MARGIN = 34
_LARGEST = 236
_WIDTHS: dict[ProductForm, float] = {ProductForm.JAR: 0.96, ProductForm.GIFT_SET: 0.72, ProductForm.BRUSHES: 0.74}


@dataclass(frozen=True, slots=True)
class Cell:
    """A swatch's place: the middle and the diameter, in pixels of the picture."""

    x: int
    y: int
    across: int


def draw_shades(form: ProductForm, colors: Sequence[str], tint: str) -> bytes:
    """A square JPEG of 1280 pixels: the package in the middle one of its shades, and the first `MOST` of them in rows.

    `colors` are `#RRGGBB`. Raises ValueError for one of another shape and for none at all.
    """
    shades = [parse(color) for color in colors][:MOST]
    if not shades:
        raise ValueError("no shades to show")
    finish = finish_of(tint)
    standing = form not in LYING
    room = backdrop(finish.tint, standing=standing)
    cells = layout(len(shades))
    _card(room, cells, finish.tint)
    _swatches(room, cells, shades, texture_of(form))
    placing = Placing(x=312, size=_WIDTHS.get(form, 0.98), foot=FOOT if standing else TABLE)
    things = placed(sheet_of(form, finish, shades[len(shades) // 2]), placing, standing=standing)
    (stand if standing else lie)(room, things, finish.tint)
    return jpeg(room)


def layout(count: int) -> list[Cell]:
    """Rows and columns that leave the swatches largest; the last row may be shorter."""
    left, top, right, bottom = _FIELD
    width, height = right - left - 2 * _MARGIN, bottom - top - 2 * _MARGIN

    def side(columns: int) -> int:
        return min(_LARGEST, width // columns, height // ceil(count / columns))

    def worth(columns: int) -> float:
        # A gap in the last row looks like a shade sold out: full rows are worth smaller swatches.
        return side(columns) * (1 - 0.07 * (-count % columns))

    columns = max(range(1, min(count, 4) + 1), key=worth)
    step, rows = side(columns), ceil(count / columns)
    start_x = (left + right - columns * step) / 2 + step / 2
    start_y = (top + bottom - rows * step) / 2 + step / 2
    return [
        Cell(round(start_x + n % columns * step), round(start_y + n // columns * step), round(step * 0.80))
        for n in range(count)
    ]


def _card(room: Image.Image, cells: Sequence[Cell], tint: RGB) -> None:
    """A sheet of white board under the swatches."""
    reach = cells[0].across * 0.5 / 0.80 + _MARGIN * 0.7
    box = (
        min(cell.x for cell in cells) - reach,
        min(cell.y for cell in cells) - reach,
        max(cell.x for cell in cells) + reach,
        max(cell.y for cell in cells) + reach,
    )
    mask = Image.new("L", (SIZE * 2, SIZE * 2), 0)
    ImageDraw.Draw(mask).rounded_rectangle([edge * 2 for edge in box], radius=72, fill=255)
    board = ramp((SIZE, SIZE), [(0, WHITE), (1, mix(WHITE, lit(tint, 0.7), 0.55))]).convert("RGBA")
    board.putalpha(mask.reduce(2))
    lie(room, board, tint, 0.6)


def _swatches(room: Image.Image, cells: Sequence[Cell], shades: Sequence[RGB], texture: Texture) -> None:
    """Round pats of the product. All have one form, so light and shadow are computed once."""
    across = cells[0].across
    mask, shadow, light, shine = _pat(across, texture)
    margin = (shadow.width - across) // 2
    for cell, shade in zip(cells, shades, strict=True):
        corner = (cell.x - across // 2, cell.y - across // 2)
        room.paste(deep(shade, 0.75), (corner[0] - margin, corner[1] - margin), shadow)
        pat = Image.new("RGB", (across, across), shade)
        if texture is Texture.POWDER:
            pat = grained(pat)
        pat = ImageChops.add(pat, Image.merge("RGB", [light] * 3), 1, -128)
        pat.paste(WHITE, (0, 0), shine)
        room.paste(pat, corner, mask)


def _pat(across: int, texture: Texture) -> tuple[Image.Image, Image.Image, Image.Image, Image.Image]:
    """The outline, the shadow on the board (wider), light and shade about 128, and the highlight."""
    fine = Image.new("L", (across * 4, across * 4), 0)
    ImageDraw.Draw(fine).ellipse((2, 2, across * 4 - 3, across * 4 - 3), fill=255)
    mask = fine.reduce(4)
    margin = 16
    wide = Image.new("L", (across + 2 * margin,) * 2, 0)
    wide.paste(mask, (margin + 2, margin + 5))
    shadow = wide.filter(ImageFilter.GaussianBlur(5)).point([round(v * 0.42) for v in range(256)])
    # The rim turns up to the lamp on the upper left and away from it on the lower right; the middle stays flat.
    soft = mask.filter(ImageFilter.GaussianBlur(across * (0.028 if texture is Texture.POWDER else 0.045)))
    shift = max(2, across // 50)
    raised = ImageChops.subtract(
        ImageChops.offset(soft, -shift, -shift), ImageChops.offset(soft, shift, shift), 1.0, 128
    )
    raised = raised.point([128 - (v - 128) * 44 // 128 for v in range(256)])
    shine = Image.new("L", (across * 2, across * 2), 0)
    if texture is not Texture.POWDER:
        strength = 185 if texture is Texture.GLOSS else 90
        pen = ImageDraw.Draw(shine)
        inset, thick = across * 0.24, max(4, across // 13)
        pen.arc((inset, inset, across * 2 - inset, across * 2 - inset), 196, 252, fill=strength, width=thick)
        if texture is Texture.GLOSS:
            pen.arc((inset, inset, across * 2 - inset, across * 2 - inset), 266, 274, fill=strength, width=thick)
    return mask, shadow, raised, shine.reduce(2).filter(ImageFilter.GaussianBlur(max(1.0, across / 90)))
