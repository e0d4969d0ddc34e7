"""Payments, addresses, points and rates as they are stored; and that nothing is ever sold twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select, update

from domain.consultants.geo import Point
from domain.delivery.models import DeliveryTable, NewPoint, Rate, Tariff
from domain.joining.address import Address
from domain.ordering.checkout import Checkout
from domain.ordering.drive import drive, held
from domain.ordering.errors import CartBlocked, CartChanged, NotAvailable
from domain.ordering.life import Author, Decision
from domain.ordering.models import Delivery, Order, OrderState, Party
from domain.ordering.models import Payment as PaidBy
from domain.ordering.place_order import PlaceOrder
from domain.ordering.selling import Selling
from domain.payments.models import Charge, MismatchKind, PaymentState, Trouble
from domain.payments.reconcile import Reconcile, read_statement
from domain.payments.use_cases import ReleaseUnpaid, TakePayment, TellOfRefunds, payload_of
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.shared.ids import PersonId
from domain.shared.localised import Localised
from domain.shared.money import Money, rubles
from storage.database import Database
from storage.tables import articles, order_events, orders
from tests.forms import JOINED
from tests.storage.shop import ANNA, OLEG, Shop, stock_of

SELLING = Selling(cards=True)


async def buyer(db: Database, shop: Shop, watch: Any, person_id: PersonId = ANNA, pieces: int = 2) -> Person:
    """Somebody registered with a cart, who pays by card."""
    async with db.write() as work:
        person = await work.people.add(person_id, "ru")
        await work.choices.choose(person.customer_id, shop.oleg, watch())
        await work.forms.save(person.customer_id, replace(JOINED, complete=True), watch())
        await work.carts.set_quantity(person.customer_id, shop.ruby, pieces)
    async with db.read() as work:
        found = await work.people.get(person_id)
    assert found is not None
    return found


async def buy(db: Database, watch: Any, person: Person, payment: PaidBy = PaidBy.CARD) -> Order:
    summary = await Checkout(db.read, db.write, watch, Terms(), SELLING)(person, Delivery.COURIER, payment)
    place = PlaceOrder(db.write, watch, Terms(), SELLING)
    return await place(person, summary.key, Delivery.COURIER, summary.cart.cart.version, summary.total)


def charge(order: Order, id_: str = "c1", amount: Money | None = None) -> Charge:
    return Charge(id_, f"p-{id_}", payload_of(order.id), amount or order.total)


async def test_an_order_by_card_is_read_as_it_was_placed(db: Database, shop: Shop, watch: Any) -> None:
    anna = await buyer(db, shop, watch)
    order = await buy(db, watch, anna)
    assert order.awaits_payment
    assert (order.payment, order.contact) == (PaidBy.CARD, "anna@example.org")
    assert order.address == "119019, Москва, ул. Арбат, 10, 5"
    assert order.pay_until == watch() + SELLING.reserve
    async with db.read() as work:
        assert await work.orders.get(order.id) == order
        assert await work.terms.accepted(anna.customer_id, "1")
        assert (await work.carts.get(anna.customer_id)).choice.payment is PaidBy.CARD
        raw = (await work.connection.execute(select(orders))).mappings().one()
    assert "Арбат" not in str(raw)
    assert "anna@example.org" not in str(raw)


async def test_the_same_charge_many_times_at_once_pays_once(db: Database, shop: Shop, watch: Any) -> None:
    anna = await buyer(db, shop, watch)
    order = await buy(db, watch, anna)
    take = TakePayment(db.write, watch)
    taken = await asyncio.gather(*(take(anna, charge(order)) for _ in range(6)))
    assert {each.trouble for each in taken} == {None}
    other = await take(anna, charge(order, "c2"))
    assert other.trouble is Trouble.PAID
    async with db.read() as work:
        kinds = (await work.connection.execute(select(order_events.c.kind).order_by(order_events.c.id))).scalars().all()
        assert list(kinds) == ["placed", "paid"]
        assert [each.state for each in (await work.payments.by_provider()).values()] == [
            PaymentState.APPLIED,
            PaymentState.REFUND_DUE,
        ]


async def test_paid_or_released_but_never_both(db: Database, shop: Shop, watch: Any) -> None:
    anna = await buyer(db, shop, watch)
    order = await buy(db, watch, anna)
    watch.forward(minutes=33)
    release = ReleaseUnpaid(db.write, db.read, watch)
    taken, released = await asyncio.gather(TakePayment(db.write, watch)(anna, charge(order)), release())
    async with db.read() as work:
        now = await work.orders.get(order.id)
    assert now is not None
    assert (now.state, taken.trouble) in {(OrderState.PAID, None), (OrderState.CANCELLED, Trouble.CANCELLED)}
    assert released == (now.state is OrderState.CANCELLED)
    assert await stock_of(db, shop.ruby) == (10 if released else 8)


async def test_two_hundred_buyers_of_ten_pieces(db: Database, shop: Shop, watch: Any) -> None:
    """Ten of them get one each, whatever the moment they press in; the others are told."""
    async with db.write() as work:
        await work.connection.execute(update(articles).where(articles.c.id == shop.ruby).values(stock=10))
    buyers = [await buyer(db, shop, watch, PersonId(50_000 + n), pieces=1) for n in range(200)]
    checkout = Checkout(db.read, db.write, watch, Terms(), SELLING)
    summaries = [await checkout(each, Delivery.COURIER, PaidBy.CARD) for each in buyers]
    place = PlaceOrder(db.write, watch, Terms(), SELLING)

    async def press(at: int) -> Order:
        seen = summaries[at]
        return await place(buyers[at], seen.key, Delivery.COURIER, seen.cart.cart.version, seen.total)

    results = await asyncio.gather(*(press(at) for at in range(200)), return_exceptions=True)
    bought = [each for each in results if isinstance(each, Order)]
    refused = [each for each in results if not isinstance(each, Order)]
    assert len(bought) == 10
    assert all(isinstance(each, CartBlocked | CartChanged | NotAvailable) for each in refused), refused[:3]
    assert await stock_of(db, shop.ruby) == 0
    async with db.read() as work:
        count = (await work.connection.execute(select(func.count()).select_from(orders))).scalar_one()
    assert count == 10
    watch.forward(minutes=33)
    assert await ReleaseUnpaid(db.write, db.read, watch)() == 10
    assert await stock_of(db, shop.ruby) == 10


async def test_released_by_two_at_once_goes_back_once(db: Database, shop: Shop, watch: Any) -> None:
    await buy(db, watch, await buyer(db, shop, watch))
    watch.forward(minutes=33)
    release = ReleaseUnpaid(db.write, db.read, watch)
    assert sum(await asyncio.gather(release(), release(), release())) == 1
    assert await stock_of(db, shop.ruby) == 10


async def test_admins_hear_once_and_reconciling_finds_what_is_wrong(db: Database, shop: Shop, watch: Any) -> None:
    anna = await buyer(db, shop, watch)
    first = await buy(db, watch, anna)
    take, reconcile = TakePayment(db.write, watch), Reconcile(db.read)
    await take(anna, charge(first))
    assert await reconcile() == []
    assert await reconcile({"p-c1": first.total.minor}) == []
    found = await reconcile({"p-c1": 1, "p-other": 500})
    assert [(each.kind, each.charge_id) for each in found] == [
        (MismatchKind.AMOUNT, "p-c1"),
        (MismatchKind.UNKNOWN_HERE, "p-other"),
    ]
    assert [each.kind for each in await reconcile({})] == [MismatchKind.NOT_AT_PROVIDER]
    async with db.write() as work:
        await work.people.add(OLEG, "ru")
    tell = TellOfRefunds(db.write, watch, {OLEG, 999_999})
    assert await tell() == 0
    async with db.write() as work:
        order = await held(work, first.id)
        await drive(work, order, Decision.CANCEL, Author(OLEG, frozenset({Party.ADMIN})), watch())
    assert await tell() == 1
    assert await tell() == 0
    assert [each.kind for each in await reconcile()] == [MismatchKind.REFUND_DUE]
    async with db.write() as work:
        [due], total = await work.payments.to_refund(0, 6)
        assert (due.trouble, total) == (Trouble.CANCELLED, 1)
        assert await work.payments.refunded(due.id, OLEG, watch())
        assert not await work.payments.refunded(due.id, OLEG, watch())
    assert await reconcile() == []
    async with db.write() as work:
        await work.connection.execute(update(orders).values(state="accepted"))
    assert [each.kind for each in await reconcile()] == [MismatchKind.PAID_WITHOUT_PAYMENT]


def test_a_providers_list_is_read() -> None:
    text = "Идентификатор платежа;Сумма;Статус\n2a-1;1 290,50;ok\n2a-2;100;ok\n\n"
    assert read_statement(text.encode("cp1251")) == {"2a-1": 129050, "2a-2": 10000}
    assert read_statement(b"\xef\xbb\xbfid,amount\nx,1290.5\n") == {"x": 129050}


async def test_addresses_are_their_owners(db: Database, shop: Shop, watch: Any) -> None:
    home = Address("302001", "Орловская область", "Орёл", "ул. Ленина", "1")
    async with db.write() as work:
        one = await work.addresses.add(shop.anna, home, watch())
        two = await work.addresses.add(shop.anna, replace(home, house="2"), watch.forward(hours=1))
        assert [each.id for each in await work.addresses.of(shop.anna)] == [two, one]
        await work.addresses.used(shop.anna, one, watch.forward(hours=1))
        await work.addresses.used(shop.boris, two, watch.forward(hours=1))
        assert [each.id for each in await work.addresses.of(shop.anna)] == [one, two]
        assert await work.addresses.get(shop.boris, one) is None
        await work.addresses.remove(shop.boris, one)
        assert await work.addresses.get(shop.anna, one) == home
        await work.addresses.remove(shop.anna, one)
        assert [each.id for each in await work.addresses.of(shop.anna)] == [two]


def new_point(number: int, city: str, latitude: float = 55.0) -> NewPoint:
    same = Localised(city, city)
    return NewPoint(
        f"PP{number}", same, same, Localised(f"ул. {number}", f"st. {number}"), "10–20", Point(latitude, 37)
    )


async def test_points_are_brought_again_and_found(db: Database) -> None:
    listed = [new_point(1, "Тверь", 56.8), new_point(2, "Казань", 55.8), new_point(3, "Тверь", 56.9)]
    async with db.write() as work:
        assert await work.pickup_points.bring(listed) == (3, 0, 0)
        assert await work.pickup_points.bring(listed) == (0, 0, 0)
    async with db.read() as work:
        cities, total = await work.pickup_points.cities(0, 10)
        assert ([(city.ru, count) for city, _, count in cities], total) == ([("Казань", 1), ("Тверь", 2)], 2)
        assert await work.pickup_points.cities(10, 10) == ([], 2)
        points, count = await work.pickup_points.of_city(cities[1][1], 0, 1)
        assert ([each.code for each in points], count) == (["PP1"], 2)
        near = await work.pickup_points.nearest(Point(56.9, 37), 2)
        assert [(each.code, round(each.km or 0)) for each in near] == [("PP3", 0), ("PP1", 11)]
    async with db.write() as work:
        assert await work.pickup_points.bring([replace(listed[0], hours="9–21")]) == (0, 1, 2)
        assert await work.pickup_points.count() == 1
        assert await work.pickup_points.bring(listed) == (0, 3, 0)


async def test_rates_by_region(db: Database) -> None:
    async with db.write() as work:
        await work.rates.put(Rate(Delivery.COURIER, "", Tariff(rubles(500), None, (1, 2))))
        await work.rates.put(Rate(Delivery.COURIER, "Московская область", Tariff(rubles(100), rubles(3000), (1, 1))))
        await work.rates.put(Rate(Delivery.COURIER, "московская обл.", Tariff(rubles(150), rubles(3000), (1, 1))))
        rates = await work.rates.all()
        assert [(rate.region, rate.tariff.cost) for rate in rates] == [
            ("", rubles(500)),
            ("московская обл.", rubles(150)),
        ]
        table = DeliveryTable().with_rates(rates)
        assert table.cost(Delivery.COURIER, rubles(10), "Московская Область") == rubles(150)
        assert table.cost(Delivery.COURIER, rubles(3000), "Московская Область") == Money(0)
        assert table.cost(Delivery.COURIER, rubles(10), "Тверская область") == rubles(500)
        await work.rates.drop(Delivery.COURIER, "Московская обл")
        assert len(await work.rates.all()) == 1


async def test_a_price_seen_stays_until_agreed_to(db: Database, shop: Shop) -> None:
    async with db.write() as work:
        await work.carts.set_quantity(shop.anna, shop.ruby, 1, rubles(1000))
        await work.carts.set_quantity(shop.anna, shop.ruby, 2, rubles(1290))
        [line] = (await work.carts.get(shop.anna)).lines
        assert (line.seen, line.old_price) == (rubles(1000), rubles(1000))
        await work.carts.see_prices(shop.anna)
        [line] = (await work.carts.get(shop.anna)).lines
        assert line.old_price is None


async def test_goods_by_their_codes(db: Database, shop: Shop) -> None:
    async with db.read() as work:
        found = await work.carts.by_codes({"10-1-1", "20-1", "nothing"})
        assert sorted(each.goods.code for each in found) == ["10-1-1", "20-1"]
        shades = await work.carts.by_codes({"10-1"})
        assert sorted(each.goods.code for each in shades) == ["10-1-1", "10-1-2"]
        assert [each.goods.code for each in await work.carts.by_codes({"10-1-"})] != []
        assert await work.carts.by_codes({"____", "%%%%"}) == []
