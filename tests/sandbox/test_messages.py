"""Sending, editing, deleting: what succeeds and how Telegram refuses."""

from typing import Any

import pytest

from tests.sandbox.conftest import ANNA, OLEG, Bench

SAME = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def keyboard(*data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": f"Button {d[:5]}", "callback_data": d}] for d in data]}


async def test_a_text_is_seen_by_the_person_as_it_was_sent(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok(
        "sendMessage",
        chat_id=ANNA,
        text="<b>Жирный</b> и 👍 <i>курсив</i>",
        parse_mode="HTML",
        reply_markup=keyboard("a"),
    )
    assert sent["text"] == "Жирный и 👍 курсив"
    assert sent["from"]["is_bot"] is True
    assert sent["chat"] == {"id": ANNA, "type": "private", "first_name": "Анна", "username": "anna_customer"}
    message = await bench.client.person(ANNA).last()
    assert message.html == "<b>Жирный</b> и 👍 <i>курсив</i>"
    assert message.words() == ["Button a"]


async def test_method_names_and_ways_of_calling_are_free(bench: Bench) -> None:
    await bench.started()
    base = f"{bench.url}/bot{bench.client.token}"
    async with bench.session.get(f"{base}/SENDMESSAGE", params={"chat_id": ANNA, "text": "by query"}) as response:
        assert (await response.json())["ok"]
    answer = await bench.form(
        "sendMessage",
        {
            "chat_id": str(ANNA),
            "text": "by form",
            "disable_notification": "true",
            "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
        },
    )
    assert answer["result"]["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "b"
    assert [m.text for m in await bench.client.person(ANNA).messages()] == ["/start", "by query", "by form"]


async def test_unknown_methods_and_wrong_tokens(bench: Bench) -> None:
    answer = await bench.call("makeCoffee", sugar=2)
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
    row = (await bench.client.calls("makeCoffee"))[0]
    assert (row["known"], row["status"], row["params"]) == (False, 404, {"sugar": 2})
    for token in ("nonsense", "12:x", "abc:defghijk"):
        async with bench.session.get(f"{bench.url}/bot{token}/getMe") as response:
            assert response.status == 401
            assert (await response.json())["description"] == "Unauthorized"


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"chat_id": ANNA}, "Bad Request: message text is empty"),
        ({"chat_id": ANNA, "text": ""}, "Bad Request: message text is empty"),
        ({"chat_id": ANNA, "text": "  \n "}, "Bad Request: text must be non-empty"),
        ({"chat_id": ANNA, "text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"chat_id": ANNA, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 424242, "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": OLEG, "text": "x"}, "Forbidden: bot can't initiate conversation with a user"),
        ({"chat_id": ANNA, "text": "x", "parse_mode": "Latex"}, "Bad Request: unsupported parse_mode"),
        ({"chat_id": ANNA, "text": "x", "reply_markup": keyboard("д" * 33)}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"chat_id": ANNA, "text": "x", "reply_markup": keyboard("")}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"chat_id": ANNA, "text": "x", "reply_markup": keyboard(*map(str, range(101)))},
            "Bad Request: reply markup is too long",
        ),
        (
            {"chat_id": ANNA, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "no action"}]]}},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {
                "chat_id": ANNA,
                "text": "x",
                "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]},
            },
            "Bad Request: can't parse inline keyboard button: Text must be non-empty",
        ),
        ({"chat_id": ANNA, "text": "x", "reply_markup": 5}, "Bad Request: object expected as reply markup"),
        (
            {"chat_id": ANNA, "text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        ({"chat_id": ANNA, "text": "x", "message_thread_id": 5}, "Bad Request: message thread not found"),
    ],
)
async def test_refusals_of_send_message(bench: Bench, params: dict[str, Any], description: str) -> None:
    await bench.started()
    assert await bench.refused("sendMessage", **params) == description


