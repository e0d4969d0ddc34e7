"""Sealing everything anew with the active key, on a live database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Executable, LargeBinary, Table, bindparam, func, or_, select, tuple_, update

from storage.connection import ResultRow
from storage.sealing import ID_AT, ID_BYTES, SealBroken, place
from storage.tables import metadata

if TYPE_CHECKING:
    from storage.database import Database
    from storage.work import Work

BATCH = 50
PAUSE = 0.02
"""Seconds between transactions, so that whoever waits to write gets a turn."""
_PASS_PAUSE = 0.2

ROWS: Mapping[str, Callable[[ResultRow], str | int]] = {
    "addresses": lambda row: row.nonce,
    "audience_marks": lambda row: row.customer_id,
    "audit_log": lambda row: row.id,
    "away_texts": lambda row: row.consultant_id,
    "carts": lambda row: row.customer_id,
    "codes": lambda row: row.nonce.hex(),
    "consultant_changes": lambda row: row.id,
    "conversations": lambda row: row.id,
    "credentials": lambda row: row.customer_id,
    "data_requests": lambda row: row.id,
    "failed_updates": lambda row: row.update_id,
    "former_contacts": lambda row: row.nonce.hex(),
    "forms": lambda row: row.customer_id,
    "fsm": lambda row: row.key,
    "handled_updates": lambda row: row.update_id,
    "order_events": lambda row: f"{row.order_id}:{row.kind}",
    "proposals": lambda row: row.id,
    "orders": lambda row: f"{row.customer_id}:{row.key}",
    "relayed_messages": lambda row: row.nonce,
    "ticket_entries": lambda row: f"{row.ticket_id}:{row.number}",
    "ticket_staff": lambda row: row.person_id,
}
"""What names a row in the place its fields are sealed for; as each shelf writes it."""


@dataclass(frozen=True, slots=True)
class IndexOf:
    """A blind index: the sealed column it follows from, the field it is made for, and how the value is written."""

    sealed: str
    field: str
    written: Callable[[str], str] = str


INDEXES: Mapping[tuple[str, str], IndexOf] = {
    ("audience_marks", "birthday_index"): IndexOf("birthday_sealed", "birthday"),
    ("audience_marks", "town_index"): IndexOf("town_sealed", "town"),
    ("codes", "address_index"): IndexOf("address_sealed", "code address", str.casefold),
    ("forms", "email_index"): IndexOf("email_sealed", "email", str.casefold),
    ("forms", "passport_index"): IndexOf("passport_sealed", "passport"),
    ("forms", "phone_index"): IndexOf("phone_sealed", "phone"),
}


@dataclass(frozen=True, slots=True)
class Rotated:
    """How far it came in one table. `broken` rows hold something that no key opens; they were left as they are."""

    table: str
    rows: int
    broken: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """The statements of one table, and what is sealed in it."""

    table: Table
    sealed: tuple[str, ...]
    indexes: tuple[str, ...]
    first: Executable
    next: Executable


def sealed_columns(table: Table) -> tuple[str, ...]:
    """The columns that hold ciphertext."""
    return _named(table, "_sealed")


def index_columns(table: Table) -> tuple[str, ...]:
    """The columns that hold blind indexes."""
    return _named(table, "_index")


def _named(table: Table, ending: str) -> tuple[str, ...]:
    return tuple(c.name for c in table.columns if c.name.endswith(ending) and isinstance(c.type, LargeBinary))


async def rotate(database: Database, batch: int = BATCH) -> AsyncIterator[Rotated]:
    """Seals every field and blind index of a former key with the active one; gives each table once it is done.

    In transactions of `batch` rows, so that nobody waits for long. It can be ended at any moment and begun again: what
    is done is done, and only what is not current is looked for. Rows written meanwhile are found by another pass, until
    none is left. Raises KeyError before anything is touched if a table is sealed in a way that is not known here.
    """
    plans = [_plan(table) for table in metadata.sorted_tables if sealed_columns(table) or index_columns(table)]
    for plan in plans:
        yield await _rotate_table(database, plan, batch)


async def _rotate_table(database: Database, plan: _Plan, batch: int) -> Rotated:
    rows = 0
    while True:
        done, broken, left = await _one_pass(database, plan, batch)
        rows += done
        if left == broken:
            return Rotated(plan.table.name, rows, broken)
        await asyncio.sleep(_PASS_PAUSE)


async def _one_pass(database: Database, plan: _Plan, batch: int) -> tuple[int, int, int]:
    """How many rows it sealed anew, how many could not be opened, and how many are left now."""
    done = broken = 0
    last: tuple[Any, ...] | None = None
    keys = [column.name for column in plan.table.primary_key]
    while True:
        async with database.write() as work:
            active = work.keyring.active_id
            values: dict[str, Any] = {"active": active, "most": batch}
            if last is not None:
                values |= {f"last_{name}": each for name, each in zip(keys, last, strict=True)}
            found = (await work.connection.execute(plan.first if last is None else plan.next, values)).all()
            for row in found:
                try:
                    await _seal_anew(work, plan, row)
                    done += 1
                except SealBroken:
                    broken += 1
        if len(found) < batch:
            break
        last = tuple(getattr(found[-1], name) for name in keys)
        await asyncio.sleep(PAUSE)
    async with database.read() as work:
        waiting = select(func.count()).select_from(plan.table).where(_stale(plan.table))
        left: int = (await work.connection.execute(waiting, {"active": work.keyring.active_id})).scalar_one()
    return done, broken, left


async def _seal_anew(work: Work, plan: _Plan, row: ResultRow) -> None:
    name = plan.table.name
    where = ROWS[name](row)
    values: dict[str, Any] = {f"pk_{column.name}": getattr(row, column.name) for column in plan.table.primary_key}
    opened: dict[str, str] = {}
    for column in plan.sealed:
        sealed = getattr(row, column)
        spot = place(name, column.removesuffix("_sealed"), where)
        if sealed is None:
            continue
        opened[column] = work.keyring.open(sealed, spot)
        values[f"new_{column}"] = work.keyring.seal(opened[column], spot)
    for column in plan.indexes:
        if getattr(row, column) is not None:
            source = INDEXES[name, column]
            values[f"new_{column}"] = work.keyring.index(source.written(opened[source.sealed]), source.field)
    changed = tuple(each for each in (*plan.sealed, *plan.indexes) if f"new_{each}" in values)
    await work.connection.execute(_save(plan.table, changed), values)


def _plan(table: Table) -> _Plan:
    sealed, indexes = sealed_columns(table), index_columns(table)
    if table.name not in ROWS:
        raise KeyError(f"{table.name}: nobody knows what its sealed fields are bound to")
    for column in indexes:
        if INDEXES[table.name, column].sealed not in sealed:
            raise KeyError(f"{table.name}.{column}: what it follows from is not sealed")
    keys = tuple(table.primary_key)
    # Rows that somebody holds are left for the next pass: two that wait for each other would both fail.
    first = (
        select(table)
        .where(_stale(table))
        .order_by(*keys)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=table)
    )
    beyond = tuple_(*keys) > tuple_(*(bindparam(f"last_{key.name}", type_=key.type) for key in keys))
    return _Plan(table, sealed, indexes, first, first.where(beyond))


def _stale(table: Table) -> ColumnElement[bool]:
    """Some field of the row is sealed with another key than the active one."""
    active = bindparam("active", type_=LargeBinary())
    columns = [table.c[name] for name in sealed_columns(table)]
    return or_(*(func.substr(column, ID_AT + 1, ID_BYTES) != active for column in columns))


def _save(table: Table, changed: tuple[str, ...]) -> Executable:
    return (
        update(table)
        .where(*(column == bindparam(f"pk_{column.name}") for column in table.primary_key))
        .values({name: bindparam(f"new_{name}") for name in changed})
    )
