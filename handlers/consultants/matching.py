"""Which cities a typed word means."""

from __future__ import annotations

from collections.abc import Sequence

from domain.consultants.models import CityCount


def matching_cities(cities: Sequence[CityCount], typed: str) -> list[CityCount]:
    """The cities whose name, in any language, or a word of it begins with what was typed; in the order given.

    A name that is exactly what was typed stands alone. Case, ё and hyphens do not matter.
    """
    wanted = _plain(typed)
    if not wanted:
        return []
    exact = [city for city in cities if wanted in _names(city)]
    return exact or [city for city in cities if any(_begins(name, wanted) for name in _names(city))]


def _names(city: CityCount) -> tuple[str, str]:
    return _plain(city.city.ru), _plain(city.city.en)


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or f" {wanted}" in name


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("-", " ").replace("‑", " ").split())
