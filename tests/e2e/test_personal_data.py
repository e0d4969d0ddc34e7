"""The officer's look at somebody's data, over a restart; keys that change under a running bot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.keys import keyring
from bot.settings import Settings
from domain.access.numbers import new_number
from domain.shared.ids import PersonId
from storage.database import Database, utc_now
from storage.migrate import upgrade
from storage.tables import outbox
from tests.bot_process import bot_environment, run_bot, start_bot
from tests.forms import JOINED
from tests.sandbox_client import start_sandbox

OFFICER, ANNA = 3001, PersonId(987654)
SECRETS = ("Петрова", "4509123456", "45 09 123456", "9161234567", "anna@example.org", "Арбат")


def raw(folder: Path) -> bytes:
    """Everything of the database: the file, its log, its index."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("cabinet.db*")))


async def until(true: Callable[[], Awaitable[bool]], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not await true():  # noqa: ASYNC110  what is waited for is in another process
            await asyncio.sleep(0.1)


@pytest.mark.slow
async def test_opened_deleted_after_a_restart_and_written_down(tmp_path: Path) -> None:
    settings = Settings(data_key_file=tmp_path / "keys")
    url = f"sqlite:///{tmp_path / 'cabinet.db'}"
    await upgrade(url)
    number = new_number()

    def database() -> Database:
        return Database(url, keyring(settings))

    db = database()
    async with db.write() as work:
        anna = await work.people.add(ANNA, "ru")
        await work.forms.save(anna.customer_id, replace(JOINED, complete=True), utc_now())
        assert await work.credentials.issue(anna.customer_id, number, utc_now())
    await db.close()

    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path, OFFICER_IDS=str(OFFICER))
        officer = sandbox.person(OFFICER)

        async def there() -> bool:
            return any("Петрова" in message.text for message in await officer.messages())

        async def gone() -> bool:
            return not await there()

        async with start_bot(environment, tmp_path / "log") as bot:
            await officer.say("/start")
            await officer.say("/person")
            await officer.say(number)
            assert "•••" in (await officer.last()).text
            assert await gone()
            await officer.press("Открыть данные полностью")
            await officer.say("обращение клиента № 15")
            await until(there)
            # The key changes under the running bot, which goes on reading and writing.
            code, out = await run_bot(environment, "keys", "new")
            assert code == 0, out
            code, out = await run_bot(environment, "keys", "rotate")
            assert code == 0, out
            assert "forms\t1 rows" in out
            await officer.say("/person")
            await officer.say(number)
            assert "•••" in (await officer.last()).text
            assert bot.errors() == []
        assert await there()
        (tmp_path / "keys").write_text((tmp_path / "keys").read_text().splitlines()[0] + "\n")

        db = database()
        async with db.write() as work:
            earlier = utc_now() - timedelta(minutes=2)
            sent = update(outbox).where(outbox.c.kind == "personal_data").values(sent_at=earlier)
            assert (await work.connection.execute(sent)).rowcount == 1
        await db.close()
        async with start_bot(environment, tmp_path / "log") as bot:
            await until(gone)
            await officer.say("/person")
            await officer.say(number)
            assert "•••" in (await officer.last()).text, "without the old key"
            assert bot.errors() == []
        for secret in (*SECRETS, "обращение клиента"):
            assert secret not in bot.log
            assert secret.encode() not in raw(tmp_path), secret
        code, out = await run_bot(environment, "audit", "verify")
        assert code == 0, out
        assert "whole: 4:" in out
