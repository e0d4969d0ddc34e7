"""The label of a payment card: its network and last four digits. Nothing more of a card is ever kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.joining.errors import InvalidField
from domain.joining.fields import one_line
from domain.shared.card_numbers import Network, luhn, network_of

_FULL = re.compile(r"(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])")


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
