"""Segments on a real database: the number that is shown is the number of people who are put, for every condition."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from domain.broadcasts.choosing import ChooseKinds
from domain.broadcasts.feed import FeedBroadcasts
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.marks import KeepMarks
from domain.broadcasts.models import Announcement
from domain.broadcasts.segments import (
    EVERYBODY,
    BirthdaySoon,
    Condition,
    Consultants,
    CustomersOf,
    FromTown,
    InZone,
    NeverOrdered,
    OrderedWithin,
    Segment,
    SilentFor,
    SpentFrom,
)
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.consultants.geo import Point
from domain.consultants.places import Place, PlaceHit
from domain.joining.address import Address
from domain.joining.models import Form
from domain.ordering.models import OrderState
from domain.people.models import Person
from domain.shared.ids import CustomerId, PersonId, PlaceId, PressKey
from domain.shared.localised import Localised
from domain.shared.money import rubles
from storage.database import Database
from storage.tables import audience_marks, consultants, customers, orders, outbox
from tests.storage.shop import ANNA, BORIS, OLEG, VERA, Shop, new_order

MOSCOW = ZoneInfo("Europe/Moscow")
TEXT = Localised("Привет", "Hello")
KAZAN, PERM = PlaceId(551487), PlaceId(511196)


class Towns:
    """Two towns."""

    async def search(self, typed: str, limit: int) -> list[PlaceHit]:
        known = {"казань": (KAZAN, "Europe/Moscow"), "пермь": (PERM, "Asia/Yekaterinburg")}
        if typed.casefold() not in known:
            return []
        id, zone = known[typed.casefold()]
        return [PlaceHit(Place(id, Localised(typed, typed), Localised("", ""), Point(0, 0), 1, zone), 100)]

    async def get(self, place_id: PlaceId) -> Place | None:
        return None

    async def nearest(self, point: Point) -> Place | None:
        return None


class House:
    """Anna (Oleg's, ordered, Perm, birthday soon), Boris (Vera's, never ordered, Kazan), Oleg and Vera themselves."""

    def __init__(self, db: Database, shop: Shop, watch: Any) -> None:
        self.db, self.shop, self.watch = db, shop, watch
        self.manage = ManageBroadcasts(db.read, db.write, watch, MOSCOW)
        self.marks = KeepMarks(db.read, db.write, Towns(), watch)
        self.number = 0

    async def open(self) -> House:
        watch = self.watch
        async with self.db.write() as work:
            for id in (ANNA, BORIS, OLEG, VERA):
                person = await work.people.get(id)
                assert person is not None
                consent = Consent(Purpose.PROMOTIONS, VERSIONS[Purpose.PROMOTIONS], watch())
                await work.consents.give(person, consent)
            for whose, whom in ((self.shop.anna, self.shop.oleg), (self.shop.boris, self.shop.vera)):
                serve = update(customers).where(customers.c.id == whose).values(consultant_id=whom)
                await work.connection.execute(serve)
            await work.forms.save(
                self.shop.anna, Form(birth_date=date(1990, 11, 25), address=Address(city="Пермь")), watch()
            )
            await work.forms.save(
                self.shop.boris, Form(birth_date=date(1985, 3, 1), address=Address(city="Казань")), watch()
            )
            await work.orders.add(new_order(self.shop, watch, placed_at=watch() - timedelta(days=40)))
            gone = await work.orders.add(
                new_order(self.shop, watch, key="gone", customer_id=self.shop.boris, consultant_id=self.shop.vera)
            )
            cancelled = update(orders).where(orders.c.id == gone).values(state=OrderState.CANCELLED)
            await work.connection.execute(cancelled)
            self.admin = Person(PersonId(9), "ru", CustomerId(0), is_admin=True)
        await self.marks()
        return self

    async def count(self, *conditions: Condition, kind: BroadcastKind = BroadcastKind.NEWS) -> int:
        return await self.manage.audience(self.admin, Announcement(TEXT, kind, segment_of(*conditions)))

    async def put(self, *conditions: Condition, kind: BroadcastKind = BroadcastKind.NEWS) -> set[int]:
        """To whom a broadcast to them is owed."""
        self.number += 1
        what = Announcement(TEXT, kind, segment_of(*conditions))
        sheet = await self.manage.publish(self.admin, what, PressKey(f"press{self.number}"))
        assert sheet.tally.left == await self.count(*conditions, kind=kind)
        await FeedBroadcasts(self.db.read, self.db.write, self.watch, lambda: None, MOSCOW)()
        async with self.db.read() as work:
            ours = select(outbox.c.person_id).where(outbox.c.subject == f"broadcast:{sheet.broadcast.id}")
            return set((await work.connection.execute(ours)).scalars())


def segment_of(*conditions: Condition) -> Segment:
    segment = EVERYBODY
    for each in conditions:
        segment = segment.having(each)
    return segment


@pytest.fixture
async def house(db: Database, shop: Shop, watch: Any) -> House:
    return await House(db, shop, watch).open()


async def test_the_count_is_who_is_put_for_every_condition(house: House) -> None:
    shop = house.shop
    cases: list[tuple[tuple[Condition, ...], set[int]]] = [
        ((), {ANNA, BORIS, OLEG, VERA}),
        ((Consultants(),), {OLEG, VERA}),
        ((CustomersOf(shop.oleg),), {ANNA}),
        ((CustomersOf(shop.gleb),), set()),
        ((FromTown(KAZAN),), {BORIS}),
        ((FromTown(PERM),), {ANNA}),
        ((InZone("Asia/Yekaterinburg"),), {ANNA}),
        ((InZone("Europe/Moscow"),), {BORIS, OLEG, VERA}),
        ((OrderedWithin(30),), set()),
        ((OrderedWithin(41),), {ANNA}),
        ((SilentFor(30),), {ANNA}),
        ((SilentFor(60),), set()),
        ((NeverOrdered(),), {BORIS, OLEG, VERA}),
        ((SpentFrom(rubles(2_000)),), {ANNA}),
        ((SpentFrom(rubles(3_500)),), set()),
        ((SpentFrom(rubles(1), 30),), set()),
        ((BirthdaySoon(),), {ANNA}),
        ((NeverOrdered(), CustomersOf(shop.vera)), {BORIS}),
        ((BirthdaySoon(), FromTown(KAZAN)), set()),
    ]
    for conditions, expected in cases:
        assert await house.count(*conditions) == len(expected), conditions
        assert await house.put(*conditions) == expected, conditions


async def test_a_birthday_is_this_week_on_the_day_and_not_a_day_early_or_late(house: House) -> None:
    house.watch.now = house.watch.now.replace(day=18, hour=20)
    assert await house.count(BirthdaySoon()) == 0
    house.watch.forward(hours=2)
    assert await house.count(BirthdaySoon()) == 1, "it is the 19th in Moscow"
    house.watch.now = house.watch.now.replace(day=25, hour=12)
    assert await house.count(BirthdaySoon()) == 1
    house.watch.forward(days=1)
    assert await house.count(BirthdaySoon()) == 0
    house.watch.now = house.watch.now.replace(year=2027, month=2, day=23)
    assert await house.count(BirthdaySoon()) == 1, "Boris on 1 March"


async def test_who_switched_a_kind_off_gets_the_others(house: House) -> None:
    anna = Person(ANNA, "ru", house.shop.anna)
    choose = ChooseKinds(house.db.read, house.db.write, house.watch)
    wanted = await choose.want(anna, BroadcastKind.OFFERS, False)
    assert (wanted.agreed, wanted.muted) == (True, {BroadcastKind.OFFERS})
    await choose.want(anna, BroadcastKind.OFFERS, False)
    assert await house.put(kind=BroadcastKind.OFFERS) == {BORIS, OLEG, VERA}
    assert await house.put(kind=BroadcastKind.CATALOG) == {ANNA, BORIS, OLEG, VERA}
    assert not (await choose.want(anna, BroadcastKind.OFFERS, True)).muted
    assert await house.count(kind=BroadcastKind.OFFERS) == 4
    assert not (await choose.stop(anna)).agreed
    assert await house.count(kind=BroadcastKind.CATALOG) == 3
    assert not (await choose.agree(anna, "2020-01-01")).agreed, "another text"
    assert not (await choose.agree(anna, VERSIONS[Purpose.PROMOTIONS])).agreed, "the cabinet's own consent is missing"


async def test_marks_follow_the_form_and_go_with_the_consent(house: House, db: Database) -> None:
    async def marked() -> dict[int, str | None]:
        async with db.read() as work:
            rows = (await work.connection.execute(select(audience_marks))).all()
        assert all(b"11-25" not in (row.birthday_sealed or b"") for row in rows)
        return {row.customer_id: row.time_zone for row in rows}

    anna = house.shop.anna
    assert await marked() == {anna: "Asia/Yekaterinburg", house.shop.boris: "Europe/Moscow"}
    house.watch.forward(minutes=1)
    async with db.write() as work:
        await work.forms.save(anna, Form(address=Address(city="Нигде")), house.watch())
    await house.marks()
    assert await marked() == {anna: None, house.shop.boris: "Europe/Moscow"}
    assert await house.count(FromTown(PERM)) == 0
    assert await house.count(BirthdaySoon()) == 0
    assert await house.count(InZone("Europe/Moscow")) == 4, "of whom nobody knows it: their consultant's"
    async with db.write() as work:
        await work.connection.execute(update(consultants).values(time_zone="Asia/Omsk"))
    assert await house.count(InZone("Asia/Omsk")) == 1
    await ChooseKinds(db.read, db.write, house.watch).stop(Person(ANNA, "ru", anna))
    await house.marks()
    assert set(await marked()) == {house.shop.boris}


async def test_marks_are_swept_a_bounded_number_at_a_time(
    house: House, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from domain.broadcasts import marks

    monkeypatch.setattr(marks, "SWEEP", 1)
    monkeypatch.setattr(marks, "FRESH", timedelta(0))
    house.watch.forward(days=1)
    async with db.write() as work:
        await work.connection.execute(audience_marks.delete())
    sweep = KeepMarks(db.read, db.write, Towns(), house.watch)
    for expected in (1, 2):
        await sweep()
        async with db.read() as work:
            assert len((await work.connection.execute(select(audience_marks))).all()) == expected
