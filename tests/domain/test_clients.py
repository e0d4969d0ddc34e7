"""What a consultant has to do for clients: put down once, sent once, and only where it may be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.clients.care import NotAgreed, Task, TaskKind, TaskOver, TaskState, birthday_in, next_birthday
from domain.clients.enter import EnterBirthdays, EnterQuestions
from domain.clients.models import ClientQuiet, Quiet
from domain.clients.todo import CareMessage, TodoList
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.joining.models import Form
from domain.notices.models import NoticeKind, Priority
from domain.ordering.models import Delivery, Order, OrderLine, OrderState
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money
from tests.fakes import FakeDatabase
from tests.handlers.cabinet import consultant

ZONE = ZoneInfo("Europe/Moscow")
NOON = datetime(2026, 5, 7, 9, tzinfo=UTC)
OLEG = Person(PersonId(2001), "ru", CustomerId(90), own_consultant_id=ConsultantId(1))
RIVAL = Person(PersonId(2002), "ru", CustomerId(91), own_consultant_id=ConsultantId(2))
ANNA = Person(PersonId(1001), "ru", CustomerId(1), registered=True, consultant_id=ConsultantId(1))
DAY = timedelta(days=1)


@dataclass
class Desk:
    database: FakeDatabase = field(default_factory=FakeDatabase)
    now: datetime = NOON

    def __post_init__(self) -> None:
        data = self.database.data
        data.consultants.update({ConsultantId(n): consultant(n) for n in (1, 2)})
        for person in (ANNA, OLEG, RIVAL):
            data.people[person.id] = person
        data.choices[ANNA.customer_id] = ConsultantId(1)
        data.forms[ANNA.customer_id] = Form(
            first_name="Анна", last_name="Дорогова", birth_date=date(1990, 5, 9), complete=True
        )
        read, write = self.database.read, self.database.write
        self.questions = EnterQuestions(write, lambda: self.now)
        self.birthdays = EnterBirthdays(read, write, lambda: self.now, ZONE)
        self.todo = TodoList(read, write, lambda: self.now, ZONE)
        self.message = CareMessage(read)

    def deliver(self, number: int = 1, state: OrderState = OrderState.DELIVERED) -> None:
        words = Localised("Крем", "Cream")
        line = OrderLine(ArticleId(1), "A1", words, None, Money(100_00), 1, Money(0))
        self.database.data.orders[OrderId(number)] = Order(
            id=OrderId(number),
            customer_id=ANNA.customer_id,
            consultant_id=ConsultantId(1),
            customer_name="Анна",
            consultant_name=words,
            state=state,
            lines=(line,),
            percent=0,
            delivery=Delivery.COURIER,
            delivery_cost=Money(0),
            comment="",
            placed_at=self.now,
            delivered_at=self.now,
        )

    def agree(self) -> None:
        consent = Consent(Purpose.PROMOTIONS, VERSIONS[Purpose.PROMOTIONS], self.now)
        self.database.data.consents[ANNA.customer_id, Purpose.PROMOTIONS] = consent

    async def due(self) -> list[Task]:
        return list((await self.todo(OLEG)).items)

    def sent(self) -> list[PersonId]:
        return [each.to for each in self.database.data.outbox.values() if each.kind is NoticeKind.CARE]


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_three_questions_after_a_delivery_each_in_its_time_and_once(desk: Desk) -> None:
    desk.deliver()
    seen = []
    for day in range(100):
        desk.now = NOON + day * DAY
        entered = [await desk.questions(), await desk.questions()]
        assert entered[1] == 0
        if entered[0]:
            seen.append((day, (await desk.due())[-1].kind))
    assert seen == [(2, TaskKind.DAYS), (14, TaskKind.WEEKS), (61, TaskKind.MONTHS)]
    assert (await desk.todo(OLEG)).total == 3


async def test_after_a_long_rest_only_what_is_still_sensible(desk: Desk) -> None:
    desk.deliver()
    desk.now += 20 * DAY
    assert await desk.questions() == 1
    assert [each.kind for each in await desk.due()] == [TaskKind.WEEKS]
    desk.now += 300 * DAY
    assert await desk.questions() == 0


async def test_what_was_not_delivered_or_is_somebody_elses_client_is_not_asked_about(desk: Desk) -> None:
    desk.deliver(1, OrderState.RETURNED)
    desk.deliver(2)
    desk.database.data.choices[ANNA.customer_id] = ConsultantId(2)
    desk.now += 3 * DAY
    assert await desk.questions() == 0
    desk.database.data.choices[ANNA.customer_id] = ConsultantId(1)
    assert await desk.questions() == 1


async def test_one_press_sends_one_message(desk: Desk) -> None:
    desk.deliver()
    desk.now += 2 * DAY
    await desk.questions()
    (task,) = await desk.due()
    for _ in range(3):
        assert (await desk.todo.send(OLEG, task.id)).state is TaskState.DONE
    assert desk.sent() == [ANNA.id]
    assert await desk.due() == []
    found = await desk.message(ANNA, task.id)
    assert found is not None
    assert (found[1].id, found[2] and found[2].id) == (ConsultantId(1), OrderId(1))
    with pytest.raises(TaskOver):
        await desk.todo.skip(OLEG, task.id)
    desk.database.data.quiets[ANNA.customer_id, Quiet.CARE] = desk.now
    assert (await desk.todo.send(OLEG, task.id)).state is TaskState.DONE, "what is sent is sent"


async def test_skipped_and_put_off(desk: Desk) -> None:
    desk.deliver()
    desk.now += 2 * DAY
    await desk.questions()
    (task,) = await desk.due()
    await desk.todo.put_off(OLEG, task.id, 7)
    desk.now += 6 * DAY
    assert await desk.due() == []
    desk.now += DAY
    assert [each.id for each in await desk.due()] == [task.id]
    await desk.todo.put_off(OLEG, task.id, -99)
    assert await desk.due() == []
    desk.now += DAY
    assert (await desk.todo(OLEG)).total == 1
    await desk.todo.skip(OLEG, task.id)
    await desk.todo.skip(OLEG, task.id)
    assert await desk.due() == []
    for deed in (desk.todo.send(OLEG, task.id), desk.todo.put_off(OLEG, task.id, 1)):
        with pytest.raises(TaskOver):
            await deed
    assert await desk.questions() == 0, "what was skipped does not come back"
    assert desk.sent() == []


async def test_a_client_may_ask_for_silence_and_a_return_ends_the_question(desk: Desk) -> None:
    desk.deliver()
    desk.now += 2 * DAY
    await desk.questions()
    (task,) = await desk.due()
    data = desk.database.data
    data.quiets[ANNA.customer_id, Quiet.CARE] = desk.now
    with pytest.raises(ClientQuiet):
        await desk.todo.send(OLEG, task.id)
    data.quiets.clear()
    data.orders[OrderId(1)] = replace(data.orders[OrderId(1)], state=OrderState.RETURNED)
    with pytest.raises(TaskOver):
        await desk.todo.send(OLEG, task.id)
    assert desk.sent() == []
    assert await desk.message(ANNA, task.id) is None


async def test_what_is_asked_for_between_press_and_sending_counts(desk: Desk) -> None:
    desk.deliver()
    desk.now += 2 * DAY
    await desk.questions()
    (task,) = await desk.due()
    await desk.todo.send(OLEG, task.id)
    desk.database.data.quiets[ANNA.customer_id, Quiet.CARE] = desk.now
    assert await desk.message(ANNA, task.id) is None
    desk.database.data.quiets.clear()
    elsewhere = replace(ANNA, consultant_id=ConsultantId(2))
    assert await desk.message(elsewhere, task.id) is None
    assert await desk.message(OLEG, task.id) is None
    assert await desk.message(replace(ANNA, customer_id=CustomerId(7)), task.id) is None, "another client of the same"


async def test_another_consultant_can_do_nothing_with_it(desk: Desk) -> None:
    desk.deliver()
    desk.now += 2 * DAY
    await desk.questions()
    (task,) = await desk.due()
    before = dict(desk.database.data.tasks)
    for person, error in ((RIVAL, NotFound), (ANNA, Forbidden)):
        for deed in (desk.todo.open, desk.todo.send, desk.todo.skip):
            with pytest.raises(error):
                await deed(person, task.id)
        with pytest.raises(error):
            await desk.todo.put_off(person, task.id, 1)
    assert (await desk.todo(RIVAL)).total == 0
    with pytest.raises(Forbidden):
        await desk.todo(ANNA)
    desk.database.data.choices[ANNA.customer_id] = ConsultantId(2)
    for person in (OLEG, RIVAL):
        with pytest.raises(NotFound):
            await desk.todo.send(person, task.id)
    assert await desk.due() == []
    assert dict(desk.database.data.tasks) == before


async def test_a_birthday_is_known_only_of_who_agreed_and_wished_only_while_they_do(desk: Desk) -> None:
    desk.now = datetime(2026, 5, 8, 22, tzinfo=UTC)
    assert await desk.birthdays() == 0
    assert await desk.todo.birthdays(OLEG) == []
    desk.agree()
    again = EnterBirthdays(desk.database.read, desk.database.write, lambda: desk.now, ZONE)
    # In Moscow it is the 9th already.
    assert await again() == 1
    assert await again() == 0
    assert await EnterBirthdays(desk.database.read, desk.database.write, lambda: desk.now, ZONE)() == 0
    (task,) = await desk.due()
    assert (task.kind, task.order_id) == (TaskKind.BIRTHDAY, None)
    consents = dict(desk.database.data.consents)
    desk.database.data.consents.clear()
    with pytest.raises(NotAgreed):
        await desk.todo.send(OLEG, task.id)
    desk.database.data.consents.update(consents)
    await desk.todo.send(OLEG, task.id)
    assert [each.priority for each in desk.database.data.outbox.values()] == [Priority.BULK]
    assert await desk.message(ANNA, task.id) is not None
    desk.database.data.consents.clear()
    assert await desk.message(ANNA, task.id) is None


async def test_wishes_too_late_go_by_themselves_and_next_year_there_are_new_ones(desk: Desk) -> None:
    desk.agree()
    desk.now = datetime(2026, 5, 9, 12, tzinfo=UTC)
    assert await desk.birthdays() == 1
    desk.now += 4 * DAY
    assert await desk.birthdays() == 0
    assert await desk.due() == []
    desk.now = datetime(2027, 5, 10, 12, tzinfo=UTC)
    assert await desk.birthdays() == 1


async def test_birthdays_of_the_next_month(desk: Desk) -> None:
    desk.agree()
    assert [(day, each.name) for day, each in await desk.todo.birthdays(OLEG)] == [(date(2026, 5, 9), "Анна Дорогова")]
    assert await desk.todo.birthdays(RIVAL) == []
    desk.now += 3 * DAY
    assert await desk.todo.birthdays(OLEG) == []
    with pytest.raises(Forbidden):
        await desk.todo.birthdays(ANNA)


@pytest.mark.parametrize(
    ("born", "today", "then"),
    [
        (date(1992, 2, 29), date(2026, 1, 1), date(2026, 2, 28)),
        (date(1992, 2, 29), date(2028, 1, 1), date(2028, 2, 29)),
        (date(1990, 1, 1), date(2026, 12, 31), date(2027, 1, 1)),
        (date(1990, 5, 7), date(2026, 5, 7), date(2026, 5, 7)),
    ],
)
def test_the_next_birthday(born: date, today: date, then: date) -> None:
    assert next_birthday(born, today) == then
    assert birthday_in(born, then.year) == then
