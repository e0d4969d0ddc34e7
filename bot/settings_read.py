"""What an operator can set, from the environment and .env, and what of it cannot be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import phonenumbers
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.pricing.ladder import Rung

TOKEN = r"^\d+:[A-Za-z0-9_-]{20,}$"


class ReadSettings(BaseSettings):
    """The operator's settings; .env.example explains each. Secrets never show in a repr or a log."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True
    )

    bot_token: SecretStr | None = None
    api_url: str | None = None
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    owner_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    officer_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    content_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    staff_group_id: int | None = Field(None, lt=0, description="a supergroup with topics; groups' ids are below zero")
    reads_a_day: int = Field(20, ge=1, description="how many people's full data the officer may open in a day")

    database_url: SecretStr = SecretStr("sqlite:///data/cabinet.db")
    redis_url: SecretStr | None = None
    data_keys: SecretStr | None = None
    data_key_file: Path = Path("data/keys")
    pictures_dir: Path = Path("data/pictures")

    brand: str = Field("Mary Kay InTouch", min_length=1, max_length=64)
    operator: str = Field("", max_length=200, description="empty: the brand stands in its place")
    hotline: str = "8 800 500-20-82"
    hotline_hours: str = Field("9-21", pattern=r"^(\d{1,2}-\d{1,2})?$", description="in time_zone; empty: not said")
    hotline_days: Literal["all", "working"] = "all"
    support_contact: str = ""
    privacy_url: str = Field("", pattern=r"^(https://\S+)?$")
    terms_url: str = Field("", pattern=r"^(https://\S+)?$")
    region: str = "RU"
    time_zone: str = "Europe/Moscow"
    ladder_base: int = Field(3500, gt=0, description="whole roubles")
    ladder: str = "1:35 3:40 8:40/45"
    discount_cap: int = Field(45, ge=0, le=100)
    points_percent: int = Field(3, ge=0, le=100, description="of what is paid for goods comes back as points")
    points_least: int = Field(15, ge=1)
    points_from: int = Field(1000, ge=0, description="whole roubles of goods from which points may be spent")
    points_share: int = Field(50, ge=0, le=100, description="per cent of goods that points may pay")
    points_idle_days: int = Field(180, ge=1)
    points_warn_days: int = Field(14, ge=0, description="so long before points expire a notice says so; 0: never")

    provider_token: SecretStr | None = Field(None, description="of a payment provider; without it no cards")
    reserve_minutes: int = Field(30, ge=1, le=1440, description="how long goods wait for a payment by card")
    least_by_card: int = Field(100, ge=1, description="whole roubles; providers take no less")
    vat_code: int = Field(1, ge=1, le=12, description="54-FZ: 1 is without VAT")
    tax_system: int | None = Field(None, ge=1, le=6, description="54-FZ, where the provider asks for it")
    terms_version: str = Field("1", min_length=1, max_length=32, description="change it with the text of the terms")

    change_consultant_days: int = Field(30, ge=0, le=3650)
    accounts_per_cabinet: int = Field(3, ge=1, le=20)
    one_time_days: int = Field(14, ge=1, le=90, description="how long the password of the letter works")
    password_memory: int = Field(64, ge=1, le=4096, description="MiB one argon2id hash takes")
    password_passes: int = Field(2, ge=1, le=100)
    password_threads: int = Field(2, ge=1, le=64)
    smtp_host: str = ""
    smtp_port: int = Field(587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr | None = None
    mail_from: str = Field("", pattern=r"^([^@\s]+@[^@\s]+)?$")
    sms_url: SecretStr | None = None
    sms_method: Literal["POST", "GET", "PUT"] = "POST"
    sms_body: SecretStr = SecretStr('{"to": "{to}", "text": "{text}"}')
    sms_content_type: str = "application/json"
    sms_authorization: SecretStr | None = None
    sms_success: str = ""
    telegram_gateway_token: SecretStr | None = None
    telegram_gateway_url: str = "https://gatewayapi.telegram.org"
    form_days: int = Field(14, ge=1, description="days an unfinished form is kept")
    form_reminder_hours: int = Field(24, ge=1)

    reaction_hours: int = Field(12, ge=1, le=240, description="working hours a consultant may keep an order waiting")
    relay_hours: int = Field(4, ge=1, le=240, description="working hours a customer may wait for an answer")
    relay_per_minute: int = Field(20, ge=1, le=1000, description="messages one person may send to the other")
    work_hours: str = Field("9-18", pattern=r"^\d{1,2}-\d{1,2}$", description="of every working day, in time_zone")
    client_news_a_week: int = Field(1, ge=0, le=7, description="announcements of a consultant to their own clients")
    client_news_read_first: bool = Field(False, description="an admin reads each of them before it goes")
    return_days: int = Field(7, ge=7, le=365, description="after the delivery; the law gives seven")
    post_tracking_url: str = "https://www.pochta.ru/tracking?barcode={number}"
    courier_tracking_url: str = ""

    quiet_hours: str = Field(
        "22-9", pattern=r"^\d{1,2}-\d{1,2}$", description="without announcements, by everyone's clock"
    )
    approval_from: int = Field(1000, ge=0, description="people from whom on a second admin approves; 0: never")

    strict_words: bool = Field(False, description="a missing word is an error: for tests")
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    observe_port: int | None = Field(None, ge=0, le=65535)
    sandbox_port: int = Field(8081, ge=0, le=65535)

    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_path: str = Field("/telegram", pattern=r"^/[A-Za-z0-9/_-]*$")
    webhook_host: str = "127.0.0.1"
    webhook_port: int = Field(8080, ge=0, le=65535)

    parallel_updates: int = Field(100, ge=1, le=1000)
    handler_timeout: float = Field(30.0, gt=0)
    send_limit: float = Field(30.0, ge=1, le=100_000)
    send_workers: int = Field(50, ge=1, le=1000, description="messages of delivery on their way at once, at most")
    send_rate: float = Field(30.0, gt=0, le=100_000)
    send_chat_rate: float = Field(1.0, gt=0, le=100_000, description="messages a second to one chat")
    send_chat_burst: int = Field(15, ge=1, description="answers to one chat at once, before send_chat_rate holds")
    send_group_per_minute: float = Field(20.0, gt=0, le=100_000, description="messages a minute to one group")
    flood_rate: float = Field(5.0, gt=0, description="updates a second one person may send for long")
    flood_burst: int = Field(30, ge=1)

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.match(TOKEN, value.get_secret_value()):
            raise ValueError("is not a token as @BotFather gives it: digits, a colon, and 35 letters")
        return value

    @field_validator("admin_ids", "owner_ids", "officer_ids", "content_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if isinstance(value, str):
            words = value.replace(",", " ").split()
            if not all(word.isdecimal() for word in words):
                raise ValueError("must be Telegram user ids (numbers), separated by commas")
            return frozenset(int(word) for word in words)
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr) -> SecretStr:
        scheme = urlsplit(value.get_secret_value()).scheme
        if scheme.split("+")[0] not in {"sqlite", "postgresql", "postgres"}:
            raise ValueError("must start with sqlite:/// or postgresql://")
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: SecretStr | None) -> SecretStr | None:
        if value and urlsplit(value.get_secret_value()).scheme not in {"redis", "rediss", "unix"}:
            raise ValueError("must start with redis://, rediss:// or unix://")
        return value

    @field_validator("region")
    @classmethod
    def _region(cls, value: str) -> str:
        if value not in phonenumbers.SUPPORTED_REGIONS:
            raise ValueError("must be a country's two capital letters, such as RU")
        return value

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        # Asked for by name: going through all zones takes longer than the rest of the settings.
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("must be a name such as Europe/Moscow") from None
        return value

    @field_validator("ladder")
    @classmethod
    def _ladder(cls, value: str) -> str:
        parse_rungs(value)
        return value

    @field_validator("work_hours", "hotline_hours")
    @classmethod
    def _hours(cls, value: str) -> str:
        if not value:
            return value
        opens, closes = (int(each) for each in value.split("-"))
        if not opens < closes <= 23:
            raise ValueError("must be two hours of a day, such as 9-18")
        return value

    @field_validator("quiet_hours")
    @classmethod
    def _quiet(cls, value: str) -> str:
        starts, ends = (int(each) for each in value.split("-"))
        if starts == ends or max(starts, ends) > 23:
            raise ValueError("must be two different hours of a day, such as 22-9")
        return value

    @model_validator(mode="after")
    def _webhook(self) -> ReadSettings:
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET is missing: with WEBHOOK_URL set, Telegram must prove itself by it")
        return self

    @model_validator(mode="after")
    def _sender(self) -> ReadSettings:
        if self.smtp_host and not self.mail_from:
            raise ValueError("MAIL_FROM is missing: with SMTP_HOST set, letters need a sender's address")
        return self

    @field_validator("sms_success")
    @classmethod
    def _pattern(cls, value: str) -> str:
        try:
            re.compile(value)
        except re.error:
            raise ValueError("must be a regular expression that a good answer fits") from None
        return value


def parse_rungs(text: str) -> tuple[Rung, ...]:
    """Rungs from "units:percent" words, "units:percent/loyal" where loyal customers get another. Raises ValueError."""
    rungs: list[Rung] = []
    for word in text.split():
        try:
            units, _, percents = word.partition(":")
            percent, _, loyal = percents.partition("/")
            rungs.append(Rung(int(units), int(percent), int(loyal or percent)))
        except ValueError:
            raise ValueError(f'"{word}" is not a rung: write units:percent, such as 3:40 or 8:40/45') from None
    in_order = [rung.units for rung in rungs] == sorted({rung.units for rung in rungs})
    if not in_order or any(not 0 <= p <= 100 for rung in rungs for p in (rung.percent, rung.loyal)):
        raise ValueError("rungs must go up, with per cents from 0 to 100")
    return tuple(rungs)
