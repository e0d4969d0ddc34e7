"""Numbers of payment cards: how to know one, and how to take it out of a text. Nothing here keeps one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

_BETWEEN = r"[\s\-‐-―−_.·•*/\\|:()​-‏⁠­️⃣]"
_RUN = re.compile(rf"\d(?:{_BETWEEN}{{0,3}}\d){{15,}}")
_SHORTEST, _LONGEST = 16, 19


class Network(StrEnum):
    """Whose card it is."""

    MIR = "mir"
    VISA = "visa"
    MASTERCARD = "mastercard"


_NAMES = {Network.MIR: "Мир", Network.VISA: "Visa", Network.MASTERCARD: "Mastercard"}


def hide_card_numbers(text: str) -> str:
    """The text with every card number turned into its network and last four digits, "Visa •••• 1111".

    A card number has 16 to 19 digits of any script, a right check digit and the beginning of a network (of the three
    above, or UnionPay's 62), however its groups are set apart; one that is part of a longer number is none. The same
    text comes back if there is none in it.
    """
    if len(text) < _SHORTEST:
        return text
    hidden, end = [], 0
    for run in _RUN.finditer(text):
        for start, stop, number in _cards_of(run.group()):
            hidden += [text[end : run.start() + start], _label(number)]
            end = run.start() + stop
    return "".join([*hidden, text[end:]]) if hidden else text


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


def _cards_of(run: str) -> Iterator[tuple[int, int, str]]:
    """Where cards begin and end in a run of digits, at the ends of its groups ("4111 1111 1111 1111 12/27")."""
    groups = [(group.start(), group.end()) for group in re.finditer(r"\d+", run)]
    first = 0
    while first < len(groups):
        number, found = "", None
        for last in range(first, len(groups)):
            start, stop = groups[last]
            number += "".join(str(int(digit)) for digit in run[start:stop])
            if len(number) > _LONGEST:
                break
            if len(number) >= _SHORTEST and _is_card(number):
                # The longest of several: what is hidden too much is no harm.
                found = last, number
        if found is None:
            first += 1
        else:
            last, number = found
            yield groups[first][0], groups[last][1], number
            first = last + 1


def _is_card(number: str) -> bool:
    return (network_of(number) is not None or number.startswith("62")) and luhn(number)


def _label(number: str) -> str:
    network = network_of(number)
    return f"{_NAMES[network]} •••• {number[-4:]}" if network else f"•••• {number[-4:]}"
