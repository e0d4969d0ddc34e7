"""The label of a payment card: its network and last four digits. Nothing more of a card is ever kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.joining.errors import InvalidField
from domain.joining.fields import one_line

_FULL = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])")


class Network(StrEnum):
    """Whose card it is."""

    MIR = "mir"
    VISA = "visa"
    MASTERCARD = "mastercard"


_WORDS: dict[str, Network] = {
    "мир": Network.MIR,
    "mir": Network.MIR,
    "visa": Network.VISA,
    "виза": Network.VISA,
    "mastercard": Network.MASTERCARD,
    "мастеркард": Network.MASTERCARD,
    "мастер": Network.MASTERCARD,
}


@dataclass(frozen=True, slots=True)
class Card:
    """Enough for a person to know their card by."""

    network: Network
    last_four: str


def parse_card(text: str) -> Card:
    """Network and last four digits, "Мир 1234"; of a full number typed all the same only these are taken.

    Raises InvalidField: format, network (not Mir, Visa or Mastercard), number (a full number with a mistake in it).
    """
    line = one_line(text[:200])
    full = _FULL.search(line)
    if full is not None:
        return _of_number(re.sub(r"\D", "", full.group()))
    match = re.fullmatch(r"(?:([^\W\d_][^\d]*?)[\s*•.,:-]*)([0-9]{4})", line) or re.fullmatch(r"()([0-9]{4})", line)
    if match is None:
        raise InvalidField("card", "format")
    network = _WORDS.get(re.sub(r"[\s-]", "", match.group(1)).casefold())
    if network is None:
        raise InvalidField("card", "network")
    return Card(network, match.group(2))


def _of_number(number: str) -> Card:
    network = network_of(number)
    if not luhn(number):
        raise InvalidField("card", "number")
    if network is None:
        raise InvalidField("card", "network")
    return Card(network, number[-4:])


def network_of(number: str) -> Network | None:
    """By the first digits: Mir 2200-2204, Visa 4, Mastercard 51-55 and 2221-2720; None for any other."""
    if 2200 <= int(number[:4]) <= 2204:
        return Network.MIR
    if number[0] == "4":
        return Network.VISA
    if 51 <= int(number[:2]) <= 55 or 2221 <= int(number[:4]) <= 2720:
        return Network.MASTERCARD
    return None


def luhn(number: str) -> bool:
    """Whether the last digit is the right check digit."""
    digits = [int(ch) for ch in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * each, 10)) for each in digits[1::2])) % 10 == 0
