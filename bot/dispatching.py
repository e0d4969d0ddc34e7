"""Journeys under aiogram's dispatcher, with what an update has no use for out of its way.

aiogram hands all workflow data to every filter and handler by keyword, copying it some ten times an update, and asks
router after router who wants it. Both grow with the program; here they do not (docs/decisions.md has figures).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from inspect import isclass
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message, TelegramObject


def include_journeys(
    dispatcher: Dispatcher, journeys: Sequence[Router], cases: Mapping[str, Any], group: Router | None = None
) -> None:
    """Includes the journeys; the last one takes what nobody else wants. `group` is asked before all of them.

    A handler gets a use case of `cases` by the name of its parameter, as it does workflow data, but once, here.
    """
    *asked, last = journeys
    first = [] if group is None else [group]
    for journey in (*first, *journeys):
        for observer in journey.observers.values():
            for handler in observer.handlers:
                wanted = {name: cases[name] for name in handler.params & cases.keys()}
                handler.callback = partial(handler.callback, **wanted)
                handler.params -= wanted.keys()
    dispatcher.include_routers(*first, Journeys(asked), last)


class Journeys(Router):
    """Routers side by side. Who surely does not want an update is not asked; the others are, in their order.

    A press goes to those whose button it is, by the prefix of its data; a message to those who have a handler for its
    command, for the state its sender is in, or for messages of another kind.
    """

    def __init__(self, journeys: Sequence[Router]) -> None:
        super().__init__(name="journeys")
        self._owners: dict[str, list[Router]] = {}
        for journey in journeys:
            for prefix in _prefixes(journey):
                self._owners.setdefault(prefix, []).append(journey)
        self._readers = [(journey, wishes_of(journey)) for journey in journeys]
        self.include_routers(*journeys)

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        if isinstance(event, CallbackQuery):
            asked = self._owners.get((event.data or "").partition(":")[0], [])
        elif update_type == "message" and isinstance(event, Message):
            command, state = _command(event), kwargs.get("raw_state")
            asked = [journey for journey, wishes in self._readers if wishes.may_have(command, state)]
        else:
            return await super().propagate_event(update_type, event, **kwargs)
        for journey in asked:
            response = await journey.propagate_event(update_type, event, **kwargs)
            if response is not UNHANDLED:
                return response
        return UNHANDLED


@dataclass(frozen=True, slots=True)
class Wishes:
    """The messages a router's handlers can want at all."""

    commands: frozenset[str]
    states: frozenset[str | None]
    others: bool

    def may_have(self, command: str | None, state: str | None) -> bool:
        return self.others or command in self.commands or state in self.states


def _prefixes(router: Router) -> frozenset[str]:
    """The prefixes of the callback data that the router's handlers filter on."""
    kinds = (
        getattr(each.callback, "callback_data", None)
        for handler in router.callback_query.handlers
        for each in handler.filters or ()
    )
    return frozenset(kind.__prefix__ for kind in kinds if kind is not None)


def wishes_of(router: Router) -> Wishes:
    """Read off the filters of its handlers."""
    commands: set[str] = set()
    states: set[str | None] = set()
    others = bool(router.sub_routers)
    for handler in router.message.handlers:
        if (words := _commands_of(handler)) is not None:
            commands |= words
        elif (names := _states_of(handler)) is not None:
            states |= names
        else:
            others = True
    return Wishes(frozenset(commands), frozenset(states), others)


def _commands_of(handler: HandlerObject) -> set[str] | None:
    """The only commands it can want; None if it may want other messages."""
    for each in handler.filters or ():
        wanted = each.callback
        if isinstance(wanted, Command) and wanted.prefix == "/" and not wanted.ignore_case:
            words = {word for word in wanted.commands if isinstance(word, str)}
            if len(words) == len(wanted.commands):
                return words
    return None


def _states_of(handler: HandlerObject) -> set[str | None] | None:
    """The only states it can want; None if it may want others."""
    for each in handler.filters or ():
        if not isinstance(each.callback, StateFilter):
            continue
        names: set[str | None] = set()
        for state in each.callback.states:
            if isinstance(state, State):
                names.add(state.state)
            elif isclass(state) and issubclass(state, StatesGroup):
                names.update(state.__all_states_names__)
            elif state is None or isinstance(state, str):
                names.add(state)
            else:
                return None
        return None if "*" in names else names
    return None


def _command(message: Message) -> str | None:
    """The command a message begins with, as aiogram reads it."""
    text = (message.text or message.caption or "").lstrip()
    return text.split(maxsplit=1)[0][1:].partition("@")[0] if text.startswith("/") else None
