"""What requests about one's own data ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from domain.audit.ports import Audit
from domain.joining.models import Step
from domain.joining.ports import ChangesWork, Forms
from domain.notices.models import Owed
from domain.personal.models import DataRequest, Ground, Kind, State, Texts
from domain.shared.ids import CustomerId, OrderId, PersonId


class DataRequests(Protocol):
    async def add(
        self,
        kind: Kind,
        state: State,
        customer_id: CustomerId,
        person_id: PersonId,
        at: datetime,
        due_at: datetime,
        about: Step | None = None,
        words: str | None = None,
    ) -> DataRequest: ...

    async def get(self, request_id: int) -> DataRequest | None: ...

    async def to_destroy(self, customer_id: CustomerId) -> DataRequest | None:
        """The open request to destroy this cabinet's data. In a writing transaction the customer is held still."""
        ...

    async def open(self) -> Sequence[DataRequest]:
        """All open ones, the soonest due first."""
        ...

    async def open_of(self, customer_id: CustomerId) -> Sequence[DataRequest]:
        """This cabinet's open ones. In a writing transaction the customer is held still."""
        ...

    async def texts(self, request_id: int) -> Texts:
        """What was said about it."""
        ...

    async def extend(self, request_id: int, due_at: datetime, reason: str) -> None:
        """Puts the term off."""
        ...

    async def copies_since(self, customer_id: CustomerId, since: datetime) -> int:
        """How many copies were made of this cabinet's data."""
        ...

    async def end(
        self,
        request_id: int,
        state: State,
        by: PersonId,
        at: datetime,
        ground: Ground | None = None,
        destroyed: Mapping[str, int] | None = None,
        answer: str | None = None,
    ) -> None: ...


class Holdings(Protocol):
    """Everything held about somebody, wherever it is; storage/holdings.py lists it."""

    async def copy(self, customer_id: CustomerId, person_id: PersonId) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Every row about the cabinet and this account, by table, unsealed; nothing of anybody else."""
        ...

    async def open_orders(self, customer_id: CustomerId) -> int:
        """Orders that are not decided yet."""
        ...

    async def order_cards(self, customer_id: CustomerId) -> Sequence[tuple[OrderId, Owed]]:
        """Messages about the orders that were sent to those who serve them, and show whose they are."""
        ...

    async def destroy(
        self, customer_id: CustomerId, person_id: PersonId | None, at: datetime
    ) -> tuple[Mapping[str, int], Sequence[PersonId]]:
        """Destroys everything personal of a cabinet; gives how many rows of which table, and whose accounts it were.

        Orders stay, as accounting without a name. The accounts start anew with an empty cabinet.
        """
        ...


class PersonalWork(ChangesWork, Protocol):
    @property
    def audit(self) -> Audit: ...
    @property
    def forms(self) -> Forms: ...
    @property
    def data_requests(self) -> DataRequests: ...
    @property
    def holdings(self) -> Holdings: ...
