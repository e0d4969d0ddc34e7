"""The life of an order over real databases: rights, moves at the same moment, silence, returns, reminders."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.adapters.working_days import RussianWorkingDays
from domain.joining.models import Form
from domain.notices.models import NoticeKind
from domain.ordering.decide_order import DecideOrder, MarkPaid, ShowOrder
from domain.ordering.errors import AlreadyDecided, BadTracking, NoReturn
from domain.ordering.find_orders import FindOrders, Group, Period
from domain.ordering.life import RULES, Decision
from domain.ordering.models import Delivery, EventKind, OrderState, Party
from domain.ordering.reorder import RemindToReorder, WishReorders
from domain.ordering.repeat import ChangeOrder, RepeatOrder
from domain.ordering.returns import AskReturn, DecideReturn
from domain.ordering.serve import HandOver, NoteToCustomer, RemindConsultant, ShipOrder, TakeMoney
from domain.ordering.watch import WatchOrders
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import OrderId, PersonId
from domain.shared.working_time import WorkingTime
from storage.database import Database
from storage.tables import orders, outbox, people, products
from tests.domain.test_life import table
from tests.storage.shop import ANNA, BORIS, OLEG, VERA, Shop, new_order, stock_of

ADMIN = PersonId(3001)
_keys = itertools.count()
MOSCOW = ZoneInfo("Europe/Moscow")


async def person(db: Database, id_: PersonId) -> Person:
    async with db.read() as work:
        found = await work.people.get(id_)
    assert found is not None
    return replace(found, is_admin=id_ == ADMIN)


async def ordered(
    db: Database, shop: Shop, watch: Any, state: OrderState = OrderState.PLACED, **changes: Any
) -> OrderId:
    """Anna's order of two rubies, put into a state as it is."""
    async with db.write() as work:
        await work.people.add(ADMIN, "ru")
        order_id = await work.orders.add(new_order(shop, watch, f"key{next(_keys)}"))
        assert order_id is not None
        values = {"state": state, **changes}
        if state not in {OrderState.PLACED, OrderState.PAID}:
            values.setdefault("waits_since", None)
        await work.connection.execute(update(orders).where(orders.c.id == order_id).values(**values))
    return order_id


async def kinds(db: Database, *, to: PersonId | None = None) -> list[str]:
    async with db.read() as work:
        found = await work.connection.execute(select(outbox.c.kind, outbox.c.person_id).order_by(outbox.c.id))
    return [row.kind for row in found if to in {None, row.person_id}]


MOVES = [Decision.ACCEPT, Decision.DECLINE, Decision.ASSEMBLE, Decision.DELIVER, Decision.CANCEL]


@pytest.mark.parametrize("decision", [*MOVES, Decision.SHIP, Decision.PAY, Decision.TAKE_MONEY, Decision.NOTE])
async def test_the_table_holds_over_the_database(db: Database, shop: Shop, watch: Any, decision: Decision) -> None:
    """Every state x who asks: what the table allows happens, what it does not leaves everything as it was."""
    asks = {Party.CUSTOMER: ANNA, Party.CONSULTANT: OLEG, Party.ADMIN: ADMIN}
    order_ids = {}
    for state, party in itertools.product(OrderState, asks):
        order_ids[state, party] = await ordered(db, shop, watch, state)
        watch.forward(seconds=1)
    who = {party: await person(db, id_) for party, id_ in asks.items()}
    for (state, party), order_id in order_ids.items():
        allowed = table()[decision, state, party]
        new = RULES[decision].to
        # The same decision again is the same decision; for everybody else it is a no.
        ever = any(table()[decision, each, party] for each in OrderState)
        again = state is new and ever
        try:
            await act(db, watch, who[party], order_id, decision)
            happened = True
        except (Forbidden, AlreadyDecided):
            happened = False
        assert happened is (allowed or again), (decision, state, party)
        order, events = await ShowOrder(db.read).events(who[party], order_id)
        assert order.state is (new if allowed and new else state), (decision, state, party)
        assert len(events) == 1 + allowed, (decision, state, party, events)
        if allowed:
            assert (events[-1].party, events[-1].person_id) == (party, who[party].id)


