"""How a use case asks for a transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

Work = TypeVar("Work", covariant=True)

Transaction = Callable[[], AbstractAsyncContextManager[Work]]
"""Opens a unit of work: `async with self.begin() as work`. Leaving the block keeps everything, an exception nothing.

A use case is handed one that reads or one that writes. `Work` is the area's own Protocol, with only what it needs.
"""
