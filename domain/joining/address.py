"""The registered address, split from one line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.joining.errors import InvalidField
from domain.joining.fields import one_line

LINE_LIMIT = 300
PART_LIMIT = 100


class AddressPart(StrEnum):
    """A part of an address, in the order it is written; the value is the address's field."""

    POSTCODE = "postcode"
    REGION = "region"
    CITY = "city"
    STREET = "street"
    HOUSE = "house"
    FLAT = "flat"


OPTIONAL = frozenset({AddressPart.STREET, AddressPart.FLAT})
"""A village may have no streets, a house no flats."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the person is registered; an empty part is not known, or not there."""

    postcode: str = ""
    region: str = ""
    city: str = ""
    street: str = ""
    house: str = ""
    flat: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every part is there that every address has."""
        return all(self.part(part) for part in AddressPart if part not in OPTIONAL)

    def part(self, part: AddressPart) -> str:
        found: str = getattr(self, part.value)
        return found

    def in_a_line(self) -> str:
        """As it is written on a parcel; a city that is a region of its own is named once."""
        region = "" if self.region == self.city else self.region
        return ", ".join(
            part for part in (self.postcode, region, self.city, self.street, self.house, self.flat) if part
        )

    def having(self, part: AddressPart, value: str) -> Address:
        """This address with another value for the part."""
        return replace(self, **{part.value: value})


_COUNTRY = {"россия", "рф", "российская федерация", "russia", "russian federation"}
_FEDERAL = {
    "москва": "Москва",
    "moscow": "Moscow",
    "санкт-петербург": "Санкт-Петербург",
    "спб": "Санкт-Петербург",
    "saint petersburg": "Saint Petersburg",
    "севастополь": "Севастополь",
}
"""Cities that are regions of their own."""
_REGION = re.compile(r"\b(обл(асть)?|край|респ(ублика)?|а\.?о|ао|округ|region|oblast|krai|republic)\b\.?", re.I)
_DISTRICT = re.compile(r"(\bр-н\b|\bрайон\b)", re.I)
_CITY = re.compile(
    r"^(г|гор|город|пос|посёлок|поселок|пгт|рп|с|село|дер|деревня|д|станица|ст-ца|хутор|х|аул)\b\.?\s*(?=[^\d\s])", re.I
)
_STREET = re.compile(
    r"\b(ул(ица)?|пр(осп(ект)?|-кт|-т)?|пер(еулок)?|ш(оссе)?|б-р|бул(ьвар)?|бульвар|наб(ережная)?|пл(ощадь)?|проезд|"
    r"туп(ик)?|аллея|мкр|микрорайон|линия|квартал|street|st|avenue|ave|lane|road)\b\.?",
    re.I,
)
_HOUSE = re.compile(r"^(?:дом|д|house)\b\.?\s*(?=\d)", re.I)
_BUILDING = re.compile(r"^(корп(ус)?|к|стр(оение)?|лит(ера)?)\b\.?\s*(?=[\dа-яa-z])", re.I)
_FLAT = re.compile(r"^(?:квартира|кв|оф(?:ис)?|комн(?:ата)?|пом|apt|flat)\b\.?\s*(?=\d)", re.I)
_NUMBER = re.compile(r"^\d+\s?[а-яa-z]?([/-]\d+\s?[а-яa-z]?)?$", re.I)
_ENDS_WITH_HOUSE = re.compile(r"^(.*\D)\s+(?:д(?:ом)?\.?\s*)?(\d+\s?[а-яa-z]?(?:/\d+)?)$", re.I)


def split_address(text: str) -> Address:
    """The parts of an address written in one line, with commas; what cannot be told apart is left empty.

    It is shown for correction, so a guess may be wrong but nothing may be lost that was understood.
    Raises InvalidField: empty, long, characters.
    """
    line = one_line(text[:5000])
    if len(line) < 5:
        raise InvalidField("address", "empty")
    if len(line) > LINE_LIMIT:
        raise InvalidField("address", "long")
    if not _writable(line):
        raise InvalidField("address", "characters")
    address, bare = Address(), []
    for word in (word.strip(" .;") for word in re.split(r"[,;]", re.sub(r"\b(\d{6})\b(?!,)", r"\1,", line, count=1))):
        if not word or word.casefold() in _COUNTRY:
            continue
        known = _marked(address, word)
        if known is None:
            bare.append(word)
        else:
            address = known
    address = _unmarked(_house_of_street(address), bare)
    if not address.region and address.city.casefold() in _FEDERAL:
        address = replace(address, region=_FEDERAL[address.city.casefold()])
    if not address.city and address.region.casefold() in _FEDERAL:
        address = replace(address, city=address.region)
    if not any(address.part(part) for part in AddressPart if part is not AddressPart.POSTCODE):
        raise InvalidField("address", "empty")
    return Address(**{part.value: address.part(part)[:PART_LIMIT].strip() for part in AddressPart})


def parse_part(part: AddressPart, text: str) -> str:
    """One part, typed by itself. Raises InvalidField: empty, long, characters, postcode, house."""
    value = one_line(text[:1000]).strip(" ,;")
    if not value:
        raise InvalidField("address", "empty")
    if len(value) > PART_LIMIT:
        raise InvalidField("address", "long")
    if not _writable(value):
        raise InvalidField("address", "characters")
    if part is AddressPart.POSTCODE and not re.fullmatch(r"[0-9]{6}", value):
        raise InvalidField("address", "postcode")
    if part is AddressPart.HOUSE and not any(ch.isdigit() for ch in value):
        raise InvalidField("address", "house")
    return value


def _writable(line: str) -> bool:
    return all(unicodedata.category(ch)[0] in "LM" or ch in " .,-/№'’\"«»()" or "0" <= ch <= "9" for ch in line)


def _marked(address: Address, word: str) -> Address | None:
    """The address with a word that says itself what it is; None for one that does not."""
    if re.fullmatch(r"[0-9]{6}", word) and not address.postcode:
        return replace(address, postcode=word)
    if _FLAT.match(word) and not address.flat:
        return replace(address, flat=_FLAT.sub("", word))
    if _HOUSE.match(word) and not address.house:
        return replace(address, house=_HOUSE.sub("", word))
    if _BUILDING.match(word) and address.house:
        return replace(address, house=f"{address.house} {word}")
    if _REGION.search(word) and not address.region:
        return replace(address, region=word)
    if _DISTRICT.search(word) and address.region:
        return replace(address, region=f"{address.region}, {word}")
    if _CITY.match(word) and not address.city:
        return replace(address, city=_CITY.sub("", word))
    if _STREET.search(word) and not address.street:
        return _house_of_street(replace(address, street=word))
    return None


def _house_of_street(address: Address) -> Address:
    """A house written behind the street without a comma."""
    match = None if address.house else _ENDS_WITH_HOUSE.match(address.street)
    return replace(address, street=match.group(1), house=match.group(2)) if match else address


def _unmarked(address: Address, words: list[str]) -> Address:
    """Bare words by their order: numbers are house and flat, names are region (if there are many), city and street."""
    numbers = [word for word in words if _NUMBER.match(word)]
    names = [word for word in words if not _NUMBER.match(word)]
    for number in numbers:
        if address.house and address.flat:
            address = replace(address, house=f"{address.house} {number}")
        else:
            address = address.having(AddressPart.FLAT if address.house else AddressPart.HOUSE, number)
    places = [part for part in (AddressPart.REGION, AddressPart.CITY, AddressPart.STREET) if not address.part(part)]
    if AddressPart.REGION in places and len(names) < len(places):
        places.remove(AddressPart.REGION)
    for place, name in zip(places, names, strict=False):
        address = address.having(place, name)
    for name in names[len(places) :]:
        address = replace(address, street=f"{address.street}, {name}".strip(", "))
    return _house_of_street(address)
