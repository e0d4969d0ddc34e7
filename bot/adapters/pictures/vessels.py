"""What holds care: bottles with a dropper or a pump, lotion bottles, tubes, jars, foundation in glass, perfume."""

from __future__ import annotations

from bot.adapters.pictures.canvas import Canvas, Profile, foot, shoulder, waist
from bot.adapters.pictures.colour import RGB, WHITE, deep, glass, lacquer, lightness, liquid, lit, mix, satin
from bot.adapters.pictures.finish import PEARL, Finish, label
from bot.adapters.pictures.studio import TABLE

CX = 640.0


def dropper(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or mix(finish.accent, finish.trim, 0.25)
    inside = mix(lit(tone, 0.30), finish.trim, 0.12)
    body = [*shoulder(560, 62, 640, 168), *foot(955, 168, TABLE - 8, 150)]
    fluid = [(612.0, 122.0), (650.0, 150.0), *foot(950, 152, 982, 134)]
    canvas.turned(CX, fluid, liquid(inside), falloff=0.22)
    canvas.fill(canvas.ellipse((CX - 122, 606, CX + 122, 620)), lit(inside, 0.35), 0.8)
    canvas.turned(CX, [(420, 7), (900, 6), (925, 3)], glass(WHITE, 70), falloff=0)
    canvas.turned(CX, body, glass(lit(tone, 0.5), 46), falloff=0.10)
    canvas.soft((CX - 120, 940, CX + 120, 985), WHITE, 0.35, 14)
    _shade_under(canvas, 556, 64)
    canvas.turned(CX, [(430, 66), (562, 66)], finish.metal, falloff=0.05)
    for y in (448, 546):
        _groove(canvas, y, 66, finish.trim)
    rubber = mix(finish.dark, finish.body, 0.0 if lightness(finish.body) > 0.8 else 0.25)
    bulb = [*shoulder(206, 6, 250, 42), (300, 43), *waist(300, 43, 400, 37), *waist(400, 37, 432, 54)]
    canvas.turned(CX, bulb, satin(rubber), falloff=0.1)
    label(canvas, CX, 752, 74, lit(PEARL, 0.2) if lightness(inside) < 0.72 else deep(finish.trim, 0.35))


def pump(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    base = mix(finish.body, colour, 0.5) if colour else finish.body
    body = [*shoulder(455, 78, 512, 166), *foot(968, 166, TABLE - 9, 154)]
    canvas.turned(CX, body, satin(base))
    _shade_under(canvas, 456, 84)
    canvas.fade(canvas.rounded((CX - 166, 900, CX + 166, 904), 1), [(0, finish.trim), (1, deep(finish.trim, 0.2))])
    _pump_head(canvas, finish, 458, 84)
    label(canvas, CX, 640, 80, finish.print)


def foundation(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or (222, 176, 142)
    canvas.turned(CX, [*shoulder(520, 84, 560, 140), *foot(948, 140, 978, 128)], liquid(tone), falloff=0.10)
    canvas.turned(
        CX, [*shoulder(500, 80, 545, 164), *foot(968, 164, TABLE - 8, 156)], glass(lit(tone, 0.7), 10), falloff=0.06
    )
    canvas.soft((CX - 120, 982, CX + 120, 1000), WHITE, 0.5, 6)
    _shade_under(canvas, 500, 84)
    canvas.turned(CX, [*shoulder(214, 70, 226, 86), (503, 86)], lacquer(finish.dark), falloff=0.1)
    canvas.fade(canvas.ellipse((CX - 72, 209, CX + 72, 219)), [(0, lit(finish.dark, 0.35)), (1, lit(finish.dark, 0.1))])
    canvas.turned(CX, [(470, 87), (506, 87)], finish.metal, falloff=0)
    label(canvas, CX, 712, 70, PEARL if lightness(tone) < 0.62 else deep(tone, 0.62))


def bottle(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    base = colour or finish.body
    body = [
        *shoulder(400, 92, 500, 172, 24),
        *waist(500, 172, 760, 164),
        *waist(760, 164, 940, 174),
        *foot(955, 174, TABLE - 9, 158),
    ]
    canvas.turned(CX, body, satin(base))
    _shade_under(canvas, 402, 96)
    cap = mix(finish.accent, WHITE, 0.1) if lightness(base) > 0.75 else lit(finish.body, 0.75)
    canvas.turned(CX, [*shoulder(252, 84, 268, 98), (404, 98)], lacquer(cap), falloff=0.12)
    canvas.fade(canvas.ellipse((CX - 86, 246, CX + 86, 258)), [(0, lit(cap, 0.5)), (1, lit(cap, 0.2))])
    _groove(canvas, 330, 98, cap)
    canvas.turned(CX, [(392, 99), (408, 99)], finish.metal, falloff=0)
    label(canvas, CX, 640, 84, finish.print)


def tube(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    base = colour or finish.body
    # A tube is flat and wide at its seam above and round at its cap below.
    body: Profile = [(236, 178), (262, 178), *waist(262, 177, 872, 138, 30)]
    canvas.turned(CX, body, satin(base), tilt=0.0, falloff=0.10)
    seam = canvas.polygon([(CX - 179, 222), (CX + 179, 222), (CX + 178, 266), (CX - 178, 266)])
    canvas.fade(seam, [(0, lit(base, 0.35)), (0.5, deep(base, 0.06)), (1, deep(base, 0.18))])
    for x in range(-172, 176, 8):
        canvas.fill(
            canvas.polygon([(CX + x, 228), (CX + x + 2, 228), (CX + x + 2, 260), (CX + x, 260)]), deep(base, 0.4), 0.35
        )
    canvas.soft((CX - 20, 280, CX + 14, 700), WHITE, 0.22, 16)
    canvas.turned(CX, [(866, 139), (884, 137)], finish.metal, tilt=0.03, falloff=0)
    cap = finish.accent if lightness(base) > 0.7 else PEARL
    canvas.turned(CX, [(884, 128), *foot(980, 124, TABLE - 6, 116)], lacquer(cap), tilt=0.04)
    label(canvas, CX, 470, 84, finish.print)


def jar(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    base = colour or finish.body
    canvas.turned(
        CX, [*shoulder(700, 236, 716, 256), *foot(940, 256, TABLE - 20, 226)], glass(lit(base, 0.55), 120), tilt=0.085
    )
    inner = [(716, 216), *foot(910, 214, 950, 188)]
    canvas.turned(CX, inner, satin(base), tilt=0.085, falloff=0.12)
    outer = [*shoulder(700, 236, 716, 256), *foot(940, 256, TABLE - 20, 226)]
    canvas.turned(CX, outer, glass(WHITE, 16), tilt=0.085, falloff=0.04)
    canvas.soft((CX - 170, 968, CX + 170, 1000), WHITE, 0.4, 8)
    _shade_under(canvas, 702, 240, 0.085)
    lid = [*shoulder(548, 246, 562, 262), *foot(686, 262, 700, 258)]
    canvas.turned(CX, lid, finish.metal, tilt=0.085, falloff=0.1)
    canvas.fade(
        canvas.ellipse((CX - 250, 527, CX + 250, 571)),
        [
            (0, deep(finish.trim, 0.10)),
            (0.35, lit(finish.trim, 0.75)),
            (0.7, lit(finish.trim, 0.3)),
            (1, deep(finish.trim, 0.2)),
        ],
        across=True,
    )
    canvas.fade(
        canvas.ellipse((CX - 236, 530, CX + 236, 568)),
        [(0, lit(finish.trim, 0.2)), (0.4, lit(finish.trim, 0.6)), (1, lit(finish.trim, 0.05))],
        across=True,
    )
    label(canvas, CX, 800, 70, finish.print if lightness(base) > 0.6 else PEARL)


def perfume(canvas: Canvas, finish: Finish, colour: RGB | None) -> None:
    tone = colour or mix(finish.accent, finish.tint, 0.35)
    juice = lit(tone, 0.34)
    left, right, top, bottom = CX - 205, CX + 205, 520, TABLE
    shell = canvas.rounded((left, top, right, bottom), 44)
    canvas.fill(shell, deep(tone, 0.25))
    face = canvas.rounded((left + 3, top + 3, right - 3, bottom - 3), 41)
    canvas.fade(
        face,
        [
            (0, lit(tone, 0.55)),
            (0.06, lit(tone, 0.88)),
            (0.14, lit(tone, 0.62)),
            (0.5, lit(tone, 0.66)),
            (1, lit(tone, 0.72)),
        ],
    )
    for edge, colours in ((left, (deep(tone, 0.20), lit(tone, 0.9))), (right - 26, (lit(tone, 0.9), deep(tone, 0.24)))):
        canvas.fade(
            canvas.rounded((edge, top + 36, edge + 26, bottom - 30), 10),
            [(0, colours[0]), (1, colours[1])],
            across=True,
        )
    chamber = canvas.rounded((left + 34, top + 62, right - 34, bottom - 46), 30)
    canvas.fade(
        chamber, [(0, lit(juice, 0.35)), (0.10, juice), (0.62, mix(juice, tone, 0.35)), (1, mix(juice, tone, 0.85))]
    )
    canvas.soft((left + 90, bottom - 190, right - 90, bottom - 70), lit(tone, 0.6), 0.75, 34, chamber)
    canvas.fill(canvas.rounded((left + 36, top + 62, right - 36, top + 70), 4), WHITE, 0.55)
    canvas.turned(CX, [(top + 6, 5), (bottom - 80, 4)], glass(WHITE, 60), tilt=0, falloff=0)
    canvas.fade(
        canvas.rounded((left + 30, bottom - 40, right - 30, bottom - 10), 12), [(0, WHITE), (1, lit(tone, 0.6))]
    )
    shine = canvas.polygon(
        [(left + 52, top + 84), (left + 120, top + 84), (left + 84, bottom - 64), (left + 52, bottom - 64)]
    )
    canvas.fill(shine, WHITE, 0.26)
    canvas.fill(canvas.rounded((right - 62, top + 92, right - 52, bottom - 92), 5), WHITE, 0.45)
    canvas.turned(CX, [(468, 62), (526, 62)], finish.metal, tilt=0.04, falloff=0.05)
    _groove(canvas, 500, 62, finish.trim)
    canvas.turned(
        CX,
        [*shoulder(264, 84, 284, 104), *foot(452, 104, 472, 92)],
        lacquer(mix(finish.dark, finish.accent, 0.35)),
        tilt=0.04,
    )
    canvas.fade(
        canvas.ellipse((CX - 88, 258, CX + 88, 270)),
        [(0, lit(finish.dark, 0.2)), (0.4, lit(finish.dark, 0.55)), (1, lit(finish.dark, 0.15))],
        across=True,
    )
    label(canvas, CX, 720, 84, lit(finish.trim, 0.7) if lightness(tone) < 0.7 else deep(finish.trim, 0.3))


def _pump_head(canvas: Canvas, finish: Finish, base: float, radius: float) -> None:
    canvas.turned(CX, [(base - 118, 18), (base - 60, 18)], lacquer(PEARL), falloff=0)
    canvas.turned(
        CX, [*shoulder(base - 66, radius * 0.7, base - 56, radius), (base, radius)], finish.metal, falloff=0.05
    )
    nozzle = canvas.polygon(
        [(CX - 34, base - 192), (CX - 170, base - 184), (CX - 186, base - 170), (CX - 186, base - 152),
         (CX - 168, base - 152), (CX - 160, base - 160), (CX - 30, base - 142)]
    )  # fmt: skip
    canvas.fade(nozzle, [(0, lit(finish.trim, 0.75)), (0.45, lit(finish.trim, 0.1)), (1, deep(finish.trim, 0.4))])
    canvas.turned(
        CX,
        [*shoulder(base - 204, 30, base - 192, 50), *foot(base - 130, 50, base - 112, 36)],
        finish.metal,
        falloff=0.08,
    )
    canvas.fade(
        canvas.ellipse((CX - 34, base - 208, CX + 34, base - 201)),
        [(0, lit(finish.trim, 0.8)), (1, lit(finish.trim, 0.3))],
    )


def _shade_under(canvas: Canvas, y: float, radius: float, tilt: float = 0.05) -> None:
    """The shadow a cap throws on the shoulder below it."""
    canvas.soft((CX - radius, y - radius * tilt, CX + radius, y + radius * tilt + 16), (30, 22, 26), 0.34, 7)


def _groove(canvas: Canvas, y: float, radius: float, tone: RGB, cx: float = CX) -> None:
    """A fine turned line around a cap, bent like the rim."""
    for shift, colour, strength in ((0.0, deep(tone, 0.6), 0.55), (2.2, lit(tone, 0.8), 0.45)):
        points = []
        for step in range(-16, 17):
            x = step / 16
            points.append((cx + radius * x, y + shift + radius * 0.05 * (1 - x * x) ** 0.5))
        points += [(px, py + 2) for px, py in reversed(points)]
        canvas.fill(canvas.polygon(points), colour, strength)
