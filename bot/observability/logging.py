"""Structured logs on standard error: one line an event, for people or as JSON; secrets never pass."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import Processor, WrappedLogger

TOKEN = re.compile(r"(?<!\d)\d{6,}:[A-Za-z0-9_-]{20,}")
URL_PASSWORD = re.compile(r"(?<=://)([^:/@\s]*):[^@\s]+@")

LIBRARIES = ("aiogram", "aiohttp", "apscheduler", "sqlalchemy", "alembic", "asyncio")
"""Only their warnings: aiogram alone writes a line for every update; ours say what an operator can act on."""


def set_up_logging(form: str = "console", level: str = "INFO") -> None:
    """Sends structlog's and every library's logs one way. `form` is console or json, `level` a name such as INFO."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    last: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if form == "json":
        last.append(structlog.processors.format_exc_info)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.PositionalArgumentsFormatter()],
            processors=[*last, renderer, _without_secrets],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _without_secrets(_logger: WrappedLogger, _name: str, line: Any) -> Any:
    """Masks bot tokens and passwords in addresses wherever they stand, in the finished line."""
    return mask(line) if isinstance(line, str) else line


def mask(text: str) -> str:
    """The text without tokens of bots and passwords of addresses."""
    return URL_PASSWORD.sub(r"\1:***@", TOKEN.sub("***", text))
