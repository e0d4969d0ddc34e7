"""Thousands of people in the database and in the sandbox: who agreed, who blocked the bot, who will press stop."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from domain.broadcasts.models import BroadcastId, BroadcastState
from domain.consents.models import VERSIONS, Purpose
from handlers.broadcasts.callbacks import StopPromotions
from storage.database import Database
from storage.tables import broadcasts, carts, consents, customers, people
from tests.sandbox_client import SandboxClient

if TYPE_CHECKING:
    from tests.soak.broadcast import BroadcastPlan

FIRST = 100_001
AUTHOR = 99_001
TEXT = "Весенние скидки"
STOP = StopPromotions().pack()
THEN = datetime(2026, 1, 1, tzinfo=UTC)
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Crowd:
    """People by what becomes of them. `agreed` are those who can be reached; `early` press stop before their turn."""

    author: int
    agreed: list[int]
    without: list[int]
    blocked: list[int]
    stoppers: list[int]
    early: frozenset[int]

    @property
    def everybody(self) -> list[int]:
        return [*self.agreed, *self.without, *self.blocked]

    @property
    def wanted(self) -> int:
        """How many agreed, those who cannot be reached among them."""
        return len(self.agreed) + len(self.blocked)


async def gather(sandbox: SandboxClient, database: Database, plan: BroadcastPlan, dice: random.Random) -> Crowd:
    """Puts everybody into the database, and those into the sandbox who do more than listen."""
    ids = [FIRST + number for number in range(plan.people + plan.without)]
    without = sorted(dice.sample(ids, plan.without))
    agree = [each for each in ids if each not in set(without)]
    blocked = sorted(dice.sample(agree, int(plan.people * plan.blocked)))
    agreed = sorted(set(agree) - set(blocked))
    # Their turn is by their numbers: the last quarter of them is far away when the first message goes.
    late = agreed[len(agreed) * 3 // 4 :]
    early = sorted(dice.sample(late, max(1, plan.stoppers // 10)))
    racing = dice.sample(sorted(set(agreed) - set(early)), plan.stoppers)
    await fill(database, ids, set(without))
    for person in (AUTHOR, *early, *racing, *blocked):
        await sandbox.add_person(f"N{person}", id=person, language_code="ru")
    for person in (AUTHOR, *early, *racing):
        # The message whose button is pressed.
        await sandbox.bot("sendMessage", chat_id=person, text="Здравствуйте!")
    for person in blocked:
        await sandbox.person(person).block()
    # That they blocked it the bot is to learn by a 403, at their turn.
    await sandbox.bot("deleteWebhook", drop_pending_updates=True)
    return Crowd(AUTHOR, agreed, without, blocked, [*early, *racing], frozenset(early))


async def fill(database: Database, ids: Sequence[int], without: set[int], *, author: bool = True) -> None:
    """Registered people who agreed to promotions, but those `without`; the `author` as well, who did not."""
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        async with database.write() as work:

            async def put(table: Any, values: list[dict[str, Any]], work: Any = work) -> None:
                await work.connection.execute(insert(table), values)

            named = [AUTHOR, *chunk] if author and not start else chunk
            await put(customers, [{"id": each, "registered": True, "created_at": THEN} for each in named])
            await put(carts, [{"customer_id": each, "version": 0} for each in named])
            await put(people, [_person(each) for each in named])
            await put(consents, [_consent(each) for each in chunk if each not in without])


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "language": "ru", "customer_id": number, "reachable": True, "created_at": THEN}


def _consent(number: int) -> dict[str, Any]:
    return {
        "customer_id": number,
        "person_id": number,
        "purpose": Purpose.PROMOTIONS,
        "version": VERSIONS[Purpose.PROMOTIONS],
        "given_at": THEN,
    }


async def publish(database: Database, key: str = "soak") -> None:
    """An announcement that runs from now on."""
    row = {
        "key": key,
        "author_id": AUTHOR,
        "text_ru": f"<b>{TEXT}</b>: помады и кремы дешевле до пятницы.",
        "text_en": f"<b>{TEXT}</b>",
        "state": BroadcastState.RUNNING,
        "reached": 0,
        "created_at": datetime.now(UTC),
    }
    async with database.write() as work:
        await work.connection.execute(insert(broadcasts), row)


async def cancel(database: Database) -> None:
    """Ends every announcement at once."""
    async with database.write() as work:
        for id in (await work.connection.execute(select(broadcasts.c.id))).scalars().all():
            await work.broadcasts.become(BroadcastId(id), BroadcastState.CANCELLED, work.clock())
