"""Tickets over the in-memory database: who answers for one, who hears of it, limits, terms, each press once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.working_days import RussianWorkingDays
from domain.notices.models import NoticeKind
from domain.people.models import Duty, Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId, PressKey
from domain.shared.working_time import WorkingTime
from domain.tickets.errors import NothingSaid, TicketChanged, TooManyTickets
from domain.tickets.models import LONGEST, MOST_OPEN, MOST_PHOTOS, Category, EntryKind, Said, State, Ticket, TicketStaff
from domain.tickets.ports import Which
from domain.tickets.remind import RemindOfTickets
from domain.tickets.rooms import KeepRoom
from domain.tickets.serve import ServeTickets
from domain.tickets.write import OpenTicket, OwnTickets
from tests.fakes import FakeDatabase
from tests.handlers.cabinet import consultant

HOURS = WorkingTime(RussianWorkingDays(), ZoneInfo("Europe/Moscow"))
ANNA = Person(PersonId(1001), "ru", CustomerId(1), consultant_id=ConsultantId(1))
BORIS = Person(PersonId(1002), "ru", CustomerId(2))
OLEG = Person(PersonId(2001), "ru", CustomerId(3), own_consultant_id=ConsultantId(1), is_admin=True)
ADMIN = Person(PersonId(3001), "ru", CustomerId(4), is_admin=True)
OFFICER = Person(PersonId(3002), "ru", CustomerId(5), duties=frozenset({Duty.OFFICER}))
GROUP = PersonId(-100500)
STAFF = TicketStaff((ADMIN.id, OLEG.id), (OFFICER.id,))


class Desk:
    """On a Friday noon."""

    def __init__(self, staff: TicketStaff = STAFF) -> None:
        self.database, self.now = FakeDatabase(), datetime(2026, 11, 27, 9, tzinfo=UTC)
        self.database.data.consultants[ConsultantId(1)] = consultant(1)
        for each in (ANNA, BORIS, OLEG, ADMIN, OFFICER):
            self.database.data.people[each.id] = each
        read, write = self.database.read, self.database.write
        self.open = OpenTicket(write, lambda: self.now, HOURS, staff)
        self.own = OwnTickets(read, write, lambda: self.now, HOURS, staff)
        self.serve = ServeTickets(read, write, lambda: self.now, HOURS, staff)
        self.remind = RemindOfTickets(write, lambda: self.now, HOURS, staff)
        self.keep_room = KeepRoom(write)

    async def opened(self, key: str = "k", category: Category = Category.ORDER, person: Person = ANNA) -> Ticket:
        return await self.open(person, category, "слова", [], PressKey(key))

    def kept(self, ticket: Ticket) -> Ticket:
        return self.database.data.tickets[ticket.id]

    def told(self, kind: NoticeKind) -> list[PersonId]:
        return [each.to for each in self.database.data.outbox.values() if each.kind is kind]


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_who_answered_first_answers_for_it_until_it_is_taken_or_handed_over(desk: Desk) -> None:
    ticket = await desk.opened()
    await desk.serve.answer(ADMIN, ticket.id, Said("разберёмся"))
    await desk.serve.answer(OLEG, ticket.id, Said("и я отвечу"))
    assert desk.kept(ticket).owner_id == ADMIN.id
    taken = await desk.serve.take(OLEG, ticket.id)
    assert taken.owner_id == OLEG.id
    assert await desk.serve.take(OLEG, ticket.id) == taken, "taking it again changes nothing"
    handed = await desk.serve.hand_over(OLEG, ticket.id, ADMIN.id)
    assert desk.told(NoticeKind.TICKET_REMINDER) == [ADMIN.id]
    assert await desk.serve.hand_over(OLEG, ticket.id, ADMIN.id) == handed
    await desk.serve.hand_over(OLEG, ticket.id, OLEG.id)
    assert desk.told(NoticeKind.TICKET_REMINDER) == [ADMIN.id], "who takes it over is not told of it"
    for nobody in (BORIS.id, OFFICER.id, PersonId(9)):
        with pytest.raises(NotFound):
            await desk.serve.hand_over(OLEG, ticket.id, nobody)


async def test_a_complaint_is_not_handed_to_whom_it_is_about_nor_heard_by_them(desk: Desk) -> None:
    about = await desk.opened(category=Category.CONSULTANT)
    assert desk.told(NoticeKind.TICKET_CARD) == [ADMIN.id]
    assert [id for id, _ in await desk.serve.colleagues(ADMIN, about.id)] == [ADMIN.id]
    with pytest.raises(NotFound):
        await desk.serve.hand_over(ADMIN, about.id, OLEG.id)


async def test_a_complaint_about_who_is_not_of_the_staff_is_the_groups_too() -> None:
    desk = Desk(TicketStaff((ADMIN.id,), (), GROUP))
    about = await desk.opened(category=Category.CONSULTANT)
    assert desk.told(NoticeKind.TICKET_CARD) == [GROUP]
    assert (await desk.serve.show(Person(GROUP, "ru", CustomerId(9)), about.id)).ticket.id == about.id


async def test_officers_hear_of_personal_data_alone(desk: Desk) -> None:
    order = await desk.opened("k1")
    assert desk.told(NoticeKind.TICKET_CARD) == [OLEG.id, ADMIN.id]
    personal = await desk.opened("k2", Category.PERSONAL)
    assert desk.told(NoticeKind.TICKET_CARD)[2:] == [OLEG.id, ADMIN.id, OFFICER.id]
    assert [each.id for each in (await desk.serve(OFFICER, Which.OPEN, 0)).items] == [personal.id]
    with pytest.raises(NotFound):
        await desk.serve.show(OFFICER, order.id)
    for deed in (desk.serve.take, desk.serve.show, desk.serve.colleagues, desk.serve.others):
        with pytest.raises(Forbidden):
            await deed(ANNA, order.id)  # type: ignore[operator]


async def test_what_is_written_goes_to_who_answers_for_it_while_they_can_be_reached(desk: Desk) -> None:
    ticket = await desk.opened()
    await desk.serve.take(ADMIN, ticket.id)
    await desk.own.write_on(ANNA, ticket.id, Said("ещё"))
    assert desk.told(NoticeKind.TICKET_ENTRY) == [ADMIN.id]
    gone = replace(desk.database.data.people[ADMIN.id], reachable=False)
    desk.database.data.people[ADMIN.id] = gone
    await desk.own.write_on(ANNA, ticket.id, Said("и ещё"))
    assert desk.told(NoticeKind.TICKET_ENTRY)[1:] == [OLEG.id, ADMIN.id]
    await desk.serve.take(OLEG, ticket.id)
    await desk.serve.hand_over(OLEG, ticket.id, ADMIN.id)
    assert desk.told(NoticeKind.TICKET_REMINDER) == [ADMIN.id], "everybody but who did it"


async def test_who_serves_their_own_ticket_gets_no_news_of_it(desk: Desk) -> None:
    ticket = await desk.opened(person=ADMIN)
    await desk.serve.answer(ADMIN, ticket.id, Said("сама себе"))
    assert desk.told(NoticeKind.TICKET_NEWS) == []


async def test_every_change_edits_the_cards_and_nothing_but_the_cards(desk: Desk) -> None:
    ticket = await desk.open(ANNA, Category.ORDER, "слова", ["photo"], PressKey("k"))
    for expected in (2, 4):
        await desk.serve.answer(ADMIN, ticket.id, Said("ответ"))
        assert len(desk.told(NoticeKind.TICKET_REFRESH)) == expected
    assert desk.told(NoticeKind.TICKET_NEWS) == [ANNA.id] * 2, "each answer is news"


async def test_what_is_written_in_the_group_is_not_echoed_there() -> None:
    desk = Desk(TicketStaff((ADMIN.id,), (), GROUP))
    ticket = await desk.opened()
    await desk.serve.note(ADMIN, ticket.id, Said("топика ещё нет"))
    await desk.keep_room(ticket.id, GROUP, 5)
    await desk.serve.note(ADMIN, ticket.id, Said("из группы"), in_group=True)
    assert desk.told(NoticeKind.TICKET_ENTRY) == []
    await desk.serve.note(ADMIN, ticket.id, Said("из чата"))
    assert desk.told(NoticeKind.TICKET_ENTRY) == [GROUP]
    await desk.keep_room(ticket.id, GROUP, 5)
    assert desk.told(NoticeKind.TICKET_CARD) == [GROUP], "the same topic needs no other card"
    await desk.keep_room(ticket.id, GROUP, 6)
    assert desk.told(NoticeKind.TICKET_CARD) == [GROUP] * 2
    assert await desk.serve.in_room(ADMIN, GROUP, 6) == ticket.id
    await desk.keep_room(ticket.id, PersonId(-7), 6)
    assert await desk.serve.in_room(ADMIN, PersonId(-7), 6) is None, "that is not the staff's group any more"


async def test_how_much_may_be_said_and_how_many_may_be_open(desk: Desk) -> None:
    for text, photos in (("", []), ("x" * (LONGEST + 1), [])):
        with pytest.raises(NothingSaid):
            await desk.open(ANNA, Category.ORDER, text, photos, PressKey("no"))
    many = [f"photo-{number}" for number in range(MOST_PHOTOS + 1)]
    first = await desk.open(ANNA, Category.ORDER, "x" * LONGEST, many, PressKey("k0"))
    assert len([each for each in desk.database.data.ticket_entries.values() if each.photo]) == MOST_PHOTOS
    for number in range(1, MOST_OPEN):
        await desk.opened(f"k{number}")
    with pytest.raises(TooManyTickets):
        await desk.opened("one more")
    assert len(desk.database.data.tickets) == MOST_OPEN
    await desk.opened("k0", person=BORIS)
    assert (await desk.opened("k0")).id == first.id, "a press that is known opens nothing"
    await desk.own.close(ANNA, first.id, desk.kept(first).version)
    await desk.opened("one more")


async def test_the_term_begins_anew_after_an_answer_and_not_before(desk: Desk) -> None:
    ticket = await desk.opened()
    desk.now += timedelta(days=4)
    assert await desk.remind() == 1
    reminded = desk.kept(ticket)
    assert reminded.reminded
    await desk.own.write_on(ANNA, ticket.id, Said("где ответ?"))
    assert (desk.kept(ticket).due_at, desk.kept(ticket).reminded) == (ticket.due_at, reminded.reminded)
    await desk.serve.answer(ADMIN, ticket.id, Said("ответ"))
    assert desk.kept(ticket).state is State.ANSWERED
    assert not desk.kept(ticket).is_overdue(desk.now + timedelta(days=99)), "it is the person's turn"
    await desk.own.write_on(ANNA, ticket.id, Said("не помогло"))
    again = desk.kept(ticket)
    assert (again.state, again.asked_at, again.reminded) == (State.OPEN, desk.now, 0)
    assert again.due_at > ticket.due_at


async def test_ended_opened_again_and_rated_each_by_one_press(desk: Desk) -> None:
    ticket = await desk.opened()
    desk.now += timedelta(days=4)
    await desk.remind()
    version = desk.kept(ticket).version
    closed = await desk.own.close(ANNA, ticket.id, version)
    assert await desk.own.close(ANNA, ticket.id, version) == closed
    with pytest.raises(NotFound):
        await desk.own.rate(ANNA, ticket.id, 6, closed.version)
    with pytest.raises(TicketChanged):
        await desk.own.rate(ANNA, ticket.id, 5, closed.version - 1)
    rated = await desk.own.rate(ANNA, ticket.id, 5, closed.version)
    assert await desk.own.rate(ANNA, ticket.id, 5, closed.version) == rated
    again = await desk.own.reopen(ANNA, ticket.id, rated.version)
    assert await desk.own.reopen(ANNA, ticket.id, rated.version) == again
    assert (again.rating, again.reminded) == (None, 0)
    kinds = [each.kind for each in desk.database.data.ticket_entries.values()]
    assert kinds == [EntryKind.WORDS, EntryKind.CLOSED, EntryKind.RATED, EntryKind.REOPENED]
    for deed in (desk.own.close, desk.own.reopen):
        with pytest.raises(NotFound):
            await deed(BORIS, ticket.id, again.version)
    with pytest.raises(NotFound):
        await desk.own.write_on(BORIS, ticket.id, Said("чужое"))


async def test_merged_as_it_was_shown_and_by_the_earlier_day(desk: Desk) -> None:
    first = await desk.opened("k1")
    desk.now += timedelta(days=3)
    second = await desk.opened("k2")
    await desk.own.write_on(ANNA, first.id, Said("ещё"))
    with pytest.raises(TicketChanged):
        await desk.serve.merge(ADMIN, first.id, second.id, first.version)
    version = desk.kept(first).version
    merged = await desk.serve.merge(ADMIN, first.id, second.id, version)
    assert merged.due_at == first.due_at
    third = await desk.opened("k3")
    await desk.serve.merge(ADMIN, third.id, second.id, third.version)
    assert desk.kept(second).due_at == first.due_at, "a later day moves nothing"
    theirs = await desk.opened("k4", person=BORIS)
    with pytest.raises(NotFound):
        await desk.serve.merge(ADMIN, theirs.id, second.id, theirs.version)
