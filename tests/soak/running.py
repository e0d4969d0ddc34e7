"""A soak as a command runs it: where its files stay, its report, and whether it held."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Protocol


class Reported(Protocol):
    """What broke (nothing, if all is well); its words are the report."""

    broken: list[str]


def broke(name: str, kept: Path | None, soak: Callable[[Path], Coroutine[Any, Any, Reported]]) -> bool:
    """Runs it in a folder of its own (in `kept`, where that is given) and prints its report; no end is broken too."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if kept is not None:
            kept.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=kept))
        try:
            report = asyncio.run(soak(folder))
        except (TimeoutError, AssertionError, ExceptionGroup) as error:
            print(f"BROKEN: it came to no end: {error!r}", flush=True)
            return True
    print(report, flush=True)
    return bool(report.broken)
