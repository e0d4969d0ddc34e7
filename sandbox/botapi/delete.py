"""deleteMessage(s), pinning, reactions."""

from typing import Any

from aiogram import methods as m

from sandbox.botapi.registry import Call, method, plain
from sandbox.errors import bad_request
from sandbox.state.chats import Chat, Stored

Raw = dict[str, Any]
MOST = 100
_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 "
    "💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
REACTIONS = frozenset(_EMOJI.split())


def remove(call: Call, chat: Chat, stored: Stored) -> None:
    """A message goes for everybody."""
    stored.deleted = True
    if stored.id in chat.pinned:
        chat.pinned.remove(stored.id)
    call.world.announce(chat, stored, "delete")


def _too_old(call: Call, stored: Stored) -> bool:
    age: float = call.world.clock.now() - stored.raw["date"]
    return age > call.world.limits.delete_hours * 3600


@method(m.DeleteMessage)
def delete_message(call: Call, p: m.DeleteMessage) -> bool:
    """A message up to 48 h old, the bot's or the person's."""
    chat = call.world.chat_for_bot(p.chat_id)
    stored = chat.find(p.message_id)
    if stored is None:
        raise bad_request("message to delete not found")
    if _too_old(call, stored):
        raise bad_request("message can't be deleted for everyone" if chat.is_private else "message can't be deleted")
    remove(call, chat, stored)
    return True


@method(m.DeleteMessages)
def delete_messages(call: Call, p: m.DeleteMessages) -> bool:
    """Up to a hundred; those that are not there are skipped."""
    if not p.message_ids:
        raise bad_request("message identifiers are not specified")
    if len(p.message_ids) > MOST:
        raise bad_request("too many message identifiers specified")
    chat = call.world.chat_for_bot(p.chat_id)
    for number in p.message_ids:
        stored = chat.find(number)
        if stored is not None and not _too_old(call, stored):
            remove(call, chat, stored)
    return True


def _pins_changed(call: Call, chat: Chat) -> None:
    call.world.events.emit("pin", chat_id=chat.id, message_id=chat.pinned[-1] if chat.pinned else 0)


@method(m.PinChatMessage)
def pin_message(call: Call, p: m.PinChatMessage) -> bool:
    """A message stays in sight; no service message is written about it."""
    chat = call.world.chat_for_bot(p.chat_id)
    call.world.check_can_write(chat)
    stored = chat.find(p.message_id)
    if stored is None:
        raise bad_request("message to pin not found")
    if stored.id in chat.pinned:
        chat.pinned.remove(stored.id)
    chat.pinned.append(stored.id)
    _pins_changed(call, chat)
    return True


@method(m.UnpinChatMessage)
def unpin_message(call: Call, p: m.UnpinChatMessage) -> bool:
    """The named or the newest pin goes."""
    chat = call.world.chat_for_bot(p.chat_id)
    number = p.message_id if p.message_id is not None else (chat.pinned[-1] if chat.pinned else None)
    if number is None or number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    _pins_changed(call, chat)
    return True


@method(m.UnpinAllChatMessages)
def unpin_all(call: Call, p: m.UnpinAllChatMessages) -> bool:
    """All pins go."""
    chat = call.world.chat_for_bot(p.chat_id)
    chat.pinned.clear()
    _pins_changed(call, chat)
    return True


@method(m.SetMessageReaction)
def set_reaction(call: Call, p: m.SetMessageReaction) -> bool:
    """The bot's one emoji under a message, or none."""
    world = call.world
    chat = world.chat_for_bot(p.chat_id)
    stored = chat.find(p.message_id)
    if stored is None:
        raise bad_request("message to react not found")
    reactions: list[Raw] = plain(p.reaction or [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        emoji = reaction.get("emoji", "").replace("\ufe0f", "")
        if reaction["type"] != "emoji" or emoji not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    stored.reactions[world.bot.id] = reactions
    emoji = reactions[0]["emoji"] if reactions else None
    stored.changed = world.events.emit(
        "reaction", chat_id=chat.id, message_id=stored.id, from_id=world.bot.id, emoji=emoji
    )
    return True
