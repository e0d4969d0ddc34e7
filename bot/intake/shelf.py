"""Where an update goes that could not be handled, and what is written down about why."""

from __future__ import annotations

import json
import traceback
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

import structlog
from aiogram.types import Update
from pydantic_core import PydanticSerializationError

from bot.telegram_faults import reason_of

FRAMES = 12
log = structlog.get_logger(__name__)


class Shelf(Protocol):
    """Keeps failed updates until somebody looks at them."""

    async def put_aside(
        self, update_id: int, person_id: int | None, payload: str, error: str, attempts: int, at: datetime
    ) -> object:
        """Keeps the update (`payload` is its JSON) with the story of its failure."""
        ...


def payload_of(update: Update) -> str:
    """The update as JSON, as Telegram sent it; its number alone if it cannot be written down (the log says why).

    Then it cannot be replayed, but it is on the list and stops nobody.
    """
    try:
        # What Telegram left out may be a default of aiogram that is not JSON.
        return update.model_dump_json(by_alias=True, exclude_unset=True)
    except PydanticSerializationError as error:
        # Half of a surrogate pair, a value of no JSON type, too deep: its words name the kind and no value.
        why = str(error)[:200]
    except Exception as error:
        # An error from here would leave the update unconfirmed, first in the window for ever.
        why = reason_of(error)
    log.error("a failed update cannot be written down", update_id=update.update_id, error=why)
    return json.dumps({"update_id": update.update_id})


def story_of(error: BaseException) -> str:
    """The error's type and where it came from, its causes below it; none of the values, which may be personal."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)[-FRAMES:]
        places = [
            f"  {PurePath(f.filename).parent.name}/{PurePath(f.filename).name}:{f.lineno} {f.name}" for f in frames
        ]
        parts.append("\n".join([reason_of(current), *places]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nbecause of\n".join(parts)
