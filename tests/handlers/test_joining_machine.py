"""The form as a state machine: in whatever order people answer, go back, skip, leave, come back and the program starts

anew, the form is always exactly what was answered, and what is asked is always what is waited for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.joining.address import Address, AddressPart
from domain.joining.card import Card
from domain.joining.models import SKIPPABLE, Form, GroupKind, Proof, Step, Waiting
from domain.shared.card_numbers import Network
from handlers.ui.screen import Answer
from tests.handlers.cabinet import Cabinet, buttons
from tests.handlers.filling import consent, form_of

T = TypeVar("T")
STEPS = st.sampled_from(list(Step))
TYPED: dict[Step, list[tuple[str, Any]]] = {
    Step.LAST_NAME: [("Смирнова", "Смирнова"), ("О’Нил", "О’Нил")],
    Step.FIRST_NAME: [("Анна", "Анна"), (" вера ", "вера")],
    Step.PATRONYMIC: [("Ивановна", "Ивановна"), ("Петровна", "Петровна")],
    Step.BIRTH_DATE: [("7.5.1990", date(1990, 5, 7)), ("1985-02-28", date(1985, 2, 28))],
    Step.PASSPORT: [("45 09 123456", "4509123456"), ("4510 000001", "4510000001")],
    Step.PASSPORT_ISSUED: [("20.06.2010", date(2010, 6, 20)), ("01.02.2011", date(2011, 2, 1))],
    Step.PASSPORT_DEPARTMENT: [("770001", "770-001"), ("123-456", "123-456")],
    Step.ADDRESS: [
        ("119019, Москва, ул. Арбат, д. 10, кв. 5", Address("119019", "Москва", "Москва", "ул. Арбат", "10", "5")),
        ("Химки, ул. Ленина 5", Address("", "", "Химки", "ул. Ленина", "5", "")),
    ],
    Step.GROUP_NUMBER: [("1234", "1234"), ("№ 77", "77")],
    Step.CARD: [("Мир 1234", Card(Network.MIR, "1234")), ("4111111111111111", Card(Network.VISA, "1111"))],
}
PHONES = ("+79161234567", "+79167654321")
EMAILS = ("anna@example.org", "vera@example.org")
PARTS = {AddressPart.POSTCODE: "141400", AddressPart.REGION: "Московская область", AddressPart.FLAT: "77"}


class FillingIn(RuleBasedStateMachine):
    """`expected` is what the form must be; the state of the chat is read from the chat."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.cabinet = self.run_(self.made())
        self.expected = Form()
        self.shown: Answer | None = None

    async def made(self) -> Cabinet:
        return Cabinet()

    def run_(self, doing: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(doing)

    def show(self, doing: Coroutine[Any, Any, Answer]) -> Answer:
        self.shown = self.run_(doing)
        return self.shown

    @property
    def state(self) -> str:
        return self.run_(self.cabinet.state()) or ""

    @property
    def step(self) -> Step | None:
        name = self.state.removeprefix("Joining:")
        return Step(name) if name in set(Step) else None

    def expect(self, step: Step, value: Any, **more: Any) -> None:
        self.expected = replace(self.expected, **{step.value: value, "skipped": self.expected.skipped - {step}, **more})

    @initialize()
    def begin(self) -> None:
        self.show(consent(self.cabinet))

    @rule(step=STEPS)
    def ask(self, step: Step) -> None:
        self.show(self.cabinet.press(f"fst:{step}:0"))
        assert self.step is step

    @precondition(lambda self: self.step in TYPED)
    @rule(which=st.integers(0, 1))
    def answer(self, which: int) -> None:
        step = self.step
        assert step is not None
        typed, value = TYPED[step][which]
        self.show(self.cabinet.say(typed))
        self.expect(step, value)

    @precondition(lambda self: self.state.startswith(("Joining:", "AddressParts:")))
    @rule(typed=st.sampled_from(["<b>", "\u202e\u200b", "🙂", " ", "я" * 4000]))
    def answer_nonsense(self, typed: str) -> None:
        before = self.state
        answer = self.show(self.cabinet.say(typed))
        if self.step is not Step.GROUP_KIND:
            assert answer.forget
        assert self.state == before

    @rule(step=st.sampled_from(sorted(SKIPPABLE)))
    def skip(self, step: Step) -> None:
        self.show(self.cabinet.press(f"fsk:{step}"))
        self.expected = replace(self.expected, **{step.value: None, "skipped": self.expected.skipped | {step}})  # type: ignore[arg-type]

    @rule(phone=st.sampled_from(PHONES))
    def share(self, phone: str) -> None:
        self.show(self.cabinet.share(phone))
        waiting = self.expected.waiting
        still = None if waiting and waiting.step is Step.PHONE else waiting
        self.expect(Step.PHONE, phone, phone_proof=Proof.OWN, waiting=still)

    @precondition(lambda self: self.step in {Step.PHONE, Step.EMAIL})
    @rule(which=st.integers(0, 1))
    def type_contact(self, which: int) -> None:
        step = self.step
        assert step is not None
        self.cabinet.now += timedelta(hours=2)
        value = (PHONES if step is Step.PHONE else EMAILS)[which]
        self.show(self.cabinet.say(value))
        assert self.state == "Joining:code"
        self.expected = replace(self.expected, waiting=Waiting(step, value))

    @precondition(lambda self: self.state == "Joining:code" and self.expected.waiting is not None)
    @rule(right=st.booleans())
    def type_code(self, right: bool) -> None:
        waiting = self.expected.waiting
        assert waiting is not None
        code = [c for c in self.cabinet.database.data.codes.values() if c.purpose == waiting.step.value][-1]
        open_ = code.is_open(self.cabinet.now)
        self.show(self.cabinet.say(f"{code.id:06}" if right else "999999"))
        if right and open_:
            proof = {f"{waiting.step}_proof": Proof.OWN, "waiting": None}
            self.expect(waiting.step, waiting.value, **proof)

    @rule(kind=st.sampled_from(list(GroupKind)))
    def choose(self, kind: GroupKind) -> None:
        self.show(self.cabinet.press(f"fkd:{kind}"))
        self.expect(Step.GROUP_KIND, kind)

    @rule(part=st.sampled_from(sorted(PARTS)))
    def mend_address(self, part: AddressPart) -> None:
        self.show(self.cabinet.press(f"fap:{part}"))
        self.show(self.cabinet.say(PARTS[part]))
        self.expect(Step.ADDRESS, (self.expected.address or Address()).having(part, PARTS[part]))

    @precondition(lambda self: self.shown is not None and self.shown.screen is not None)
    @rule()
    def go_back(self) -> None:
        assert self.shown is not None
        assert self.shown.screen is not None
        back = [data for words, data in buttons(self.shown.screen) if words == "← Назад"]
        if back:
            self.show(self.cabinet.press(back[0]))

    @rule(how=st.sampled_from(["/cancel", "/start", "/catalog", "🛒 Корзина"]))
    def leave(self, how: str) -> None:
        self.show(self.cabinet.say(how))
        assert self.state == ""

    @rule()
    def resume(self) -> None:
        self.show(self.cabinet.say("/form"))
        following = self.expected.next_step
        waiting = self.expected.waiting
        if waiting is not None and waiting.step is following:
            assert self.state == "Joining:code"
        else:
            assert self.step is following

    @rule()
    def the_program_starts_anew(self) -> None:
        before, old = self.state, self.cabinet
        self.cabinet = self.run_(self.made())
        self.cabinet.database.data = old.database.data
        self.cabinet.now = old.now
        self.cabinet.dispatcher.storage = old.dispatcher.storage
        self.run_(old.bot.session.close())
        assert self.state == before

    @rule()
    def complete(self) -> None:
        self.show(self.cabinet.press("fok"))
        assert form_of(self.cabinet).complete == (self.expected.next_step is None)
        if form_of(self.cabinet).complete:
            self.cabinet.database.data.forms.clear()
            self.expected = Form()

    @invariant()
    def the_form_is_what_was_answered(self) -> None:
        assert form_of(self.cabinet) == self.expected

    def teardown(self) -> None:
        self.run_(self.cabinet.dispatcher.storage.close())
        self.run_(self.cabinet.bot.session.close())
        self.runner.close()


FillingIn.TestCase.settings = settings(max_examples=20, stateful_step_count=40, deadline=None)
TestFillingIn = pytest.mark.slow(FillingIn.TestCase)
