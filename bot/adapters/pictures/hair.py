"""Hair of the portraits. Coordinates are about the middle of the head; it is about 78 wide and 110 high each way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

from bot.adapters.pictures.canvas import Point
from bot.adapters.pictures.colour import RGB, deep, lit
from bot.adapters.pictures.sketch import Sketch

Drawing = Callable[[Sketch, RGB], None]


@dataclass(frozen=True, slots=True)
class Style:
    """`back` is drawn before neck and shoulders, `front` over the face."""

    back: Drawing
    front: Drawing


_TOP: list[Point] = [(-88, -34), (-82, -86), (-48, -122), (2, -132), (52, -122), (86, -84), (90, -34)]


def _cap(sketch: Sketch, colour: RGB, hairline: list[Point], ends: float) -> None:
    """The crown, from ear to ear, with its hairline from right to left."""
    sketch.shape([(-83, ends), *_TOP, (83, ends), *hairline], colour)
    sketch.shade([(-50, -104), (-4, -120), (40, -112), (4, -108), (-40, -92), (-62, -66)], lit(colour, 0.5), 0.30, 4)


def _parted(sketch: Sketch, colour: RGB) -> None:
    _cap(sketch, colour, [(76, -8), (68, -40), (34, -56), (-6, -66), (-34, -88), (-50, -62), (-70, -36), (-77, -8)], 14)
    sketch.line([(-34, -88), (-30, -106), (-16, -120)], deep(colour, 0.35), 2.2)


def _middle(sketch: Sketch, colour: RGB) -> None:
    _cap(sketch, colour, [(78, 4), (70, -28), (40, -62), (0, -92), (-40, -62), (-70, -28), (-78, 4)], 30)
    sketch.line([(0, -92), (0, -108), (1, -122)], deep(colour, 0.35), 2.2)


def _fringe(sketch: Sketch, colour: RGB) -> None:
    _cap(sketch, colour, [(78, 0), (72, -30), (56, -44), (20, -38), (-20, -38), (-56, -44), (-72, -30), (-78, 0)], 26)
    for x in (-34, 2, 36):
        sketch.line([(x, -46), (x * 0.86, -72), (x * 0.6, -94)], deep(colour, 0.22), 2.0)


def _swept(sketch: Sketch, colour: RGB) -> None:
    outline: list[Point] = [
        (-82, 4), (-90, -40), (-84, -88), (-58, -126), (-6, -146), (56, -138), (90, -100), (91, -44), (82, 2),
        (75, -22), (66, -52), (30, -70), (-20, -76), (-56, -66), (-70, -42), (-76, -16),
    ]  # fmt: skip
    sketch.shape(outline, colour)
    for shift in (0, 20, 40):
        sketch.line([(-58 + shift, -74), (-36 + shift, -104), (10 + shift, -124)], lit(colour, 0.16), 3.0)


def _cropped(sketch: Sketch, colour: RGB) -> None:
    outline: list[Point] = [
        (-80, -6), (-85, -44), (-78, -88), (-46, -118), (0, -126), (46, -118), (78, -88), (85, -44), (80, -6),
        (73, -26), (66, -58), (34, -76), (0, -72), (-34, -76), (-66, -58), (-73, -26),
    ]  # fmt: skip
    sketch.shape(outline, colour)
    sketch.shade([(-50, -100), (0, -116), (44, -104), (0, -102)], lit(colour, 0.5), 0.28, 4)


def _pulled_back(sketch: Sketch, colour: RGB) -> None:
    _cap(sketch, colour, [(75, -18), (66, -52), (36, -76), (0, -82), (-36, -76), (-66, -52), (-75, -18)], 2)
    for x in (-46, -16, 16, 46):
        sketch.line([(x, -78 + abs(x) * 0.25), (x * 0.66, -102), (x * 0.25, -124)], deep(colour, 0.22), 2.0)


def _curls(sketch: Sketch, colour: RGB) -> None:
    _rounds(sketch, colour, 0.0, 11, 86, 102, 27)
    _cap(sketch, colour, [(74, -20), (62, -52), (30, -66), (0, -70), (-30, -66), (-62, -52), (-74, -20)], -4)
    for index, x in enumerate((-58, -30, 0, 30, 58)):
        sketch.oval(x, -76 + abs(x) * 0.32, 21, 19, colour if index % 2 else deep(colour, 0.10))
    for x, y in ((-44, -100), (-10, -112), (26, -108), (56, -86)):
        sketch.line([(x - 12, y + 4), (x - 2, y - 7), (x + 10, y + 1)], lit(colour, 0.22), 2.6)


def _rounds(sketch: Sketch, colour: RGB, below: float, count: int, wide: float, high: float, size: float) -> None:
    """Round locks about the crown, `below` how far (radians) past the ears."""
    for index in range(count):
        angle = pi + below - (pi + 2 * below) * index / (count - 1)
        sketch.oval(wide * cos(angle), -18 - high * sin(angle), size, size, deep(colour, 0.12 * (index % 2)))


def _nothing(sketch: Sketch, colour: RGB) -> None:
    """Short hair shows nothing behind the head."""


def _to_the_chin(sketch: Sketch, colour: RGB) -> None:
    dark = deep(colour, 0.22)
    sketch.mirrored([(0, -128), (64, -112), (98, -50), (106, 30), (102, 104), (76, 128), (40, 120), (0, 90)], dark)


def _long(sketch: Sketch, colour: RGB) -> None:
    dark = deep(colour, 0.22)
    sketch.mirrored([(0, -128), (66, -112), (100, -48), (108, 50), (118, 150), (122, 226), (78, 258), (0, 240)], dark)


def _waves(sketch: Sketch, colour: RGB) -> None:
    dark = deep(colour, 0.22)
    sketch.mirrored(
        [
            (0, -130),
            (70, -114),
            (104, -52),
            (112, 6),
            (104, 56),
            (126, 104),
            (112, 152),
            (130, 200),
            (92, 236),
            (0, 220),
        ],
        dark,
    )


def _cloud(sketch: Sketch, colour: RGB) -> None:
    _rounds(sketch, deep(colour, 0.16), 0.85, 17, 98, 104, 34)
    sketch.oval(0, -10, 102, 104, deep(colour, 0.16))


def _bun(sketch: Sketch, colour: RGB) -> None:
    sketch.oval(0, -148, 46, 42, deep(colour, 0.10))
    sketch.line([(-24, -158), (0, -172), (26, -158)], lit(colour, 0.18), 3.0)


def _tail(sketch: Sketch, colour: RGB) -> None:
    sketch.shape(
        [
            (40, -118),
            (92, -112),
            (126, -56),
            (128, 20),
            (138, 92),
            (118, 160),
            (92, 178),
            (98, 110),
            (86, 30),
            (70, -40),
        ],
        deep(colour, 0.16),
    )


LONG: tuple[Style, ...] = (
    Style(_long, _middle),
    Style(_to_the_chin, _fringe),
    Style(_waves, _parted),
    Style(_bun, _pulled_back),
    Style(_tail, _parted),
    Style(_long, _fringe),
    Style(_cloud, _curls),
)
SHORT: tuple[Style, ...] = (
    Style(_nothing, _cropped),
    Style(_nothing, _swept),
    Style(_nothing, _parted),
    Style(_nothing, _curls),
)
EITHER: tuple[Style, ...] = (
    Style(_nothing, _swept),
    Style(_nothing, _parted),
    Style(_nothing, _curls),
    Style(_to_the_chin, _middle),
    Style(_cloud, _curls),
    Style(_to_the_chin, _parted),
)
