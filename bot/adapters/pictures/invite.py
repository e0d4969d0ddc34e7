"""A consultant's invite as a card with a QR code, to be shown on a telephone or printed."""

from __future__ import annotations

import io

import segno
from PIL import Image, ImageDraw, ImageFont

SIDE = 1080
MODULE_SIDE = 760
"""How wide the code is at most, with its quiet zone; a module is a whole number of pixels."""
QUIET = 4
_TOP, _BOTTOM = (255, 236, 240), (242, 190, 206)
_INK, _PAPER, _SHADE = (74, 18, 42), (255, 255, 255), (226, 164, 184)


def invite_address(username: str, code: str) -> str:
    """What the QR code says: the link that the invite screen shows."""
    return f"https://t.me/{username}?start={code}"


def draw_invite(username: str, code: str) -> bytes:
    """A square JPEG: the code on a white card, the link in letters below it."""
    qr = segno.make(invite_address(username, code), error="m", micro=False)
    modules = len(tuple(qr.matrix)) + 2 * QUIET
    scale = MODULE_SIDE // modules
    side = scale * modules
    left, top = (SIDE - side) // 2, (SIDE - side) // 2 - 50
    card = _backdrop()
    draw = ImageDraw.Draw(card)
    draw.rounded_rectangle((90, 62, SIDE - 82, SIDE - 70), radius=56, fill=_SHADE)
    draw.rounded_rectangle((84, 52, SIDE - 84, SIDE - 80), radius=56, fill=_PAPER)
    for row, line in enumerate(qr.matrix_iter(scale=1, border=QUIET)):
        for column, dark in enumerate(line):
            if dark:
                x, y = left + column * scale, top + row * scale
                draw.rectangle((x, y, x + scale - 1, y + scale - 1), fill=_INK)
    _caption(draw, f"t.me/{username}", top + side + 52, 44)
    buffer = io.BytesIO()
    card.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _backdrop() -> Image.Image:
    column = Image.new("RGB", (1, 2))
    column.putpixel((0, 0), _TOP)
    column.putpixel((0, 1), _BOTTOM)
    return column.resize((SIDE, SIDE), Image.Resampling.BILINEAR)


def _caption(draw: ImageDraw.ImageDraw, text: str, middle: int, size: int) -> None:
    # Pillow's own font has the letters of an address, which is all that is written here.
    draw.text((SIDE // 2, middle), text, fill=_INK, font=ImageFont.load_default(size), anchor="mm")
