"""A small program on the engine's parts alone, to be killed: every message becomes a notice to its sender.

python tests/bot/engine_program.py API_URL DATABASE_URL
"""

from __future__ import annotations

import asyncio
import random
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from aiogram import Bot
from aiogram.types import Update

from bot.delivery.engine import Delivery, Settings
from bot.delivery.pacer import Pacer, Rates
from bot.intake.polling import Polling
from bot.intake.queues import PersonQueues
from bot.intake.sender import user_of
from bot.roles import run_together
from bot.session import make_session
from domain.notices.models import Notice, NoticeKind
from domain.shared.ids import PersonId
from handlers.ui.screen import Screen
from storage.database import Database
from storage.outbox_queue import OutboxQueue, OutboxRow
from storage.scope import AlreadyHandled
from storage.updates import Updates
from tests.sandbox_client import TOKEN
from tests.services import keyring

WORKERS = 4


async def main(api_url: str, database_url: str) -> None:
    """Runs until SIGTERM."""
    database = Database(database_url, keyring())
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    async def process(update: Update) -> None:
        assert update.message is not None
        person, text = PersonId(user_of(update) or 0), update.message.text or ""
        async with database.scope(update.update_id) as scope:
            try:
                async with database.write() as work:
                    if await work.people.get(person) is None:
                        await work.people.add(person, "ru")
                    # No ON CONFLICT of the outbox may hide a message that takes effect twice.
                    key = f"{person}:{text}:{random.getrandbits(64):x}"
                    await work.outbox.put(Notice(person, NoticeKind.ORDER_PLACED, key))
                await asyncio.sleep(random.uniform(0, 0.03))
                await scope.commit(None)
            except AlreadyHandled:
                return
        delivery.wake()

    async def render(row: OutboxRow) -> Screen:
        return Screen(row.key.split(":")[1])

    async def send(bot: Bot, person_id: int, screen: Screen) -> int:
        return (await bot.send_message(person_id, screen.text)).message_id

    async def tell(update: Update) -> None:
        raise AssertionError(f"update {update.update_id} could not be handled")

    async with Bot(TOKEN, session=make_session(api_url)) as bot:
        pacer = Pacer(Rates(limit=2000, delivery=1000, chat=1000))
        settings = Settings(workers=WORKERS, lease=3.0, send_timeout=1.0, ahead=0.1, look=0.1)
        delivery = Delivery(bot, OutboxQueue(database), render, send, pacer, settings=settings)
        polling = Polling(bot, PersonQueues(bot, process, Updates(database), tell), allowed_updates=["message"])
        print("ready", flush=True)
        await run_together([polling, delivery], stop)
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
