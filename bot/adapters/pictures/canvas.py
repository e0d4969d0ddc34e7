"""A sheet drawn at twice the final size as a rule, and the few strokes every form is made of.

Coordinates are those of the final picture (0 to 1280, y downwards); the doubling stays in here where it can.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import ceil, cos, floor, pi, sin

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.colour import PAD, RGB, STRIP

SIZE = 1280
SCALE = 2

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Profile = list[Point]  # (y, radius), from top to bottom


def shoulder(top: float, inner: float, bottom: float, outer: float, steps: int = 18) -> Profile:
    """From a narrow neck outwards and round into the wall."""
    angles = [pi / 2 * step / steps for step in range(steps + 1)]
    return [(top + (bottom - top) * (1 - cos(a)), inner + (outer - inner) * sin(a)) for a in angles]


def foot(top: float, outer: float, bottom: float, inner: float, steps: int = 10) -> Profile:
    """From the wall round into a narrower foot."""
    angles = [pi / 2 * step / steps for step in range(steps + 1)]
    return [(top + (bottom - top) * sin(a), inner + (outer - inner) * cos(a)) for a in angles]


def waist(top: float, one: float, bottom: float, other: float, steps: int = 18) -> Profile:
    """An S between two radii."""
    shares = [step / steps for step in range(steps + 1)]
    return [(top + (bottom - top) * s, one + (other - one) * (1 - cos(pi * s)) / 2) for s in shares]


class Mask:
    """A shape with smooth edges inside a box of the sheet."""

    def __init__(self, image: Image.Image, left: int, top: int) -> None:
        self.image, self.left, self.top = image, left, top

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.left, self.top, self.left + self.image.width, self.top + self.image.height


class Canvas:
    """`image` is the sheet itself, RGBA and empty at first, `SIZE * scale` pixels a side.

    Everything is drawn at twice its size, but for what is shown small anyway.
    """

    def __init__(self, scale: int = SCALE) -> None:
        self.scale = scale
        self.image = Image.new("RGBA", (SIZE * scale, SIZE * scale), (0, 0, 0, 0))

    # --- shapes ---

    def polygon(self, points: Sequence[Point]) -> Mask:
        left, top, width, height = _frame(points, self.scale)
        fine = Image.new("L", (width * 2, height * 2), 0)
        ImageDraw.Draw(fine).polygon(
            [((x * self.scale - left) * 2, (y * self.scale - top) * 2) for x, y in points],
            fill=255,
        )
        return Mask(fine.reduce(2), left, top)

    def ellipse(self, box: Box) -> Mask:
        left, top, width, height = _frame([(box[0], box[1]), (box[2], box[3])], self.scale)
        fine = Image.new("L", (width * 2, height * 2), 0)
        ImageDraw.Draw(fine).ellipse(_inside(box, left, top, self.scale), fill=255)
        return Mask(fine.reduce(2), left, top)

    def rounded(self, box: Box, radius: float) -> Mask:
        left, top, width, height = _frame([(box[0], box[1]), (box[2], box[3])], self.scale)
        fine = Image.new("L", (width * 2, height * 2), 0)
        ImageDraw.Draw(fine).rounded_rectangle(
            _inside(box, left, top, self.scale), radius=radius * self.scale * 2, fill=255
        )
        return Mask(fine.reduce(2), left, top)

    def outline(self, cx: float, profile: Profile, tilt: float) -> Mask:
        """The silhouette of a body turned about an upright axis, seen from a little above."""
        top, bottom = profile[0], profile[-1]
        points: list[Point] = [(cx + radius, y) for y, radius in profile]
        for step in range(33):
            angle = pi * step / 32
            points.append((cx + bottom[1] * cos(angle), bottom[0] + bottom[1] * tilt * sin(angle)))
        points += [(cx - radius, y) for y, radius in reversed(profile)]
        for step in range(33):
            angle = pi + pi * step / 32
            points.append((cx + top[1] * cos(angle), top[0] + top[1] * tilt * sin(angle)))
        return self.polygon(points)

    # --- filling ---

    def fill(self, mask: Mask, colour: RGB, strength: float = 1.0) -> None:
        """A flat colour through a shape."""
        alpha = mask.image if strength >= 1 else mask.image.point([round(v * strength) for v in range(256)])
        part = Image.new("RGBA", mask.image.size, (*colour, 0))
        part.putalpha(alpha)
        self._lay(part, mask.left, mask.top)

    def fade(self, mask: Mask, stops: Sequence[tuple[float, RGB]], *, across: bool = False) -> None:
        """A gradient through a shape, from top to bottom, or from left to right when `across`."""
        part = ramp(mask.image.size, stops, across=across).convert("RGBA")
        part.putalpha(mask.image)
        self._lay(part, mask.left, mask.top)

    def texture(self, mask: Mask, image: Image.Image) -> None:
        """An RGB image of the mask's size through a shape."""
        part = image.convert("RGBA")
        part.putalpha(mask.image)
        self._lay(part, mask.left, mask.top)

    def turned(
        self,
        cx: float,
        profile: Profile,
        band: Image.Image,
        *,
        tilt: float = 0.05,
        falloff: float = 0.14,
    ) -> Mask:
        """A body turned about the upright axis at `cx`, lit by `band`; `falloff` darkens it towards the foot."""
        mask = self.outline(cx, profile, tilt)
        width, height = mask.image.size
        axis = cx * self.scale - mask.left
        rows = [(0.0, profile[0][1] * self.scale)]
        rows += [(y * self.scale - mask.top, radius * self.scale) for y, radius in profile]
        rows.append((float(height), profile[-1][1] * self.scale))
        mesh = []
        for (upper, one), (lower, other) in itertools.pairwise(rows):
            start, end = round(upper), round(lower)
            if end <= start:
                continue
            one, other = max(one, 1.0), max(other, 1.0)
            scale_one, scale_other = STRIP / (2 * one), STRIP / (2 * other)
            quad = (
                PAD - (axis - one) * scale_one,
                0.0,
                PAD - (axis - other) * scale_other,
                3.0,
                PAD + (width - axis + other) * scale_other,
                3.0,
                PAD + (width - axis + one) * scale_one,
                0.0,
            )
            mesh.append(((0, start, width, end), quad))
        source = band.resize((band.width, 4))
        part = source.transform((width, height), Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
        alpha = part.getchannel("A")
        if falloff:
            dim = ramp((width, height), [(0, (255,) * 3), (0.45, (252,) * 3), (1, (round(255 * (1 - falloff)),) * 3)])
            part = ImageChops.multiply(part.convert("RGB"), dim).convert("RGBA")
        part.putalpha(ImageChops.multiply(alpha, mask.image))
        self._lay(part, mask.left, mask.top)
        return mask

    def soft(self, box: Box, colour: RGB, strength: float, blur: float, clip: Mask | None = None) -> None:
        """A blurred ellipse: a shadow or a glow, kept inside `clip` when given. `blur` in picture pixels."""
        reach = blur * 2.5
        frame = (box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach)
        left, top, width, height = _frame([(frame[0], frame[1]), (frame[2], frame[3])], self.scale)
        coarse = Image.new("L", (max(2, width // 8), max(2, height // 8)), 0)
        ImageDraw.Draw(coarse).ellipse(
            [(v * self.scale - o) / 8 for v, o in zip(box, (left, top) * 2, strict=True)], fill=255
        )
        coarse = coarse.filter(ImageFilter.GaussianBlur(blur * self.scale / 8))
        alpha = coarse.resize((width, height), Image.Resampling.BICUBIC).point(
            [round(v * strength) for v in range(256)]
        )
        if clip is not None:
            window = Image.new("L", (width, height), 0)
            window.paste(clip.image, (clip.left - left, clip.top - top))
            alpha = ImageChops.multiply(alpha, window)
        part = Image.new("RGBA", (width, height), (*colour, 0))
        part.putalpha(alpha)
        self._lay(part, left, top)

    def rotate(self, angle: float, centre: Point = (SIZE / 2, SIZE / 2)) -> None:
        """Turns all that is drawn so far, counter-clockwise by degrees."""
        box = self.image.getbbox()
        if box is None:
            return
        # Only what is drawn is turned: most of the sheet is empty.
        part = self.image.crop(box).rotate(angle, Image.Resampling.BICUBIC, expand=True)
        x, y = (box[0] + box[2]) / 2 - centre[0] * self.scale, (box[1] + box[3]) / 2 - centre[1] * self.scale
        turn = pi * angle / 180
        middle = (
            centre[0] * self.scale + x * cos(turn) + y * sin(turn),
            centre[1] * self.scale - x * sin(turn) + y * cos(turn),
        )
        self.image = Image.new("RGBA", self.image.size, (0, 0, 0, 0))
        self._lay(part, round(middle[0] - part.width / 2), round(middle[1] - part.height / 2))

    def lay(self, other: Canvas) -> None:
        """Another sheet on top of this one."""
        box = other.image.getbbox()
        if box:
            self.image.alpha_composite(other.image.crop(box), box[:2])

    def _lay(self, part: Image.Image, left: int, top: int) -> None:
        x, y = max(0, -left), max(0, -top)
        if x or y:
            part = part.crop((x, y, part.width, part.height))
        if part.width and part.height:
            self.image.alpha_composite(part, (left + x, top + y))


def ramp(size: tuple[int, int], stops: Sequence[tuple[float, RGB]], *, across: bool = False) -> Image.Image:
    """A smooth RGB gradient of that size, from top to bottom or from left to right."""
    steps = 256
    line = Image.new("RGB", (steps, 1) if across else (1, steps))
    pixels = []
    index = 0
    for step in range(steps):
        at = step / (steps - 1)
        while index < len(stops) - 2 and at > stops[index + 1][0]:
            index += 1
        (start, one), (end, other) = stops[index], stops[index + 1]
        share = min(max((at - start) / max(end - start, 1e-6), 0.0), 1.0)
        pixels.append(tuple(round(p + (q - p) * share) for p, q in zip(one, other, strict=True)))
    line.putdata(pixels)
    return line.resize(size, Image.Resampling.BILINEAR)


def _frame(points: Sequence[Point], scale: int) -> tuple[int, int, int, int]:
    left = floor(min(x for x, _ in points) * scale) - 2
    top = floor(min(y for _, y in points) * scale) - 2
    right = ceil(max(x for x, _ in points) * scale) + 2
    bottom = ceil(max(y for _, y in points) * scale) + 2
    return left, top, right - left, bottom - top


def _inside(box: Box, left: int, top: int, scale: int) -> list[float]:
    return [(value * scale - offset) * 2 for value, offset in zip(box, (left, top) * 2, strict=True)]
