"""A shade's colour as the nearest coloured dot: a button cannot be painted."""

from __future__ import annotations

import colorsys
from functools import lru_cache


@lru_cache(maxsize=1024)
def dot(hex_colour: str) -> str:
    """The emoji circle or heart nearest to `#RRGGBB` as the eye sorts colours: by hue, with black, white and brown."""
    if len(hex_colour) != 7:
        return ""
    red, green, blue = (int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    hue *= 360
    if light < 0.14:
        return "⚫"
    if saturation < 0.12:
        return "⚪" if light > 0.7 else "🩶"
    if hue < 50 or hue >= 340:
        return _warm(hue, light, saturation)
    if hue < 70:
        return "🟡"
    if hue < 165:
        return "🟢"
    if hue < 260:
        return "🔵"
    return "🟣" if hue < 310 else "🩷"


def _warm(hue: float, light: float, saturation: float) -> str:
    """Reds, pinks, oranges, skin tones and browns: where most of make-up lives."""
    if 12 <= hue < 50:
        if light > 0.78:
            return "🟡" if hue > 40 and saturation > 0.8 else "⚪"
        if saturation > 0.75 and light > 0.42:
            return "🟠"
        return "🟤"
    if light > 0.62:
        return "🩷"
    return "🟤" if saturation < 0.35 else "🔴"
