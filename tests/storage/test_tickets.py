"""Tickets on both engines: kept and sealed, listed, merged, reminded of, each press once, two at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import DeleteForumTopic, DeleteMessage
from sqlalchemy import delete, func, select

from bot.adapters.working_days import RussianWorkingDays
from bot.ticket_sweep import SweepTickets
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import DomainError, NotFound
from domain.shared.ids import ConsultantId, PersonId, PressKey
from domain.shared.working_time import WorkingTime
from domain.tickets.errors import TicketChanged
from domain.tickets.models import Category, EntryKind, Said, State, Ticket, TicketId, TicketStaff
from domain.tickets.ports import Which
from domain.tickets.remind import RemindOfTickets
from domain.tickets.serve import ServeTickets
from domain.tickets.write import OpenTicket, OwnTickets
from locales.translator import Translators
from storage.database import Database
from storage.outbox_queue import OutboxQueue
from storage.tables import outbox, ticket_entries
from storage.ticket_traces import TicketTraces
from tests.storage.shop import ANNA, BORIS, OLEG, Shop

HOURS = WorkingTime(RussianWorkingDays(), ZoneInfo("Europe/Moscow"))
ADMIN, GROUP = PersonId(3001), PersonId(-100500)


class Desk:
    """The use cases over a database, at a moment of one's own."""

    def __init__(self, db: Database, shop: Shop, group: PersonId | None = None) -> None:
        self.db, self.now = db, datetime(2026, 11, 27, 9, tzinfo=UTC)
        staff = TicketStaff((ADMIN, OLEG), (), group)
        self.open = OpenTicket(db.write, lambda: self.now, HOURS, staff)
        self.own = OwnTickets(db.read, db.write, lambda: self.now, HOURS, staff)
        self.serve = ServeTickets(db.read, db.write, lambda: self.now, HOURS, staff)
        self.remind = RemindOfTickets(db.write, lambda: self.now, HOURS, staff)
        self.anna = Person(ANNA, "ru", shop.anna, consultant_id=shop.oleg)
        self.boris = Person(BORIS, "en", shop.boris)
        self.admin = Person(ADMIN, "ru", shop.boris, is_admin=True)
        self.oleg = Person(OLEG, "ru", shop.boris, own_consultant_id=shop.oleg, is_admin=True)

    async def opened(self, key: str = "k1", category: Category = Category.ORDER, text: str = "секрет Анны") -> Ticket:
        return await self.open(self.anna, category, text, ["photo-1", "photo-2"], PressKey(key))

    async def owed(self, kind: NoticeKind) -> list[tuple[int, dict[str, Any]]]:
        async with self.db.read() as work:
            rows = await work.connection.execute(select(outbox).where(outbox.c.kind == kind).order_by(outbox.c.id))
            return [(row.person_id, dict(row.args)) for row in rows.all()]


@pytest.fixture
async def desk(db: Database, shop: Shop) -> Desk:
    async with db.write() as work:
        await work.people.add(ADMIN, "ru")
    return Desk(db, shop)


async def test_kept_sealed_and_read_back(desk: Desk, db: Database) -> None:
    ticket = await desk.opened()
    assert await desk.opened() == ticket, "the same key is the same ticket"
    sheet = await desk.own.show(desk.anna, ticket.id)
    assert [(each.number, each.kind, each.text, each.photo) for each in sheet.entries] == [
        (1, EntryKind.WORDS, "секрет Анны", "photo-1"),
        (2, EntryKind.WORDS, "", "photo-2"),
    ]
    assert sheet.ticket == ticket
    assert ticket.due_at == datetime(2026, 12, 1, 15, tzinfo=UTC)
    async with db.read() as work:
        rows = (await work.connection.execute(select(ticket_entries))).all()
    assert all("секрет" not in str(row) and b"photo" not in (row.photo_sealed or b"") for row in rows)
    assert await desk.owed(NoticeKind.TICKET_CARD) == [(OLEG, {"ticket": ticket.id}), (ADMIN, {"ticket": ticket.id})]
    assert len(await desk.owed(NoticeKind.TICKET_ENTRY)) == 4
    with pytest.raises(NotFound):
        await desk.own.show(desk.boris, ticket.id)


