"""What joining asks of storage. Everything in a form is personal data: storage keeps it encrypted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.access.proof import ProofWork
from domain.codes.models import Way
from domain.consents.ports import Consents
from domain.joining.models import Form, Step
from domain.notices.ports import Outbox
from domain.shared.ids import CustomerId, PersonId


class Forms(Protocol):
    async def get(self, customer_id: CustomerId) -> Form:
        """The cabinet's form; an empty one if nothing has been answered."""
        ...

    async def save(self, customer_id: CustomerId, form: Form, at: datetime) -> None: ...

    async def is_taken(self, customer_id: CustomerId, form: Form) -> bool:
        """Whether another cabinet with a complete form has this passport, proven phone or proven e-mail."""
        ...


class Drafts(Protocol):
    """Forms that are not complete."""

    async def to_remind(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Sequence[PersonId]]]:
        """Drafts untouched since `before` of which nobody was reminded yet, with who can be."""
        ...

    async def reminded(self, customer_id: CustomerId, at: datetime) -> None:
        """From now on nobody is reminded of this draft."""
        ...

    async def prune(self, before: datetime) -> int:
        """Forgets drafts untouched since `before` and says how many."""
        ...


class FormerContacts(Protocol):
    """Phones and e-mails that stood in a form until they were changed, for as long as it takes to tell them so."""

    async def add(self, customer_id: CustomerId, step: Step, way: Way, address: str, at: datetime) -> int:
        """Keeps where to write that this answer was changed."""
        ...

    async def get(self, contact_id: int) -> tuple[Step, Way, str] | None:
        """(what was changed, how to write, where to)."""
        ...

    async def prune(self, before: datetime) -> int:
        """Forgets those of changes before that moment and says how many."""
        ...


class ChangesWork(ProofWork, Protocol):
    @property
    def outbox(self) -> Outbox: ...
    @property
    def former_contacts(self) -> FormerContacts: ...


class JoiningWork(ChangesWork, Protocol):
    @property
    def forms(self) -> Forms: ...
    @property
    def consents(self) -> Consents: ...


class DraftsWork(Protocol):
    @property
    def drafts(self) -> Drafts: ...
    @property
    def outbox(self) -> Outbox: ...
