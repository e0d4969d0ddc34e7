"""How end-to-end tests meet the sandbox: a process of its own, spoken to over HTTP alone.

async with start_sandbox() as sandbox:
    anna = sandbox.person(1001)
    await anna.say("/start")
    await anna.settle()
    await anna.press("Каталог")
    assert "Помада" in (await anna.last()).text
"""

import asyncio
import os
import re
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Self

from aiohttp import ClientSession, ClientTimeout, FormData

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "7000000001:SANDBOX-token-for-tests"
START_SECONDS = 240.0
Raw = dict[str, Any]


class SandboxError(AssertionError):
    """The sandbox refused what a person or a test asked."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as a person sees it; `raw` has everything."""

    id: int
    kind: str = "text"
    text: str = ""
    html: str = ""
    outgoing: bool = False
    edited: bool = False
    deleted: bool = False
    buttons: list[list[Raw]] = field(default_factory=list)
    media: Raw | None = None
    invoice: Raw | None = None
    album: str | None = None
    thread_id: int | None = None
    reply_to: Raw | None = None
    raw: Raw = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, raw: Raw) -> Self:
        """Read the JSON of the person side."""
        names = {each.name for each in fields(cls)} - {"raw"}
        return cls(**{name: value for name, value in raw.items() if name in names}, raw=raw)

    def words(self) -> list[str]:
        """The words on its buttons, row by row in one list."""
        return [button["text"] for row in self.buttons for button in row]

    def button(self, words: str) -> Raw | None:
        """The button with exactly these words, else the only one that contains them."""
        buttons = [button for row in self.buttons for button in row]
        exact = [button for button in buttons if button["text"] == words]
        found = exact or [button for button in buttons if words.lower() in button["text"].lower()]
        return found[0] if len(found) == 1 or exact else None


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as a person sees it, deleted messages left out."""

    id: int
    messages: list[Message]
    reply_keyboard: Raw | None
    typing: str | None
    pinned: int | None
    last_event: int

    @classmethod
    def of(cls, raw: Raw) -> Self:
        """Read the JSON of the person side."""
        return cls(
            raw["chat_id"],
            [Message.of(message) for message in raw["messages"]],
            raw["reply_keyboard"],
            raw["typing"],
            raw["pinned"],
            raw["last_event"],
        )

    def keys(self) -> list[str]:
        """The words on the keyboard under the field."""
        rows = (self.reply_keyboard or {}).get("rows", [])
        return [button["text"] for row in rows for button in row]


class SandboxClient:
    """The person side, a test's levers, and the Bot API as a bot would call it."""

    def __init__(self, session: ClientSession, url: str, smtp_port: int | None = None) -> None:
        self.session = session
        self.url = url
        self.smtp_port = smtp_port
        self.token = TOKEN

    async def request(self, verb: str, path: str, **more: Any) -> Any:
        """One request of the person side; SandboxError with the reason when refused."""
        async with self.session.request(verb, self.url + path, **more) as response:
            body = await response.json()
            if response.status >= 400:
                raise SandboxError(f"{verb} {path}: {response.status} {body.get('error')}")
            return body

    async def bot(self, method: str, **params: Any) -> Raw:
        """A Bot API call, answered as Telegram does: `ok`, `result` or `description`."""
        async with self.session.post(f"{self.url}/bot{self.token}/{method}", json=params) as response:
            body: Raw = await response.json()
            return body

    def person(self, person_id: int) -> "PersonClient":
        """Somebody to act as."""
        return PersonClient(self, person_id)

    async def people(self) -> list[Raw]:
        """Everybody."""
        found: list[Raw] = await self.request("GET", "/sandbox/people")
        return found

    async def add_person(self, first_name: str = "Мария", **more: Any) -> "PersonClient":
        """Somebody new."""
        body = await self.request("POST", "/sandbox/people", json={"first_name": first_name, **more})
        return self.person(body["id"])

    async def send(self, person_id: int, **body: Any) -> Raw:
        """POST .../send with JSON."""
        answer: Raw = await self.request("POST", f"/sandbox/people/{person_id}/send", json=body)
        return answer

    async def press(
        self,
        person_id: int,
        message_id: int,
        data: str | None = None,
        text: str | None = None,
        *,
        wait: float | None = None,
        chat_id: int | None = None,
    ) -> Raw:
        """An inline button by its callback_data (any) or its words."""
        given = {"message_id": message_id, "callback_data": data, "text": text, "chat_id": chat_id}
        body = {name: value for name, value in given.items() if value is not None}
        query = "" if wait is None else f"?wait={wait}"
        answer: Raw = await self.request("POST", f"/sandbox/people/{person_id}/press{query}", json=body)
        return answer

    async def chat(self, person_id: int, after: int = 0, chat_id: int | None = None) -> Chat:
        """A chat as the person sees it."""
        query = f"?after={after}" + (f"&chat_id={chat_id}" if chat_id is not None else "")
        return Chat.of(await self.request("GET", f"/sandbox/people/{person_id}/chat{query}"))

    async def state(self) -> Raw:
        """What waits between people and the bot."""
        found: Raw = await self.request("GET", "/sandbox/state")
        return found

    async def calls(self, method: str | None = None, after: int = 0, limit: int = 5000) -> list[Raw]:
        """Bot API calls, oldest first."""
        query = f"?after={after}&limit={limit}" + (f"&method={method}" if method else "")
        found: list[Raw] = await self.request("GET", f"/sandbox/calls{query}")
        return found

    async def mail(self) -> list[Raw]:
        """Letters, oldest first."""
        found: list[Raw] = await self.request("GET", "/sandbox/mail")
        return found

    async def sms(self) -> list[Raw]:
        """SMS, oldest first."""
        found: list[Raw] = await self.request("GET", "/sandbox/sms")
        return found

    async def fault(self, method: str, kind: str, **more: Any) -> list[Raw]:
        """Make trouble."""
        body = {"method": method, "kind": kind, **more}
        found: list[Raw] = await self.request("POST", "/sandbox/faults", json=body)
        return found

    async def clear_faults(self) -> None:
        """Fair weather."""
        await self.request("DELETE", "/sandbox/faults")

    async def limits(self, **numbers: Any) -> Raw:
        """Set limits; those in force."""
        found: Raw = await self.request("POST", "/sandbox/limits", json=numbers)
        return found

    async def unlimited(self) -> None:
        """No pace: tests press faster than people."""
        await self.limits(per_second=None, per_chat_per_second=None, per_group_per_minute=None)

    async def advance(self, seconds: float) -> None:
        """Push the sandbox's clock (not the bot's) forward."""
        await self.request("POST", "/sandbox/clock", json={"advance": seconds})

    async def repeat(self, update_id: int, *, new_id: bool = True) -> int:
        """Deliver an update once more."""
        body = await self.request("POST", "/sandbox/repeat", json={"update_id": update_id, "new_id": new_id})
        return int(body["update_id"])

    async def add_group(self, title: str, members: list[int], **more: Any) -> Raw:
        """A new group with the bot in it."""
        group: Raw = await self.request("POST", "/sandbox/groups", json={"title": title, "members": members, **more})
        return group

    async def reset(self) -> None:
        """Start over."""
        await self.request("POST", "/sandbox/reset")

    async def settle(self, *, quiet: float = 0.1, within: float = 15.0) -> None:
        """Wait until no update waits, no press spins and the bot was quiet for `quiet` seconds."""
        deadline = time.monotonic() + within
        state: Raw = {}
        while time.monotonic() < deadline:
            state = await self.state()
            if not state["pending"] and not state["unanswered"] and state["quiet_ms"] >= quiet * 1000:
                return
            await asyncio.sleep(0.02)
        raise SandboxError(
            f"not settled in {within} s: {state.get('pending')} updates wait, unanswered {state.get('unanswered')}"
        )

    async def wait_for(self, person_id: int, wanted: Callable[[Chat], Any], *, within: float = 10.0) -> Chat:
        """The person's chat as soon as `wanted(chat)` is true."""
        deadline = time.monotonic() + within
        while True:
            chat = await self.chat(person_id)
            if wanted(chat):
                return chat
            if time.monotonic() > deadline:
                shown = [f"{'>' if m.outgoing else '<'} {m.text[:80]}" for m in chat.messages[-5:]]
                raise SandboxError(f"did not come in {within} s; the chat ends with {shown}")
            await asyncio.sleep(0.03)