async def test_opened_twice_at_the_same_moment_is_one_ticket(desk: Desk, db: Database) -> None:
    made = await asyncio.gather(*(desk.opened() for _ in range(4)))
    assert len({each.id for each in made}) == 1
    async with db.read() as work:
        assert (await work.connection.execute(select(func.count()).select_from(ticket_entries))).scalar_one() == 2


async def test_two_at_the_same_moment_take_turns(desk: Desk) -> None:
    ticket = await desk.opened()
    done = await asyncio.gather(
        *(desk.own.write_on(desk.anna, ticket.id, Said(f"слово {number}")) for number in range(3)),
        desk.serve.answer(desk.admin, ticket.id, Said("ответ")),
        desk.serve.close(desk.oleg, ticket.id, ticket.version),
        return_exceptions=True,
    )
    assert all(not isinstance(each, Exception) or isinstance(each, DomainError) for each in done), done
    sheet = await desk.serve.show(desk.admin, ticket.id)
    assert [each.number for each in sheet.entries] == list(range(1, sheet.ticket.version + 1))


async def test_the_staffs_lists(desk: Desk, shop: Shop) -> None:
    late = await desk.opened("k1", Category.QUALITY)
    soon = await desk.opened("k2", Category.ORDER)
    about = await desk.opened("k3", Category.CONSULTANT)
    assert about.consultant_id == shop.oleg
    answered = await desk.opened("k4", Category.DELIVERY)
    await desk.serve.answer(desk.admin, answered.id, Said("ответ"))

    async def listed(person: Person, which: Which = Which.OPEN) -> list[TicketId]:
        page = await desk.serve(person, which, 0)
        assert page.total == len(page.items)
        return [each.id for each in page.items]

    assert await listed(desk.admin) == [soon.id, late.id, about.id, answered.id]
    assert await listed(desk.oleg) == [soon.id, late.id, answered.id], "a complaint about oneself is not there"
    with pytest.raises(NotFound):
        await desk.serve.show(desk.oleg, about.id)
    assert {to for to, args in await desk.owed(NoticeKind.TICKET_CARD) if args["ticket"] == about.id} == {ADMIN}
    assert await listed(desk.admin, Which.MINE) == [answered.id]
    now = await desk.serve.show(desk.admin, soon.id)
    await desk.serve.close(desk.admin, soon.id, now.ticket.version)
    assert await listed(desk.admin, Which.ENDED) == [soon.id]
    assert soon.id not in await listed(desk.admin)
    personal = replace(desk.admin, is_admin=False, duties=frozenset({"officer"}))  # type: ignore[arg-type]
    assert await listed(personal) == []


async def test_a_persons_own_list_has_what_goes_on_first_and_nobody_elses(desk: Desk, db: Database) -> None:
    first, second = await desk.opened("k1"), await desk.opened("k2")
    theirs = await desk.open(desk.boris, Category.OTHER, "чужое", [], PressKey("k2"))
    assert theirs.id not in (first.id, second.id), "a key is one person's"
    await desk.own.close(desk.anna, second.id, second.version)
    assert [each.id for each in (await desk.own(desk.anna, 0)).items] == [first.id, second.id]
    await desk.serve.answer(desk.admin, theirs.id, Said("ответ"))
    async with db.write() as work:
        await work.tickets.set_room(first.id, GROUP, 5)
    async with db.read() as work:
        assert [each.id for each in await work.tickets.live_of(ANNA)] == [first.id]
        assert [each.id for each in await work.tickets.waiting()] == [first.id], "nobody is reminded of the others"
        assert await work.tickets.in_room(GROUP, 5) == first.id
        assert await work.tickets.in_room(PersonId(-7), 5) is None


async def test_merged_tickets_are_one_thread_also_in_a_chain(desk: Desk) -> None:
    first, second, third = [
        await desk.open(desk.anna, Category.OTHER, f"текст {number}", [], PressKey(f"k{number}")) for number in range(3)
    ]
    await desk.serve.merge(desk.admin, first.id, second.id, first.version)
    assert (await desk.serve.merge(desk.admin, first.id, second.id, first.version)).id == second.id
    await desk.serve.merge(desk.admin, second.id, third.id, second.version)
    sheet = await desk.own.show(desk.anna, third.id)
    said = [each.text for each in sheet.entries if each.kind is EntryKind.WORDS]
    assert said == ["текст 0", "текст 1", "текст 2"]
    assert (await desk.own.show(desk.anna, first.id)).ticket.merged_into == third.id
    theirs = await desk.open(desk.boris, Category.OTHER, "чужое", [], PressKey("k9"))
    with pytest.raises(NotFound):
        await desk.serve.merge(desk.admin, theirs.id, third.id, theirs.version)
    with pytest.raises(NotFound):
        await desk.serve.merge(desk.admin, third.id, third.id, sheet.ticket.version)


