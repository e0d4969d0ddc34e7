"""The key file: a new key, and running processes that follow it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.keys import LOOK_EVERY, KeyFile, age, keyring, new_key
from bot.settings import CannotStart, Settings
from storage.sealing import Keyring, SealBroken


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_key_file=tmp_path / "keys")


def test_a_new_key_seals_and_the_old_one_opens(settings: Settings) -> None:
    before = keyring(settings)
    sealed = before.seal("Анна", "here")
    assert new_key(settings) is None
    after = keyring(settings)
    assert after.open(sealed, "here") == "Анна"
    assert not after.is_current(sealed)
    with pytest.raises(SealBroken):
        before.open(after.seal("Анна", "here"), "here")
    assert len(settings.data_key_file.read_text().split()) == 2
    assert stat.S_IMODE(settings.data_key_file.stat().st_mode) == 0o600
    assert [each.name for each in settings.data_key_file.parent.iterdir()] == ["keys"]
    assert age(settings) < 60


def test_keys_in_the_settings_are_the_operators_to_change(tmp_path: Path) -> None:
    settings = Settings(data_keys="a secret of the settings", data_key_file=tmp_path / "keys")
    fresh = new_key(settings)
    assert fresh is not None
    assert len(fresh) > 40
    assert not settings.data_key_file.exists()


def test_two_changes_at_once_lose_no_key(settings: Settings) -> None:
    keyring(settings)
    settings.data_key_file.with_name("keys.new").touch()
    with pytest.raises(CannotStart, match=r"keys\.new"):
        new_key(settings)


def test_a_running_process_follows_the_file(settings: Settings) -> None:
    keyring(settings)
    now = [0.0]
    file = KeyFile(settings.data_key_file, lambda: now[0])
    running = Keyring.from_secrets(settings.data_key_file.read_text().split(), file)
    old = running.seal("Анна", "here")
    new_key(settings)
    fresh = keyring(settings).seal("Анна", "here")
    now[0] = LOOK_EVERY + 1
    assert running.open(fresh, "here") == "Анна"
    assert running.open(old, "here") == "Анна"
    assert running.is_current(fresh)
    assert running.is_current(running.seal("Борис", "here"))


@pytest.mark.parametrize("text", ["", "short", "Ключ, какого не бывает"])
def test_a_spoilt_file_changes_nothing(settings: Settings, text: str) -> None:
    keyring(settings)
    now = [0.0]
    file = KeyFile(settings.data_key_file, lambda: now[0])
    running = Keyring.from_secrets(settings.data_key_file.read_text().split(), file)
    sealed = running.seal("Анна", "here")
    settings.data_key_file.write_text(text, encoding="utf-8")
    now[0] = LOOK_EVERY + 1
    assert running.open(sealed, "here") == "Анна"
    settings.data_key_file.unlink()
    now[0] = 3 * LOOK_EVERY
    assert running.open(sealed, "here") == "Анна"
