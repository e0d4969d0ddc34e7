"""Where the keys of personal data come from."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from bot.settings import CannotStart, Settings, SettingsError
from storage.sealing import Keyring, check_secrets

log = structlog.get_logger(__name__)
LOOK_EVERY = 5.0
"""Seconds after which every running process has noticed a new key in the file."""


def keyring(settings: Settings) -> Keyring:
    """The keys of DATA_KEYS, else those of the key file, which is made on the first start and followed as it changes.

    Raises SettingsError for keys that cannot be used; never names them.
    """
    if settings.data_keys is not None:
        source, text, changed = "DATA_KEYS", settings.data_keys.get_secret_value(), None
    else:
        source, path = f"DATA_KEY_FILE {settings.data_key_file}", settings.data_key_file
        changed = KeyFile(path)
        text = _file_keys(path)
    try:
        return Keyring.from_secrets(text.split(), changed)
    except ValueError as wrong:
        raise SettingsError(f"{source}: {wrong}") from None


class KeyFile:
    """Asked before every use of a key, it gives the keys of the file anew once the file has changed."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._seen = self._state()
        self._next = clock() + LOOK_EVERY

    def __call__(self) -> Sequence[str] | None:
        """The keys, when they are others than before; a file that cannot be used is as if it had not changed."""
        now = self._clock()
        if now < self._next:
            return None
        self._next = now + LOOK_EVERY
        state = self._state()
        if state is None or state == self._seen:
            return None
        try:
            keys = self._path.read_text(encoding="ascii").split()
            check_secrets(keys)
        except (OSError, ValueError) as wrong:
            log.error("the changed key file cannot be used: the keys stay as they were", why=type(wrong).__name__)
            return None
        self._seen = state
        log.info("the keys of personal data have changed", keys=len(keys))
        return keys

    def _state(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def new_key(settings: Settings) -> str | None:
    """Puts a fresh key before the others of the key file; where the keys stand in DATA_KEYS, gives it to be put there.

    Raises SettingsError where the present keys cannot be used, CannotStart when another change is under way.
    """
    fresh = secrets.token_urlsafe(32)
    if settings.data_keys is not None:
        return fresh
    path = settings.data_key_file
    try:
        keys = _file_keys(path).split()
        check_secrets(keys)
    except ValueError as wrong:
        raise SettingsError(f"DATA_KEY_FILE {path}: {wrong}") from None
    part = path.with_name(f"{path.name}.new")
    try:
        # Made by one only: two at once would each forget the other's key.
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise CannotStart(f"{part} is there: somebody else is changing the keys; if not, delete it.") from None
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write("".join(f"{key}\n" for key in (fresh, *_file_keys(path).split())))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return None


def age(settings: Settings) -> float:
    """Seconds since the key file was changed; any number of them where the keys are settings."""
    if settings.data_keys is not None:
        return float("inf")
    return max(0.0, time.time() - settings.data_key_file.stat().st_mtime)


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
