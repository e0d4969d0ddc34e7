"""Somebody registers, orders, asks to be forgotten: nothing of theirs is in any file, and the order stays."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.tables import metadata
from tests.bot_process import bot_environment, seed_demo, start_bot
from tests.e2e.test_access import letter_of
from tests.e2e.test_canaries import all_join, canary, files_of, found_in
from tests.e2e.test_first_order import add_lipstick, invite_of
from tests.e2e.test_personal_data import until
from tests.sandbox_client import PersonClient, SandboxClient, start_sandbox

OFFICER, OLEG = 3001, 2001
NAMING = ("person_id", "chat_id", "sender_id", "receiver_id")
SEALED = 16
"""Bytes of the shortest thing that is looked for."""


def rows(folder: Path, question: str, *values: Any) -> list[sqlite3.Row]:
    """What somebody reads who opens the file beside the running bot."""
    with closing(sqlite3.connect(f"file:{folder / 'cabinet.db'}?mode=ro", uri=True)) as file:
        file.row_factory = sqlite3.Row
        return file.execute(question, values).fetchall()


def sealed_of(folder: Path, person: int) -> dict[bytes, str]:
    """Every ciphertext and blind index of somebody, and where it stands."""
    [account] = rows(folder, "SELECT customer_id FROM people WHERE id = ?", person)
    customer = account["customer_id"]
    orders = {row["id"] for row in rows(folder, "SELECT id FROM orders WHERE customer_id = ?", customer)}
    found: dict[bytes, str] = {}
    for table in metadata.sorted_tables:
        if table.name == "audit_log":  # its hashes stay
            continue
        for row in map(dict, rows(folder, f"SELECT * FROM {table.name}")):
            theirs = row.get("customer_id") == customer or row.get("order_id") in orders
            theirs |= person in {row.get(name) for name in NAMING}
            theirs |= table.name == "handled_updates" or f":{person}:" in str(row.get("key"))
            for name, value in row.items():
                if theirs and isinstance(value, bytes) and len(value) >= SEALED:
                    found[value] = f"{table.name}.{name}"
    return found


def sealed_left(folder: Path, sealed: dict[bytes, str]) -> set[str]:
    """Where a ciphertext of somebody lies, as it is or in hex."""
    return {
        f"{name}: {spot}"
        for name, content in files_of(folder).items()
        for value, spot in sealed.items()
        if value in content or value.hex().encode() in content
    }


async def order(buyer: PersonClient, words: str) -> None:
    await add_lipstick(buyer)
    await buyer.say("/cart")
    await buyer.press("Комментарий")
    await buyer.say(words)
    await buyer.press("Оформить")
    await buyer.press("Курьер")
    await buyer.press("Заказать")


async def ask_to_be_forgotten(sandbox: SandboxClient, person: PersonClient, password: str) -> None:
    """With the password; the officer approves."""
    await person.say("/privacy")
    await person.press("Удалить мои данные")
    await person.press("Удалить мои данные")
    await person.say(password)
    assert "принята" in (await person.last()).text
    officer = sandbox.person(OFFICER)
    await officer.say("/requests")
    await officer.press("удаление")
    await officer.press("Уничтожить данные")
    await officer.press("Да, уничтожить")
    await person.wait_for("Ваши данные уничтожены", within=60)


@pytest.mark.slow
async def test_nothing_is_left_but_the_order(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    print("seed", seed)
    who = canary(random.Random(seed), 1)
    async with start_sandbox() as sandbox:
        await sandbox.unlimited()
        environment = bot_environment(sandbox, tmp_path, OFFICER_IDS=str(OFFICER))
        await seed_demo(environment, tmp_path)
        async with start_bot(environment, tmp_path / "log") as bot:
            await sandbox.person(OFFICER).say("/start")
            [anna] = await all_join(sandbox, [who], await invite_of(sandbox))
            await order(anna, f"Позвоните: {who.first_name} {who.last_name}")
            await sandbox.person(OLEG).wait_for(who.last_name)
            await anna.wait_for("Ваш кабинет открыт")
            told = next(m.text for m in await anna.messages() if "Ваш кабинет открыт" in m.text)
            number = re.search(r"\b\d{3}-\d{3}-\d{3}\b", told)
            assert number, told
            address, password = await letter_of(sandbox, number.group())
            assert address == who.email

            sealed = sealed_of(tmp_path, anna.id)
            assert {"forms.passport_sealed", "orders.comment_sealed", "orders.address_sealed"} <= set(sealed.values())
            there = {each.partition(": ")[2] for each in sealed_left(tmp_path, sealed)}
            assert there == set(sealed.values()), "all of it is found while it is there"
            [placed] = rows(tmp_path, "SELECT * FROM orders ORDER BY id DESC LIMIT 1")
            await ask_to_be_forgotten(sandbox, anna, password)
            assert bot.errors() == []
            # As in a power cut. While the file is open elsewhere too, starting and ending alone never empty its log.
            beside = sqlite3.connect(f"file:{tmp_path / 'cabinet.db'}?mode=ro", uri=True)
            beside.execute("SELECT count(*) FROM orders").fetchall()
            await bot.kill()
        async with start_bot(environment, tmp_path / "log") as bot:

            async def gone() -> bool:
                account = rows(tmp_path, "SELECT id FROM people WHERE id = ?", anna.id)
                return not account and not sealed_left(tmp_path, sealed)

            try:
                await until(gone, 30)
            except TimeoutError:
                assert sealed_left(tmp_path, sealed) == set()
                raise
            places = files_of(tmp_path)
            assert {"cabinet.db", "cabinet.db-wal", "log"} <= places.keys(), "while the bot runs"
            oleg = sandbox.person(OLEG)
            await oleg.wait_for(lambda chat: not any(who.last_name in each.text for each in chat.messages), within=30)
            assert any(f"{10_000 + placed['id']}" in each.text for each in await oleg.messages()), "the order stays"
            assert found_in(places, [who]) == []
            assert bot.errors() == []
        beside.close()
        assert sealed_left(tmp_path, sealed) == set(), "after the end"

    [stays] = rows(tmp_path, "SELECT * FROM orders WHERE id = ?", placed["id"])
    assert (stays["total"], stays["pieces"]) == (placed["total"], placed["pieces"])
    assert stays["placed_at"] == placed["placed_at"]
    assert [value for value in stays if isinstance(value, bytes)] == []
    assert len(rows(tmp_path, "SELECT * FROM order_lines WHERE order_id = ?", stays["id"])) == 1
