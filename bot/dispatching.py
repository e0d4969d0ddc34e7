"""Journeys under aiogram's dispatcher, with what an update has no use for out of its way.

aiogram hands all workflow data to every filter and handler by keyword, copying it some ten times an update, and asks
router after router who wants a press. Both grow with the program; here they do not (docs/decisions.md has figures).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import CallbackQuery, TelegramObject


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
    """Routers side by side. A press goes straight to those whose button it is, by the prefix of its data."""

    def __init__(self, journeys: Sequence[Router]) -> None:
        super().__init__(name="journeys")
        self._owners: dict[str, list[Router]] = {}
        for journey in journeys:
            for prefix in _prefixes(journey):
                self._owners.setdefault(prefix, []).append(journey)
        self.include_routers(*journeys)

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        if not isinstance(event, CallbackQuery):
            return await super().propagate_event(update_type, event, **kwargs)
        for owner in self._owners.get((event.data or "").partition(":")[0], ()):
            response = await owner.propagate_event(update_type, event, **kwargs)
            if response is not UNHANDLED:
                return response
        return UNHANDLED


def _prefixes(router: Router) -> frozenset[str]:
    """The prefixes of the callback data that the router's handlers filter on."""
    kinds = (
        getattr(each.callback, "callback_data", None)
        for handler in router.callback_query.handlers
        for each in handler.filters or ()
    )
    return frozenset(kind.__prefix__ for kind in kinds if kind is not None)
