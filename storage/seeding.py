"""Putting a catalog and consultants into the database in bulk, any number of times."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy import insert as plain_insert

from domain.shared.ids import ConsultantId, PersonId
from domain.shared.localised import Language
from storage.connection import upsert
from storage.people import People
from storage.shelf import Shelf
from storage.tables import articles, categories, consultants, people, products

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seeded:
    """What came of a list of rows."""

    added: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: Seeded) -> Seeded:
        return Seeded(self.added + other.added, self.changed + other.changed, self.same + other.same)


class Seeding(Shelf):
    """Rows are columns by name; what is known by its code is brought up to date, the rest added, nothing removed.

    Stock and whether a product is on sale are only given to what is new: from then on they are the shop's own.
    """

    __slots__ = ()

    async def categories(self, rows: Sequence[Row]) -> tuple[Mapping[str, int], Seeded]:
        """By slug. Gives the ids by slug."""
        return await self._bring(categories, "slug", rows)

    async def products(self, rows: Sequence[Row]) -> tuple[Mapping[str, int], Seeded]:
        """By code. Gives the ids by code."""
        return await self._bring(products, "code", rows, only_new={"on_sale"})

    async def articles(self, rows: Sequence[Row]) -> tuple[Mapping[str, int], Seeded]:
        """By code. Gives the ids by code."""
        return await self._bring(articles, "code", rows, only_new={"stock"})

    async def consultants(self, rows: Sequence[Row]) -> tuple[Mapping[str, int], Seeded]:
        """By invite code. Gives the ids by it."""
        known_once = {"takes_customers", "created_at"}
        return await self._bring(consultants, "invite_code", rows, only_new=known_once)

    async def accounts(self, people_by_consultant: Mapping[int, PersonId], language: Language) -> Seeded:
        """Makes each consultant the given Telegram account; somebody new gets an account in `language`."""
        rows = (await self._run(_ACCOUNTS, {"ids": list(people_by_consultant)})).all()
        known = {row.own_consultant_id: row.id for row in rows}
        count = Seeded()
        for consultant_id, person_id in people_by_consultant.items():
            if known.get(consultant_id) == person_id:
                count += Seeded(same=1)
                continue
            await self._run(_RESIGN, {"consultant": consultant_id})
            person = await People(self._work).add(person_id, language)
            await self._run(_APPOINT, {"person": person.id, "consultant": ConsultantId(consultant_id)})
            count += Seeded(changed=1) if consultant_id in known else Seeded(added=1)
        return count

    async def _bring(
        self, table: Table, key: str, rows: Sequence[Row], only_new: Collection[str] = ()
    ) -> tuple[Mapping[str, int], Seeded]:
        if not rows:
            return {}, Seeded()
        compared = [name for name in rows[0] if name not in only_new]
        before = await self._known(table, key, rows)
        new = [row for row in rows if row[key] not in before]
        other = [
            row
            for row in rows
            if (known := before.get(row[key])) is not None and any(known[name] != row[name] for name in compared)
        ]
        if new:
            await self._run(plain_insert(table), [dict(row) for row in new])
        if other:
            # A row that is only there to be overwritten must still satisfy the table: so all columns are given.
            overwrite = upsert(table, self._engine, [key], [name for name in compared if name != key])
            await self._run(overwrite, [dict(row) for row in other])
        after = await self._known(table, key, rows)
        ids = {row[key]: after[row[key]]["id"] for row in rows}
        return ids, Seeded(len(new), len(other), len(rows) - len(new) - len(other))

    async def _known(self, table: Table, key: str, rows: Sequence[Row]) -> Mapping[str, Row]:
        wanted = select(table).where(table.c[key].in_([row[key] for row in rows]))
        return {row[key]: dict(row) for row in (await self._run(wanted)).mappings()}


_ACCOUNTS = select(people.c.id, people.c.own_consultant_id).where(
    people.c.own_consultant_id.in_(bindparam("ids", expanding=True))
)
_RESIGN = update(people).where(people.c.own_consultant_id == bindparam("consultant")).values(own_consultant_id=None)
_APPOINT = update(people).where(people.c.id == bindparam("person")).values(own_consultant_id=bindparam("consultant"))
