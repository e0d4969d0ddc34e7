"""What proposals ask of storage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.clients.ports import ClientsWork
from domain.consultants.ports import Choices
from domain.ordering.ports import OrderingWork
from domain.proposals.models import Proposal, ProposalId, ProposalState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId


class Proposals(Protocol):
    """In a writing block whatever reads a proposal holds its client still."""

    async def draft(self, consultant_id: ConsultantId, customer_id: CustomerId, at: datetime) -> Proposal:
        """The one draft there is for this client, made if there is none."""
        ...

    async def get(self, id: ProposalId) -> Proposal | None: ...

    async def last(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Proposal | None:
        """What was sent to the client last, whatever became of it."""
        ...

    async def waiting(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Sequence[ProposalId]:
        """Those sent that have no answer."""
        ...

    async def set_line(self, id: ProposalId, article_id: ArticleId, quantity: int) -> None:
        """0 takes the line out. Grows the version."""
        ...

    async def set_note(self, id: ProposalId, note: str) -> None:
        """Grows the version."""
        ...

    async def clear(self, id: ProposalId) -> None:
        """Takes out all lines and the note. Grows the version."""
        ...

    async def become(self, id: ProposalId, old: ProposalState, new: ProposalState, at: datetime) -> bool:
        """False if it is not in `old`. SENT keeps when, and the prices of that moment."""
        ...

    async def sent_since(self, customer_id: CustomerId, since: datetime) -> int:
        """How many the client was sent after that moment."""
        ...


class ProposingWork(OrderingWork, ClientsWork, Protocol):
    @property
    def proposals(self) -> Proposals: ...

    @property
    def choices(self) -> Choices: ...
