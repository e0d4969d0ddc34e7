"""Order for each person, different people side by side, and failures that stay with their own update."""

from __future__ import annotations

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import SendMessage
from aiogram.types import Update
from structlog.testing import capture_logs

from bot.backoff import Backoff
from bot.intake.flood import Flood
from bot.intake.guard import FloodGuard
from bot.intake.handling import CONFIRMED, NOT_CONFIRMED, Limits, LockUnavailable
from bot.intake.queues import PersonQueues
from bot.intake.sender import queue_of, user_of
from bot.session import make_session
from tests.bot.telegram import ANNA, MemoryShelf, Telegram, press_update, text_update, until
from tests.sandbox_client import TOKEN

FAST = Backoff(first=0.01, most=0.05)
USER = {"id": 5, "is_bot": False, "first_name": "Anna"}
Handler = Callable[[Update], Awaitable[Any]]


async def _nobody(update: Update) -> None:
    raise AssertionError(f"nobody has to be told of {update.update_id}")


class Bench:
    """Queues around a handler, and who was told of a failure."""

    def __init__(self, bot: Bot, shelf: MemoryShelf) -> None:
        self.bot = bot
        self.shelf = shelf
        self.told: list[int] = []
        self.queues: PersonQueues | None = None

    def around(self, handler: Handler, guard: FloodGuard | None = None, **limits: Any) -> PersonQueues:
        async def tell(update: Update) -> None:
            self.told.append(update.update_id)

        chosen = Limits(**{"pauses": FAST, **limits})
        self.queues = PersonQueues(self.bot, handler, self.shelf, tell, limits=chosen, guard=guard)
        return self.queues


@pytest.fixture
async def bench(shelf: MemoryShelf) -> AsyncIterator[Bench]:
    bot = Bot(TOKEN, session=make_session("http://127.0.0.1:9"))
    bench = Bench(bot, shelf)
    yield bench
    if bench.queues is not None:
        await bench.queues.close(0)
    await bot.session.close()


async def test_each_persons_updates_run_in_order_and_people_side_by_side(bench: Bench) -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    seen: dict[int, list[int]] = defaultdict(list)
    running: set[int] = set()
    most = 0

    async def handler(update: Update) -> None:
        nonlocal most
        person = queue_of(update)
        assert person not in running, "two of one person at once"
        running.add(person)
        most = max(most, len(running))
        await asyncio.sleep(dice.uniform(0, 0.01))
        running.discard(person)
        seen[person].append(update.update_id)

    queues = bench.around(handler, parallel=20)
    people = [dice.randrange(1, 41) for _ in range(1400)]
    ends = [queues.submit(text_update(number, person)) for number, person in enumerate(people, 1)]
    outcomes = await asyncio.gather(*ends)
    assert all(outcome == CONFIRMED for outcome in outcomes)
    assert sum(map(len, seen.values())) == 1400
    assert all(numbers == sorted(numbers) for numbers in seen.values())
    assert most == 20
    assert len(queues) == 0


async def test_a_slow_person_holds_up_nobody_else(bench: Bench) -> None:
    gate = asyncio.Event()

    async def handler(update: Update) -> None:
        if queue_of(update) == 1:
            await gate.wait()

    queues = bench.around(handler, parallel=3)
    slow = [queues.submit(text_update(number, 1)) for number in range(1, 6)]
    others = [queues.submit(text_update(number, number)) for number in range(100, 150)]
    await asyncio.wait_for(asyncio.gather(*others), 5)
    assert not any(end.done() for end in slow)
    gate.set()
    await asyncio.gather(*slow)


async def test_a_failure_that_passes_is_tried_again_before_the_persons_next(bench: Bench) -> None:
    seen: list[int] = []

    async def handler(update: Update) -> None:
        seen.append(update.update_id)
        if seen.count(1) < 3:
            raise RuntimeError("not yet")

    queues = bench.around(handler)
    ends = [queues.submit(text_update(1, 5)), queues.submit(text_update(2, 5))]
    await asyncio.gather(*ends)
    assert seen == [1, 1, 1, 2]
    assert bench.shelf.kept == []
    assert bench.told == []


