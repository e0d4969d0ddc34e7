"""What was handled before a crash and comes again changes nothing, whatever happened in between."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.database import Database
from storage.scope import AlreadyHandled
from tests.bot_process import bot_environment, seed_demo, start_bot
from tests.sandbox_client import start_sandbox
from tests.services import keyring, sqlite_database


async def test_a_mark_without_a_write(tmp_path: Path) -> None:
    database = Database(await sqlite_database(tmp_path), keyring())
    try:
        async with database.scope(7) as scope:
            await scope.mark()
            await scope.commit("the answer")
        async with database.scope(7) as scope:
            with pytest.raises(AlreadyHandled) as done:
                await scope.mark()
        assert done.value.outcome == "the answer"
    finally:
        await database.close()


async def test_old_updates_do_nothing_in_a_newer_state(tmp_path: Path) -> None:
    """A remark, a catalog opened, and a refused press come again while a question waits for its answer."""
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path)
        await seed_demo(environment, tmp_path)
        person = await sandbox.add_person("Вера")
        async with start_bot(environment, tmp_path / "log") as bot:
            await person.say("/start")
            remark = await person.say("просто так")
            catalog = await person.say("/catalog")
            await person.press("Уход за кожей")
            await person.press((await person.buttons())[0])
            card = await person.last()
            add = next(b["callback_data"] for row in card.buttons for b in row if "В корзину ·" in b["text"])
            await sandbox.press(person.id, card.id, add, wait=10)
            refused = await sandbox.press(person.id, card.id, "crc:999999:1:0", wait=10)
            await person.settle()
            await person.say("/cart")
            await person.press("Комментарий")
            for update in (remark, catalog, refused):
                await sandbox.repeat(update["update_id"], new_id=False)
                await person.settle()
            await person.say("после 18:00")
            assert "после 18:00" in (await person.last()).text
            assert "просто так" not in (await person.last()).text
            assert bot.errors() == []
