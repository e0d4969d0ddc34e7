"""What one message of an announcement costs inside the process: delivery is real, Telegram answers at once."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from pathlib import Path

from pydantic import SecretStr

from bench.in_process import telegram_at_once
from bench.rig import KEY
from bot.app import wired
from bot.broadcast_cases import feed_broadcasts
from bot.delivery.pacer import Pacer, Rates
from bot.gc_tuning import tune_gc
from bot.line import Line
from bot.observability.metrics import Metrics
from bot.parts import make_delivery
from bot.settings import Settings
from storage.database import Database, utc_now
from storage.migrate import upgrade
from storage.sealing import Keyring
from tests.sandbox_client import TOKEN
from tests.soak import crowd

PEOPLE = 6000


async def message_microseconds(folder: Path, people: int = PEOPLE) -> float:
    """Processor time from a person in the database to their row marked as sent, microseconds a person."""
    url = f"sqlite:///{folder / 'broadcast-inside.db'}"
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        database_url=SecretStr(url),
        data_keys=SecretStr(KEY),
        pictures_dir=folder / "pictures",
        _env_file=None,
    )
    await upgrade(url)
    database = Database(url, Keyring.from_secrets([KEY]))
    try:
        await crowd.fill(database, [crowd.FIRST + number for number in range(people)], set())
        await crowd.publish(database)
    finally:
        await database.close()
    async with AsyncExitStack() as stack:
        bot = telegram_at_once()
        app = await stack.enter_async_context(wired(settings, bot))
        line = Line(bot, Pacer(Rates(limit=1_000_000, delivery=1_000_000, chat=1000)), Metrics())
        delivery = make_delivery(app, line)
        feed = feed_broadcasts(app.database, settings, utc_now, app.wake)
        tune_gc()
        running = asyncio.create_task(delivery.run())
        began = time.process_time()
        while (sent := _sent(line)) < people:
            await feed()
            await asyncio.sleep(0.02)
        took = (time.process_time() - began) / sent * 1e6
        delivery.stop()
        await running
    return took


def _sent(line: Line) -> int:
    value = line.metrics.registry.get_sample_value("cabinet_notices_total", {"result": "sent"})
    return int(value or 0)
