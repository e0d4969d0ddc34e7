"""A small sheet for flat illustrations: smooth closed curves in plain colours, drawn three times as large."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.canvas import Point
from bot.adapters.pictures.colour import RGB

SIDE = 640
FINE = 3


class Sketch:
    """Coordinates are those of the final picture, 0 to `SIDE`, y downwards, moved by `origin`."""

    def __init__(self, ground: Image.Image, origin: Point) -> None:
        self._image = ground.resize((SIDE * FINE, SIDE * FINE), Image.Resampling.BICUBIC)
        self._pen = ImageDraw.Draw(self._image)
        self._origin = origin

    def shape(self, points: Sequence[Point], colour: RGB, *, sharp: bool = False) -> None:
        """A closed outline through the points: round, or with corners when `sharp`."""
        self._pen.polygon(self._path(points, sharp=sharp), fill=colour)

    def mirrored(self, points: Sequence[Point], colour: RGB) -> None:
        """A round outline of which `points` are the right half, from top to bottom."""
        self.shape([*points, *((-x, y) for x, y in reversed(points))], colour)

    def oval(self, x: float, y: float, half_width: float, half_height: float, colour: RGB) -> None:
        self._pen.ellipse(self._box(x, y, half_width, half_height), fill=colour)

    def ring(self, x: float, y: float, half_width: float, half_height: float, colour: RGB, width: float) -> None:
        self._pen.ellipse(self._box(x, y, half_width, half_height), outline=colour, width=round(width * FINE))

    def line(self, points: Sequence[Point], colour: RGB, width: float) -> None:
        """A round-ended line through the points."""
        path = _smooth(self._move(points), closed=False)
        self._pen.line([xy for point in path for xy in point], fill=colour, width=round(width * FINE), joint="curve")
        reach = width * FINE / 2
        for x, y in (path[0], path[-1]):
            self._pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    def shade(
        self, points: Sequence[Point], colour: RGB, strength: float, blur: float, within: Sequence[Point] | None = None
    ) -> None:
        """A see-through round shape, soft by `blur`, kept inside the outline `within`."""
        mask = Image.new("L", (SIDE, SIDE), 0)
        ImageDraw.Draw(mask).polygon([(x / FINE, y / FINE) for x, y in self._path(points)], fill=round(255 * strength))
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur))
        mask = mask.resize(self._image.size, Image.Resampling.BICUBIC)
        if within is not None:
            window = Image.new("L", self._image.size, 0)
            ImageDraw.Draw(window).polygon(self._path(within), fill=255)
            mask = ImageChops.multiply(mask, window)
        self._image.paste(colour, (0, 0), mask)

    def finished(self) -> Image.Image:
        """The picture at its final size."""
        return self._image.reduce(FINE)

    def _path(self, points: Sequence[Point], *, sharp: bool = False) -> list[Point]:
        moved = self._move(points)
        return moved if sharp else _smooth(moved, closed=True)

    def _move(self, points: Sequence[Point]) -> list[Point]:
        return [((x + self._origin[0]) * FINE, (y + self._origin[1]) * FINE) for x, y in points]

    def _box(self, x: float, y: float, half_width: float, half_height: float) -> tuple[float, float, float, float]:
        (left, top), (right, bottom) = self._move(
            [(x - half_width, y - half_height), (x + half_width, y + half_height)]
        )
        return left, top, right, bottom


def _smooth(points: Sequence[Point], *, closed: bool, steps: int = 14) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    count = len(points)
    path: list[Point] = []
    for index in range(count if closed else count - 1):
        if closed:
            four = [points[(index + shift) % count] for shift in (-1, 0, 1, 2)]
        else:
            four = [points[min(max(index + shift, 0), count - 1)] for shift in (-1, 0, 1, 2)]
        path += [(_between([p[0] for p in four], n / steps), _between([p[1] for p in four], n / steps))
                 for n in range(steps)]  # fmt: skip
    if not closed:
        path.append(points[-1])
    return path


def _between(four: Sequence[float], t: float) -> float:
    a, b, c, d = four
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
