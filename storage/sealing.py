"""Personal data as ciphertext: AES-256-GCM, bound to its place, and keyed blind indexes to find it again."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_VERSION = 1
_ID_BYTES = 4
_NONCE_BYTES = 12
_HEAD = 1 + _ID_BYTES + _NONCE_BYTES
ID_AT = 1
"""Where the key's id stands in what is sealed, counted from 0."""
ID_BYTES = _ID_BYTES
MIN_SECRET = 16
Changed = Callable[[], Sequence[str] | None]


class SealBroken(Exception):
    """A sealed value does not open: unknown key, altered, or taken from another place. Never says what it held."""


@dataclass(frozen=True, slots=True)
class _Key:
    id: bytes
    cipher: AESGCM
    index_key: bytes


class Keyring:
    """The keys of sealed columns. The first secret seals; every one of them opens, so keys can be changed in peace.

    A sealed value is: format version (1 byte), key id (4), nonce (12), ciphertext with tag. Table, column and row are
    the associated data: a ciphertext copied elsewhere does not open.
    """

    def __init__(self, keys: Sequence[_Key], changed: Changed | None = None) -> None:
        self._changed = changed
        self._take(keys)

    @classmethod
    def from_secrets(cls, secrets_: Sequence[str], changed: Changed | None = None) -> Keyring:
        """From texts of at least 16 characters, the active one first. Raises ValueError without naming any of them.

        `changed` is asked before every use and gives the secrets anew once they have changed, so that a running
        program follows a change of keys.
        """
        return cls(_keys(secrets_), changed)

    def _take(self, keys: Sequence[_Key]) -> None:
        self._first = keys[0]
        self._known = {key.id: key for key in keys}

    def _look(self) -> None:
        if self._changed is not None and (secrets_ := self._changed()) is not None:
            self._take(_keys(secrets_))

    @property
    def _active(self) -> _Key:
        self._look()
        return self._first

    @property
    def _by_id(self) -> dict[bytes, _Key]:
        self._look()
        return self._known

    @property
    def active_id(self) -> bytes:
        """The name of the key that seals; it stands in bytes 1 to 4 of what it sealed."""
        return self._active.id

    def seal(self, value: str, place: str) -> bytes:
        """The ciphertext of `value` for `place` (see `place`), with the active key."""
        key = self._active
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return bytes((_VERSION,)) + key.id + nonce + key.cipher.encrypt(nonce, _bytes(value), place.encode())

    def open(self, sealed: bytes, place: str) -> str:
        """What was sealed for that very place. Raises SealBroken."""
        key = self._by_id.get(sealed[1 : 1 + _ID_BYTES])
        if len(sealed) < _HEAD or sealed[0] != _VERSION or key is None:
            raise SealBroken(f"{place}: no key opens it")
        try:
            opened = key.cipher.decrypt(sealed[1 + _ID_BYTES : _HEAD], sealed[_HEAD:], place.encode())
        except InvalidTag:
            raise SealBroken(f"{place}: altered or moved") from None
        return opened.decode("utf-8", "surrogatepass")

    def is_current(self, sealed: bytes) -> bool:
        """Whether it is sealed with the active key; if not, it waits to be sealed anew."""
        return sealed[1 : 1 + _ID_BYTES] == self._active.id

    def index(self, value: str, field: str) -> bytes:
        """The blind index of a value (HMAC-SHA-256 with the active key), to be stored beside its ciphertext."""
        return _index(self._active, value, field)

    def indexes(self, value: str, field: str) -> list[bytes]:
        """Its blind indexes under every key, to look for."""
        return [_index(key, value, field) for key in self._by_id.values()]


def check_secrets(secrets_: Sequence[str]) -> None:
    """Raises ValueError, without naming any, unless they can be keys."""
    if not secrets_:
        raise ValueError("at least one secret is needed")
    if any(len(secret) < MIN_SECRET for secret in secrets_):
        raise ValueError(f"a secret needs at least {MIN_SECRET} characters")
    if len(set(secrets_)) != len(secrets_):
        raise ValueError("a secret is given twice")


def _keys(secrets_: Sequence[str]) -> list[_Key]:
    check_secrets(secrets_)
    return [_derive(secret) for secret in secrets_]


def _bytes(value: str) -> bytes:
    # Half a surrogate pair is no valid text, yet a client may send one; it must not stop an update.
    return value.encode("utf-8", "surrogatepass")


def place(table: str, column: str, row: int | str) -> str:
    """The name of one field of one row, as sealed values are bound to it."""
    return f"{table}.{column}:{row}"


def _index(key: _Key, value: str, field: str) -> bytes:
    return hmac.digest(key.index_key, f"{field}:{value}".encode(), hashlib.sha256)


def _derive(secret: str) -> _Key:
    def part(info: bytes, length: int) -> bytes:
        return HKDF(algorithm=SHA256(), length=length, salt=b"cabinet", info=info).derive(secret.encode())

    return _Key(part(b"key id", _ID_BYTES), AESGCM(part(b"seal", 32)), part(b"blind index", 32))
