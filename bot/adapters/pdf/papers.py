"""Makes PDFs by their kind, in a helper process."""

from __future__ import annotations

from typing import Any

from bot.adapters.workers import Workers


class Papers:
    """The program's way to a PDF. Light: what draws is imported in the helper alone."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    async def make(self, kind: str, data: Any) -> bytes:
        """The paper that `bot/adapters/pdf/<kind>.py` draws of the data. The same data, the same bytes."""
        content: bytes = await self._workers.run(f"bot.adapters.pdf.{kind}:draw", data)
        return content
