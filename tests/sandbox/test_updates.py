"""getUpdates as Telegram documents it."""

import asyncio
import time

from tests.sandbox.conftest import ANNA, OLEG, Bench


async def test_unconfirmed_updates_come_again_and_confirmed_ones_do_not(bench: Bench) -> None:
    for text in ("one", "two", "three"):
        await bench.client.send(ANNA, text=text)
    first = await bench.updates()
    assert [u["message"]["text"] for u in first] == ["one", "two", "three"]
    assert await bench.updates() == first
    later = await bench.updates(offset=first[1]["update_id"])
    assert [u["message"]["text"] for u in later] == ["two", "three"]
    assert await bench.updates(offset=first[2]["update_id"] + 1) == []
    assert await bench.updates() == []


async def test_limit_and_negative_offset(bench: Bench) -> None:
    for text in "abcd":
        await bench.client.send(ANNA, text=text)
    assert [u["message"]["text"] for u in await bench.updates(limit=2)] == ["a", "b"]
    assert [u["message"]["text"] for u in await bench.updates(offset=-1)] == ["d"]
    assert [u["message"]["text"] for u in await bench.updates()] == ["d"]


async def test_waiting_ends_as_soon_as_something_happens(bench: Bench) -> None:
    waiting = asyncio.create_task(bench.updates(timeout=20))
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await bench.client.send(ANNA, text="hello")
    updates = await asyncio.wait_for(waiting, 2)
    assert updates[0]["message"]["text"] == "hello"


async def test_waiting_ends_empty_after_the_timeout(bench: Bench) -> None:
    started = time.monotonic()
    assert await bench.updates(timeout=1) == []
    assert 0.9 < time.monotonic() - started < 3


async def test_a_second_poll_ends_the_first_with_409(bench: Bench) -> None:
    older = asyncio.create_task(bench.call("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    newer = asyncio.create_task(bench.call("getUpdates", timeout=20))
    answer = await asyncio.wait_for(older, 2)
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request")
    await bench.client.send(ANNA, text="for the newer")
    assert len((await asyncio.wait_for(newer, 2))["result"]) == 1


async def test_allowed_updates_leave_others_out_until_changed(bench: Bench) -> None:
    await bench.updates(allowed_updates=["callback_query"])
    await bench.client.send(ANNA, text="unseen")
    assert await bench.updates() == []
    await bench.updates(allowed_updates=[])
    await bench.client.send(ANNA, text="seen")
    assert [u["message"]["text"] for u in await bench.updates()] == ["seen"]


async def test_reactions_come_only_when_asked_for(bench: Bench) -> None:
    await bench.client.send(ANNA, text="x")
    react = f"/sandbox/people/{ANNA}/react"
    await bench.client.request("POST", react, json={"message_id": 1, "emoji": "👍"})
    assert len(await bench.updates()) == 1
    await bench.updates(allowed_updates=["message", "message_reaction"])
    await bench.client.request("POST", react, json={"message_id": 1, "emoji": None})
    reaction = (await bench.updates())[-1]["message_reaction"]
    assert reaction["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert reaction["new_reaction"] == []


async def test_an_offset_of_an_earlier_run_loses_nothing(bench: Bench) -> None:
    await bench.client.send(ANNA, text="here")
    state = await bench.client.state()
    assert len(await bench.updates(offset=state["last_update_id"] + 1000)) == 1


async def test_state_tells_what_waits(bench: Bench) -> None:
    await bench.client.send(ANNA, text="x")
    assert (await bench.client.state())["pending"] == 1
    await bench.fresh()
    state = await bench.client.state()
    assert state["pending"] == 0
    assert state["confirmed_to"] == state["last_update_id"]


async def test_repeat_delivers_with_a_new_id_or_the_same(bench: Bench) -> None:
    sent = await bench.client.send(ANNA, text="once")
    await bench.fresh()
    new = await bench.client.repeat(sent["update_id"])
    assert new > sent["update_id"]
    again = await bench.fresh()
    assert again["update_id"] == new
    assert again["message"]["text"] == "once"
    assert await bench.client.repeat(sent["update_id"], new_id=False) == sent["update_id"]
    assert (await bench.updates())[0]["update_id"] == sent["update_id"]


async def test_blocking_tells_the_bot_and_stops_it(bench: Bench) -> None:
    await bench.started(ANNA, OLEG)
    anna = bench.client.person(ANNA)
    await anna.block()
    member = (await bench.fresh())["my_chat_member"]
    assert (member["old_chat_member"]["status"], member["new_chat_member"]["status"]) == ("member", "kicked")
    answer = await bench.call("sendMessage", chat_id=ANNA, text="hi")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    assert (await bench.ok("sendMessage", chat_id=OLEG, text="hi"))["text"] == "hi"
    await anna.unblock()
    assert (await bench.fresh())["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (await bench.ok("sendMessage", chat_id=ANNA, text="hi"))["text"] == "hi"


async def test_update_ids_go_on_after_a_reset(bench: Bench) -> None:
    await bench.client.send(ANNA, text="x")
    before = (await bench.client.state())["last_update_id"]
    await bench.client.reset()
    assert await bench.updates() == []
    assert (await bench.client.send(ANNA, text="y"))["update_id"] == before + 1
