"""What a consultant announces goes to their customers of that moment, so many a week, and whoever left gets nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastState, Tally
from domain.broadcasts.own import OwnTerms, TooManyOwn
from domain.broadcasts.report import Report, ShowReport
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, PersonId, PressKey
from storage.database import Database
from storage.tables import broadcasts, consultants
from tests.storage.shop import Shop
from tests.storage.test_broadcasts import TEXT, House

DAY = timedelta(days=1)


class Own(House):
    """Of the seven who agreed, the first three are Oleg's customers, the fourth is Vera's."""

    async def with_customers(self, shop: Shop) -> Own:
        await self.open()
        self.shop = shop
        for person in self.people[:3]:
            await self.goes_to(person, shop.oleg)
        await self.goes_to(self.people[3], shop.vera)
        async with self.db.write() as work:
            account = await work.people.add(PersonId(77), "ru")
        self.oleg = replace(account, own_consultant_id=shop.oleg)
        self.manage = replace(self.manage, own=OwnTerms(a_week=1))
        return self

    async def goes_to(self, person: Person, consultant: ConsultantId) -> None:
        async with self.db.write() as work:
            await work.choices.choose(person.customer_id, consultant, self.watch())
        self.people[self.people.index(person)] = replace(person, consultant_id=consultant)

    async def announce(self, key: str = "own") -> BroadcastId:
        what = Announcement(TEXT, consultant=self.shop.oleg)
        return (await self.manage.publish(self.oleg, what, PressKey(key))).broadcast.id

    async def sheet(self, id: BroadcastId) -> tuple[BroadcastState, Tally]:
        sheet = await self.manage.open(self.oleg, id)
        return sheet.broadcast.state, sheet.tally


@pytest.fixture
async def house(db: Database, shop: Shop, watch: Any) -> Own:
    return await Own(db, watch).with_customers(shop)


async def test_own_customers_get_it_and_its_author_the_report(house: Own) -> None:
    id = await house.announce()
    await house.run()
    assert sorted(house.got) == [1, 2, 3]
    assert await house.sheet(id) == (BroadcastState.DONE, Tally(sent=3))
    show = ShowReport(house.db.read, house.db.write, house.watch)
    report: Report = await show(house.oleg, id)
    assert report.tally == Tally(sent=3)
    for person, refused in (
        (house.people[0], Forbidden),
        (replace(house.oleg, own_consultant_id=house.shop.vera), NotFound),
    ):
        with pytest.raises(refused):
            await show(person, id)
        with pytest.raises(refused):
            await show.ask_sheet(person, id)


async def test_who_went_to_another_meanwhile_gets_nothing_and_holds_nothing_up(house: Own) -> None:
    id = await house.announce()
    await house.feed()
    rows = await house.claim()
    await house.goes_to(house.people[1], house.shop.vera)
    await house.send(rows)
    await house.run()
    assert sorted(house.got) == [1, 3]
    assert await house.sheet(id) == (BroadcastState.DONE, Tally(sent=2, skipped=1))


async def test_a_consultant_who_has_left_sends_nothing_more(house: Own) -> None:
    id = await house.announce()
    await house.feed()
    rows = await house.claim()
    async with house.db.write() as work:
        left = update(consultants).where(consultants.c.id == house.shop.oleg).values(left_at=house.watch())
        await work.connection.execute(left)
    await house.send(rows)
    await house.run()
    assert house.got == []
    assert await house.sheet(id) == (BroadcastState.DONE, Tally(skipped=3))


async def test_a_pause_holds_it_and_everybody_gets_it_afterwards(house: Own) -> None:
    id = await house.announce()
    await house.feed()
    rows = await house.claim(1)
    await house.manage.become(house.oleg, id, BroadcastState.PAUSED)
    await house.send(rows)
    await house.run()
    assert house.got == []
    await house.manage.become(house.oleg, id, BroadcastState.RUNNING)
    await house.run()
    assert sorted(house.got) == [1, 2, 3]


async def test_one_a_week_however_many_press_at_once(house: Own, watch: Any) -> None:
    done = await asyncio.gather(*(house.announce(key) for key in ("a", "a", "b", "c")), return_exceptions=True)
    assert sum(isinstance(each, TooManyOwn) for each in done) in {2, 3}
    async with house.db.read() as work:
        assert (await work.connection.execute(select(func.count()).select_from(broadcasts))).scalar_one() == 1
    watch.now += 6 * DAY
    with pytest.raises(TooManyOwn):
        await house.announce("d")
    watch.now += DAY
    id = await house.announce("e")
    # One that was ended before anybody was put does not count; one that has begun does.
    await house.manage.become(house.oleg, id, BroadcastState.CANCELLED)
    begun = await house.announce("f")
    await house.feed()
    await house.manage.become(house.oleg, begun, BroadcastState.CANCELLED)
    with pytest.raises(TooManyOwn):
        await house.announce("g")


async def test_lists_are_apart_but_for_what_waits_for_an_admin(house: Own) -> None:
    company = await house.publish()
    house.manage = replace(house.manage, own=OwnTerms(a_week=7, is_read_first=True))
    waits = await house.announce("waits")
    house.manage = replace(house.manage, own=OwnTerms(a_week=7))
    runs = await house.announce("runs")

    def ids(found: list[Broadcast]) -> list[BroadcastId]:
        return [each.id for each in found]

    mine = await house.manage(house.oleg, 0, own=True)
    assert (ids(list(mine.items)), mine.total) == ([runs, waits], 2)
    all_of_them = await house.manage(house.admin, 0)
    assert (ids(list(all_of_them.items)), all_of_them.total) == ([waits, company], 2)
    assert (await house.manage(replace(house.oleg, own_consultant_id=house.shop.vera), 0, own=True)).total == 0
