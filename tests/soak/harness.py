"""The proof of the engine: people use the bot, the bot is killed and Telegram is out of order, and nothing is lost.

The real program runs against the real sandbox. Nothing here looks into it: what people sent stands on one side, the
database and the consultants' chats on the other.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import socket
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from storage.database import Database
from storage.migrate import upgrade
from storage.sealing import Keyring
from tests.bot_process import START_SECONDS, bot_environment
from tests.sandbox_client import SandboxClient, start_sandbox
from tests.services import REDIS, postgres_database
from tests.soak import verdict
from tests.soak.backlog import pile_up
from tests.soak.bots import Fleet, Member, fleet
from tests.soak.model import Cabinet
from tests.soak.people import Client, Sent
from tests.soak.shop import Shop, open_shop
from tests.soak.troubles import Trouble, Weather

SECRET = "a-secret-for-the-soak-1"
MOST_PENDING = 100
"""Updates waiting in the sandbox beyond which people wait too: the load follows what the machine can carry."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do. `seconds` is the load without kills; with kills it lasts until the last of them is survived.

    With a `backlog` there is neither: so many updates wait when the bot starts, Telegram's limits are kept (`pace` is
    the messages a second it lets through, and the bot is told), and not a single message may be refused.

    The first kill comes after `calm` seconds of load, the others up to `longest_life` seconds after the bot was ready.
    `start` and `drain` are patience, not promises: a busy machine may take all of it. What was killed `within` seconds
    counts; the report says how often that was.
    """

    engine: str = "sqlite"
    people: int = 200
    kills: int = 0
    seconds: float = 0.0
    pause: float = 2.0
    backlog: int = 0
    pace: int = 30
    calm: float = 0.0
    longest_life: float = 2.0
    troubles: tuple[Trouble, ...] = ()
    drain: float = 180.0
    start: float = START_SECONDS
    within: float = 900.0
    seed: int = field(default_factory=lambda: secrets.randbelow(1_000_000))


@dataclass(slots=True)
class Report:
    """What was done, and what broke (nothing, if all is well)."""

    plan: Plan
    sent: Sent
    weather: Weather
    kills: int = 0
    orders: int = 0
    notices: int = 0
    repeated_notices: int = 0
    handled_again: int = 0
    put_aside: int = 0
    slowest_start: float = 0.0
    drained_in: float = 0.0
    messages: int = 0
    refused: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        plan = self.plan
        figures = {
            "seed": plan.seed,
            "engine": plan.engine,
            "people": plan.people,
            "kills": f"{self.kills} of {plan.kills}",
            "calls that met a fault": self.weather.hits,
            "updates": self.sent.updates,
            "presses repeated": self.sent.repeats,
            "comments": self.sent.comments,
            "orders": self.orders,
            "notices": self.notices,
            "notices repeated": self.repeated_notices,
            "updates that came again": self.handled_again,
            "updates put aside": self.put_aside,
            "slowest start, s": round(self.slowest_start, 1),
            "seconds": round(self.seconds),
        }
        if plan.backlog:
            figures |= {
                "handled in, s": round(self.drained_in, 1),
                "updates a second": round(self.sent.updates / max(self.drained_in, 0.1)),
                "messages sent": self.messages,
                "429s": self.refused,
            }
        lines = [f"{name:>24}: {value}" for name, value in figures.items()]
        return "\n".join([*lines, "ok" if not self.broken else "BROKEN", *self.broken[:40]])


async def soak(plan: Plan, folder: Path) -> Report:
    """Carries the plan out in `folder` (logs stay there). TimeoutError when it comes to no end."""
    async with asyncio.timeout(plan.within + plan.seconds + plan.calm + 2 * plan.start + plan.drain):
        return await _soak(plan, folder)


async def _soak(plan: Plan, folder: Path) -> Report:
    began = time.monotonic()
    dice, sent, weather = random.Random(plan.seed), Sent(), Weather()
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(start_sandbox())
        await sandbox.unlimited()
        await sandbox.limits(webhook_first_pause=0.1, webhook_last_pause=1.0)
        members, database = await stack.enter_async_context(_program(plan, sandbox, folder))
        shop = await open_shop(database, plan.people)
        await _move_in(sandbox, shop)
        clients = [
            Client(sandbox, shop, who, random.Random(dice.random()), sent, Cabinet(shop.goods))
            for who in shop.customers
        ]
        if plan.backlog:
            await pile_up(sandbox, clients, plan.backlog, dice, plan.pace)
        report = Report(plan, sent, weather)
        bots = await stack.enter_async_context(fleet(members))
        if plan.backlog:
            report.drained_in = await _caught_up(plan, sandbox)
        else:
            await _under_load(plan, sandbox, shop, clients, bots, weather, dice)
        report.broken += await _drained(plan, sandbox, shop, database, weather)
        report.kills = bots.kills
        codes = [await member.end() for member in members]
        report.broken += [f"a bot ended with {code}" for code in codes if code != 0]
        await _judge(report, sandbox, database, clients, bots)
    report.seconds = time.monotonic() - began
    return report


@asynccontextmanager
async def _program(plan: Plan, sandbox: SandboxClient, folder: Path) -> AsyncIterator[tuple[list[Member], Database]]:
    """The processes that make up the program, and its database with its schema."""
    # A handler's time-out is for one that hangs; here the whole machine may be slow.
    more = {"DATA_KEYS": SECRET, "HANDLER_TIMEOUT": "300"}
    if plan.backlog:
        # What one person may do and get at once is as operators have it: nobody in a backlog is a flooder.
        more |= {"FLOOD_RATE": "5", "FLOOD_BURST": "30", "SEND_CHAT_BURST": "15", "SEND_CHAT_RATE": str(plan.pace / 30)}
        more |= {"SEND_LIMIT": str(plan.pace), "SEND_RATE": str(plan.pace)}
    else:
        more |= {"SEND_LIMIT": "1000", "SEND_RATE": "500"}
    async with AsyncExitStack() as stack:
        commands: dict[str, tuple[str, ...]] = {"all": ()}
        if plan.engine == "postgres":
            address = await stack.enter_async_context(postgres_database(migrated=False))
            port = _free_port()
            more |= {"DATABASE_URL": address, "REDIS_URL": REDIS, "WEBHOOK_PORT": str(port)}
            more |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": "soak-secret"}
            commands = {"web1": ("web",), "web2": ("web",), "worker1": ("worker",), "worker2": ("worker",)}
        environment = bot_environment(sandbox, folder, **more)
        await upgrade(environment["DATABASE_URL"])
        database = Database(environment["DATABASE_URL"], Keyring.from_secrets([more["DATA_KEYS"]]), pool_size=2)
        stack.push_async_callback(database.close)
        members = [Member(name, words, environment, folder, patience=plan.start) for name, words in commands.items()]
        yield members, database


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _move_in(sandbox: SandboxClient, shop: Shop) -> None:
    for person in (*shop.consultants, *(who.person for who in shop.customers)):
        await sandbox.add_person(f"N{person}", id=person, language_code="ru")
    await Weather.greet(sandbox, shop)


async def _under_load(
    plan: Plan,
    sandbox: SandboxClient,
    shop: Shop,
    clients: list[Client],
    bots: Fleet,
    weather: Weather,
    dice: random.Random,
) -> None:
    """Everybody acts while kills and troubles happen; an error of anybody ends it."""
    go, over = asyncio.Event(), asyncio.Event()

    async def done() -> int:
        return clients[0].sent.updates - int((await sandbox.state())["pending"])

    async def misfortunes() -> None:
        try:
            if plan.troubles:
                await weather.storm(sandbox, shop, plan.troubles, plan.seconds, plan.seed)
            elif not plan.kills:
                await asyncio.sleep(plan.seconds)
            if plan.kills:
                await asyncio.sleep(plan.calm)
            await bots.kill_at_random(plan.kills, dice, plan.longest_life, done, plan.within)
        finally:
            over.set()
            go.set()

    async def pressure() -> None:
        while not over.is_set():
            pending = (await sandbox.state())["pending"]
            go.clear() if pending > MOST_PENDING else go.set()
            await asyncio.sleep(0.1)
        go.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(misfortunes())
        group.create_task(pressure())
        for client in clients:
            group.create_task(client.run(plan.pause, go, over))


async def _caught_up(plan: Plan, sandbox: SandboxClient) -> float:
    """Seconds until no update waits any more, `drain` at the most."""
    began = time.monotonic()
    while True:
        spent = time.monotonic() - began
        if not (await sandbox.state())["pending"] or spent > plan.drain:
            return spent
        await asyncio.sleep(0.2)


async def _drained(plan: Plan, sandbox: SandboxClient, shop: Shop, database: Database, weather: Weather) -> list[str]:
    """Waits until nothing waits any more; says what still did after `drain` seconds."""
    deadline = time.monotonic() + plan.drain
    await weather.greet(sandbox, shop)
    while True:
        state = await sandbox.state()
        unsent = await verdict.waiting(database)
        if not state["pending"] and not unsent and state["quiet_ms"] > 300:
            return []
        if time.monotonic() > deadline:
            return [f"after {plan.drain} s {state['pending']} updates wait and notices {unsent}"]
        await asyncio.sleep(0.2)


async def _judge(
    report: Report, sandbox: SandboxClient, database: Database, clients: list[Client], bots: Fleet
) -> None:
    told = await verdict.told(sandbox, database, clients)
    aside = await verdict.put_aside(database)
    owed = await verdict.owed(database)
    state = await sandbox.state()
    report.orders = sum(len(client.cabinet.orders) for client in clients)
    report.notices, report.repeated_notices = told.notices, told.repeated
    report.handled_again = len(bots.logged("update came again"))
    report.put_aside = len(aside)
    report.slowest_start = max(member.slowest_start for member in bots.members)
    report.broken += await verdict.compare(database, clients)
    report.broken += told.missing
    allowed = report.kills + report.weather.lost_answers
    if told.repeated > allowed:
        report.broken.append(f"{told.repeated} notices repeated; kills and lost answers explain {allowed}")
    report.broken += [f"notices {name}: {count}" for name, count in owed.items() if name != "sent"]
    blocked = sum("Forbidden" in reason for reason in aside)
    if blocked:
        report.broken.append(f"{blocked} updates were put aside because of a person who blocked the bot")
    report.broken += bots.logged('"logger": "asyncio"', "Traceback", "RuntimeWarning")
    if report.plan.backlog:
        report.messages, report.refused = state["taken"], state["refused"]
        if report.refused:
            report.broken.append(f"{report.refused} messages were refused by 429")
    if not report.plan.troubles:
        report.broken += [f"put aside: {reason}" for reason in aside]
        report.broken += [f"never answered: press {query}" for query in state["unanswered"]]
        report.broken += bots.logged('"level": "error"', '"level": "critical"')
