"""Buying by card over HTTP, as people do it: paid once whatever the network, the fingers and the machine do."""

from __future__ import annotations

import asyncio
import itertools
import re
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.payments.use_cases import ReleaseUnpaid
from storage.database import Database, utc_now
from storage.sealing import Keyring
from storage.tables import orders, payments
from tests.bot_process import BotProcess, bot_environment, run_bot, seed_demo, start_bot
from tests.e2e.test_first_order import OLEG, add_lipstick, join
from tests.sandbox_client import Message, PersonClient, SandboxClient

pytestmark = pytest.mark.asyncio(loop_scope="module")
Place = tuple[Path, dict[str, str]]
_logs = itertools.count(1)
CARDS = {"PROVIDER_TOKEN": "1:TEST:1"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shop(sandbox: SandboxClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    """A folder with a seeded database, and the settings of a shop that takes cards."""
    folder = tmp_path_factory.mktemp("cards")
    environment = bot_environment(sandbox, folder, **CARDS)
    await seed_demo(environment, folder)
    yield folder, environment


@pytest_asyncio.fixture(loop_scope="module")
async def bot(shop: Place) -> AsyncIterator[BotProcess]:
    """The bot for one test, on the database of all of them."""
    folder, environment = shop
    async with start_bot(environment, log_of(folder)) as running:
        yield running


def log_of(folder: Path) -> Path:
    """A log of its own for each start: "ready" is looked for in it."""
    return folder / f"log{next(_logs)}"


async def to_summary(buyer: PersonClient) -> None:
    """A lipstick, by courier, to be paid by card: the summary is on the screen."""
    await add_lipstick(buyer)
    await buyer.say("/cart")
    await buyer.press("Оформить")
    await buyer.press("Курьер")
    await buyer.press("Другая оплата")
    await buyer.press("Картой")


async def bill(buyer: PersonClient) -> Message:
    """The newest invoice."""
    await buyer.sandbox.wait_for(buyer.id, lambda chat: any(m.invoice for m in chat.messages))
    return next(m for m in reversed(await buyer.messages()) if m.invoice)


async def stored(folder: Path) -> tuple[list[str], list[tuple[str, int]]]:
    """The states of all orders, and (state, amount) of all payments."""
    database = Database(f"sqlite:///{folder / 'cabinet.db'}", Keyring.from_secrets(["not needed to read states"]))
    try:
        async with database.read() as work:
            found = await work.connection.execute(select(orders.c.state).order_by(orders.c.id))
            paid = await work.connection.execute(select(payments.c.state, payments.c.amount).order_by(payments.c.id))
            return list(found.scalars()), [(row.state, row.amount) for row in paid]
    finally:
        await database.close()


async def test_paid_by_card_and_never_twice(sandbox: SandboxClient, bot: BotProcess, shop: Place) -> None:
    anna = await join(sandbox, "Анна Карточкина")
    await to_summary(anna)
    confirm = await anna.last()
    data = next(b["callback_data"] for row in confirm.buttons for b in row if "Заказать и оплатить" in b["text"])
    await asyncio.gather(*(sandbox.press(anna.id, confirm.id, data) for _ in range(4)))
    await anna.settle()
    states, _ = await stored(shop[0])
    assert states == ["placed"], "four presses, one order"
    first = await bill(anna)
    assert first.invoice is not None
    paid = await anna.pay(first.id)
    assert paid["ok"], paid
    await anna.wait_for("Оплата прошла")
    oleg = sandbox.person(OLEG)
    await oleg.wait_for("Новый заказ")
    again = await anna.pay(first.id, again=True)
    assert not again["ok"]
    assert "уже оплачен" in again["error"]
    states, payments_ = await stored(shop[0])
    assert states == ["paid"]
    assert payments_ == [("applied", first.invoice["total_amount"])]
    assert bot.errors() == []


async def test_cut_lines_and_429_in_the_middle_of_checkout(sandbox: SandboxClient, bot: BotProcess) -> None:
    vera = await join(sandbox, "Вера Терпеливая")
    await to_summary(vera)
    await sandbox.fault("sendInvoice", "429", times=1, retry_after=1)
    await sandbox.fault("editMessageText", "cut", times=1)
    await sandbox.fault("answerPreCheckoutQuery", "429", times=1, retry_after=1)
    await vera.press("Заказать и оплатить")
    paid = await vera.pay((await bill(vera)).id)
    assert paid["ok"], paid
    await vera.wait_for("Оплата прошла", within=20)
    await vera.say("/orders")
    assert len([words for words in await vera.buttons() if "№" in words]) == 1


async def test_killed_between_payment_and_commit(sandbox: SandboxClient, shop: Place) -> None:
    folder, environment = shop
    before, paid_before = await stored(folder)
    for name, pause in (("Первая", 0.0), ("Вторая", 0.005), ("Третья", 0.02)):
        async with start_bot(environment, log_of(folder)) as running:
            buyer = await join(sandbox, f"Кира {name}")
            await to_summary(buyer)
            await buyer.press("Заказать и оплатить")
            invoice = await bill(buyer)
            path = f"/sandbox/people/{buyer.id}/pay"
            paid = await sandbox.request("POST", path, json={"message_id": invoice.id, "outcome": "paid"})
            assert paid["ok"], paid
            await asyncio.sleep(pause)
            await running.kill()
        async with start_bot(environment, log_of(folder)):
            await buyer.wait_for("Оплата прошла", within=20)
            await buyer.settle()
    states, payments_ = await stored(folder)
    assert states[len(before) :] == ["paid"] * 3
    assert [state for state, _ in payments_[len(paid_before) :]] == ["applied"] * 3


async def test_money_that_comes_too_late_goes_back(sandbox: SandboxClient, shop: Place) -> None:
    """The machine ends between the payment and its commit, and comes back when the order's time is over."""
    folder, environment = shop
    before, _ = await stored(folder)
    admin = sandbox.person(3001)
    async with start_bot(environment, log_of(folder)) as running:
        await admin.say("/start")
        buyer = await join(sandbox, "Ася Поздняя")
        await to_summary(buyer)
        await buyer.press("Заказать и оплатить")
        invoice = await bill(buyer)
        # Whoever wants to write waits for this one; the look before money moves only reads.
        hold = sqlite3.connect(folder / "cabinet.db", isolation_level=None)
        path = f"/sandbox/people/{buyer.id}/pay"
        hold.execute("BEGIN IMMEDIATE")
        paid = await sandbox.request("POST", path, json={"message_id": invoice.id, "outcome": "paid"})
        assert paid["ok"], (paid, running.log[-3000:])
        await running.kill()
        hold.rollback()
        hold.close()
    states, _ = await stored(folder)
    assert states[len(before) :] == ["placed"], "nothing of the payment was kept"
    keys = Keyring.from_secrets((folder / "keys").read_text().split())
    database = Database(f"sqlite:///{folder / 'cabinet.db'}", keys)
    try:
        later = utc_now() + timedelta(minutes=33)
        assert await ReleaseUnpaid(database.write, database.read, lambda: later)() == 1
    finally:
        await database.close()
    async with start_bot(environment, log_of(folder)) as running:
        await buyer.wait_for("заказ уже не ждёт её", within=30)
        await admin.wait_for("Платёж нужно вернуть", within=60)
        await admin.say("/refunds")
        assert "Заказ отменён" in (await admin.last()).text
        await admin.press("Возвращено")
        assert "Возвращать нечего" in (await admin.last()).text
        assert running.errors() == []
    states, payments_ = await stored(folder)
    assert states[len(before) :] == ["cancelled"]
    assert payments_[-1] == ("refunded", (invoice.invoice or {})["total_amount"])


async def test_reconciling_by_command(sandbox: SandboxClient, shop: Place, tmp_path: Path) -> None:
    folder, environment = shop
    code, out = await run_bot(environment, "reconcile")
    assert code == 0, out
    listed = tmp_path / "provider.csv"
    listed.write_text("id;amount\nstrange;100,00\n")
    code, out = await run_bot(environment, "reconcile", "--csv", str(listed))
    assert code == 1
    assert re.search(r"strange", out), out
    _, paid = await stored(folder)
    assert out.count("not at the provider") == len(paid)
