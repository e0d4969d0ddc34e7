"""What the client book asks of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.clients.models import Client, Quiet
from domain.ordering.ports import OrderLists
from domain.shared.ids import ConsultantId, CustomerId


class Clients(Protocol):
    """Of one consultant: registered customers who are under their care at this moment."""

    async def get(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Client | None:
        """One of theirs; None for everybody else."""
        ...

    async def stretch(self, consultant_id: ConsultantId, offset: int, limit: int) -> tuple[Sequence[Client], int]:
        """Some of them, who ordered last first, and how many there are."""
        ...

    async def names(self, consultant_id: ConsultantId) -> Sequence[tuple[CustomerId, str]]:
        """What they are called."""
        ...

    async def many(self, consultant_id: ConsultantId, ids: Sequence[CustomerId]) -> Sequence[Client]:
        """Those of theirs with these ids, in this order."""
        ...

    async def unnamed(self, consultant_id: ConsultantId) -> int:
        """How many chose them and have not filled in their form yet."""
        ...


class Quiets(Protocol):
    async def of(self, customer_id: CustomerId) -> frozenset[Quiet]:
        """What the customer does not want to be sent."""
        ...

    async def set(self, customer_id: CustomerId, quiet: Quiet, on: bool, at: datetime) -> None: ...


class ClientsWork(Protocol):
    @property
    def clients(self) -> Clients: ...

    @property
    def quiets(self) -> Quiets: ...

    @property
    def order_lists(self) -> OrderLists: ...