async def act(db: Database, watch: Any, who: Person, order_id: OrderId, decision: Decision) -> None:
    match decision:
        case Decision.SHIP:
            await ShipOrder(db.write, watch)(who, order_id)
        case Decision.TAKE_MONEY:
            await TakeMoney(db.write, watch)(who, order_id)
        case Decision.NOTE:
            await NoteToCustomer(db.write, watch)(who, order_id, "жду в среду")
        case _:
            await DecideOrder(db.write, watch)(who, order_id, decision)


async def test_strangers_see_nothing_and_do_nothing(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch)
    for stranger in (await person(db, BORIS), await person(db, VERA)):
        with pytest.raises(NotFound):
            await ShowOrder(db.read).events(stranger, order_id)
        with pytest.raises(NotFound):
            await DecideOrder(db.write, watch)(stranger, order_id, Decision.ACCEPT)
        with pytest.raises(NotFound):
            await ShipOrder(db.write, watch)(stranger, order_id, "12345")
        with pytest.raises(NotFound):
            await RepeatOrder(db.read, db.write)(stranger, order_id)
    with pytest.raises(NotFound):
        await RepeatOrder(db.read, db.write)(await person(db, OLEG), order_id)


async def test_two_accounts_and_the_consultant_at_once(db: Database, shop: Shop, watch: Any) -> None:
    """Anna cancels from two accounts while Oleg accepts: one thing happens, stock comes back at most once."""
    order_id = await ordered(db, shop, watch)
    before = await stock_of(db, shop.ruby)
    async with db.write() as work:
        # Boris is another account of Anna's cabinet.
        await work.connection.execute(update(people).where(people.c.id == BORIS).values(customer_id=shop.anna))
    anna, boris, oleg = await person(db, ANNA), await person(db, BORIS), await person(db, OLEG)
    decide = DecideOrder(db.write, watch)
    presses = [(anna, Decision.CANCEL), (boris, Decision.CANCEL), (oleg, Decision.ACCEPT), (oleg, Decision.ACCEPT)]
    done = await asyncio.gather(*(decide(who, order_id, what) for who, what in presses), return_exceptions=True)
    order, events = await ShowOrder(db.read).events(anna, order_id)
    assert order.state in {OrderState.CANCELLED, OrderState.ACCEPTED}
    assert len(events) == 2
    assert sum(isinstance(each, AlreadyDecided) for each in done) == 2
    assert await stock_of(db, shop.ruby) == before + 2 * (order.state is OrderState.CANCELLED)
    # Every account hears of it but the one that did it.
    told = {each for each in (ANNA, BORIS) if NoticeKind.ORDER_DECIDED in await kinds(db, to=each)}
    assert told == {ANNA, BORIS} - {events[-1].person_id}


async def test_a_payment_marks_once_and_tells_the_consultant(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch)
    paid = await asyncio.gather(*(MarkPaid(db.write, watch)(order_id, ANNA) for _ in range(4)))
    assert {each.state for each in paid} == {OrderState.PAID}
    assert all(each.paid_at == watch() for each in paid)
    assert (await kinds(db, to=OLEG)).count(NoticeKind.ORDER_PLACED) == 1
    accepted = await DecideOrder(db.write, watch)(await person(db, OLEG), order_id, Decision.ACCEPT)
    assert accepted.paid_at is not None
    late = await ordered(db, shop, watch, OrderState.ACCEPTED)
    assert (await MarkPaid(db.write, watch)(late)).state is OrderState.ACCEPTED
    over = await ordered(db, shop, watch, OrderState.CANCELLED)
    with pytest.raises(AlreadyDecided):
        await MarkPaid(db.write, watch)(over)


