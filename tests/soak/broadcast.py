"""An announcement to thousands through kills and faults: everybody who agrees gets it, and hardly anybody twice.

A message that Telegram took and the outbox has not yet written down comes again after a kill: delivery writes down
afterwards, since the other way round a kill would lose it. How many there were is counted at each kill, before the
bot starts again, by comparing what people see with what the outbox believes.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from domain.broadcasts.models import BroadcastState
from storage.database import Database
from storage.migrate import upgrade
from storage.sealing import Keyring
from storage.tables import broadcast_figures, broadcasts, outbox
from storage.tables.delivery import OutboxState
from tests.bot_process import bot_environment
from tests.sandbox_client import SandboxClient, SandboxError, start_sandbox
from tests.soak import crowd
from tests.soak.bots import Fleet, Member, fleet
from tests.soak.crowd import Crowd
from tests.soak.harness import SECRET
from tests.soak.verdict import rows

AT_ONCE = 20
PATIENCE = 6
"""Presses of somebody whose press is not answered within a minute."""
FAULTS: tuple[tuple[str, float], ...] = (("429", 0.002), ("500", 0.01), ("502", 0.005), ("cut", 0.01))
"""What sending meets, and how often. None of these has an effect: whether a message arrived whose answer was lost,
nobody can know, and it comes again."""


@dataclass(frozen=True, slots=True)
class BroadcastPlan:
    """`stoppers` press stop while it goes on, and a tenth as many before their turn could come."""

    people: int = 20_000
    kills: int = 10
    rate: int = 200
    blocked: float = 0.05
    without: int = 200
    stoppers: int = 200
    longest_life: float = 12.0
    faults: bool = True
    workers: int = 1
    """Messages on the wire at once; with one, at most one a kill can come twice, whatever the machine does."""
    within: float = 3600.0
    seed: int = field(default_factory=lambda: secrets.randbelow(1_000_000))


@dataclass(slots=True)
class BroadcastReport:
    """What was done, and what broke (nothing, if all is well)."""

    plan: BroadcastPlan
    got: int = 0
    twice: int = 0
    on_the_wire: list[int] = field(default_factory=list)
    faults: dict[str, int] = field(default_factory=dict)
    blocked: int = 0
    stopped: int = 0
    crossed: int = 0
    sending_seconds: float = 0.0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        figures = {
            "seed": self.plan.seed,
            "people": self.plan.people,
            "kills": len(self.on_the_wire),
            "on the wire at most": self.plan.workers,
            "got it": self.got,
            "got it twice": self.twice,
            "on the wire at each kill": " ".join(str(each) for each in self.on_the_wire),
            "calls that met a fault": ", ".join(f"{count} x {kind}" for kind, count in self.faults.items()),
            "blocked": self.blocked,
            "stopped before their turn": self.stopped,
            "crossed with a stop": self.crossed,
            "seconds of sending": round(self.sending_seconds),
            "seconds": round(self.seconds),
        }
        lines = [f"{name:>26}: {value}" for name, value in figures.items()]
        return "\n".join([*lines, "ok" if not self.broken else "BROKEN", *self.broken[:40]])


@dataclass(slots=True)
class Stop:
    """Somebody's press of stop: how many of the announcement they had when it was answered."""

    person: int
    early: bool
    had: int = 0
    pressed: bool = False


