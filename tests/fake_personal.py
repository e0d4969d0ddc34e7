"""Requests about personal data, in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.codes.models import Way
from domain.joining.models import Form, Step
from domain.notices.models import Owed
from domain.ordering.life import LIVE
from domain.personal.models import TO_DESTROY, DataRequest, Ground, Kind, State, Texts
from domain.shared.ids import CustomerId, OrderId, PersonId
from tests.fake_data import Data


class FakeDataRequests:
    def __init__(self, data: Data) -> None:
        self.data = data

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
    ) -> DataRequest:
        number = len(self.data.data_requests) + 1
        made = DataRequest(number, kind, state, customer_id, person_id, at, due_at, about=about)
        self.data.data_requests[number] = made
        self.data.request_texts[number] = Texts(words)
        return made

    async def get(self, request_id: int) -> DataRequest | None:
        return self.data.data_requests.get(request_id)

    async def to_destroy(self, customer_id: CustomerId) -> DataRequest | None:
        return next(
            (each for each in await self.open() if each.customer_id == customer_id and each.kind in TO_DESTROY), None
        )

    async def open_of(self, customer_id: CustomerId) -> Sequence[DataRequest]:
        return [each for each in await self.open() if each.customer_id == customer_id]

    async def texts(self, request_id: int) -> Texts:
        return self.data.request_texts.get(request_id, Texts())

    async def extend(self, request_id: int, due_at: datetime, reason: str) -> None:
        self.data.data_requests[request_id] = replace(self.data.data_requests[request_id], due_at=due_at, extended=True)
        self.data.request_texts[request_id] = replace(self.data.request_texts[request_id], extension=reason)

    async def open(self) -> Sequence[DataRequest]:
        found = [each for each in self.data.data_requests.values() if each.state is State.OPEN]
        return sorted(found, key=lambda each: each.due_at)

    async def copies_since(self, customer_id: CustomerId, since: datetime) -> int:
        return sum(
            each.kind is Kind.ACCESS and each.customer_id == customer_id and each.asked_at > since
            for each in self.data.data_requests.values()
        )

    async def end(
        self,
        request_id: int,
        state: State,
        by: PersonId,
        at: datetime,
        ground: Ground | None = None,
        destroyed: Mapping[str, int] | None = None,
        answer: str | None = None,
    ) -> None:
        self.data.request_texts[request_id] = replace(await self.texts(request_id), answer=answer)
        counts = tuple(sorted((destroyed or {}).items()))
        found = self.data.data_requests[request_id]
        self.data.data_requests[request_id] = replace(
            found, state=state, decided_by=by, decided_at=at, ground=ground, destroyed=counts
        )


class FakeHoldings:
    """The form alone stands for everything; tests/storage/test_holdings.py has the real ones."""

    def __init__(self, data: Data) -> None:
        self.data = data

    async def copy(self, customer_id: CustomerId, person_id: PersonId) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        form = self.data.forms.get(customer_id, Form())
        return {"forms": [{"last_name": form.last_name, "email": form.email}]}

    async def open_orders(self, customer_id: CustomerId) -> int:
        orders = self.data.orders.values()
        return sum(each.customer_id == customer_id and each.state in LIVE for each in orders)

    async def order_cards(self, customer_id: CustomerId) -> Sequence[tuple[OrderId, Owed]]:
        return ()

    async def destroy(
        self, customer_id: CustomerId, person_id: PersonId | None, at: datetime
    ) -> tuple[Mapping[str, int], Sequence[PersonId]]:
        inside = [each.id for each in self.data.people.values() if each.customer_id == customer_id]
        self.data.forms.pop(customer_id, None)
        return {"forms": 1}, inside


class FakeFormerContacts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, customer_id: CustomerId, step: Step, way: Way, address: str, at: datetime) -> int:
        number = max(self.data.former_contacts, default=0) + 1
        self.data.former_contacts[number] = (step, way, address, at)
        return number

    async def get(self, contact_id: int) -> tuple[Step, Way, str] | None:
        found = self.data.former_contacts.get(contact_id)
        return None if found is None else found[:3]

    async def prune(self, before: datetime) -> int:
        old = [number for number, each in self.data.former_contacts.items() if each[3] < before]
        for number in old:
            del self.data.former_contacts[number]
        return len(old)
