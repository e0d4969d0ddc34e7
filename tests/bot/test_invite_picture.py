"""The invite's card: a QR code that a camera reads as the link."""

from __future__ import annotations

import io

import pytest
import segno
from PIL import Image

from bot.adapters.pictures.by_key import draw_by_key
from bot.adapters.pictures.invite import invite_address
from handlers.ui.company import Company


@pytest.mark.parametrize(("username", "code"), [("cabinet_bot", "k7Rm2QxA"), ("b" * 32, "A_-9" * 8), ("x_bot", "1")])
def test_every_module_of_the_code_is_there(username: str, code: str) -> None:
    picture = Image.open(io.BytesIO(draw_by_key(f"invite/{username}/{code}"))).convert("L")
    matrix = [list(row) for row in segno.make(invite_address(username, code), error="m", micro=False).matrix]
    size = len(matrix)
    scale = 760 // (size + 8)
    left, top = (1080 - scale * (size + 8)) // 2, (1080 - scale * (size + 8)) // 2 - 50
    seen = [
        [
            picture.getpixel((left + int((column + 4.5) * scale), top + int((row + 4.5) * scale))) < 128
            for column in range(size)
        ]
        for row in range(size)
    ]
    assert seen == [[bool(dark) for dark in row] for row in matrix]
    edge = [picture.getpixel((left + int((at + 0.5) * scale), top + scale // 2)) for at in range(size + 8)]
    assert min(edge) > 200, "the quiet zone is light"


def test_the_code_says_the_link_of_the_screen() -> None:
    company = Company("Brand", "Operator", "", "cabinet_bot", "")
    assert company.invite_link("k7Rm2QxA") == invite_address("cabinet_bot", "k7Rm2QxA")


@pytest.mark.parametrize("key", ["invite/cabinet_bot", "invite//x", "invite/a b/c", "invite/bot/ко", "invite/bot/x/y"])
def test_what_is_no_invite_is_no_picture(key: str) -> None:
    with pytest.raises(ValueError, match="no such picture"):
        draw_by_key(key)
