"""One writing transaction for everything a single update does."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from storage.connection import for_both, insert
from storage.sealing import place
from storage.tables import handled_updates
from storage.work import Work

if TYPE_CHECKING:
    from storage.database import Database

_MARK = for_both(lambda engine: insert(handled_updates, engine).on_conflict_do_nothing())
_OUTCOME = select(handled_updates.c.outcome_sealed).where(handled_updates.c.update_id == bindparam("id"))
_STORE = (
    update(handled_updates)
    .where(handled_updates.c.update_id == bindparam("id"))
    .values(outcome_sealed=bindparam("outcome"))
)


class AlreadyHandled(Exception):
    """The update took effect before; nothing was written now. `outcome` is what its commit stored."""

    def __init__(self, update_id: int, outcome: str | None) -> None:
        super().__init__(f"update {update_id} took effect before")
        self.update_id = update_id
        self.outcome = outcome


class ScopeBroken(Exception):
    """A writing block of the scope ended in an exception, so its transaction can only be rolled back."""


class Scope:
    """Joins every read and write inside it into one transaction, opened by the first write.

    Made by `Database.scope`; see there. Leaving it without `commit` rolls back.
    """

    def __init__(self, database: Database, update_id: int | None) -> None:
        self._database = database
        self._update_id = update_id
        self._broken = False
        self._undo: list[Callable[[], None]] = []
        self.work: Work | None = None
        self.ended = False
        self.touched = False
        """Something was to be written that was so already: done again later it might not be, so it must be marked."""

    @property
    def wrote(self) -> bool:
        """Whether a writing transaction is open."""
        return self.work is not None

    @property
    def joinable(self) -> Work | None:
        """The open transaction, for reading what it wrote; a broken one can no longer be read."""
        return None if self._broken else self.work

    def on_rollback(self, undo: Callable[[], None]) -> None:
        """Calls `undo` if the transaction comes to nothing: for what is kept in memory beside it."""
        self._undo.append(undo)

    async def writing(self) -> Work:
        """The scope's transaction, begun now if it was not. Raises AlreadyHandled, ScopeBroken."""
        if self._broken:
            raise ScopeBroken("this scope can only be rolled back")
        if self.work is None:
            backend = self._database.backend
            connection = await backend.begin()
            self.work = Work(connection, self._database.keyring, self._database.clock, writing=True)
            if self._update_id is not None:
                await self._mark(self.work, self._update_id)
        return self.work

    async def mark(self) -> None:
        """Marks the update handled though it wrote nothing. Raises AlreadyHandled, ScopeBroken.

        For an update whose handling depends on what earlier ones left (a text is an answer in one state and a remark in
        another): delivered again after later ones took effect, it would do something else.
        """
        await self.writing()

    def fail(self) -> None:
        """Notes that a writing block ended in an exception."""
        self._broken = True

    async def _mark(self, work: Work, update_id: int) -> None:
        try:
            # Where somebody else is handling the same update right now, PostgreSQL waits here for how that ends.
            marked = await work.connection.execute(
                _MARK[work.connection.engine], {"update_id": update_id, "at": work.clock()}
            )
            if marked.rowcount:
                return
            sealed = (await work.connection.execute(_OUTCOME, {"id": update_id})).scalar_one_or_none()
        except BaseException:
            await self.rollback()
            raise
        await self.rollback()
        outcome = None if sealed is None else work.keyring.open(sealed, _place(update_id))
        raise AlreadyHandled(update_id, outcome)

    async def commit(self, outcome: str | None = None) -> None:
        """Makes everything last, with the answer to show if the same update comes again.

        Where personal data was destroyed, the log beside the database is emptied as well before this returns.
        A scope that wrote nothing commits nothing. Raises ScopeBroken after a failed writing block.
        """
        if self._broken:
            await self.rollback()
            raise ScopeBroken("a writing block failed; nothing was kept")
        work, self.ended = self.work, True
        if work is None:
            return
        try:
            if self._update_id is not None and outcome is not None:
                sealed = work.keyring.seal(outcome, _place(self._update_id))
                await work.connection.execute(_STORE, {"id": self._update_id, "outcome": sealed})
        except BaseException:
            await self.rollback()
            raise
        self.work = None
        try:
            await self._database.backend.commit(work.connection)
        except BaseException:
            self._forget()
            raise
        if work.destroyed:
            await self._database.backend.empty_log()

    async def rollback(self) -> None:
        """Undoes everything; twice is the same as once."""
        work, self.work, self.ended, self._broken = self.work, None, True, True
        if work is None:
            return
        try:
            await self._database.backend.rollback(work.connection)
        finally:
            self._forget()

    def _forget(self) -> None:
        for undo in self._undo:
            undo()
        self._undo.clear()


current: ContextVar[Scope | None] = ContextVar("scope", default=None)


def open_scope() -> Scope | None:
    """The scope this code runs in, unless it has ended already."""
    scope = current.get()
    return None if scope is None or scope.ended else scope


def _place(update_id: int) -> str:
    return place("handled_updates", "outcome", update_id)
