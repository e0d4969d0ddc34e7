"""A card number typed anywhere is deleted from the chat and is in no file of the program."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.bot_process import bot_environment, start_bot
from tests.sandbox_client import start_sandbox

DIGITS = "4000056655665556"
TYPED = ("4000 0566 5566 5556", "4000-0566-5566-5556", DIGITS, "４００００５６６５５６６５５５６")


@pytest.mark.slow
async def test_it_is_deleted_and_kept_nowhere(tmp_path: Path) -> None:
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path)
        person = await sandbox.add_person("Вера")
        async with start_bot(environment, tmp_path / "log") as bot:
            await person.say("/start")
            for typed in TYPED:
                await person.say(f"моя карта {typed}")
                messages = await person.messages()
                assert not [each for each in messages if typed in each.text], "still in the chat"
                assert [each for each in messages if "номером карты удалено" in each.text]
            # What cannot be handled is put aside with what was sent.
            await sandbox.fault("sendMessage", "500", share=1.0)
            await person.say(f"ещё раз {TYPED[0]}", settle=False)
            await sandbox.settle(within=60)
            assert '"event": "an update was put aside"' in bot.log
            await sandbox.clear_faults()
            await person.say("/help")
            _ends_up_nowhere(tmp_path)
        _ends_up_nowhere(tmp_path)


def _ends_up_nowhere(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".db" for path in files)
    for path in files:
        content = path.read_bytes()
        for form in (DIGITS, *TYPED):
            assert form.encode() not in content, path.name
            assert form.encode("utf-16-le") not in content, path.name
    database = next(path for path in files if path.suffix == ".db")
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        failed = connection.execute("SELECT count(*) FROM failed_updates").fetchone()
    assert failed is not None
