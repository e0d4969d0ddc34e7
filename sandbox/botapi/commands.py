"""Commands, names, descriptions, the menu button."""

import re
from typing import Any

from aiogram import methods as m

from sandbox.botapi.registry import Call, method, plain
from sandbox.errors import bad_request
from sandbox.state.commands import DEFAULT, Scope
from sandbox.views import person_view

Raw = dict[str, Any]
MOST = 100
NAME = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")


def _scope(call: Call, given: Any) -> Scope:
    if given is None:
        return DEFAULT
    raw = plain(given)
    chat_id = None
    if "chat_id" in raw:
        chat_id = call.world.chat_for_bot(raw["chat_id"]).id
    user_id = raw.get("user_id")
    if user_id is not None and user_id not in call.world.people:
        raise bad_request("user not found")
    return (raw["type"], chat_id, user_id)


def _language(code: str | None) -> str:
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code or ""


def _tell(call: Call, chat_id: int | None) -> None:
    """The page learns what people now see: one person's chat, or everybody's."""
    world = call.world
    if not world.events.heard:
        return
    one = world.people.get(chat_id) if chat_id is not None else None
    for person in [one] if one else list(world.people.values()):
        view = person_view(world, person)
        world.events.emit("commands", person_id=person.id, commands=view["commands"], menu_button=view["menu_button"])


@method(m.SetMyCommands)
def set_commands(call: Call, p: m.SetMyCommands) -> bool:
    """The list of a scope and language."""
    if len(p.commands) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in p.commands:
        if not NAME.fullmatch(command.command.removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    commands = [{"command": each.command.removeprefix("/"), "description": each.description} for each in p.commands]
    scope = _scope(call, p.scope)
    call.world.commands.set(scope, _language(p.language_code), commands)
    _tell(call, scope[1])
    return True


@method(m.GetMyCommands)
def get_commands(call: Call, p: m.GetMyCommands) -> list[Raw]:
    """Exactly what was set for a scope and language."""
    return call.world.commands.get(_scope(call, p.scope), _language(p.language_code))


@method(m.DeleteMyCommands)
def delete_commands(call: Call, p: m.DeleteMyCommands) -> bool:
    """Nothing for a scope and language any more."""
    scope = _scope(call, p.scope)
    call.world.commands.set(scope, _language(p.language_code), [])
    _tell(call, scope[1])
    return True


def _keep(texts: dict[str, str], language: str | None, text: str | None, most: int, error: str) -> bool:
    if text and len(text) > most:
        raise bad_request(error)
    code = _language(language)
    if text:
        texts[code] = text
    else:
        texts.pop(code, None)
    return True


@method(m.SetMyName)
def set_name(call: Call, p: m.SetMyName) -> bool:
    """The bot's name."""
    _keep(call.world.bot.names, p.language_code, p.name, 64, "BOT_TITLE_INVALID")
    call.world.bot_user = call.world.bot.user()
    return True


@method(m.GetMyName)
def get_name(call: Call, p: m.GetMyName) -> Raw:
    """The bot's name in a language, or for all."""
    bot = call.world.bot
    return {"name": bot.names.get(_language(p.language_code)) or bot.names.get("") or bot.first_name}


@method(m.SetMyDescription)
def set_description(call: Call, p: m.SetMyDescription) -> bool:
    """What an empty chat shows."""
    return _keep(call.world.bot.descriptions, p.language_code, p.description, 512, "BOT_DESCRIPTION_INVALID")


@method(m.GetMyDescription)
def get_description(call: Call, p: m.GetMyDescription) -> Raw:
    """What an empty chat shows."""
    texts = call.world.bot.descriptions
    return {"description": texts.get(_language(p.language_code)) or texts.get("", "")}


@method(m.SetMyShortDescription)
def set_short_description(call: Call, p: m.SetMyShortDescription) -> bool:
    """What the bot's profile shows."""
    return _keep(call.world.bot.short_descriptions, p.language_code, p.short_description, 120, "BOT_ABOUT_INVALID")


@method(m.GetMyShortDescription)
def get_short_description(call: Call, p: m.GetMyShortDescription) -> Raw:
    """What the bot's profile shows."""
    texts = call.world.bot.short_descriptions
    return {"short_description": texts.get(_language(p.language_code)) or texts.get("", "")}


@method(m.SetChatMenuButton)
def set_menu_button(call: Call, p: m.SetChatMenuButton) -> bool:
    """The button beside the field, for one chat or for all."""
    if p.chat_id is not None:
        call.world.chat_for_bot(p.chat_id)
    call.world.bot.menu_buttons[p.chat_id] = plain(p.menu_button) or {"type": "default"}
    _tell(call, p.chat_id)
    return True


@method(m.GetChatMenuButton)
def get_menu_button(call: Call, p: m.GetChatMenuButton) -> Raw:
    """The button beside the field."""
    buttons = call.world.bot.menu_buttons
    return buttons.get(p.chat_id) or buttons.get(None) or {"type": "default"}
