"""A colour and those nearest to it, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from bot.adapters.pictures.canvas import SIZE
from bot.adapters.pictures.colour import parse
from bot.adapters.pictures.studio import jpeg

MOST = 12
_PAPER, _EDGE = (250, 247, 244), 60


def draw_swatches(wanted: str, nearest: Sequence[str]) -> bytes:
    """A square JPEG: what was looked for as a band across the top, the nearest below in their order, touching it.

    Colours are `#RRGGBB`. Raises ValueError for one of another shape and for none at all.
    """
    shades = [parse(each) for each in nearest][:MOST]
    if not shades:
        raise ValueError("no shades to show")
    picture = Image.new("RGB", (SIZE, SIZE), _PAPER)
    across = SIZE - 2 * _EDGE
    columns = min(3, len(shades))
    rows = -(-len(shades) // columns)
    band = SIZE // 3
    shadow = Image.new("L", picture.size, 0)
    frame = (_EDGE, _EDGE, SIZE - _EDGE, SIZE - _EDGE)
    ImageDraw.Draw(shadow).rounded_rectangle((frame[0], frame[1] + 12, frame[2], frame[3] + 12), 48, fill=70)
    picture.paste((120, 105, 98), (0, 0), shadow.filter(ImageFilter.GaussianBlur(18)))
    card = Image.new("RGB", (across, across), parse(wanted))
    pen = ImageDraw.Draw(card)
    height = (across - band) // rows
    for number, shade in enumerate(shades):
        row, column = divmod(number, columns)
        left = across * column // columns
        right = across * (column + 1) // columns if number < len(shades) - 1 else across
        bottom = across if row == rows - 1 else band + height * (row + 1)
        pen.rectangle((left, band + height * row, right, bottom), fill=shade)
    mask = Image.new("L", card.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, across - 1, across - 1), 48, fill=255)
    picture.paste(card, (_EDGE, _EDGE), mask)
    return jpeg(picture)
