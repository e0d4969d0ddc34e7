"""What is laid out and seen from above: compacts, eyeshadow, pencils, brushes. And the gift set, which stands."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random

from PIL import Image

from bot.adapters.pictures.canvas import Canvas, Mask, foot, shoulder, waist
from bot.adapters.pictures.colour import RGB, WHITE, deep, lacquer, lit, mix, satin, strip
from bot.adapters.pictures.finish import PEARL, Finish, emblem, ring
from bot.adapters.pictures.relief import pressed
from bot.adapters.pictures.studio import TABLE
from bot.adapters.pictures.vessels import jar, tube

CX = 640.0


def compact(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or (226, 184, 156)
    upper, lower, radius = 368.0, 882.0, 268.0
    canvas.fade(canvas.rounded((CX - 92, 600, CX + 92, 652), 8), _chrome(finish.trim), across=True)
    for cy in (upper, lower):
        _rim(canvas, finish, cy, radius)
    mirror = _disc(canvas, upper, radius - 34)
    canvas.fade(mirror, [(0, (232, 238, 242)), (0.45, mix(finish.tint, (196, 206, 214), 0.55)), (1, (236, 240, 243))])
    for shift, width, strength in ((-128, 96, 0.40), (10, 36, 0.30)):
        _glare(canvas, mirror, CX + shift, upper, width, radius, strength)
    pan = _disc(canvas, lower, radius - 42)
    canvas.fill(_disc(canvas, lower, radius - 36), deep(tone, 0.45), 0.8)
    canvas.texture(pan, pressed(pan.image.size, tone, CX * 2 - pan.left, lower * 2 - pan.top))
    canvas.soft((CX - 190, lower - 205, CX + 40, lower - 30), WHITE, 0.12, 50, pan)


def eyeshadow(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    """A small square case: four pans, or one large pan when it is a single shade."""
    left, right, top, middle, bottom = CX - 270, CX + 270, 110.0, 626.0, 1160.0
    shell = finish.dark
    canvas.fade(canvas.rounded((CX - 120, 606, CX + 120, 662), 8), _chrome(finish.trim), across=True)
    for upper, lower in ((top, middle), (middle + 16, bottom)):
        canvas.fade(
            canvas.rounded((left, upper, right, lower), 46),
            [(0, lit(shell, 0.36)), (0.04, lit(shell, 0.12)), (1, deep(shell, 0.2))],
        )
        canvas.fade(
            canvas.rounded((left + 8, upper + 8, right - 8, lower - 8), 40),
            [(0, lit(shell, 0.16)), (1, lit(shell, 0.05))],
        )
    mirror = canvas.rounded((left + 38, top + 38, right - 38, middle - 38), 26)
    canvas.fade(mirror, [(0, (234, 239, 243)), (0.5, mix(finish.tint, (198, 206, 214), 0.55)), (1, (238, 241, 244))])
    for shift, width, strength in ((-150, 110, 0.40), (20, 40, 0.30)):
        _glare(canvas, mirror, CX + shift, (top + middle) / 2, width, 240, strength)
    if colour:
        pans = [((left + 60, middle + 76, right - 60, bottom - 60), colour)]
    else:
        tones: list[RGB] = [(244, 222, 206), (196, 150, 132), (150, 96, 98), (84, 58, 66)]
        step, edge, start = 200, left + 60, middle + 76
        pans = [
            (
                (
                    edge + 220 * (n % 2),
                    start + 208 * (n // 2),
                    edge + 220 * (n % 2) + step,
                    start + 208 * (n // 2) + 190,
                ),
                tone,
            )
            for n, tone in enumerate(tones)
        ]
    for box, tone in pans:
        canvas.fade(
            canvas.rounded((box[0] - 7, box[1] - 7, box[2] + 7, box[3] + 7), 22), _chrome(finish.trim), across=True
        )
        pan = canvas.rounded(box, 16)
        centre = ((box[0] + box[2]) - pan.left, (box[1] + box[3]) - pan.top)
        canvas.texture(pan, pressed(pan.image.size, tone, *centre))
        canvas.soft((box[0], box[1] - 40, (box[0] + box[2]) / 2, box[1] + 90), WHITE, 0.12, 36, pan)


def pencil(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or (72, 46, 42)
    _pencil(canvas, finish, 560, 96, tone, capped=False)
    _pencil(canvas, finish, 716, 190, tone, capped=True)
    canvas.rotate(-24)


def _pencil(canvas: Canvas, finish: Finish, cx: float, top: float, tone: RGB, *, capped: bool) -> None:
    half, body_top, end = 33.0, top + 190, top + 960
    if capped:
        canvas.turned(
            cx,
            [*shoulder(top, 20, top + 20, half + 3), (body_top + 110, half + 4)],
            satin(finish.dark),
            tilt=0.1,
            falloff=0,
        )
        body_top += 96
    else:
        wood = strip([(0, (150, 108, 74)), (0.25, (238, 206, 166)), (0.6, (220, 180, 136)), (1, (142, 100, 66))])
        canvas.turned(cx, [(top + 84, 14), (body_top + 4, half)], wood, tilt=0, falloff=0)
        canvas.turned(cx, [*shoulder(top, 2, top + 16, 6), (top + 96, 16)], satin(tone), tilt=0.1, falloff=0)
    canvas.turned(cx, [(body_top, half), (end - 120, half)], lacquer(finish.dark), tilt=0.12, falloff=0)
    canvas.turned(cx, [(end - 124, half), (end - 104, half)], finish.metal, tilt=0.12, falloff=0)
    canvas.turned(cx, [(end - 104, half), *foot(end - 16, half, end, half - 12)], satin(tone), tilt=0.12, falloff=0)
    emblem(canvas, cx, (body_top + end) / 2 - 60, 17, lit(finish.trim, 0.4))


def brushes(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    handle = colour or mix(finish.dark, finish.accent, 0.25)
    hair = (104, 72, 62)
    whole = (
        (300, 62, 232, 210.0),
        (452, 40, 200, 150.0),
        (584, 30, 176, 205.0),
        (702, 26, 150, 150.0),
        (816, 20, 128, 205.0),
        (918, 14, 100, 160.0),
    )
    for index, (cx, half, length, top) in enumerate(whole):
        _brush(canvas, finish, cx, half, length, top, handle, hair, seed=index)


def _brush(
    canvas: Canvas, finish: Finish, cx: float, half: float, length: float, top: float, handle: RGB, hair: RGB, seed: int
) -> None:
    tip, neck = top + length, half * 0.56
    outline = [*shoulder(top, 3, top + length * 0.5, half), *waist(top + length * 0.5, half, tip + 4, neck + 2)]
    band = strip(
        [(0, deep(hair, 0.45)), (0.25, lit(hair, 0.16)), (0.4, lit(hair, 0.30)), (0.65, hair), (1, deep(hair, 0.5))]
    )
    head = canvas.turned(cx, outline, band, tilt=0.02, falloff=0)
    random = Random(seed)
    hairs = Canvas()
    for _ in range(int(half * 3.2)):
        lean = random.uniform(-1, 1)
        start, end = (
            (cx + lean * neck, tip),
            (cx + lean * half * 0.98, top + length * 0.42 * abs(lean) ** 2 + random.uniform(0, 18)),
        )
        tone = random.choice((lit(hair, 0.28), lit(hair, 0.10), deep(hair, 0.35)))
        hairs.fill(
            hairs.polygon(
                [(start[0] - 0.5, start[1]), (end[0] - 0.6, end[1]), (end[0] + 0.6, end[1]), (start[0] + 0.5, start[1])]
            ),
            tone,
            0.5,
        )
    canvas.polygon([(cx - half - 4, top - 6), (cx + half + 4, top - 6), (cx + half + 4, tip), (cx - half - 4, tip)])
    hairs.image = Image.composite(hairs.image, Image.new("RGBA", hairs.image.size), _window(head, hairs.image.size))
    canvas.lay(hairs)
    canvas.soft((cx - half, top - 30, cx + half, top + length * 0.35), lit(hair, 0.75), 0.5, half * 0.4, head)
    metal_end = tip + 96 + half
    canvas.turned(
        cx, [(tip - 6, neck + 3), *waist(tip, neck + 3, metal_end, neck * 0.62 + 5)], finish.metal, tilt=0.1, falloff=0
    )
    for y in (metal_end - 22, metal_end - 12):
        canvas.fill(
            canvas.rounded((cx - neck * 0.62 - 6, y, cx + neck * 0.62 + 6, y + 2.4), 1), deep(finish.trim, 0.5), 0.6
        )
    grip = neck * 0.62 + 5
    canvas.turned(
        cx,
        [
            (metal_end, grip),
            *waist(metal_end, grip, metal_end + 150, grip + 4),
            *waist(metal_end + 150, grip + 4, 1070, 7),
            *foot(1070, 7, 1084, 2),
        ],
        lacquer(handle),
        tilt=0.1,
        falloff=0,
    )


def gift_set(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    wrap = colour or mix(PEARL, finish.tint, 0.55)
    behind = Canvas()
    tube(behind, finish, None)
    _shrunk(canvas, behind, 0.80, 812)
    behind = Canvas()
    jar(behind, finish, None)
    left, right, top = 300.0, 800.0, 560.0
    box = canvas.polygon([(left, top), (right, top), (right, TABLE), (left, TABLE)])
    canvas.fade(box, [(0, lit(wrap, 0.25)), (0.5, wrap), (1, deep(wrap, 0.14))])
    canvas.fade(
        canvas.polygon([(right - 60, top), (right, top), (right, TABLE), (right - 60, TABLE)]),
        [(0, deep(wrap, 0.10)), (1, deep(wrap, 0.22))],
    )
    lid = canvas.rounded((left - 14, top - 80, right + 14, top + 40), 6)
    canvas.soft((left, top + 28, right, top + 62), deep(wrap, 0.8), 0.4, 8, box)
    canvas.fade(lid, [(0, lit(wrap, 0.6)), (0.08, lit(wrap, 0.32)), (1, deep(wrap, 0.05))])
    middle = (left + right) / 2
    satin_band = [
        (0.0, deep(finish.accent, 0.2)),
        (0.3, lit(finish.accent, 0.4)),
        (0.6, finish.accent),
        (1.0, deep(finish.accent, 0.3)),
    ]
    canvas.fade(
        canvas.polygon([(middle - 34, top - 80), (middle + 34, top - 80), (middle + 34, TABLE), (middle - 34, TABLE)]),
        satin_band,
        across=True,
    )
    canvas.soft((middle - 34, top + 36, middle + 34, top + 56), deep(finish.accent, 0.8), 0.4, 5, box)
    _bow(canvas, middle, top - 84, finish.accent)
    _shrunk(canvas, behind, 0.56, 872)


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
    canvas.image.alpha_composite(part, (round(cx * 2 - part.width / 2), round(box[3] - part.height)))


def _rim(canvas: Canvas, finish: Finish, cy: float, radius: float) -> None:
    shell = finish.dark if finish.body == PEARL else deep(finish.body, 0.1)
    canvas.fade(_disc(canvas, cy, radius), [(0, lit(shell, 0.5)), (0.3, lit(shell, 0.15)), (1, deep(shell, 0.35))])
    canvas.fade(_disc(canvas, cy, radius - 7), [(0, deep(shell, 0.1)), (1, lit(shell, 0.16))])
    ring(canvas, (CX - radius + 20, cy - radius + 20, CX + radius - 20, cy + radius - 20), 7, finish.trim)
    ring(canvas, (CX - radius + 21, cy - radius + 21, CX + radius - 21, cy + radius - 21), 2, lit(finish.trim, 0.6))


def _disc(canvas: Canvas, cy: float, radius: float) -> Mask:
    return canvas.ellipse((CX - radius, cy - radius, CX + radius, cy + radius))


def _glare(canvas: Canvas, clip: Mask, cx: float, cy: float, width: float, reach: float, strength: float) -> None:
    """A slanting stripe of light on a mirror."""
    slope = reach * 0.55
    stripe = canvas.polygon(
        [
            (cx + slope, cy - reach),
            (cx + slope + width, cy - reach),
            (cx - slope + width, cy + reach),
            (cx - slope, cy + reach),
        ]
    )
    window = Image.new("L", stripe.image.size, 0)
    window.paste(clip.image, (clip.left - stripe.left, clip.top - stripe.top))
    both = Image.composite(stripe.image, Image.new("L", stripe.image.size, 0), window)
    canvas.fill(Mask(both, stripe.left, stripe.top), WHITE, strength)


def _window(mask: Mask, size: tuple[int, int]) -> Image.Image:
    window = Image.new("L", size, 0)
    window.paste(mask.image, (mask.left, mask.top))
    return window


def _chrome(tone: RGB) -> list[tuple[float, RGB]]:
    return [(0.0, deep(tone, 0.4)), (0.2, lit(tone, 0.7)), (0.45, tone), (0.7, lit(tone, 0.5)), (1.0, deep(tone, 0.4))]
