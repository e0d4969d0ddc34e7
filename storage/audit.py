"""The audit log: a chain of keyed hashes that shows what was altered, taken out or put in."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, update
from sqlalchemy import insert as plain_insert

from domain.audit.models import Action, Entry, NewEntry
from domain.shared.ids import CustomerId, PersonId
from storage.connection import ResultRow, for_both, insert
from storage.sealing import Keyring, SealBroken
from storage.shelf import Shelf
from storage.tables import audit_head, audit_log

if TYPE_CHECKING:
    from storage.database import Database

START = bytes(32)
"""What stands for the hash before the first entry."""
_PAGE = 500

_BEGIN = for_both(lambda engine: insert(audit_head, engine).on_conflict_do_nothing(index_elements=["id"]))
_HEAD = select(audit_head).where(audit_head.c.id == 1)
_HELD = _HEAD.with_for_update()
_MOVE = (
    update(audit_head)
    .where(audit_head.c.id == 1)
    .values(entries=bindparam("number"), last=bindparam("hash"), seal=bindparam("sealed"))
)
_ADD = plain_insert(audit_log)
_GET = select(audit_log).where(audit_log.c.id == bindparam("entry"))
_COUNT = select(func.count()).where(
    audit_log.c.who == bindparam("person"), audit_log.c.action == bindparam("done"), audit_log.c.at > bindparam("since")
)
_AFTER = select(audit_log).where(audit_log.c.id > bindparam("last")).order_by(audit_log.c.id).limit(_PAGE)
_RECHAIN = (
    update(audit_log)
    .where(audit_log.c.id == bindparam("entry"))
    .values(previous=bindparam("before"), hash=bindparam("made"))
)


class Audit(Shelf):
    """Implements domain.audit.ports.Audit."""

    __slots__ = ()

    async def add(self, entry: NewEntry) -> Entry:
        count, last = await self._hold()
        number = count + 1
        made = _hash(self._work.keyring, last, number, entry)
        values = {
            "id": number,
            "at": entry.at,
            "who": entry.who,
            "action": entry.action,
            "subject": entry.subject,
            "reason_sealed": self._seal(entry.reason, "audit_log", "reason", number),
            "previous": last,
            "hash": made,
        }
        await self._run(_ADD, values)
        await self._move(number, made)
        return Entry(entry.at, entry.who, entry.action, entry.subject, entry.reason, number)

    async def get(self, entry_id: int) -> Entry | None:
        row = (await self._run(_GET, {"entry": entry_id})).first()
        return None if row is None else self._entry(row)

    async def count_since(self, who: PersonId, action: Action, since: datetime) -> int:
        if self._work.writing:
            await self._hold()
        found: int = (await self._run(_COUNT, {"person": who, "done": action, "since": since})).scalar_one()
        return found

    async def rechain(self) -> None:
        """Makes every hash anew with the active key; only for a chain that was found whole in this transaction."""
        await self._hold()
        last, number = START, 0
        while rows := (await self._run(_AFTER, {"last": number})).all():
            for row in rows:
                made = _hash(self._work.keyring, last, row.id, self._entry(row))
                await self._run(_RECHAIN, {"entry": row.id, "before": last, "made": made})
                last, number = made, row.id
        await self._move(number, last)

    async def check(self, since: tuple[int, str] | None = None) -> Verdict:
        """Goes through the whole chain; see `verify`."""
        keyring, faults = self._work.keyring, list[str]()
        last, number, noted = START, 0, since is None or since == (0, START.hex())
        # Nobody adds an entry between the head and the rows it speaks of.
        head = (await self._run(_HELD if self._work.writing else _HEAD)).first()
        while rows := (await self._run(_AFTER, {"last": number})).all():
            for row in rows:
                if row.id != number + 1:
                    faults.append(f"entries {number + 1} to {row.id - 1} were removed")
                elif row.previous != last:
                    faults.append(f"entry {row.id} does not follow the one before it: it or that one was put in")
                if not self._is_right(row):
                    faults.append(f"entry {row.id} was altered or put in")
                last, number = bytes(row.hash), row.id
                noted = noted or since == (number, last.hex())
        if head is None:
            if number:
                faults.append("the head of the log was removed")
        elif not _same(bytes(head.seal), keyring.indexes(_head(head.entries, bytes(head.last)), "audit head")):
            faults.append("the head of the log was altered")
        elif (head.entries, bytes(head.last)) != (number, last):
            faults.append(f"the log ends at entry {number}, and should at {head.entries}")
        if not noted:
            faults.append("what was noted earlier is not in the log: it was made anew or cut off since")
        return Verdict(number, last.hex(), tuple(faults))

    def _is_right(self, row: ResultRow) -> bool:
        try:
            entry = self._entry(row)
        except (SealBroken, ValueError):
            return False
        text = _text(bytes(row.previous), row.id, entry)
        return _same(bytes(row.hash), self._work.keyring.indexes(text, "audit entry"))

    async def _hold(self) -> tuple[int, bytes]:
        """The end of the chain, held until the transaction ends: entries come one after the other."""
        seal = self._work.keyring.index(_head(0, START), "audit head")
        await self._run(_BEGIN[self._engine], {"id": 1, "entries": 0, "last": START, "seal": seal})
        row = (await self._run(_HELD)).one()
        return row.entries, bytes(row.last)

    async def _move(self, number: int, last: bytes) -> None:
        seal = self._work.keyring.index(_head(number, last), "audit head")
        await self._run(_MOVE, {"number": number, "hash": last, "sealed": seal})

    def _entry(self, row: ResultRow) -> Entry:
        reason = self._open(row.reason_sealed, "audit_log", "reason", row.id)
        subject = None if row.subject is None else CustomerId(row.subject)
        return Entry(row.at, PersonId(row.who), Action(row.action), subject, reason, row.id)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found: how many entries, the hash of the last, and a line for each thing that is wrong."""

    count: int
    last: str
    faults: tuple[str, ...]

    @property
    def mark(self) -> str:
        """To be noted elsewhere: whoever has it can tell later that all of this is still there."""
        return f"{self.count}:{self.last}"


async def verify(database: Database, since: tuple[int, str] | None = None) -> Verdict:
    """Finds what was altered, removed or put in, the end of the log included.

    Whoever can put back an older database as a whole, or has the keys, is found only by `since`: the number and hash of
    an entry, noted elsewhere earlier.
    """
    async with database.write() as work:
        return await work.audit.check(since)


async def renew(database: Database) -> Verdict:
    """After a change of keys: the chain made anew with the active key, if it is whole; else it is left as it is."""
    async with database.write() as work:
        verdict = await work.audit.check()
        if verdict.faults or not verdict.count:
            return verdict
        await work.audit.rechain()
        return await work.audit.check()


def _hash(keyring: Keyring, previous: bytes, number: int, entry: NewEntry) -> bytes:
    return keyring.index(_text(previous, number, entry), "audit entry")


def _text(previous: bytes, number: int, entry: NewEntry) -> str:
    """Everything an entry says, written in one way only."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = [previous.hex(), number, moment, entry.who, entry.action, entry.subject, entry.reason]
    return json.dumps(said, ensure_ascii=True, separators=(",", ":"))


def _head(count: int, last: bytes) -> str:
    return f"{count}:{last.hex()}"


def _same(found: bytes, wanted: list[bytes]) -> bool:
    return any(hmac.compare_digest(found, each) for each in wanted)
