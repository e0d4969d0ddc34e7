"""Bringing goods in from a file, and handing them out as one. For who manages the catalog; source: issue, "Catalog"."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from domain.goods.imports import MOST_BYTES, NAME, FileTooLarge, GoodsImport, State
from domain.goods.models import Reading
from domain.goods.planning import codes_of, plan_of
from domain.goods.plans import Plan
from domain.goods.ports import GoodsWork
from domain.goods.writing import Row, rows_of
from domain.people.models import Person
from domain.shared.errors import NotFound, Stale
from domain.shared.transaction import Transaction

Progress = Callable[[str, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class CheckGoods:
    """What a file would change; changes nothing. `person` None is the console. Raises Forbidden."""

    read: Transaction[GoodsWork]

    async def __call__(self, person: Person | None, reading: Reading) -> Plan:
        if person is not None:
            person.require_content()
        async with self.read() as work:
            known = await work.goods.known(codes_of(reading))
        # A second for ten thousand products: others get their turns meanwhile.
        return await asyncio.to_thread(plan_of, reading, known)


@dataclass(frozen=True, slots=True)
class ApplyGoods:
    """Brings all of a file in, or nothing of it where there is a problem; known goods by their codes, so that a second
    time changes nothing. With `key` only what was shown under it: Stale is raised when the shop has changed since so
    that it would do something else. Raises Forbidden.
    """

    write: Transaction[GoodsWork]

    async def __call__(
        self, person: Person | None, reading: Reading, progress: Progress, key: str | None = None
    ) -> Plan:
        if person is not None:
            person.require_content()
        async with self.write() as work:
            known = await work.goods.known(codes_of(reading))
            plan = await asyncio.to_thread(plan_of, reading, known)
            if plan.problems:
                return plan
            if key is not None and plan.key != key:
                raise Stale("the shop has changed since the check")
            async for done in work.goods.bring(plan, person.id if person else None):
                await progress("writing", done)
            await work.search.reindex(await work.goods.ids(plan))
        return plan


@dataclass(frozen=True, slots=True)
class ExportGoods:
    """All goods as the rows of a goods file, which an import would take for no change. Raises Forbidden."""

    read: Transaction[GoodsWork]

    async def __call__(self, person: Person | None) -> Sequence[Row]:
        if person is not None:
            person.require_content()
        async with self.read() as work:
            everything = await work.goods.everything()
            known = await work.goods.known(())
        return rows_of(everything, known.categories, known.series)


@dataclass(frozen=True, slots=True)
class SendGoods:
    """Takes a file that was sent to the bot; the importer checks it next. Raises Forbidden, FileTooLarge."""

    write: Transaction[GoodsWork]

    async def __call__(self, person: Person, file_id: str, name: str, size: int) -> GoodsImport:
        person.require_content()
        if size > MOST_BYTES:
            raise FileTooLarge(str(size))
        async with self.write() as work:
            return await work.goods_imports.add(person.id, file_id, name[:NAME])


@dataclass(frozen=True, slots=True)
class DecideGoods:
    """Has the importer apply what its check showed, or drops it. The same press again gives the same.

    Raises Forbidden, NotFound for somebody else's, Stale where another check came since.
    """

    write: Transaction[GoodsWork]

    async def __call__(self, person: Person, import_id: int, key: str, *, apply: bool) -> GoodsImport:
        person.require_content()
        async with self.write() as work:
            found = await work.goods_imports.get(import_id)
            if found is None or found.person_id != person.id:
                raise NotFound(f"import {import_id}")
            if found.key != key:
                raise Stale(f"import {import_id} was checked anew")
            after = State.APPROVED if apply else State.DROPPED
            if await work.goods_imports.move(import_id, State.CHECKED, after, key):
                return replace(found, state=after)
            # Decided already, perhaps by a press of this very moment.
            return await work.goods_imports.get(import_id) or found
