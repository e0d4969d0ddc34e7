"""Portraits of consultants who gave no photograph: friendly, flat, nobody's likeness."""

from __future__ import annotations

from random import Random

from PIL import Image

from bot.adapters.pictures import hair
from bot.adapters.pictures.canvas import Point, ramp
from bot.adapters.pictures.colour import RGB, WHITE, deep, lightness, lit, mix
from bot.adapters.pictures.sketch import SIDE, Sketch
from bot.adapters.pictures.studio import jpeg

HEAD: Point = (320, 292)

_SKINS: tuple[RGB, ...] = (
    (250, 222, 202), (244, 208, 182), (238, 196, 166), (226, 178, 144), (204, 152, 116), (168, 116, 84), (124, 82, 60),
)  # fmt: skip
_HAIRS: tuple[RGB, ...] = (
    (44, 34, 36), (70, 46, 38), (104, 66, 46), (142, 92, 58), (186, 138, 84), (214, 176, 116), (150, 66, 42),
    (158, 150, 150),
)  # fmt: skip
_GROUNDS: tuple[RGB, ...] = (
    (240, 198, 204), (200, 218, 232), (206, 224, 208), (240, 218, 184), (216, 206, 232), (238, 204, 182),
    (190, 218, 216), (232, 212, 220),
)  # fmt: skip
_CLOTHES: tuple[RGB, ...] = (
    (196, 84, 104), (64, 84, 120), (92, 130, 112), (232, 228, 222), (54, 52, 62), (150, 108, 150), (206, 146, 92),
    (120, 156, 180),
)  # fmt: skip

# The right half of the face, from the crown to the chin.
_FACE: list[Point] = [(0, -104), (48, -92), (76, -48), (79, 8), (70, 56), (46, 94), (18, 111), (0, 113)]


def draw_portrait(number: str, kind: str | None = None) -> bytes:
    """A square JPEG of 640 pixels, the same for the same `number` and `kind`.

    `kind` is "f" or "m"; without it the portrait could be of either.
    """
    # Kinds differ in hair and trimmings only: skin, ground and clothes stay when a kind becomes known.
    random = Random(f"portrait {number}")
    ground, skin = random.choice(_GROUNDS), random.choice(_SKINS)
    # Hair stands out from the skin: the darker the skin, the fewer and darker the choices.
    tone = random.choice(_HAIRS[: 2 if lightness(skin) < 0.52 else 4 if lightness(skin) < 0.70 else len(_HAIRS)])
    cloth = random.choice([each for each in _CLOTHES if abs(lightness(each) - lightness(ground)) > 0.08])
    cut = random.randrange(4)
    glasses, jewels, beard = random.random() < 0.26, random.random() < 0.6, random.random() < 0.45
    smile = random.random() < 0.6
    styles = {"f": hair.LONG, "m": hair.SHORT, None: hair.EITHER}[kind]
    style = random.choice(styles)

    sketch = Sketch(_ground(ground), HEAD)
    sketch.oval(0, 36, 252, 252, mix(ground, WHITE, 0.38))
    style.back(sketch, tone)
    _shoulders(sketch, skin, cloth, cut)
    _head(sketch, skin)
    if kind == "m" and beard:
        _beard(sketch, tone, skin)
    _features(sketch, skin, tone, smile=smile, made_up=kind == "f")
    style.front(sketch, tone)
    if glasses:
        _glasses(sketch, deep(tone, 0.5))
    if jewels and kind == "f":
        for x in (-80, 80):
            sketch.oval(x, 46, 5.5, 5.5, (226, 184, 112))
    return jpeg(sketch.finished())


def _ground(colour: RGB) -> Image.Image:
    return ramp((SIDE, SIDE), [(0, lit(colour, 0.12)), (1, mix(colour, deep(colour, 0.5), 0.10))])


