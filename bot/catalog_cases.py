"""The use cases of finding things in the catalog and of keeping them in mind."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.search.shades import FindShade
from domain.search.use_cases import SearchCatalog
from domain.shared.clock import Clock
from domain.wishes.use_cases import Compare, ListWishes, LookAt, Mark, ShowBack, ShowDetails, WatchArticle
from storage.database import Database


def catalog_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """By the names handlers ask for them."""
    read, write = database.read, database.write
    return {
        "search_catalog": SearchCatalog(read, clock, settings.zone, settings.price_terms),
        "find_shade": FindShade(read),
        "look_at": LookAt(read, write, clock, settings.zone),
        "show_details": ShowDetails(read),
        "mark": Mark(write, clock),
        "watch_article": WatchArticle(write, clock),
        "list_wishes": ListWishes(read),
        "compare": Compare(read),
        "show_back": ShowBack(read),
    }
