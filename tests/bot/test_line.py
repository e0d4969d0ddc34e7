"""The pace that an operator sets is the pace that is kept."""

from __future__ import annotations

from pydantic import SecretStr

from bot.delivery.pacer import Rates
from bot.line import telegram
from bot.settings import Settings
from tests.sandbox_client import TOKEN


async def test_every_pace_is_the_operators() -> None:
    pace = {
        "send_limit": 901.0,
        "send_rate": 802.0,
        "send_chat_rate": 7.0,
        "send_group_per_minute": 60.0,
        "send_chat_burst": 5,
    }
    settings = Settings(bot_token=SecretStr(TOKEN), _env_file=None, **pace)
    async with telegram(settings) as line:
        assert line.pacer.rates == Rates(limit=901, delivery=802, chat=7, group_per_minute=60, chat_burst=5)
