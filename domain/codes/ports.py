"""What codes ask of storage. Addresses are personal data: storage keeps them encrypted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.codes.models import KeptCode, NewCode, Purpose
from domain.notices.ports import Outbox
from domain.people.models import Person


class Codes(Protocol):
    async def add(self, code: NewCode) -> int:
        """Keeps a code and gives its id; of a purpose, a person's newest is the one that counts."""
        ...

    async def latest(self, person: Person, purpose: Purpose) -> KeptCode | None:
        """The newest; where one writes, it stays as it is until the end."""
        ...

    async def get(self, code_id: int) -> KeptCode | None: ...

    async def sent_since(
        self, person: Person, address: str, since: datetime
    ) -> tuple[Sequence[datetime], Sequence[datetime]]:
        """When codes were sent to the person, and when to the address by anybody; oldest first."""
        ...

    async def digits(self, code_id: int) -> str:
        """The digits of a code, made anew from the keys each time."""
        ...

    async def is_right(self, code_id: int, digits: str) -> bool:
        """Whether these are the digits; takes as long for wrong ones as for right ones."""
        ...

    async def count_wrong(self, code_id: int) -> None: ...

    async def use(self, code_id: int) -> None: ...

    async def prune(self, before: datetime) -> int:
        """Forgets codes sent before that moment and says how many."""
        ...


class CodesWork(Protocol):
    @property
    def codes(self) -> Codes: ...


class SendingWork(CodesWork, Protocol):
    @property
    def outbox(self) -> Outbox: ...
