"""Logs without secrets, /healthz that tells the truth, /metrics that can be read."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from collections.abc import AsyncIterator

import pytest
import structlog
from aiohttp import ClientSession
from prometheus_client.parser import text_string_to_metric_families

from bot.gc_tuning import tune_gc
from bot.observability.http import ObservationServer
from bot.observability.logging import mask, set_up_logging
from bot.observability.metrics import Metrics

TOKEN = "7654321:AAE-a-token-that-must-not-be-seen-00"


@pytest.fixture
def logs() -> AsyncIterator[None]:
    """Logging set up as the program does it, and put back."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = before
    root.setLevel(level)


@pytest.mark.usefixtures("logs")
def test_json_logs_are_one_object_a_line_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("json", "INFO")
    structlog.get_logger("bot.x").info("a thing", token=TOKEN, count=3)
    logging.getLogger("aiogram.event").info("a line for every update")
    logging.getLogger("aiohttp").warning("cannot open %s", f"https://host/bot{TOKEN}/getMe")
    try:
        raise ValueError(f"postgresql://user:password@host/{TOKEN}")
    except ValueError:
        structlog.get_logger("bot.x").exception("broken")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"].split(" ")[0] for line in lines] == ["a", "cannot", "broken"]
    assert lines[0]["count"] == 3
    assert lines[0]["level"] == "info"
    assert "Traceback" in lines[2]["exception"]
    assert "AAE" not in json.dumps(lines)
    assert "password" not in json.dumps(lines)


@pytest.mark.usefixtures("logs")
def test_console_logs_are_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logging("console", "WARNING")
    structlog.get_logger("bot.x").info("too quiet to see")
    structlog.get_logger("bot.x").warning("heard", token=TOKEN)
    text = capsys.readouterr().err
    assert "heard" in text
    assert "quiet" not in text
    assert "AAE" not in text


def test_what_is_no_secret_is_left_alone() -> None:
    assert mask("at 12:30:45 order 123456:7 to host:5432") == "at 12:30:45 order 123456:7 to host:5432"


async def test_health_and_figures_over_http() -> None:
    metrics = Metrics()
    metrics.handled.inc(3)
    broken = asyncio.Event()

    async def database() -> None:
        if broken.is_set():
            raise ConnectionError("postgresql://user:password@host")

    server = ObservationServer(metrics, {"database": database}, port=0)
    await server.start()
    try:
        host, port = server.address
        assert host == "127.0.0.1"
        async with ClientSession(f"http://{host}:{port}") as session:
            async with session.get("/healthz") as response:
                assert (response.status, (await response.json())["status"]) == (200, "ok")
            broken.set()
            async with session.get("/healthz") as response:
                assert response.status == 503
                assert (await response.json())["checks"] == {"database": "ConnectionError"}
            async with session.get("/metrics") as response:
                families = {family.name: family for family in text_string_to_metric_families(await response.text())}
        samples = {tuple(sample.labels.values()): sample.value for sample in families["cabinet_updates"].samples}
        assert samples["handled",] == 3
        assert "cabinet_outbox_lag_seconds" in families
    finally:
        await server.stop()


async def test_a_port_in_use_is_said() -> None:
    first = ObservationServer(Metrics(), {}, port=0)
    await first.start()
    second = ObservationServer(Metrics(), {}, port=first.address[1])
    with pytest.raises(OSError, match="in use"):
        await second.start()
    await first.stop()


def test_the_collector_is_tuned_and_answers_models_stay() -> None:
    from aiogram.methods import SendMessage
    from aiogram.methods.base import Response

    before = gc.get_threshold()
    try:
        tune_gc()
        assert gc.get_threshold() == (50_000, 20, 100)
        assert gc.get_freeze_count() > 10_000
        model = id(Response[SendMessage.__returning__])
        gc.collect()
        assert id(Response[SendMessage.__returning__]) == model
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
