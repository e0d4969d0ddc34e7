"""Delivery against the sandbox and a real outbox: everything owed arrives, at the right pace, through every trouble."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client import generate_latest

from bot.delivery.pacer import Pacer, Rates
from domain.notices.models import Priority
from handlers.ui.screen import Screen
from storage.outbox_queue import OutboxRow
from tests.bot.delivery.conftest import Post
from tests.bot.telegram import until


async def test_what_is_owed_arrives_once_and_is_written_down(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(10)
    for number in range(60):
        await post.owe(everybody[number % 10], f"notice {number}")
    async with post.running():
        rows = await post.settled()
    assert all(row.state == "sent" and row.message_id and row.attempts == 1 for row in rows.values())
    for index, person in enumerate(everybody):
        assert await post.texts(person) == [f"notice {number}" for number in range(index, 60, 10)], "in order, once"


async def test_notices_go_before_bulk_even_when_bulk_was_claimed_already(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(60)
    for number, person in enumerate(everybody[:50]):
        await post.owe(person, f"bulk {number}", Priority.BULK)
    async with post.running(pacer=Pacer(Rates(limit=1000, delivery=40))) as delivery:
        await asyncio.sleep(0.2)
        for number, person in enumerate(everybody[50:]):
            await post.owe(person, f"notice {number}")
        delivery.wake()
        await post.settled()
    order = [call["params"]["text"] for call in await post.telegram.calls("sendMessage")]
    last_notice = max(index for index, text in enumerate(order) if text.startswith("notice"))
    assert last_notice < 40, order
    assert len(order) == 60


async def test_within_telegrams_limits_there_is_no_429_at_all(post: Post) -> None:
    everybody = await post.people(70)
    for number, person in enumerate(everybody):
        await post.owe(person, f"notice {number}")
    began = time.monotonic()
    async with post.running(pacer=Pacer()):
        await post.settled()
    took = time.monotonic() - began
    answers = [call["status"] for call in await post.telegram.calls("sendMessage")]
    assert answers == [200] * 70
    assert took < 70 / 28 + 2.5


async def test_one_chat_gets_one_a_second_and_holds_up_nobody(post: Post) -> None:
    await post.telegram.client.limits(per_chat_burst=1)
    one, *others = await post.people(11)
    for number in range(3):
        await post.owe(one, f"one {number}")
    for person in others:
        await post.owe(person, f"other {person}")
    async with post.running(pacer=Pacer(Rates(chat=0.95))):
        await post.settled()
    calls = await post.telegram.calls("sendMessage")
    assert [call["status"] for call in calls] == [200] * 13
    order = [call["params"]["text"] for call in calls]
    assert order.index("one 1") > 10
    assert await post.texts(one) == ["one 0", "one 1", "one 2"]


@pytest.mark.parametrize("kind", ["500", "502", "cut"])
async def test_passing_troubles_are_tried_again(post: Post, kind: str) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(6)
    await post.telegram.client.fault("sendMessage", kind, times=8)
    for person in everybody:
        await post.owe(person, f"to {person}")
    async with post.running():
        rows = await post.settled()
    assert all(row.state == "sent" for row in rows.values())
    assert sum(row.attempts for row in rows.values()) == 6 + 8
    assert any(row.last_error for row in rows.values()), "the last error is a row's"
    for person in everybody:
        assert await post.texts(person) == [f"to {person}"]


async def test_a_message_that_takes_too_long_is_tried_again(post: Post) -> None:
    await post.telegram.client.unlimited()
    [person] = await post.people(1)
    await post.telegram.client.fault("sendMessage", "timeout", times=1)
    await post.owe(person, "late")
    async with post.running(send_timeout=0.3, lease=5.0):
        rows = await post.settled()
    assert rows["late"].state == "sent"
    assert rows["late"].attempts == 2


async def test_a_429_stops_everything_for_as_long_as_told(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(12)
    await post.telegram.client.fault("sendMessage", "429", times=1, retry_after=2)
    for number, person in enumerate(everybody):
        await post.owe(person, f"notice {number}")
    async with post.running(pacer=Pacer(Rates(limit=100, delivery=20))):
        rows = await post.settled()
    assert all(row.state == "sent" and row.attempts == 1 for row in rows.values())
    calls = await post.telegram.calls("sendMessage")
    assert sum(call["status"] == 429 for call in calls) == 1
    refused = next(index for index, call in enumerate(calls) if call["status"] == 429)
    at = datetime.fromisoformat(calls[refused]["time"])
    for call in calls[refused + 3 :]:
        assert datetime.fromisoformat(call["time"]) - at > timedelta(seconds=1.9)


async def test_who_blocked_the_bot_is_unreachable_which_is_no_failure(post: Post) -> None:
    await post.telegram.client.unlimited()
    blocked, other = await post.people(2)
    await post.telegram.client.person(blocked).block()
    for number in range(3):
        await post.owe(blocked, f"to nobody {number}")
    await post.owe(other, "to somebody")
    async with post.running():
        rows = await post.settled()
    assert [rows[f"to nobody {number}"].state for number in range(3)] == ["unreachable"] * 3
    assert rows["to somebody"].state == "sent"
    assert not await post.reachable(blocked)
    assert await post.reachable(other)
    assert len(await post.telegram.calls("sendMessage")) == 2, "what else waits for them is not tried"

    await post.telegram.client.person(blocked).unblock()
    async with post.database.write() as work:
        await work.people.set_reachable(blocked, True)  # type: ignore[arg-type]
    async with post.running():
        await post.settled()
    assert await post.texts(blocked) == ["to nobody 0", "to nobody 1", "to nobody 2"]


async def test_who_never_wrote_to_the_bot_is_unreachable(post: Post) -> None:
    async with post.database.write() as work:
        await work.people.add(999_999, "ru")  # type: ignore[arg-type]
    await post.owe(999_999, "hello")
    async with post.running():
        rows = await post.settled()
    assert rows["hello"].state == "unreachable"


async def test_a_poisonous_message_is_put_aside_with_its_reason_and_stops_nobody(post: Post) -> None:
    await post.telegram.client.unlimited()
    one, two = await post.people(2)
    await post.owe(one, "fine")
    await post.owe(two, "broken")

    async def words(row: OutboxRow) -> Screen:
        return Screen("<b>never closed" if row.key == "broken" else row.key)

    post.bot.default.parse_mode = "HTML"
    async with post.running(render=words):
        rows = await post.settled()
        await until(lambda: b"cabinet_outbox_dead 1.0" in generate_latest(post.metrics.registry))
    assert rows["fine"].state == "sent"
    assert (rows["broken"].state, rows["broken"].attempts) == ("dead", 3)
    assert "can't parse entities" in rows["broken"].last_error


async def test_a_mistake_of_ours_is_put_aside_and_nothing_to_say_is_finished(post: Post) -> None:
    one, two = await post.people(2)
    await post.owe(one, "mistake")
    await post.owe(two, "nothing to say")

    async def words(row: OutboxRow) -> Screen | None:
        if row.key == "mistake":
            raise KeyError("a passport number 4510 123456")
        return None

    async with post.running(render=words):
        rows = await post.settled()
    assert (rows["mistake"].state, rows["mistake"].last_error) == ("dead", "KeyError")
    assert (rows["nothing to say"].state, rows["nothing to say"].message_id) == ("sent", None)
    assert await post.telegram.calls("sendMessage") == []


async def test_what_a_dead_process_had_claimed_is_sent_after_its_lease(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(5)
    for person in everybody:
        await post.owe(person, f"to {person}")
    dead = await post.queue.claim(3, datetime.now(UTC), timedelta(seconds=1.5))
    assert len(dead) == 3
    async with post.running():
        await asyncio.sleep(0.7)
        assert len(await post.telegram.calls("sendMessage")) == 2, "a lease is kept while it runs"
        rows = await post.settled()
    assert all(row.state == "sent" for row in rows.values())


async def test_two_engines_send_nothing_twice(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(20)
    for number in range(100):
        await post.owe(everybody[number % 20], f"notice {number}")
    async with post.running(), post.running():
        await post.settled()
    assert len(await post.telegram.calls("sendMessage")) == 100


async def test_stopping_ends_what_is_on_its_way_and_begins_nothing_more(post: Post) -> None:
    await post.telegram.client.unlimited()
    everybody = await post.people(40)
    for person in everybody:
        await post.owe(person, f"to {person}")
    async with post.running(pacer=Pacer(Rates(limit=1000, delivery=30))):
        await asyncio.sleep(0.5)
    sent = await post.telegram.calls("sendMessage")
    assert 0 < len(sent) < 40
    rows = await post.rows()
    assert sum(row.state == "sent" for row in rows.values()) == len(sent), "every one that went out is written down"
    await asyncio.sleep(0.3)
    assert len(await post.telegram.calls("sendMessage")) == len(sent)
