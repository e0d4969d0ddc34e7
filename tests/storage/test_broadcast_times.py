"""When announcements go out, on a real database: once, at the time of everybody's own clock, never at night."""

# ruff: noqa: DTZ001 (times on the wall have no zone)
from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from domain.broadcasts import feed
from domain.broadcasts.begin import BeginBroadcasts
from domain.broadcasts.feed import FeedBroadcasts
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import Announcement, BroadcastId, BroadcastState
from domain.broadcasts.progress import FollowBroadcasts
from domain.broadcasts.times import Every, QuietHours, Repeat, Times
from domain.broadcasts.use_cases import BroadcastForPerson, ManageBroadcasts
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind
from domain.shared.ids import PersonId, PressKey
from domain.shared.localised import Localised
from storage.albums import SentAlbums
from storage.database import Database
from storage.tables import audience_marks, broadcast_albums, outbox
from tests.storage.test_broadcasts import TEXT, House

MOSCOW = ZoneInfo("Europe/Moscow")
ZONES = {1: "Europe/Kaliningrad", 2: "Asia/Vladivostok", 3: "Asia/Kamchatka"}
QUIET = QuietHours(time(22), time(9))
FRIDAYS = Repeat(Every.WEEK, time(10), (4,))


class Clocks(House):
    """The same seven people: three of them know their time zones, four live by the operator's (Moscow, UTC+3)."""

    def __init__(self, db: Database, watch: Any) -> None:
        super().__init__(db, watch)
        self.manage = ManageBroadcasts(db.read, db.write, watch, MOSCOW)
        self.started()

    def started(self) -> None:
        """A program that has just started: nothing is remembered. Its clock moves on with every look, as real ones."""
        self.begin = BeginBroadcasts(self.db.read, self.db.write, self.ticking, MOSCOW)
        self.feed = FeedBroadcasts(self.db.read, self.db.write, self.ticking, lambda: None, MOSCOW, QUIET)
        self.text = BroadcastForPerson(self.db.read, self.ticking, MOSCOW, QUIET)

    def ticking(self) -> datetime:
        self.watch.now += timedelta(microseconds=7)
        moment: datetime = self.watch.now
        return moment

    async def with_zones(self) -> Clocks:
        await self.open()
        async with self.db.write() as work:
            # The author is none of the seven, so that what they are told is not among what was got.
            await work.people.add(PersonId(9), "ru")
            for number, zone in ZONES.items():
                values = {
                    "customer_id": self.people[number - 1].customer_id,
                    "read_at": self.watch(),
                    "time_zone": zone,
                }
                await work.connection.execute(insert(audience_marks), values)
        return self

    async def announce(
        self, times: Times, kind: BroadcastKind = BroadcastKind.NEWS, key: str = "k", promotion: int | None = None
    ) -> BroadcastId:
        linked = None if promotion is None else PromotionId(promotion)
        what = Announcement(TEXT, kind, promotion=linked, times=times)
        return (await self.manage.publish(self.admin, what, PressKey(key))).broadcast.id

    async def at(self, moment: datetime) -> list[int]:
        """Who has got it by then; the jobs run and delivery sends."""
        self.watch.now = moment
        for _ in range(12):
            await self.begin()
            await self.feed()
            await self.send([row for row in await self.claim() if row.kind == "broadcast"])
        return sorted(self.got)

    async def state(self, id: BroadcastId) -> BroadcastState:
        return (await self.manage.open(self.admin, id)).broadcast.state

    async def told(self) -> list[str]:
        """Why something was not sent, as its author hears it."""
        async with self.db.read() as work:
            rows = await work.connection.execute(select(outbox.c.args).where(outbox.c.kind == "broadcast_missed"))
            return [str(row.args["why"]) for row in rows.all()]


@pytest.fixture
async def house(db: Database, watch: Any) -> Clocks:
    return await Clocks(db, watch).with_zones()


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


async def test_by_everybodys_own_clock(house: Clocks) -> None:
    id = await house.announce(Times(datetime(2026, 11, 23, 12), local=True, quiet=False))
    assert await house.state(id) is BroadcastState.PLANNED
    assert await house.at(utc(22, 23, 59)) == []
    assert await house.at(utc(23, 0)) == [3], "noon in Kamchatka"
    assert await house.state(id) is BroadcastState.RUNNING
    assert await house.at(utc(23, 1, 59)) == [3]
    assert await house.at(utc(23, 2)) == [2, 3]
    assert await house.at(utc(23, 9)) == [2, 3, 4, 5, 6, 7]
    assert await house.at(utc(23, 10)) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.state(id) is BroadcastState.DONE


