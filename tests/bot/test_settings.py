"""Settings: wrong ones are listed by name in one screen, secrets never show."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.demo.run import demo_settings
from bot.keys import keyring
from bot.settings import Settings, SettingsError, load_settings
from bot.settings_read import parse_rungs
from domain.codes.models import Way
from domain.pricing.ladder import Rung

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine's or of a .env takes part."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_run_in_the_sandbox() -> None:
    settings = load_settings()
    assert settings.in_sandbox
    assert settings.discount_ladder.base.minor == 350_000


def test_everything_wrong_is_listed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "BOT_TOKEN": "nonsense-secret",
        "ADMIN_IDS": "12, x",
        "DATABASE_URL": "mysql://user:geheim@host/db",
        "TIME_ZONE": "Mars/Base",
        "LADDER": "3:40 1:35",
        "SEND_RATE": "fast",
        "REGION": "Russia",
    }
    for name, value in wrong.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    text = str(caught.value)
    lines = text.splitlines()
    assert [name for name in wrong if not any(line.strip().startswith(name) for line in lines)] == []
    assert "geheim" not in text
    assert "nonsense-secret" not in text
    assert len(lines) <= 24


@pytest.mark.parametrize(
    "name", ["Mars/Base", "../../etc/passwd", "/etc/passwd", "Europe", "zone.tab", "Moscow", "x" * 999]
)
def test_a_zone_that_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TIME_ZONE", name)
    with pytest.raises(SettingsError, match=r"TIME_ZONE.*Europe/Moscow"):
        load_settings()


def test_env_file_is_read_and_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BRAND=Из файла\nADMIN_IDS=1, 2\nHOTLINE=\n", encoding="utf-8")
    monkeypatch.setenv("BRAND", "Из окружения")
    settings = load_settings()
    assert (settings.brand, settings.admin_ids) == ("Из окружения", frozenset({1, 2}))
    assert settings.hotline == "8 800 500-20-82"


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:geheim@127.0.0.1/db")
    monkeypatch.setenv("DATA_KEYS", "sehr-geheimer-schluessel")
    shown = repr(load_settings()) + str(load_settings())
    assert not [secret for secret in (TOKEN, "geheim") if secret in shown]


def test_webhook_wants_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://shop.example/hook")
    with pytest.raises(SettingsError, match="WEBHOOK_SECRET"):
        load_settings()


@pytest.mark.parametrize("text", ["1", "a:b", "1:101", "3:40 3:45", "1:-5"])
def test_bad_rungs(text: str) -> None:
    with pytest.raises(ValueError, match="rung"):
        parse_rungs(text)


def test_rungs() -> None:
    assert parse_rungs("1:35 8:40/45") == (Rung(1, 35, 35), Rung(8, 40, 45))


def test_key_file_is_made_once_and_private(tmp_path: Path) -> None:
    settings = Settings(data_key_file=tmp_path / "deep" / "keys")
    sealed = keyring(settings).seal("7 мая 1990", "here")
    assert keyring(settings).open(sealed, "here") == "7 мая 1990"
    assert stat.S_IMODE(settings.data_key_file.stat().st_mode) == 0o600
    assert [path.name for path in settings.data_key_file.parent.iterdir()] == ["keys"]


def test_a_wrong_start_is_one_screen_without_a_traceback(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "LADDER": "x", "LOG_LEVEL": "LOUD"}
    done = subprocess.run(
        [sys.executable, "-m", "bot"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "LADDER" in done.stderr
    assert "LOG_LEVEL" in done.stderr


def test_letters_want_a_sender_and_open_ways_are_those_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings().open_ways == frozenset()
    assert Settings(sms_url=SecretStr("http://127.0.0.1/x")).open_ways == {Way.SMS}
    assert Settings(smtp_host="mail", mail_from="a@example.org").open_ways == {Way.EMAIL}
    monkeypatch.setenv("SMTP_HOST", "mail.example.org")
    monkeypatch.setenv("SMS_SUCCESS", "(")
    with pytest.raises(SettingsError, match="SMS_SUCCESS"):
        load_settings()
    monkeypatch.delenv("SMS_SUCCESS")
    with pytest.raises(SettingsError, match="MAIL_FROM"):
        load_settings()


def test_the_demo_sends_letters_and_sms_to_the_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    demo = demo_settings(Settings(), "http://127.0.0.1:8081", 2525)
    assert demo.open_ways == set(Way)
    assert (demo.smtp_host, demo.smtp_port, demo.smtp_security) == ("127.0.0.1", 2525, "none")
    own = demo_settings(Settings(smtp_host="mail", mail_from="a@example.org"), "http://127.0.0.1:8081", 2525)
    assert (own.smtp_host, own.smtp_security) == ("mail", "starttls")
