"""Inline mode."""

import asyncio
from typing import Any

import pytest

from tests.sandbox.conftest import ANNA, Bench
from tests.sandbox_client import SandboxError


def article(number: int, **more: Any) -> dict[str, Any]:
    content = {"message_text": f"<b>Товар {number}</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": str(number), "title": f"T{number}", "input_message_content": content, **more}


async def asked(bench: Bench, results: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    task = asyncio.create_task(bench.client.person(ANNA).inline("помада"))
    await asyncio.sleep(0.05)
    query = (await bench.fresh())["inline_query"]
    assert query["query"] == "помада"
    await bench.ok("answerInlineQuery", inline_query_id=query["id"], results=results, **more)
    return await task


async def test_results_and_a_choice(bench: Bench) -> None:
    await bench.started()
    markup = {"inline_keyboard": [[{"text": "В корзину", "callback_data": "add:1"}]]}
    answer = await asked(
        bench,
        [article(1, reply_markup=markup), article(2)],
        is_personal=True,
        button={"text": "Войти", "start_parameter": "login"},
    )
    assert [r["title"] for r in answer["results"]] == ["T1", "T2"]
    assert answer["button"] == {"text": "Войти", "start_parameter": "login"}
    assert answer["is_personal"] is True
    chosen = await bench.client.request("POST", f"/sandbox/people/{ANNA}/inline/choose", json={"result_id": "1"})
    assert chosen["message"]["html"] == "<b>Товар 1</b>"
    assert chosen["message"]["via_bot"] == "Кабинет"
    message, result = await bench.updates()
    assert message["message"]["via_bot"]["is_bot"] is True
    inline_id = result["chosen_inline_result"]["inline_message_id"]
    edited = await bench.ok("editMessageText", inline_message_id=inline_id, text="Продано")
    assert edited is True
    assert (await bench.client.chat(ANNA)).messages[-1].text == "Продано"


async def test_no_answer_in_time(bench: Bench) -> None:
    await bench.client.limits(inline_seconds=0.1)
    answer = await bench.client.person(ANNA).inline("x")
    assert (answer["results"], answer["timed_out"]) == ([], True)


async def test_only_shown_results_can_be_chosen(bench: Bench) -> None:
    with pytest.raises(SandboxError, match="there is no such result"):
        await bench.client.request("POST", f"/sandbox/people/{ANNA}/inline/choose", json={"result_id": "1"})


@pytest.mark.parametrize(
    ("results", "more", "description"),
    [
        ([article(i) for i in range(51)], {}, "RESULTS_TOO_MUCH"),
        ([article(1), article(1)], {}, "RESULT_ID_DUPLICATE"),
        ([article(1, id="x" * 65)], {}, "RESULT_ID_INVALID"),
        ([article(1)], {"next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ([article(1)], {"button": {"text": "x", "start_parameter": "a b"}}, "START_PARAM_INVALID"),
        (
            [article(1, input_message_content={"message_text": "<b>", "parse_mode": "HTML"})],
            {},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ([{"type": "photo", "id": "1", "photo_file_id": "no"}], {}, "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_refused_answers(
    bench: Bench, results: list[dict[str, Any]], more: dict[str, Any], description: str
) -> None:
    await bench.client.limits(inline_seconds=1)
    task = asyncio.create_task(bench.client.person(ANNA).inline("x"))
    await asyncio.sleep(0.05)
    query = (await bench.fresh())["inline_query"]
    refused = await bench.refused("answerInlineQuery", inline_query_id=query["id"], results=results, **more)
    assert refused == f"Bad Request: {description}"
    await bench.ok("answerInlineQuery", inline_query_id=query["id"], results=[])
    assert (await task)["results"] == []
