"""Work for a core in processes of their own, so that it holds up nobody's answer and its memory is not the bot's."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from typing import Any


class Workers:
    """Helper processes. They start with the first task, end with the program however it ends, and come again if lost.

    A function is given by name ("package.module:function"), so that this process never imports what it stands on; its
    arguments and what it gives back are pickled.
    """

    def __init__(self, count: int = 1) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, name: str, *args: Any) -> Any:
        """What the function gives back, or raises; a helper that died of something else gets a second chance."""
        loop = asyncio.get_running_loop()
        helpers = self._helpers()
        try:
            return await loop.run_in_executor(helpers, call, name, args)
        except BrokenProcessPool:
            if self._pool is helpers:
                self._pool = None
            return await loop.run_in_executor(self._helpers(), call, name, args)

    def close(self) -> None:
        """Ends the helpers; what they were at is lost."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _helpers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Spawned, not forked: a fork of a process with threads may hang.
            self._pool = ProcessPoolExecutor(
                max_workers=self._count, mp_context=multiprocessing.get_context("spawn"), initializer=end_with_parent
            )
        return self._pool


def call(name: str, args: tuple[Any, ...]) -> Any:
    """In the helper, which alone imports what the function needs."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found(*args)


def end_with_parent() -> None:
    """In the helper: a program that is killed cannot end its helpers, so the helper watches it."""
    # Ctrl-C reaches the whole group; the program ends its helper itself, without a traceback on the screen.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(0)

    threading.Thread(target=watch, daemon=True).start()
