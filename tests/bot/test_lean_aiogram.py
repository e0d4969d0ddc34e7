"""Telegram's types are aiogram's own, made when they are wanted."""

from __future__ import annotations

import subprocess
import sys

from tests.bot_process import ROOT

PROGRAM = """
from bot.lean_aiogram import import_aiogram
import_aiogram()
import_aiogram()

from aiogram.methods import Response, SendMessage, TelegramMethod
from aiogram.types import Message, TelegramObject, Update

def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)

made = [each for each in below(TelegramObject) if each.__pydantic_complete__]
assert len(made) < 50, len(made)
raw = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x", "reply_markup": {
    "inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}}
read = Update.model_validate({"update_id": 1, "message": raw}).message
assert type(read) is Message and read.reply_markup.inline_keyboard[0][0].callback_data == "b", read
assert SendMessage(chat_id=1, text="x", reply_markup=read.reply_markup).model_dump()["reply_markup"]
assert Response[Message].model_validate({"ok": True, "result": raw}).result == read

everything = [*below(TelegramObject), *below(TelegramMethod)]
assert len(everything) > 500, len(everything)
for each in everything:
    each.model_rebuild()
    assert each.__pydantic_complete__, each
"""


def test_every_type_is_made_when_it_is_wanted_and_hardly_any_before() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