async def test_a_poisonous_update_is_put_aside_told_and_logged_once_and_stops_nobody(bench: Bench) -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        if update.message and update.message.text == "4276 3800 secret":
            raise ValueError(f"cannot do {update.message.text}")
        handled.append(update.update_id)

    queues = bench.around(handler)
    with capture_logs() as logs:
        poison = queues.submit(text_update(1, 5, "4276 3800 secret"))
        after = queues.submit(text_update(2, 5))
        other = queues.submit(text_update(3, 6))
        assert await other == CONFIRMED
        assert not poison.done(), "others do not wait for its pauses"
        assert await poison == CONFIRMED
        assert await after == CONFIRMED
    [kept] = bench.shelf.kept
    assert (kept["update_id"], kept["person_id"], kept["attempts"]) == (1, 5, 3)
    assert "ValueError" in kept["error"]
    assert "test_queues.py" in kept["error"]
    assert "secret" not in kept["error"], "the story must not hold what a person typed"
    assert Update.model_validate(json.loads(kept["payload"])) == text_update(1, 5, "4276 3800 secret")
    assert bench.told == [1]
    stories = [line for line in logs if line["log_level"] == "error"]
    assert len(stories) == 1
    assert "secret" not in json.dumps(logs)
    assert handled == [3, 2]


async def test_while_neither_handler_nor_shelf_works_the_update_is_kept_and_tried_on(bench: Bench) -> None:
    tries = 0

    async def handler(update: Update) -> None:
        nonlocal tries
        tries += 1
        if bench.shelf.broken:
            raise ConnectionError("the database is away")

    bench.shelf.broken = True
    queues = bench.around(handler)
    end = queues.submit(text_update(1, 5))
    await until(lambda: tries > 5)
    assert not end.done()
    bench.shelf.broken = False
    assert await asyncio.wait_for(end, 5) == CONFIRMED


class _Untellable(Exception):
    """An error whose own story cannot be told."""

    @property
    def __cause__(self) -> BaseException:  # type: ignore[override]
        raise RuntimeError("no")


async def test_a_fault_of_the_intake_itself_ends_on_the_shelf_and_costs_nobody_their_queue(bench: Bench) -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        if update.update_id == 1:
            raise _Untellable
        handled.append(update.update_id)

    queues = bench.around(handler)
    with capture_logs() as logs:
        first, second = queues.submit(text_update(1, 5)), queues.submit(text_update(2, 5))
        assert await asyncio.wait_for(first, 5) == CONFIRMED
    assert [each["event"] for each in logs] == ["the intake failed on an update", "an update was put aside"]
    [kept] = bench.shelf.kept
    assert (kept["update_id"], kept["error"], bench.told) == (1, "RuntimeError", [1])
    assert await asyncio.wait_for(second, 5) == CONFIRMED
    assert handled == [2]


async def test_a_fault_of_the_intake_waits_for_a_shelf_that_is_away(bench: Bench) -> None:
    async def handler(update: Update) -> None:
        raise _Untellable

    queues = bench.around(handler)
    bench.shelf.broken = True
    first = queues.submit(text_update(1, 5))
    await asyncio.sleep(0.3)
    assert not first.done()
    bench.shelf.broken = False
    assert await asyncio.wait_for(first, 5) == CONFIRMED
    assert [each["update_id"] for each in bench.shelf.kept] == [1]


async def test_an_update_that_cannot_be_written_down_is_put_aside_by_its_number_and_the_log_says_why(
    bench: Bench,
) -> None:
    async def handler(update: Update) -> None:
        raise ValueError("no")

    bench.shelf.broken = True
    with capture_logs() as logs:
        end = bench.around(handler).submit(text_update(1, 5, "secret and half a pair: \ud83d"))
        await until(lambda: any("could not be put aside" in each["event"] for each in logs))
        bench.shelf.broken = False
        assert await asyncio.wait_for(end, 5) == CONFIRMED
    assert [json.loads(each["payload"]) for each in bench.shelf.kept] == [{"update_id": 1}]
    [why] = [each for each in logs if "cannot be written down" in each["event"]]
    assert why["update_id"] == 1
    assert "surrogates" in why["error"]
    assert "secret" not in str(logs)


