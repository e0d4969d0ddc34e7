"""Where updates are pushed, if anywhere."""

import asyncio
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Webhook:
    """What setWebhook set and how delivery went."""

    url: str = ""
    secret: str | None = None
    max_connections: int = 40
    ip_address: str | None = None
    has_certificate: bool = False
    last_error_date: int | None = None
    last_error_message: str | None = None
    generation: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def view(self) -> dict[str, Any] | None:
        """For /sandbox/state."""
        if not self.url:
            return None
        return {
            "url": self.url,
            "max_connections": self.max_connections,
            "last_error_message": self.last_error_message,
        }
