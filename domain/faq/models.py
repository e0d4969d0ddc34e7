"""Frequent questions."""

from __future__ import annotations

from dataclasses import dataclass

from domain.shared.errors import DomainError
from domain.shared.localised import Language

LONGEST_QUESTION = 120
LONGEST_ANSWER = 3000


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


@dataclass(frozen=True, slots=True)
class FaqEdit:
    """What an admin made of an entry in one language."""

    slug: str
    language: Language
    question: str
    answer: str
    hidden: bool = False


class InvalidFaq(DomainError):
    """A question of one line and an answer are needed; they may be so long at most."""
