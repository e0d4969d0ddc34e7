"""Events, calls, letters, SMS, people, who may ask."""

import asyncio
import json
import smtplib
from email.message import EmailMessage
from typing import Any

import pytest

from sandbox.state.events import QUEUE_SIZE, Events
from tests.sandbox.conftest import ANNA, OLEG, Bench
from tests.sandbox_client import SandboxError


async def heard(bench: Bench, deed: Any, until: str) -> list[dict[str, Any]]:
    """The events from the deed up to the first of a type."""
    found = []
    async with bench.session.get(f"{bench.url}/sandbox/events") as response:
        assert response.content_type == "text/event-stream"
        await response.content.readline()
        await deed()
        async for line in response.content:
            if line.startswith(b"data: "):
                found.append(json.loads(line[6:]))
                if found[-1]["type"] == until:
                    return found
    raise AssertionError("the stream ended")


async def test_the_page_hears_everything_as_it_happens(bench: Bench) -> None:
    await bench.started()
    buttons = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]}

    async def deed() -> None:
        await bench.ok("sendChatAction", chat_id=ANNA, action="typing")
        await bench.ok("sendMessage", chat_id=ANNA, text="one", reply_markup=buttons)
        press = await bench.client.press(ANNA, 2, "a")
        await bench.ok("answerCallbackQuery", callback_query_id=press["callback_id"], text="T")
        await bench.ok("editMessageText", chat_id=ANNA, message_id=2, text="two")
        await bench.ok("deleteMessage", chat_id=ANNA, message_id=2)
        await bench.ok("sendMessage", chat_id=ANNA, text="k", reply_markup={"keyboard": [["K"]]})
        await bench.ok("setMyCommands", commands=[{"command": "a", "description": "b"}])
        await bench.client.add_person("New")
        await bench.client.add_group("G", [ANNA])
        await bench.client.request("POST", "/sandbox/sms", json={"to": "+7", "text": "1234"})
        await bench.client.reset()

    events = await asyncio.wait_for(heard(bench, deed, "reset"), 10)
    kinds = [event["type"] for event in events if event["type"] not in ("call", "commands")]
    assert kinds == [
        "typing",
        "message",
        "callback_answer",
        "edit",
        "delete",
        "message",
        "keyboard",
        "person",
        "group",
        "sms",
        "reset",
    ]
    assert [event["n"] for event in events] == sorted(event["n"] for event in events)
    message = next(event for event in events if event["type"] == "message")
    assert message["message"]["text"] == "one"
    assert (message["chat_id"], message["person_id"]) == (ANNA, ANNA)
    answer = next(event for event in events if event["type"] == "callback_answer")
    assert (answer["text"], answer["show_alert"], answer["person_id"]) == ("T", False, ANNA)
    assert {event["person_id"] for event in events if event["type"] == "commands"} == {1001, 2001, 3001}
    call = next(event["call"] for event in events if event["type"] == "call")
    assert (call["method"], call["status"], call["known"]) == ("sendChatAction", 200, True)


async def test_a_listener_that_sleeps_is_told_to_read_anew() -> None:
    events = Events()
    queue = events.subscribe()
    for _ in range(QUEUE_SIZE + 1):
        events.emit("typing")
    assert queue.get_nowait() == {"n": QUEUE_SIZE + 1, "type": "reset"}
    assert queue.empty()


async def test_calls_are_logged_with_parameters_and_answers(bench: Bench) -> None:
    await bench.started()
    await bench.ok("sendMessage", chat_id=ANNA, text="x")
    await bench.refused("sendMessage", chat_id=ANNA, text="")
    rows = await bench.client.calls("sendmessage")
    assert [row["status"] for row in rows] == [200, 400]
    assert rows[0]["params"] == {"chat_id": ANNA, "text": "x"}
    assert rows[0]["answer"]["result"]["text"] == "x"
    assert rows[0]["ms"] >= 0
    assert await bench.client.calls(after=rows[1]["id"]) == []
    assert len(await bench.client.calls(limit=1)) == 1


