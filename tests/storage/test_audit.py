"""The audit log cannot be changed unnoticed."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from domain.audit.models import Action, NewEntry
from domain.shared.ids import CustomerId, PersonId
from storage.audit import renew, verify
from storage.database import Database
from storage.rotation import rotate
from storage.sealing import Keyring
from storage.tables import audit_head, audit_log
from tests.services import SECRET

OFFICER = PersonId(9)


async def fill(db: Database, watch: Any, entries: int = 6) -> None:
    for number in range(1, entries + 1):
        async with db.write() as work:
            new = NewEntry(watch(), OFFICER, Action.OPENED, CustomerId(number), f"Обращение Анны № {number}")
            assert (await work.audit.add(new)).id == number
        watch.forward(seconds=1.5)


async def spoil(db: Database, *statements: Any) -> None:
    async with db.write() as work:
        for each in statements:
            await work.connection.execute(each)


async def test_whole_as_it_was_written(db: Database, watch: Any) -> None:
    assert (await verify(db)).faults == ()
    await fill(db, watch)
    verdict = await verify(db)
    assert (verdict.count, verdict.faults) == (6, ())
    async with db.read() as work:
        entry = await work.audit.get(2)
        assert entry is not None
        assert (entry.subject, entry.reason) == (CustomerId(2), "Обращение Анны № 2")
        rows = (await work.connection.execute(select(audit_log))).all()
    assert "Анны" not in str(rows)
    assert "Анны".encode() not in b"".join(bytes(row.reason_sealed) for row in rows)


ENTRY = audit_log.c.id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (update(audit_log).where(ENTRY == 3).values(who=8), "entry 3 was altered"),
        (update(audit_log).where(ENTRY == 3).values(subject=8), "entry 3 was altered"),
        (update(audit_log).where(ENTRY == 3).values(action="looked_up"), "entry 3 was altered"),
        (update(audit_log).where(ENTRY == 3).values(reason_sealed=None), "entry 3 was altered"),
        (update(audit_log).where(ENTRY == 3).values(reason_sealed=b"x"), "entry 3 was altered"),
        (update(audit_log).where(ENTRY == 3).values(previous=b"x"), "entry 3"),
        (delete(audit_log).where(ENTRY == 1), "entries 1 to 1 were removed"),
        (delete(audit_log).where(ENTRY.in_([3, 4])), "entries 3 to 4 were removed"),
        (delete(audit_log).where(ENTRY == 6), "ends at entry 5, and should at 6"),
        (delete(audit_log), "ends at entry 0, and should at 6"),
        (update(audit_head).values(entries=5), "head of the log was altered"),
        (delete(audit_head), "head of the log was removed"),
        (update(audit_log).where(ENTRY == 6).values(id=7), "entries 6 to 6 were removed"),
    ],
)
async def test_every_change_is_found(db: Database, watch: Any, change: Any, said: str) -> None:
    await fill(db, watch)
    await spoil(db, change)
    faults = (await verify(db)).faults
    assert any(said in fault for fault in faults), faults


async def test_an_entry_put_in_is_found(db: Database, watch: Any) -> None:
    await fill(db, watch)
    async with db.read() as work:
        row = (await work.connection.execute(select(audit_log).where(ENTRY == 6))).one()._asdict()
    await spoil(db, insert(audit_log).values({**row, "id": 7, "previous": row["hash"]}))
    assert any("entry 7 was altered or put in" in fault for fault in (await verify(db)).faults)


async def test_entries_that_changed_places_are_found(db: Database, watch: Any) -> None:
    await fill(db, watch)
    await spoil(db, *(update(audit_log).where(a == ENTRY).values(id=b) for a, b in ((3, 99), (4, 3), (99, 4))))
    assert len((await verify(db)).faults) > 1


async def test_an_end_cut_off_with_its_old_head_needs_the_mark(db: Database, watch: Any) -> None:
    await fill(db, watch, 4)
    async with db.read() as work:
        head = (await work.connection.execute(select(audit_head))).one()._asdict()
    await fill_more(db, watch)
    noted = await verify(db)
    mark = (noted.count, noted.last)
    assert (await verify(db, mark)).faults == ()
    await spoil(db, delete(audit_log).where(ENTRY > 4), update(audit_head).values(head))
    assert (await verify(db)).faults == ()
    assert any("noted earlier" in fault for fault in (await verify(db, mark)).faults)


async def fill_more(db: Database, watch: Any) -> None:
    async with db.write() as work:
        await work.audit.add(NewEntry(watch(), OFFICER, Action.LOOKED_UP))


async def test_many_at_once_stand_in_one_row(db: Database, watch: Any) -> None:
    async def one(number: int) -> None:
        async with db.write() as work:
            await work.audit.add(NewEntry(watch(), PersonId(number), Action.OPENED, CustomerId(1), "so"))

    await asyncio.gather(*(one(number) for number in range(1, 31)))
    verdict = await verify(db)
    assert (verdict.count, verdict.faults) == (30, ())


async def test_what_is_undone_is_not_written_down(db: Database, watch: Any) -> None:
    await fill(db, watch, 1)
    async with db.scope(None) as scope:
        await fill_more(db, watch)
        await scope.rollback()
    assert (await verify(db)).count == 1


async def test_counts_by_person_action_and_time(db: Database, watch: Any) -> None:
    await fill(db, watch, 4)
    async with db.write() as work:
        assert await work.audit.count_since(OFFICER, Action.OPENED, watch() - timedelta(seconds=3.2)) == 2
        assert await work.audit.count_since(OFFICER, Action.LOOKED_UP, watch() - timedelta(days=1)) == 0
        assert await work.audit.count_since(PersonId(8), Action.OPENED, watch() - timedelta(days=1)) == 0


async def test_a_change_of_keys_keeps_the_chain(db: Database, watch: Any) -> None:
    await fill(db, watch)
    db.keyring = Keyring.from_secrets(["a newer secret, 2", SECRET])
    await fill_more(db, watch)
    assert (await verify(db)).faults == ()
    assert [each async for each in rotate(db)]
    assert (await renew(db)).faults == ()
    db.keyring = Keyring.from_secrets(["a newer secret, 2"])
    verdict = await verify(db)
    assert (verdict.count, verdict.faults) == (7, ())


async def test_a_spoilt_chain_is_not_made_good_by_a_change_of_keys(db: Database, watch: Any) -> None:
    await fill(db, watch)
    await spoil(db, update(audit_log).where(ENTRY == 3).values(who=8))
    db.keyring = Keyring.from_secrets(["a newer secret, 2", SECRET])
    assert (await renew(db)).faults
    assert (await verify(db)).faults
