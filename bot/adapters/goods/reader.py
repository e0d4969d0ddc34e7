"""The reading process: `python -m bot.adapters.goods.reader FILE PICTURES WORK`. It alone touches what a stranger sent.

It has little memory and time, writes what it read to WORK/reading.json and pictures to WORK/photos, and tells how far
it is on its output. Whatever is wrong with the file is said in the reading; a process that dies says it by that.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from bot.adapters.goods import limits, photos
from bot.adapters.goods.limits import Refused
from bot.adapters.goods.tables import Line, csv_lines, unpacked, xlsx_lines
from bot.adapters.goods.yml import Named, yml_lines
from bot.adapters.pictures.forms import ProductForm
from domain.goods.models import Photo, Reading
from domain.goods.reading import Reader, consistent

READING: TypeAdapter[Reading] = TypeAdapter(Reading)
TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".yml", ".xml"})
EVERY = 500
Tell = Callable[[str, int], None]


def read(source: Path, pictures: Path | None, work: Path, tell: Tell) -> Reading:
    """Everything the file and the pictures say; never raises for what is wrong with them."""
    reader = Reader(frozenset(ProductForm))
    ignored: list[str] = []
    found: list[Photo] = []
    named: Named = {}
    form, digest = "", hashlib.sha256()
    with contextlib.ExitStack() as open_ones:
        try:
            content, parts = _opened(source, pictures, open_ones, digest.update)
            if content is not None:
                form, lines = _lines(content, ignored, named)
                for line, cells in lines:
                    reader.take(line, cells)
                    if line % EVERY == 0:
                        tell("rows", line)
                for problem in consistent(reader.entries):
                    reader.problem(problem.line, problem.column, problem.reason, problem.value)
            (work / "photos").mkdir(parents=True, exist_ok=True)
            for number, part in enumerate(parts, start=1):
                try:
                    found.append(photos.keep(part, work / "photos", named))
                except Refused as no:
                    reader.problem(0, "picture", no.reason, no.value)
                tell("pictures", number)
        except Refused as no:
            reader.problem(0, "", no.reason, no.value)
        except MemoryError:
            reader.problem(0, "", "memory")
    if not reader.entries and not found and not reader.problems:
        reader.problem(0, "", "empty")
    for photo in found:
        digest.update(photo.digest.encode())
    return Reading(
        form or "pictures",
        digest.hexdigest()[:32],
        [] if reader.problems else reader.entries,
        [] if reader.problems else found,
        reader.problems,
        reader.problem_count,
        ignored[: limits.COLUMNS],
    )


def _opened(
    source: Path, pictures: Path | None, open_ones: contextlib.ExitStack, note: Callable[[bytes], None]
) -> tuple[bytes | None, Iterator[photos.Part]]:
    """The table, where there is one, and the pictures. Raises Refused."""
    parts: Iterator[photos.Part] = iter(())
    if pictures is not None and pictures.is_dir():
        parts = photos.of_folder(pictures)
    elif pictures is not None:
        parts = photos.of_archive(_archive(pictures, open_ones))
    with source.open("rb") as file:
        start = file.read(4096)
    if not start.startswith(b"PK"):
        if source.stat().st_size > limits.TABLE:
            raise Refused("size")
        content = source.read_bytes()
        note(content)
        return content, parts
    archive = _archive(source, open_ones)
    if any(part.filename == "xl/workbook.xml" for part in archive.infolist()):
        if source.stat().st_size > limits.TABLE:
            raise Refused("size")
        content = source.read_bytes()
        note(content)
        return content, parts
    tables = [
        part
        for part in archive.infolist()
        if PurePosixPath(part.filename).suffix.lower() in TABLES
        and "__MACOSX" not in part.filename
        and not PurePosixPath(part.filename).name.startswith(".")
    ]
    if len(tables) > 1:
        raise Refused("tables", ", ".join(part.filename for part in tables[:3])[:60])
    table = photos.member(archive, tables[0], limits.TABLE) if tables else None
    note(table or b"")
    return table, parts if pictures is not None else photos.of_archive(archive)


def _archive(path: Path, open_ones: contextlib.ExitStack) -> zipfile.ZipFile:
    if path.stat().st_size > limits.ARCHIVE:
        raise Refused("size")
    try:
        archive = open_ones.enter_context(zipfile.ZipFile(path))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused("broken") from None
    if len(archive.infolist()) > limits.MEMBERS:
        raise Refused("bomb")
    return archive


def _lines(content: bytes, ignored: list[str], named: Named) -> tuple[str, Iterator[Line]]:
    """The format, told by the content and not by the name, and the lines. Raises Refused."""
    if content.startswith(b"PK"):
        unpacked(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                raise Refused("xlsx")
        return "XLSX", xlsx_lines(content, ignored)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("xls")
    if not content.strip():
        raise Refused("empty")
    start = content[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith((b"<?xml", b"<!DOCTYPE", b"<yml_catalog", b"<!--")):
        return "YML", yml_lines(content, ignored, named)
    if start.startswith(b"<"):
        raise Refused("no-feed")
    return "CSV", csv_lines(content, ignored)


def main(words: list[str]) -> int:
    """Sets the limits, reads, writes."""
    source, pictures, work = Path(words[0]), Path(words[1]) if words[1] else None, Path(words[2])
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def tell(what: str, count: int) -> None:
        print(what, count, flush=True)

    reading = read(source, pictures, work, tell)
    (work / "reading.json").write_bytes(READING.dump_json(reading))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
