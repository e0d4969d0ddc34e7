"""What looking after clients asks of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.broadcasts.choosing import MutedKinds
from domain.clients.care import Birth, Delivered, NewTask, Task, TaskId, TaskKind, TaskState
from domain.clients.ports import ClientsWork
from domain.consents.ports import Consents
from domain.notices.ports import Outbox
from domain.ordering.ports import Buyers, Orders
from domain.shared.ids import ConsultantId, CustomerId


class Tasks(Protocol):
    """Of a list only tasks for who is still a client of the consultant."""

    async def put(self, tasks: Sequence[NewTask]) -> int:
        """Puts down those whose key is not there yet; says how many."""
        ...

    async def delivered(self, kind: TaskKind, after: datetime, until: datetime, limit: int) -> Sequence[Delivered]:
        """Orders delivered in that time, and delivered still, that have no task of this kind."""
        ...

    async def stretch(
        self, consultant_id: ConsultantId, now: datetime, offset: int, limit: int
    ) -> tuple[Sequence[Task], int]:
        """What is open and due, the longest due first, and how much there is."""
        ...

    async def count(self, consultant_id: ConsultantId, now: datetime) -> int: ...

    async def get(self, id: TaskId) -> Task | None:
        """In a writing block nobody else changes it until the end."""
        ...

    async def become(self, id: TaskId, state: TaskState, at: datetime) -> None: ...

    async def put_off(self, id: TaskId, due_at: datetime) -> None: ...

    async def forget(self, kind: TaskKind, before: datetime, at: datetime) -> int:
        """Skips what is open of this kind and was due before then; says how many."""
        ...


class Births(Protocol):
    """Birth dates of registered clients who agree to promotions at this moment."""

    async def after(self, customer_id: CustomerId, limit: int) -> Sequence[Birth]:
        """Of everybody, in the order of ids, beginning after this one."""
        ...

    async def of(self, consultant_id: ConsultantId) -> Sequence[Birth]:
        """Of one consultant's clients, with their names."""
        ...


class CareWork(ClientsWork, Protocol):
    @property
    def tasks(self) -> Tasks: ...

    @property
    def births(self) -> Births: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def muted_kinds(self) -> MutedKinds: ...

    @property
    def orders(self) -> Orders: ...

    @property
    def buyers(self) -> Buyers: ...

    @property
    def outbox(self) -> Outbox: ...
