"""Meeting a person and speaking their language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from domain.people.models import Duty, Person
from domain.people.ports import PeopleWork
from domain.shared.ids import PersonId
from domain.shared.localised import Language, language_of
from domain.shared.transaction import Transaction


@dataclass(frozen=True, slots=True)
class MeetPerson:
    """Says who is talking; called once for every update, so that rights are those of this moment.

    Somebody new gets an account and an empty cabinet, in the language of their Telegram client. Who writes again after
    blocking the bot is reachable again.
    """

    read: Transaction[PeopleWork]
    write: Transaction[PeopleWork]
    admins: Collection[int]
    duties: Mapping[int, frozenset[Duty]] = field(default_factory=dict)

    async def __call__(self, person_id: PersonId, language_code: str | None) -> Person:
        async with self.read() as work:
            person = await work.people.get(person_id)
        if person is None:
            async with self.write() as work:
                person = await work.people.add(person_id, language_of(language_code))
        elif not person.reachable:
            async with self.write() as work:
                await work.people.set_reachable(person_id, True)
        return self._with_rights(person)

    async def known(self, person_id: PersonId) -> Person | None:
        """Who this is, without their having said a word; None for nobody we know."""
        async with self.read() as work:
            person = await work.people.get(person_id)
        return None if person is None else self._with_rights(person)

    async def of_staff(self, person_id: PersonId, language_code: str | None) -> Person | None:
        """Who of the staff this is; None for anybody else, of whom nothing is kept."""
        if person_id not in self.admins and person_id not in self.duties:
            return None
        return await self(person_id, language_code)

    def _with_rights(self, person: Person) -> Person:
        duties = self.duties.get(person.id, frozenset())
        is_admin = person.id in self.admins or Duty.OWNER in duties
        return replace(person, is_admin=is_admin, duties=duties) if is_admin or duties else person


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Keeps the language a person chose; from then on it wins over the Telegram client's."""

    write: Transaction[PeopleWork]

    async def __call__(self, person: Person, language: Language) -> Person:
        async with self.write() as work:
            await work.people.set_language(person.id, language)
        return replace(person, language=language)


@dataclass(frozen=True, slots=True)
class NoteReachability:
    """Remembers that a person blocked or unblocked the bot, so that delivery does not knock in vain."""

    write: Transaction[PeopleWork]

    async def __call__(self, person: Person, reachable: bool) -> None:
        async with self.write() as work:
            await work.people.set_reachable(person.id, reachable)
