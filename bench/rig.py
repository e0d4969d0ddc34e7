"""A bot and a sandbox of its own, both real processes, with people who have a page open."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from storage.database import Database
from storage.migrate import upgrade
from storage.sealing import Keyring
from tests.bot_process import bot_environment
from tests.sandbox_client import SandboxClient, start_sandbox
from tests.services import REDIS, postgres_database
from tests.soak.bots import Fleet, Member, fleet
from tests.soak.model import Cabinet
from tests.soak.shop import Customer, Shop, open_shop

KEY = "a-key-for-the-bench-1"
GOODS = 18


@dataclass(slots=True)
class Rig:
    """One variant under measurement. `cabinets` says what each person's cart is by now."""

    name: str
    sandbox: SandboxClient
    customers: Sequence[Customer]
    shop: Shop
    bots: Fleet
    messages: dict[int, int] = field(default_factory=dict)
    cabinets: dict[int, Cabinet] = field(default_factory=dict)

    def freeze(self) -> None:
        """The bots stand still, so that presses can be put before they see them."""
        for process in self.processes:
            process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        for process in self.processes:
            process.send_signal(signal.SIGCONT)

    @property
    def processes(self) -> list[asyncio.subprocess.Process]:
        return [member.now.process for member in self.bots.members]

    @property
    def megabytes(self) -> float:
        """Resident memory of the largest of its processes."""
        return float(max(psutil.Process(process.pid).memory_info().rss for process in self.processes)) / 1e6

    async def idle(self, within: float = 60.0) -> None:
        """Waits until nothing is left to do."""
        await self.sandbox.settle(quiet=0.3, within=within)

    async def open_page(self) -> None:
        """Everybody asks for the catalog and gets a message with a picture."""
        for who in self.customers:
            await self.sandbox.send(who.person, text="/catalog")
        await self.idle()
        for who in self.customers:
            chat = await self.sandbox.chat(who.person)
            self.messages[who.person] = max(message.id for message in chat.messages if message.buttons)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def bare(name: str, people: int, folder: Path, *, tuned: bool) -> AsyncIterator[Rig]:
    """The bare bot."""
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(start_sandbox(load=True))
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG"}}
        more = {"API_URL": sandbox.url, "BOT_TOKEN": sandbox.token, "BARE_TUNED": str(int(tuned))}
        member = Member(name.replace(" ", "-"), (), {**kept, **more}, folder, program="bench.bare_bot")
        bots = await stack.enter_async_context(fleet([member]))
        customers = [Customer(50_001 + n, 0, 0) for n in range(people)]  # type: ignore[arg-type]
        rig = Rig(name, sandbox, customers, Shop(1, (), ()), bots)  # type: ignore[arg-type]
        await _settled_in(rig)
        yield rig


@asynccontextmanager
async def cabinet(
    name: str,
    people: int,
    folder: Path,
    *,
    engine: str = "sqlite",
    webhook: bool = False,
    replicas: int = 0,
    prepare: Callable[[Database, Shop], Awaitable[None]] | None = None,
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Rig]:
    """The cabinet: all in one process, or that many webhook replicas and a worker on PostgreSQL and Redis.

    `prepare` puts more into the shop before the bots start; `settings` are theirs beside the bench's own.
    """
    folder = folder / name.replace(" ", "-")
    folder.mkdir()
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(start_sandbox(load=True))
        more = {"DATA_KEYS": KEY, "SEND_LIMIT": "100000", "SEND_RATE": "10000", "STRICT_WORDS": "false"}
        more |= {"LOG_LEVEL": "INFO", **(settings or {})}
        if engine == "postgres":
            address = await stack.enter_async_context(postgres_database(migrated=False))
            more |= {"DATABASE_URL": address, "REDIS_URL": REDIS}
        if webhook or replicas:
            port = free_port()
            more |= {"WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram", "WEBHOOK_SECRET": "bench-secret"}
            more |= {"WEBHOOK_PORT": str(port)}
        environment = bot_environment(sandbox, folder, **more)
        await upgrade(environment["DATABASE_URL"])
        database = Database(environment["DATABASE_URL"], Keyring.from_secrets([KEY]), pool_size=2)
        try:
            shop = await open_shop(database, people, goods=GOODS, cabinets=True)
            if prepare is not None:
                await prepare(database, shop)
        finally:
            await database.close()
        roles = [*("web" for _ in range(replicas)), "worker"] if replicas else [""]
        members = [
            Member(f"{number}{role}", (role,) if role else (), environment, folder) for number, role in enumerate(roles)
        ]
        bots = await stack.enter_async_context(fleet(members))
        rig = Rig(name, sandbox, shop.customers, shop, bots)
        rig.cabinets = {who.person: Cabinet(shop.goods) for who in shop.customers}
        await _settled_in(rig)
        yield rig


async def _settled_in(rig: Rig) -> None:
    await rig.sandbox.unlimited()
    for person in sorted({who.consultant for who in rig.customers} - {0}):
        await rig.sandbox.add_person(f"N{person}", id=person, language_code="ru")
        await rig.sandbox.send(person, text="/help")
    for who in rig.customers:
        await rig.sandbox.add_person(f"N{who.person}", id=who.person, language_code="ru")
    # One first, so that its picture is drawn and known before everybody asks.
    await rig.sandbox.send(rig.customers[0].person, text="/catalog")
    await rig.idle()
    await rig.open_page()
