"""The seal by itself."""

from __future__ import annotations

import pytest

from storage.sealing import Keyring, SealBroken, place

OLD, NEW = "an old secret of the firm", "a new secret of the firm"


def test_what_is_sealed_opens_in_its_place_only() -> None:
    ring = Keyring.from_secrets([OLD])
    sealed = ring.seal("Анна", place("forms", "name", 1))
    assert ring.open(sealed, place("forms", "name", 1)) == "Анна"
    for elsewhere in (("forms", "name", 2), ("forms", "phone", 1), ("orders", "name", 1)):
        with pytest.raises(SealBroken):
            ring.open(sealed, place(*elsewhere))


@pytest.mark.parametrize("value", ["", "я" * 5000, "\x00", "half a pair \ud83d", "😀"])
def test_any_text_comes_back_as_it_was(value: str) -> None:
    ring = Keyring.from_secrets([OLD])
    assert ring.open(ring.seal(value, "p"), "p") == value


def test_the_same_value_never_looks_the_same() -> None:
    ring = Keyring.from_secrets([OLD])
    assert len({ring.seal("Анна", "p") for _ in range(100)}) == 100


@pytest.mark.parametrize("spoil", [lambda s: s[:-1], lambda s: s[:20], lambda s: s[:0], lambda s: b"\x02" + s[1:]])
def test_anything_altered_does_not_open(spoil: object) -> None:
    ring = Keyring.from_secrets([OLD])
    sealed = ring.seal("Анна", "p")
    with pytest.raises(SealBroken):
        ring.open(spoil(sealed), "p")  # type: ignore[operator]
    for at in range(len(sealed)):
        with pytest.raises(SealBroken):
            ring.open(sealed[:at] + bytes((sealed[at] ^ 1,)) + sealed[at + 1 :], "p")


def test_keys_change_in_peace() -> None:
    before, after = Keyring.from_secrets([OLD]), Keyring.from_secrets([NEW, OLD])
    sealed = before.seal("Анна", "p")
    assert after.open(sealed, "p") == "Анна"
    assert not after.is_current(sealed)
    fresh = after.seal("Анна", "p")
    assert after.is_current(fresh)
    with pytest.raises(SealBroken):
        before.open(fresh, "p")
    assert before.index("+7916", "phone") in after.indexes("+7916", "phone")
    assert after.index("+7916", "phone") in after.indexes("+7916", "phone")


def test_a_blind_index_is_keyed_and_of_its_field() -> None:
    one, other = Keyring.from_secrets([OLD]), Keyring.from_secrets([NEW])
    assert one.index("+7916", "phone") == Keyring.from_secrets([OLD]).index("+7916", "phone")
    assert one.index("+7916", "phone") != other.index("+7916", "phone")
    assert one.index("+7916", "phone") != one.index("+7916", "email")


@pytest.mark.parametrize("secrets", [[], ["too short"], [OLD, OLD]])
def test_bad_secrets_are_refused_without_being_repeated(secrets: list[str]) -> None:
    with pytest.raises(ValueError, match="secret") as refused:
        Keyring.from_secrets(secrets)
    assert not any(secret in str(refused.value) for secret in secrets)