async def soak_broadcast(plan: BroadcastPlan, folder: Path) -> BroadcastReport:
    """Carries the plan out in `folder` (logs stay there); ends within `plan.within` seconds."""
    began, dice = time.monotonic(), random.Random(plan.seed)
    report = BroadcastReport(plan)
    print(f"broadcast, seed {plan.seed}", flush=True)
    async with asyncio.timeout(plan.within), start_sandbox(load=True) as sandbox:
        await sandbox.unlimited()
        more = {"DATA_KEYS": SECRET, "SEND_LIMIT": str(plan.rate * 2), "SEND_RATE": str(plan.rate)}
        more |= {"SEND_WORKERS": str(plan.workers)}
        environment = bot_environment(sandbox, folder, **more)
        await upgrade(environment["DATABASE_URL"])
        database = Database(environment["DATABASE_URL"], Keyring.from_secrets([SECRET]))
        try:
            people = await crowd.gather(sandbox, database, plan, dice)
            async with fleet([Member("all", (), environment, folder)]) as bots:
                if plan.faults:
                    for number, (kind, share) in enumerate(FAULTS):
                        await sandbox.fault("sendMessage", kind, share=share, seed=plan.seed + number)
                await crowd.publish(database)
                started = time.monotonic()
                stops = await _through(plan, sandbox, database, bots, people, report, dice)
                report.sending_seconds = time.monotonic() - started
                report.faults = {rule["kind"]: rule["hits"] for rule in await sandbox.request("GET", "/sandbox/faults")}
                await sandbox.clear_faults()
                await _author_told(sandbox, database, people, report)
                if (code := await bots.members[0].end()) != 0:
                    report.broken.append(f"the bot ended with {code}")
            await _judge(sandbox, database, people, stops, report)
        finally:
            await database.close()
    report.seconds = time.monotonic() - began
    return report


async def _through(
    plan: BroadcastPlan,
    sandbox: SandboxClient,
    database: Database,
    bots: Fleet,
    people: Crowd,
    report: BroadcastReport,
    dice: random.Random,
) -> list[Stop]:
    """The announcement from beginning to end, with kills and presses of stop beside it."""
    over = asyncio.Event()
    stops = [Stop(person, early=person in people.early) for person in people.stoppers]

    async def presses() -> None:
        for stop in [each for each in stops if each.early]:
            await _press_stop(sandbox, stop)
        for stop in [each for each in stops if not each.early]:
            if over.is_set():
                return
            await asyncio.sleep(dice.uniform(0, plan.people / plan.rate / max(1, plan.stoppers)))
            await _press_stop(sandbox, stop)

    async def kills() -> None:
        member = bots.members[0]
        # Evenly over what there is to send, at a random moment of each part.
        for number in range(plan.kills):
            await _reached(database, people.wanted * (number + dice.uniform(0.1, 0.9)) / (plan.kills + 1))
            await member.now.kill()
            report.on_the_wire.append(await _on_the_wire(sandbox, database))
            await member.begin()
            await member.ready()

    async with asyncio.TaskGroup() as group:
        killing = group.create_task(kills())
        pressing = group.create_task(presses())
        while True:
            if await _done(database):
                break
            await asyncio.sleep(0.3)
        if not killing.done():
            report.broken.append(f"it was over after {len(report.on_the_wire)} kills")
            killing.cancel()
        over.set()
        await asyncio.wait([pressing])
    return stops


async def _press_stop(sandbox: SandboxClient, stop: Stop) -> None:
    """Presses until it is answered: a bot that was killed meanwhile answers a little later."""
    for _ in range(PATIENCE):
        if (await sandbox.press(stop.person, 1, crowd.STOP, wait=55))["answer"] is not None:
            break
    else:
        raise TimeoutError(f"a stop was not answered, person {stop.person}")
    stop.pressed = True
    stop.had = await _count(sandbox, stop.person)


async def _count(sandbox: SandboxClient, person: int) -> int:
    try:
        chat = await sandbox.chat(person)
    except SandboxError:
        # In load mode whoever was never written to is not known.
        return 0
    return sum(crowd.TEXT in message.text for message in chat.messages)


async def _counts(sandbox: SandboxClient, people: Iterable[int]) -> Counter[int]:
    found: Counter[int] = Counter()
    left = iter(people)

    async def one_after_the_other() -> None:
        for person in left:
            found[person] = await _count(sandbox, person)

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))
    return found


