"""A real sandbox per test, in this process, over real HTTP."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, web
from PIL import Image

from sandbox.app import build_app
from sandbox.config import Config
from tests.sandbox_client import TOKEN, SandboxClient

ANNA, OLEG, IRINA = 1001, 2001, 3001
Raw = dict[str, Any]


@dataclass(frozen=True)
class Bench:
    """A sandbox and a bot that never misses what it was sent."""

    client: SandboxClient
    session: ClientSession
    url: str

    async def call(self, method: str, **params: Any) -> Raw:
        """A Bot API call as it is answered."""
        return await self.client.bot(method, **params)

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.call(method, **params)
        assert not answer["ok"], answer
        description: str = answer["description"]
        return description

    async def form(self, method: str, data: Any) -> Raw:
        """A call as a form, with files if `data` has them."""
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=data) as response:
            answer: Raw = await response.json()
            return answer

    async def updates(self, **params: Any) -> list[Raw]:
        """getUpdates."""
        found: list[Raw] = await self.ok("getUpdates", **params)
        return found

    async def fresh(self) -> Raw:
        """The only update that waits, confirmed."""
        found = await self.updates()
        assert len(found) == 1, found
        await self.updates(offset=found[0]["update_id"] + 1)
        return found[0]

    async def started(self, *people: int) -> None:
        """Let people write to the bot first, and forget that they did."""
        for person in people or (ANNA,):
            await self.client.send(person, text="/start")
        found = await self.updates()
        await self.updates(offset=found[-1]["update_id"] + 1)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    runner = web.AppRunner(build_app(Config(port=0, smtp_port=0)), shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with ClientSession() as session:
        client = SandboxClient(session, url)
        client.smtp_port = (await client.state())["smtp_port"]
        yield Bench(client, session, url)
    await runner.cleanup()


def png(width: int = 600, height: int = 400, color: str = "#aa3355") -> bytes:
    """A picture."""
    out = BytesIO()
    Image.new("RGB", (width, height), color).save(out, "PNG")
    return out.getvalue()
