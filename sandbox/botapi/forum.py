"""Forum topics."""

from typing import Any

from aiogram import methods as m

from sandbox.botapi.registry import Call, method
from sandbox.errors import bad_request
from sandbox.state.chats import Chat, Topic
from sandbox.state.world import World
from sandbox.views import group_view

Raw = dict[str, Any]
COLORS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def _forum(call: Call, chat_id: int | str) -> Chat:
    chat = call.world.chat_for_bot(chat_id)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    call.world.check_can_write(chat)
    return chat


def _topic(call: Call, p: Any) -> tuple[Chat, Topic]:
    chat = _forum(call, p.chat_id)
    topic = chat.topics.get(p.message_thread_id)
    if topic is None or topic.deleted:
        raise bad_request("TOPIC_ID_INVALID")
    return chat, topic


def note(world: World, chat: Chat, topic: Topic, author: int, kind: str, content: Raw) -> int:
    """A service message about a topic, in the topic."""
    frame: Raw = {"message_thread_id": topic.id or chat.next_id, "is_topic_message": True, kind: content}
    number = world.post(chat, author, frame).id
    world.events.emit("group", chat_id=chat.id, group=group_view(chat))
    return number


def make_topic(world: World, chat: Chat, author: int, name: str, color: int | None, emoji: str | None) -> Topic:
    """A new topic; its id is the message that tells of it."""
    topic = Topic(0, name, color or COLORS[len(chat.topics) % len(COLORS)], emoji)
    content: Raw = {"name": name, "icon_color": topic.icon_color}
    if emoji:
        content["icon_custom_emoji_id"] = emoji
    chat.topics[chat.next_id] = topic
    topic.id = note(world, chat, topic, author, "forum_topic_created", content)
    return topic


def _check_name(name: str) -> None:
    if not name.strip():
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > 128:
        raise bad_request("TOPIC_TITLE_TOO_LONG")


@method(m.CreateForumTopic)
def create_topic(call: Call, p: m.CreateForumTopic) -> Raw:
    """A new topic."""
    chat = _forum(call, p.chat_id)
    _check_name(p.name)
    if p.icon_color is not None and p.icon_color not in COLORS:
        raise bad_request("TOPIC_ICON_COLOR_INVALID")
    topic = make_topic(call.world, chat, call.world.bot.id, p.name, p.icon_color, p.icon_custom_emoji_id)
    result: Raw = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
    if topic.icon_custom_emoji_id:
        result["icon_custom_emoji_id"] = topic.icon_custom_emoji_id
    return result


@method(m.EditForumTopic)
def edit_topic(call: Call, p: m.EditForumTopic) -> bool:
    """Another name or picture."""
    chat, topic = _topic(call, p)
    change: Raw = {}
    if p.name:
        _check_name(p.name)
        if p.name != topic.name:
            change["name"] = topic.name = p.name
    if p.icon_custom_emoji_id is not None and p.icon_custom_emoji_id != (topic.icon_custom_emoji_id or ""):
        topic.icon_custom_emoji_id = p.icon_custom_emoji_id or None
        change["icon_custom_emoji_id"] = p.icon_custom_emoji_id
    if not change:
        raise bad_request("TOPIC_NOT_MODIFIED")
    note(call.world, chat, topic, call.world.bot.id, "forum_topic_edited", change)
    return True


@method(m.CloseForumTopic)
def close_topic(call: Call, p: m.CloseForumTopic) -> bool:
    """People cannot write there; the bot, an administrator, can."""
    chat, topic = _topic(call, p)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    note(call.world, chat, topic, call.world.bot.id, "forum_topic_closed", {})
    return True


@method(m.ReopenForumTopic)
def reopen_topic(call: Call, p: m.ReopenForumTopic) -> bool:
    """People can write there again."""
    chat, topic = _topic(call, p)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    note(call.world, chat, topic, call.world.bot.id, "forum_topic_reopened", {})
    return True


def drop_topic(world: World, chat: Chat, topic: Topic) -> None:
    """A topic and its messages go."""
    topic.deleted = True
    for stored in chat.messages.values():
        if stored.raw.get("message_thread_id") == topic.id and not stored.deleted:
            stored.deleted = True
            world.announce(chat, stored, "delete")
    world.events.emit("group", chat_id=chat.id, group=group_view(chat))


@method(m.DeleteForumTopic)
def delete_topic(call: Call, p: m.DeleteForumTopic) -> bool:
    """A topic and its messages go."""
    drop_topic(call.world, *_topic(call, p))
    return True


@method(m.UnpinAllForumTopicMessages)
def unpin_topic(call: Call, p: m.UnpinAllForumTopicMessages) -> bool:
    """The pins of one topic go."""
    chat, topic = _topic(call, p)
    chat.pinned = [
        number
        for number in chat.pinned
        if (stored := chat.find(number)) and stored.raw.get("message_thread_id") != topic.id
    ]
    return True