async def _on_the_wire(sandbox: SandboxClient, database: Database) -> int:
    """How many have a message of which the outbox does not know; the bot is dead at this moment."""
    # What was read from the dead bot's connection is in the sandbox by now; nothing else comes.
    await asyncio.sleep(0.2)
    statement = select(outbox.c.person_id).where(
        outbox.c.state == OutboxState.WAITING, outbox.c.lease_until.is_not(None), outbox.c.kind == "broadcast"
    )
    held = [row.person_id for row in await rows(database, statement)]
    return sum(count > 0 for count in (await _counts(sandbox, held)).values())


async def _reached(database: Database, number: float) -> None:
    """Waits until so many rows are through."""
    while True:
        found = await rows(database, select(broadcast_figures.c.put))
        waiting = len(await rows(database, select(outbox.c.id).where(outbox.c.state == OutboxState.WAITING)))
        if found and found[0].put - waiting >= number:
            return
        await asyncio.sleep(0.02)


async def _done(database: Database) -> bool:
    states = [row.state for row in await rows(database, select(broadcasts.c.state))]
    return states == [BroadcastState.DONE]


async def _author_told(sandbox: SandboxClient, database: Database, people: Crowd, report: BroadcastReport) -> None:
    """The summary has come to the author's chat, into the message that was there through all kills."""
    deadline = time.monotonic() + 60
    while (await rows(database, select(broadcast_figures.c.told_at)))[0].told_at is None:
        if time.monotonic() > deadline:
            report.broken.append("the author has no summary after a minute")
            return
        await asyncio.sleep(0.3)
    told = [m for m in (await sandbox.chat(people.author)).messages if "Рассылка №" in m.text]
    # One that was being sent at a kill, before its number was kept, may stay behind.
    if not 1 <= len(told) <= 1 + len(report.on_the_wire) or "завершена" not in told[-1].text:
        report.broken.append(f"the author sees {[message.text for message in told]}")


async def _judge(
    sandbox: SandboxClient, database: Database, people: Crowd, stops: Sequence[Stop], report: BroadcastReport
) -> None:
    got = await _counts(sandbox, people.everybody)
    # Whose turn to press had not come before it was over, got it like everybody.
    stops = [stop for stop in stops if stop.pressed]
    stopped = {stop.person: stop for stop in stops}
    report.got = sum(count > 0 for count in got.values())
    twice = {person: count for person, count in got.items() if count > 1}
    report.twice = len(twice)
    report.blocked = len(people.blocked)
    report.stopped = sum(not got[person] for person in stopped)
    report.crossed = sum(got[stop.person] > stop.had for stop in stops)
    wrong = report.broken
    missing = [person for person in people.agreed if not got[person] and person not in stopped]
    wrong += [f"person {person} agreed and got nothing" for person in missing]
    wrong += [f"person {person} got it {count} times" for person, count in twice.items() if count > 2]
    wrong += [f"person {person} never agreed and got it" for person in people.without if got[person]]
    wrong += [f"person {person} blocked the bot and got it" for person in people.blocked if got[person]]
    wrong += [f"person {stop.person} stopped before their turn and got it" for stop in stops if stop.early and stop.had]
    if report.twice > sum(report.on_the_wire):
        wrong.append(f"{report.twice} got it twice, {sum(report.on_the_wire)} were on the wire")
    if report.twice > len(report.on_the_wire) * report.plan.workers:
        wrong.append(f"{report.twice} got it twice, more than {len(report.on_the_wire)} kills x {report.plan.workers}")
    if report.crossed:
        wrong.append(f"{report.crossed} got it after their stop was answered")
    states = Counter(str(row.state) for row in await rows(database, select(outbox.c.state)))
    if states[OutboxState.DEAD] or states[OutboxState.WAITING]:
        wrong.append(f"the outbox has {dict(states)}")
    unreachable = set(people.blocked) - stopped.keys()
    if states[OutboxState.UNREACHABLE] != len(unreachable):
        wrong.append(f"{states[OutboxState.UNREACHABLE]} count as blocked, {len(unreachable)} are")
