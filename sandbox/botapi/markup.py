"""Keyboards: what Telegram lets through."""

from typing import Any

from aiogram import types as tg

from sandbox.botapi.registry import plain
from sandbox.errors import bad_request
from sandbox.state.chats import Chat
from sandbox.state.world import World

Raw = dict[str, Any]
MAX_BUTTONS = 100
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)


def inline_markup(markup: Any, *, invoice: bool = False) -> Raw | None:
    """The inline keyboard as kept with a message; None when there is none; 400 for a wrong one."""
    if not isinstance(markup, tg.InlineKeyboardMarkup):
        return None
    rows = [[plain(button) for button in row] for row in markup.inline_keyboard]
    rows = [row for row in rows if row]
    if not rows:
        return None
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)
    for at, button in enumerate(button for row in rows for button in row):
        if button.get("pay") and (at > 0 or not invoice):
            raise bad_request("BUTTON_TYPE_INVALID")
    if invoice and not rows[0][0].get("pay"):
        raise bad_request("REPLY_MARKUP_BUY_EMPTY")
    return {"inline_keyboard": rows}


def _check_button(button: Raw) -> None:
    if not button.get("text", "").strip():
        raise bad_request("can't parse inline keyboard button: Text must be non-empty")
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: Exactly one action must be specified")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and (not url.startswith(("http://", "https://", "tg://")) or " " in url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def apply_reply_keyboard(world: World, chat: Chat, markup: Any) -> None:
    """Show or remove the keyboard under the field; checked before anything is sent."""
    if isinstance(markup, tg.ReplyKeyboardMarkup):
        rows = [
            [
                {
                    "text": button.text,
                    "request_contact": bool(button.request_contact),
                    "request_location": bool(button.request_location),
                    **({"style": button.style} if button.style else {}),
                }
                for button in row
            ]
            for row in markup.keyboard
            if row
        ]
        chat.reply_keyboard = {
            "rows": rows,
            "placeholder": markup.input_field_placeholder,
            "is_persistent": bool(markup.is_persistent),
            "one_time": bool(markup.one_time_keyboard),
            "resize": bool(markup.resize_keyboard),
        }
    elif isinstance(markup, tg.ReplyKeyboardRemove):
        chat.reply_keyboard = None
    elif isinstance(markup, tg.ForceReply):
        chat.reply_keyboard = {
            "rows": [],
            "placeholder": markup.input_field_placeholder,
            "is_persistent": False,
            "force_reply": True,
        }
    else:
        return
    chat.keyboard_changed = world.events.emit("keyboard", chat_id=chat.id, keyboard=chat.reply_keyboard or False)


def check_reply_keyboard(chat: Chat, markup: Any) -> None:
    """400 for a keyboard Telegram would not show."""
    if not isinstance(markup, tg.ReplyKeyboardMarkup):
        return
    buttons = [button for row in markup.keyboard for button in row]
    if not buttons:
        raise bad_request("reply markup is empty")
    if len(markup.keyboard) > 300 or any(len(row) > 12 for row in markup.keyboard):
        raise bad_request("reply markup is too long")
    for button in buttons:
        if not button.text.strip():
            raise bad_request("can't parse keyboard button: Text must be non-empty")
        if (button.request_contact or button.request_location) and not chat.is_private:
            raise bad_request("phone number can be requested in private chats only")
    if markup.input_field_placeholder and not 1 <= len(markup.input_field_placeholder) <= 64:
        raise bad_request("INPUT_FIELD_PLACEHOLDER_INVALID")