async def test_tracking_is_a_number_a_link_or_nothing(db: Database, shop: Shop, watch: Any) -> None:
    oleg = await person(db, OLEG)

    ship = ShipOrder(db.write, watch, {Delivery.COURIER: "https://track.example/{number}"})
    order_id = await ordered(db, shop, watch, OrderState.ASSEMBLED)
    for wrong in ("где-то", "12 3", "<b>12345</b>", "x" * 60):
        with pytest.raises(BadTracking):
            await ship(oleg, order_id, wrong)
    shipped = await ship(oleg, order_id, "8009 4512 3456")
    assert shipped.tracking == "800945123456 https://track.example/800945123456"
    assert (await ship(oleg, order_id, "800945123456")).tracking == shipped.tracking
    mended = await ship(oleg, order_id, "RB-77 https://other.example/x")
    assert mended.tracking == "RB-77 https://other.example/x"
    _, events = await ShowOrder(db.read).events(oleg, order_id)
    assert [each.kind for each in events] == [EventKind.PLACED, EventKind.SHIPPED, EventKind.TRACKED]
    assert (await kinds(db, to=ANNA)).count(NoticeKind.ORDER_DECIDED) == 2


async def test_every_notice_with_buttons_is_edited_after_every_change(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch)
    oleg, decide = await person(db, OLEG), DecideOrder(db.write, watch)
    await MarkPaid(db.write, watch)(order_id)
    for decision in (Decision.ACCEPT, Decision.ASSEMBLE):
        before = (await kinds(db)).count(NoticeKind.ORDER_REFRESH)
        await decide(oleg, order_id, decision)
        await decide(oleg, order_id, decision)
        assert (await kinds(db)).count(NoticeKind.ORDER_REFRESH) == before + 1


# A Friday before the three days off of 12 June 2026, on Moscow's clocks.
FRIDAY = datetime(2026, 6, 11, 15, tzinfo=MOSCOW)


def watcher(db: Database, watch: Any) -> WatchOrders:
    return WatchOrders(db.write, watch, WorkingTime(RussianWorkingDays(), MOSCOW), timedelta(hours=12), {ADMIN, 3999})


async def test_silence_is_met_once_by_a_reminder_and_once_by_the_admins(db: Database, shop: Shop, watch: Any) -> None:
    watch.now = FRIDAY
    order_id = await ordered(db, shop, watch)
    look = watcher(db, watch)
    # Thursday 15:00 to 18:00 are three hours, Monday nine: due on Monday at 18:00.
    watch.now = datetime(2026, 6, 15, 17, 59, tzinfo=MOSCOW)
    assert await look() == 0
    watch.now = datetime(2026, 6, 15, 18, 0, tzinfo=MOSCOW)
    assert [await look(), await look()] == [1, 0]
    assert (await kinds(db, to=OLEG)).count(NoticeKind.ORDER_REMINDER) == 1
    # The admins hear after as much again from the reminder on: nine hours on Tuesday, three on Wednesday.
    watch.now = datetime(2026, 6, 17, 11, 59, tzinfo=MOSCOW)
    assert await look() == 0
    # The program was down for a week: still one thing, once.
    watch.now = datetime(2026, 6, 23, 12, 0, tzinfo=MOSCOW)
    assert [await look(), await look(), await look()] == [1, 0, 0]
    assert await kinds(db, to=ADMIN) == [NoticeKind.ORDER_STUCK]
    watch.forward(days=30)
    assert await look() == 0
    _, events = await ShowOrder(db.read).events(await person(db, OLEG), order_id)
    assert [each.kind for each in events] == [EventKind.PLACED, EventKind.REMINDED, EventKind.ESCALATED]


