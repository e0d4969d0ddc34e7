"""What the sandbox is started with."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """Addresses and modes; port 0 means any free one, `smtp_port` None means no letter box."""

    host: str = "127.0.0.1"
    port: int = 8081
    smtp_port: int | None = 8025
    token: str | None = None
    load: bool = False
    allowed_hosts: frozenset[str] = frozenset()


def from_environment(environ: Mapping[str, str] = os.environ, *, load: bool = False) -> Config:
    """Read SANDBOX_* settings; raises ValueError that names the wrong one."""
    smtp = environ.get("SANDBOX_SMTP_PORT", "8025").strip().lower()
    return Config(
        host=environ.get("SANDBOX_HOST", "127.0.0.1"),
        port=_port("SANDBOX_PORT", environ.get("SANDBOX_PORT", "8081")),
        smtp_port=None if smtp in ("", "off", "none") else _port("SANDBOX_SMTP_PORT", smtp),
        token=environ.get("SANDBOX_TOKEN") or None,
        load=load,
        allowed_hosts=frozenset(
            host.strip().lower() for host in environ.get("SANDBOX_ALLOWED_HOSTS", "").split(",") if host.strip()
        ),
    )


def _port(name: str, value: str) -> int:
    try:
        port = int(value)
    except ValueError:
        raise ValueError(f"{name} must be a port number, not {value!r}") from None
    if not 0 <= port <= 65535:
        raise ValueError(f"{name} must be between 0 and 65535, not {port}")
    return port
