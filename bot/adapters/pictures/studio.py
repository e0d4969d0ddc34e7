"""The room the products are photographed in: backdrop, light, shadow, mirror image on the table, and the JPEG."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.canvas import SIZE, Canvas, ramp
from bot.adapters.pictures.colour import RGB, WHITE, deep, lit, mix

TABLE = 1010  # where standing things stand
QUALITIES = (90, 86, 80, 70)  # the first that is light enough
HEAVIEST = 195_000


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a drawn sheet goes: its middle on the axis `x`, `size` of its drawn size, its foot at the height `foot`
    (what lies is moved by as much about the middle of the picture)."""

    x: float = SIZE / 2
    size: float = 1.0
    foot: float = TABLE


def backdrop(tint: RGB, *, standing: bool, size: int = SIZE) -> Image.Image:
    """A wall and a table in one tint for what stands; an evenly lit surface for what lies."""
    small = 160
    top, glow, low = mix(lit(tint, 0.42), deep(tint, 0.3), 0.06), lit(tint, 0.74), lit(tint, 0.34)
    if standing:
        stops = [(0.0, top), (0.50, lit(tint, 0.50)), (0.735, lit(tint, 0.46)), (0.775, lit(tint, 0.62)), (1.0, low)]
        image = ramp((small, small), stops)
    else:
        image = ramp((small, small), [(0.0, lit(tint, 0.64)), (1.0, lit(tint, 0.30))])
        side = ramp((small, small), [(0.0, WHITE), (1.0, lit(tint, 0.6))], across=True)
        image = ImageChops.multiply(image, side)
    spot = Image.new("L", (small, small), 0)
    box = (34, 18, 126, 126) if standing else (10, -10, 118, 110)
    ImageDraw.Draw(spot).ellipse(box, fill=205)
    spot = spot.filter(ImageFilter.GaussianBlur(26))
    image.paste(Image.new("RGB", (small, small), lit(glow, 0.45)), (0, 0), spot)
    corner = ImageChops.invert(Image.radial_gradient("L")).resize((small, small))
    image = ImageChops.multiply(
        image, Image.merge("RGB", [corner.point([min(255, 236 + v // 5) for v in range(256)])] * 3)
    )
    large = image.filter(ImageFilter.GaussianBlur(1.6)).resize((size, size), Image.Resampling.BICUBIC)
    return ImageChops.add(large, _grain(size), 1, -2)


def placed(canvas: Canvas, placing: Placing, *, standing: bool) -> Image.Image:
    """The sheet at its final size and place, RGBA; made smaller once, from the double sheet."""
    result = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
    put(result, canvas, placing, standing=standing)
    return result


def put(layer: Image.Image, canvas: Canvas, placing: Placing, *, standing: bool) -> None:
    """The same, on top of what `layer` shows already; the layer has the size of the picture."""
    box = canvas.image.getbbox()
    if box is None:
        return
    left, top, right, bottom = (edge / canvas.scale for edge in box)
    width, height = round((right - left) * placing.size), round((bottom - top) * placing.size)
    part = canvas.image.crop(box).resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    anchor = TABLE if standing else SIZE / 2
    x = round(placing.x + (left - SIZE / 2) * placing.size)
    y = round(placing.foot + anchor - TABLE + (top - anchor) * placing.size)
    cut = (max(0, -x), max(0, -y))
    layer.alpha_composite(part.crop((*cut, part.width, part.height)), (max(0, x), max(0, y)))


def stand(room: Image.Image, things: Image.Image, tint: RGB) -> None:
    """Things on the table: the mirror image in its surface, a contact shadow and a wide soft one."""
    box = things.getbbox()
    if box is None:
        return
    alpha = things.getchannel("A")
    left, _, right, bottom = box
    foot = max(bottom, 1)
    depth = min(210, SIZE - foot)
    if depth > 4:
        mirror = things.crop((left, foot - depth, right, foot)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        fading = ramp(mirror.size, [(0, (66,) * 3), (0.55, (16,) * 3), (1, (0,) * 3)]).getchannel(0)
        mask = ImageChops.multiply(mirror.getchannel("A"), fading)
        room.paste(mirror.convert("RGB").filter(ImageFilter.GaussianBlur(2.2)), (left, foot - 3), mask)
    # The lowest part of each silhouette, pressed flat, is the shape of its shadow.
    base = alpha.crop((0, foot - 90, SIZE, foot)).resize((SIZE // 8, 8), Image.Resampling.BOX)
    for height, centre, blur, strength in (
        (5, foot - 10, 1.1, 0.62),
        (11, foot + 2, 4.0, 0.46),
        (22, foot + 14, 9.0, 0.30),
    ):
        flat = Image.new("L", (SIZE // 8, SIZE // 8), 0)
        flat.paste(base.resize((SIZE // 8, height), Image.Resampling.BILINEAR), (0, round(centre / 8 - height / 2)))
        shadow = flat.filter(ImageFilter.GaussianBlur(blur)).resize((SIZE, SIZE), Image.Resampling.BICUBIC)
        room.paste(deep(tint, 0.85), (0, 0), shadow.point([round(v * strength) for v in range(256)]))
    room.paste(things.convert("RGB"), (0, 0), alpha)


def lie(room: Image.Image, things: Image.Image, tint: RGB, height: float = 1.0) -> None:
    """Things on a surface seen from above: their shadow falls to the lower right, the further the higher they are."""
    alpha = things.getchannel("A")
    small = alpha.reduce(4)
    for shift, blur, strength in ((3, 1.4, 0.34), (7, 4.5, 0.26), (16, 13.0, 0.24)):
        moved = Image.new("L", small.size, 0)
        moved.paste(small, (round(shift * height * 0.7), round(shift * height)))
        shadow = moved.filter(ImageFilter.GaussianBlur(blur * height)).resize(alpha.size, Image.Resampling.BICUBIC)
        room.paste(deep(tint, 0.85), (0, 0), shadow.point([round(v * strength) for v in range(256)]))
    room.paste(things.convert("RGB"), (0, 0), alpha)


def jpeg(image: Image.Image) -> bytes:
    """The picture as a file of at most `HEAVIEST` bytes; the same picture is always the same bytes."""
    whole = image.convert("RGB")
    for quality in QUALITIES:
        out = io.BytesIO()
        whole.save(out, "JPEG", quality=quality, subsampling=0, optimize=True)
        if out.tell() <= HEAVIEST:
            break
    return out.getvalue()


@lru_cache(maxsize=4)
def _grain(size: int) -> Image.Image:
    # A trace of noise, 0 to 4 levels, hides the steps of a smooth gradient.
    levels = bytes(byte % 5 for byte in range(256))
    noise = Random(1963).randbytes(size * size).translate(levels)
    layer = Image.frombytes("L", (size, size), noise)
    return Image.merge("RGB", [layer] * 3)
