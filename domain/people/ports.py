"""What the use cases about people ask of storage."""

from __future__ import annotations

from typing import Protocol

from domain.people.models import Person
from domain.shared.ids import PersonId
from domain.shared.localised import Language


class People(Protocol):
    """The Telegram accounts known to the cabinet. `is_admin` of what is read is always False here."""

    async def get(self, person_id: PersonId) -> Person | None: ...

    async def add(self, person_id: PersonId, language: Language) -> Person:
        """Makes the account and an empty cabinet for it; an account that exists already is returned as it is."""
        ...

    async def set_language(self, person_id: PersonId, language: Language) -> None: ...

    async def set_reachable(self, person_id: PersonId, reachable: bool) -> None:
        """Whether messages reach the account: False once it has blocked the bot."""
        ...


class PeopleWork(Protocol):
    @property
    def people(self) -> People: ...