async def test_whoever_reacts_is_not_reminded(db: Database, shop: Shop, watch: Any) -> None:
    watch.now = FRIDAY
    order_id = await ordered(db, shop, watch)
    await DecideOrder(db.write, watch)(await person(db, OLEG), order_id, Decision.ACCEPT)
    watch.forward(days=60)
    assert await watcher(db, watch)() == 0


@pytest.mark.parametrize("how", ["blocked", "left"])
async def test_of_a_consultant_who_is_gone_the_admins_hear_at_once(
    db: Database, shop: Shop, watch: Any, how: str
) -> None:
    await ordered(db, shop, watch)
    async with db.write() as work:
        if how == "left":
            await work.staff.set_left(shop.oleg, watch())
        else:
            await work.people.set_reachable(OLEG, False)
    look = watcher(db, watch)
    assert [await look(), await look()] == [1, 0]
    assert await kinds(db, to=ADMIN) == [NoticeKind.ORDER_STUCK]
    assert NoticeKind.ORDER_REMINDER not in await kinds(db)


async def test_an_order_handed_over_starts_anew_with_the_other(db: Database, shop: Shop, watch: Any) -> None:
    watch.now = FRIDAY
    order_id = await ordered(db, shop, watch)
    admin, oleg, vera = await person(db, ADMIN), await person(db, OLEG), await person(db, VERA)
    hand_over = HandOver(db.read, db.write, watch)
    _, page = await hand_over.candidates(admin, order_id, 0)
    assert shop.vera in [each.id for each in page.items]
    for someone in (oleg, await person(db, ANNA)):
        with pytest.raises(Forbidden):
            await hand_over(someone, order_id, shop.vera)
    watch.forward(days=10)
    await watcher(db, watch)()
    await asyncio.gather(*(hand_over(admin, order_id, shop.vera) for _ in range(3)))
    assert (await kinds(db, to=VERA)) == [NoticeKind.ORDER_PLACED]
    with pytest.raises(NotFound):
        await ShowOrder(db.read)(oleg, order_id)
    assert await watcher(db, watch)() == 0
    accepted = await DecideOrder(db.write, watch)(vera, order_id, Decision.ACCEPT)
    assert accepted.consultant_id == shop.vera


async def test_an_admins_push_is_one_for_one_press(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch)
    push, admin = RemindConsultant(db.write, watch), await person(db, ADMIN)
    await asyncio.gather(*(push(admin, order_id, 1) for _ in range(3)))
    assert (await kinds(db, to=OLEG)).count(NoticeKind.ORDER_REMINDER) == 1
    await push(admin, order_id, 2)
    assert (await kinds(db, to=OLEG)).count(NoticeKind.ORDER_REMINDER) == 2
    _, events = await ShowOrder(db.read).events(admin, order_id)
    assert [each.kind for each in events].count(EventKind.REMINDED) == 2


@pytest.mark.parametrize("back", [True, False])
async def test_a_return_is_asked_within_its_days_and_decided_once(
    db: Database, shop: Shop, watch: Any, back: bool
) -> None:
    order_id = await ordered(db, shop, watch, OrderState.DELIVERED, delivered_at=watch())
    anna, oleg = await person(db, ANNA), await person(db, OLEG)
    ask, decide = AskReturn(db.write, watch, 7, {ADMIN}), DecideReturn(db.write, watch)
    with pytest.raises(AlreadyDecided):
        await decide.accept(oleg, order_id, back=back)
    watch.forward(days=7)
    assert (await ask(anna, order_id, "  не подошёл\nоттенок ")).return_asked_at == watch()
    with pytest.raises(AlreadyDecided):
        await ask(anna, order_id, "ещё раз")
    assert (await kinds(db, to=OLEG)) == [NoticeKind.RETURN_ASKED]
    before = await stock_of(db, shop.ruby)
    with pytest.raises(Forbidden):
        await decide.accept(anna, order_id, back=back)
    done = await asyncio.gather(*(decide.accept(oleg, order_id, back=back) for _ in range(3)))
    assert {each.state for each in done} == {OrderState.RETURNED}
    assert await stock_of(db, shop.ruby) == before + (2 if back else 0)
    _, events = await ShowOrder(db.read).events(oleg, order_id)
    assert [each.kind for each in events][-2:] == [EventKind.RETURN_ASKED, EventKind.RETURNED]
    assert events[-2].text == "не подошёл оттенок"


