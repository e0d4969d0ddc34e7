"""Promotions, promo codes, gifts and points with carts and orders, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from domain.deals.errors import CodeRefused, GiftGone, PointsUnusable
from domain.deals.models import NewPromoCode
from domain.deals.settle import settle_deal
from domain.deals.use_cases import ChooseGift, UseCode, UsePoints
from domain.joining.models import Form
from domain.notices.models import NoticeKind
from domain.ordering.carts import ShowCart
from domain.ordering.checkout import Checkout
from domain.ordering.errors import CartChanged
from domain.ordering.models import Delivery, Order, OrderState
from domain.ordering.place_order import PlaceOrder
from domain.people.models import Person
from domain.points.models import Move, MoveKind, NotEnoughPoints
from domain.points.use_cases import ExpirePoints, ShowPoints, WarnOfPoints
from domain.pricing.codes import CodeProblem
from domain.pricing.engine import Terms
from domain.pricing.points import PointsRules
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind, Segment
from domain.shared.ids import CustomerId, PersonId, PressKey
from domain.shared.localised import Localised
from domain.shared.money import Money, rubles
from storage.database import Database
from storage.tables import articles, outbox, point_accounts, point_entries, promo_codes, promo_uses
from tests.storage.shop import ANNA, BORIS, Shop, new_order, stock_of

TERMS = Terms()
TITLE = Localised("Акция", "Promotion")


def promo(kind: PromotionKind, value: int = 0, **more: Any) -> Promotion:
    return Promotion(PromotionId(0), kind, TITLE, value, **more)


async def begin(db: Database, shop: Shop, watch: Any, pieces: int = 4) -> tuple[Person, Person]:
    """Anna and Boris can buy and have cream in their carts."""
    async with db.write() as work:
        for customer in (shop.anna, shop.boris):
            await work.choices.choose(customer, shop.oleg, watch())
            await work.forms.save(customer, Form(first_name="Имя", complete=True), watch())
            await work.carts.set_quantity(customer, shop.ruby, pieces)
        anna, boris = await work.people.get(ANNA), await work.people.get(BORIS)
    assert anna is not None
    assert boris is not None
    return anna, boris


async def coded(db: Database, watch: Any, *, limit: int | None = None, word: str = "SPRING10") -> PromotionId:
    """A code for ten per cent."""
    async with db.write() as work:
        kept = await work.price_promotions.add(promo(PromotionKind.PERCENT, 5, by_code=True), f"key {word}", watch())
        assert await work.price_promotions.add_code(NewPromoCode(word, kept.promotion.id, limit), word, watch())
    return kept.promotion.id


async def give(db: Database, customer: CustomerId, points: int, watch: Any, key: str = "given") -> None:
    async with db.write() as work:
        await work.points.move(Move(key, MoveKind.EARNED, customer, points, watch()))


async def order(db: Database, person: Person, watch: Any, key: str = "key") -> Order:
    summary = await Checkout(db.read, db.write, watch, TERMS)(person, Delivery.IN_PERSON)
    place = PlaceOrder(db.write, watch, TERMS)
    return await place(person, PressKey(key), Delivery.IN_PERSON, summary.cart.cart.version, summary.total)


async def balance_of(db: Database, customer: CustomerId) -> int:
    async with db.read() as work:
        return (await work.points.balance(customer)).points


async def uses(db: Database) -> tuple[int, int]:
    """(counted on the codes, noted by customer)"""
    async with db.read() as work:
        counted = (await work.connection.execute(select(func.sum(promo_codes.c.used)))).scalar_one()
        noted = (await work.connection.execute(select(func.count()).select_from(promo_uses))).scalar_one()
    return int(counted), noted


async def ledger_stands(db: Database) -> None:
    """All entries together are nothing, and every kept balance is the sum of its entries."""
    async with db.read() as work:
        rows = (await work.connection.execute(select(point_entries))).all()
        accounts = (await work.connection.execute(select(point_accounts))).all()
    assert sum(row.points for row in rows) == 0
    for account in accounts:
        mine = [r.points for r in rows if r.account == "customer" and r.customer_id == account.customer_id]
        assert account.balance == sum(mine) >= 0


async def test_a_promotion_comes_back_as_it_was_made(db: Database, shop: Shop, watch: Any) -> None:
    made = promo(
        PromotionKind.GIFT,
        gifts=(shop.mask_article, shop.rose),
        conditions=Conditions(
            products=frozenset({shop.lipstick}),
            categories=frozenset({shop.care}),
            segments=frozenset({Segment.NEW, Segment.SLEEPING}),
            from_goods=rubles(3_000),
            starts_at=watch() - timedelta(days=1),
            ends_at=watch() + timedelta(days=1),
            first_order=True,
            birthday=True,
        ),
        priority=7,
        alone=True,
        by_code=True,
    )
    async with db.write() as work:
        kept = await work.price_promotions.add(made, "key", watch())
        again = await work.price_promotions.add(promo(PromotionKind.PERCENT, 9), "key", watch())
        holding = await work.price_promotions.holding(watch())
        assert kept == again
        assert [each.conditions for each in holding] == [made.conditions]
        assert holding[0].gifts == made.gifts
        assert not await work.price_promotions.holding(watch() + timedelta(days=1))
        assert not await work.price_promotions.holding(watch() - timedelta(days=2))
        await work.price_promotions.switch(kept.promotion.id, False)
        assert not await work.price_promotions.holding(watch())


async def test_order_with_code_points_and_gift_says_why_it_costs_that(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch)
    await coded(db, watch)
    await give(db, shop.anna, 300, watch)
    async with db.write() as work:
        await work.connection.execute(update(articles).where(articles.c.id == shop.mask_article).values(stock=1))
        gift = promo(
            PromotionKind.GIFT,
            gifts=(shop.mask_article, shop.cream_article),
            conditions=Conditions(from_goods=rubles(5_000)),
        )
        gift_id = (await work.price_promotions.add(gift, "gift", watch())).promotion.id
    await UseCode(db.write, watch, TERMS)(anna, "spring-10")
    await UsePoints(db.write, watch, TERMS)(anna, 300)
    priced = await ChooseGift(db.write, watch, TERMS)(anna, gift_id, shop.mask_article)
    assert priced.quote.discount == rubles(5_160).percent(40)
    placed = await order(db, anna, watch)
    assert placed.total == Money(3_096_00 - 300_00)
    assert sum((reason.amount for reason in placed.reasons), Money(0)) == placed.total
    assert [str(reason.kind) for reason in placed.reasons] == ["goods", "ladder", "code", "points", "delivery"]
    assert [(line.article_id, line.is_gift) for line in placed.lines] == [(shop.ruby, False), (shop.mask_article, True)]
    assert await stock_of(db, shop.mask_article) == 0
    assert await balance_of(db, shop.anna) == 0
    assert await uses(db) == (1, 1)
    async with db.read() as work:
        deal = await work.deals.of_cart(shop.anna)
        assert (deal.code, deal.points, deal.gifts) == (None, 0, {})
        assert (await work.deals.of_order(placed.id)).points_earned == 83
    await ledger_stands(db)


async def test_code_is_good_once_for_a_customer(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch, pieces=1)
    await coded(db, watch)
    use = UseCode(db.write, watch, TERMS)
    with pytest.raises(CodeRefused) as unknown:
        await use(anna, "NOSUCH")
    assert unknown.value.problem is CodeProblem.UNKNOWN
    await use(anna, "SPRING10")
    await order(db, anna, watch)
    with pytest.raises(CodeRefused) as before:
        await use(anna, "SPRING10")
    assert before.value.problem is CodeProblem.USED_BEFORE


async def test_the_last_use_of_a_code_goes_to_one_of_two(db: Database, shop: Shop, watch: Any) -> None:
    anna, boris = await begin(db, shop, watch, pieces=1)
    await coded(db, watch, limit=1)
    for person in (anna, boris):
        await UseCode(db.write, watch, TERMS)(person, "SPRING10")

    async def buy(person: Person) -> Order:
        summary = await Checkout(db.read, db.write, watch, TERMS)(person, Delivery.IN_PERSON)
        await asyncio.sleep(0.02)
        place = PlaceOrder(db.write, watch, TERMS)
        return await place(person, summary.key, Delivery.IN_PERSON, summary.cart.cart.version, summary.total)

    bought = await asyncio.gather(buy(anna), buy(boris), return_exceptions=True)
    assert sum(isinstance(each, CartChanged) for each in bought) == 1, bought
    assert await uses(db) == (1, 1)
    assert await stock_of(db, shop.ruby) == 9


async def test_many_takers_of_a_few_uses(db: Database, shop: Shop, watch: Any) -> None:
    """Straight at the shelf, each in a transaction of its own: what counts is enforced by the database."""
    await coded(db, watch, limit=3)
    async with db.write() as work:
        people = [await work.people.add(PersonId(5_000 + at), "ru") for at in range(8)]
    placed = []
    for person in people:
        async with db.write() as work:
            placed.append(await work.orders.add(new_order(shop, watch, customer_id=person.customer_id)))

    async def take(at: int) -> bool:
        async with db.write() as work:
            code = await work.promo_codes.find("SPRING10", people[at].customer_id)
            assert code is not None
            return await work.promo_codes.take(code.id, people[at].customer_id, placed[at], watch())

    assert sorted(await asyncio.gather(*(take(at) for at in range(8)))) == [False] * 5 + [True] * 3
    assert await uses(db) == (3, 3)


async def test_two_orders_of_one_cabinet_at_once_use_a_code_once(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch, pieces=1)
    await coded(db, watch)
    await UseCode(db.write, watch, TERMS)(anna, "SPRING10")
    bought = await asyncio.gather(*(order(db, anna, watch, f"key {at}") for at in range(3)), return_exceptions=True)
    assert sum(isinstance(each, Order) for each in bought) == 1
    assert await uses(db) == (1, 1)


async def test_the_last_gift_goes_to_one_of_two_and_the_other_is_told(db: Database, shop: Shop, watch: Any) -> None:
    anna, boris = await begin(db, shop, watch, pieces=2)
    async with db.write() as work:
        await work.connection.execute(update(articles).where(articles.c.id == shop.mask_article).values(stock=1))
        gift = promo(PromotionKind.GIFT, gifts=(shop.mask_article, shop.rose))
        gift_id = (await work.price_promotions.add(gift, "gift", watch())).promotion.id
    choose = ChooseGift(db.write, watch, TERMS)
    for person in (anna, boris):
        await choose(person, gift_id, shop.mask_article)
    place = PlaceOrder(db.write, watch, TERMS)

    async def buy(person: Person) -> Order:
        summary = await Checkout(db.read, db.write, watch, TERMS)(person, Delivery.IN_PERSON)
        await asyncio.sleep(0.02)
        return await place(person, summary.key, Delivery.IN_PERSON, summary.cart.cart.version, summary.total)

    bought = await asyncio.gather(buy(anna), buy(boris), return_exceptions=True)
    assert sum(isinstance(each, GiftGone) for each in bought) == 1, bought
    assert await stock_of(db, shop.mask_article) == 0
    late = boris if isinstance(bought[1], GiftGone) else anna
    with pytest.raises(GiftGone):
        await choose(late, gift_id, shop.mask_article)


@pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
async def test_orders_that_cross_gifts_and_goods_do_not_deadlock(db: Database, shop: Shop, watch: Any) -> None:
    """Anna buys what Boris is given and the other way round."""
    anna, boris = await begin(db, shop, watch, pieces=1)
    async with db.write() as work:
        await work.connection.execute(update(articles).values(stock=500))
        gift = promo(PromotionKind.GIFT, gifts=(shop.ruby, shop.cream_article))
        gift_id = (await work.price_promotions.add(gift, "gift", watch())).promotion.id

    async def buy(person: Person, goods: Any, given: Any, at: int) -> None:
        async with db.write() as work:
            await work.carts.clear(person.customer_id)
            await work.carts.set_quantity(person.customer_id, goods, 1)
        await ChooseGift(db.write, watch, TERMS)(person, gift_id, given)
        await order(db, person, watch, f"key {at}")

    async with asyncio.timeout(60):
        for at in range(15):
            await asyncio.gather(
                buy(anna, shop.ruby, shop.cream_article, at), buy(boris, shop.cream_article, shop.ruby, at)
            )
    assert await stock_of(db, shop.ruby) == 470


async def settle(db: Database, placed: Order, state: OrderState, watch: Any) -> None:
    async with db.write() as work:
        await settle_deal(work, placed.id, placed.customer_id, state, watch())


async def test_cancelling_gives_points_and_code_back_once(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch)
    await coded(db, watch, limit=1)
    await give(db, shop.anna, 100, watch)
    await UseCode(db.write, watch, TERMS)(anna, "SPRING10")
    await UsePoints(db.write, watch, TERMS)(anna, 100)
    placed = await order(db, anna, watch)
    assert await balance_of(db, shop.anna) == 0
    for _ in range(2):
        await settle(db, placed, OrderState.CANCELLED, watch)
    assert await balance_of(db, shop.anna) == 100
    assert await uses(db) == (0, 0)
    await ledger_stands(db)


async def test_delivering_earns_once_and_a_return_takes_back_what_is_left(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch)
    await give(db, shop.anna, 50, watch)
    await UsePoints(db.write, watch, TERMS)(anna, 50)
    placed = await order(db, anna, watch)
    await asyncio.gather(*(settle(db, placed, OrderState.DELIVERED, watch) for _ in range(3)))
    earned = (placed.total.minor * 3) // 100 // 100
    assert await balance_of(db, shop.anna) == earned
    async with db.write() as work:
        await work.points.move(Move("elsewhere", MoveKind.SPENT, shop.anna, earned - 10, watch()))
    for _ in range(2):
        await settle(db, placed, OrderState.RETURNED, watch)
    # 50 spent come back; of what was earned 60 are left at most.
    assert await balance_of(db, shop.anna) == max(0, 60 - earned)
    await ledger_stands(db)


async def test_nobody_spends_the_same_points_twice(db: Database, shop: Shop, watch: Any) -> None:
    await give(db, shop.anna, 100, watch)

    async def spend(at: int) -> bool:
        try:
            async with db.write() as work:
                return await work.points.move(Move(f"spend {at}", MoveKind.SPENT, shop.anna, 30, watch()))
        except NotEnoughPoints:
            return False

    assert sum(await asyncio.gather(*(spend(at) for at in range(6)))) == 3
    assert await balance_of(db, shop.anna) == 10
    await ledger_stands(db)


async def test_the_same_key_moves_once_however_many_at_once(db: Database, shop: Shop, watch: Any) -> None:
    async def earn() -> bool:
        async with db.write() as work:
            return await work.points.move(Move("one key", MoveKind.EARNED, shop.anna, 30, watch()))

    assert sum(await asyncio.gather(*(earn() for _ in range(6)))) == 1
    assert await balance_of(db, shop.anna) == 30
    await ledger_stands(db)


async def test_points_expire_when_nothing_moves(db: Database, shop: Shop, watch: Any) -> None:
    rules = PointsRules()
    await give(db, shop.anna, 40, watch)
    watch.forward(days=100)
    await give(db, shop.boris, 70, watch, "later")
    async with db.read() as work:
        anna = await work.people.get(ANNA)
    assert anna is not None
    book = await ShowPoints(db.read, rules)(anna)
    assert book.expires_at == watch() + timedelta(days=80)
    watch.forward(days=81)
    expire = ExpirePoints(db.write, watch, rules.idle)
    assert await expire() == 1
    assert await expire() == 0
    assert (await balance_of(db, shop.anna), await balance_of(db, shop.boris)) == (0, 70)
    book = await ShowPoints(db.read, rules)(anna)
    assert [(str(line.kind), line.points) for line in book.history.items] == [("expired", -40), ("earned", 40)]
    assert book.expires_at is None
    await ledger_stands(db)


async def test_who_is_about_to_lose_points_is_told_once(db: Database, shop: Shop, watch: Any) -> None:
    rules = PointsRules(idle=timedelta(days=180), warn=timedelta(days=14))
    warn = WarnOfPoints(db.write, watch, rules)

    async def owed() -> list[int]:
        async with db.read() as work:
            rows = await work.connection.execute(select(outbox).where(outbox.c.kind == NoticeKind.POINTS_ENDING))
            return [row.args["until"] for row in rows.all() if row.person_id == ANNA]

    await give(db, shop.anna, 40, watch)
    ends = watch() + timedelta(days=180)
    watch.forward(days=165)
    assert await warn() == 0
    watch.forward(days=2)
    assert sorted(await asyncio.gather(*(warn() for _ in range(3)))) == [0, 0, 1]
    assert await owed() == [int(ends.timestamp())]
    watch.forward(days=1)
    assert await warn() == 0, "not again for the same time"
    await give(db, shop.anna, 1, watch, "later")
    assert await warn() == 0, "they have moved"
    watch.forward(days=170)
    assert await warn() == 1
    assert len(await owed()) == 2
    watch.forward(days=11)
    await give(db, shop.boris, 5, watch, "his")
    assert await warn() == 0, "what has expired needs no warning"
    never = WarnOfPoints(db.write, watch, replace(rules, warn=timedelta()))
    watch.forward(days=175)
    assert await never() == 0
    assert await warn() == 1


async def test_who_has_lost_points_unwarned_is_not_warned_any_more(db: Database, shop: Shop, watch: Any) -> None:
    rules = PointsRules(idle=timedelta(days=180), warn=timedelta(days=14))
    await give(db, shop.anna, 40, watch)
    watch.forward(days=181)
    assert await WarnOfPoints(db.write, watch, rules)() == 0


async def test_points_for_too_small_a_cart_are_refused(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch, pieces=1)
    await give(db, shop.anna, 14, watch)
    with pytest.raises(PointsUnusable):
        await UsePoints(db.write, watch, TERMS)(anna, 14)
    assert (await ShowCart(db.read, watch, TERMS)(anna)).deal.points == 0


async def test_first_order_and_birthday_are_read_from_the_database(db: Database, shop: Shop, watch: Any) -> None:
    anna, _ = await begin(db, shop, watch, pieces=1)
    async with db.write() as work:
        form = Form(first_name="Имя", birth_date=watch().date().replace(year=1990), complete=True)
        await work.forms.save(shop.anna, form, watch())
        for key, terms in (("first", Conditions(first_order=True)), ("birthday", Conditions(birthday=True))):
            await work.price_promotions.add(promo(PromotionKind.PERCENT, 10, conditions=terms), key, watch())
    show = ShowCart(db.read, watch, TERMS)
    assert (await show(anna)).quote.discount == rubles(1_290).percent(20)
    await order(db, anna, watch)
    async with db.write() as work:
        await work.carts.set_quantity(shop.anna, shop.ruby, 1)
    assert (await show(anna)).quote.discount == rubles(1_290).percent(10)