class PersonClient:
    """One person; `settle=True` (the default) lets every deed wait until the bot is done with it."""

    def __init__(self, sandbox: SandboxClient, person_id: int) -> None:
        self.sandbox = sandbox
        self.id = person_id

    async def say(self, text: str, *, settle: bool = True, **more: Any) -> Raw:
        """Write a text."""
        return await self._done(await self.sandbox.send(self.id, text=text, **more), settle)

    async def share_contact(self, *, settle: bool = True) -> Raw:
        """Send one's own phone, as the contact button does."""
        return await self._done(await self.sandbox.send(self.id, contact=True), settle)

    async def send_file(
        self, kind: str, content: bytes, name: str, *, caption: str | None = None, settle: bool = True
    ) -> Raw:
        """Send a photo, document, voice or video."""
        form = FormData()
        form.add_field(kind, content, filename=name)
        if caption:
            form.add_field("caption", caption)
        answer = await self.sandbox.request("POST", f"/sandbox/people/{self.id}/send", data=form)
        return await self._done(answer, settle)

    async def press(
        self, words: str, *, message_id: int | None = None, wait: float = 10.0, settle: bool = True
    ) -> Raw | None:
        """Press the newest button with these words, inline first, else under the field; the bot's answer."""
        chat = await self.chat()
        for message in reversed(chat.messages):
            button = message.button(words) if message_id in (None, message.id) else None
            if button is not None:
                answer = await self.sandbox.press(self.id, message.id, text=button["text"], wait=wait)
                if settle:
                    await self.settle()
                if answer["answer"] is None:
                    raise SandboxError(f"the press of {words!r} was not answered in {wait} s")
                found: Raw = answer["answer"]
                return found
        keys = [key for key in chat.keys() if words.lower() in key.lower()]  # noqa: SIM118
        if message_id is None and keys:
            key = words if words in keys else keys[0]
            await self.sandbox.request("POST", f"/sandbox/people/{self.id}/tap", json={"text": key})
            if settle:
                await self.settle()
            return None
        seen = chat.messages[-1].words() if chat.messages else []
        raise SandboxError(f"no button {words!r}; the last message has {seen}, the keyboard {chat.keys()}")

    async def press_data(self, data: str, *, message_id: int | None = None, wait: float = 10.0) -> Raw | None:
        """Press with any callback_data, as a tampered client would; on the last bot's message by default."""
        if message_id is None:
            message_id = (await self.last()).id
        answer = await self.sandbox.press(self.id, message_id, data, wait=wait)
        await self.settle()
        found: Raw | None = answer["answer"]
        return found

    async def pay(self, message_id: int | None = None, outcome: str = "paid", **more: Any) -> Raw:
        """Pay an invoice, the last one by default."""
        if message_id is None:
            message_id = next(m.id for m in reversed(await self.messages()) if m.invoice)
        body = {"message_id": message_id, "outcome": outcome, **more}
        answer: Raw = await self.sandbox.request("POST", f"/sandbox/people/{self.id}/pay", json=body)
        return await self._done(answer, True)

    async def edit(self, message_id: int, text: str, *, settle: bool = True) -> Raw:
        """Change one's own message."""
        body = {"message_id": message_id, "text": text}
        answer = await self.sandbox.request("POST", f"/sandbox/people/{self.id}/edit", json=body)
        return await self._done(answer, settle)

    async def inline(self, query: str, **more: Any) -> Raw:
        """Ask the bot inline."""
        body = {"query": query, **more}
        answer: Raw = await self.sandbox.request("POST", f"/sandbox/people/{self.id}/inline", json=body)
        return answer

    async def change(self, **fields: Any) -> Raw:
        """Another name, language_code, phone."""
        person: Raw = await self.sandbox.request("PATCH", f"/sandbox/people/{self.id}", json=fields)
        return person

    async def block(self) -> None:
        """Block the bot."""
        await self.sandbox.request("POST", f"/sandbox/people/{self.id}/block")

    async def unblock(self) -> None:
        """Unblock the bot."""
        await self.sandbox.request("POST", f"/sandbox/people/{self.id}/unblock")

    async def chat(self, after: int = 0) -> Chat:
        """The chat with the bot."""
        return await self.sandbox.chat(self.id, after)

    async def messages(self) -> list[Message]:
        """Everything in the chat with the bot."""
        return (await self.chat()).messages

    async def last(self) -> Message:
        """The bot's last message."""
        for message in reversed(await self.messages()):
            if not message.outgoing:
                return message
        raise SandboxError(f"the bot wrote nothing to {self.id}")

    async def buttons(self) -> list[str]:
        """The words on the buttons of the bot's last message that has any."""
        for message in reversed(await self.messages()):
            if message.buttons:
                return message.words()
        return []

    async def wait_for(self, wanted: Callable[[Chat], Any] | str, *, within: float = 10.0) -> Chat:
        """The chat as soon as it satisfies `wanted`, or as the bot has written these words."""
        if isinstance(wanted, str):
            words = wanted
            return await self.sandbox.wait_for(
                self.id, lambda chat: any(words in m.text for m in chat.messages if not m.outgoing), within=within
            )
        return await self.sandbox.wait_for(self.id, wanted, within=within)

    async def settle(self, *, quiet: float = 0.1, within: float = 15.0) -> None:
        """Wait until the bot is done with everything."""
        await self.sandbox.settle(quiet=quiet, within=within)

    async def _done(self, answer: Raw, settle: bool) -> Raw:
        if settle:
            await self.settle()
        return answer


@asynccontextmanager
async def start_sandbox(
    *, load: bool = False, environment: Mapping[str, str] | None = None
) -> AsyncIterator[SandboxClient]:
    """`python -m sandbox` on free ports, ready to serve; ended on leaving."""
    settings = {"SANDBOX_PORT": "0", "SANDBOX_SMTP_PORT": "0", **(environment or {})}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "sandbox",
        *(["--load"] if load else []),
        cwd=ROOT,
        env={**os.environ, **settings, "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    drains: list[asyncio.Task[bytes]] = []
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), START_SECONDS)).decode()
        found = re.search(r"http://\S+", line)
        if found is None:
            reason = (await process.stderr.read()).decode()
            raise SandboxError(f"the sandbox did not start: {line} {reason}")
        drains = [asyncio.create_task(process.stdout.read()), asyncio.create_task(process.stderr.read())]
        async with ClientSession(timeout=ClientTimeout(total=90)) as session:
            client = SandboxClient(session, found.group())
            client.smtp_port = (await client.state())["smtp_port"]
            yield client
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), 10)
            except TimeoutError:
                process.kill()
                await process.wait()
        await asyncio.gather(*drains)