async def test_after_its_days_there_is_no_return_and_a_refusal_can_be_asked_against(
    db: Database, shop: Shop, watch: Any
) -> None:
    order_id = await ordered(db, shop, watch, OrderState.DELIVERED, delivered_at=watch())
    anna, oleg = await person(db, ANNA), await person(db, OLEG)
    ask = AskReturn(db.write, watch, 7)
    await ask(anna, order_id, "не подошёл")
    refused = await DecideReturn(db.write, watch).refuse(oleg, order_id)
    assert (refused.state, refused.return_asked_at) == (OrderState.DELIVERED, None)
    watch.forward(days=7, seconds=1)
    with pytest.raises(NoReturn):
        await ask(anna, order_id, "всё-таки не подошёл")


async def test_repeating_shows_what_differs_and_fills_the_cart_once(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch, OrderState.DELIVERED)
    anna, repeat = await person(db, ANNA), RepeatOrder(db.read, db.write)
    async with db.write() as work:
        await work.connection.execute(update(products).where(products.c.id == shop.lipstick).values(price=1_490_00))
        await work.stock.take([(shop.ruby, 9)])
    _, (line,) = await repeat.preview(anna, order_id)
    assert (line.pieces, line.obstacle, line.new_price and line.new_price.minor) == (1, "too_few", 1_490_00)
    await asyncio.gather(*(repeat(anna, order_id) for _ in range(3)))
    async with db.read() as work:
        cart = await work.carts.get(shop.anna)
    assert [(each.goods.article_id, each.quantity) for each in cart.lines] == [(shop.ruby, 1)]
    async with db.write() as work:
        await work.connection.execute(update(products).where(products.c.id == shop.lipstick).values(on_sale=False))
    _, (line,) = await repeat.preview(anna, order_id)
    assert (line.pieces, line.obstacle) == (0, "off_sale")


