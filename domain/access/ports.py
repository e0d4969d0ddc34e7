"""What access asks of storage and of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.access.models import Binding, Credential, Ending, Entry
from domain.access.throttle import Tries
from domain.notices.ports import Outbox
from domain.shared.ids import CustomerId, PersonId


class Passwords(Protocol):
    """Slow hashing (argon2id), away from the event loop and bounded. Never inside a writing transaction."""

    async def hash(self, password: str) -> str: ...

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether it is the password of the hash. Without a hash the same work is done and the answer is no."""
        ...

    def is_outdated(self, password_hash: str) -> bool:
        """Whether it was made with weaker parameters than those of now."""
        ...


class Credentials(Protocol):
    async def by_number(self, number: str) -> Credential | None: ...

    async def of(self, customer_id: CustomerId) -> Credential | None:
        """In a writing transaction the customer is held still."""
        ...

    async def issue(self, customer_id: CustomerId, number: str, at: datetime) -> bool:
        """Gives the cabinet a number and the seed of a one-time password; False if either has one already."""
        ...

    async def one_time_password(self, customer_id: CustomerId) -> str | None:
        """The password of the letter, made anew from its seed; None once there is another or none."""
        ...

    async def keep_one_time(self, customer_id: CustomerId, password_hash: str, until: datetime) -> bool:
        """Lets the password of the letter in, until then; False if the seed is gone meanwhile."""
        ...

    async def set_password(self, customer_id: CustomerId, password_hash: str | None, at: datetime) -> None:
        """The password from now on; None lets nobody in. Ends the one of the letter."""
        ...


class Bindings(Protocol):
    async def hold(self, *customers: CustomerId) -> None:
        """Holds several cabinets still, in one order, before anything of theirs is read."""
        ...

    async def of_person(self, person_id: PersonId) -> Binding | None: ...

    async def get(self, binding_id: int) -> Binding | None:
        """A binding that has not ended."""
        ...

    async def of_cabinet(self, customer_id: CustomerId) -> Sequence[Binding]:
        """The longest bound first."""
        ...

    async def ended_in(self, binding_id: int, customer_id: CustomerId) -> bool:
        """Whether it was a binding of this cabinet and has ended."""
        ...

    async def was_bound(self, person_id: PersonId, customer_id: CustomerId) -> bool:
        """Whether the account has been in the cabinet and left it by itself."""
        ...

    async def bind(
        self, person_id: PersonId, customer_id: CustomerId, guest_id: CustomerId | None, at: datetime
    ) -> Binding:
        """Puts the account into the cabinet; `guest_id` is the one it had, where it goes back to."""
        ...

    async def end(self, binding: Binding, ending: Ending, at: datetime) -> None:
        """Puts the account back into a cabinet of its own."""
        ...


class Entries(Protocol):
    async def get(self, person_id: PersonId) -> Entry | None: ...

    async def save(self, entry: Entry, at: datetime) -> None:
        """The person's only one: it takes the place of an earlier one."""
        ...

    async def drop(self, person_id: PersonId) -> None: ...

    async def drop_of(self, customer_id: CustomerId) -> None:
        """Ends everybody's way into this cabinet."""
        ...


class Guards(Protocol):
    async def get(self, key: str) -> Tries | None: ...

    async def save(self, key: str, tries: Tries) -> None: ...

    async def drop(self, key: str) -> None: ...


class Contacts(Protocol):
    async def of(self, customer_id: CustomerId) -> tuple[str | None, str | None]:
        """(phone, e-mail) of the cabinet's form, each only if it is proven that the person has it."""
        ...

    async def of_nobody(self, number: str) -> tuple[str | None, str | None]:
        """A made-up (phone, e-mail) for a number nobody has, always the same for it; masked it looks like any other."""
        ...

    async def name_of(self, customer_id: CustomerId) -> str:
        """The name of the form; empty without one."""
        ...


class IssueWork(Protocol):
    @property
    def credentials(self) -> Credentials: ...

    @property
    def bindings(self) -> Bindings: ...

    @property
    def contacts(self) -> Contacts: ...

    @property
    def outbox(self) -> Outbox: ...


class AccessWork(IssueWork, Protocol):
    @property
    def entries(self) -> Entries: ...

    @property
    def guards(self) -> Guards: ...
