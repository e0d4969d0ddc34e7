"""How long the last look before money moves (pre_checkout) takes while everybody presses; Telegram waits 10 seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from bench.measure import Press, flips, orders, put
from bench.rig import KEY, Rig, cabinet
from domain.ordering.checkout import Checkout
from domain.ordering.models import Delivery, Payment
from domain.ordering.place_order import PlaceOrder
from domain.ordering.selling import Selling
from domain.pricing.engine import Terms
from domain.shared.ids import OrderId
from handlers.catalog.callbacks import CountProduct
from handlers.payments.callbacks import PayOrder
from storage.database import Database, utc_now
from storage.sealing import Keyring
from storage.tables import orders as orders_table
from tests.soak.shop import Shop

PAYERS = 40
WRITERS = 60
"""People whose orders come in the moment at which everybody presses."""
RATE = 20.0
"""Pages a second besides: of fifty people who leaf without a pause."""
SELLING = Selling(cards=True, reserve=timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Answered:
    """Seconds from a payment's press to its answer, of `count` payments; `presses` is what else was put meanwhile.

    `late` are those that Telegram had given up, which is its word and not our clock's.
    """

    when: str
    presses: int
    count: int
    middle: float
    worst: float
    late: int


@dataclass(frozen=True, slots=True)
class Look:
    """One payment: seconds from its press to the answer, and whether Telegram had given it up."""

    took: float
    late: bool


async def answered(people: int, folder: Path) -> Sequence[Answered]:
    """Payments while pages are turned at an even pace, and while everybody's presses come at one moment."""
    placed: list[OrderId] = []

    async def order_by_card(database: Database, shop: Shop) -> None:
        """The first customers have an order each that waits for its payment."""
        for who in shop.customers[: 2 * PAYERS]:
            async with database.write() as work:
                person = await work.people.get(who.person)
                await work.carts.set_quantity(who.customer, shop.goods[0].article, 1)
            if person is None:
                raise LookupError(who)
            checkout = Checkout(database.read, database.write, utc_now, Terms(), SELLING)
            summary = await checkout(person, Delivery.POST, Payment.CARD)
            place = PlaceOrder(database.write, utc_now, Terms(), SELLING)
            order = await place(person, summary.key, Delivery.POST, summary.cart.cart.version, summary.total)
            placed.append(order.id)

    people = max(people, 4 * PAYERS)
    settings = {"PROVIDER_TOKEN": "1:TEST:1", "RESERVE_MINUTES": "1440"}
    async with cabinet("checkout", people, folder, prepare=order_by_card, settings=settings) as rig:
        bills = await _bills(rig, placed)
        busy = [who for who in rig.customers if who.person not in bills]
        rig.customers = busy
        steady = flips(rig, 2)
        even, _ = await asyncio.gather(_pay(rig, bills, 0, spread=len(steady) / RATE), _paced(rig, steady))
        # Of the first part nothing is left to be done in the second.
        await rig.idle()
        burst = [*flips(rig, 2), *_orders_of_few(rig, WRITERS)]
        rig.freeze()
        try:
            await put(rig, burst)
        finally:
            rig.thaw()
        at_once = await _pay(rig, bills, PAYERS, spread=0.0)
        await rig.idle()
        await _see_orders(folder / "checkout", len(placed) + WRITERS)
    return [
        _answered(f"pages turned at {RATE:.0f} a second", steady, even),
        _answered("presses and orders all at one moment", burst, at_once),
    ]


def _answered(when: str, presses: Sequence[Press], looks: Sequence[Look]) -> Answered:
    took, late = [each.took for each in looks], sum(each.late for each in looks)
    return Answered(when, len(presses), len(looks), median(took), max(took), late)


async def _see_orders(folder: Path, expected: int) -> None:
    """Presses that were refused would have been no load: raises where an order is missing."""
    database = Database(f"sqlite:///{folder / 'cabinet.db'}", Keyring.from_secrets([KEY]))
    try:
        async with database.read() as work:
            there = (await work.connection.execute(select(func.count()).select_from(orders_table))).scalar_one()
    finally:
        await database.close()
    if there != expected:
        raise RuntimeError(f"{there} orders instead of {expected}")


async def _paced(rig: Rig, presses: Sequence[Press]) -> None:
    """RATE presses a second, whatever the answers."""
    start = time.monotonic()
    for number, press in enumerate(presses):
        await asyncio.sleep(max(0.0, start + number / RATE - time.monotonic()))
        await put(rig, [press])


def _orders_of_few(rig: Rig, count: int) -> list[Press]:
    """Orders write, and on SQLite writers wait for each other."""
    everybody, rig.customers = rig.customers, rig.customers[:count]
    for who in rig.customers:
        rig.cabinets[who.person].count(rig.shop.goods[0].article, 1)
    try:
        adding = [(who.person, _one_more(rig)) for who in rig.customers]
        return [*adding, *orders(rig)]
    finally:
        rig.customers = everybody


def _one_more(rig: Rig) -> str:
    goods = rig.shop.goods[0]
    return CountProduct(product=goods.product, article=goods.article, page=0, step=1).pack()


async def _bills(rig: Rig, placed: Sequence[OrderId]) -> dict[int, int]:
    """Everybody who ordered has the invoice: its message by person."""
    payers = [who.person for who in rig.customers[: len(placed)]]
    for person, order in zip(payers, placed, strict=True):
        await rig.sandbox.press(person, rig.messages[person], PayOrder(order=order).pack())
    await rig.idle()
    found: dict[int, int] = {}
    for person in payers:
        chat = await rig.sandbox.chat(person)
        found[person] = next(message.id for message in chat.messages if message.invoice)
    return found


async def _pay(rig: Rig, bills: dict[int, int], start: int, spread: float) -> list[Look]:
    """PAYERS of them pay, over `spread` seconds. One that is refused for another reason than its time raises."""

    async def one(number: int, person: int) -> Look:
        await asyncio.sleep(spread * number / PAYERS)
        began = time.monotonic()
        paid = await rig.sandbox.request(
            "POST", f"/sandbox/people/{person}/pay", json={"message_id": bills[person], "outcome": "paid"}
        )
        took = time.monotonic() - began
        late = paid.get("error") == "BOT_PRECHECKOUT_TIMEOUT"
        if not paid["ok"] and not late:
            raise RuntimeError(f"a payment was refused: {paid}")
        return Look(took, late)

    mine = list(bills)[start : start + PAYERS]
    return await asyncio.gather(*(one(number, person) for number, person in enumerate(mine)))
