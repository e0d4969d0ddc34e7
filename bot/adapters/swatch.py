"""The colour of a photographed swatch."""

from __future__ import annotations

import io
import warnings
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.adapters.workers import Workers
from handlers.search.photo import LARGEST

PIXELS = 40_000_000
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SwatchReader:
    """Fetches a photo and has a helper process look at it: what somebody sends is never opened in this one."""

    bot: Bot
    workers: Workers

    async def __call__(self, file_id: str) -> str | None:
        """`#RRGGBB` of the middle; None for what is no picture, is too large or cannot be fetched."""
        try:
            file = await self.bot.get_file(file_id)
            if file.file_path is None or (file.file_size or 0) > LARGEST:
                return None
            content = await self.bot.download_file(file.file_path)
        except TelegramAPIError as error:
            log.info("a photo could not be fetched", error=type(error).__name__)
            return None
        if content is None:
            return None
        try:
            colour: str | None = await self.workers.run("bot.adapters.swatch:colour_of", content.read())
        except BrokenProcessPool:
            return None
        return colour


def colour_of(content: bytes) -> str | None:
    """The median colour of the middle quarter of a picture, channel by channel: a glint or a hair does not move it."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(content) > LARGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF")) as opened:
                if opened.width * opened.height > PIXELS or min(opened.size) < 1:
                    return None
                opened.draft("RGB", (512, 512))
                picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError):
        return None
    width, height = picture.size
    middle = picture.crop((width * 3 // 8, height * 3 // 8, max(width * 5 // 8, 1), max(height * 5 // 8, 1)))
    if min(middle.size) < 1:
        middle = picture
    middle = middle.resize((32, 32), Image.Resampling.BOX)
    channels = (sorted(channel.tobytes()) for channel in middle.split())
    return "#" + "".join(f"{values[len(values) // 2]:02X}" for values in channels)