async def test_an_update_that_cannot_be_written_down_for_an_unknown_reason_stops_nobody_either(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def handler(update: Update) -> None:
        raise ValueError("no")

    def unwritable(*_: Any, **__: Any) -> str:
        raise TypeError("not JSON")

    monkeypatch.setattr(Update, "model_dump_json", unwritable)
    with capture_logs() as logs:
        assert await asyncio.wait_for(bench.around(handler).submit(text_update(1, 5)), 5) == CONFIRMED
    assert [json.loads(each["payload"]) for each in bench.shelf.kept] == [{"update_id": 1}]
    assert [each["error"] for each in logs if "cannot be written down" in each["event"]] == ["TypeError"]


async def test_a_handler_that_hangs_is_a_failed_try(bench: Bench) -> None:
    async def handler(update: Update) -> None:
        await asyncio.sleep(3600)

    queues = bench.around(handler, timeout=0.05)
    assert await asyncio.wait_for(queues.submit(text_update(1, 5)), 5) == CONFIRMED
    assert bench.shelf.kept[0]["error"].startswith("TimeoutError")


async def test_the_same_update_twice_at_once_runs_once(bench: Bench) -> None:
    runs: list[int] = []

    async def handler(update: Update) -> None:
        runs.append(update.update_id)
        await asyncio.sleep(0.02)

    queues = bench.around(handler)
    first, second = queues.submit(text_update(1, 5)), queues.submit(text_update(1, 5))
    assert first is second
    await first
    assert runs == [1]


async def test_closing_finishes_what_runs_and_leaves_the_rest_unconfirmed(bench: Bench) -> None:
    begun: list[int] = []

    async def handler(update: Update) -> None:
        begun.append(update.update_id)
        await asyncio.sleep(3600 if queue_of(update) == 9 else 0.05)

    queues = bench.around(handler)
    runs, waits = queues.submit(text_update(1, 5)), queues.submit(text_update(2, 5))
    hangs = queues.submit(text_update(3, 9))
    await until(lambda: len(begun) == 2)
    await asyncio.wait_for(queues.close(0.5), 5)
    assert runs.result() == CONFIRMED
    assert waits.result() == NOT_CONFIRMED
    assert hangs.result() == NOT_CONFIRMED
    assert begun == [1, 3]


async def test_a_press_under_a_message_with_options_is_put_aside_as_telegram_sent_it(bench: Bench) -> None:
    chat = {"id": 5, "type": "private"}
    message = {"message_id": 3, "date": 1_780_000_000, "chat": chat, "link_preview_options": {"is_disabled": True}}
    user = {"id": 5, "is_bot": False, "first_name": "N"}
    press = {"id": "9", "from": user, "chat_instance": "1", "data": "x", "message": {**message, "text": "hello"}}
    sent = {"update_id": 1, "callback_query": press}

    async def handler(update: Update) -> None:
        raise ValueError

    assert await bench.around(handler).submit(Update.model_validate(sent)) == CONFIRMED
    assert json.loads(bench.shelf.kept[0]["payload"]) == sent


async def test_an_unreadable_update_is_put_aside_without_being_run(bench: Bench) -> None:
    async def handler(update: Update) -> None:
        raise AssertionError("there is nothing to handle")

    queues = bench.around(handler)
    assert await queues.submit_unreadable(7, '{"update_id": 7}', ValueError("no")) == CONFIRMED
    assert bench.shelf.kept[0]["payload"] == '{"update_id": 7}'
    assert bench.told == []


async def test_a_method_given_back_is_carried_out_or_carried_to_the_caller(
    telegram: Telegram, bot: Bot, shelf: MemoryShelf
) -> None:
    await telegram.client.send(ANNA, text="/start")

    async def handler(update: Update) -> SendMessage:
        return SendMessage(chat_id=ANNA, text=f"answer {update.update_id}")

    async def tell(update: Update) -> None:
        raise AssertionError("nothing failed")

    queues = PersonQueues(bot, handler, shelf, tell)
    assert await queues.submit(text_update(1, ANNA)) == CONFIRMED
    assert (await telegram.client.person(ANNA).last()).text == "answer 1"
    outcome = await queues.submit(text_update(2, ANNA), carry=True)
    assert outcome.reply == SendMessage(chat_id=ANNA, text="answer 2")
    assert len(await telegram.calls("sendMessage")) == 1
    await queues.close()


async def test_a_flooder_is_warned_once_dropped_and_confirmed_while_others_pass(
    telegram: Telegram, bot: Bot, shelf: MemoryShelf
) -> None:
    handled: dict[int, int] = defaultdict(int)
    warned: list[int] = []

    async def handler(update: Update) -> None:
        handled[user_of(update) or 0] += 1

    async def warn(update: Update) -> None:
        warned.append(user_of(update) or 0)

    guard = FloodGuard(Flood(rate=1.0, burst=10), bot, warn)
    queues = PersonQueues(bot, handler, shelf, warn, guard=guard)
    ends = [queues.submit(press_update(number, 5)) for number in range(1, 101)]
    ends += [queues.submit(text_update(number, 6)) for number in range(200, 205)]
    assert all(outcome == CONFIRMED for outcome in await asyncio.gather(*ends))
    await until(lambda: warned)
    assert handled == {5: 10, 6: 5}
    assert warned == [5]
    for _ in range(100):
        if answers := await telegram.calls("answerCallbackQuery"):
            break
        await asyncio.sleep(0.02)
    assert len(answers) == 1, "a dropped press may not spin for ever, nor cost a call each"
    await queues.close()


async def test_a_backlog_is_not_judged_and_money_never_is(bench: Bench) -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        handled.append(update.update_id)

    async def warn(update: Update) -> None:
        raise AssertionError("nobody floods")

    queues = bench.around(handler, FloodGuard(Flood(rate=1.0, burst=1), bench.bot, warn))
    await asyncio.gather(*(queues.submit(text_update(number, 5), judge=False) for number in range(1, 51)))
    assert handled == list(range(1, 51))
    checkout = {"id": "1", "from": USER, "currency": "RUB", "total_amount": 1, "invoice_payload": "x"}
    ends = [
        queues.submit(Update.model_validate({"update_id": number, "pre_checkout_query": checkout}))
        for number in range(100, 110)
    ]
    await asyncio.gather(*ends)
    assert handled[-10:] == list(range(100, 110))


async def test_a_payments_last_look_waits_for_no_place_and_not_for_its_person(bench: Bench) -> None:
    gate = asyncio.Event()
    handled: list[int] = []

    async def handler(update: Update) -> None:
        if update.pre_checkout_query is None:
            await gate.wait()
        handled.append(update.update_id)

    class Lock:
        def hold(self, person: int, update_id: int) -> AbstractAsyncContextManager[object]:
            assert update_id != 3, "nor for a lock across processes"
            return nullcontext()

    queues = PersonQueues(bench.bot, handler, bench.shelf, _nobody, limits=Limits(parallel=1), lock=Lock())
    bench.queues = queues
    before = [queues.submit(text_update(number, 5)) for number in (1, 2)]
    bill = {"id": "1", "from": USER, "currency": "RUB", "total_amount": 1, "invoice_payload": "x"}
    look = queues.submit(Update.model_validate({"update_id": 3, "pre_checkout_query": bill}))
    assert await look == CONFIRMED
    assert handled == [3]
    gate.set()
    await asyncio.gather(*before)
    assert handled == [3, 1, 2]


async def test_what_is_behind_an_update_that_will_come_again_does_not_go_first(bench: Bench) -> None:
    handled: list[int] = []

    async def handler(update: Update) -> None:
        await asyncio.sleep(0.01)
        if handled == [1]:
            handled.append(-2)
            raise LockUnavailable("lost")
        handled.append(update.update_id)

    queues = bench.around(handler)
    ends = [queues.submit(text_update(number, 5)) for number in (1, 2, 3)]
    assert await asyncio.gather(*ends) == [CONFIRMED, NOT_CONFIRMED, NOT_CONFIRMED]
    again = [queues.submit(text_update(number, 5)) for number in (2, 3)]
    assert await asyncio.gather(*again) == [CONFIRMED, CONFIRMED]
    assert handled == [1, -2, 2, 3]
