"""Filling in the form, a question at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.codes.errors import NoCode, WrongCode
from domain.codes.models import Way
from domain.codes.use_cases import CheckCode, SendCode
from domain.consents.models import VERSIONS, ConsentMissing, Purpose
from domain.consents.use_cases import GiveConsent, ShowConsents, WithdrawConsent
from domain.joining.drafts import PruneForms, RemindOfForms
from domain.joining.errors import AlreadyRegistered, FormIncomplete, InvalidField
from domain.joining.models import SKIPPABLE, Approval, Form, GroupKind, Proof, Step, position, step_before
from domain.joining.proofs import ProveContact, TypeContact, ways_to_prove
from domain.joining.use_cases import AnswerField, CompleteForm, ShowForm
from domain.notices.models import Channel, NoticeKind
from domain.people.models import Person
from domain.shared.errors import Stale
from domain.shared.ids import CustomerId, PersonId
from tests.fakes import FakeDatabase
from tests.forms import JOINED

ANNA = Person(PersonId(1), "ru", CustomerId(1))
VERA = Person(PersonId(2), "ru", CustomerId(2))


@dataclass
class Desk:
    """The use cases of joining over one database and one clock."""

    database: FakeDatabase = field(default_factory=FakeDatabase)
    now: datetime = datetime(2026, 5, 7, 12, tzinfo=UTC)
    ways: tuple[Way, ...] = tuple(Way)

    def __post_init__(self) -> None:
        read, write = self.database.read, self.database.write
        self.show = ShowForm(read)
        self.answer = AnswerField(write, self.clock, "RU")
        self.type = TypeContact(write, self.clock, "RU", SendCode(write, self.clock), self.ways)
        self.prove = ProveContact(read, write, self.clock, CheckCode(write, self.clock))
        self.complete = CompleteForm(write, self.clock)

    def clock(self) -> datetime:
        return self.now

    async def consent(self, *people: Person) -> None:
        for person in people:
            await GiveConsent(self.database.write, self.clock)(person, Purpose.CABINET, VERSIONS[Purpose.CABINET])

    @property
    def code(self) -> str:
        return f"{max(self.database.data.codes):06}"


@pytest.fixture
async def desk() -> Desk:
    made = Desk()
    await made.consent(ANNA, VERA)
    return made


async def test_without_consent_nothing_is_taken() -> None:
    desk = Desk()
    for attempt in (
        desk.answer(ANNA, Step.LAST_NAME, "Смирнова"),
        desk.answer.contact(ANNA, "+79161234567", ANNA.id),
        desk.answer.choose(ANNA, GroupKind.FAMILY),
        desk.answer.skip(ANNA, Step.CARD),
        desk.type(ANNA, Step.EMAIL, "anna@example.org"),
        desk.complete(ANNA),
    ):
        with pytest.raises(ConsentMissing):
            await attempt
    assert desk.database.data.forms == {}
    assert desk.database.data.codes == {}


async def test_consents_are_given_once_each_and_taken_back_each(desk: Desk) -> None:
    give, withdraw = GiveConsent(desk.database.write, desk.clock), WithdrawConsent(desk.database.write, desk.clock)
    first = (await give(ANNA, Purpose.PHOTO, VERSIONS[Purpose.PHOTO]))[Purpose.PHOTO]
    desk.now += timedelta(days=1)
    assert (await give(ANNA, Purpose.PHOTO, VERSIONS[Purpose.PHOTO]))[Purpose.PHOTO] == first
    assert Purpose.PROMOTIONS not in await give(ANNA, Purpose.PROMOTIONS, "1999-01-01")
    assert set(await withdraw(ANNA, Purpose.PHOTO)) == {Purpose.CABINET}
    assert set(await ShowConsents(desk.database.read)(VERA)) == {Purpose.CABINET}


async def test_answers_gather_and_stay_ones_own(desk: Desk) -> None:
    assert (await desk.show(ANNA)).next_step is Step.LAST_NAME
    assert (await desk.answer(ANNA, Step.LAST_NAME, " Смирнова ")).next_step is Step.FIRST_NAME
    form = await desk.answer(ANNA, Step.FIRST_NAME, "Анна")
    assert form == Form(last_name="Смирнова", first_name="Анна")
    assert form.name == "Анна Смирнова"
    assert await desk.show(ANNA) == form
    assert (await desk.show(VERA)).is_empty


@pytest.mark.parametrize("owner", [VERA.id, None])
async def test_a_contact_of_somebody_else_proves_nothing(desk: Desk, owner: PersonId | None) -> None:
    with pytest.raises(InvalidField) as error:
        await desk.answer.contact(ANNA, "+79161234567", owner)
    assert error.value.reason == "foreign"
    assert desk.database.data.forms == {}


async def test_answers_that_contradict_each_other_are_refused(desk: Desk) -> None:
    desk.database.data.forms[ANNA.customer_id] = JOINED
    with pytest.raises(InvalidField) as error:
        await desk.answer(ANNA, Step.BIRTH_DATE, "07.05.2000")
    assert (error.value.field, error.value.reason) == ("birth_date", "passport")
    await desk.answer(ANNA, Step.PASSPORT, "4519 123456")
    with pytest.raises(InvalidField):
        await desk.complete(ANNA)
    assert not (await desk.show(ANNA)).complete


@pytest.mark.parametrize("step", Step)
async def test_what_everybody_has_cannot_be_skipped(desk: Desk, step: Step) -> None:
    if step in SKIPPABLE:
        assert (await desk.answer.skip(ANNA, step)).is_answered(step)
    else:
        with pytest.raises(Stale):
            await desk.answer.skip(ANNA, step)


async def test_a_skipped_question_can_be_answered_and_skipped_again(desk: Desk) -> None:
    await desk.answer.skip(ANNA, Step.PATRONYMIC)
    form = await desk.answer(ANNA, Step.PATRONYMIC, "Ивановна")
    assert (form.patronymic, form.skipped) == ("Ивановна", frozenset())
    form = await desk.answer.skip(ANNA, Step.PATRONYMIC)
    assert (form.patronymic, form.skipped) == (None, frozenset({Step.PATRONYMIC}))


async def test_an_email_is_in_the_form_once_its_code_came_back(desk: Desk) -> None:
    form = await desk.type(ANNA, Step.EMAIL, " Anna@Example.org")
    assert form.email is None
    [notice] = desk.database.data.outbox.values()
    assert (notice.kind, notice.channel, notice.args) == (NoticeKind.CODE, Channel.EMAIL, {"code": 1})
    with pytest.raises(WrongCode) as wrong:
        await desk.prove(ANNA, "000000")
    assert wrong.value.left == 4
    with pytest.raises(NoCode):
        await desk.prove(VERA, desk.code)
    form = await desk.prove(ANNA, f" {desk.code[:3]} {desk.code[3:]} ")
    assert (form.email, form.email_proof, form.waiting) == ("Anna@example.org", Proof.OWN, None)
    with pytest.raises(NoCode):
        await desk.prove(ANNA, desk.code)


async def test_ways_that_are_closed_are_not_taken() -> None:
    desk = Desk(ways=())
    await desk.consent(ANNA)
    for step, typed in ((Step.PHONE, "+79161234567"), (Step.EMAIL, "anna@example.org")):
        with pytest.raises(InvalidField):
            await desk.type(ANNA, step, typed)
    assert desk.database.data.codes == {}


async def test_another_way_is_ones_own_proven_contact_or_none(desk: Desk) -> None:
    form = await desk.type(ANNA, Step.EMAIL, "anna@example.org")
    assert ways_to_prove(form, tuple(Way)) == {Way.EMAIL: "anna@example.org"}
    with pytest.raises(Stale):
        await desk.type.again(ANNA, Way.SMS)
    form = await desk.answer.contact(ANNA, "+79161234567", ANNA.id)
    assert ways_to_prove(form, tuple(Way)) == {Way.EMAIL: "anna@example.org", Way.SMS: "+79161234567"}
    desk.now += timedelta(seconds=60)
    await desk.type.again(ANNA, Way.SMS)
    form = await desk.prove(ANNA, desk.code)
    assert form.email_proof is Proof.OTHER
    assert ways_to_prove(form, tuple(Way)) == {}


async def test_who_has_a_cabinet_is_told_once_the_contact_is_proven(desk: Desk) -> None:
    desk.database.data.forms[VERA.customer_id] = replace(JOINED, complete=True)
    with pytest.raises(AlreadyRegistered):
        await desk.answer.contact(ANNA, "+79161234567", ANNA.id)
    await desk.type(ANNA, Step.EMAIL, "ANNA@example.org")
    with pytest.raises(WrongCode):
        await desk.prove(ANNA, "999999")
    with pytest.raises(AlreadyRegistered):
        await desk.prove(ANNA, desk.code)
    form = await desk.answer(ANNA, Step.PASSPORT, JOINED.passport or "")
    assert form.passport == JOINED.passport, "a passport is not told to be known"
    assert form.phone is None
    assert form.email is None


async def test_a_contact_proven_by_another_way_takes_nobodys_place(desk: Desk) -> None:
    desk.database.data.forms[VERA.customer_id] = replace(JOINED, email_proof=Proof.OTHER, complete=True)
    await desk.type(ANNA, Step.EMAIL, "anna@example.org")
    assert (await desk.prove(ANNA, desk.code)).email == "anna@example.org"


@pytest.mark.parametrize("step", Step)
async def test_a_form_is_complete_once_all_is_answered(desk: Desk, step: Step) -> None:
    desk.database.data.forms[ANNA.customer_id] = replace(JOINED, **{step.value: None})
    with pytest.raises(FormIncomplete) as error:
        await desk.complete(ANNA)
    assert error.value.step is step
    desk.database.data.forms[ANNA.customer_id] = JOINED
    assert await desk.complete(ANNA) == await desk.complete(ANNA)
    corrected = await desk.answer(ANNA, Step.FIRST_NAME, "Вера")
    assert corrected.complete
    assert corrected.first_name == "Вера"


async def test_serving_customers_waits_for_approval_and_a_decision_stays(desk: Desk) -> None:
    desk.database.data.forms[ANNA.customer_id] = replace(JOINED, group_kind=GroupKind.CONSULTING)
    assert (await desk.complete(ANNA)).approval is Approval.WAITING
    desk.database.data.forms[ANNA.customer_id] = replace(
        JOINED, complete=True, group_kind=GroupKind.CONSULTING, approval=Approval.APPROVED
    )
    assert (await desk.answer.choose(ANNA, GroupKind.CONSULTING)).approval is Approval.APPROVED
    assert (await desk.answer.choose(ANNA, GroupKind.FAMILY)).approval is None
    assert (await desk.answer.choose(ANNA, GroupKind.CONSULTING)).approval is Approval.WAITING


async def test_one_reminder_after_a_day_and_an_end_after_two_weeks(desk: Desk) -> None:
    data = desk.database.data
    data.people[ANNA.id] = ANNA
    await desk.answer(ANNA, Step.LAST_NAME, "Смирнова")
    remind = RemindOfForms(desk.database.write, desk.clock)
    prune = PruneForms(desk.database.write, desk.clock)
    desk.now += timedelta(hours=23, minutes=59)
    assert await remind() == 0
    desk.now += timedelta(minutes=1)
    assert await remind() == 1
    await desk.answer(ANNA, Step.FIRST_NAME, "Анна")
    desk.now += timedelta(days=2)
    assert await remind() == 0
    assert [notice.kind for notice in desk.database.data.outbox.values()] == [NoticeKind.FORM_REMINDER]
    assert await prune() == 0
    desk.now += timedelta(days=12, seconds=1)
    assert await prune() == 1
    assert (await desk.show(ANNA)).is_empty


async def test_a_complete_form_is_neither_reminded_of_nor_forgotten(desk: Desk) -> None:
    desk.database.data.people[ANNA.id] = ANNA
    desk.database.data.forms[ANNA.customer_id] = JOINED
    await desk.complete(ANNA)
    desk.now += timedelta(days=100)
    assert await RemindOfForms(desk.database.write, desk.clock)() == 0
    assert await PruneForms(desk.database.write, desk.clock)() == 0


def test_the_order_of_questions() -> None:
    steps = list(Step)
    assert [position(step) for step in steps] == [(n, len(steps)) for n in range(1, len(steps) + 1)]
    assert [step_before(step) for step in steps] == [None, *steps[:-1]]
    assert steps.index(Step.PASSPORT) > steps.index(Step.BIRTH_DATE)
    assert Step.EMAIL in steps[steps.index(Step.PHONE) :], "the phone may have to prove the e-mail"
