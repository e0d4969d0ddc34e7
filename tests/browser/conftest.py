"""A real Chromium over the real sandbox; the tests themselves play the bot."""

import json
import os
import shutil
import time
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import FormData
from PIL import Image

from tests.sandbox_client import Raw, SandboxClient, start_sandbox

try:
    from playwright.async_api import async_playwright, expect
except ImportError:  # the `chromium` fixture skips or fails, with the reason
    async_playwright = expect = None  # type: ignore[assignment]

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "pre_checkout_query",
    "my_chat_member",
    "message_reaction",
]
SHOTS = Path(__file__).resolve().parents[2] / "test-output"
CUSTOMER, CONSULTANT, ADMIN = 1001, 2001, 3001


def picture(width: int, height: int, colour: str) -> bytes:
    """A plain JPEG."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


class Bot:
    """What a bot does, by hand: calls methods and reads its updates."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox
        self._offset: int | None = None
        self._read: list[Raw] = []

    async def call(self, method: str, **params: Any) -> Any:
        """A call that must succeed; its result."""
        answer = await self.sandbox.bot(method, **params)
        assert answer["ok"], (method, answer)
        return answer["result"]

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> Any:
        """A call with files."""
        form = FormData(quote_fields=False)
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (file_name, content) in files.items():
            form.add_field(name, content, filename=file_name)
        url = f"{self.sandbox.url}/bot{self.sandbox.token}/{method}"
        async with self.sandbox.session.post(url, data=form) as response:
            answer = await response.json()
        assert answer["ok"], (method, answer)
        return answer["result"]

    async def say(self, chat_id: int, text: str, **params: Any) -> int:
        """Send a text; its message id."""
        return int((await self.call("sendMessage", chat_id=chat_id, text=text, **params))["message_id"])

    async def heard(self, kind: str, *, within: float = 10.0) -> Raw:
        """The next update of this kind, its content; updates of other kinds are passed over."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            while self._read:
                update = self._read.pop(0)
                if kind in update:
                    found: Raw = update[kind]
                    return found
            self._read = await self._updates(1)
        raise AssertionError(f"no {kind} in {within} s")

    async def nothing_heard(self) -> bool:
        """Whether no update waits."""
        self._read += await self._updates(0)
        return not self._read

    async def _updates(self, seconds: int) -> list[Raw]:
        params = {} if self._offset is None else {"offset": self._offset}
        found: list[Raw] = await self.call("getUpdates", timeout=seconds, allowed_updates=UPDATES, **params)
        if found:
            self._offset = found[-1]["update_id"] + 1
        return found


class Desk:
    """The page in a browser."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))

    def phone(self, person: int) -> Any:
        """Somebody's phone."""
        return self.page.locator(f'.phone[data-person="{person}"]')

    def bubble(self, person: int, message: int) -> Any:
        """One message in somebody's phone."""
        return self.phone(person).locator(f'.row[data-message-id="{message}"]')

    def field(self, person: int) -> Any:
        """Where somebody writes."""
        return self.phone(person).locator("textarea")

    async def shot(self, name: str) -> None:
        """Keep a picture of the page as test output."""
        SHOTS.mkdir(exist_ok=True)
        await self.page.screenshot(path=SHOTS / f"sandbox-page-{name}.png", animations="disabled")


def _missing(reason: str) -> None:
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Any]:
    """The browser; skipped with the reason where there is none, failed where it is required."""
    if async_playwright is None:
        _missing("playwright is not installed")
    if shutil.which(CHROMIUM) is None:
        _missing(f"there is no Chromium at {CHROMIUM}")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def one_sandbox() -> AsyncIterator[SandboxClient]:
    """One sandbox for a file of tests."""
    async with start_sandbox() as sandbox:
        yield sandbox


@pytest_asyncio.fixture(loop_scope="module")
async def sandbox(one_sandbox: SandboxClient) -> SandboxClient:
    """The sandbox as new, without pace limits."""
    await one_sandbox.reset()
    await one_sandbox.unlimited()
    return one_sandbox


@pytest_asyncio.fixture(loop_scope="module")
async def bot(sandbox: SandboxClient) -> Bot:
    """A bot everybody has started; what they sent for that is read."""
    for person in (CUSTOMER, CONSULTANT, ADMIN):
        await sandbox.send(person, text="/start")
    played = Bot(sandbox)
    for _ in range(3):
        await played.heard("message")
    return played


@pytest_asyncio.fixture(loop_scope="module")
async def open_desk(chromium: Any, sandbox: SandboxClient) -> AsyncIterator[Any]:
    """Opens the page: `await open_desk(width=…, locale=…)`; at the end no script may have failed."""
    desks: list[Desk] = []

    async def open_page(
        *, width: int = 1600, height: int = 900, locale: str = "ru-RU", url: str = "", **more: Any
    ) -> Desk:
        context = await chromium.new_context(viewport={"width": width, "height": height}, locale=locale, **more)
        desk = Desk(await context.new_page())
        desks.append(desk)
        desk.page.set_default_timeout(8000)
        await desk.page.goto(url or sandbox.url)
        await desk.page.wait_for_selector("#page[data-ready][data-line=up]")
        return desk

    yield open_page
    for desk in desks:
        await desk.page.context.close()
    assert [error for desk in desks for error in desk.errors] == []
