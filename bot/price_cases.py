"""The use cases of prices, promo codes and points, by the names handlers ask for them."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.deals.manage import ManageCodes, ManagePromotions
from domain.deals.use_cases import ChooseGift, UseCode, UsePoints
from domain.points.use_cases import ShowPoints
from domain.shared.clock import Clock
from storage.database import Database


def price_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """Those about the price of a cart, and those of who manages promotions."""
    read, write, terms = database.read, database.write, settings.price_terms
    return {
        "use_code": UseCode(write, clock, terms),
        "use_points": UsePoints(write, clock, terms),
        "choose_gift": ChooseGift(write, clock, terms),
        "show_points": ShowPoints(read, terms.points),
        "manage_promotions": ManagePromotions(read, write, clock),
        "manage_codes": ManageCodes(read, write, clock),
    }
