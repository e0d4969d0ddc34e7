"""What the sandbox itself carries, asked by a client that costs next to nothing."""

from __future__ import annotations

import asyncio
import json
import time
from urllib.parse import urlencode, urlsplit

from bench.rig import Rig

CLIENTS = 8
CALLS = 4000


def _request(rig: Rig, method: str, params: dict[str, object]) -> bytes:
    body = urlencode({k: json.dumps(v) if isinstance(v, dict) else v for k, v in params.items()}).encode()
    where = urlsplit(rig.sandbox.url)
    head = (
        f"POST /bot{rig.sandbox.token}/{method} HTTP/1.1\r\nHost: {where.netloc}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def calls_per_second(rig: Rig) -> float:
    """The two calls of a page flip in turn, over `CLIENTS` connections."""
    person = rig.customers[0].person
    message = rig.messages[person]
    file_id = await _photo(rig, person, message)
    media = {"type": "photo", "media": file_id, "caption": "<b>Уход</b>\nСтраница", "parse_mode": "HTML"}
    markup = {"inline_keyboard": [[{"text": f"Крем {n}", "callback_data": f"prd:{n}:0:0"}] for n in range(8)]}
    edit = {"chat_id": person, "message_id": message, "media": media, "reply_markup": markup}
    flips = []
    for _ in range(CALLS // 2):
        press = await rig.sandbox.press(person, message, "raw")
        flips.append(_request(rig, "answerCallbackQuery", {"callback_query_id": press["callback_id"]}))
        flips.append(_request(rig, "editMessageMedia", edit))
    left = iter(flips)
    where = urlsplit(rig.sandbox.url)
    lines = [await asyncio.open_connection(where.hostname, where.port) for _ in range(CLIENTS)]
    began = time.monotonic()
    await asyncio.gather(*(_ask(reader, writer, left) for reader, writer in lines))
    took = time.monotonic() - began
    for _, writer in lines:
        writer.close()
        await writer.wait_closed()
    return len(flips) / took


async def _photo(rig: Rig, person: int, message: int) -> str:
    chat = await rig.sandbox.chat(person)
    media = next(each.media for each in chat.messages if each.id == message)
    if media is None:
        raise LookupError("the page has no picture")
    return str(media["file_id"])


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, requests: object) -> None:
    for request in requests:  # type: ignore[attr-defined]
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode(errors="replace"))
        start = head.lower().index(b"content-length:") + 15
        await reader.readexactly(int(head[start : head.index(b"\r", start)]))
