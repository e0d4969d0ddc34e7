"""Files by their content: the same bytes of the same kind always have the same file_id."""

import base64
import hashlib
import io
import mimetypes
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from sandbox.errors import bad_request

MAX_BYTES = 512 * 1024 * 1024
PHOTO_SIDES = (90, 320, 800)
PHOTO_MAX_SIDE = 1280
UNKNOWN = "application/octet-stream"


@dataclass(slots=True)
class File:
    """One stored file; a photo's smaller sizes are files of their own that know their parent."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    size: int
    path: str
    content: bytes | None = None
    width: int = 0
    height: int = 0
    parent: str | None = None
    sizes: tuple[str, ...] = ()


class Files:
    """The store; the oldest files go when it holds more than MAX_BYTES."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, File] = OrderedDict()
        self._paths: dict[str, str] = {}
        self._bytes = 0

    def get(self, file_id: str) -> File | None:
        """A file by its id."""
        return self._files.get(file_id)

    def by_path(self, path: str) -> File | None:
        """A file by the path getFile gave."""
        file_id = self._paths.get(path)
        return self._files.get(file_id) if file_id else None

    def add(self, kind: str, content: bytes, name: str, mime: str | None = None) -> File:
        """Store bytes as a document, video, voice...; the same bytes give the same file."""
        digest = hashlib.sha256(kind.encode() + b"\0" + content).digest()
        file_id = _file_id(kind, digest)
        known = self._files.get(file_id)
        if known:
            return known
        named = mime if mime != UNKNOWN else None
        guessed = named or mimetypes.guess_type(name)[0] or UNKNOWN
        suffix = "." + name.rsplit(".", 1)[1] if "." in name else mimetypes.guess_extension(guessed) or ""
        file = File(
            file_id=file_id,
            unique_id=_unique_id(digest),
            kind=kind,
            name=name,
            mime=guessed,
            size=len(content),
            path=f"{kind}s/file_{len(self._files)}{suffix[:10]}",
            content=content,
        )
        if kind in ("document", "sticker", "animation", "video"):
            file.width, file.height = image_size(content) or (0, 0)
        self._keep(file)
        return file

    def add_photo(self, content: bytes) -> File:
        """Store a photo with its smaller sizes; raises 400 in Telegram's words for what is no picture."""
        size = image_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if width + height > 10000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        digest = hashlib.sha256(b"photo\0" + content).digest()
        main_id = _file_id("photo", digest)
        known = self._files.get(main_id)
        if known:
            return known
        whole = _fit(width, height, PHOTO_MAX_SIDE)
        number = len(self._files)
        ids = []
        for side in PHOTO_SIDES:
            if side >= max(whole):
                break
            fitted = _fit(width, height, side)
            smaller = hashlib.sha256(digest + str(side).encode()).digest()
            file = File(
                file_id=_file_id("photo", smaller),
                unique_id=_unique_id(smaller),
                kind="photo",
                name=f"file_{number}_{side}.jpg",
                mime="image/jpeg",
                size=max(700, len(content) * fitted[0] * fitted[1] // (width * height)),
                path=f"photos/file_{number}_{side}.jpg",
                width=fitted[0],
                height=fitted[1],
                parent=main_id,
            )
            ids.append(file.file_id)
            self._keep(file)
        # The picture keeps its own pixels: a test may compare the bytes it sent.
        mime = Image.MIME.get(image_format(content), "image/jpeg")
        main = File(
            file_id=main_id,
            unique_id=_unique_id(digest),
            kind="photo",
            name=f"file_{number}.jpg",
            mime=mime,
            size=len(content),
            path=f"photos/file_{number}.jpg",
            content=content,
            width=whole[0],
            height=whole[1],
            sizes=(*ids, main_id),
        )
        self._keep(main)
        return main

    def content(self, file: File) -> bytes:
        """A file's bytes; a smaller size of a photo is drawn on first use."""
        if file.content is None:
            parent = self._files.get(file.parent or "")
            if parent is None or parent.content is None:
                return b""
            with Image.open(io.BytesIO(parent.content)) as picture:
                small = picture.convert("RGB").resize((file.width, file.height))
            out = io.BytesIO()
            small.save(out, "JPEG", quality=80)
            file.content = out.getvalue()
            file.size = len(file.content)
            self._bytes += file.size
        return file.content

    def photo_sizes(self, file: File) -> list[dict[str, Any]]:
        """A photo as Telegram's array of PhotoSize, smallest first."""
        main = self._files.get(file.parent) if file.parent else file
        ids = main.sizes if main else (file.file_id,)
        return [photo_size(self._files[file_id]) for file_id in ids if file_id in self._files]

    def _keep(self, file: File) -> None:
        self._files[file.file_id] = file
        self._paths[file.path] = file.file_id
        self._bytes += len(file.content or b"")
        while self._bytes > MAX_BYTES and len(self._files) > 1:
            _, gone = self._files.popitem(last=False)
            self._paths.pop(gone.path, None)
            self._bytes -= len(gone.content or b"")


def photo_size(file: File) -> dict[str, Any]:
    """One size of a photo."""
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "width": file.width,
        "height": file.height,
        "file_size": file.size,
    }


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, or None for what is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def image_format(content: bytes) -> str:
    """Pillow's name of the picture's format."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.format or "JPEG"


def _fit(width: int, height: int, side: int) -> tuple[int, int]:
    longest = max(width, height)
    if longest <= side:
        return width, height
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


PREFIX = {"photo": "AgAC", "document": "BQAC", "video": "BAAC", "voice": "AwAC", "sticker": "CAAC"}


def _file_id(kind: str, digest: bytes) -> str:
    return PREFIX.get(kind, "CQAC") + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _unique_id(digest: bytes) -> str:
    return "AQAD" + base64.urlsafe_b64encode(digest[:9]).decode()
