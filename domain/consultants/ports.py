"""What the use cases about consultants ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.consultants.models import Change, CityCount, Consultant, Spot, Stranded, Wanted
from domain.notices.ports import Outbox
from domain.shared.ids import ConsultantId, CustomerId
from domain.shared.localised import Localised


class Consultants(Protocol):
    """Who can be chosen is open; `get`, `hold`, `by_invite` and `by_number` also know those who are not."""

    async def get(self, consultant_id: ConsultantId) -> Consultant | None: ...

    async def hold(self, consultant_id: ConsultantId) -> Consultant | None:
        """As `get`; in a writing block nobody else can choose or change them until it ends."""
        ...

    async def by_invite(self, code: str) -> Consultant | None: ...

    async def by_number(self, number: str) -> Consultant | None:
        """By cabinet number."""
        ...

    async def cities(self) -> Sequence[CityCount]:
        """Every city that has an open one, the fullest first, then by name."""
        ...

    async def find(
        self, city_slug: str | None, wanted: Wanted, offset: int, limit: int
    ) -> tuple[Sequence[Consultant], int]:
        """A stretch of the open consultants of a city (of all, without one) in a stable order, and how many."""
        ...

    async def spots(self, wanted: Wanted) -> Sequence[Spot]:
        """Where the open ones work."""
        ...

    async def names(self, wanted: Wanted) -> Sequence[tuple[ConsultantId, Localised]]:
        """What the open ones are called."""
        ...

    async def many(self, ids: Sequence[ConsultantId]) -> Sequence[Consultant]:
        """Those with these ids, in this order."""
        ...

    async def languages(self) -> Sequence[str]:
        """The codes of all languages open ones speak, in the order of the alphabet."""
        ...


class Staff(Protocol):
    """What is changed about a consultant."""

    async def set_taking(self, consultant_id: ConsultantId, taking: bool) -> None: ...

    async def set_left(self, consultant_id: ConsultantId, at: datetime | None) -> None:
        """When they left; None when they are back."""
        ...

    async def set_room(self, consultant_id: ConsultantId, room: int | None) -> None:
        """How many customers they can serve; None is without end."""
        ...


class Choices(Protocol):
    async def consultant_of(self, customer_id: CustomerId) -> ConsultantId | None: ...

    async def choose(self, customer_id: CustomerId, consultant_id: ConsultantId, at: datetime) -> None: ...

    async def note(self, change: Change) -> None:
        """Keeps a change for good."""
        ...

    async def changes(self, customer_id: CustomerId) -> Sequence[Change]:
        """All there were, the newest first."""
        ...

    async def reasons(self, consultant_id: ConsultantId, limit: int) -> Sequence[Change]:
        """The last who asked to go from this consultant to another."""
        ...

    async def stranded(self, limit: int) -> Sequence[Stranded]:
        """Some customers whose consultant is gone and who were not offered another for that yet."""
        ...

    async def forget_offers(self) -> None:
        """Those in place of consultants who are back: should they leave again, it is another matter."""
        ...

    async def offered(self, customer_id: CustomerId, consultant_id: ConsultantId) -> None:
        """Another consultant was offered in place of this one."""
        ...


class ConsultantsWork(Protocol):
    @property
    def consultants(self) -> Consultants: ...

    @property
    def staff(self) -> Staff: ...

    @property
    def choices(self) -> Choices: ...

    @property
    def outbox(self) -> Outbox: ...
