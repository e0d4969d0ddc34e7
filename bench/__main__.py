"""`python -m bench`: every figure of docs/benchmarks.md in one run. Several minutes; leave the machine alone meanwhile.

Variants take turns, and the median of the rounds counts: what else the machine does then hurts all of them alike.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from bench.broadcast import announced
from bench.checkout import answered
from bench.cold import first_answer
from bench.in_process import in_process
from bench.measure import Press, Waits, additions, flips, orders, per_second, waits
from bench.raw import calls_per_second
from bench.rig import Rig, bare, cabinet
from bench.search import searched
from tests.soak.bots import end_on_sigterm

PARTS = ("sandbox", "inside", "flips", "deeds", "checkout", "replicas", "cold", "search", "broadcast")
RATE = 100.0
Rates = dict[str, list[float]]


def main() -> int:
    """Runs the parts that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="all without it")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long an announcement's pace is watched")
    parser.add_argument("--many", type=int, default=1_000_000, help="people of the largest announcement")
    words = parser.parse_args()
    end_on_sigterm()
    parts = words.parts or PARTS
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {words.rounds} rounds, {words.people} people")
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run(parts, words.rounds, words.people, Path(folder)))
        if "broadcast" in parts:
            asyncio.run(announced(Path(folder), rounds=words.rounds, seconds=words.seconds, many=words.many))
    return 0


async def _run(parts: Sequence[str], rounds: int, people: int, folder: Path) -> None:
    if "sandbox" in parts:
        rates = [await calls_per_second() for _ in range(3)]
        _title("The sandbox alone in load mode: Bot API calls a second")
        print(f"  {'answer + edit with photo':<28}{median(rates):8.0f}")
    if "flips" in parts:
        await _flips(rounds, people, folder)
    if "deeds" in parts:
        await _deeds(rounds, people, folder)
    if "replicas" in parts:
        await _replicas(rounds, people, folder)
    if "inside" in parts:
        took = await in_process(folder)
        _title("In the process, without a network: microseconds an update, and times the bare handler")
        for name, value in took.items():
            print(f"  {name:<28}{value:8.0f}   {value / took['bare flip']:.1f}")
    if "checkout" in parts:
        _title("The last look before a payment while others press, s: the middle one, the longest (Telegram waits 10)")
        for look in await answered(people, folder):
            besides = f"{look.count} payments, {look.presses} presses, {look.late} too late"
            print(f"  {look.when:<40}{look.middle:8.3f}{look.worst:8.3f}   {besides}")
    if "search" in parts:
        _title("Searching 100,000 products, ms: p50, p95; a LIKE over the same texts; times as fast")
        for each in await searched(folder):
            print(
                f"  {each.engine:<12}{each.p50:8.1f}{each.p95:8.1f}   LIKE{each.like_p50:8.0f}{each.like_p95:8.0f}"
                f"   {each.like_p50 / each.p50:6.0f} times; slowest {each.slowest[0]!r} {each.slowest[1]:.1f},"
                f" index made in {each.built:.0f} s"
            )
    if "cold" in parts:
        seconds = []
        for number in range(3):
            place = folder / f"cold{number}"
            place.mkdir()
            seconds.append(await first_answer(place))
        _title("From a cold start to the first answer, s")
        print(f"  {'median of 3':<28}{median(seconds):8.1f}   {', '.join(f'{each:.1f}' for each in seconds)}")


async def _flips(rounds: int, people: int, folder: Path) -> None:
    """The cabinet beside the bare bots, through the same sandbox."""
    variants = (
        bare("bare", people, folder, tuned=False),
        bare("bare, tuned", people, folder, tuned=True),
        cabinet("cabinet, polling", people, folder),
        cabinet("cabinet, webhook", people, folder, webhook=True),
    )
    async with AsyncExitStack() as stack:
        rigs = [await stack.enter_async_context(variant) for variant in variants]
        found = await _rates(rigs, rounds, lambda rig: flips(rig, 4))
        _title("Page flips a second (presses that wait at once), and times the bare bot")
        _table(found, "bare")
        _title(f"A page flip at {RATE:.0f} a second: ms from press to answer")
        for rig in rigs:
            await _wait_table(rig.name, rig, flips(rig, 2))
        _title("Memory after this, MB")
        for rig in rigs:
            print(f"  {rig.name:<28}{rig.megabytes:8.0f}")


async def _deeds(rounds: int, people: int, folder: Path) -> None:
    """What writes: into the cart, and orders."""
    for name, webhook in (("polling", False), ("webhook", True)):
        async with cabinet(f"deeds, {name}", people, folder, webhook=webhook) as rig:
            add: list[float] = []
            order: list[float] = []
            for _ in range(rounds):
                add.append(await per_second(rig, additions(rig, 3)))
                order.append(await per_second(rig, orders(rig), notices=True))
            _title(f"The cabinet by {name}: updates a second")
            print(f"  {'add to cart':<28}{median(add):8.0f}")
            print(f"  {'place an order':<28}{median(order):8.0f}")
            _title(f"The same at {RATE:.0f} a second: ms from press to answer")
            await _wait_table("add to cart", rig, additions(rig, 2))
            await _wait_table("place an order", rig, orders(rig))


async def _replicas(rounds: int, people: int, folder: Path) -> None:
    """PostgreSQL and Redis: one webhook replica, and two."""
    variants = (
        cabinet("one replica", people, folder, engine="postgres", replicas=1),
        cabinet("two replicas", people, folder, engine="postgres", replicas=2),
    )
    async with AsyncExitStack() as stack:
        rigs = [await stack.enter_async_context(variant) for variant in variants]
        found = await _rates(rigs, rounds, lambda rig: flips(rig, 4))
        _title("Page flips a second on PostgreSQL and Redis, and times one replica")
        _table(found, "one replica")


async def _rates(rigs: Sequence[Rig], rounds: int, presses: Callable[[Rig], list[Press]]) -> Rates:
    """Every rig in turn, `rounds` times, after one round that does not count."""
    found: Rates = {rig.name: [] for rig in rigs}
    for number in range(rounds + 1):
        for rig in rigs:
            rate = await per_second(rig, presses(rig))
            if number:
                found[rig.name].append(rate)
    return found


async def _wait_table(name: str, rig: Rig, presses: Sequence[Press]) -> None:
    took: Waits = await waits(rig, presses, RATE)
    print(f"  {name:<28} p50 {took.p50 * 1000:6.1f}   p99 {took.p99 * 1000:6.1f}")


def _table(found: Mapping[str, Sequence[float]], base: str) -> None:
    for name, values in found.items():
        # Round by round: neighbours in time met the same machine.
        ratio = median(mine / other for mine, other in zip(values, found[base], strict=True))
        print(f"  {name:<28}{median(values):8.0f}   {ratio:.2f}   ({min(values):.0f}-{max(values):.0f})")


def _title(text: str) -> None:
    print(f"\n{text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
