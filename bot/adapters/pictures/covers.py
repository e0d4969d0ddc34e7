"""Covers of the catalog and of its categories: still lifes of several products on a table and on pedestals."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from bot.adapters.pictures.canvas import SIZE, Canvas, foot, ramp, shoulder
from bot.adapters.pictures.colour import RGB, deep, lit, mix, parse, satin, tuned
from bot.adapters.pictures.finish import finish_of
from bot.adapters.pictures.flats import brushes_in_a_cup
from bot.adapters.pictures.forms import ProductForm
from bot.adapters.pictures.product import LYING, sheet_of
from bot.adapters.pictures.studio import TABLE, Placing, backdrop, jpeg, put, stand


@dataclass(frozen=True, slots=True)
class Thing:
    """A product of a still life: its axis, how much of its drawn size, how far it is lifted by a pedestal,
    whether it is in the back row. `color` and `tint` as in `draw_product`."""

    form: ProductForm
    x: float
    size: float
    color: str | None = None
    tint: str | None = None
    lift: float = 0.0
    back: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """`arch` is the axis and half the width of the arch on the wall."""

    tint: str
    things: tuple[Thing, ...]
    arch: tuple[float, float] = (640.0, 330.0)


F = ProductForm
BACK, FRONT = 1010.0, 1084.0  # where the two rows stand
LIFT = 150.0  # the height of a pedestal

CATALOG = Scene(
    "#F0D2D4",
    (
        Thing(F.PERFUME, 640, 0.74, lift=LIFT, back=True),
        Thing(F.PUMP, 292, 0.92, tint="#F4D8DC", back=True),
        Thing(F.FOUNDATION, 975, 0.84, "#D9A981", back=True),
        Thing(F.LIPSTICK, 486, 0.56, "#B8324C"),
        Thing(F.JAR, 812, 0.50, tint="#F0E0C4"),
        Thing(F.POLISH, 1108, 0.48, "#C42A5A"),
        Thing(F.COMPACT, 170, 0.34, "#E8A7A4"),
    ),
)
GENERAL = Scene(
    "#E6DED2",
    (
        Thing(F.BOTTLE, 640, 0.74, lift=LIFT, back=True),
        Thing(F.TUBE, 302, 0.92, back=True),
        Thing(F.DROPPER, 985, 0.88, back=True),
        Thing(F.JAR, 468, 0.54),
        Thing(F.LIPSTICK, 836, 0.54, "#B5524A"),
    ),
)
SCENES: dict[str, Scene] = {
    "skin-care": Scene(
        "#D9E4DC",
        (
            Thing(F.DROPPER, 640, 0.78, tint="#F0E0C4", lift=LIFT, back=True),
            Thing(F.PUMP, 292, 0.96, back=True),
            Thing(F.TUBE, 982, 0.92, tint="#F2E3C0", back=True),
            Thing(F.JAR, 456, 0.58),
            Thing(F.JAR, 822, 0.46, tint="#D6D3E6"),
        ),
    ),
    "face": Scene(
        "#EBD3C6",
        (
            Thing(F.FOUNDATION, 640, 0.76, "#D9A981", lift=LIFT, back=True),
            Thing(F.TUBE, 296, 0.90, "#E6BE98", back=True),
            Thing(F.FOUNDATION, 982, 0.90, "#8F5A3A", back=True),
            Thing(F.COMPACT, 464, 0.42, "#E3A596", tint="#F1CDD0"),
            Thing(F.JAR, 822, 0.50, "#F0DDB8"),
        ),
    ),
    "eyes": Scene(
        "#D5D0DE",
        (
            Thing(F.EYESHADOW, 640, 0.52, lift=LIFT, back=True),
            Thing(F.MASCARA, 290, 0.98, back=True),
            Thing(F.BOTTLE, 990, 0.88, back=True),
            Thing(F.JAR, 490, 0.42, "#B98A6A"),
            Thing(F.EYESHADOW, 806, 0.32, "#6C4E8F"),
        ),
    ),
    "lips": Scene(
        "#F0D2D4",
        (
            Thing(F.LIPSTICK, 640, 0.84, "#B8141F", lift=LIFT, back=True),
            Thing(F.GLOSS, 262, 0.96, "#DB5F86", back=True),
            Thing(F.GLOSS, 1010, 0.96, "#C2705C", tint="#DFC6CB", back=True),
            Thing(F.LIPSTICK, 462, 0.54, "#D0787C", tint="#E2CACB"),
            Thing(F.JAR, 812, 0.44, tint="#F1DDB4"),
        ),
    ),
    "nails": Scene(
        "#EAD0DC",
        (
            Thing(F.POLISH, 640, 0.78, "#C4142F", lift=LIFT, back=True),
            Thing(F.POLISH, 318, 0.92, "#EFA6BC", back=True),
            Thing(F.POLISH, 962, 0.92, "#5B1E48", tint="#DCD0E4", back=True),
            Thing(F.POLISH, 482, 0.58, "#7FB5D9"),
            Thing(F.POLISH, 798, 0.58, "#E97A5A", tint="#DCD0E4"),
            Thing(F.POLISH, 1124, 0.52, "#D8A94F"),
            Thing(F.POLISH, 156, 0.52, "#6D5AA8", tint="#DCD0E4"),
        ),
    ),
    "fragrance-and-body": Scene(
        "#E5DCCB",
        (
            Thing(F.PERFUME, 640, 0.78, tint="#EBCFA8", lift=LIFT, back=True),
            Thing(F.PUMP, 292, 0.94, back=True),
            Thing(F.BOTTLE, 992, 0.90, tint="#F5DFC0", back=True),
            Thing(F.PERFUME, 470, 0.46, tint="#CFE1E6"),
            Thing(F.JAR, 816, 0.48, tint="#DCC8B4"),
        ),
    ),
    "mens-care": Scene(
        "#C9D2DA",
        (
            Thing(F.PERFUME, 640, 0.76, "#34506B", tint="#BFC9C6", lift=LIFT, back=True),
            Thing(F.TUBE, 298, 0.94, "#3C4A58", back=True),
            Thing(F.BOTTLE, 990, 0.90, "#2F3D4C", back=True),
            Thing(F.JAR, 462, 0.48, "#46586A"),
            Thing(F.TUBE, 806, 0.46),
        ),
    ),
    "brushes-and-sets": Scene(
        "#EAD9D2",
        (
            Thing(F.GIFT_SET, 440, 1.0, "#C9808A", back=True),
            Thing(F.BRUSHES, 985, 0.94, tint="#F2D5CB", back=True),
            Thing(F.COMPACT, 806, 0.34, "#E3A596"),
            Thing(F.LIPSTICK, 1096, 0.46, "#B8324C"),
        ),
        arch=(600.0, 400.0),
    ),
}


def draw_catalog() -> bytes:
    """The catalog's cover: a square JPEG of 1280 pixels, always the same."""
    return jpeg(_scene(CATALOG))


