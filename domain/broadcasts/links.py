"""The buttons under an announcement: where each leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from domain.shared.errors import DomainError
from domain.shared.ids import CategoryId, ProductId
from domain.shared.localised import Localised

MOST = 4
LONGEST_WORDS = 40
LONGEST_ADDRESS = 500
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d][\w-]+")
"""A name with a top domain, in any alphabet; no bare number."""


class InvalidLink(DomainError):
    """`args[0]` says what is wrong: words, address, many."""


@dataclass(frozen=True, slots=True)
class ProductLink:
    """Opens a product's card; its words are the product's name of the moment it was made."""

    product: ProductId
    words: Localised


@dataclass(frozen=True, slots=True)
class CategoryLink:
    """Opens a category of the catalog."""

    category: CategoryId
    words: Localised


@dataclass(frozen=True, slots=True)
class PromotionLink:
    """Opens the terms of the price promotion the announcement tells of."""

    promotion: int
    words: Localised


@dataclass(frozen=True, slots=True)
class WebLink:
    """Opens a page; https alone."""

    address: str
    words: Localised


Link: TypeAlias = ProductLink | CategoryLink | PromotionLink | WebLink
_KINDS: Mapping[str, type[Link]] = {
    "product": ProductLink,
    "category": CategoryLink,
    "promotion": PromotionLink,
    "web": WebLink,
}


def plain_link(link: Link) -> dict[str, Any]:
    """Plain values, to be kept."""
    name = next(name for name, kind in _KINDS.items() if kind is type(link))
    return {"is": name, **asdict(link)}


def link_of(kept: Mapping[str, Any]) -> Link:
    """What `plain_link` wrote."""
    values = {name: value for name, value in kept.items() if name not in ("is", "words")}
    return _KINDS[kept["is"]](words=Localised(**kept["words"]), **values)


def check_link(link: Link) -> None:
    """Raises InvalidLink unless it can stand under a message."""
    if not all(words.strip() and len(words) <= LONGEST_WORDS for words in (link.words.ru, link.words.en)):
        raise InvalidLink("words")
    if isinstance(link, WebLink) and not is_web_address(link.address):
        raise InvalidLink("address")


def is_web_address(address: str) -> bool:
    """Whether it is an https address of a named host, with nothing in it that could mislead or break a button."""
    if len(address) > LONGEST_ADDRESS or any(c.isspace() or not c.isprintable() for c in address):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return bool(_HOST.fullmatch(host)) and parts.scheme == "https" and "@" not in parts.netloc and port in (None, 443)
