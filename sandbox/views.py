"""Messages, chats and people as the person side shows them."""

from typing import TYPE_CHECKING, Any

from sandbox.state.chats import Chat, Stored
from sandbox.text.render import to_html

if TYPE_CHECKING:
    from sandbox.state.people import Person
    from sandbox.state.world import World

Raw = dict[str, Any]
MEDIA = ("photo", "video", "voice", "video_note", "sticker", "animation", "audio", "document")
SERVICE = {
    "successful_payment": "Оплачено",
    "refunded_payment": "Деньги возвращены",
    "pinned_message": "Сообщение закреплено",
    "forum_topic_created": "Тема создана",
    "forum_topic_edited": "Тема изменена",
    "forum_topic_closed": "Тема закрыта",
    "forum_topic_reopened": "Тема открыта снова",
    "group_chat_created": "Группа создана",
    "new_chat_members": "Новый участник",
    "left_chat_member": "Участник вышел",
}


def person_view(world: "World", person: "Person") -> Raw:
    """A Person of the contract."""
    menu = world.bot.menu_buttons.get(person.id) or world.bot.menu_buttons.get(None) or {"type": "default"}
    return {
        "id": person.id,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
        "phone": person.phone,
        "is_blocked_bot": person.blocked,
        "started": person.started,
        "commands": world.commands.seen_by(person.id, person.id, person.language_code, group=False),
        "menu_button": menu,
    }


def message_view(world: "World", stored: Stored, viewer: int) -> Raw:
    """A Message of the contract, as `viewer` sees it."""
    if stored.deleted:
        return {"id": stored.id, "deleted": True}
    raw = stored.raw
    kind = _kind(raw)
    text: str = raw.get("text") or raw.get("caption") or ""
    entities = raw.get("entities") or raw.get("caption_entities")
    if kind == "service":
        text, entities = _service_text(raw), None
    sender = raw["from"]
    origin = raw.get("forward_origin")
    view: Raw = {
        "id": stored.id,
        "date": world.clock.iso(raw["date"]),
        "from": {"id": sender["id"], "name": _user_name(sender), "is_bot": sender["is_bot"]},
        "outgoing": stored.author == viewer,
        "kind": kind,
        "text": text,
        "html": to_html(text, entities),
        "media": _media(world, raw),
        "album": raw.get("media_group_id"),
        "location": raw.get("location"),
        "contact": raw.get("contact"),
        "buttons": raw.get("reply_markup", {}).get("inline_keyboard", []),
        "invoice": _invoice(stored),
        "reply_to": _reply(raw),
        "forwarded_from": _origin_name(origin) if origin else None,
        "via_bot": raw["via_bot"]["first_name"] if "via_bot" in raw else None,
        "thread_id": raw.get("message_thread_id"),
        "edited": "edit_date" in raw,
        "deleted": False,
        "protected": bool(raw.get("has_protected_content")),
        "reactions": [
            {"from": who, "emoji": reaction.get("emoji") or "⭐"}
            for who, given in stored.reactions.items()
            for reaction in given
        ],
    }
    if kind == "service":
        view["service"] = next(name for name in SERVICE if name in raw)
    if "venue" in raw:
        view["text"] = f"{raw['venue']['title']}, {raw['venue']['address']}"
    elif "poll" in raw:
        view["text"] = "\n".join([raw["poll"]["question"], *(f"• {o['text']}" for o in raw["poll"]["options"])])
    elif "dice" in raw:
        view["text"] = f"{raw['dice']['emoji']} {raw['dice']['value']}"
    elif "sticker" in raw:
        view["text"] = raw["sticker"].get("emoji", "")
    if not view["html"] and view["text"]:
        view["html"] = to_html(view["text"], None)
    return view


def chat_view(world: "World", chat: Chat, viewer: int, after: int) -> Raw:
    """A Chat of the contract; with `after`, only what changed since that event."""
    messages = [
        message_view(world, stored, viewer)
        for stored in list(chat.messages.values())
        if stored.changed > after and (after or not stored.deleted)
    ]
    typing = chat.typing if chat.typing and chat.typing_until > world.clock.now() else None
    return {
        "chat_id": chat.id,
        "type": chat.raw["type"],
        "title": world.bot_user["first_name"] if chat.is_private else chat.title,
        "messages": messages,
        "reply_keyboard": chat.reply_keyboard,
        "typing": typing,
        "last_event": world.events.n,
        "pinned": chat.pinned[-1] if chat.pinned else None,
    }


def group_view(chat: Chat) -> Raw:
    """A Group of the contract."""
    return {
        "id": chat.id,
        "title": chat.title,
        "members": chat.members,
        "is_forum": chat.is_forum,
        "topics": [topic.view() for topic in chat.topics.values() if not topic.deleted],
    }


def _kind(raw: Raw) -> str:
    if "text" in raw:
        return "text"
    for kind in ("photo", "video", "voice", "video_note", "sticker", "animation", "audio", "contact", "invoice"):
        if kind in raw:
            return kind
    if "document" in raw:
        return "document"
    if "location" in raw:
        return "location"
    if "poll" in raw or "dice" in raw:
        return "text"
    return "service"


def _media(world: "World", raw: Raw) -> Raw | None:
    kind = next((kind for kind in MEDIA if kind in raw), None)
    if kind is None:
        return None
    item = raw[kind][-1] if kind == "photo" else raw[kind]
    file = world.files.get(item["file_id"])
    return {
        "url": f"/sandbox/files/{item['file_id']}",
        "file_id": item["file_id"],
        "file_name": item.get("file_name") or (file.name if file else None),
        "mime": item.get("mime_type") or (file.mime if file else None),
        "width": item.get("width") or item.get("length"),
        "height": item.get("height") or item.get("length"),
        "duration": item.get("duration"),
        "size": item.get("file_size"),
    }


def _invoice(stored: Stored) -> Raw | None:
    invoice = stored.invoice
    if invoice is None:
        return None
    return {
        "title": invoice.title,
        "description": invoice.description,
        "currency": invoice.currency,
        "total_amount": invoice.total,
        "prices": invoice.prices,
        "photo_url": invoice.photo_url,
        "start_parameter": invoice.start_parameter,
        "is_flexible": invoice.is_flexible,
        "paid": invoice.paid,
    }


def _reply(raw: Raw) -> Raw | None:
    target = raw.get("reply_to_message")
    if not target:
        return None
    return {"id": target["message_id"], "text": target.get("text") or target.get("caption") or ""}


def _service_text(raw: Raw) -> str:
    kind = next((name for name in SERVICE if name in raw), None)
    if kind is None:
        return ""
    text = SERVICE[kind]
    if kind in ("successful_payment", "refunded_payment"):
        paid = raw[kind]
        amount = paid["total_amount"]
        shown = str(amount) if paid["currency"] == "XTR" else f"{amount // 100}.{amount % 100:02d}"
        text += f": {shown} {paid['currency']}"
    elif kind == "forum_topic_created":
        text += f": {raw[kind]['name']}"
    return text


def _user_name(user: Raw) -> str:
    return " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))


def _origin_name(origin: Raw) -> str:
    if "sender_user" in origin:
        return _user_name(origin["sender_user"])
    return str(origin.get("sender_user_name") or origin.get("sender_chat", {}).get("title", ""))