async def test_letters_are_kept(bench: Bench) -> None:
    letter = EmailMessage()
    letter["From"] = "Кабинет <noreply@cabinet.example>"
    letter["To"] = "anna@example.com"
    letter["Subject"] = "Ваш пароль"
    letter.set_content("Пароль: 1234\n")
    letter.add_alternative("<p>Пароль: <b>1234</b></p>", subtype="html")
    letter.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="order.pdf")

    def post() -> None:
        assert bench.client.smtp_port
        with smtplib.SMTP("127.0.0.1", bench.client.smtp_port, timeout=10) as server:
            server.login("any", "thing")
            server.send_message(letter)

    await asyncio.to_thread(post)
    (kept,) = await bench.client.mail()
    assert (kept["subject"], kept["to"]) == ("Ваш пароль", "anna@example.com")
    assert "noreply@cabinet.example" in kept["from"]
    assert kept["text"].strip() == "Пароль: 1234"
    assert "<b>1234</b>" in kept["html"]
    assert kept["attachments"] == [{"file_name": "order.pdf", "mime": "application/pdf"}]


async def test_sms_are_kept(bench: Bench) -> None:
    await bench.client.request("POST", "/sandbox/sms", json={"to": "+7916", "text": "Код 1234"})
    (kept,) = await bench.client.sms()
    assert (kept["to"], kept["text"]) == ("+7916", "Код 1234")
    with pytest.raises(SandboxError, match="an SMS needs to and text"):
        await bench.client.request("POST", "/sandbox/sms", json={"to": "+7916"})


async def test_people(bench: Bench) -> None:
    assert [(p["id"], p["first_name"], p["language_code"]) for p in await bench.client.people()] == [
        (1001, "Анна", "ru"),
        (2001, "Олег", "ru"),
        (3001, "Ирина", "ru"),
    ]
    new = await bench.client.add_person("Мария", last_name="К", id=55)
    await new.say("hi", settle=False)
    assert (await bench.fresh())["message"]["from"] == {
        "id": 55,
        "is_bot": False,
        "first_name": "Мария",
        "last_name": "К",
    }
    for body, reason in (
        ({"first_name": "X", "id": 55}, "409 person 55 is already here"),
        ({"first_name": " "}, "400 first_name is missing"),
        ({"first_name": "X", "id": "five"}, "400 id must be a whole number"),
        ({"first_name": "X", "phone": 7}, "400 phone must be text"),
    ):
        with pytest.raises(SandboxError, match=reason):
            await bench.client.request("POST", "/sandbox/people", json=body)
    with pytest.raises(SandboxError, match="404 there is no person 9"):
        await bench.client.send(9, text="x")
    with pytest.raises(SandboxError, match="404"):
        await bench.client.request("GET", "/sandbox/nothing")


async def test_people_change(bench: Bench) -> None:
    changed = await bench.client.person(ANNA).change(language_code="en", phone="+70000000000")
    assert (changed["language_code"], changed["phone"]) == ("en", "+70000000000")
    await bench.client.send(ANNA, text="x")
    assert (await bench.fresh())["message"]["from"]["language_code"] == "en"
    with pytest.raises(SandboxError, match="400 id cannot be 5"):
        await bench.client.person(ANNA).change(id=5)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({}, "400 nothing to send"),
        ({"text": " "}, "400 text is empty"),
        ({"text": "x" * 4097}, "400 text is longer than 4096"),
        ({"text": "x", "reply_to": 99}, "404 there is no message 99"),
        ({"location": {"latitude": "north"}}, "400 location needs"),
        ({"contact": {"first_name": "X"}}, "400 contact needs"),
    ],
)
async def test_what_people_cannot_send(bench: Bench, body: dict[str, Any], reason: str) -> None:
    with pytest.raises(SandboxError, match=reason):
        await bench.client.send(OLEG, **body)


async def test_who_blocked_the_bot_cannot_write_to_it(bench: Bench) -> None:
    await bench.client.person(ANNA).block()
    with pytest.raises(SandboxError, match="409 you blocked the bot"):
        await bench.client.send(ANNA, text="x")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_pages_of_other_origins_cannot_drive_it(bench: Bench, headers: dict[str, str]) -> None:
    for path in ("/sandbox/people", f"/bot{bench.client.token}/getMe"):
        async with bench.session.post(bench.url + path, headers=headers, json={"first_name": "X"}) as response:
            assert response.status == 403
    assert len(await bench.client.people()) == 3


async def test_its_own_page_can(bench: Bench) -> None:
    headers = {"Origin": bench.url, "Sec-Fetch-Site": "same-origin"}
    async with bench.session.post(f"{bench.url}/sandbox/people", headers=headers, json={"first_name": "X"}) as response:
        assert response.status == 201
