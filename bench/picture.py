"""A picture of no meaning, for bots that must show one."""

from __future__ import annotations

import io

from PIL import Image


def _draw() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 640), "#e8b4bc").save(out, "JPEG")
    return out.getvalue()


PICTURE = _draw()
