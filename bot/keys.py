"""Where the keys of personal data come from."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

import structlog

from bot.settings import Settings, SettingsError
from storage.sealing import Keyring

log = structlog.get_logger(__name__)


def keyring(settings: Settings) -> Keyring:
    """The keys of DATA_KEYS, else those of the key file, which is made on the first start.

    Raises SettingsError for keys that cannot be used; never names them.
    """
    if settings.data_keys is not None:
        source, text = "DATA_KEYS", settings.data_keys.get_secret_value()
    else:
        source, text = f"DATA_KEY_FILE {settings.data_key_file}", _file_keys(settings.data_key_file)
    try:
        return Keyring.from_secrets(text.split())
    except ValueError as wrong:
        raise SettingsError(f"{source}: {wrong}") from None


def _file_keys(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError) as wrong:
        raise SettingsError(f"DATA_KEY_FILE {path} cannot be read: {wrong}") from None
    path.parent.mkdir(parents=True, exist_ok=True)
    # Written aside and then linked, so that two first starts at once see the same whole file.
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(f"{secrets.token_urlsafe(32)}\n")
    with contextlib.suppress(FileExistsError):
        os.link(part, path)
        log.warning("made a key for personal data: keep a copy apart from the database", file=str(path))
    part.unlink()
    return path.read_text(encoding="ascii")
