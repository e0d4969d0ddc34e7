"""Questions to the bot that wait for its answer: presses, inline, shipping and pre-checkout queries."""

import asyncio
import itertools
import random
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import QUERY_TOO_OLD, bad_request

Raw = dict[str, Any]
KEPT = 20_000


@dataclass(slots=True)
class Query:
    """One question; `answer` is set once the bot answered."""

    id: str
    kind: str
    person_id: int
    until: float
    chat_id: int | None = None
    answer: Raw | None = None
    waiters: list["asyncio.Future[Raw]"] = field(default_factory=list)


class Queries:
    """The questions of one kind of clock; ids are long numbers as Telegram's."""

    def __init__(self) -> None:
        self._queries: OrderedDict[str, Query] = OrderedDict()
        self._spinning: dict[str, Query] = {}
        self._ids = itertools.count(random.randint(10**17, 9 * 10**17))

    def ask(self, kind: str, person_id: int, until: float, chat_id: int | None = None) -> Query:
        """A new question, answerable until the time `until`."""
        query = Query(str(next(self._ids)), kind, person_id, until, chat_id)
        self._queries[query.id] = query
        if kind == "callback":
            self._spinning[query.id] = query
        if len(self._queries) > KEPT:
            oldest, _ = self._queries.popitem(last=False)
            self._spinning.pop(oldest, None)
        return query

    def settle(self, kind: str, query_id: str, now: float, answer: Raw) -> Query:
        """The bot's answer; 400 in Telegram's words when unknown, too late or answered before."""
        query = self._queries.get(query_id)
        if query is None or query.kind != kind or query.answer is not None or now > query.until:
            raise bad_request(QUERY_TOO_OLD)
        query.answer = answer
        self._spinning.pop(query_id, None)
        for waiter in query.waiters:
            if not waiter.done():
                waiter.set_result(answer)
        query.waiters.clear()
        return query

    async def wait(self, query: Query, seconds: float) -> Raw | None:
        """The answer, or None when it did not come in time."""
        if query.answer is None and seconds > 0:
            waiter: asyncio.Future[Raw] = asyncio.get_running_loop().create_future()
            query.waiters.append(waiter)
            await asyncio.wait({waiter}, timeout=seconds)
        return query.answer

    def get(self, query_id: str) -> Query | None:
        """A question by its id."""
        return self._queries.get(query_id)

    def unanswered(self, now: float) -> list[str]:
        """Presses that still spin, oldest first."""
        return [query.id for query in self._spinning.values() if query.until >= now]
