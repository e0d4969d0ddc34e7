"""Tariffs and lists of pick-up points as an operator writes them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

from domain.consultants.geo import Point
from domain.delivery.errors import BadPoints, BadRate
from domain.delivery.models import MAX_COST, MAX_DAYS, NewPoint, Rate, Tariff
from domain.ordering.models import Delivery
from domain.shared.localised import Localised
from domain.shared.money import Money

MAX_BYTES = 2_000_000
MAX_POINTS = 20_000
_OFF = {"выкл", "выключить", "нет", "off", "no"}
_NEVER = {"-", "–", "—", "нет", "no"}
_MONEY = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?")
_DAYS = re.compile(r"(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?")
_WAYS = {"кур": Delivery.COURIER, "cour": Delivery.COURIER, "пункт": Delivery.PICKUP, "pick": Delivery.PICKUP}
_WAYS |= {"почт": Delivery.POST, "post": Delivery.POST, "лич": Delivery.IN_PERSON, "in p": Delivery.IN_PERSON}


def parse_tariff(text: str, now: Tariff) -> Tariff:
    """A tariff from "390 5000 1-3": cost, free from ("-": never), days. "off" keeps the figures and ends the offer.

    Raises BadRate.
    """
    words = text.replace(";", " ").split()
    if len(words) == 1 and words[0].casefold() in _OFF:
        return Tariff(now.cost, now.free_from, now.days, is_on=False)
    if len(words) != 3:
        raise BadRate(text[:50])
    days = _DAYS.fullmatch(words[2])
    if days is None:
        raise BadRate(words[2])
    first, last = int(days[1]), int(days[2] or days[1])
    if not first <= last <= MAX_DAYS:
        raise BadRate(words[2])
    free_from = None if words[1].casefold() in _NEVER else _money(words[1])
    return Tariff(_money(words[0]), free_from, (first, last))


def _money(word: str) -> Money:
    if not _MONEY.fullmatch(word):
        raise BadRate(word)
    roubles, _, kopecks = word.replace(",", ".").partition(".")
    minor = int(roubles) * 100 + int(kopecks.ljust(2, "0") or 0)
    if minor > MAX_COST:
        raise BadRate(word)
    return Money(minor)


def parse_regional(text: str, table: Mapping[Delivery, Tariff]) -> tuple[Rate, bool]:
    """A region's tariff from "Region; way; 450 6000 1-2", and whether it holds (False: the region's own goes).

    Raises BadRate.
    """
    parts = [part.strip() for part in text.split(";", 2)]
    if len(parts) != 3 or not parts[0] or len(parts[0]) > 80:
        raise BadRate(text[:50])
    way = next((each for begins, each in _WAYS.items() if parts[1].casefold().startswith(begins)), None)
    if way is None:
        raise BadRate(parts[1])
    if parts[2].casefold() in {"как у всех", "as everywhere"}:
        return Rate(way, parts[0], table[way]), False
    return Rate(way, parts[0], parse_tariff(parts[2], table[way])), True


_COLUMNS = {
    "code": "code",
    "код": "code",
    "city": "city",
    "город": "city",
    "city_en": "city_en",
    "region": "region",
    "регион": "region",
    "region_en": "region_en",
    "address": "address",
    "адрес": "address",
    "address_en": "address_en",
    "hours": "hours",
    "часы": "hours",
    "latitude": "latitude",
    "широта": "latitude",
    "longitude": "longitude",
    "долгота": "longitude",
}
_NEEDED = ("code", "city", "address", "latitude", "longitude")


def parse_points(content: bytes) -> list[NewPoint]:
    """Pick-up points from a CSV with a line of column names, in Russian or English. Raises BadPoints."""
    if len(content) > MAX_BYTES:
        raise BadPoints(0, "large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("cp1251")
        except UnicodeDecodeError:
            raise BadPoints(0, "encoding") from None
    if "\x00" in text:
        raise BadPoints(0, "encoding")
    delimiter = max(";,\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        header = [_COLUMNS.get(name.strip().casefold(), "") for name in next(rows, [])]
        if missing := [name for name in _NEEDED if name not in header]:
            raise BadPoints(1, f"column {missing[0]}")
        points: dict[str, NewPoint] = {}
        for line, row in enumerate(rows, start=2):
            if any(cell.strip() for cell in row):
                point = _point(line, dict(zip(header, (cell.strip()[:300] for cell in row), strict=False)))
                if point.code in points:
                    raise BadPoints(line, "twice")
                points[point.code] = point
            if len(points) > MAX_POINTS:
                raise BadPoints(line, "many")
    except csv.Error:
        raise BadPoints(0, "format") from None
    if not points:
        raise BadPoints(0, "empty")
    return list(points.values())


def _point(line: int, row: Mapping[str, str]) -> NewPoint:
    for name in _NEEDED:
        if not row.get(name):
            raise BadPoints(line, f"column {name}")
    if len(row["code"]) > 32:
        raise BadPoints(line, "column code")
    try:
        where = Point(float(row["latitude"].replace(",", ".")), float(row["longitude"].replace(",", ".")))
    except ValueError:
        raise BadPoints(line, "column latitude") from None
    if not (-90 <= where.latitude <= 90 and -180 <= where.longitude <= 180):
        raise BadPoints(line, "column latitude")

    def words(name: str) -> Localised:
        return Localised(row.get(name, ""), row.get(f"{name}_en") or row.get(name, ""))

    return NewPoint(row["code"], words("city"), words("region"), words("address"), row.get("hours", ""), where)