async def test_closed_reopened_and_rated(desk: Desk) -> None:
    ticket = await desk.opened()
    closed = await desk.serve.close(desk.admin, ticket.id, ticket.version)
    assert await desk.serve.close(desk.admin, ticket.id, ticket.version) == closed
    rated = await desk.own.rate(desk.anna, ticket.id, 5, closed.version)
    assert await desk.own.rate(desk.anna, ticket.id, 5, closed.version) == rated
    assert (await desk.serve.rated(desk.admin)).total == 5
    desk.now += timedelta(days=7)
    again = await desk.own.reopen(desk.anna, ticket.id, rated.version)
    assert (again.state, again.rating, again.due_at) == (State.OPEN, None, datetime(2026, 12, 8, 15, tzinfo=UTC))
    with pytest.raises(TicketChanged):
        await desk.own.close(desk.anna, ticket.id, closed.version)
    assert len(await desk.owed(NoticeKind.TICKET_NEWS)) == 1, "who did it themselves is not told"


async def test_each_reminder_once_and_after_a_pause_the_most_urgent(desk: Desk) -> None:
    ticket_id = (await desk.opened()).id
    told: list[tuple[str, int]] = []

    async def at(moment: str) -> None:
        desk.now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        before = len(await desk.owed(NoticeKind.TICKET_REMINDER))
        for _ in range(2):
            await desk.remind()
        news = (await desk.owed(NoticeKind.TICKET_REMINDER))[before:]
        told.extend((str(args["why"]), to) for to, args in news)

    await at("2026-11-27T10:00")
    await at("2026-11-29T12:30")
    assert told == [], "half of the time is over on a Sunday: nobody is at work"
    await at("2026-11-30T07:00")
    assert told == [("day", OLEG), ("day", ADMIN)], "one word, not two, for what was missed"
    await desk.serve.take(desk.admin, ticket_id)
    await at("2026-12-02T08:00")
    assert told[2:] == [("overdue", OLEG), ("overdue", ADMIN)], "an overdue one is everybody's"
    async with desk.db.write() as work:
        # What was sent is forgotten after a while; that it was sent is not.
        await work.connection.execute(delete(outbox))
    await at("2026-12-04T08:00")
    assert len(told) == 4
    await desk.serve.answer(desk.admin, ticket_id, Said("ответ"))
    await desk.own.write_on(desk.anna, ticket_id, Said("ещё"))
    await at("2026-12-08T08:00")
    assert told[4:] == [("day", ADMIN)], "a new term, and its reminders go to who answers for it"


async def test_the_group_hears_unless_somebody_in_it_is_meant_or_it_is_gone(
    db: Database, desk: Desk, shop: Shop
) -> None:
    grouped = Desk(db, shop, GROUP)
    first = await grouped.opened("k1")
    assert {to for to, _ in await grouped.owed(NoticeKind.TICKET_CARD)} == {GROUP}
    second = await grouped.opened("k2", Category.CONSULTANT)
    assert [to for to, _ in await grouped.owed(NoticeKind.TICKET_CARD)] == [GROUP, ADMIN]
    async with db.write() as work:
        await work.people.set_reachable(GROUP, False)
    await grouped.opened("k3")
    assert [to for to, _ in await grouped.owed(NoticeKind.TICKET_CARD)][2:] == [OLEG, ADMIN]
    for _ in range(2):
        await grouped.remind()
    told = await grouped.owed(NoticeKind.TICKET_CARD)
    assert {to for to, args in told if args["ticket"] == first.id} == {GROUP, OLEG, ADMIN}, "nothing waits unheard"
    assert len(told) == len({(to, args["ticket"]) for to, args in told})
    person = Person(GROUP, "ru", shop.boris)
    assert (await grouped.serve.show(person, first.id)).author is not None
    with pytest.raises(NotFound):
        await grouped.serve.show(person, second.id)
    assert ConsultantId(shop.oleg) == grouped.oleg.own_consultant_id