def _shoulders(sketch: Sketch, skin: RGB, cloth: RGB, cut: int) -> None:
    """Neck and clothes: a round neckline, a roll neck, a shirt's collar, or a jacket."""
    body: list[Point] = [(0, 168), (44, 164), (92, 186), (156, 214), (196, 262), (214, 360), (210, 420), (0, 430)]
    under = deep(skin, 0.30)
    inside = cloth
    if cut == 3:
        inside = lit(cloth, 0.82) if lightness(cloth) < 0.7 else deep(cloth, 0.35)
    sketch.mirrored(body, cloth)
    outline = [*body, *((-x, y) for x, y in reversed(body))]
    sketch.shade([(-196, 250), (-120, 216), (-150, 300), (-150, 420), (-230, 420)], deep(cloth, 0.7), 0.22, 10, outline)
    sketch.shade([(60, 200), (150, 222), (186, 270), (120, 240)], lit(cloth, 0.6), 0.25, 8, outline)
    neck: list[Point] = [(-38, 60), (38, 60), (38, 140), (48, 172), (0, 212), (-48, 172), (-38, 140)]
    sketch.shape(neck, skin)
    sketch.shade([(-44, 84), (44, 84), (40, 128), (0, 150), (-40, 128)], under, 0.75, 3, neck)
    if cut == 0:
        sketch.line([(-52, 168), (-34, 198), (0, 212), (34, 198), (52, 168)], deep(cloth, 0.22), 7)
    elif cut == 1:
        sketch.shape([(-45, 130), (0, 141), (45, 130), (52, 172), (56, 206), (0, 226), (-56, 206), (-52, 172)], cloth)
        sketch.line([(-46, 136), (0, 147), (46, 136)], deep(cloth, 0.28), 3)
        sketch.line([(-53, 178), (0, 199), (53, 178)], deep(cloth, 0.28), 3)
    elif cut == 2:
        pale = lit(cloth, 0.18)
        for side in (-1, 1):
            flap = [(side * 44, 146), (side * 66, 176), (side * 34, 232), (side * 2, 208)]
            sketch.shape(flap, pale, sharp=True)
            sketch.shape([(side * 66, 176), (side * 34, 232), (side * 36, 240), (side * 72, 180)],
                         deep(cloth, 0.3), sharp=True)  # fmt: skip
        sketch.line([(0, 212), (0, 350)], deep(cloth, 0.25), 2.5)
        for y in (250, 300):
            sketch.oval(0, y, 4.5, 4.5, lit(cloth, 0.6))
    else:
        shirt = [(-60, 156), (-46, 172), (-24, 196), (0, 204), (24, 196), (46, 172), (60, 156), (40, 260), (0, 420),
                 (-40, 260)]  # fmt: skip
        sketch.shape(shirt, inside, sharp=True)
        sketch.line(shirt[1:6], deep(inside, 0.16), 4)
        for side in (-1, 1):
            lapel = [(side * 50, 160), (side * 92, 182), (side * 76, 240), (side * 92, 252), (side * 8, 400),
                     (side * 30, 280)]  # fmt: skip
            sketch.shape(lapel, deep(cloth, 0.14), sharp=True)


def _head(sketch: Sketch, skin: RGB) -> None:
    for side in (-1, 1):
        sketch.oval(side * 79, 16, 14, 21, skin)
        sketch.oval(side * 80, 17, 7, 12, mix(skin, deep(skin, 0.5), 0.28))
    sketch.mirrored(_FACE, skin)
    outline = [*_FACE, *((-x, y) for x, y in reversed(_FACE))]
    sketch.shade([(-80, -60), (-60, 40), (-24, 108), (-90, 110), (-110, 0)], deep(skin, 0.35), 0.20, 10, outline)
    for side in (-1, 1):
        cheek = [(side * 30, 46), (side * 46, 34), (side * 62, 44), (side * 46, 58)]
        sketch.shade(cheek, mix(skin, (226, 92, 88), 0.55), 0.42, 6, outline)


def _features(sketch: Sketch, skin: RGB, tone: RGB, *, smile: bool, made_up: bool) -> None:
    ink = (48, 34, 36)
    brow = deep(tone, 0.25) if lightness(tone) < 0.62 else deep(tone, 0.45)
    for side in (-1, 1):
        sketch.line([(side * 17, -23), (side * 34, -31), (side * 53, -23)], brow, 5.5)
        sketch.oval(side * 35, 4, 8.2, 10.2, ink)
        sketch.oval(side * 35 + 3, 0.5, 2.7, 3.1, WHITE)
        lid = [(side * 22, -1), (side * 33, -9), (side * 47, -3)]
        sketch.line([*lid, (side * 53, -8)] if made_up else lid, ink, 3.4 if made_up else 2.6)
    sketch.line([(2, 14), (9, 34), (0, 39), (-6, 36)], mix(skin, deep(skin, 0.6), 0.42), 3.4)
    lips = mix(skin, (188, 52, 72), 0.74) if made_up else mix(deep(skin, 0.25), (176, 74, 72), 0.5)
    if smile:
        mouth: list[Point] = [(-28, 60), (-14, 63), (0, 64), (14, 63), (28, 60), (18, 77), (0, 84), (-18, 77)]
        sketch.shape(mouth, lips)
        sketch.shape([(-22, 63.5), (0, 67), (22, 63.5), (13, 72), (0, 74.5), (-13, 72)], (255, 252, 248))
    else:
        sketch.shape([(-24, 64), (-8, 62), (0, 64), (8, 62), (24, 64), (12, 74), (0, 77), (-12, 74)], lips)
        sketch.line([(-26, 62), (-12, 68), (0, 69), (12, 68), (26, 62)], deep(lips, 0.42), 2.8)


def _beard(sketch: Sketch, tone: RGB, skin: RGB) -> None:
    colour = mix(tone, skin, 0.18)
    sketch.mirrored(
        [(0, 48), (24, 50), (38, 60), (56, 44), (78, 2), (74, 60), (50, 100), (20, 120), (0, 122)],
        colour,
    )


def _glasses(sketch: Sketch, colour: RGB) -> None:
    for side in (-1, 1):
        sketch.ring(side * 36, 4, 27, 25, colour, 4)
        sketch.line([(side * 62, 0), (side * 80, -4)], colour, 4)
    sketch.line([(-10, 0), (0, -4), (10, 0)], colour, 4)
