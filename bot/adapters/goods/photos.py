"""Pictures of goods: found by the code in their names, checked, and made anew. Runs in the reading process."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.adapters.goods import limits
from bot.adapters.goods.limits import Refused
from domain.goods.models import Photo

SIDE = 1600
"""Enough for a chat and for 13 cm of print at 300 dpi."""
FORMATS = ("JPEG", "PNG", "WEBP")
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_PLACE = re.compile(r"(.+?)(?:_([0-9]{1,2}))?")
Part = tuple[str, Callable[[], bytes]]
"""A picture's name and how its bytes are had."""


def of_archive(archive: zipfile.ZipFile) -> Iterator[Part]:
    """The pictures of an archive. Only the last part of a name counts, so none can point anywhere."""
    for part in archive.infolist():
        name = PurePosixPath(part.filename.replace("\\", "/")).name
        if not part.is_dir() and _is_picture(name, part.filename):
            yield name, lambda part=part: member(archive, part, limits.PICTURE)  # type: ignore[misc]


def of_folder(folder: Path) -> Iterator[Part]:
    """The pictures of a folder, those of its folders too; links are not followed."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _is_picture(path.name, path.name):
            yield path.name, lambda path=path: _file(path)  # type: ignore[misc]


def member(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """A part of an archive, read no further than `most` whatever it says of its size. Raises Refused."""
    if part.flag_bits & 1:
        raise Refused("password", part.filename[-60:])
    if part.file_size > most or part.file_size > limits.RATIO * max(part.compress_size, 4096):
        raise Refused("bomb", part.filename[-60:])
    try:
        with archive.open(part) as stream:
            content = stream.read(most + 1)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise Refused("broken", part.filename[-60:]) from None
    if len(content) > most:
        raise Refused("bomb", part.filename[-60:])
    return content


def keep(part: Part, folder: Path, named: Mapping[str, tuple[str, int]]) -> Photo:
    """Checks a picture and writes it anew, without anything but its pixels. Raises Refused.

    Whose it is a feed may have `named` by the picture's name; else the name itself says it: CODE.jpg, CODE_2.jpg.
    """
    name, load = part
    content = redrawn(load(), name)
    digest = hashlib.sha256(content).hexdigest()[:32]
    path = folder / f"{digest}.jpg"
    if not path.exists():
        path.write_bytes(content)
    if (owner := named.get(name.lower())) is not None:
        return Photo(name[-60:], *owner, digest)
    found = _PLACE.fullmatch(Path(name).stem)
    code, place = (found[1], int(found[2] or 1)) if found else (Path(name).stem, 1)
    return Photo(name[-60:], code, place, digest)


def redrawn(content: bytes, name: str) -> bytes:
    """The picture upright, at most SIDE pixels long, as a JPEG on white without any metadata. Raises Refused."""
    if len(content) > limits.PICTURE:
        raise Refused("picture-size", name[-60:])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > limits.PIXELS or min(opened.size) < 16:
                    raise Refused("picture-pixels", name[-60:])
                opened.draft("RGB", (SIDE, SIDE))
                upright = ImageOps.exif_transpose(opened)
                upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
                pixels = upright.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError):
        raise Refused("picture", name[-60:]) from None
    sheet = Image.new("RGB", pixels.size, "white")
    sheet.paste(pixels, mask=pixels.getchannel("A"))
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=90, optimize=True)
    return buffer.getvalue()


def _file(path: Path) -> bytes:
    if path.stat().st_size > limits.PICTURE:
        raise Refused("picture-size", path.name[-60:])
    return path.read_bytes()


def _is_picture(name: str, path: str) -> bool:
    return PurePosixPath(name).suffix.lower() in ENDINGS and not name.startswith(".") and "__MACOSX" not in path
