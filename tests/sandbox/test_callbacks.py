"""Presses of inline buttons."""

import asyncio

import pytest

from tests.sandbox.conftest import ANNA, Bench
from tests.sandbox_client import SandboxError

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
BUTTONS = {
    "inline_keyboard": [[{"text": "Каталог", "callback_data": "cat"}, {"text": "Сайт", "url": "https://a.example/"}]]
}


async def screen(bench: Bench) -> int:
    await bench.started()
    number: int = (await bench.ok("sendMessage", chat_id=ANNA, text="Меню", reply_markup=BUTTONS))["message_id"]
    return number


async def test_a_press_and_its_answer(bench: Bench) -> None:
    number = await screen(bench)
    pressing = asyncio.create_task(bench.client.press(ANNA, number, text="Каталог", wait=5))
    await asyncio.sleep(0.05)
    query = (await bench.fresh())["callback_query"]
    assert query["data"] == "cat"
    assert query["from"]["id"] == ANNA
    assert query["message"]["message_id"] == number
    assert query["message"]["reply_markup"] == BUTTONS
    assert (await bench.client.state())["unanswered"] == [query["id"]]
    assert await bench.ok("answerCallbackQuery", callback_query_id=query["id"], text="Готово", show_alert=True) is True
    answer = (await pressing)["answer"]
    assert answer == {"text": "Готово", "show_alert": True, "url": None}
    assert (await bench.client.state())["unanswered"] == []
    assert await bench.refused("answerCallbackQuery", callback_query_id=query["id"]) == TOO_OLD


async def test_a_wait_that_is_not_answered_ends_empty(bench: Bench) -> None:
    number = await screen(bench)
    assert (await bench.client.press(ANNA, number, "cat", wait=0.1))["answer"] is None


async def test_any_data_is_let_through_also_on_deleted_messages(bench: Bench) -> None:
    number = await screen(bench)
    await bench.client.press(ANNA, number, "order:999:accept")
    assert (await bench.fresh())["callback_query"]["data"] == "order:999:accept"
    await bench.ok("deleteMessage", chat_id=ANNA, message_id=number)
    await bench.client.press(ANNA, number, "cat")
    message = (await bench.fresh())["callback_query"]["message"]
    assert message == {"chat": {**message["chat"]}, "message_id": number, "date": 0}


async def test_wrong_presses_are_explained(bench: Bench) -> None:
    number = await screen(bench)
    with pytest.raises(SandboxError, match="there is no button 'Нет'; there are 'Каталог', 'Сайт'"):
        await bench.client.press(ANNA, number, text="Нет")
    with pytest.raises(SandboxError, match="409 this button has no callback_data but url"):
        await bench.client.press(ANNA, number, text="Сайт")
    with pytest.raises(SandboxError, match="404 there is no message 77"):
        await bench.client.press(ANNA, 77, "x")


async def test_an_old_press_cannot_be_answered(bench: Bench) -> None:
    number = await screen(bench)
    query_id = (await bench.client.press(ANNA, number, "cat"))["callback_id"]
    await bench.client.advance(16 * 60)
    assert await bench.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    assert (await bench.client.state())["unanswered"] == []
    assert await bench.refused("answerCallbackQuery", callback_query_id="12345") == TOO_OLD
    assert await bench.refused("answerCallbackQuery") == TOO_OLD


async def test_a_press_repeated_by_a_reconnecting_client(bench: Bench) -> None:
    number = await screen(bench)
    press = await bench.client.press(ANNA, number, "buy")
    first = await bench.fresh()
    await bench.client.repeat(press["update_id"])
    second = await bench.fresh()
    assert second["update_id"] > first["update_id"]
    one, two = first["callback_query"], second["callback_query"]
    assert one.pop("id") != two.pop("id"), "each has to be answered by itself"
    assert one == two


async def test_answers_are_limited_to_200_characters(bench: Bench) -> None:
    number = await screen(bench)
    query_id = (await bench.client.press(ANNA, number, "cat"))["callback_id"]
    assert await bench.refused("answerCallbackQuery", callback_query_id=query_id, text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
