"""One transaction for each update, and units of work by themselves."""

from __future__ import annotations

import asyncio
from contextvars import Context
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.shared.ids import PersonId
from storage.database import Database
from storage.scope import AlreadyHandled, ScopeBroken
from storage.tables import handled_updates
from storage.updates import Updates
from tests.storage.shop import ANNA, Shop

NEW = PersonId(5)


async def exists(db: Database, person: PersonId = NEW) -> bool:
    """Asked from outside any scope of the caller."""

    async def ask() -> bool:
        async with db.read() as work:
            return await work.people.get(person) is not None

    return await asyncio.get_running_loop().create_task(ask(), context=Context())


async def add(db: Database, person: PersonId = NEW) -> None:
    async with db.write() as work:
        await work.people.add(person, "ru")


async def test_a_writing_block_is_kept_and_an_exception_undoes_it(db: Database) -> None:
    async def fail() -> None:
        async with db.write() as work:
            await work.people.add(NEW, "ru")
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert not await exists(db)
    await add(db)
    assert await exists(db)


async def test_blocks_inside_a_block_join_it(db: Database) -> None:
    async def fail() -> None:
        async with db.write():
            await add(db)
            async with db.read() as work:
                assert await work.people.get(NEW) is not None
            assert not await exists(db)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert not await exists(db)


async def test_nothing_is_seen_before_the_commit_and_everything_after(db: Database) -> None:
    async with db.scope(1) as scope:
        await add(db)
        await add(db, PersonId(6))
        async with db.read() as work:
            assert await work.people.get(NEW) is not None
        assert scope.wrote
        assert not await exists(db)
        await scope.commit("shown")
        assert await exists(db)
    assert await exists(db, PersonId(6))


async def test_leaving_without_commit_keeps_nothing(db: Database) -> None:
    async with db.scope(1):
        await add(db)
    async with db.scope(2) as scope:
        await add(db)
        await scope.rollback()
        await scope.rollback()

    async def fail() -> None:
        async with db.scope(3):
            await add(db)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert not await exists(db)
    async with db.scope(1) as scope:
        await add(db)
        await scope.commit()
    assert await exists(db)


async def test_a_failed_block_breaks_the_scope(db: Database) -> None:
    async with db.scope(1) as scope:
        await add(db)
        with pytest.raises(KeyError):
            async with db.write():
                raise KeyError
        with pytest.raises(ScopeBroken):
            async with db.write():
                pass
        async with db.read() as work:
            assert await work.people.get(NEW) is None
        with pytest.raises(ScopeBroken):
            await scope.commit()
    assert not await exists(db)


@pytest.mark.parametrize("outcome", ['{"text": "Готово, Анна"}', None])
async def test_an_update_that_comes_again_changes_nothing(db: Database, outcome: str | None) -> None:
    async with db.scope(77) as scope:
        await add(db)
        await scope.commit(outcome)
    async with db.scope(77) as scope:
        with pytest.raises(AlreadyHandled) as again:
            await add(db, PersonId(6))
        assert (again.value.update_id, again.value.outcome) == (77, outcome)
        assert not scope.wrote
    assert not await exists(db, PersonId(6))


async def test_an_update_that_only_read_may_come_again(db: Database, shop: Shop) -> None:
    for _ in range(2):
        async with db.scope(77) as scope:
            async with db.read() as work:
                assert await work.people.get(ANNA) is not None
            assert not scope.wrote
            await scope.commit("nothing to keep")
    assert not await Updates(db).forget_handled(77)


async def test_a_rolled_back_update_may_come_again(db: Database) -> None:
    for commit in (False, True):
        async with db.scope(77) as scope:
            await add(db)
            if commit:
                await scope.commit()
    assert await exists(db)


async def test_without_an_update_id_it_is_a_transaction_all_the_same(db: Database) -> None:
    async with db.scope(None) as scope:
        await add(db)
        assert not await exists(db)
        await scope.commit("of no use")
    assert await exists(db)


