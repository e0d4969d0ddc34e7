"""Pushes updates to the bot's webhook."""

import asyncio
import contextlib
import json
from collections import deque
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, ClientError, ClientResponse, ClientSession, ClientTimeout, MultipartReader

from sandbox.botapi.params import Upload
from sandbox.botapi.registry import METHODS
from sandbox.botapi.server import answer_call
from sandbox.state.world import World

Raw = dict[str, Any]
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Pusher:
    """Delivers pending updates: those of one chat or person in order, `max_connections` at a time.

    Anything but 2xx is tried again after a pause that doubles from `webhook_first_pause` to
    `webhook_last_pause`; a new setWebhook or deleteWebhook ends all attempts.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._queues: dict[Any, deque[int]] = {}
        self._taken: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._generation = -1
        self._slots = asyncio.Semaphore(1)
        self._session: ClientSession | None = None

    async def run(self) -> None:
        """Deliver until cancelled."""
        updates, hook = self._world.updates, self._world.webhook
        async with ClientSession() as self._session:
            try:
                while True:
                    if hook.generation != self._generation:
                        await self._start_over()
                    if hook.url:
                        updates.arrived.clear()
                        self._take()
                        with contextlib.suppress(TimeoutError):
                            await asyncio.wait_for(updates.arrived.wait(), 0.5)
                    else:
                        await hook.changed.wait()
                        hook.changed.clear()
            finally:
                await self._stop()

    async def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()
        self._queues.clear()
        self._taken.clear()

    async def _start_over(self) -> None:
        await self._stop()
        self._generation = self._world.webhook.generation
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)

    def _take(self) -> None:
        for number, update in self._world.updates.pending.items():
            if number in self._taken:
                continue
            self._taken.add(number)
            key = _key(update)
            queue = self._queues.get(key)
            if queue is None:
                self._queues[key] = deque([number])
                task = asyncio.create_task(self._work(key))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            else:
                queue.append(number)

    async def _work(self, key: Any) -> None:
        queue = self._queues[key]
        while queue:
            number = queue[0]
            pause = self._world.limits.webhook_first_pause
            while (update := self._world.updates.pending.get(number)) is not None:
                async with self._slots:
                    done = await self._deliver(update)
                if done:
                    self._world.updates.confirm(number)
                    break
                await asyncio.sleep(pause)
                pause = min(pause * 2, self._world.limits.webhook_last_pause)
            queue.popleft()
            self._taken.discard(number)
        del self._queues[key]

    async def _deliver(self, update: Raw) -> bool:
        hook = self._world.webhook
        assert self._session is not None
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        limit = ClientTimeout(total=self._world.limits.webhook_timeout)
        try:
            async with self._session.post(
                hook.url, json=update, headers=headers, timeout=limit, allow_redirects=False, ssl=False
            ) as response:
                if not 200 <= response.status < 300:
                    self._note(f"Wrong response from the webhook: {response.status} {response.reason}")
                    return False
                params, uploads = await _answer_of(response)
        except TimeoutError:
            self._note("Read timeout expired")
            return False
        except ClientError as error:
            self._note("Connection refused" if "Connect" in type(error).__name__ else "Connection closed")
            return False
        name = str(params.pop("method", ""))
        if name.lower() in METHODS:
            await answer_call(self._world, name, params, uploads)
        return True

    def _note(self, reason: str) -> None:
        self._world.webhook.last_error_date = self._world.clock.seconds()
        self._world.webhook.last_error_message = reason


def _key(update: Raw) -> Any:
    content = next(value for name, value in update.items() if name != "update_id")
    chat = content.get("chat") or content.get("message", {}).get("chat")
    return chat["id"] if chat else content.get("from", {}).get("id")


async def _answer_of(response: ClientResponse) -> tuple[Raw, dict[str, Upload]]:
    """A method the bot put into its answer, in any of the forms a call may have."""
    uploads: dict[str, Upload] = {}
    if response.content_type.startswith("multipart/"):
        params: Raw = {}
        async for part in MultipartReader.from_response(response):
            if not isinstance(part, BodyPartReader) or not part.name:
                continue
            content = bytes(await part.read(decode=True))
            if part.filename is None:
                params[part.name] = content.decode("utf-8", "replace")
            else:
                uploads[part.name] = Upload(part.filename, part.headers.get("Content-Type"), content)
        return params, uploads
    body = await response.read()
    if response.content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(body.decode("utf-8", "replace"))), uploads
    try:
        parsed = json.loads(body) if body else {}
    except ValueError:
        parsed = {}
    return (parsed if isinstance(parsed, dict) else {}), uploads