async def test_nobody_is_woken_at_night(house: Clocks) -> None:
    # 15:00 in Moscow is 22:00 in Vladivostok and midnight in Kamchatka.
    house.watch.now = utc(22, 12)
    id = await house.announce(Times())
    assert await house.at(utc(22, 12)) == [1, 4, 5, 6, 7]
    assert await house.at(utc(22, 20, 59)) == [1, 4, 5, 6, 7]
    assert await house.at(utc(22, 21)) == [1, 3, 4, 5, 6, 7], "nine in Kamchatka"
    assert await house.state(id) is BroadcastState.RUNNING
    assert await house.at(utc(22, 23)) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.state(id) is BroadcastState.DONE


async def test_while_it_rests_its_author_is_told_until_when(house: Clocks) -> None:
    async def rests(id: BroadcastId) -> datetime | None:
        (found,) = await FollowBroadcasts(house.db.read, house.db.write, house.watch)()
        assert found.broadcast == (await house.manage.open(house.admin, id)).broadcast
        return None if found.tally.owed else found.broadcast.rests_until

    house.watch.now = utc(22, 12)
    id = await house.announce(Times())
    await house.feed()
    assert await rests(id) is None, "Moscow is awake"
    await house.at(utc(22, 12))
    assert await rests(id) == utc(22, 21), "nine in Kamchatka"
    await house.at(utc(22, 13))
    assert await rests(id) == utc(22, 21)
    await house.at(utc(22, 21))
    assert await rests(id) == utc(22, 23), "nine in Vladivostok"
    await house.manage.become(house.admin, id, BroadcastState.PAUSED)
    await house.manage.become(house.admin, id, BroadcastState.RUNNING)
    assert len(await house.at(utc(22, 23))) == 7
    assert (await house.manage.open(house.admin, id)).broadcast.rests_until is None


async def test_what_waits_when_the_night_comes_waits_for_the_morning(house: Clocks) -> None:
    house.watch.now = utc(22, 18, 59)
    id = await house.announce(Times())
    await house.feed()
    rows = await house.claim()
    house.watch.now = utc(22, 19, 1)
    await house.send(rows)
    assert sorted(house.got) == [1], "only in Kaliningrad it is not yet ten"
    assert await house.at(utc(22, 23, 30)) == [1, 2, 3]
    assert await house.at(utc(23, 5, 59)) == [1, 2, 3]
    assert await house.at(utc(23, 6, 1)) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.state(id) is BroadcastState.DONE


async def test_a_pause_that_ends_at_night_ends_in_the_morning(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times())
    await house.feed()
    await house.manage.become(house.admin, id, BroadcastState.PAUSED)
    house.watch.now = utc(22, 20)
    await house.manage.become(house.admin, id, BroadcastState.RUNNING)
    assert await house.at(utc(22, 20)) == []
    assert await house.at(utc(23, 7, 30)) == [1, 2, 3, 4, 5, 6, 7]
    assert await house.state(id) is BroadcastState.DONE


async def test_the_window_is_not_filled_by_those_who_sleep(house: Clocks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed, "WINDOW", 2)
    house.watch.now = utc(22, 12)
    await house.announce(Times())
    for _ in range(4):
        await house.feed()
    async with house.db.read() as work:
        waiting = (await work.connection.execute(select(outbox.c.person_id))).scalars().all()
    assert len(waiting) == 2
    assert not {2, 3} & set(waiting)
    assert await house.at(utc(22, 12)) == [1, 4, 5, 6, 7]


async def test_a_repeated_one_is_a_broadcast_of_its_own_each_time(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times(repeat=FRIDAYS, quiet=False))
    assert await house.at(utc(27, 6, 59)) == []
    assert await house.at(utc(27, 7)) == [1, 2, 3, 4, 5, 6, 7], "ten in Moscow"
    assert await house.at(utc(27, 9)) == [1, 2, 3, 4, 5, 6, 7]
    house.started()
    assert len(await house.at(datetime(2026, 12, 4, 7, 1, tzinfo=UTC))) == 14
    assert await house.state(id) is BroadcastState.PLANNED
    page = await house.manage(house.admin, 0)
    assert [(each.parent, each.state) for each in page.items] == [
        (id, BroadcastState.DONE),
        (id, BroadcastState.DONE),
        (None, BroadcastState.PLANNED),
    ]
    await house.manage.become(house.admin, id, BroadcastState.CANCELLED)
    assert len(await house.at(datetime(2026, 12, 11, 7, 1, tzinfo=UTC))) == 14


