"""The sandbox starts without making all of Telegram's types, and has each one it answers with when it is wanted."""

import subprocess
import sys

from tests.sandbox_client import ROOT

PROGRAM = """
import builtins, sys
before = set(vars(builtins))

import sandbox.__main__
assert "aiogram" not in sys.modules, "it comes before it was made lean"
sandbox.__main__.import_aiogram()
sandbox.__main__.import_aiogram()

import sandbox.app
from aiogram.types import TelegramObject, Update
from pydantic import TypeAdapter
from sandbox.botapi.registry import METHODS

def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)

made = [each for each in below(TelegramObject) if each.__pydantic_complete__]
assert len(made) < 50, len(made)
assert set(vars(builtins)) == before, "names went where every module sees them"
Update.model_rebuild()
assert len(METHODS) > 50, len(METHODS)
for each in METHODS.values():
    each.model.model_rebuild()
    assert each.model.__pydantic_complete__, each
    TypeAdapter(each.model.__returning__).core_schema
"""


def test_hardly_a_type_is_made_before_it_is_wanted_and_each_one_then() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
