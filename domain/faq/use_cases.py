"""Reading, finding and editing frequent questions, and editing ready answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.faq.models import LONGEST_ANSWER, LONGEST_QUESTION, READY, Book, FaqEdit, FaqEntry, InvalidFaq, book_of
from domain.faq.ports import FaqWork
from domain.people.models import Person
from domain.search.words import nearest, readings, terms
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PressKey
from domain.shared.localised import Language
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
FOUND = 6
"""How many answers are offered at most."""
Base = Mapping[Language, Sequence[FaqEntry]]
"""The program's own entries, as its locale files have them."""


async def entries_of(work: FaqWork, base: Base, language: Language, book: Book) -> list[FaqEntry]:
    """All of a book in a language: the program's in their order, as admins changed them, then what admins added."""
    edits = {each.slug: each for each in await work.faq.edits(language) if book_of(each.slug) is book}
    made = [
        replace(each, question=edit.question, answer=edit.answer, edited=True, hidden=edit.hidden)
        if (edit := edits.pop(each.slug, None)) is not None
        else each
        for each in base[language]
        if each.book is book
    ]
    added = [
        FaqEntry(each.slug, each.question, each.answer, edited=True, own=True, hidden=each.hidden)
        for each in edits.values()
    ]
    return [*made, *added]


@dataclass(frozen=True, slots=True)
class ReadFaq:
    """The questions of the person's language; hidden ones are there for admins alone, as ready answers are here.

    Raises Forbidden, NotFound.
    """

    read: Transaction[FaqWork]
    base: Base

    async def __call__(self, person: Person, number: int, book: Book = Book.QUESTIONS) -> Page[FaqEntry]:
        """A page of them, the nearest that exists."""
        shown = await self._shown(person, book)
        number = clamp_page(number, PAGE, len(shown))
        return Page(shown[number * PAGE : (number + 1) * PAGE], number, PAGE, len(shown))

    async def open(self, person: Person, slug: str) -> FaqEntry:
        """One with its answer."""
        found = next((each for each in await self._shown(person, book_of(slug)) if each.slug == slug), None)
        if found is None:
            raise NotFound(f"question {slug}")
        return found

    async def find(self, person: Person, typed: str) -> Sequence[FaqEntry]:
        """Those that fit what was typed, in any form of its words and with slips, the best first."""
        return find(await self._shown(person, Book.QUESTIONS), typed)

    async def _shown(self, person: Person, book: Book) -> list[FaqEntry]:
        if book is Book.READY:
            person.require_admin()
        async with self.read() as work:
            entries = await entries_of(work, self.base, person.language, book)
        return [each for each in entries if person.is_admin or not each.hidden]


def find(entries: Sequence[FaqEntry], typed: str) -> Sequence[FaqEntry]:
    """The entries that have most of the words that were typed; a word in the question counts most."""
    wanted = readings(typed)
    told = [(set(terms([each.question])), set(terms([each.answer]))) for each in entries]
    everything = {term for question, answer in told for term in question | answer}
    meant: list[tuple[int, set[str]]] = []
    for each in wanted:
        known = {term for term in each.all() if term in everything}
        # A long word says more than a short one, and what is only similar may be another word.
        meant.append((2 * len(each.typed), known) if known else (len(each.typed), set(nearest(each, everything))))
    scores = [
        sum(weight * (3 * bool(words & question) + bool(words & answer)) for weight, words in meant)
        for question, answer in told
    ]
    best = max(scores, default=0)
    fitting = [place for place, score in enumerate(scores) if score and 2 * score >= best]
    return [entries[place] for place in sorted(fitting, key=lambda place: -scores[place])][:FOUND]


@dataclass(frozen=True, slots=True)
class EditFaq:
    """Admins change entries, add, hide and take away, each in the language they read the cabinet in.

    Raises Forbidden, InvalidFaq, NotFound.
    """

    write: Transaction[FaqWork]
    clock: Clock
    base: Base

    async def save(self, person: Person, slug: str, typed: str) -> FaqEntry:
        """The first line is the question, the rest its answer."""
        person.require_admin()
        question, _, answer = (part.strip() for part in typed.strip().partition("\n"))
        if not (0 < len(question) <= LONGEST_QUESTION and 0 < len(answer) <= LONGEST_ANSWER):
            raise InvalidFaq(book_of(slug))
        async with self.write() as work:
            before = await self._one(work, person, slug)
            hidden = before is not None and before.hidden
            edit = FaqEdit(slug, person.language, question, answer, hidden)
            await work.faq.put(edit, person.id, self.clock())
        return FaqEntry(slug, question, answer, edited=True, own=before is None or before.own, hidden=hidden)

    async def add(self, person: Person, typed: str, key: PressKey, book: Book = Book.QUESTIONS) -> FaqEntry:
        """A new one; the same key gives the same."""
        begins = READY if book is Book.READY else ""
        return await self.save(person, f"{begins}own-{key}", typed)

    async def hide(self, person: Person, slug: str, hidden: bool) -> FaqEntry:
        """Takes it out of everybody's sight, or puts it back."""
        person.require_admin()
        async with self.write() as work:
            entry = await self._one(work, person, slug)
            if entry is None:
                raise NotFound(f"question {slug}")
            edit = FaqEdit(slug, person.language, entry.question, entry.answer, hidden)
            await work.faq.put(edit, person.id, self.clock())
        return replace(entry, edited=True, hidden=hidden)

    async def restore(self, person: Person, slug: str) -> None:
        """The program's own words again; one that was added goes."""
        person.require_admin()
        async with self.write() as work:
            await work.faq.drop(slug, person.language)

    async def _one(self, work: FaqWork, person: Person, slug: str) -> FaqEntry | None:
        entries = await entries_of(work, self.base, person.language, book_of(slug))
        return next((each for each in entries if each.slug == slug), None)
