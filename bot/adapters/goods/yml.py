"""Offers of a YML feed (Yandex Market) as cells by field, and back. Runs in the reading process."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from bot.adapters.goods import limits
from bot.adapters.goods.limits import Refused
from bot.adapters.goods.tables import Line
from domain.goods.columns import CATEGORY, CODE, PRODUCT_CODE, field_of

TAGS: Mapping[str, str] = {"name": "name_ru", "model": "name_ru", "description": "about_ru", "price": "price"}
"""What an offer says in elements of its own; everything else of ours is a param with the column's title."""


Named = dict[str, tuple[str, int]]
"""Names of picture files, with the code they belong to and their place among several."""


def yml_lines(content: bytes, ignored: list[str], named: Named) -> Iterator[Line]:
    """One line an offer, numbered in the order of the file. Raises Refused, also for entities of its own.

    The names of its pictures go into `named`: the files are looked for in the archive or folder, never on the network.
    """
    categories: dict[str, str] = {}
    strange: dict[str, None] = {}
    places: Counter[str] = Counter()
    count, is_feed = 0, False
    try:
        # A feed may name its DTD, which is never fetched; entities, which could name files or multiply, are refused.
        for event, element in iterparse(
            io.BytesIO(content), events=("start", "end"), forbid_dtd=False, forbid_entities=True, forbid_external=True
        ):
            is_feed = is_feed or element.tag == "yml_catalog"
            if event == "start":
                continue
            if not is_feed:
                raise Refused("no-feed")
            if element.tag == "category":
                categories[element.get("id", "")] = (element.text or "").strip()
            if element.tag == "offer":
                count += 1
                if count > limits.ROWS:
                    raise Refused("rows")
                _name_pictures(element, named, places)
                yield count, _cells(element, categories, strange)
                element.clear()
    except (ParseError, ValueError, LookupError) as broken:
        # defusedxml's refusals are ValueErrors too.
        raise Refused("entities" if isinstance(broken, DefusedXmlException) else "xml") from None
    if not count:
        raise Refused("no-feed")
    ignored.extend(strange)


def _name_pictures(offer: Element, named: Named, places: Counter[str]) -> None:
    """Those of a shade's offer: the first is the shade's own, the others go into the album of its product."""
    code, group = offer.get("id", ""), offer.get("group_id")
    pictures = [PurePosixPath(unquote(urlsplit((each.text or "").strip()).path)).name for each in offer.iter("picture")]
    for at, name in enumerate(pictures[: limits.ALBUM]):
        owner = code if group is None or at == 0 else group
        if name and name.lower() not in named:
            places[owner] += 1
            named[name.lower()] = (owner, places[owner])


def _cells(offer: Element, categories: Mapping[str, str], strange: dict[str, None]) -> dict[str, str]:
    cells = {CODE: offer.get("id", "")}
    if group := offer.get("group_id"):
        cells[PRODUCT_CODE] = group
    if available := offer.get("available"):
        cells["on_sale"] = available
    for child in offer:
        text = (child.text or "")[: limits.CELL + 1]
        if child.tag == "categoryId":
            cells[CATEGORY] = categories.get(text.strip(), "")
        elif child.tag in TAGS:
            cells.setdefault(TAGS[child.tag], text)
        elif child.tag == "count":
            cells["stock"] = text
        elif child.tag == "param":
            name = child.get("name", "")
            if field := field_of(name):
                cells[field] = text
            elif len(strange) < limits.COLUMNS:
                strange.setdefault(name[:60])
    return cells
