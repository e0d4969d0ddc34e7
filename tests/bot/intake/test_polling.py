"""Long polling against the sandbox: confirmed after handling, nothing lost in a crash, nobody held up."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError
from aiogram.types import LabeledPrice, Update

from bot.backoff import Backoff
from bot.intake.flood import Flood
from bot.intake.guard import FloodGuard
from bot.intake.handling import Limits
from bot.intake.polling import Pace, Polling
from bot.intake.queues import PersonQueues
from bot.intake.sender import user_of
from bot.session import make_session
from tests.bot.telegram import ANNA, OLEG, MemoryShelf, Telegram, until

Handler = Callable[[Update], Awaitable[Any]]
QUICK = Backoff(first=0.01, most=0.05)


async def _no_tell(update: Update) -> None:
    raise AssertionError(f"nobody has to be told of {update.update_id}")


@asynccontextmanager
async def _polling(
    bot: Bot,
    handler: Handler,
    *,
    shelf: MemoryShelf | None = None,
    guard: FloodGuard | None = None,
    drain: float = 5.0,
    **limits: Any,
) -> AsyncIterator[Polling]:
    """Polling that runs inside the block and is stopped well at its end."""
    queues = PersonQueues(
        bot, handler, shelf or MemoryShelf(), _no_tell, limits=Limits(**{"pauses": QUICK, **limits}), guard=guard
    )
    kinds = ["message", "callback_query", "pre_checkout_query"]
    polling = Polling(bot, queues, allowed_updates=kinds, pace=Pace(failures=QUICK, drain=drain))
    task = asyncio.create_task(polling.run())
    try:
        yield polling
    finally:
        polling.stop()
        await asyncio.wait_for(task, 20)


async def _write(telegram: Telegram, person: int, count: int) -> None:
    for number in range(count):
        await telegram.client.send(person, text=str(number))


async def test_updates_are_confirmed_after_they_were_handled_and_not_before(telegram: Telegram, bot: Bot) -> None:
    gate = asyncio.Event()
    seen: list[int] = []

    async def handler(update: Update) -> None:
        seen.append(update.update_id)
        await gate.wait()

    await telegram.client.send(ANNA, text="one")
    async with _polling(bot, handler):
        await until(lambda: seen)
        await asyncio.sleep(0.5)
        assert len(telegram.world.updates.pending) == 1
        gate.set()
        await until(lambda: not telegram.world.updates.pending)
    assert len(seen) == 1, "an unconfirmed update comes again and must be recognised"


async def test_what_was_in_flight_in_a_crash_comes_again_and_what_was_done_does_not(
    telegram: Telegram, bot: Bot
) -> None:
    begun: list[str] = []

    async def handler(update: Update) -> None:
        assert update.message is not None
        begun.append(update.message.text or "")
        if update.message.text == "hangs":
            await asyncio.sleep(3600)

    async with _polling(bot, handler, drain=0.1):
        await telegram.client.send(ANNA, text="done")
        await until(lambda: not telegram.world.updates.pending)
        await telegram.client.send(ANNA, text="hangs")
        await telegram.client.send(OLEG, text="done behind it")
        await until(lambda: len(begun) == 3)

    again: list[str] = []

    async def second(update: Update) -> None:
        assert update.message is not None
        again.append(update.message.text or "")

    async with _polling(bot, second):
        await until(lambda: not telegram.world.updates.pending)
    assert again == ["hangs", "done behind it"], "the offset may not pass the one that was not handled"


async def test_a_slow_one_holds_up_nobody_else(telegram: Telegram, bot: Bot) -> None:
    gate = asyncio.Event()
    others = 0

    async def handler(update: Update) -> None:
        nonlocal others
        if user_of(update) == ANNA:
            await gate.wait()
        else:
            others += 1

    await telegram.client.send(ANNA, text="slow")
    async with _polling(bot, handler):
        for number in range(1, 31):
            await telegram.client.send(OLEG, text="quick")
            await until(lambda number=number: others == number, within=3)
        assert len(telegram.world.updates.pending) == 31
        gate.set()
        await until(lambda: not telegram.world.updates.pending)


async def test_a_full_window_waits_without_spinning_and_goes_on_in_order(telegram: Telegram, bot: Bot) -> None:
    gate = asyncio.Event()
    seen: dict[int, list[str]] = defaultdict(list)

    async def handler(update: Update) -> None:
        assert update.message is not None
        if update.message.text == "head":
            await gate.wait()
        seen[user_of(update) or 0].append(update.message.text or "")

    await telegram.client.send(ANNA, text="head")
    await _write(telegram, OLEG, 150)
    async with _polling(bot, handler):
        await until(lambda: len(seen[OLEG]) == 99)
        asked = len(await telegram.calls("getUpdates"))
        await asyncio.sleep(1.0)
        assert len(await telegram.calls("getUpdates")) - asked <= 1, "a full window must wait, not spin"
        assert len(seen[OLEG]) == 99
        gate.set()
        await until(lambda: not telegram.world.updates.pending)
    assert seen[OLEG] == [str(number) for number in range(150)]


async def test_a_head_that_hangs_is_over_after_its_tries_and_frees_the_window(telegram: Telegram, bot: Bot) -> None:
    shelf = MemoryShelf()
    told: list[int] = []

    async def handler(update: Update) -> None:
        if user_of(update) == ANNA:
            await asyncio.sleep(3600)

    async def tell(update: Update) -> None:
        told.append(update.update_id)

    await telegram.client.send(ANNA, text="hangs")
    await _write(telegram, OLEG, 120)
    queues = PersonQueues(bot, handler, shelf, tell, limits=Limits(timeout=0.1, pauses=QUICK))
    polling = Polling(bot, queues, allowed_updates=[])
    task = asyncio.create_task(polling.run())
    await until(lambda: not telegram.world.updates.pending)
    polling.stop()
    await asyncio.wait_for(task, 10)
    assert len(shelf.kept) == len(told) == 1


async def test_nothing_is_asked_more_than_needed_when_all_is_quiet(telegram: Telegram, bot: Bot) -> None:
    async def handler(update: Update) -> None:
        return None

    async with _polling(bot, handler):
        await telegram.client.send(ANNA, text="one")
        await until(lambda: not telegram.world.updates.pending)
        asked = len(await telegram.calls("getUpdates"))
        await asyncio.sleep(0.7)
        assert len(await telegram.calls("getUpdates")) - asked <= 1


async def test_stopping_reads_nothing_new_finishes_what_runs_and_confirms_it(telegram: Telegram, bot: Bot) -> None:
    begun: list[int] = []
    ended: list[int] = []

    async def handler(update: Update) -> None:
        begun.append(update.update_id)
        await asyncio.sleep(0.3)
        ended.append(update.update_id)

    async with _polling(bot, handler):
        await telegram.client.send(ANNA, text="runs")
        await telegram.client.send(ANNA, text="waits")
        await until(lambda: begun)
        # Both are known by now or the second comes after the stop; either way it was not begun.
    assert len(begun) == len(ended) == 1
    assert [update["message"]["text"] for update in telegram.world.updates.pending.values()] == ["waits"]


@pytest.mark.parametrize("kind", ["500", "502", "cut", "429"])
async def test_telegrams_troubles_are_waited_out(telegram: Telegram, bot: Bot, kind: str) -> None:
    seen: list[int] = []

    async def handler(update: Update) -> None:
        seen.append(update.update_id)

    await telegram.client.fault("getUpdates", kind, times=3 if kind != "429" else 1)
    await telegram.client.fault("deleteWebhook", kind, times=1)
    for _ in range(3):
        await telegram.client.send(ANNA, text="hello")
    async with _polling(bot, handler):
        await until(lambda: not telegram.world.updates.pending, within=15)
    assert seen == sorted(set(seen))
    assert len(seen) == 3


async def test_another_poller_makes_it_wait_and_not_give_up(telegram: Telegram, bot: Bot) -> None:
    seen: list[int] = []

    async def handler(update: Update) -> None:
        seen.append(update.update_id)

    async with _polling(bot, handler):
        await asyncio.sleep(0.1)
        await telegram.client.bot("getUpdates", timeout=0, offset=0)
        await telegram.client.send(ANNA, text="hello")
        await until(lambda: seen)


async def test_a_wrong_token_ends_it_with_the_reason(telegram: Telegram) -> None:
    async def handler(update: Update) -> None:
        raise AssertionError("there is nothing to handle")

    async with Bot("123456:WRONG-token-for-tests", session=make_session(telegram.client.url)) as bot:
        polling = Polling(bot, PersonQueues(bot, handler, MemoryShelf(), _no_tell), allowed_updates=[])
        with pytest.raises(TelegramUnauthorizedError):
            await asyncio.wait_for(polling.run(), 10)


async def test_an_update_nobody_can_read_is_put_aside_and_spoils_no_others(telegram: Telegram, bot: Bot) -> None:
    shelf = MemoryShelf()
    seen: list[int] = []

    async def handler(update: Update) -> None:
        seen.append(update.update_id)

    await telegram.client.limits(strict=False)
    await telegram.client.send(ANNA, text="before")
    telegram.world.updates.put("message", {"message_id": "not a number", "chat": None})
    await telegram.client.send(ANNA, text="after")
    async with _polling(bot, handler, shelf=shelf):
        await until(lambda: not telegram.world.updates.pending)
    assert len(seen) == 2
    assert len(shelf.kept) == 1
    assert "not a number" in shelf.kept[0]["payload"]


async def test_a_question_that_is_numbered_like_a_card_is_answered(telegram: Telegram, bot: Bot) -> None:
    async def handler(update: Update) -> None:
        if update.pre_checkout_query is not None:
            await bot.answer_pre_checkout_query(update.pre_checkout_query.id, ok=True)

    await telegram.client.limits(pre_checkout_seconds=2.0)
    telegram.world.queries._ids = itertools.count(411111111111111100)
    await telegram.client.send(ANNA, text="/start")
    async with _polling(bot, handler):
        bill = await bot.send_invoice(
            ANNA, "Помада", "Помада", "order:1", "RUB", [LabeledPrice(label="Помада", amount=100)], provider_token="1:T"
        )
        paid = await telegram.client.person(ANNA).pay(bill.message_id)
    assert paid["ok"], paid


async def test_a_backlog_is_drained_in_order_and_nobody_in_it_counts_as_a_flooder(telegram: Telegram, bot: Bot) -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    people = [await telegram.client.add_person(f"Person {number}") for number in range(20)]
    sent: dict[int, list[str]] = defaultdict(list)
    for number in range(1500):
        person = dice.choice(people).id
        telegram.world.updates.put(
            "message",
            {
                "message_id": number + 1,
                "date": 1_790_000_000,
                "chat": {"id": person, "type": "private"},
                "from": {"id": person, "is_bot": False, "first_name": "P"},
                "text": str(number),
            },
        )
        sent[person].append(str(number))
    seen: dict[int, list[str]] = defaultdict(list)

    async def handler(update: Update) -> None:
        assert update.message is not None
        await asyncio.sleep(dice.uniform(0, 0.004))
        seen[user_of(update) or 0].append(update.message.text or "")

    guard = FloodGuard(Flood(rate=1.0, burst=10), bot, _no_tell)
    async with _polling(bot, handler, guard=guard):
        await until(lambda: not telegram.world.updates.pending, within=30)
    assert seen == sent
    assert len(await telegram.calls("getUpdates")) < 150
