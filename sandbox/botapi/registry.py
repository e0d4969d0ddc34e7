"""The Bot API methods by name; each lives in the file of its subject."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from aiogram.methods.base import TelegramMethod
from pydantic import BaseModel, TypeAdapter

from sandbox.botapi.params import Upload
from sandbox.state.world import World

M = TypeVar("M", bound=TelegramMethod[Any])


@dataclass(slots=True)
class Call:
    """What a method works with besides its parameters."""

    world: World
    uploads: dict[str, Upload] = field(default_factory=dict)


Handler = Callable[[Call, M], Any]


@dataclass(slots=True)
class Method:
    """One method: its aiogram model, what it does, and what it answers."""

    name: str
    model: type[TelegramMethod[Any]]
    run: Callable[[Call, Any], Awaitable[Any] | Any]
    answer: TypeAdapter[Any] | None = None

    def shaped(self, result: Any) -> Any:
        """The answer, passed through aiogram's own type, so that its shape cannot drift."""
        if result is True or result is False:
            return result
        if self.answer is None:
            self.answer = TypeAdapter(self.model.__returning__)
        parsed = self.answer.validate_python(result)
        _no_strangers(parsed)
        dumped = self.answer.dump_python(parsed, mode="json", by_alias=True, exclude_none=True, fallback=_no_default)
        return _without_none(dumped)


def _no_default(value: Any) -> None:
    """aiogram's marks for "as the bot was set up" stand in some answers' types; Telegram knows nothing of them."""
    if type(value).__name__ != "Default":
        raise TypeError(f"{type(value).__name__} has no place in an answer")


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(inner) for name, inner in value.items() if inner is not None}
    return [_without_none(inner) for inner in value] if isinstance(value, list) else value


METHODS: dict[str, Method] = {}


def method(model: type[M]) -> Callable[[Handler[M]], Handler[M]]:
    """Register what answers calls of `model`'s method."""

    def register(handler: Handler[M]) -> Handler[M]:
        name = model.__api_method__
        METHODS[name.lower()] = Method(name, model, handler)
        return handler

    return register


def _no_strangers(value: Any) -> None:
    """Fields that aiogram's type does not know would be ours alone: refuse them loudly."""
    if isinstance(value, list):
        for item in value:
            _no_strangers(item)
    elif isinstance(value, BaseModel):
        if value.model_extra:
            raise TypeError(f"{type(value).__name__} has no {', '.join(value.model_extra)}")
        for name in value.model_fields_set:
            _no_strangers(getattr(value, name))


def plain(value: Any) -> Any:
    """An aiogram object as the JSON Telegram would keep: without None, defaults and unknown fields."""
    if isinstance(value, BaseModel):
        raw = {}
        for name, field in type(value).model_fields.items():
            item = given(getattr(value, name))
            if item is not None:
                raw[field.alias or name] = plain(item)
        return raw
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, datetime):
        return int(value.timestamp())
    return value


def given(value: Any) -> Any:
    """None for aiogram's mark of an absent value."""
    return None if type(value).__name__ == "Default" else value
