"""Updates a second, and how long a press waits."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles

from bench.rig import Rig
from domain.ordering.models import Delivery
from handlers.catalog.callbacks import CountProduct, OpenCategory
from handlers.ordering.callbacks import PlaceOrderPress

Press = tuple[int, str]
"""A person, and the data of the button they press."""
AT_ONCE = 40
LIMIT_SECONDS = 60.0
_keys = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from a press to its answer."""

    p50: float
    p99: float


def flips(rig: Rig, each: int) -> list[Press]:
    """Everybody turns the catalog's pages."""
    category = rig.shop.category
    pages = [OpenCategory(category=category, page=n % 3).pack() for n in range(each)]
    return [(who.person, data) for data in pages for who in rig.customers]


def additions(rig: Rig, each: int) -> list[Press]:
    """Everybody puts a piece of something into the cart, from its card."""
    found: list[Press] = []
    for n in range(each):
        for who in rig.customers:
            goods = rig.shop.goods[n % len(rig.shop.goods)]
            found.append(
                (who.person, CountProduct(product=goods.product, article=goods.article, page=0, step=1).pack())
            )
            rig.cabinets[who.person].count(goods.article, 1)
    return found


def orders(rig: Rig) -> list[Press]:
    """Everybody orders what is in the cart."""
    found: list[Press] = []
    for who in rig.customers:
        mine, way, key = rig.cabinets[who.person], Delivery.POST, f"b{next(_keys)}"
        version, total = mine.version, mine.total(way)
        found.append((who.person, PlaceOrderPress(key=key, delivery=way, version=version, total=total).pack()))
        mine.place(key, way, version, total)
    return found


async def per_second(rig: Rig, presses: Sequence[Press], *, notices: bool = False) -> float:
    """All presses are put while the bot stands still; then it runs, and nobody else does much.

    The end is the bot's last call; with `notices` it is the last answer, since notices go out afterwards.
    """
    rig.freeze()
    try:
        await put(rig, presses)
    finally:
        rig.thaw()
    began = time.monotonic()
    while True:
        state = await rig.sandbox.state()
        now = time.monotonic()
        if not state["pending"] and not state["unanswered"]:
            if notices:
                end = now
                break
            if state["quiet_ms"] >= 120:
                end = now - state["quiet_ms"] / 1000
                break
        if now - began > LIMIT_SECONDS:
            raise TimeoutError(
                f"{rig.name}: {len(state['unanswered'])} presses not answered, {state['pending']} pending"
            )
        await asyncio.sleep(0.03)
    await rig.idle()
    return len(presses) / (end - began)


async def put(rig: Rig, presses: Iterable[Press]) -> None:
    """Presses them, AT_ONCE at a time, and waits for no answer."""
    left = iter(presses)

    async def one_after_the_other() -> None:
        for person, data in left:
            await rig.sandbox.press(person, rig.messages[person], data)

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))


async def waits(rig: Rig, presses: Sequence[Press], rate: float, *, idle: bool = True) -> Waits:
    """Presses at an even `rate` a second, whatever the answers; `idle`: the bot has nothing else to do."""
    took: list[float] = []

    async def press(person: int, data: str) -> None:
        began = time.monotonic()
        answer = await rig.sandbox.press(person, rig.messages[person], data, wait=20)
        if answer["answer"] is None:
            raise TimeoutError(f"{rig.name}: a press was not answered in 20 s")
        took.append(time.monotonic() - began)

    start = time.monotonic()
    async with asyncio.TaskGroup() as group:
        for number, (person, data) in enumerate(presses):
            await asyncio.sleep(max(0.0, start + number / rate - time.monotonic()))
            group.create_task(press(person, data))
    if idle:
        await rig.idle()
    cuts = quantiles(took, n=100)
    return Waits(cuts[49], cuts[98])
