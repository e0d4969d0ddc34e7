"""Faults on purpose, flood limits, load mode."""

import asyncio
import time

import pytest
from aiohttp import ClientError, ClientTimeout

from tests.sandbox.conftest import ANNA, OLEG, Bench
from tests.sandbox_client import TOKEN, SandboxError


async def test_the_burst_of_a_chat_and_its_pause(bench: Bench) -> None:
    await bench.client.limits(per_second=None, per_chat_burst=5)
    await bench.started(ANNA, OLEG)
    for i in range(5):
        await bench.ok("sendMessage", chat_id=ANNA, text=str(i))
    answer = await bench.call("sendMessage", chat_id=ANNA, text="too much")
    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert (await bench.call("sendMessage", chat_id=OLEG, text="others go on"))["ok"] is True
    await bench.ok("editMessageText", chat_id=ANNA, message_id=2, text="edits are not counted")
    await asyncio.sleep(1.05)
    assert (await bench.call("sendMessage", chat_id=ANNA, text="again"))["ok"] is True


async def test_thirty_a_second_over_all_chats(bench: Bench) -> None:
    people = [await bench.client.add_person(f"P{i}") for i in range(40)]
    await asyncio.gather(*(person.say("/start", settle=False) for person in people))
    started = time.monotonic()
    answers = await asyncio.gather(*(bench.call("sendMessage", chat_id=p.id, text="x") for p in people))
    assert time.monotonic() - started < 1
    assert sum(answer["ok"] for answer in answers) == 30
    refused = next(answer for answer in answers if not answer["ok"])
    assert refused["parameters"]["retry_after"] == 1


async def test_twenty_a_minute_to_a_group(bench: Bench) -> None:
    chat = (await bench.client.add_group("G", [OLEG]))["id"]
    await bench.client.limits(per_chat_per_second=None, per_second=None)
    for i in range(20):
        await bench.ok("sendMessage", chat_id=chat, text=str(i))
    answer = await bench.call("sendMessage", chat_id=chat, text="x")
    assert 55 <= answer["parameters"]["retry_after"] <= 60
    await bench.client.unlimited()
    assert (await bench.call("sendMessage", chat_id=chat, text="x"))["ok"] is True


async def test_limits_are_checked(bench: Bench) -> None:
    with pytest.raises(SandboxError, match="there is no limit 'speed'"):
        await bench.client.limits(speed=3)
    with pytest.raises(SandboxError, match="per_second cannot be 'fast'"):
        await bench.client.limits(per_second="fast")
    with pytest.raises(SandboxError, match="pre_checkout_seconds cannot be None"):
        await bench.client.limits(pre_checkout_seconds=None)


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("429", 429, "Too Many Requests: retry after 7"),
        ("500", 500, "Internal Server Error"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
    ],
)
async def test_faults_that_are_answers(bench: Bench, kind: str, code: int, description: str) -> None:
    await bench.started()
    await bench.client.fault("sendMessage", kind, times=2, retry_after=7)
    for _ in range(2):
        answer = await bench.call("sendMessage", chat_id=ANNA, text="x")
        assert (answer["error_code"], answer["description"]) == (code, description)
    assert (await bench.call("sendMessage", chat_id=ANNA, text="x"))["ok"] is True
    assert len(await bench.client.person(ANNA).messages()) == 2
    assert await bench.client.request("GET", "/sandbox/faults") == []


async def test_a_proxys_page(bench: Bench) -> None:
    await bench.client.fault("getMe", "502")
    async with bench.session.get(f"{bench.url}/bot{TOKEN}/getMe") as response:
        assert response.status == 502
        assert response.content_type == "text/html"
        assert "502 Bad Gateway" in await response.text()


async def test_a_lost_answer_after_the_effect(bench: Bench) -> None:
    await bench.started()
    await bench.client.fault("sendMessage", "cut", after=True)
    with pytest.raises(ClientError):
        await bench.call("sendMessage", chat_id=ANNA, text="arrived all the same")
    assert (await bench.client.person(ANNA).last()).text == "arrived all the same"
    await bench.client.fault("sendMessage", "cut")
    with pytest.raises(ClientError):
        await bench.call("sendMessage", chat_id=ANNA, text="never")
    assert (await bench.client.person(ANNA).last()).text == "arrived all the same"
    assert [row["answer"] for row in await bench.client.calls("sendMessage")] == [{"fault": "cut"}] * 2


async def test_a_timeout(bench: Bench) -> None:
    await bench.client.fault("getMe", "timeout", seconds=2)
    with pytest.raises(TimeoutError):
        async with bench.session.get(f"{bench.url}/bot{TOKEN}/getMe", timeout=ClientTimeout(total=0.2)):
            pass
    await bench.client.clear_faults()


async def test_faults_by_share_chat_and_method(bench: Bench) -> None:
    await bench.client.unlimited()
    await bench.started(ANNA, OLEG)
    await bench.client.fault("*", "500", share=0.3, seed=7, chat_id=ANNA)
    hits = 0
    for _ in range(100):
        hits += not (await bench.call("sendMessage", chat_id=ANNA, text="x"))["ok"]
        await bench.ok("sendMessage", chat_id=OLEG, text="x")
    assert 15 <= hits <= 45
    assert await bench.updates() == [], "* leaves getUpdates alone"
    with pytest.raises(SandboxError, match="kind must be one of"):
        await bench.client.fault("*", "418")


async def test_load_mode_answers_like_strict_mode_where_it_matters(bench: Bench) -> None:
    await bench.started()
    await bench.client.limits(strict=False)
    sent = await bench.ok("sendMessage", chat_id=ANNA, text="<b>x</b>", parse_mode="HTML")
    assert (sent["text"], sent["entities"]) == ("x", [{"type": "bold", "offset": 0, "length": 1}])
    edited = await bench.ok("editMessageText", chat_id=ANNA, message_id=sent["message_id"], text="y")
    assert edited["text"] == "y"
    press = await bench.client.press(ANNA, sent["message_id"], "data")
    assert (await bench.fresh())["callback_query"]["data"] == "data"
    assert await bench.ok("answerCallbackQuery", callback_query_id=press["callback_id"]) is True
    for i in range(60):
        await bench.ok("sendMessage", chat_id=ANNA, text=str(i))
    assert (await bench.ok("sendMessage", chat_id=777, text="unknown people are let in"))["chat"]["id"] == 777
    assert len(await bench.client.person(ANNA).messages()) == 62
    assert all(row["method"] != "editMessageText" for row in await bench.client.calls())
    await bench.client.reset()
    assert (await bench.client.limits())["strict"] is True
