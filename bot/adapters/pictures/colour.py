"""Colours and the bands of light that make a flat shape look round."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence

from PIL import Image

RGB = tuple[int, int, int]
RGBA = tuple[int, int, int, int]
Stop = tuple[float, RGB | RGBA]

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (14, 12, 16)

STRIP = 512  # pixels a band of light is computed at
PAD = 64  # further pixels at both ends, so that no edge shows at the rim of a shape

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def parse(text: str) -> RGB:
    """`#RRGGBB` as numbers. Raises ValueError for anything else."""
    if not _HEX.fullmatch(text):
        raise ValueError(f"not a #RRGGBB colour: {text!r}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(one: RGB, other: RGB, share: float) -> RGB:
    """`share` 0 is the one, 1 the other."""
    a, b, c = (round(x + (y - x) * share) for x, y in zip(one, other, strict=True))
    return a, b, c


def lit(colour: RGB, share: float) -> RGB:
    return mix(colour, WHITE, share)


def deep(colour: RGB, share: float) -> RGB:
    """Towards the colour's own shadow: darker and a little richer, never a dead black."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in colour))
    dark = colorsys.hsv_to_rgb(hue, min(1.0, saturation * 1.25 + 0.03), value * 0.22)
    return mix(colour, (round(dark[0] * 255), round(dark[1] * 255), round(dark[2] * 255)), share)


def lightness(colour: RGB) -> float:
    """0 black to 1 white, as the eye weighs the channels."""
    red, green, blue = colour
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


def tuned(colour: RGB, saturation: float, value: float) -> RGB:
    """The same hue with this saturation and value (0 to 1)."""
    hue, had, _ = colorsys.rgb_to_hsv(*(part / 255 for part in colour))
    red, green, blue = colorsys.hsv_to_rgb(hue, saturation if had > 0.02 else 0.0, value)
    return round(red * 255), round(green * 255), round(blue * 255)


def strip(stops: Sequence[Stop]) -> Image.Image:
    """A band across a round body from its left rim (0) to its right rim (1), padded with the rims' colours."""
    full = [(at, (*colour, 255) if len(colour) == 3 else colour) for at, colour in stops]
    image = Image.new("RGBA", (STRIP + 2 * PAD, 1))
    pixels = []
    index = 0
    for x in range(STRIP + 2 * PAD):
        at = min(max((x - PAD) / (STRIP - 1), 0.0), 1.0)
        while index < len(full) - 2 and at > full[index + 1][0]:
            index += 1
        (left, one), (right, other) = full[index], full[index + 1]
        share = min(max((at - left) / max(right - left, 1e-6), 0.0), 1.0)
        share = share * share * (3 - 2 * share)
        pixels.append(tuple(round(p + (q - p) * share) for p, q in zip(one, other, strict=True)))
    image.putdata(pixels)
    return image


def satin(base: RGB) -> Image.Image:
    """A soft plastic: one broad light, gentle rims."""
    return strip(
        [
            (0.00, deep(base, 0.42)),
            (0.05, deep(base, 0.24)),
            (0.22, lit(base, 0.22)),
            (0.34, lit(base, 0.50)),
            (0.52, base),
            (0.82, deep(base, 0.20)),
            (0.93, deep(base, 0.12)),
            (0.97, deep(base, 0.22)),
            (1.00, deep(base, 0.40)),
        ]
    )


def lacquer(base: RGB) -> Image.Image:
    """A hard, glossy surface between two light boxes."""
    return strip(
        [
            (0.00, deep(base, 0.55)),
            (0.05, deep(base, 0.30)),
            (0.12, deep(base, 0.05)),
            (0.16, lit(base, 0.20)),
            (0.18, lit(base, 0.80)),
            (0.27, lit(base, 0.66)),
            (0.30, lit(base, 0.14)),
            (0.55, base),
            (0.79, deep(base, 0.24)),
            (0.85, deep(base, 0.20)),
            (0.87, lit(base, 0.34)),
            (0.91, lit(base, 0.28)),
            (0.93, deep(base, 0.22)),
            (1.00, deep(base, 0.55)),
        ]
    )


def metal(tone: RGB) -> Image.Image:
    """Polished metal: it mirrors dark and bright walls in turn."""
    return strip(
        [
            (0.00, deep(tone, 0.55)),
            (0.05, deep(tone, 0.15)),
            (0.12, lit(tone, 0.45)),
            (0.20, lit(tone, 0.85)),
            (0.27, lit(tone, 0.35)),
            (0.34, deep(tone, 0.28)),
            (0.44, deep(tone, 0.10)),
            (0.58, lit(tone, 0.32)),
            (0.66, lit(tone, 0.60)),
            (0.74, tone),
            (0.84, deep(tone, 0.45)),
            (0.90, deep(tone, 0.20)),
            (0.95, lit(tone, 0.40)),
            (1.00, deep(tone, 0.50)),
        ]
    )


def glass(tone: RGB, body: int) -> Image.Image:
    """Clear glass: `body` (0-255) is how much of its own tone shows in the middle; the rims refract dark and bright."""
    edge = deep(tone, 0.55)
    return strip(
        [
            (0.00, (*edge, 190)),
            (0.03, (*edge, 110)),
            (0.06, (*lit(tone, 0.85), 150)),
            (0.10, (*tone, body)),
            (0.14, (*lit(tone, 0.9), 60 + body // 3)),
            (0.17, (*WHITE, 215)),
            (0.23, (*WHITE, 180)),
            (0.26, (*tone, body)),
            (0.60, (*tone, body)),
            (0.86, (*deep(tone, 0.12), min(255, body + 24))),
            (0.90, (*WHITE, 120)),
            (0.93, (*WHITE, 90)),
            (0.96, (*edge, 100)),
            (1.00, (*edge, 190)),
        ]
    )


def liquid(base: RGB) -> Image.Image:
    """What stands inside glass: even in the middle, deeper at the rims."""
    return strip(
        [
            (0.00, deep(base, 0.34)),
            (0.08, deep(base, 0.12)),
            (0.24, lit(base, 0.08)),
            (0.40, base),
            (0.70, base),
            (0.92, deep(base, 0.14)),
            (1.00, deep(base, 0.36)),
        ]
    )