class Chat:
    """Telegram, as far as it forgets: what is older than two days cannot be deleted, and at times nothing can."""

    def __init__(self) -> None:
        self.done: list[tuple[object, ...]] = []
        self.old: set[int] = set()
        self.down = True

    async def delete_forum_topic(self, group: int, thread: int) -> None:
        if self.down:
            raise TelegramNetworkError(method=DeleteForumTopic(chat_id=group, message_thread_id=thread), message="no")
        self.done.append(("topic", group, thread))

    async def delete_message(self, chat_id: int, message_id: int) -> None:
        if message_id in self.old:
            raise TelegramBadRequest(method=DeleteMessage(chat_id=chat_id, message_id=message_id), message="too old")
        self.done.append(("message", chat_id, message_id))

    async def edit_message_text(self, text: str, chat_id: int, message_id: int) -> None:
        self.done.append(("emptied", chat_id, message_id))


async def test_destroyed_with_its_writer_and_then_in_telegram_too(db: Database, desk: Desk, shop: Shop) -> None:
    grouped = Desk(db, shop, GROUP)
    ticket = await grouped.opened("k1", Category.CONSULTANT)
    talked = await grouped.opened("k2")
    theirs = await grouped.open(grouped.boris, Category.OTHER, "чужое", [], PressKey("k3"))
    async with db.write() as work:
        await work.tickets.set_room(talked.id, GROUP, 5)
        await work.tickets.set_room(theirs.id, GROUP, 6)
    queue = OutboxQueue(db)
    rows = await queue.claim(50, db.clock(), timedelta(minutes=1))
    await queue.sent([(row.id, number) for number, row in enumerate(rows, start=1)], db.clock())
    async with db.read() as work:
        for number, row in enumerate(rows, start=1):
            assert await work.tickets.told(row.person_id, number) == row.args["ticket"]
        assert await work.tickets.told(PersonId(5), 1) is None
        assert await work.tickets.told(rows[0].person_id, 999) is None
    kept = {number for number, row in enumerate(rows, start=1) if row.args["ticket"] == theirs.id}
    assert kept
    chat, traces = Chat(), TicketTraces(db)
    sweep = SweepTickets(chat, traces, Translators(strict=True))  # type: ignore[arg-type]
    await sweep()
    assert chat.done == [], "nothing is destroyed yet"
    async with db.write() as work:
        counts, _ = await work.holdings.destroy(shop.anna, ANNA, db.clock())
    assert (counts["tickets"], counts["ticket_entries"]) == (2, 4)
    with pytest.raises(NotFound):
        await grouped.serve.show(grouped.admin, ticket.id)
    chat.old = {1}
    await sweep()
    assert not [each for each in chat.done if each[0] == "topic"], "Telegram was away: it is tried again"
    chat.down = False
    await sweep()
    await sweep()
    assert sorted(map(str, chat.done)) == sorted(
        [
            str(("topic", GROUP, 5)),
            *(
                str(("emptied" if number == 1 else "message", int(row.person_id), number))
                for number, row in enumerate(rows, start=1)
                if number not in kept
            ),
        ]
    )


async def test_a_topic_is_found_and_replaced(db: Database, desk: Desk, shop: Shop) -> None:
    grouped = Desk(db, shop, GROUP)
    ticket = await grouped.opened()
    async with db.write() as work:
        await work.tickets.set_room(ticket.id, GROUP, 5)
        await work.tickets.set_room(ticket.id, GROUP, 6)
    assert await grouped.serve.in_room(grouped.admin, GROUP, 6) == ticket.id
    assert await grouped.serve.in_room(grouped.admin, GROUP, 5) is None
    assert await grouped.serve.in_room(grouped.admin, PersonId(-1), 6) is None
    await grouped.serve.known_as(grouped.admin, "Ирина  Администратор")
    await grouped.serve.note(grouped.admin, ticket.id, Said("заметка"))
    assert (await grouped.serve.show(grouped.admin, ticket.id)).names == {ADMIN: "Ирина Администратор"}
    assert [args["entry"] for _, args in await grouped.owed(NoticeKind.TICKET_ENTRY)] == [1, 2, 3]
