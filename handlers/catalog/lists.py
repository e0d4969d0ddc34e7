"""Lists a product is opened from: what their buttons carry, and how a card finds its way back to them.

A product's buttons carry one number, the page of the list they came from: from LISTS on it says which list as well.
"""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData

from domain.shared.ids import CategoryId
from handlers.catalog.callbacks import OpenCategory
from handlers.ui.numbers import Id, PageNumber

SEARCH, FAVOURITES, SEEN, COMPARED, SHADES = 5000, 6000, 7000, 8000, 9000
_MOST = 999


class OpenSearch(CallbackData, prefix="sea"):
    """Asks what to look for."""


class FoundPage(CallbackData, prefix="sep"):
    """A page of what was found for the words and filters that were given last."""

    page: PageNumber = 0


class OpenFavourites(CallbackData, prefix="fvl"):
    page: PageNumber = 0


class OpenSeen(CallbackData, prefix="snl"):
    page: PageNumber = 0


class OpenComparison(CallbackData, prefix="cml"):
    pass


class OpenShades(CallbackData, prefix="shf"):
    """Asks for a colour: to be found in a product (0: in the whole catalog)."""

    product: Id = 0


def came_from(band: int, page: int = 0) -> int:
    """The page number that a product's buttons carry when it is opened from another list than its category."""
    return band + min(page, _MOST)


def back_to(category_id: CategoryId, page: int) -> str:
    """The button back to the list a product was opened from."""
    if page >= SHADES:
        return OpenShades().pack()
    if page >= COMPARED:
        return OpenComparison().pack()
    if page >= SEEN:
        return OpenSeen(page=page - SEEN).pack()
    if page >= FAVOURITES:
        return OpenFavourites(page=page - FAVOURITES).pack()
    if page >= SEARCH:
        return FoundPage(page=page - SEARCH).pack()
    return OpenCategory(category=category_id, page=page).pack()
