"""Showing that a cabinet is one's own, once more, before something that matters."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.access.errors import ProofNeeded
from domain.access.models import Proof
from domain.access.ports import Bindings, Credentials, Entries
from domain.people.models import Person


class ProofWork(Protocol):
    @property
    def bindings(self) -> Bindings: ...
    @property
    def credentials(self) -> Credentials: ...
    @property
    def entries(self) -> Entries: ...


async def require_proof(work: ProofWork, person: Person, now: datetime) -> None:
    """Raises ProofNeeded unless who asks has just typed the cabinet's password; a cabinet without one needs none."""
    binding = await work.bindings.of_person(person.id)
    if binding is None or await work.credentials.of(binding.customer_id) is None:
        return
    entry = await work.entries.get(person.id)
    if entry is None or entry.proof is not Proof.PASSWORD or entry.customer_id != binding.customer_id:
        raise ProofNeeded
    if not entry.is_proven(now):
        raise ProofNeeded
