"""What a line of products is made of: the colours of its plastic, glass, metal and emblem, all led by its tint."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from math import cos, pi, sin

from PIL import Image

from bot.adapters.pictures.canvas import Canvas, Mask
from bot.adapters.pictures.colour import RGB, deep, lightness, lit, metal, mix, parse, tuned

GOLD: RGB = (214, 170, 104)
ROSE_GOLD: RGB = (219, 160, 140)
SILVER: RGB = (186, 190, 198)
GRAPHITE: RGB = (62, 62, 70)
PEARL: RGB = (246, 242, 240)
INK: RGB = (38, 32, 38)


@dataclass(frozen=True, slots=True)
class Finish:
    """`tint` the backdrop, `body` the package, `accent` a strong relative of the tint, `trim` the metal,
    `dark` for what is dark in any line, `print` the emblem on the body."""

    tint: RGB
    body: RGB
    accent: RGB
    trim: RGB
    dark: RGB
    print: RGB

    @property
    def metal(self) -> Image.Image:
        return metal(self.trim)


def finish_of(tint: str) -> Finish:
    """The same tint is always the same finish, so products of one tint look like one line."""
    colour = parse(tint)
    kind = zlib.crc32(tint.upper().encode()) % 3
    trim = (GOLD, ROSE_GOLD, SILVER)[kind]
    accent = tuned(colour, 0.46, 0.62)
    body = (PEARL, mix(PEARL, tuned(colour, 0.30, 0.93), 0.75), tuned(colour, 0.34, 0.70))[kind]
    return Finish(
        tint=colour,
        body=body,
        accent=accent,
        trim=trim,
        dark=mix(INK, deep(accent, 0.75), 0.25),
        print=deep(trim, 0.18) if lightness(body) > 0.7 else lit(trim, 0.45),
    )


def emblem(canvas: Canvas, cx: float, cy: float, size: float, colour: RGB) -> None:
    """A small flower of six petals in a ring: neutral, nobody's mark."""
    ring(canvas, (cx - size, cy - size, cx + size, cy + size), max(1.4, size * 0.07), colour)
    for petal in range(6):
        angle = pi / 3 * petal
        tip = size * 0.72
        points = []
        for step in range(25):
            share = step / 24
            along, side = tip * (0.14 + 0.86 * share), size * 0.17 * sin(pi * share)
            points.append((cx + along * sin(angle) + side * cos(angle), cy - along * cos(angle) + side * sin(angle)))
        for step in range(24, -1, -1):
            share = step / 24
            along, side = tip * (0.14 + 0.86 * share), -size * 0.17 * sin(pi * share)
            points.append((cx + along * sin(angle) + side * cos(angle), cy - along * cos(angle) + side * sin(angle)))
        canvas.fill(canvas.polygon(points), colour, 0.92)


def ring(canvas: Canvas, box: tuple[float, float, float, float], width: float, colour: RGB) -> None:
    """An ellipse's line."""
    outer = canvas.ellipse(box)
    inner = canvas.ellipse((box[0] + width, box[1] + width, box[2] - width, box[3] - width))
    hole = Image.new("L", outer.image.size, 0)
    hole.paste(inner.image, (inner.left - outer.left, inner.top - outer.top))
    line = outer.image.copy()
    line.paste(0, (0, 0), hole)
    canvas.fill(Mask(line, outer.left, outer.top), colour)


def label(canvas: Canvas, cx: float, cy: float, half: float, colour: RGB) -> None:
    """An emblem over three fine lines, where a package carries its name."""
    emblem(canvas, cx, cy, half * 0.42, colour)
    for row, share in ((0.86, 0.78), (1.08, 0.52), (1.24, 0.52)):
        y, thick = cy + half * row, 2.6 if row < 1 else 1.5
        canvas.fill(canvas.rounded((cx - half * share, y - thick, cx + half * share, y + thick), thick), colour, 0.85)
