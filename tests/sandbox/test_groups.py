"""Groups and forum topics."""

import pytest

from tests.sandbox.conftest import ANNA, IRINA, OLEG, Bench
from tests.sandbox_client import SandboxError


async def forum(bench: Bench) -> int:
    group = await bench.client.add_group("Поддержка", [IRINA, OLEG], is_forum=True)
    member = (await bench.fresh())["my_chat_member"]
    assert member["new_chat_member"]["status"] == "member"
    number: int = group["id"]
    return number


async def test_topics_from_creation_to_deletion(bench: Bench) -> None:
    chat = await forum(bench)
    topic = await bench.ok("createForumTopic", chat_id=chat, name="Анна, заказ 1")
    thread = topic["message_thread_id"]
    sent = await bench.ok("sendMessage", chat_id=chat, message_thread_id=thread, text="Здравствуйте")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    await bench.client.send(IRINA, text="Ответ", chat_id=chat, thread_id=thread)
    message = (await bench.fresh())["message"]
    assert (message["message_thread_id"], message["chat"]["is_forum"]) == (thread, True)
    place = {"chat_id": chat, "message_thread_id": thread}
    assert await bench.ok("editForumTopic", **place, name="Анна, заказ 2") is True
    assert await bench.refused("editForumTopic", **place, name="Анна, заказ 2") == "Bad Request: TOPIC_NOT_MODIFIED"
    assert await bench.ok("closeForumTopic", **place) is True
    assert await bench.refused("closeForumTopic", **place) == "Bad Request: TOPIC_NOT_MODIFIED"
    with pytest.raises(SandboxError, match="this topic is closed"):
        await bench.client.send(IRINA, text="x", chat_id=chat, thread_id=thread)
    assert (await bench.ok("sendMessage", **place, text="the bot may"))["message_thread_id"] == thread
    assert await bench.ok("reopenForumTopic", **place) is True
    groups = await bench.client.request("GET", "/sandbox/groups")
    assert groups[0]["topics"] == [{"thread_id": thread, "name": "Анна, заказ 2", "closed": False}]
    assert await bench.ok("deleteForumTopic", **place) is True
    assert await bench.refused("sendMessage", **place, text="x") == "Bad Request: message thread not found"
    assert await bench.refused("copyMessage", **place, from_chat_id=chat, message_id=1) != ""
    assert await bench.refused("editForumTopic", **place, name="y") == "Bad Request: TOPIC_ID_INVALID"
    assert all(m.thread_id != thread for m in (await bench.client.chat(IRINA, chat_id=chat)).messages)


async def test_people_make_and_delete_topics(bench: Bench) -> None:
    chat = await forum(bench)
    topic = await bench.client.request("POST", f"/sandbox/groups/{chat}/topics", json={"name": "Новая"})
    message = (await bench.fresh())["message"]
    assert message["forum_topic_created"]["name"] == "Новая"
    assert message["message_thread_id"] == topic["thread_id"]
    await bench.client.request("DELETE", f"/sandbox/groups/{chat}/topics/{topic['thread_id']}")
    assert await bench.updates() == []
    assert await bench.refused("sendMessage", chat_id=chat, message_thread_id=topic["thread_id"], text="x") == (
        "Bad Request: message thread not found"
    )


async def test_topics_need_a_forum_and_a_name(bench: Bench) -> None:
    plain = (await bench.client.add_group("Клуб", [OLEG]))["id"]
    assert await bench.refused("createForumTopic", chat_id=plain, name="x") == "Bad Request: the chat is not a forum"
    chat = (await bench.client.add_group("Форум", [OLEG], is_forum=True))["id"]
    assert await bench.refused("createForumTopic", chat_id=chat, name=" ") == "Bad Request: TOPIC_TITLE_EMPTY"


async def test_everybody_in_a_group_sees_it_their_way(bench: Bench) -> None:
    chat = (await bench.client.add_group("Клуб", [OLEG, ANNA]))["id"]
    await bench.client.send(ANNA, text="Всем привет", chat_id=chat)
    await bench.ok("sendMessage", chat_id=chat, text="Привет, Анна")
    assert [m.outgoing for m in (await bench.client.chat(ANNA, chat_id=chat)).messages] == [True, False]
    assert [m.outgoing for m in (await bench.client.chat(OLEG, chat_id=chat)).messages] == [False, False]
    chats = await bench.client.request("GET", f"/sandbox/people/{OLEG}/chats")
    assert [(c["title"], c["type"], c["unread"]) for c in chats] == [
        ("Кабинет", "private", 0),
        ("Клуб", "supergroup", 0),
    ]
    with pytest.raises(SandboxError, match="is not a member"):
        await bench.client.chat(IRINA, chat_id=chat)
    with pytest.raises(SandboxError, match="has no chat"):
        await bench.client.chat(IRINA, chat_id=ANNA)


async def test_a_bot_that_left_cannot_write(bench: Bench) -> None:
    chat = (await bench.client.add_group("Клуб", [OLEG]))["id"]
    await bench.ok("leaveChat", chat_id=chat)
    assert await bench.refused("sendMessage", chat_id=chat, text="x") == (
        "Forbidden: bot is not a member of the supergroup chat"
    )
