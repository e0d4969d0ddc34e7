"""The use cases of goods files and brochures, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.goods.brochures import GatherBrochure
from domain.goods.use_cases import DecideGoods, SendGoods
from domain.shared.clock import Clock
from handlers.ui.desk import Desk
from storage.database import Database


def goods_cases(database: Database, settings: Settings, clock: Clock, desk: Desk) -> dict[str, Any]:
    """With the desk that makes what takes long."""
    return {
        "send_goods": SendGoods(database.write),
        "decide_goods": DecideGoods(database.write),
        "gather_brochure": GatherBrochure(database.read, clock, settings.price_terms, settings.zone),
        "desk": desk,
    }
