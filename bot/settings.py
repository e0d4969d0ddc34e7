"""The settings as the program uses them."""

from __future__ import annotations

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bot.adapters.passwords import Cost
from bot.settings_read import ReadSettings, parse_rungs
from domain.broadcasts.own import OwnTerms
from domain.broadcasts.times import QuietHours
from domain.codes.models import Way
from domain.ordering.selling import Selling
from domain.payments.receipt import Tax
from domain.people.models import Duty
from domain.pricing.engine import Terms
from domain.pricing.ladder import Ladder
from domain.pricing.points import PointsRules
from domain.shared.money import rubles

SANDBOX_TOKEN = "1000001:sandbox-token-of-no-value-000000000"


class CannotStart(Exception):
    """The program cannot be started as it is set up. Its text is one screen that says what to mend."""


class SettingsError(CannotStart):
    """The settings cannot be used: a line for each thing to mend, by name."""


class Settings(ReadSettings):
    """What an operator has set (bot/settings_read.py), and what the rules make of it."""

    @property
    def open_ways(self) -> frozenset[Way]:
        """How codes can be sent."""
        sms = {Way.SMS} if self.sms_url or self.telegram_gateway_token else set()
        return frozenset({Way.EMAIL} | sms if self.smtp_host else sms)

    @property
    def open_text_ways(self) -> frozenset[Way]:
        """How words can be sent: Telegram's gateway brings codes alone."""
        return self.open_ways if self.sms_url else self.open_ways - {Way.SMS}

    @property
    def working_hours(self) -> tuple[time, time]:
        """From when to when people work on a working day."""
        opens, closes = (int(each) for each in self.work_hours.split("-"))
        return time(opens), time(closes)

    @property
    def quiet(self) -> QuietHours:
        """When nobody is sent an announcement, by everybody's own clock."""
        starts, ends = (int(each) for each in self.quiet_hours.split("-"))
        return QuietHours(time(starts), time(ends))

    @property
    def hotline_open(self) -> tuple[time, time] | None:
        """From when to when the telephone is answered, where that is said."""
        if not self.hotline_hours:
            return None
        opens, closes = (int(each) for each in self.hotline_hours.split("-"))
        return time(opens), time(closes)

    @property
    def in_sandbox(self) -> bool:
        """No token: the cabinet runs against the sandbox on this machine."""
        return self.bot_token is None

    @property
    def duties(self) -> dict[int, frozenset[Duty]]:
        """Who of the staff answers for what."""
        named = ((Duty.OWNER, self.owner_ids), (Duty.OFFICER, self.officer_ids), (Duty.CONTENT, self.content_ids))
        everyone = {each for _, ids in named for each in ids}
        return {each: frozenset(duty for duty, ids in named if each in ids) for each in everyone}

    @property
    def token(self) -> str:
        return self.bot_token.get_secret_value() if self.bot_token else SANDBOX_TOKEN

    @property
    def client_news(self) -> OwnTerms:
        """What consultants may announce to their own customers."""
        return OwnTerms(self.client_news_a_week, self.client_news_read_first)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def password_cost(self) -> Cost:
        return Cost(self.password_memory * 1024, self.password_passes, self.password_threads)

    @property
    def tax(self) -> Tax:
        return Tax(self.vat_code, self.tax_system)

    @property
    def selling(self) -> Selling:
        return Selling(
            cards=self.provider_token is not None,
            least_by_card=rubles(self.least_by_card),
            reserve=timedelta(minutes=self.reserve_minutes),
            terms_version=self.terms_version,
        )

    @property
    def discount_ladder(self) -> Ladder:
        return Ladder(rubles(self.ladder_base), parse_rungs(self.ladder), self.discount_cap)

    @property
    def price_terms(self) -> Terms:
        """What every price is made by."""
        rules = PointsRules(
            percent=self.points_percent,
            least=self.points_least,
            from_goods=rubles(self.points_from),
            share=self.points_share,
            idle=timedelta(days=self.points_idle_days),
            warn=timedelta(days=self.points_warn_days),
        )
        return Terms(self.discount_ladder, rules)


def load_settings() -> Settings:
    """Reads the settings. Raises SettingsError that lists everything wrong at once."""
    try:
        return Settings()
    except ValidationError as wrong:
        lines = [_line(error["loc"], error["msg"]) for error in wrong.errors(include_url=False, include_input=False)]
        text = "\n".join(["The settings cannot be used. Mend these in the environment or in .env:", *lines])
        raise SettingsError(text) from None


def _line(where: tuple[int | str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    name = str(where[0]).upper() if where else ""
    return f"  {name} {message[:1].lower()}{message[1:]}" if name else f"  {message}"
