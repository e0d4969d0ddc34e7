"""Announcements on a real database: each person once, only who agrees at their turn, and held or ended at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.broadcasts import feed
from domain.broadcasts.feed import FeedBroadcasts
from domain.broadcasts.models import Announcement, BroadcastId, BroadcastState, Tally
from domain.broadcasts.use_cases import BroadcastForPerson, ManageBroadcasts
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.consents.use_cases import WithdrawConsent
from domain.people.models import Person
from domain.shared.errors import Forbidden
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised
from storage.database import Database
from storage.outbox_queue import OutboxQueue, OutboxRow
from storage.tables import outbox

TEXT = Localised("<b>Скидки</b> до пятницы", "<b>Sales</b> until Friday")
KEY = PressKey("press")
MINUTE = timedelta(minutes=1)


class House:
    """Seven people who agreed, one who did not, and delivery by hand."""

    def __init__(self, db: Database, watch: Any) -> None:
        self.db, self.watch = db, watch
        self.queue = OutboxQueue(db)
        self.manage = ManageBroadcasts(db.read, db.write, watch)
        self.feed = FeedBroadcasts(db.read, db.write, watch, lambda: None)
        self.text = BroadcastForPerson(db.read, watch)
        self.got: list[int] = []
        self.people: list[Person] = []

    async def open(self) -> House:
        async with self.db.write() as work:
            for number in range(1, 9):
                person = await work.people.add(PersonId(number), "ru" if number % 2 else "en")
                self.people.append(person)
                if number != 8:
                    version = VERSIONS[Purpose.PROMOTIONS]
                    await work.consents.give(person, Consent(Purpose.PROMOTIONS, version, self.watch()))
        self.admin = replace(self.people[0], is_admin=True)
        return self

    async def publish(self) -> BroadcastId:
        return (await self.manage.publish(self.admin, Announcement(TEXT), KEY)).broadcast.id

    async def claim(self, limit: int = 100) -> list[OutboxRow]:
        return await self.queue.claim(limit, self.watch(), MINUTE)

    async def send(self, rows: list[OutboxRow]) -> None:
        """As the delivery engine does: the words last, then what was sent is written down."""
        for row in rows:
            due = await self.text(self.people[row.person_id - 1], BroadcastId(int(row.args["broadcast"])))
            if due is not None:
                assert due.what.text == TEXT
                self.got.append(row.person_id)
            await self.queue.sent([(row.id, None if due is None else 100 + row.id)], self.watch())

    async def run(self) -> None:
        for _ in range(20):
            await self.feed()
            await self.send(await self.claim())

    async def tally(self, id: BroadcastId) -> tuple[BroadcastState, Tally]:
        sheet = await self.manage.open(self.admin, id)
        return sheet.broadcast.state, sheet.tally


@pytest.fixture
async def house(db: Database, watch: Any) -> House:
    return await House(db, watch).open()


async def test_everybody_who_agreed_gets_it_once_in_their_language_however_often_it_is_pressed(house: House) -> None:
    id = await house.publish()
    assert await house.publish() == id
    await house.run()
    assert sorted(house.got) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.tally(id) == (BroadcastState.DONE, Tally(sent=7))
    assert await house.publish() == id
    await house.run()
    assert len(house.got) == 7


async def test_what_waits_is_bounded_and_a_feeder_that_died_goes_on_where_it_stopped(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "WINDOW", 3)
    id = await house.publish()
    for _ in range(3):
        await house.feed()
    async with house.db.read() as work:
        assert (await work.connection.execute(select(func.count()).select_from(outbox))).scalar_one() == 3
    assert (await house.tally(id))[1] == Tally(left=7)
    house.feed = FeedBroadcasts(house.db.read, house.db.write, house.watch, lambda: None)
    await house.run()
    assert sorted(house.got) == [1, 2, 3, 4, 5, 6, 7]


async def test_who_stops_gets_nothing_even_when_their_message_is_about_to_go(house: House, watch: Any) -> None:
    id = await house.publish()
    await house.feed()
    rows = await house.claim()
    await WithdrawConsent(house.db.write, watch)(house.people[3], Purpose.PROMOTIONS)
    await house.send(rows)
    await house.run()
    assert sorted(house.got) == [1, 2, 3, 5, 6, 7]
    assert await house.tally(id) == (BroadcastState.DONE, Tally(sent=6, skipped=1))


async def test_an_older_consent_is_none(house: House, db: Database, watch: Any) -> None:
    async with db.write() as work:
        await work.consents.withdraw(house.people[0].customer_id, Purpose.PROMOTIONS, watch())
        await work.consents.give(house.people[0], Consent(Purpose.PROMOTIONS, "2020-01-01", watch()))
    await house.publish()
    await house.run()
    assert sorted(house.got) == [2, 3, 4, 5, 6, 7]


async def test_a_pause_holds_what_is_claimed_and_what_waits_and_everybody_gets_it_afterwards(
    house: House, watch: Any
) -> None:
    id = await house.publish()
    await house.feed()
    await house.send(await house.claim(2))
    in_hand = await house.claim(2)
    await house.manage.become(house.admin, id, BroadcastState.PAUSED)
    await house.send(in_hand)
    watch.forward(days=3)
    await house.run()
    assert len(house.got) == 2
    assert (await house.tally(id))[0] is BroadcastState.PAUSED
    await house.manage.become(house.admin, id, BroadcastState.RUNNING)
    await house.run()
    assert sorted(house.got) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.tally(id) == (BroadcastState.DONE, Tally(sent=7))


async def test_what_was_cancelled_is_never_sent_nor_continued(house: House) -> None:
    id = await house.publish()
    await house.feed()
    in_hand = await house.claim(1)
    await house.manage.become(house.admin, id, BroadcastState.CANCELLED)
    await house.manage.become(house.admin, id, BroadcastState.RUNNING)
    await house.send(in_hand)
    await house.run()
    assert house.got == []
    assert await house.tally(id) == (BroadcastState.CANCELLED, Tally(skipped=1))


async def test_blocked_is_not_failed_and_an_old_announcement_does_not_come_later(house: House, db: Database) -> None:
    id = await house.publish()
    await house.feed()
    await house.queue.unreachable(PersonId(5), house.watch())
    await house.run()
    assert await house.tally(id) == (BroadcastState.DONE, Tally(sent=6, blocked=1))
    async with db.write() as work:
        await work.people.set_reachable(PersonId(5), True)
    await house.run()
    assert 5 not in house.got


async def test_a_notice_goes_before_an_announcement(house: House, db: Database) -> None:
    from domain.notices.models import Notice, NoticeKind

    await house.publish()
    await house.feed()
    async with db.write() as work:
        await work.outbox.put(Notice(PersonId(8), NoticeKind.ORDER_PLACED, "urgent", {"order": 1}))
    assert [row.key for row in await house.claim(1)] == ["urgent"]


async def test_nobody_else_manages_them(house: House) -> None:
    with pytest.raises(Forbidden):
        await house.manage.publish(house.people[1], Announcement(TEXT), KEY)
    with pytest.raises(Forbidden):
        await house.manage.become(house.people[1], BroadcastId(1), BroadcastState.CANCELLED)
