"""SMS: a gateway of any provider by HTTP, and Telegram's own gateway for codes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, ClientTimeout

from bot.delivery.letters import LetterRefused
from handlers.letters import Sms

TELEGRAM_GATEWAY = "https://gatewayapi.telegram.org"
LIFE_SECONDS = 600
TIMEOUT = ClientTimeout(total=15)
_PLACE = re.compile(r"\{(to|text)\}")


class GatewayDown(Exception):
    """The gateway did not take the message this time."""


@dataclass(frozen=True, slots=True)
class HttpGateway:
    """Any provider: `{to}` and `{text}` in address and body are replaced, escaped as each place wants it.

    A 2xx whose body fits `success` is taken as sent; 4xx but for 408, 425 and 429 is a no for good.
    """

    url: str
    method: str = "POST"
    body: str = '{"to": "{to}", "text": "{text}"}'
    content_type: str = "application/json"
    authorization: str | None = None
    success: str = ""

    async def send(self, sms: Sms, session: ClientSession) -> None:
        """Raises LetterRefused, GatewayDown, or what aiohttp raises."""
        values = {"to": sms.to, "text": sms.text}
        escape = _json if "json" in self.content_type else _form if "form" in self.content_type else str
        headers = {"Content-Type": self.content_type} if self.method != "GET" else {}
        if self.authorization:
            headers["Authorization"] = self.authorization
        data = None if self.method == "GET" else _filled(self.body, {k: escape(v) for k, v in values.items()}).encode()
        url = _filled(self.url, {k: _form(v) for k, v in values.items()})
        async with session.request(
            self.method, url, data=data, headers=headers, timeout=TIMEOUT, allow_redirects=False
        ) as response:
            text = await response.text(errors="replace")
            if 400 <= response.status < 500 and response.status not in {401, 403, 408, 425, 429}:
                raise LetterRefused(f"HTTP {response.status}")
            if not 200 <= response.status < 300:
                raise GatewayDown(f"HTTP {response.status}")
            if self.success and not re.search(self.success, text):
                raise GatewayDown("the answer does not say that it was taken")


@dataclass(frozen=True, slots=True)
class TelegramGateway:
    """Codes through the Telegram Gateway API: they come as a message of Telegram's verification account."""

    token: str
    url: str = TELEGRAM_GATEWAY

    async def send(self, sms: Sms, session: ClientSession) -> None:
        """Raises LetterRefused when Telegram refuses the number or the request, GatewayDown for its own troubles."""
        body = {"phone_number": sms.to, "code": sms.code, "ttl": LIFE_SECONDS}
        async with session.post(
            f"{self.url.rstrip('/')}/sendVerificationMessage",
            json=body,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=TIMEOUT,
        ) as response:
            if response.status >= 500 or response.status == 429:
                raise GatewayDown(f"HTTP {response.status}")
            answer: Any = await response.json(content_type=None)
        if isinstance(answer, dict) and answer.get("ok"):
            return
        error = answer.get("error") if isinstance(answer, dict) else None
        if isinstance(error, str) and error.startswith("FLOOD_WAIT"):
            raise GatewayDown("flood wait")
        raise LetterRefused(error if isinstance(error, str) and re.fullmatch(r"[A-Z_]{1,40}", error) else "refused")


@dataclass(slots=True)
class SmsOffice:
    """Chooses the way of an SMS: codes by Telegram where that is set up, else, or if it refuses, the gateway."""

    gateway: HttpGateway | None
    telegram: TelegramGateway | None
    _session: ClientSession | None = field(default=None)

    async def send(self, sms: Sms) -> None:
        """Raises LetterRefused, GatewayDown, or what aiohttp raises."""
        if self._session is None:
            self._session = ClientSession()
        if self.telegram is not None and sms.code is not None:
            try:
                await self.telegram.send(sms, self._session)
            except LetterRefused:
                if self.gateway is None:
                    raise
            else:
                return
        if self.gateway is None:
            raise LetterRefused("no gateway")
        await self.gateway.send(sms, self._session)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _filled(template: str, values: Mapping[str, str]) -> str:
    # In one go, so that a text that says {to} stays what it is.
    return _PLACE.sub(lambda match: values[match.group(1)], template)


def _json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _form(value: str) -> str:
    return quote(value, safe="")