async def test_clocks_that_go_back_send_nothing_twice(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    await house.announce(Times(repeat=FRIDAYS, quiet=False))
    assert len(await house.at(utc(27, 7, 1))) == 7
    assert len(await house.at(utc(27, 6, 50))) == 7
    assert len(await house.at(utc(27, 7, 2))) == 7


async def test_two_programs_at_once_begin_it_once(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times(repeat=FRIDAYS, quiet=False))
    house.watch.now = utc(27, 7)
    async with house.db.read() as work:
        found = await work.broadcasts.get(id)
    assert found is not None
    for _ in range(2):
        # Both have read it before either has written.
        async with house.db.write() as work:
            await house.begin._begin(work, found)
    assert len(await house.at(utc(27, 7))) == 7


@pytest.mark.parametrize(("hours", "sent"), [(5, True), (7, False)])
async def test_what_was_due_while_the_program_was_down(house: Clocks, hours: int, sent: bool) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times(datetime(2026, 11, 23, 12), quiet=False), BroadcastKind.OFFERS)
    house.started()
    got = await house.at(utc(23, 9) + timedelta(hours=hours))
    assert (got == [1, 2, 3, 4, 5, 6, 7]) is sent
    assert await house.state(id) is (BroadcastState.DONE if sent else BroadcastState.MISSED)
    assert await house.told() == ([] if sent else ["late"])
    assert len(await house.at(utc(25, 9))) == (7 if sent else 0)


async def test_of_many_times_missed_the_last_is_sent_if_it_makes_sense(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    await house.announce(Times(repeat=Repeat(Every.DAY, time(10)), quiet=False), BroadcastKind.OFFERS)
    assert len(await house.at(utc(26, 8))) == 7, "once, for the 26th"
    assert await house.told() == []
    assert len(await house.at(utc(28, 23))) == 7
    assert await house.told() == ["late"]
    assert len(await house.at(utc(29, 7))) == 14


async def test_local_times_that_are_long_past_somewhere_are_told(house: Clocks) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times(datetime(2026, 11, 22, 15), local=True, quiet=False), BroadcastKind.OFFERS)
    assert await house.at(utc(22, 12)) == [4, 5, 6, 7], "in the far east it was nine hours and seven ago"
    assert await house.at(utc(22, 13)) == [1, 4, 5, 6, 7]
    assert await house.state(id) is BroadcastState.DONE
    assert await house.told() == ["zones"]


async def test_a_promotion_that_is_over_is_not_announced(house: Clocks, db: Database) -> None:
    house.watch.now = utc(22, 12)
    async with db.write() as work:
        terms = Conditions(ends_at=utc(23, 0))
        promotion = Promotion(
            PromotionId(0), PromotionKind.PERCENT, Localised("Весна", "Spring"), value=10, conditions=terms
        )
        kept = await work.price_promotions.add(promotion, "spring", house.watch())
    id = await house.announce(Times(datetime(2026, 11, 23, 12), quiet=False), promotion=kept.promotion.id)
    assert await house.at(utc(23, 9)) == []
    assert await house.state(id) is BroadcastState.MISSED
    assert await house.told() == ["promotion"]


async def test_a_promotion_that_was_switched_off_is_not_announced(house: Clocks, db: Database) -> None:
    house.watch.now = utc(22, 12)
    async with db.write() as work:
        promotion = Promotion(PromotionId(0), PromotionKind.PERCENT, Localised("Весна", "Spring"), value=10)
        kept = await work.price_promotions.add(promotion, "spring", house.watch())
        await work.price_promotions.switch(kept.promotion.id, False)
    id = await house.announce(Times(datetime(2026, 11, 23, 12), quiet=False), promotion=kept.promotion.id)
    assert await house.at(utc(23, 9)) == []
    assert await house.state(id) is BroadcastState.MISSED
    assert await house.told() == ["promotion"]


async def test_an_album_is_noted_for_each_person(house: Clocks, db: Database) -> None:
    house.watch.now = utc(22, 12)
    id = await house.announce(Times(quiet=False))
    albums = SentAlbums(db)
    assert not await albums.has(id, 1)
    await albums.put(id, 1, [5, 6])
    await albums.put(id, 1, [7, 8])
    assert await albums.has(id, 1)
    assert not await albums.has(id, 2)
    async with db.read() as work:
        kept = (await work.connection.execute(select(broadcast_albums.c.message_ids))).scalars().all()
    assert kept == [[5, 6]]
