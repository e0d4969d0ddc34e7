"""What is laid out and seen from above: compacts, eyeshadow, pencils, brushes."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageChops, ImageDraw

from bot.adapters.pictures.canvas import Canvas, Mask, foot, shoulder, waist
from bot.adapters.pictures.colour import RGB, WHITE, deep, lacquer, lit, mix, satin, strip
from bot.adapters.pictures.finish import PEARL, Finish, emblem, ring
from bot.adapters.pictures.relief import pressed
from bot.adapters.pictures.studio import TABLE

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
    canvas.texture(pan, pressed(pan.image.size, tone, CX * canvas.scale - pan.left, lower * canvas.scale - pan.top))
    canvas.soft((CX - 190, lower - 205, CX + 40, lower - 30), WHITE, 0.12, 50, pan)


def eyeshadow(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    """A small square case: four pans, or one large pan when it is a single shade."""
    left, right, top, middle, bottom = CX - 270, CX + 270, 110.0, 626.0, 1160.0
    shell = finish.dark
    canvas.fade(
        canvas.rounded((left + 30, middle - 30, right - 30, middle + 34), 10), [(0, shell), (1, deep(shell, 0.5))]
    )
    for upper, lower in ((top, middle), (middle + 4, bottom)):
        canvas.fade(
            canvas.rounded((left, upper, right, lower), 46),
            [(0, lit(shell, 0.36)), (0.04, lit(shell, 0.12)), (1, deep(shell, 0.2))],
        )
        canvas.fade(
            canvas.rounded((left + 8, upper + 8, right - 8, lower - 8), 40),
            [(0, lit(shell, 0.16)), (1, lit(shell, 0.05))],
        )
    for side in (left + 92, right - 92):
        canvas.fade(
            canvas.rounded((side - 48, middle - 11, side + 48, middle + 15), 9), _chrome(finish.trim), across=True
        )
        canvas.fill(canvas.rounded((side - 48, middle + 8, side + 48, middle + 15), 6), deep(finish.trim, 0.7), 0.28)
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
        centre = (
            (box[0] + box[2]) / 2 * canvas.scale - pan.left,
            (box[1] + box[3]) / 2 * canvas.scale - pan.top,
        )
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


def brushes_in_a_cup(canvas: Canvas, finish: Finish) -> None:
    """Brushes standing, heads up, in a cup on the table."""
    handle, hair = mix(finish.dark, finish.accent, 0.25), (104, 72, 62)
    bunch = (
        (556, 34, 170, 300.0),
        (724, 26, 150, 330.0),
        (640, 46, 190, 250.0),
        (586, 20, 128, 420.0),
        (696, 40, 170, 410.0),
        (612, 15, 110, 470.0),
    )
    for index, (cx, half, length, top) in enumerate(bunch):
        _brush(canvas, finish, cx, half, length, top, handle, hair, seed=index)
    # The handles end inside the cup.
    canvas.image.paste((0, 0, 0, 0), (0, 960 * canvas.scale, canvas.image.width, canvas.image.height))
    wall = [(738.0, 138.0), *waist(738, 138, 960, 128), *foot(968, 128, TABLE - 8, 116)]
    canvas.turned(CX, wall, satin(finish.body), tilt=0.08, falloff=0.16)
    canvas.turned(CX, [(738, 139), (752, 139)], finish.metal, tilt=0.08, falloff=0)
    canvas.turned(CX, [(946, 129.5), (958, 129)], finish.metal, tilt=0.08, falloff=0)
    emblem(canvas, CX, 862, 34, finish.print)


def _brush(
    canvas: Canvas, finish: Finish, cx: float, half: float, length: float, top: float, handle: RGB, hair: RGB, seed: int
) -> None:
    tip, neck = top + length, half * 0.56
    outline = [*shoulder(top, 3, top + length * 0.5, half), *waist(top + length * 0.5, half, tip + 4, neck + 2)]
    band = strip(
        [(0, deep(hair, 0.45)), (0.25, lit(hair, 0.16)), (0.4, lit(hair, 0.30)), (0.65, hair), (1, deep(hair, 0.5))]
    )
    head = canvas.turned(cx, outline, band, tilt=0.02, falloff=0)
    _hairs(canvas, head, cx, half, top, length, hair, Random(seed))
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


def _hairs(
    canvas: Canvas, head: Mask, cx: float, half: float, top: float, length: float, hair: RGB, random: Random
) -> None:
    """Single hairs over a brush's head, from the ferrule to the tip."""
    width, height = head.image.size
    fine = Image.new("RGBA", (width * 2, height * 2), (*hair, 0))
    pen = ImageDraw.Draw(fine)
    for _ in range(int(half * 3.2)):
        lean = random.uniform(-1, 1)
        start = (cx + lean * half * 0.56, top + length)
        end = (cx + lean * half * 0.98, top + length * 0.42 * abs(lean) ** 2 + random.uniform(0, 18))
        tone = random.choice((lit(hair, 0.28), lit(hair, 0.10), deep(hair, 0.35)))
        line = [((x * canvas.scale - head.left) * 2, (y * canvas.scale - head.top) * 2) for x, y in (start, end)]
        pen.line([xy for point in line for xy in point], fill=(*tone, 128), width=4)
    part = fine.reduce(2)
    part.putalpha(ImageChops.multiply(part.getchannel("A"), head.image))
    canvas.image.alpha_composite(part, (head.left, head.top))


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


def _chrome(tone: RGB) -> list[tuple[float, RGB]]:
    return [(0.0, deep(tone, 0.4)), (0.2, lit(tone, 0.7)), (0.45, tone), (0.7, lit(tone, 0.5)), (1.0, deep(tone, 0.4))]