def draw_category(slug: str) -> bytes:
    """A category's cover: a square JPEG of 1280 pixels. A slug that has none of its own gets the general one."""
    return jpeg(_scene(SCENES.get(slug, GENERAL)))


def _scene(scene: Scene) -> Image.Image:
    tint = parse(scene.tint)
    room = backdrop(tint, standing=True)
    _arch(room, tint, *scene.arch)
    for table, is_back in ((BACK, True), (FRONT, False)):
        row = Image.new("RGBA", (SIZE, SIZE), (0, 0, 0, 0))
        things = [thing for thing in scene.things if thing.back is is_back]
        for thing in things:
            if thing.lift:
                put(row, _pedestal(thing.x, thing.lift, tint), Placing(foot=table), standing=True)
        for thing in things:
            _put(row, thing, table, scene.tint)
        stand(room, row, tint)
    return room


def _put(row: Image.Image, thing: Thing, table: float, tint: str) -> None:
    # Nothing on a cover is shown larger than drawn, so the double sheet would be wasted.
    finish, shade = finish_of(thing.tint or tint), parse(thing.color) if thing.color else None
    if thing.form is ProductForm.BRUSHES:
        sheet = Canvas(1)
        brushes_in_a_cup(sheet, finish)
    else:
        sheet = sheet_of(thing.form, finish, shade, scale=1)
    # What was drawn lying is set up on its lower edge.
    box = sheet.image.getbbox() if thing.form in LYING else None
    drop = TABLE - box[3] if box else 0.0
    if thing.lift:
        row.alpha_composite(_contact(thing.x, table - thing.lift, thing.size))
    put(row, sheet, Placing(thing.x, thing.size, table - thing.lift + drop * thing.size), standing=True)


def _contact(x: float, y: float, size: float) -> Image.Image:
    """The shadow of a thing on its pedestal."""
    small = Image.new("L", (SIZE // 4, SIZE // 4), 0)
    half = 190 * size
    ImageDraw.Draw(small).ellipse([v / 4 for v in (x - half, y - 16, x + half + 22, y + 16)], fill=110)
    shadow = Image.new("RGBA", (SIZE, SIZE), (60, 40, 46, 0))
    shadow.putalpha(small.filter(ImageFilter.GaussianBlur(2.5)).resize((SIZE, SIZE), Image.Resampling.BICUBIC))
    return shadow


def _pedestal(x: float, height: float, tint: RGB) -> Canvas:
    """A round plinth of plaster in the room's colour."""
    canvas = Canvas(1)
    radius, top = 235.0, TABLE - height
    tone = mix(lit(tint, 0.35), tuned(tint, 0.16, 0.95), 0.5)
    flat = radius * 0.14
    canvas.turned(x, [(top - 4, radius), *foot(TABLE - 34, radius, TABLE - 28, radius - 3)], satin(tone), tilt=0.14)
    canvas.fade(
        canvas.ellipse((x - radius, top - 4 - flat, x + radius, top - 4 + flat)),
        [(0, lit(tone, 0.40)), (1, lit(tone, 0.72))],
    )
    return canvas


def _arch(room: Image.Image, tint: RGB, x: float, half: float) -> None:
    """A niche with a round top in the wall behind."""
    top, bottom = 104.0, BACK - 26
    outline = [*shoulder(top, 0.0, top + half, half, 40), (bottom, half)]
    points = [(x + r, y) for y, r in outline] + [(x - r, y) for y, r in reversed(outline)]
    fine = Image.new("L", (SIZE * 2, SIZE * 2), 0)
    ImageDraw.Draw(fine).polygon([(2 * px, 2 * py) for px, py in points], fill=255)
    mask = fine.reduce(2)
    wall = ramp(
        room.size, [(0, mix(tint, deep(tint, 0.5), 0.14)), (0.6, mix(tint, lit(tint, 0.5), 0.3)), (1, lit(tint, 0.4))]
    )
    room.paste(wall, (0, 0), mask)
    # Its left edge throws a shadow inwards.
    small = mask.reduce(8)
    moved = ImageChops.offset(small, 5, 4).filter(ImageFilter.GaussianBlur(4))
    inner = ImageChops.subtract(small, moved).resize(room.size, Image.Resampling.BICUBIC)
    inner = ImageChops.multiply(inner, mask).point([round(v * 0.22) for v in range(256)])
    room.paste(deep(tint, 0.7), (0, 0), inner)
