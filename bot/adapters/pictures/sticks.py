"""Slim standing make-up: lipstick, lip gloss, mascara, nail polish."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from bot.adapters.pictures.canvas import Canvas, Point, foot, shoulder, waist
from bot.adapters.pictures.colour import (
    RGB,
    WHITE,
    deep,
    glass,
    lacquer,
    lightness,
    liquid,
    lit,
    metal,
    mix,
    satin,
    strip,
    tuned,
)
from bot.adapters.pictures.finish import PEARL, Finish, emblem
from bot.adapters.pictures.studio import TABLE


def lipstick(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or (190, 50, 72)
    cx, dark = 555.0, finish.dark
    _bullet(canvas, cx, tone)
    canvas.turned(cx, [(560, 82), (700, 82)], metal(lit(finish.trim, 0.15)), falloff=0.05)
    canvas.turned(cx, [*shoulder(676, 88, 682, 93), (730, 93)], finish.metal, falloff=0.05)
    canvas.turned(cx, [*shoulder(712, 100, 720, 106), *foot(985, 106, TABLE - 5, 102)], lacquer(dark), falloff=0.16)
    canvas.turned(cx, [(952, 107), (966, 107)], finish.metal, falloff=0)
    emblem(canvas, cx, 840, 34, lit(finish.trim, 0.25))
    cap = 815.0
    canvas.turned(cap, [*shoulder(520, 98, 530, 106), *foot(988, 106, TABLE - 5, 104)], lacquer(dark), falloff=0.16)
    canvas.fade(
        canvas.ellipse((cap - 98, 515, cap + 98, 526)),
        [(0, lit(dark, 0.12)), (0.35, lit(dark, 0.5)), (1, lit(dark, 0.1))],
        across=True,
    )
    canvas.turned(cap, [(930, 107), (966, 107)], finish.metal, falloff=0)


def _bullet(canvas: Canvas, cx: float, tone: RGB) -> None:
    """The stick itself: a cylinder cut aslant, its cut face lighter."""
    half, low, high, base = 72.0, 470.0, 300.0, 600.0
    band = strip(
        [
            (0.00, deep(tone, 0.48)),
            (0.07, deep(tone, 0.22)),
            (0.16, lit(tone, 0.10)),
            (0.22, lit(tone, 0.36)),
            (0.29, lit(tone, 0.14)),
            (0.40, tone),
            (0.72, tone),
            (0.88, deep(tone, 0.20)),
            (0.94, deep(tone, 0.14)),
            (1.00, deep(tone, 0.48)),
        ]
    )
    stick = Canvas(canvas.scale)
    stick.turned(cx, [*shoulder(high - 6, 34, high + 46, half), (base, half)], band, falloff=0.06)
    # All that lies above the slanting cut is taken away, then the cut face is laid on.
    face: list[Point] = []
    middle, rise = (low + high) / 2, (low - high) / 2
    for step in range(72):
        angle = 2 * pi * step / 72
        x, y = half * cos(angle), 42 * sin(angle)
        face.append((cx + x * 0.985, middle - rise * (x / half) * 0.94 + y))
    above = [*[(x, y) for x, y in face], (cx + half + 8, 250), (cx - half - 8, 250), (cx - half - 8, low)]
    cut = stick.polygon(
        [(cx - half - 8, low + 2), *sorted(face[36:], key=lambda p: p[0]), (cx + half + 8, high), *above[-3:-1]]
    )
    stick.image.paste((0, 0, 0, 0), (cut.left, cut.top), cut.image)
    plane = stick.polygon(face)
    stick.fade(plane, [(0, lit(tone, 0.34)), (0.5, lit(tone, 0.17)), (1, lit(tone, 0.08))])
    stick.soft((cx - 40, middle - 50, cx + 34, middle + 6), WHITE, 0.22, 16, plane)
    canvas.lay(stick)


def gloss(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or (214, 96, 118)
    cx, dark = 555.0, finish.dark
    canvas.turned(cx, [(520, 44), (660, 45), *foot(960, 45, 982, 38)], liquid(tone), falloff=0.1)
    canvas.turned(cx, [(540, 6), (880, 6)], satin(deep(tone, 0.35)), falloff=0)
    canvas.turned(cx, [*foot(820, 15, 916, 5)], satin(deep(tone, 0.22)), falloff=0)
    canvas.turned(cx, [(504, 66), *foot(985, 66, TABLE - 5, 62)], glass(lit(tone, 0.6), 18), falloff=0.05)
    canvas.turned(cx, [*shoulder(214, 60, 226, 69), (506, 69)], lacquer(dark), falloff=0.14)
    canvas.fade(canvas.ellipse((cx - 60, 210, cx + 60, 218)), [(0, lit(dark, 0.4)), (1, lit(dark, 0.12))])
    canvas.turned(cx, [(486, 70), (510, 70)], finish.metal, falloff=0)
    emblem(canvas, cx, 770, 26, PEARL if lightness(tone) < 0.75 else deep(tone, 0.5))
    wand = 760.0
    canvas.turned(wand, [(520, 6), (716, 8)], satin(lit(finish.dark, 0.12)), falloff=0)
    canvas.turned(wand, [*shoulder(404, 5, 450, 17), (500, 18), *waist(500, 18, 540, 7)], lacquer(tone), falloff=0.05)
    canvas.turned(wand, [*shoulder(706, 24, 712, 30), (738, 30)], metal(lit(finish.trim, 0.2)), falloff=0)
    canvas.turned(wand, [(734, 68), *foot(988, 69, TABLE - 5, 62)], lacquer(dark), falloff=0.14)
    canvas.turned(wand, [(732, 70), (752, 70)], finish.metal, falloff=0)


def mascara(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone, cx = colour or (26, 22, 26), 550.0
    shell = finish.dark if lightness(finish.body) > 0.85 else finish.body
    canvas.turned(cx, [(560, 62), *foot(975, 62, TABLE - 5, 46)], lacquer(shell), falloff=0.16)
    canvas.turned(cx, [*shoulder(210, 34, 236, 58), *waist(236, 58, 560, 63)], finish.metal, falloff=0.1)
    canvas.turned(cx, [(548, 64), (572, 64)], metal(deep(finish.trim, 0.25)), falloff=0)
    emblem(canvas, cx, 780, 28, lit(finish.trim, 0.35))
    wand = 760.0
    canvas.turned(wand, [(330, 5), (690, 6)], satin(lit(finish.dark, 0.1)), falloff=0)
    _bristles(canvas, wand, 250, 470, tone)
    canvas.turned(wand, [(650, 24), (700, 26)], satin(finish.dark), falloff=0)
    canvas.turned(
        wand,
        [*shoulder(690, 58, 700, 63), *waist(700, 63, 980, 57), *foot(980, 57, TABLE - 5, 44)],
        finish.metal,
        falloff=0.12,
    )


def _bristles(canvas: Canvas, cx: float, top: float, bottom: float, tone: RGB) -> None:
    random = Random(7)
    core = mix(tone, (40, 36, 40), 0.3)
    rows = 46
    for row in range(rows):
        share = row / (rows - 1)
        reach = 15 + 27 * sin(pi * (0.12 + 0.80 * share)) ** 0.8
        y = top + (bottom - top) * share
        for turn in range(9):
            x = reach * cos(pi * turn / 8) * random.uniform(0.9, 1.06)
            lift = random.uniform(-3.5, 3.5)
            shade = lit(core, 0.28) if turn in (2, 3) else deep(core, 0.3 if turn > 5 else 0.05)
            canvas.fill(
                canvas.polygon([(cx, y - 1.6), (cx + x, y + lift - 0.9), (cx + x, y + lift + 0.9), (cx, y + 1.6)]),
                shade,
            )
    canvas.turned(cx, [*shoulder(top - 8, 2, top, 6), (bottom + 30, 6)], satin(core), falloff=0)


def polish(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    # A polish without a shade is a clear coat.
    tone, cx = colour or lit(tuned(finish.tint, 0.10, 0.97), 0.25), 640.0
    canvas.turned(cx, [*shoulder(640, 70, 700, 132), *foot(948, 136, 978, 118)], lacquer(tone), tilt=0.07, falloff=0.08)
    canvas.turned(
        cx,
        [*shoulder(618, 74, 690, 154), *foot(955, 158, TABLE - 11, 140)],
        glass(lit(tone, 0.7), 6),
        tilt=0.07,
        falloff=0.05,
    )
    canvas.soft((cx - 110, 984, cx + 110, 1004), WHITE, 0.55, 6)
    canvas.soft((cx - 78, 612, cx + 78, 646), (30, 20, 26), 0.38, 8)
    shell = finish.dark if lightness(tone) > 0.16 else PEARL
    cap = [*shoulder(236, 44, 252, 58), *waist(252, 58, 600, 80), (622, 80)]
    canvas.turned(cx, cap, lacquer(shell), falloff=0.12)
    canvas.fade(canvas.ellipse((cx - 45, 233, cx + 45, 240)), [(0, lit(shell, 0.4)), (1, lit(shell, 0.15))])
    canvas.turned(cx, [(596, 81), (624, 81)], finish.metal, falloff=0)
    emblem(canvas, cx, 838, 36, PEARL if lightness(tone) < 0.72 else deep(tone, 0.5))
