"""Ready answers: the program's, as admins changed and added to them, for who answers tickets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from domain.faq.models import READY, Book, FaqEntry
from domain.faq.ports import FaqWork
from domain.faq.use_cases import Base, entries_of
from domain.people.models import Person
from domain.shared.errors import NotFound
from domain.shared.localised import LANGUAGES, Language
from domain.shared.transaction import Transaction
from domain.tickets.models import Ticket
from domain.tickets.serve import require_serving


@dataclass(frozen=True, slots=True)
class ReadyAnswers:
    """What there is to choose from, and one as its reader will see it. Raises Forbidden, NotFound.

    `marks` are what stands in a text for the ticket's number, in any language.
    """

    read: Transaction[FaqWork]
    base: Base
    marks: Collection[str] = field(default=())

    async def __call__(self, person: Person) -> Sequence[FaqEntry]:
        """Those of the language of who answers, without the hidden."""
        require_serving(person)
        async with self.read() as work:
            entries = await entries_of(work, self.base, person.language, Book.READY)
        return [each for each in entries if not each.hidden]

    async def text(self, person: Person, name: str, ticket: Ticket, language: Language) -> str:
        """The answer in that language; one that an admin added in another alone comes in that."""
        require_serving(person)
        async with self.read() as work:
            for spoken in (language, *(each for each in LANGUAGES if each != language)):
                for each in await entries_of(work, self.base, spoken, Book.READY):
                    if each.slug == f"{READY}{name}":
                        return self._filled(each.answer, ticket)
        raise NotFound(f"ready answer {name}")

    def _filled(self, text: str, ticket: Ticket) -> str:
        for mark in self.marks:
            text = text.replace(mark, ticket.number)
        return text
