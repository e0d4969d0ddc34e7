"""Which Telegram accounts are in a cabinet, and ending that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access.admit import EnteringWork, refreshed, tell
from domain.access.errors import NotLoggedIn, OlderAccount
from domain.access.models import Binding, Credential, Ending
from domain.access.ports import AccessWork
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Profile:
    """A cabinet from the inside: its number, the accounts in it (the longest bound first), which of them asks."""

    credential: Credential
    bindings: Sequence[Binding]
    own: Binding
    limit: int

    def may_unbind(self, binding: Binding) -> bool:
        """An account ends itself, or what came after it."""
        return binding.id >= self.own.id


async def _inside(work: AccessWork, person: Person) -> tuple[Binding, Credential]:
    binding = await work.bindings.of_person(person.id)
    credential = None if binding is None else await work.credentials.of(binding.customer_id)
    if binding is None or credential is None:
        raise NotLoggedIn
    return binding, credential


@dataclass(frozen=True, slots=True)
class ShowProfile:
    """The person's own cabinet. Raises NotLoggedIn for an account that is in none."""

    read: Transaction[AccessWork]
    limit: int

    async def __call__(self, person: Person) -> Profile:
        async with self.read() as work:
            own, credential = await _inside(work, person)
            return Profile(credential, await work.bindings.of_cabinet(own.customer_id), own, self.limit)

    async def binding(self, person: Person, binding_id: int) -> Binding | None:
        """A binding of the person's own cabinet that has not ended; None for any other."""
        async with self.read() as work:
            own = await work.bindings.of_person(person.id)
            found = await work.bindings.get(binding_id)
        return found if own is not None and found is not None and found.customer_id == own.customer_id else None


@dataclass(frozen=True, slots=True)
class Unbind:
    """Ends the binding of one's own account or of a later one of the same cabinet, and tells that account.

    Twice is the same as once. Raises NotLoggedIn, OlderAccount, NotFound (of another cabinet, or never there).
    """

    write: Transaction[EnteringWork]
    clock: Clock

    async def __call__(self, person: Person, binding_id: int) -> None:
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            own, _ = await _inside(work, person)
            await _end(work, own, binding_id, Ending.UNBOUND, self.clock)

    async def disown(self, person: Person, binding_id: int) -> None:
        """For "it wasn't me": ends it, and the password opens nothing more until it is recovered.

        A binding that has ended meanwhile still takes the password with it. Raises as above.
        """
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            own, credential = await _inside(work, person)
            if binding_id <= own.id:
                raise OlderAccount
            try:
                await _end(work, own, binding_id, Ending.DISOWNED, self.clock)
            except NotFound:
                if not await work.bindings.ended_in(binding_id, own.customer_id):
                    raise
            await work.credentials.set_password(credential.customer_id, None, self.clock())
            await work.entries.drop_of(credential.customer_id)


async def _end(work: EnteringWork, own: Binding, binding_id: int, ending: Ending, clock: Clock) -> None:
    binding = await work.bindings.get(binding_id)
    if binding is None or binding.customer_id != own.customer_id:
        raise NotFound(f"binding {binding_id}")
    if binding.id < own.id:
        raise OlderAccount
    await work.bindings.end(binding, ending, clock())
    if binding.id != own.id:
        await tell(work, [binding], NoticeKind.BINDING_ENDED, f"binding:{binding.id}:ended")


@dataclass(frozen=True, slots=True)
class LogOut:
    """Leaves the cabinet with this account, or with `everywhere` with all of them, who are told.

    The account goes back to a cabinet of its own. Raises NotLoggedIn.
    """

    write: Transaction[EnteringWork]
    clock: Clock

    async def __call__(self, person: Person, *, everywhere: bool = False) -> Person:
        now = self.clock()
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            own, _ = await _inside(work, person)
            others = [each for each in await work.bindings.of_cabinet(own.customer_id) if each.id != own.id]
            await work.bindings.end(own, Ending.LOGGED_OUT, now)
            for each in others if everywhere else []:
                await work.bindings.end(each, Ending.UNBOUND, now)
                await tell(work, [each], NoticeKind.BINDING_ENDED, f"binding:{each.id}:ended")
            return await refreshed(work, person)
