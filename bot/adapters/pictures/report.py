"""What became of an announcement, as a chart: where it came to, and what people did with it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from locales.translator import Translator, Translators

WIDTH, HEIGHT, DPI = 1280, 960, 195
LEAST = 8.0
"""As wide as a bar is at least: somebody is to be seen, and no more than there are."""
PAPER, INK, FAINT, TRACK = "#FFFDFC", "#2E2530", "#8A7F86", "#F3EAEC"
ROSE, PLUM, GOLD, SAGE, ASH, SAND = "#C2416F", "#7C3A6B", "#D79A4B", "#7FA08A", "#B9ADB2", "#E6D9D2"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures, as the picture's key holds them."""

    broadcast: str
    sent: int
    blocked: int
    failed: int
    skipped: int
    left: int
    pressed: int
    ordered: int
    stopped: int


def draw_report(language: str, figures: Sequence[str]) -> bytes:
    """A JPEG of 1280 x 960: a bar of who got it and who did not; below, of those who did, who did what."""
    tr = _translators().for_language("en" if language == "en" else "ru")
    report = Report(figures[0], *(int(each) for each in figures[1:]))
    return _jpeg(_figure(report, tr))


@cache
def _translators() -> Translators:
    return Translators()


def _figure(report: Report, tr: Translator) -> Any:
    from matplotlib.figure import Figure

    bold, plain = _fonts()
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(HEIGHT, 0)
    axes.axis("off")

    def say(x: float, y: float, words: str, size: float, colour: str = INK, font: Any = plain, **more: Any) -> None:
        letters = font.copy()
        letters.set_size(size)
        axes.text(x, y, words, color=colour, fontproperties=letters, **more)

    say(70, 92, tr.plain("report-title", id=report.broadcast), 21, font=bold, va="center")
    everybody = report.sent + report.blocked + report.failed + report.skipped + report.left
    say(70, 146, tr.plain("report-people", count=everybody), 12.5, FAINT, va="center")
    _outcome(axes, say, report, everybody, tr, bold)
    say(70, 500, tr.plain("report-what-they-did"), 14, font=bold, va="center")
    deeds = ((report.pressed, "pressed", ROSE), (report.ordered, "ordered", PLUM), (report.stopped, "stopped", ASH))
    most = max(1, report.sent)
    for number, (count, word, colour) in enumerate(deeds):
        _deed(axes, say, 590 + number * 118, count, report.sent, most, tr.plain(f"report-{word}"), colour, tr, bold)
    return figure


def _outcome(axes: Any, say: Any, report: Report, everybody: int, tr: Translator, bold: Any) -> None:
    """One bar of everybody, and under it what its colours are."""
    parts = [
        (report.sent, "report-delivered", ROSE),
        (report.blocked, "report-blocked", GOLD),
        (report.failed, "report-failed", INK),
        (report.skipped, "report-skipped", SAGE),
        (report.left, "report-left", SAND),
    ]
    shown = [part for part in parts if part[0] or part[1] == "report-delivered"]
    left, width, top, high = 70.0, WIDTH - 140.0, 200.0, 74.0
    _pill(axes, left, top, width, high, TRACK)
    at = left
    clip = _pill(axes, left, top, width, high, "none")
    for count, _, colour in shown:
        wide = width * count / max(1, everybody)
        # Somebody is always to be seen.
        wide = max(wide, 5.0) if count else 0.0
        _rectangle(axes, at, top, wide, high, colour, clip)
        at += wide
    column = width / len(shown)
    for number, (count, word, colour) in enumerate(shown):
        x = left + number * column
        _dot(axes, x + 9, 330, colour)
        say(x + 30, 331, tr.plain(word), 9.4, FAINT, va="center")
        say(x, 385, tr.plain("report-number", count=count), 19, font=bold, va="center")
        say(x, 428, _percent(count, everybody, tr), 11.5, FAINT, va="center")


def _deed(
    axes: Any, say: Any, y: float, count: int, of: int, most: int, word: str, colour: str, tr: Translator, bold: Any
) -> None:
    say(70, y - 24, word, 12.5, va="center")
    left, width, high = 70.0, WIDTH - 140.0 - 340.0, 34.0
    _pill(axes, left, y, width, high, TRACK)
    if count:
        _pill(axes, left, y, max(LEAST, width * count / most), high, colour)
    say(left + width + 36, y + 18, tr.plain("report-number", count=count), 18, font=bold, va="center")
    say(WIDTH - 70, y + 19, _percent(count, of, tr), 12.5, FAINT, va="center", ha="right")


def _percent(count: int, of: int, tr: Translator) -> str:
    share = 100 * count / of if of else 0.0
    return tr.plain("report-percent", share=round(share, 1) if 0 < share < 10 else round(share))


def _pill(axes: Any, x: float, y: float, wide: float, high: float, colour: str) -> Any:
    from matplotlib.patches import FancyBboxPatch

    half = high / 2
    style = f"round,pad=0,rounding_size={min(half, wide / 2)}"
    patch = FancyBboxPatch((x, y), wide, high, boxstyle=style, linewidth=0, facecolor=colour, edgecolor="none")
    axes.add_patch(patch)
    return patch


def _rectangle(axes: Any, x: float, y: float, wide: float, high: float, colour: str, clip: Any) -> None:
    from matplotlib.patches import Rectangle

    patch = Rectangle((x, y), wide, high, linewidth=0, facecolor=colour)
    axes.add_patch(patch)
    patch.set_clip_path(clip)


def _dot(axes: Any, x: float, y: float, colour: str) -> None:
    from matplotlib.patches import Circle

    axes.add_patch(Circle((x, y), 9, linewidth=0, facecolor=colour))


@cache
def _fonts() -> tuple[Any, Any]:
    """The letters of our papers: bold and plain."""
    import font_source_sans_pro
    from matplotlib.font_manager import FontProperties

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    names = ("SourceSansPro-Semibold.ttf", "SourceSansPro-Regular.ttf")
    bold, plain = (FontProperties(fname=str(folder / name)) for name in names)
    return bold, plain


def _jpeg(figure: Any) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    picture = Image.frombuffer("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba())).convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=93, subsampling=0)
    return buffer.getvalue()
