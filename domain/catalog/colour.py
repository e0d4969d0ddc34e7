"""Colours as the eye compares them: CIELAB, the difference CIEDE2000, and a shade's family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")
_POW7 = 25.0**7


class Family(StrEnum):
    """What one calls a shade's colour in a word."""

    NUDE = "nude"
    PINK = "pink"
    RED = "red"
    CORAL = "coral"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    PLUM = "plum"
    BROWN = "brown"
    GREY = "grey"
    BLACK = "black"
    WHITE = "white"


class Likeness(StrEnum):
    """How far apart two colours are, in words; the bounds are the ones in use for CIEDE2000."""

    SAME = "same"
    """Up to 1: no eye tells them apart."""
    VERY_CLOSE = "very_close"
    """Up to 3: seen only side by side."""
    CLOSE = "close"
    """Up to 6: a shade of the same kind."""
    ALIKE = "alike"
    """Up to 12."""
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Lab:
    """A colour in CIELAB (D65, 2 degrees)."""

    light: float
    a: float
    b: float


def parse_hex(text: str) -> str | None:
    """`#RRGGBB` of a colour typed as RRGGBB or RGB, with or without #; None for anything else."""
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return None
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.upper()}"


@lru_cache(maxsize=16_384)
def lab_of(hex_colour: str) -> Lab:
    """The CIELAB of `#RRGGBB` (sRGB)."""
    red, green, blue = (_linear(int(hex_colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    x = _curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _curve(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(one: Lab, other: Lab) -> float:
    """CIEDE2000, after Sharma, Wu and Dalal (2005), whose test data are in the tests."""
    mean_chroma7 = ((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2) ** 7
    stretch = 1.5 - 0.5 * sqrt(mean_chroma7 / (mean_chroma7 + _POW7))
    a1, a2 = one.a * stretch, other.a * stretch
    chroma1, chroma2 = hypot(a1, one.b), hypot(a2, other.b)
    hue1, hue2 = _hue(a1, one.b), _hue(a2, other.b)
    grey = chroma1 * chroma2 == 0
    turn = 0.0 if grey else (hue2 - hue1 + 180) % 360 - 180
    if not grey and turn == -180 and hue2 > hue1:
        turn = 180.0
    light, chroma = other.light - one.light, chroma2 - chroma1
    hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn) / 2)
    mean_light, mean_chroma = (one.light + other.light) / 2, (chroma1 + chroma2) / 2
    mean_hue = hue1 + hue2 if grey else _mean_hue(hue1, hue2)
    weight = (
        1
        - 0.17 * cos(radians(mean_hue - 30))
        + 0.24 * cos(radians(2 * mean_hue))
        + 0.32 * cos(radians(3 * mean_hue + 6))
        - 0.20 * cos(radians(4 * mean_hue - 63))
    )
    off = (mean_light - 50) ** 2
    light /= 1 + 0.015 * off / sqrt(20 + off)
    chroma /= 1 + 0.045 * mean_chroma
    hue /= 1 + 0.015 * mean_chroma * weight
    blue = 60 * exp(-(((mean_hue - 275) / 25) ** 2))
    twist = -sin(radians(blue)) * 2 * sqrt(mean_chroma**7 / (mean_chroma**7 + _POW7))
    return sqrt(max(0.0, light**2 + chroma**2 + hue**2 + twist * chroma * hue))


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360 if a or b else 0.0


def _mean_hue(one: float, other: float) -> float:
    total = one + other
    if abs(one - other) <= 180:
        return total / 2
    return (total + 360) / 2 if total < 360 else (total - 360) / 2


def distance(one: str, other: str) -> float:
    """CIEDE2000 of two `#RRGGBB`."""
    return difference(lab_of(one), lab_of(other))


def likeness(away: float) -> Likeness:
    """What a distance means to the eye."""
    for bound, word in ((1, Likeness.SAME), (3, Likeness.VERY_CLOSE), (6, Likeness.CLOSE), (12, Likeness.ALIKE)):
        if away <= bound:
            return word
    return Likeness.FAR


@lru_cache(maxsize=4096)
def family(hex_colour: str) -> Family:
    """The family of `#RRGGBB`, by lightness, chroma and hue of its CIELAB."""
    lab = lab_of(hex_colour)
    chroma, hue = hypot(lab.a, lab.b), _hue(lab.a, lab.b)
    if lab.light < 12:
        return Family.BLACK
    if chroma < 7:
        return Family.BLACK if lab.light < 22 else Family.WHITE if lab.light > 90 else Family.GREY
    if 100 <= hue < 195:
        return Family.GREEN
    if 195 <= hue < 308:
        return Family.BLUE
    if 308 <= hue < 335:
        return Family.PLUM if lab.light < 32 else Family.PURPLE
    if hue < 100 and hue >= 72 and chroma > 38:
        return Family.YELLOW if lab.light > 60 else Family.BROWN
    return _warm(lab.light, chroma, hue)


def _warm(light: float, chroma: float, hue: float) -> Family:
    """From plum through pink, red and coral to orange, nude and brown: where most of make-up lives."""
    rosy = hue >= 335 or hue < 22
    if rosy:
        if light < 34:
            return Family.RED if chroma > 45 and hue < 40 else Family.PLUM
        return Family.RED if hue < 22 and hue >= 12 and chroma > 55 and light < 48 else Family.PINK
    if chroma > 50:
        if hue < 45:
            return Family.RED if light < 50 else Family.CORAL
        return Family.ORANGE if light > 45 else Family.BROWN
    if light < 48:
        return Family.RED if chroma > 38 and hue < 40 else Family.BROWN
    if hue < 40 and chroma > 24:
        return Family.CORAL if chroma > 38 else Family.PINK
    return Family.CORAL if chroma > 40 and hue < 60 else Family.NUDE
