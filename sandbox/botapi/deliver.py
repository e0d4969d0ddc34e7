"""The one way a bot's message gets into a chat."""

from typing import Any

from sandbox.botapi.markup import apply_reply_keyboard, check_reply_keyboard, inline_markup
from sandbox.botapi.registry import Call, given
from sandbox.errors import bad_request
from sandbox.state.chats import Chat, Stored

Raw = dict[str, Any]
GENERAL = 1


def target(call: Call, p: Any, weight: int = 1) -> Chat:
    """The chat a send* method names, checked: it exists, may be written to, and the pace allows it."""
    world = call.world
    chat = world.chat_for_bot(p.chat_id)
    world.check_can_write(chat)
    check_thread(chat, getattr(p, "message_thread_id", None))
    if world.limits.strict or world.limits.paced:
        world.flood.take(chat.id, group=not chat.is_private, weight=weight)
    return chat


def check_thread(chat: Chat, thread_id: int | None) -> None:
    """400 when the topic is not there; a closed one is open to the bot, an administrator."""
    if thread_id is None or (thread_id == GENERAL and chat.is_forum):
        return
    topic = chat.topics.get(thread_id)
    if topic is None or topic.deleted:
        raise bad_request("message thread not found")


def deliver(call: Call, p: Any, content: Raw, *, chat: Chat | None = None, **more: Any) -> Stored:
    """Put `content` into the chat that `p` names, with its keyboard, reply and topic."""
    world = call.world
    markup = getattr(p, "reply_markup", None)
    inline = inline_markup(markup, invoice="invoice" in content)
    frame: Raw = {}
    if chat is None:
        probe = world.chat_for_bot(p.chat_id)
        check_reply_keyboard(probe, markup)
        reply = _reply(probe, p)
        chat = target(call, p)
    else:
        reply = _reply(chat, p)
    thread = getattr(p, "message_thread_id", None)
    if thread is not None and thread != GENERAL:
        frame |= {"message_thread_id": thread, "is_topic_message": True}
    if reply is not None:
        frame["reply_to_message"] = reply
    if given(getattr(p, "protect_content", None)):
        frame["has_protected_content"] = True
    if getattr(p, "message_effect_id", None):
        frame["effect_id"] = p.message_effect_id
    if inline:
        content = {**content, "reply_markup": inline}
    elif "invoice" in content:
        content = {**content, "reply_markup": pay_keyboard(content["invoice"])}
    stored = world.post(chat, world.bot.id, {**frame, **content}, **more)
    apply_reply_keyboard(world, chat, markup)
    return stored


def pay_keyboard(invoice: Raw) -> Raw:
    """The button Telegram puts under an invoice by itself."""
    amount = invoice["total_amount"]
    shown = str(amount) if invoice["currency"] == "XTR" else f"{amount // 100}.{amount % 100:02d}"
    return {"inline_keyboard": [[{"text": f"Заплатить {shown} {invoice['currency']}", "pay": True}]]}


def _reply(chat: Chat, p: Any) -> Raw | None:
    parameters = getattr(p, "reply_parameters", None)
    if parameters is not None:
        message_id = parameters.message_id
        lenient = given(parameters.allow_sending_without_reply)
    else:
        message_id = getattr(p, "reply_to_message_id", None)
        lenient = getattr(p, "allow_sending_without_reply", None)
    if not message_id:
        return None
    stored = chat.find(message_id)
    if stored is None:
        if lenient:
            return None
        raise bad_request("message to be replied not found")
    return without_reply(stored.raw)


def without_reply(raw: Raw) -> Raw:
    """A message as it is quoted: one level deep only."""
    return {key: value for key, value in raw.items() if key != "reply_to_message"}
