"""Sent messages are written down together, whatever the database does meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.delivery.recorder import Recorder


class Book:
    """An outbox that only writes down: at once, after a while, or failing at first."""

    def __init__(self, wait: float | None, failures: int = 0) -> None:
        self.batches: list[list[int]] = []
        self._wait = wait
        self._failures = failures

    async def sent(self, ids_with_message_ids: Sequence[tuple[int, int | None]], at: datetime) -> None:
        if self._wait is not None:
            await asyncio.sleep(self._wait)
        if self._failures:
            self._failures -= 1
            raise ConnectionError("the database is away")
        self.batches.append([row for row, _ in ids_with_message_ids])


def _recorder(book: Any) -> Recorder:
    return Recorder(book, lambda: datetime.now(UTC))


@pytest.mark.parametrize("wait", [None, 0.0, 0.01])
async def test_every_message_is_written_once(wait: float | None) -> None:
    book = Book(wait)
    recorder = _recorder(book)
    async with asyncio.timeout(10):
        for start in range(0, 200, 20):
            await asyncio.gather(*(recorder.sent(number, number) for number in range(start, start + 20)))
        await recorder.flush()
    assert sorted(number for batch in book.batches for number in batch) == list(range(200))


async def test_what_comes_while_one_write_runs_is_written_together() -> None:
    book = Book(0.05)
    recorder = _recorder(book)

    async def later(number: int) -> None:
        await asyncio.sleep(0.01)
        await recorder.sent(number, None)

    await asyncio.gather(recorder.sent(0, None), *(later(number) for number in range(1, 30)))
    assert [len(batch) for batch in book.batches] == [1, 29]


async def test_a_lost_database_is_waited_for() -> None:
    book = Book(None, failures=3)
    recorder = _recorder(book)
    await asyncio.wait_for(recorder.sent(1, 5), 10)
    await recorder.flush()
    assert book.batches == [[1]]


async def test_flushing_waits_for_a_write_whose_sender_was_stopped() -> None:
    book = Book(0.05)
    recorder = _recorder(book)
    sending = asyncio.create_task(recorder.sent(1, 5))
    await asyncio.sleep(0.01)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await asyncio.wait_for(recorder.flush(), 5)
    assert book.batches == [[1]]
