"""Where somebody stands when they come home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from domain.clients.care_ports import Tasks
from domain.consultants.models import Consultant
from domain.consultants.ports import Consultants
from domain.joining.models import Form
from domain.joining.ports import Forms
from domain.people.models import Person
from domain.relay.ports import Conversations
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's consultant and the form as far as it is filled in.

    For a consultant also how much is due for their clients, and how much of what those wrote was not read yet.
    """

    consultant: Consultant | None
    form: Form
    todo: int = 0
    unread: int = 0


class HomeWork(Protocol):
    @property
    def consultants(self) -> Consultants: ...

    @property
    def forms(self) -> Forms: ...

    @property
    def tasks(self) -> Tasks: ...

    @property
    def conversations(self) -> Conversations: ...


@dataclass(frozen=True, slots=True)
class ShowHome:
    """Where the person stands now; everybody has a home. Raises NotFound for a consultant who was never there."""

    read: Transaction[HomeWork]
    clock: Clock

    async def __call__(self, person: Person) -> Standing:
        async with self.read() as work:
            consultant = None
            if person.consultant_id is not None:
                consultant = await work.consultants.get(person.consultant_id)
                if consultant is None:
                    raise NotFound(f"consultant {person.consultant_id}")
            form = await work.forms.get(person.customer_id)
            own = person.own_consultant_id
            if own is None:
                return Standing(consultant, form)
            todo = await work.tasks.count(own, self.clock())
            return Standing(consultant, form, todo, await work.conversations.unread_of(own))
