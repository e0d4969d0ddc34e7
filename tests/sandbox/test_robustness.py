"""No call, however wrong, makes the sandbox itself fail."""

from typing import Any

import pytest

from sandbox.botapi.registry import METHODS
from tests.sandbox.conftest import ANNA, Bench

WRONG: list[Any] = [None, "", "x", 0, -1, 10**30, 1.5, True, [], {}, [[]], [{}], "{", "[1]", {"type": "x"}, "👍" * 50]


@pytest.mark.parametrize("name", sorted(METHODS))
async def test_wrong_parameters_are_refused_in_words(bench: Bench, name: str) -> None:
    await bench.client.unlimited()
    await bench.started()
    await bench.call("sendMessage", chat_id=ANNA, text="x")
    fields = METHODS[name].model.model_fields
    good: dict[str, Any] = {
        "chat_id": ANNA,
        "from_chat_id": ANNA,
        "message_id": 2,
        "text": "x",
        "user_id": ANNA,
        "file_id": "x",
    }
    base = {key: value for key, value in good.items() if key in fields and name != "getupdates"}
    for field in fields:
        for value in WRONG:
            if (name, field) in {("getupdates", "timeout"), ("setwebhook", "url")}:
                continue
            answer = await bench.call(METHODS[name].name, **{**base, field: value})
            assert answer["ok"] or answer["error_code"] in (400, 403, 404, 409), (field, value, answer)
    assert (await bench.ok("getMe"))["is_bot"] is True


async def test_wrong_bodies(bench: Bench) -> None:
    url = f"{bench.url}/bot{bench.client.token}/sendMessage"
    for body, kind in ((b"{", "application/json"), (b"[1]", "application/json"), (b"\xff\xfe", "text/plain")):
        async with bench.session.post(url, data=body, headers={"Content-Type": kind}) as response:
            assert response.status == 400, await response.text()
            assert (await response.json())["ok"] is False


@pytest.mark.parametrize("path", ["send", "press", "pay", "edit", "react", "inline", "inline/choose", "delete", "tap"])
async def test_wrong_bodies_of_people(bench: Bench, path: str) -> None:
    await bench.client.limits(inline_seconds=0.01, pre_checkout_seconds=0.01)
    await bench.started()
    bodies: list[Any] = [
        {},
        [],
        "x",
        {"text": 5},
        {"message_id": "x"},
        {"message_id": 1},
        {"message_id": 1, "text": []},
    ]
    bodies += [{"query": 5}, {"chat_id": "z"}, {"chat_id": -5}, {"message_id": 1, "callback_data": 5}, {"link": {}}]
    bodies += [{"contact": "x"}, {"location": 5}, {"result_id": None}, {"reply_to": "x", "text": "x"}, {"emoji": 5}]
    for body in bodies:
        async with bench.session.post(f"{bench.url}/sandbox/people/{ANNA}/{path}", json=body) as response:
            assert response.status in (200, 400, 404, 409), (body, await response.text())
