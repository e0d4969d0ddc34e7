"""Frequent questions and ready answers: who may change what, what stays hidden, what is found first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.faq.models import READY, Book, FaqEdit, FaqEntry, InvalidFaq
from domain.faq.use_cases import FOUND, EditFaq, ReadFaq, find
from domain.people.models import Duty, Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import CustomerId, PersonId, PressKey
from tests.fakes import FakeDatabase

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ADMIN = Person(PersonId(1), "ru", CustomerId(1), is_admin=True)
OFFICER = Person(PersonId(2), "ru", CustomerId(2), duties=frozenset(Duty))
ANNA = Person(PersonId(3), "ru", CustomerId(3))
PAY = FaqEntry("pay", "Как оплатить заказ?", "Картой.")
WAIT = FaqEntry("wait", "Сколько ждать посылку?", "Три дня, если вы успели оплатить.")
CALM = FaqEntry(f"{READY}calm", "Спокойный ответ", "Мы разберёмся.")
BASE = {"ru": (PAY, WAIT, CALM), "en": (FaqEntry("pay", "How do I pay?", "By card."),)}
KEY = PressKey("key")


class Shelf:
    def __init__(self) -> None:
        self.database = FakeDatabase()
        self.read = ReadFaq(self.database.read, BASE)
        self.edit = EditFaq(self.database.write, lambda: NOW, BASE)

    async def slugs(self, person: Person, book: Book = Book.QUESTIONS) -> list[str]:
        return [each.slug for each in (await self.read(person, 0, book)).items]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.mark.parametrize("person", [ANNA, OFFICER])
async def test_nobody_but_admins_changes_anything(shelf: Shelf, person: Person) -> None:
    kept = FaqEdit("pay", "ru", "Как?", "Так.")
    shelf.database.data.faq["pay", "ru"] = kept
    for changing in (
        shelf.edit.save(person, "pay", "Как?\nИначе."),
        shelf.edit.add(person, "Новое?\nДа.", KEY),
        shelf.edit.hide(person, "pay", True),
        shelf.edit.restore(person, "pay"),
        shelf.read.open(person, CALM.slug),
        shelf.slugs(person, Book.READY),
    ):
        with pytest.raises(Forbidden):
            await changing
    assert shelf.database.data.faq == {("pay", "ru"): kept}


async def test_hidden_is_hidden_from_everybody_but_admins_until_it_is_shown_again(shelf: Shelf) -> None:
    own = await shelf.edit.add(ADMIN, "Своё?\nДа.", KEY)
    assert (await shelf.edit.add(ADMIN, "Своё?\nНет.", KEY)).slug == own.slug, "the same press adds nothing more"
    for slug in ("pay", own.slug):
        await shelf.edit.hide(ADMIN, slug, True)
    assert await shelf.slugs(ADMIN) == ["pay", "wait", own.slug]
    assert await shelf.slugs(ANNA) == ["wait"]
    assert [each.slug for each in await shelf.read.find(ANNA, "оплатить")] == ["wait"]
    for slug in ("pay", own.slug):
        with pytest.raises(NotFound):
            await shelf.read.open(ANNA, slug)
        changed = await shelf.edit.save(ADMIN, slug, "Другими словами?\nДа.")
        assert changed.hidden, "new words show nothing that was taken out of sight"
    assert await shelf.slugs(ANNA) == ["wait"]
    await shelf.edit.hide(ADMIN, "pay", False)
    assert (await shelf.read.open(ANNA, "pay")).question == "Другими словами?"
    with pytest.raises(NotFound):
        await shelf.edit.hide(ADMIN, "nothing", True)


async def test_ready_answers_are_a_book_of_their_own(shelf: Shelf) -> None:
    own = await shelf.edit.add(ADMIN, "Ещё ответ\nСлова.", KEY, Book.READY)
    asked = await shelf.edit.add(ADMIN, "Вопрос?\nСлова.", KEY)
    assert await shelf.slugs(ADMIN, Book.READY) == [CALM.slug, own.slug]
    assert await shelf.slugs(ADMIN) == ["pay", "wait", asked.slug]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("В" * 120 + "\n" + "о" * 3000, True),
        ("В" * 121 + "\nответ", False),
        ("Вопрос\n" + "о" * 3001, False),
        ("Только вопрос", False),
        ("Вопрос\n  \n", False),
    ],
)
async def test_a_question_and_its_answer_each_as_long_as_it_may_be(shelf: Shelf, typed: str, fits: bool) -> None:
    if fits:
        await shelf.edit.save(ADMIN, "pay", typed)
    else:
        with pytest.raises(InvalidFaq):
            await shelf.edit.save(ADMIN, "pay", typed)
    assert bool(shelf.database.data.faq) is fits


def test_a_word_of_the_question_says_more_than_one_of_the_answer() -> None:
    assert [each.slug for each in find([WAIT, PAY], "оплатить")] == ["pay"], "what is a third as good is not offered"
    assert [each.slug for each in find([WAIT, PAY], "оплатить посылку")] == ["wait", "pay"]
    many = [FaqEntry(f"q{number}", "Как оплатить?", "Так.") for number in range(FOUND + 3)]
    assert len(find(many, "оплатить")) == FOUND