async def test_the_longest_allowed_text_counts_after_entities(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096


async def test_64_bytes_of_callback_data_pass(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text="x", reply_markup=keyboard("д" * 32))
    assert len(sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"].encode()) == 64


async def test_message_numbers_count_up_in_each_chat(bench: Bench) -> None:
    await bench.started(ANNA, OLEG)
    numbers = [(await bench.ok("sendMessage", chat_id=ANNA, text=str(i)))["message_id"] for i in range(3)]
    assert numbers == [2, 3, 4]
    assert (await bench.ok("sendMessage", chat_id=OLEG, text="x"))["message_id"] == 2


async def test_a_reply_quotes_its_message(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text="x", reply_parameters={"message_id": 1})
    assert sent["reply_to_message"]["text"] == "/start"
    lenient = await bench.ok(
        "sendMessage",
        chat_id=ANNA,
        text="y",
        reply_parameters={"message_id": 99, "allow_sending_without_reply": True},
    )
    assert "reply_to_message" not in lenient
    assert (await bench.client.chat(ANNA)).messages[1].reply_to == {"id": 1, "text": "/start"}


async def test_editing_a_text(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text="old", reply_markup=keyboard("a"))
    number = sent["message_id"]
    edited = await bench.ok("editMessageText", chat_id=ANNA, message_id=number, text="new", reply_markup=keyboard("a"))
    assert edited["text"] == "new"
    assert edited["edit_date"] >= sent["date"]
    again = {"chat_id": ANNA, "message_id": number, "text": "new"}
    assert await bench.refused("editMessageText", **again, reply_markup=keyboard("a")) == SAME
    assert "reply_markup" not in await bench.ok("editMessageText", **again)
    assert await bench.refused("editMessageText", **again) == SAME
    assert (await bench.client.person(ANNA).last()).edited is True


async def test_refusals_of_editing(bench: Bench) -> None:
    await bench.started()
    place = await bench.ok("sendLocation", chat_id=ANNA, latitude=55.7, longitude=37.6)
    edit = bench.refused
    assert await edit("editMessageText", chat_id=ANNA, message_id=99, text="x") == (
        "Bad Request: message to edit not found"
    )
    assert await edit("editMessageText", chat_id=ANNA, message_id=1, text="x") == "Bad Request: message can't be edited"
    number = place["message_id"]
    assert await edit("editMessageText", chat_id=ANNA, message_id=number, text="x") == (
        "Bad Request: there is no text in the message to edit"
    )
    assert await edit("editMessageCaption", chat_id=ANNA, message_id=number, caption="x") == (
        "Bad Request: there is no caption in the message to edit"
    )
    assert await edit("editMessageText", chat_id=ANNA, text="x") == ("Bad Request: message identifier is not specified")
    assert await edit("editMessageText", inline_message_id="none", text="x") == "Bad Request: MESSAGE_ID_INVALID"


async def test_buttons_alone_can_change_and_go(bench: Bench) -> None:
    await bench.started()
    number = (await bench.ok("sendMessage", chat_id=ANNA, text="x", reply_markup=keyboard("a")))["message_id"]
    other = await bench.ok("editMessageReplyMarkup", chat_id=ANNA, message_id=number, reply_markup=keyboard("b"))
    assert other["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "b"
    assert "edit_date" not in other
    bare = await bench.ok("editMessageReplyMarkup", chat_id=ANNA, message_id=number)
    assert "reply_markup" not in bare
    assert await bench.refused("editMessageReplyMarkup", chat_id=ANNA, message_id=number) == SAME


async def test_deleting(bench: Bench) -> None:
    await bench.started()
    await bench.ok("sendMessage", chat_id=ANNA, text="x")
    assert await bench.ok("deleteMessage", chat_id=ANNA, message_id=2) is True
    assert await bench.refused("deleteMessage", chat_id=ANNA, message_id=2) == (
        "Bad Request: message to delete not found"
    )
    assert await bench.ok("deleteMessage", chat_id=ANNA, message_id=1) is True, "a person's own message too"
    assert (await bench.client.chat(ANNA)).messages == []
    assert await bench.refused("editMessageText", chat_id=ANNA, message_id=2, text="y") == (
        "Bad Request: message to edit not found"
    )


async def test_after_48_hours_a_message_stays(bench: Bench) -> None:
    await bench.started()
    await bench.ok("sendMessage", chat_id=ANNA, text="x")
    await bench.client.advance(48 * 3600 + 5)
    assert (await bench.refused("deleteMessage", chat_id=ANNA, message_id=2)).startswith(
        "Bad Request: message can't be deleted"
    )


async def test_delete_messages_skips_what_is_not_there(bench: Bench) -> None:
    await bench.started()
    await bench.ok("sendMessage", chat_id=ANNA, text="x")
    assert await bench.ok("deleteMessages", chat_id=ANNA, message_ids=[1, 2, 77]) is True
    assert (await bench.client.chat(ANNA)).messages == []


async def test_the_person_side_gets_only_changes(bench: Bench) -> None:
    await bench.started()
    for text in "ab":
        await bench.ok("sendMessage", chat_id=ANNA, text=text)
    seen = (await bench.client.chat(ANNA)).last_event
    await bench.ok("deleteMessage", chat_id=ANNA, message_id=2)
    await bench.ok("editMessageText", chat_id=ANNA, message_id=3, text="b2")
    changes = (await bench.client.chat(ANNA, after=seen)).messages
    assert [(m.id, m.deleted, m.text) for m in changes] == [(2, True, ""), (3, False, "b2")]


async def test_reply_keyboards(bench: Bench) -> None:
    await bench.started()
    anna = bench.client.person(ANNA)
    keys = {"keyboard": [[{"text": "Телефон", "request_contact": True}, "Просто"]], "is_persistent": True}
    await bench.ok("sendMessage", chat_id=ANNA, text="x", reply_markup=keys)
    chat = await anna.chat()
    assert chat.keys() == ["Телефон", "Просто"]
    assert chat.reply_keyboard is not None
    assert chat.reply_keyboard["rows"][0][0]["request_contact"] is True
    await anna.press("Телефон", settle=False)
    contact = (await bench.fresh())["message"]["contact"]
    assert contact == {"phone_number": "+79161234567", "first_name": "Анна", "user_id": ANNA}
    await bench.ok("sendMessage", chat_id=ANNA, text="y", reply_markup={"remove_keyboard": True})
    assert (await anna.chat()).reply_keyboard is None
    await bench.ok("sendMessage", chat_id=ANNA, text="z", reply_markup={"force_reply": True})
    forced = (await anna.chat()).reply_keyboard
    assert forced is not None
    assert forced["force_reply"] is True
    await anna.say("answer", settle=False)
    assert (await anna.chat()).reply_keyboard is None


async def test_one_time_keyboards_go_after_use(bench: Bench) -> None:
    await bench.started()
    anna = bench.client.person(ANNA)
    keys = {"keyboard": [["Да"]], "one_time_keyboard": True}
    await bench.ok("sendMessage", chat_id=ANNA, text="x", reply_markup=keys)
    await anna.press("Да", settle=False)
    assert (await anna.chat()).reply_keyboard is None


async def test_typing_is_seen_until_the_message(bench: Bench) -> None:
    await bench.started()
    await bench.ok("sendChatAction", chat_id=ANNA, action="typing")
    assert (await bench.client.chat(ANNA)).typing == "typing"
    await bench.ok("sendMessage", chat_id=ANNA, text="x")
    assert (await bench.client.chat(ANNA)).typing is None
    assert await bench.refused("sendChatAction", chat_id=ANNA, action="dancing") == (
        "Bad Request: wrong parameter action in request"
    )


async def test_other_kinds_of_messages(bench: Bench) -> None:
    await bench.started()
    place = await bench.ok("sendVenue", chat_id=ANNA, latitude=1, longitude=2, title="T", address="A")
    assert place["venue"]["title"] == "T"
    contact = await bench.ok("sendContact", chat_id=ANNA, phone_number="+7900", first_name="Z")
    assert contact["contact"]["first_name"] == "Z"
    poll = await bench.ok("sendPoll", chat_id=ANNA, question="Q?", options=[{"text": "a"}, {"text": "b"}])
    assert [o["text"] for o in poll["poll"]["options"]] == ["a", "b"]
    closed = await bench.ok("stopPoll", chat_id=ANNA, message_id=poll["message_id"])
    assert closed["is_closed"] is True
    assert 1 <= (await bench.ok("sendDice", chat_id=ANNA))["dice"]["value"] <= 6
    assert await bench.refused("sendLocation", chat_id=ANNA, latitude=100, longitude=0) == (
        "Bad Request: wrong latitude/longitude specified"
    )
    live = await bench.ok("sendLocation", chat_id=ANNA, latitude=1, longitude=2, live_period=60)
    moved = await bench.ok(
        "editMessageLiveLocation", chat_id=ANNA, message_id=live["message_id"], latitude=3, longitude=4
    )
    assert moved["location"]["latitude"] == 3
    kinds = [m.kind for m in await bench.client.person(ANNA).messages()][1:]
    assert kinds == ["location", "contact", "text", "text", "location"]


async def test_copies_and_forwards(bench: Bench) -> None:
    await bench.started(ANNA, OLEG)
    await bench.client.send(ANNA, text="Вопрос")
    copied = await bench.ok("copyMessage", chat_id=OLEG, from_chat_id=ANNA, message_id=2)
    assert list(copied) == ["message_id"]
    forwarded = await bench.ok("forwardMessage", chat_id=OLEG, from_chat_id=ANNA, message_id=2)
    assert forwarded["forward_origin"]["sender_user"]["id"] == ANNA
    _, one, two = (await bench.client.chat(OLEG)).messages
    assert (one.text, one.raw["forwarded_from"]) == ("Вопрос", None)
    assert (two.text, two.raw["forwarded_from"]) == ("Вопрос", "Анна")
    several = await bench.ok("copyMessages", chat_id=OLEG, from_chat_id=ANNA, message_ids=[1, 2, 50])
    assert len(several) == 2
    several = await bench.ok("forwardMessages", chat_id=OLEG, from_chat_id=ANNA, message_ids=[1, 2])
    assert len(several) == 2
    assert await bench.refused("copyMessage", chat_id=OLEG, from_chat_id=ANNA, message_id=50) == (
        "Bad Request: message to copy not found"
    )
    assert await bench.refused("forwardMessage", chat_id=OLEG, from_chat_id=ANNA, message_id=50) == (
        "Bad Request: message to forward not found"
    )


async def test_protected_messages_cannot_be_copied(bench: Bench) -> None:
    await bench.started()
    sent = await bench.ok("sendMessage", chat_id=ANNA, text="x", protect_content=True)
    assert sent["has_protected_content"] is True
    number = sent["message_id"]
    assert await bench.refused("copyMessage", chat_id=ANNA, from_chat_id=ANNA, message_id=number) == (
        "Bad Request: message can't be copied"
    )


async def test_pins(bench: Bench) -> None:
    await bench.started()
    await bench.ok("pinChatMessage", chat_id=ANNA, message_id=1)
    assert (await bench.client.chat(ANNA)).pinned == 1
    assert (await bench.ok("getChat", chat_id=ANNA))["pinned_message"]["message_id"] == 1
    await bench.ok("unpinChatMessage", chat_id=ANNA)
    assert (await bench.client.chat(ANNA)).pinned is None
    assert await bench.refused("pinChatMessage", chat_id=ANNA, message_id=9) == (
        "Bad Request: message to pin not found"
    )


async def test_reactions_of_the_bot(bench: Bench) -> None:
    await bench.started()
    react = [{"type": "emoji", "emoji": "👍"}]
    assert await bench.ok("setMessageReaction", chat_id=ANNA, message_id=1, reaction=react) is True
    assert (await bench.client.chat(ANNA)).messages[0].raw["reactions"][0]["emoji"] == "👍"
    wrong = [{"type": "emoji", "emoji": "🧴"}]
    assert await bench.refused("setMessageReaction", chat_id=ANNA, message_id=1, reaction=wrong) == (
        "Bad Request: REACTION_INVALID"
    )
    assert await bench.refused("setMessageReaction", chat_id=ANNA, message_id=9, reaction=react) == (
        "Bad Request: message to react not found"
    )


async def test_people_edit_their_texts(bench: Bench) -> None:
    await bench.started()
    await bench.client.person(ANNA).edit(1, "/help", settle=False)
    edited = (await bench.fresh())["edited_message"]
    assert edited["text"] == "/help"
    assert edited["entities"] == [{"type": "bot_command", "offset": 0, "length": 5}]
    assert "edit_date" in edited
