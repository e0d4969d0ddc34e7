"""Where imported pictures live: beside the drawn ones, by their content."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = "photos"


def photo_path(pictures_dir: Path, digest: str) -> Path:
    """The file of the picture key `photo/<digest>`."""
    return pictures_dir / FOLDER / digest[:2] / f"{digest}.jpg"


def keep_photos(work: Path, pictures_dir: Path) -> None:
    """Brings what a reading kept into the library. One that is not used in the end does no harm."""
    for path in (work / FOLDER).glob("*.jpg"):
        target = photo_path(pictures_dir, path.stem)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_suffix(".part")
            shutil.copyfile(path, part)
            part.replace(target)
