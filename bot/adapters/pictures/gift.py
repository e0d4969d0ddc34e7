"""The gift set: a wrapped box with a bow, and what is in it beside it."""

from __future__ import annotations

from math import cos, pi, sin

from PIL import Image

from bot.adapters.pictures.canvas import Canvas, Mask, Point
from bot.adapters.pictures.colour import RGB, WHITE, deep, lightness, lit, mix, tuned
from bot.adapters.pictures.finish import PEARL, Finish
from bot.adapters.pictures.studio import TABLE
from bot.adapters.pictures.vessels import jar, tube

# The box is seen a little from the right and from above.
LEFT, CORNER, RIGHT = 300.0, 690.0, 842.0
TOP, RISE = 590.0, 34.0
LID, OVER = 86.0, 13.0


def gift_set(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    wrap = colour or mix(tuned(finish.tint, 0.26, 0.93), PEARL, 0.12)
    ribbon = lit(finish.trim, 0.12) if colour else mix(tuned(finish.tint, 0.42, 0.66), finish.trim, 0.18)
    if abs(lightness(ribbon) - lightness(wrap)) < 0.16:
        ribbon = mix(PEARL, wrap, 0.15) if lightness(wrap) < 0.7 else deep(ribbon, 0.4)
    behind = Canvas(canvas.scale)
    tube(behind, finish, None)
    _shrunk(canvas, behind, 0.84, 868)
    _box(canvas, wrap)
    _ribbons(canvas, ribbon)
    middle = (LEFT + CORNER) / 2 + 45
    canvas.soft((middle - 120, TOP - LID - 44, middle + 150, TOP - LID - 6), deep(wrap, 0.85), 0.30, 12)
    _bow(canvas, middle, TOP - LID - 26, ribbon)
    front = Canvas(canvas.scale)
    jar(front, finish, None)
    canvas.soft((744, 902, 1040, 1000), deep(wrap, 0.9), 0.30, 14, _side(canvas))
    _shrunk(canvas, front, 0.58, 916)


def _front(canvas: Canvas) -> Mask:
    return canvas.polygon([(LEFT, TOP), (CORNER, TOP), (CORNER, TABLE), (LEFT, TABLE)])


def _side(canvas: Canvas) -> Mask:
    return canvas.polygon([(CORNER, TOP), (RIGHT, TOP - RISE), (RIGHT, TABLE - RISE * 0.9), (CORNER, TABLE)])


def _box(canvas: Canvas, wrap: RGB) -> None:
    front, side = _front(canvas), _side(canvas)
    canvas.fade(front, [(0, lit(wrap, 0.10)), (0.4, wrap), (1, deep(wrap, 0.16))])
    canvas.soft((LEFT - 60, TOP, LEFT + 220, TABLE - 60), WHITE, 0.20, 60, front)
    canvas.fade(side, [(0, deep(wrap, 0.34)), (1, deep(wrap, 0.50))])
    canvas.soft((RIGHT - 40, TOP - 60, RIGHT + 60, TABLE), lit(wrap, 0.4), 0.25, 30, side)
    canvas.fill(canvas.polygon([(CORNER - 1.5, TOP), (CORNER + 1, TOP), (CORNER + 1, TABLE), (CORNER - 1.5, TABLE)]),
                lit(wrap, 0.45), 0.6)  # fmt: skip
    # The lid throws a shadow on both walls.
    canvas.soft((LEFT - 20, TOP - 26, CORNER + 10, TOP + 26), deep(wrap, 0.9), 0.42, 9, front)
    canvas.soft((CORNER - 10, TOP - 50, RIGHT + 30, TOP + 12), deep(wrap, 0.95), 0.45, 9, side)
    top, low = TOP - LID, TOP + 6
    left, corner, right = LEFT - OVER, CORNER + OVER * 0.5, RIGHT + OVER
    lid = canvas.polygon([(left, top), (corner, top), (corner, low), (left, low)])
    canvas.fade(lid, [(0, lit(wrap, 0.30)), (0.25, lit(wrap, 0.14)), (1, deep(wrap, 0.05))])
    edge = canvas.polygon([(corner, top), (right, top - RISE), (right, low - RISE), (corner, low)])
    canvas.fade(edge, [(0, deep(wrap, 0.22)), (1, deep(wrap, 0.38))])
    roof = canvas.polygon(_roof(left, corner, right, top))
    canvas.fade(roof, [(0, lit(wrap, 0.28)), (1, lit(wrap, 0.48))])


def _roof(left: float, corner: float, right: float, top: float) -> list[Point]:
    return [(left, top), (corner, top), (right, top - RISE), (right - (corner - left) * 0.94, top - RISE)]


def _ribbons(canvas: Canvas, tone: RGB) -> None:
    half, top, low = 32.0, TOP - LID, TOP + 6
    middle, side = (LEFT + CORNER) / 2, (CORNER + RIGHT) / 2 + 4
    sheen = [(0.0, deep(tone, 0.18)), (0.28, lit(tone, 0.42)), (0.6, tone), (1.0, deep(tone, 0.24))]
    dim = [(at, deep(colour, 0.28)) for at, colour in sheen]
    wall, lid = (TOP + 6, TABLE), (top, low)
    for upper, lower in (wall, lid):
        wide = half + (1.5 if upper == top else 0)
        band = [(middle - wide, upper), (middle + wide, upper), (middle + wide, lower), (middle - wide, lower)]
        canvas.fade(canvas.polygon(band), sheen, across=True)
        slope = RISE / (RIGHT - CORNER)
        one, two = side - 13, side + 15
        lean = [(x, y - (x - CORNER) * slope) for x, y in ((one, upper), (two, upper), (two, lower), (one, lower))]
        canvas.fade(canvas.polygon(lean), dim, across=True)
    canvas.soft((middle - half, low, middle + half, low + 12), deep(tone, 0.9), 0.42, 5, _front(canvas))
    back = middle + (RIGHT - CORNER) * 1.0
    strap = [
        (middle - half, top),
        (middle + half, top),
        (back + half * 0.94, top - RISE),
        (back - half * 0.94, top - RISE),
    ]
    canvas.fade(canvas.polygon(strap), [(0, lit(tone, 0.15)), (1, lit(tone, 0.36))])
    across = [(LEFT + 40, top - RISE * 0.36), (side + 4, top - RISE * 0.36), (side + 34, top - RISE * 0.62),
              (LEFT + 72, top - RISE * 0.62)]  # fmt: skip
    canvas.fade(canvas.polygon(across), [(0, lit(tone, 0.2)), (1, lit(tone, 0.34))])


def _bow(canvas: Canvas, cx: float, cy: float, tone: RGB) -> None:
    for side in (-1, 1):
        tail = [
            (cx, cy),
            (cx + side * 62, cy + 92),
            (cx + side * 104, cy + 152),
            (cx + side * 76, cy + 158),
            (cx + side * 56, cy + 178),
            (cx + side * 8, cy + 60),
        ]
        canvas.fade(canvas.polygon(tail), [(0, deep(tone, 0.35)), (0.5, lit(tone, 0.18)), (1, deep(tone, 0.1))])
    for side in (-1, 1):
        loop, hole = [], []
        for step in range(49):
            angle = 2 * pi * step / 48
            along = 84 - 84 * cos(angle)
            wide = 66 * sin(angle) * (0.35 + 0.65 * along / 168)
            loop.append((cx + side * along, cy - 18 - along * 0.30 + wide))
            hole.append((cx + side * (34 + along * 0.66), cy - 24 - along * 0.24 + wide * 0.52))
        stops = [(0.0, deep(tone, 0.25)), (0.4, lit(tone, 0.42)), (0.7, tone), (1.0, lit(tone, 0.2))]
        canvas.fade(
            canvas.polygon(loop), stops if side > 0 else [(1 - at, c) for at, c in reversed(stops)], across=True
        )
        canvas.fade(canvas.polygon(hole), [(0, deep(tone, 0.55)), (1, deep(tone, 0.25))])
    canvas.fade(
        canvas.rounded((cx - 32, cy - 50, cx + 32, cy + 14), 18),
        [(0, lit(tone, 0.45)), (0.5, tone), (1, deep(tone, 0.3))],
    )


def _shrunk(canvas: Canvas, other: Canvas, size: float, cx: float) -> None:
    """Another sheet, made smaller about its foot on the table and moved to `cx`."""
    box = other.image.getbbox()
    if box is None:
        return
    part = other.image.crop(box)
    part = part.resize((round(part.width * size), round(part.height * size)), Image.Resampling.BICUBIC)
    canvas.image.alpha_composite(part, (round(cx * canvas.scale - part.width / 2), round(box[3] - part.height)))
