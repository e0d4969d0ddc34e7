"""Frequent questions and ready answers: pairs of a line and a text that the program has and admins change."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.errors import DomainError
from domain.shared.localised import Language

LONGEST_QUESTION = 120
LONGEST_ANSWER = 3000
READY = "tpl-"
"""How the slug of a ready answer begins; that of a question never does."""


class Book(StrEnum):
    """Where an entry stands."""

    QUESTIONS = "questions"
    """Frequent questions, for everybody."""
    READY = "ready"
    """Ready answers to tickets, for the staff: `question` is what such an answer is called."""


def book_of(slug: str) -> Book:
    return Book.READY if slug.startswith(READY) else Book.QUESTIONS


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question with its answer in one language. `slug` names it in every language.

    `edited`: it is an admin's; `own`: there is none of the program's in its place. Hidden ones only admins see.
    """

    slug: str
    question: str
    answer: str
    edited: bool = False
    own: bool = False
    hidden: bool = False

    @property
    def book(self) -> Book:
        return book_of(self.slug)


@dataclass(frozen=True, slots=True)
class FaqEdit:
    """What an admin made of an entry in one language."""

    slug: str
    language: Language
    question: str
    answer: str
    hidden: bool = False


class InvalidFaq(DomainError):
    """A question of one line and an answer are needed; they may be so long at most. `book` is where they were for."""

    def __init__(self, book: Book = Book.QUESTIONS) -> None:
        super().__init__(book)
        self.book = book