async def test_changing_takes_the_order_back_into_the_cart_once(db: Database, shop: Shop, watch: Any) -> None:
    order_id = await ordered(db, shop, watch)
    async with db.write() as work:
        await work.stock.take([(shop.ruby, 10)])
    anna, change = await person(db, ANNA), ChangeOrder(db.write, watch)
    done = await asyncio.gather(*(change(anna, order_id) for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(each, AlreadyDecided) for each in done) == 2
    async with db.read() as work:
        cart = await work.carts.get(shop.anna)
    assert [(each.goods.article_id, each.quantity) for each in cart.lines] == [(shop.ruby, 2)]
    assert cart.comment == "Позвоните, пожалуйста, заранее"
    assert await stock_of(db, shop.ruby) == 2
    accepted = await ordered(db, shop, watch, OrderState.ACCEPTED)
    with pytest.raises(AlreadyDecided):
        await change(anna, accepted)


async def test_orders_are_found_by_state_period_number_and_words(db: Database, shop: Shop, watch: Any) -> None:
    old = await ordered(db, shop, watch, OrderState.DELIVERED)
    watch.forward(days=40)
    new = await ordered(db, shop, watch)
    async with db.write() as work:
        await work.orders.add(new_order(shop, watch, "x", customer_id=shop.boris, consultant_id=shop.vera))
    anna, oleg, admin = [await person(db, each) for each in (ANNA, OLEG, ADMIN)]
    find = FindOrders(db.read, watch)

    async def ids(who: Person, **how: Any) -> list[int]:
        return [each.id for each in (await find(who, **how)).page.items]

    assert await ids(anna) == [new, old]
    assert await ids(anna, group=Group.DELIVERED) == [old]
    assert await ids(anna, period=Period.MONTH) == [new]
    assert await ids(oleg, serving=True) == [new, old]
    assert len(await ids(admin, serving=True)) == 3
    assert (await find(anna)).counts[Group.NEW] == 1
    for words in ("10-1-1", "RUBY", "по-русски Lipstick", f"№ {10_000 + old}", str(10_000 + old)):
        assert old in await ids(anna, query=words), words
    for words in ("ruby mask", "%", "_", "10-1-1!", str(10_000 + new + 50)):
        assert await ids(anna, query=words) == [], words
    assert await ids(anna, query=f"{10_000 + new + 1}") == []
    assert [order.id for order in await find.sheet(oleg, serving=True)] == [new, old]
    with pytest.raises(Forbidden):
        await find(anna, serving=True)
    with pytest.raises(Forbidden):
        await find.sheet(anna, serving=True)


async def test_who_wants_it_hears_once_when_things_run_out(db: Database, shop: Shop, watch: Any) -> None:
    await ordered(db, shop, watch, OrderState.DELIVERED, delivered_at=watch())
    anna, remind = await person(db, ANNA), RemindToReorder(db.write, watch)
    wish = WishReorders(db.read, db.write, watch)
    watch.forward(weeks=17)
    assert await remind() == 0
    await wish(anna, on=True)
    await wish(anna, on=True)
    # Two pieces of eight weeks each have been enough for sixteen.
    watch.now -= timedelta(weeks=2)
    assert await remind() == 0
    watch.forward(weeks=2)
    assert [await remind(), await remind()] == [1, 0]
    assert await kinds(db, to=ANNA) == [NoticeKind.REORDER]
    await wish(anna, on=False)
    assert not await wish.is_on(anna)


async def test_who_bought_it_again_needs_no_reminder(db: Database, shop: Shop, watch: Any) -> None:
    await ordered(db, shop, watch, OrderState.DELIVERED, delivered_at=watch())
    await WishReorders(db.read, db.write, watch)(await person(db, ANNA), on=True)
    watch.forward(weeks=17)
    await ordered(db, shop, watch)
    assert await RemindToReorder(db.write, watch)() == 0


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (datetime(2026, 6, 10, 9, tzinfo=MOSCOW), 9, datetime(2026, 6, 10, 18, tzinfo=MOSCOW)),
        (datetime(2026, 6, 10, 20, tzinfo=MOSCOW), 1, datetime(2026, 6, 11, 10, tzinfo=MOSCOW)),
        (datetime(2026, 6, 13, 12, tzinfo=MOSCOW), 1, datetime(2026, 6, 15, 10, tzinfo=MOSCOW)),
        (datetime(2025, 11, 1, 12, tzinfo=MOSCOW), 1, datetime(2025, 11, 1, 13, tzinfo=MOSCOW)),
    ],
)
def test_working_time_knows_nights_days_off_and_working_saturdays(start: datetime, hours: int, end: datetime) -> None:
    assert WorkingTime(RussianWorkingDays(), MOSCOW).after(start, timedelta(hours=hours)) == end


def test_working_time_that_never_comes_is_an_error() -> None:
    class Never:
        def is_working(self, day: date) -> bool:
            return False

    with pytest.raises(ValueError, match="ten years"):
        WorkingTime(Never(), MOSCOW, time(9), time(18)).after(datetime(2026, 1, 1, tzinfo=UTC), timedelta(hours=1))


async def test_a_form_is_not_needed_to_see_who_bought(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        await work.forms.save(shop.anna, Form(first_name="Анна"), watch())
    order_id = await ordered(db, shop, watch)
    (order,) = await FindOrders(db.read, watch).sheet(await person(db, OLEG), serving=True)
    assert (order.id, order.customer_name) == (order_id, "Анна")
