"""Filling in the form in the chat, as far as a test wants it."""

from __future__ import annotations

from domain.consents.models import BEFORE_THE_FORM, VERSIONS
from domain.joining.models import Form, Step
from domain.shared.ids import CustomerId
from handlers.ui.screen import Answer
from tests.handlers.cabinet import Cabinet

ANSWERS: dict[Step, str] = {
    Step.LAST_NAME: "Смирнова",
    Step.FIRST_NAME: " Анна  ",
    Step.PATRONYMIC: "Ивановна",
    Step.BIRTH_DATE: "7.5.1990",
    Step.PASSPORT: "45 09 123456",
    Step.PASSPORT_ISSUED: "20.06.2010",
    Step.PASSPORT_DEPARTMENT: "770001",
    Step.ADDRESS: "119019, Москва, ул. Арбат, д. 10, кв. 5",
    Step.EMAIL: "anna@example.org",
    Step.GROUP_NUMBER: "1234",
    Step.CARD: "Мир 1234",
}


def form_of(cabinet: Cabinet) -> Form:
    """Anna's form as it is kept."""
    return cabinet.database.data.forms.get(CustomerId(1), Form())


def code_of(cabinet: Cabinet) -> str:
    """The digits of the last code that was owed."""
    return f"{max(cabinet.database.data.codes):06}"


async def consent(cabinet: Cabinet) -> Answer:
    """Opens the form and agrees to everything; the first question, if nothing is answered yet."""
    answer = await cabinet.say("/form")
    for purpose in BEFORE_THE_FORM:
        answer = await cabinet.press(f"fcs:{purpose}:{VERSIONS[purpose]}:1")
    return answer


async def reply(cabinet: Cabinet, step: Step) -> Answer:
    """Answers a question that has been asked."""
    if step is Step.PHONE:
        return await cabinet.share()
    if step is Step.GROUP_KIND:
        return await cabinet.press("fkd:family")
    answer = await cabinet.say(ANSWERS[step])
    if step is Step.EMAIL:
        return await cabinet.say(code_of(cabinet))
    return await cabinet.press("form") if step is Step.ADDRESS else answer


async def fill(cabinet: Cabinet, until: Step | None = None) -> Answer:
    """Answers everything before `until`; all of it without. Gives what is shown then."""
    answer = await consent(cabinet)
    for step in Step:
        if step is until:
            break
        answer = await reply(cabinet, step)
    return answer
