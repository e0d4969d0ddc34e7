"""What the sandbox itself carries, asked by a client that costs next to nothing."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

from aiohttp import FormData

from bench.picture import PICTURE
from tests.sandbox_client import SandboxClient, start_sandbox

CLIENTS = 8
CALLS = 4000
PERSON = 1001


async def calls_per_second() -> float:
    """The two calls of a page flip in turn, over `CLIENTS` connections, to a sandbox in load mode."""
    async with start_sandbox(load=True) as sandbox:
        await sandbox.unlimited()
        await sandbox.send(PERSON, text="/start")
        message, file_id = await _page(sandbox)
        media = {"type": "photo", "media": file_id, "caption": "<b>Уход</b>\nСтраница", "parse_mode": "HTML"}
        markup = {"inline_keyboard": [[{"text": f"Крем {n}", "callback_data": f"prd:{n}:0:0"}] for n in range(8)]}
        edit = {"chat_id": PERSON, "message_id": message, "media": media, "reply_markup": markup}
        flips = []
        for _ in range(CALLS // 2):
            press = await sandbox.press(PERSON, message, "raw")
            flips.append(_request(sandbox, "answerCallbackQuery", {"callback_query_id": press["callback_id"]}))
            flips.append(_request(sandbox, "editMessageMedia", edit))
        return len(flips) / await _seconds(sandbox, flips)


async def _page(sandbox: SandboxClient) -> tuple[int, str]:
    form = FormData()
    form.add_field("chat_id", str(PERSON))
    form.add_field("photo", PICTURE, filename="page.jpg")
    async with sandbox.session.post(f"{sandbox.url}/bot{sandbox.token}/sendPhoto", data=form) as response:
        sent = (await response.json())["result"]
    return int(sent["message_id"]), str(sent["photo"][-1]["file_id"])


def _request(sandbox: SandboxClient, method: str, params: dict[str, object]) -> bytes:
    body = urlencode({k: json.dumps(v) if isinstance(v, dict) else v for k, v in params.items()}).encode()
    head = (
        f"POST /bot{sandbox.token}/{method} HTTP/1.1\r\nHost: {urlsplit(sandbox.url).netloc}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _seconds(sandbox: SandboxClient, requests: list[bytes]) -> float:
    left = iter(requests)
    where = urlsplit(sandbox.url)
    lines = [await asyncio.open_connection(where.hostname, where.port) for _ in range(CLIENTS)]
    began = time.monotonic()
    await asyncio.gather(*(_ask(reader, writer, left) for reader, writer in lines))
    took = time.monotonic() - began
    for _, writer in lines:
        writer.close()
        await writer.wait_closed()
    return took


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, requests: Iterator[bytes]) -> None:
    for request in requests:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode(errors="replace"))
        start = head.lower().index(b"content-length:") + 15
        await reader.readexactly(int(head[start : head.index(b"\r", start)]))
