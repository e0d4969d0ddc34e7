"""What became of announcements, on a real database: presses, orders, and figures that stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from domain.broadcasts.models import BroadcastId, Tally
from domain.broadcasts.report import Deeds, NotePress, SettleReports, ShowReport
from domain.notices.models import NoticeKind
from domain.shared.errors import Forbidden
from domain.shared.ids import PersonId
from storage import broadcast_report
from storage.database import Database
from storage.tables import consultants, orders, outbox
from tests.soak.shop import _consultant
from tests.storage.test_broadcasts import House


class Told(House):
    """The same house, and a consultant to order from."""

    async def order(self, person: int, key: str, state: str = "placed") -> None:
        async with self.db.write() as work:
            values = {
                "customer_id": self.people[person - 1].customer_id,
                "consultant_id": self.consultant,
                "key": key,
                "state": state,
                "percent": 0,
                "delivery": "post",
                "delivery_cost": 0,
                "goods_full": 100,
                "total": 100,
                "pieces": 1,
                "currency": "RUB",
                "placed_at": self.watch(),
            }
            await work.connection.execute(insert(orders), values)

    async def with_consultant(self) -> Told:
        await self.open()
        async with self.db.write() as work:
            added = await work.connection.execute(insert(consultants).returning(consultants.c.id), _consultant(1))
            self.consultant = int(added.scalar_one())
        self.report = ShowReport(self.db.read, self.db.write, self.watch)
        self.press = NotePress(self.db.write, self.watch)
        self.settle = SettleReports(self.db.read, self.db.write, self.watch)
        return self

    async def deeds(self, id: BroadcastId) -> Deeds:
        return (await self.report(self.admin, id)).deeds


@pytest.fixture
async def house(db: Database, watch: Any) -> Told:
    return await Told(db, watch).with_consultant()


async def test_who_got_it_and_pressed_counts_once_and_nobody_else(house: Told) -> None:
    id = await house.publish()
    await house.feed()
    await house.queue.unreachable(PersonId(2), house.watch())
    await house.run()
    for person, stopped in (
        (1, False),
        (1, False),
        (3, True),
        (4, False),
        (4, True),
        (2, True),
        (8, True),
        (999, True),
    ):
        await house.press(PersonId(person), id, stopped=stopped)
    assert await house.deeds(id) == Deeds(pressed=3, ordered=0, stopped=2)
    await house.press(PersonId(4), id, stopped=False)
    assert (await house.deeds(id)).stopped == 2, "a stop stays one"


async def test_an_order_counts_for_a_week_after_the_message_and_its_cabinet_once(
    house: Told, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast_report, "STRETCH", 2)
    await house.order(1, "before")
    watch.forward(hours=1)
    id = await house.publish()
    await house.run()
    watch.forward(hours=1)
    await house.order(2, "a")
    await house.order(2, "b")
    await house.order(3, "taken back", "cancelled")
    await house.order(8, "did not get it")
    watch.forward(days=6)
    await house.order(4, "in time")
    watch.forward(days=1)
    await house.order(5, "too late")
    assert await house.deeds(id) == Deeds(ordered=2)


async def test_the_figures_stand_after_a_week_though_the_rows_are_forgotten(house: Told, watch: Any) -> None:
    id = await house.publish()
    await house.feed()
    await house.queue.unreachable(PersonId(2), watch())
    await house.run()
    await house.press(PersonId(3), id, stopped=True)
    watch.forward(hours=1)
    await house.order(4, "bought")
    watch.forward(days=6)
    await house.settle()
    assert (await house.report(house.admin, id)).settled_at is None
    watch.forward(days=2)
    await house.settle()
    settled_at = watch()
    watch.forward(days=40)
    assert await house.queue.prune(watch() - timedelta(days=30)) == 6
    await house.settle()
    report = await house.report(house.admin, id)
    assert (report.tally, report.deeds) == (Tally(sent=6, blocked=1), Deeds(1, 1, 1))
    assert report.settled_at == settled_at
    assert (await house.tally(id))[1] == Tally(sent=6, blocked=1)


async def test_pruning_takes_a_few_rows_at_a_time_and_leaves_the_young(house: Told, watch: Any) -> None:
    await house.publish()
    await house.run()
    old = select(outbox.c.id).order_by(outbox.c.id).limit(5).scalar_subquery()
    async with house.db.write() as work:
        day = watch() - timedelta(days=31)
        await work.connection.execute(update(outbox).where(outbox.c.id.in_(old)).values(sent_at=day, due_at=day))
    house.queue.prune_step = 2
    assert await house.queue.prune(watch() - timedelta(days=30)) == 5
    assert await house.queue.prune(watch() - timedelta(days=30)) == 0
    async with house.db.write() as work:
        assert (await work.connection.execute(delete(outbox))).rowcount == 2


async def test_the_table_is_owed_once_for_a_press_and_nobody_else_sees_it(house: Told) -> None:
    id = await house.publish()
    await house.run()
    await house.report.ask_sheet(house.admin, id)
    await house.report.ask_sheet(house.admin, id)
    assert [row.kind for row in await house.claim()] == [NoticeKind.BROADCAST_SHEET]
    for ask in (house.report, house.report.ask_sheet):
        with pytest.raises(Forbidden):
            await ask(house.people[1], id)
