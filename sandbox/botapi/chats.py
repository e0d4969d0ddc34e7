"""Questions about chats, members and files."""

from typing import Any

from aiogram import methods as m

from sandbox.botapi.registry import Call, method
from sandbox.errors import bad_request
from sandbox.state.chats import Chat

Raw = dict[str, Any]
MAX_DOWNLOAD = 20 * 1024 * 1024
GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
)


@method(m.GetChat)
def get_chat(call: Call, p: m.GetChat) -> Raw:
    """Everything about a chat."""
    chat = call.world.chat_for_bot(p.chat_id)
    info: Raw = {**chat.raw, "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
    if chat.raw.get("username"):
        info["active_usernames"] = [chat.raw["username"]]
    pinned = chat.find(chat.pinned[-1]) if chat.pinned else None
    if pinned:
        info["pinned_message"] = pinned.raw
    if not chat.is_private:
        info["permissions"] = {"can_send_messages": True}
    return info


def _member(call: Call, chat: Chat, user_id: int) -> Raw:
    world = call.world
    if user_id == world.bot.id:
        if chat.is_private:
            return {"status": "member", "user": world.bot_user}
        return {
            "status": "administrator",
            "user": world.bot_user,
            "can_be_edited": False,
            "is_anonymous": False,
            **dict.fromkeys(RIGHTS, True),
        }
    person = world.people.get(user_id)
    if person is None:
        raise bad_request("user not found")
    if user_id not in chat.members:
        return {"status": "left", "user": person.user()}
    if not chat.is_private and chat.members[0] == user_id:
        return {"status": "creator", "user": person.user(), "is_anonymous": False}
    return {"status": "member", "user": person.user()}


@method(m.GetChatMember)
def get_chat_member(call: Call, p: m.GetChatMember) -> Raw:
    """Somebody's place in a chat; a group's first member owns it."""
    return _member(call, call.world.chat_for_bot(p.chat_id), p.user_id)


@method(m.GetChatAdministrators)
def get_administrators(call: Call, p: m.GetChatAdministrators) -> list[Raw]:
    """The owner and the bot."""
    chat = call.world.chat_for_bot(p.chat_id)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return [_member(call, chat, user_id) for user_id in (*chat.members[:1], call.world.bot.id)]


@method(m.GetChatMemberCount)
def get_member_count(call: Call, p: m.GetChatMemberCount) -> int:
    """How many there are, the bot with them."""
    return len(call.world.chat_for_bot(p.chat_id).members) + 1


@method(m.LeaveChat)
def leave_chat(call: Call, p: m.LeaveChat) -> bool:
    """The bot goes out of a group."""
    chat = call.world.chat_for_bot(p.chat_id)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_is_member = False
    return True


@method(m.GetUserProfilePhotos)
def get_profile_photos(call: Call, p: m.GetUserProfilePhotos) -> Raw:
    """Nobody has pictures here."""
    if p.user_id not in call.world.people:
        raise bad_request("user not found")
    return {"total_count": 0, "photos": []}


@method(m.GetFile)
def get_file(call: Call, p: m.GetFile) -> Raw:
    """Where to download a file, up to 20 MB."""
    file = call.world.files.get(p.file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    call.world.files.content(file)
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
