"""Who is asked for an update: nobody who surely does not want it, and everybody else in their order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import Chat, Message, Update, User

from bot.dispatching import include_journeys, wishes_of
from bot.routers import routers

BOT = Bot("1000001:no-token-of-any-value-00000000000000")
KEY = StorageKey(BOT.id, 5, 5)


class Form(StatesGroup):
    name = State()
    city = State()


class Typing(StatesGroup):
    words = State()


class Walk:
    """A dispatcher of small journeys, and the names of those that were asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.dispatcher = Dispatcher()
        journeys = [
            self.journey("cart", Command("cart", "basket")),
            self.journey("form", StateFilter(Form), F.text),
            self.journey("typing", StateFilter(Typing.words)),
            self.journey("pattern", Command(commands="CART", ignore_case=True)),
            self.journey("photos", F.photo),
            self.journey("idle", StateFilter(None), Command("idle")),
            self.journey("always", StateFilter("*"), F.text == "whenever"),
            self.journey("last"),
        ]
        include_journeys(self.dispatcher, journeys, {})

    def journey(self, name: str, *filters: Any) -> Router:
        router, asked = Router(name=name), self.asked

        async def answer(message: Message) -> str:
            return name

        async def watch(handler: Any, event: Any, data: Any) -> Any:
            asked.append(name)
            return await handler(event, data)

        router.message.register(answer, *filters)
        router.message.outer_middleware(watch)
        return router

    async def say(self, text: str, state: State | None = None) -> tuple[str, list[str]]:
        """Who answered, and who was asked on the way."""
        self.asked.clear()
        await self.dispatcher.storage.set_state(KEY, state)
        answer = await self.dispatcher.feed_update(BOT, message(text))
        return answer, list(self.asked)


def message(text: str) -> Update:
    user, chat = User(id=5, is_bot=False, first_name="x"), Chat(id=5, type="private")
    said = Message(message_id=1, date=datetime(2026, 1, 1, tzinfo=UTC), chat=chat, from_user=user, text=text)
    return Update(update_id=1, message=said)


@pytest.mark.parametrize(
    ("text", "state", "answered", "asked"),
    [
        ("/cart", None, "cart", ["cart"]),
        ("  /basket now", Form.name, "cart", ["cart"]),
        ("/cart@nobody", None, "last", ["cart", "pattern", "photos", "always", "last"]),
        ("/Cart", None, "pattern", ["pattern"]),
        ("/idle", Form.name, "form", ["form"]),
        ("/idle", None, "idle", ["pattern", "photos", "idle"]),
        ("Anna", Form.city, "form", ["form"]),
        ("Anna", Typing.words, "typing", ["typing"]),
        ("whenever", None, "always", ["pattern", "photos", "always"]),
        ("cart", None, "last", ["pattern", "photos", "always", "last"]),
    ],
)
async def test_who_is_asked(
    text: str, state: State | None, answered: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def me(_: Bot) -> User:
        return User(id=BOT.id, is_bot=True, first_name="x", username="cabinet_bot")

    monkeypatch.setattr(Bot, "me", me)
    assert await Walk().say(text, state) == (answered, asked)


def test_few_of_the_cabinets_journeys_are_asked_for_a_plain_word() -> None:
    *journeys, _ = routers()
    wishes = [wishes_of(each) for each in journeys]
    assert len(wishes) > 30
    assert sum(each.may_have(None, None) for each in wishes) < len(wishes) / 2
    assert sum(each.may_have("wishes", None) for each in wishes) < len(wishes) / 2
