"""Delivery to a webhook: secret, retries, order, answers that are calls."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import FormData, MultipartWriter, web

from tests.sandbox.conftest import ANNA, OLEG, Bench


class Receiver:
    """A bot's webhook that answers what a test tells it to."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        self.headers: list[Any] = []
        self.url = ""
        self.reply: Callable[[dict[str, Any]], Awaitable[web.StreamResponse]] = self.fine

    async def fine(self, update: dict[str, Any]) -> web.StreamResponse:
        return web.Response()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        update = await request.json()
        self.seen.append(update)
        self.headers.append(request.headers)
        return await self.reply(update)

    async def count(self, number: int) -> None:
        for _ in range(300):
            if len(self.seen) >= number:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"only {len(self.seen)} of {number} came")


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def pending(bench: Bench, number: int) -> None:
    for _ in range(300):
        if (await bench.client.state())["pending"] == number:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("pending updates did not change")


async def test_updates_are_pushed_with_the_secret(bench: Bench, receiver: Receiver) -> None:
    await bench.client.send(ANNA, text="before")
    await bench.ok("setWebhook", url=receiver.url, secret_token="s3cret_-X", max_connections=5)
    await bench.client.send(ANNA, text="after")
    await receiver.count(2)
    assert [u["message"]["text"] for u in receiver.seen] == ["before", "after"]
    assert receiver.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-X"
    await pending(bench, 0)
    info = await bench.ok("getWebhookInfo")
    assert info == {
        "url": receiver.url,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "max_connections": 5,
    }
    conflict = await bench.call("getUpdates")
    assert conflict["error_code"] == 409
    assert "can't use getUpdates method while webhook is active" in conflict["description"]
    await bench.ok("deleteWebhook")
    assert await bench.updates() == []


async def test_failed_deliveries_come_again_with_growing_pauses(bench: Bench, receiver: Receiver) -> None:
    await bench.client.limits(webhook_first_pause=0.05, webhook_last_pause=0.2)
    times: list[float] = []

    async def failing(update: dict[str, Any]) -> web.StreamResponse:
        times.append(asyncio.get_running_loop().time())
        return web.Response(status=500 if len(times) < 4 else 200)

    receiver.reply = failing
    await bench.ok("setWebhook", url=receiver.url)
    await bench.client.send(ANNA, text="x")
    await receiver.count(2)
    info = await bench.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    await receiver.count(4)
    await pending(bench, 0)
    assert len({u["update_id"] for u in receiver.seen}) == 1
    pauses = [b - a for a, b in itertools.pairwise(times)]
    assert pauses[0] < pauses[1] < pauses[2] + 0.05
    assert pauses[2] >= 0.2


async def test_one_person_in_order_others_meanwhile(bench: Bench, receiver: Receiver) -> None:
    gate = asyncio.Event()

    async def slow_for_anna(update: dict[str, Any]) -> web.StreamResponse:
        if update["message"]["text"] == "a1":
            await gate.wait()
        return web.Response()

    receiver.reply = slow_for_anna
    await bench.ok("setWebhook", url=receiver.url)
    for text in ("a1", "a2"):
        await bench.client.send(ANNA, text=text)
    await bench.client.send(OLEG, text="o1")
    await receiver.count(2)
    await asyncio.sleep(0.05)
    assert [u["message"]["text"] for u in receiver.seen] == ["a1", "o1"]
    gate.set()
    await receiver.count(3)
    assert receiver.seen[-1]["message"]["text"] == "a2"


async def test_max_connections_are_kept(bench: Bench, receiver: Receiver) -> None:
    at_once = most = 0

    async def counting(update: dict[str, Any]) -> web.StreamResponse:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.02)
        at_once -= 1
        return web.Response()

    receiver.reply = counting
    people = [await bench.client.add_person(f"P{i}") for i in range(8)]
    await bench.ok("setWebhook", url=receiver.url, max_connections=2)
    for person in people:
        await person.say("x", settle=False)
    await receiver.count(8)
    assert most == 2


@pytest.mark.parametrize("kind", ["json", "form", "multipart"])
async def test_an_answer_may_be_a_call(bench: Bench, receiver: Receiver, kind: str) -> None:
    async def answering(update: dict[str, Any]) -> web.StreamResponse:
        call = {"method": "sendMessage", "chat_id": str(ANNA), "text": "from the answer"}
        if kind == "json":
            return web.json_response(call)
        if kind == "form":
            form = FormData(call)()
            return web.Response(body=form, content_type="application/x-www-form-urlencoded")
        writer = MultipartWriter("form-data")
        for name, value in call.items():
            part = writer.append(value)
            part.set_content_disposition("form-data", name=name)
        return web.Response(body=writer)

    receiver.reply = answering
    await bench.ok("setWebhook", url=receiver.url)
    await bench.client.send(ANNA, text="x")
    await bench.client.wait_for(ANNA, lambda chat: chat.messages[-1].text == "from the answer")
    row = (await bench.client.calls("sendMessage"))[-1]
    assert row["params"]["via"] == "webhook answer"


async def test_dropping_and_unreachable(bench: Bench, receiver: Receiver) -> None:
    await bench.client.limits(webhook_first_pause=0.05)
    await bench.client.send(ANNA, text="old")
    await bench.ok("setWebhook", url="http://127.0.0.1:9/closed", drop_pending_updates=True)
    assert (await bench.ok("getWebhookInfo"))["pending_update_count"] == 0
    await bench.client.send(ANNA, text="new")
    for _ in range(100):
        info = await bench.ok("getWebhookInfo")
        if "last_error_message" in info:
            break
        await asyncio.sleep(0.02)
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    await bench.ok("setWebhook", url=receiver.url)
    await receiver.count(1)
    assert receiver.seen[0]["message"]["text"] == "new"


async def test_refused_settings(bench: Bench) -> None:
    assert await bench.refused("setWebhook", url="nonsense") == "Bad Request: bad webhook: invalid URL"
    assert await bench.refused("setWebhook", url="http://127.0.0.1:9/", secret_token="a b") == (
        "Bad Request: secret token contains unallowed characters"
    )
