"""Filling in the form, a question at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.joining.fields import InvalidField
from domain.joining.models import Form, Step, position, step_before
from domain.joining.use_cases import AnswerField, CompleteForm, FormIncomplete, ShowForm
from domain.people.models import Person
from domain.shared.ids import CustomerId, PersonId
from tests.fakes import FakeDatabase

ANNA = Person(PersonId(1), "ru", CustomerId(1))
VERA = Person(PersonId(2), "ru", CustomerId(2))


def clock() -> datetime:
    return datetime(2026, 5, 7, 12, tzinfo=UTC)


@pytest.fixture
def database() -> FakeDatabase:
    return FakeDatabase()


async def test_answers_gather_and_stay_ones_own(database: FakeDatabase) -> None:
    answer, show = AnswerField(database.write, clock, "RU"), ShowForm(database.read)
    assert (await show(ANNA)).next_step is Step.NAME
    assert (await answer(ANNA, Step.NAME, " Анна ")).next_step is Step.BIRTH_DATE
    assert (await answer(ANNA, Step.BIRTH_DATE, "7.5.1990")).next_step is Step.PHONE
    form = await answer.contact(ANNA, "89161234567", ANNA.id)
    assert form == Form("Анна", date(1990, 5, 7), "+79161234567")
    assert form.next_step is None
    assert await show(ANNA) == form
    assert (await show(VERA)).is_empty


async def test_a_wrong_answer_changes_nothing(database: FakeDatabase) -> None:
    answer = AnswerField(database.write, clock, "RU")
    await answer(ANNA, Step.NAME, "Анна")
    for step, text in ((Step.NAME, "1"), (Step.BIRTH_DATE, "вчера"), (Step.PHONE, "+79161234567")):
        with pytest.raises(InvalidField):
            await answer(ANNA, step, text)
    assert await ShowForm(database.read)(ANNA) == Form("Анна")


@pytest.mark.parametrize("owner", [VERA.id, None])
async def test_a_contact_of_somebody_else_proves_nothing(database: FakeDatabase, owner: PersonId | None) -> None:
    with pytest.raises(InvalidField) as error:
        await AnswerField(database.write, clock, "RU").contact(ANNA, "+79161234567", owner)
    assert error.value.reason == "foreign"
    assert database.data.forms == {}


async def test_a_form_is_complete_once_all_is_answered_and_can_be_corrected(database: FakeDatabase) -> None:
    answer, complete = AnswerField(database.write, clock, "RU"), CompleteForm(database.write, clock)
    for step in (Step.NAME, Step.BIRTH_DATE, Step.PHONE):
        with pytest.raises(FormIncomplete) as error:
            await complete(ANNA)
        assert error.value.step is step
        match step:
            case Step.PHONE:
                await answer.contact(ANNA, "+79161234567", ANNA.id)
            case _:
                await answer(ANNA, step, "Анна" if step is Step.NAME else "07.05.1990")
    assert not database.data.forms[ANNA.customer_id].complete
    assert await complete(ANNA) == await complete(ANNA)
    corrected = await answer(ANNA, Step.NAME, "Анна Смирнова")
    assert corrected.complete
    assert corrected.name == "Анна Смирнова"


def test_the_order_of_questions() -> None:
    assert [position(step) for step in Step] == [(1, 3), (2, 3), (3, 3)]
    assert [step_before(step) for step in Step] == [None, Step.NAME, Step.BIRTH_DATE]
