"""What could not be handled is put aside, told, listed, and replayed; and one database has one program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot_process import bot_environment, run_bot, start_bot
from tests.sandbox_client import start_sandbox


@pytest.mark.slow
async def test_put_aside_listed_and_replayed(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path)
        person = await sandbox.add_person("Вера")
        async with start_bot(environment, tmp_path / "log") as bot:
            await sandbox.fault("sendMessage", "500", share=1.0)
            await person.say("/start", settle=False)
            await sandbox.settle(within=60)
            assert '"event": "an update was put aside"' in bot.log
            assert "Вера" not in bot.log
            await sandbox.clear_faults()
            await person.say("/help")
            assert "Как пользоваться" in (await person.last()).text, "one poisonous update does not stop the next"
            refused, why = await run_bot(environment)
            assert refused == 2
            assert "already" in why
            assert "Traceback" not in why
        code, listed = await run_bot(environment, "failed", "list")
        assert code == 0
        assert "TelegramServerError" in listed
        assert "1 put aside" in listed
        assert not [m for m in await person.messages() if "Меню всегда под рукой" in m.text]
        code, out = await run_bot(environment, "failed", "replay")
        assert (code, out.split("\t")[1].strip()) == (0, "handled")
        assert [m for m in await person.messages() if "Меню всегда под рукой" in m.text]
        assert "0 put aside" in (await run_bot(environment, "failed", "list"))[1]


async def test_roles_of_their_own_need_postgresql_and_redis(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        for role in ("web", "worker"):
            code, out = await run_bot(bot_environment(sandbox, tmp_path), role)
            assert code == 2
            assert "PostgreSQL" in out or "postgresql" in out
            assert "Traceback" not in out
