"""All kinds of pictures on one sheet, to look at: `python -m bot.adapters.pictures.sheet OUT.png`."""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image

from bot.adapters.pictures.by_key import draw_by_key
from bot.adapters.pictures.covers import SCENES
from bot.adapters.pictures.forms import ProductForm

TILE, COLUMNS = 320, 8
TINTS = ("D9E4DC", "F0D2D4", "E4DCE8", "CFE0E8")
SHADES = (
    "D6A796-C98B84-C2937B-D0787C-B5686C-E39AA6-DB5F86-C42A73-E8A184-E4604F-E57E74-B8141F-CE1F1C-8A1226-7A1B33-"
    "A82A55-7E2A4E-5E2342-B2543A-6E3A2C"
)


def keys() -> Iterator[str]:
    """Every form without and with a shade, every cover, twelve portraits, one card of shades."""
    for index, form in enumerate(ProductForm):
        tint = TINTS[index % len(TINTS)]
        yield from (f"product/{form}/{tint}/none", f"product/{form}/{tint}/B5304A")
    yield from (f"category/{slug}" for slug in SCENES)
    yield from ("category/anything-else", "catalog")
    for number in range(1, 5):
        yield from (f"consultant/{number}", f"consultant/{number}/f", f"consultant/{number}/m")
    yield f"shades/lipstick/F0D2D4/{SHADES}"


def sheet(of: Sequence[str]) -> Image.Image:
    """The pictures of the keys in rows."""
    rows = -(-len(of) // COLUMNS)
    whole = Image.new("RGB", (COLUMNS * TILE, rows * TILE), (255, 255, 255))
    for index, key in enumerate(of):
        with Image.open(io.BytesIO(draw_by_key(key))) as picture:
            tile = picture.resize((TILE, TILE), Image.Resampling.LANCZOS)
        whole.paste(tile, (index % COLUMNS * TILE, index // COLUMNS * TILE))
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.adapters.pictures.sheet", description=__doc__)
    parser.add_argument("out", type=Path, help="the PNG or JPEG to write")
    sheet(list(keys())).save(parser.parse_args().out)


if __name__ == "__main__":
    main()