async def test_the_same_update_twice_at_once_takes_effect_once(db: Database) -> None:
    async def handle(person: int) -> str:
        async with db.scope(77) as scope:
            try:
                await add(db, PersonId(person))
            except AlreadyHandled as again:
                return f"again: {again.outcome}"
            await asyncio.sleep(0.05)
            await scope.commit("first")
            return "done"

    assert sorted(await asyncio.gather(handle(5), handle(6))) == ["again: first", "done"]
    assert await exists(db, PersonId(5)) != await exists(db, PersonId(6))


async def test_the_second_of_two_goes_on_when_the_first_is_undone(db: Database) -> None:
    async def handle(person: int, commit: bool) -> None:
        async with db.scope(77) as scope:
            await add(db, PersonId(person))
            await asyncio.sleep(0.05)
            if commit:
                await scope.commit()

    first = asyncio.create_task(handle(5, commit=False))
    await asyncio.sleep(0.01)
    await asyncio.gather(first, handle(6, commit=True))
    assert (await exists(db, PersonId(5)), await exists(db, PersonId(6))) == (False, True)


async def test_a_cancelled_update_leaves_nothing_and_lets_others_write(db: Database) -> None:
    async def handle() -> None:
        async with db.scope(77):
            await add(db)
            await asyncio.sleep(30)

    task = asyncio.create_task(handle())
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.wait_for(add(db, PersonId(6)), 5)
    assert (await exists(db), await exists(db, PersonId(6))) == (False, True)


async def test_what_is_kept_in_memory_is_told_of_a_rollback(db: Database) -> None:
    told: list[str] = []
    for end in ("commit", "rollback", "leave"):
        async with db.scope(None) as scope:
            await add(db, PersonId(len(told) + 10))
            scope.on_rollback(lambda end=end: told.append(end))
            if end != "leave":
                await getattr(scope, end)()
    assert told == ["rollback", "leave"]


async def test_after_its_end_a_scope_takes_nothing_in(db: Database) -> None:
    async with db.scope(77) as scope:
        await add(db)
        await scope.commit()
        await add(db, PersonId(6))
    assert await exists(db, PersonId(6))


async def test_readers_go_on_while_somebody_writes(db: Database, shop: Shop) -> None:
    async def look() -> Any:
        async with db.read() as work:
            return await work.people.get(ANNA)

    async with db.scope(1) as scope:
        async with db.write() as work:
            await work.people.set_language(ANNA, "en")
        loop = asyncio.get_running_loop()
        seen = await asyncio.wait_for(
            asyncio.gather(*(loop.create_task(look(), context=Context()) for _ in range(20))), 5
        )
        assert {person.language for person in seen} == {"ru"}
        await scope.commit()
    assert (await look()).language == "en"


async def test_many_writers_take_turns(db: Database) -> None:
    await asyncio.gather(*(add(db, PersonId(person)) for person in range(100, 140)))
    for person in (100, 139):
        assert await exists(db, PersonId(person))


async def test_what_is_kept_of_a_handled_update_lies_sealed(db: Database, tmp_path: Path) -> None:
    """A kept answer may hold a shared place, rounded, in its buttons, or quote what was typed; no row shows it."""
    words = '{"text": "Рядом с вами: Анна", "markup": "cns:g5297_3608:0:0"}'
    async with db.scope(77) as scope:
        async with db.write():
            pass
        await scope.commit(words)
    async with db.read() as work:
        [row] = (await work.connection.execute(select(handled_updates))).all()
    assert set(row._mapping) == {"update_id", "at", "outcome_sealed"}, "nothing else of an update is kept"
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for piece in ("5297", "3608", "Анна", "Рядом"):
        assert piece not in f"{row.update_id} {row.at}"
        assert piece.encode() not in bytes(row.outcome_sealed)
        assert piece.encode() not in everything
    with pytest.raises(AlreadyHandled) as again:
        async with db.scope(77), db.write():
            pass
    assert again.value.outcome == words
