"""One real dispatcher for every cabinet of the handlers' tests.

aiogram looks at the parameters of each of some 1,600 filters and handlers when routers are made, which took most of
the time of these tests. So they are made once, and a cabinet brings its use cases and states along when it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.handler import CallbackType, HandlerObject
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Update

from bot.dispatching import include_journeys
from bot.routers import routers


@dataclass
class Made:
    """The dispatcher, each handler as it was made, and whom it works for just now."""

    dispatcher: Dispatcher
    handlers: list[tuple[HandlerObject, CallbackType, frozenset[str]]]
    works_for: OneDispatcher | None = None


class OneDispatcher:
    """What a test sees of it: its own workflow data and states, whoever else uses it in between."""

    def __init__(self, **cases: Any) -> None:
        self.workflow_data = cases
        self.storage = MemoryStorage()

    async def feed_update(self, bot: Bot, update: Update, **data: Any) -> Any:
        """As the dispatcher's."""
        made = _made()
        if made.works_for is not self:
            for handler, callback, params in made.handlers:
                wanted = {name: self.workflow_data[name] for name in params & self.workflow_data.keys()}
                handler.callback = partial(callback, **wanted)
                handler.params = set(params - wanted.keys())
            made.dispatcher.workflow_data.clear()
            made.dispatcher.workflow_data.update(self.workflow_data)
            made.works_for = self
        made.dispatcher.fsm.storage = self.storage
        return await made.dispatcher.feed_update(bot, update, **data)


@cache
def _made() -> Made:
    dispatcher, journeys = Dispatcher(), routers()
    handlers = [handler for each in journeys for observer in each.observers.values() for handler in observer.handlers]
    looks = [(handler, handler.callback, frozenset(handler.params)) for handler in handlers]
    include_journeys(dispatcher, journeys, {})
    return Made(dispatcher, looks)
