"""Card numbers are known however they are typed, and little else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.shared.card_numbers import hide_card_numbers, luhn

VISA, MIR, MASTERCARD, UNION = "4111111111111111", "2200000000000004", "5555555555554444", "6200000000000005"
DIGITS = ("0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९")
BETWEEN = ["", " ", "-", " - ", "\u00a0", ".", "—", "\u200b", "\u2060", "•", "/", "_", "|", "\u202f"]


def numbers() -> st.SearchStrategy[str]:
    """Card numbers of every network and length."""

    def completed(body: str) -> str:
        return next(body + digit for digit in "0123456789" if luhn(body + digit))

    beginnings = st.sampled_from(["4", "2200", "2204", "51", "55", "2221", "2720", "62"])
    lengths = st.sampled_from([16, 18, 19])
    return st.builds(
        lambda begins, length, filler: completed((begins + filler)[: length - 1]),
        beginnings,
        lengths,
        st.text("0123456789", min_size=19, max_size=19),
    )


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, str]:
    """A number, and how somebody typed it."""
    number = draw(numbers())
    alphabet, between = draw(st.sampled_from(DIGITS)), draw(st.sampled_from(BETWEEN))
    groups = [number[i : i + 4] for i in range(0, len(number), 4)]
    return number, between.join(groups).translate(str.maketrans(DIGITS[0], alphabet))


@given(typed(), st.sampled_from(["", "карта ", "№", "с ", "😀"]), st.sampled_from(["", " спасибо", ", имя", "!"]))
def test_a_card_number_is_hidden_however_it_is_typed(card: tuple[str, str], before: str, after: str) -> None:
    number, text = card
    hidden = hide_card_numbers(f"{before}{text}{after}")
    assert hidden.startswith(before)
    assert hidden.endswith(f"{number[-4:]}{after}")
    assert sum(ch.isdigit() for ch in hidden) == 4


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (VISA, "Visa •••• 1111"),
        ("2200 0000 0000 0004", "Мир •••• 0004"),
        (f"раз {MASTERCARD} и два {UNION}.", "раз Mastercard •••• 4444 и два •••• 0005."),
        ("4111 1111 1111 1111 12/27 123", "Visa •••• 1111 12/27 123"),
        ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "Visa •••• 1111"),
        ("4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣", "Visa •••• 1111"),
        ("77 4111 1111 1111 1111", "77 Visa •••• 1111"),
        ("7 " * 200 + VISA, "7 " * 200 + "Visa •••• 1111"),
        ("20-1 2\n" * 40 + "4111 1111 1111 1111", "20-1 2\n" * 40 + "Visa •••• 1111"),
    ],
)
def test_what_is_left_of_it(text: str, hidden: str) -> None:
    assert hide_card_numbers(text).replace("\ufe0f", "").replace("\u20e3", "") == hidden


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",
        "40817810099910004312",
        "4607012345678",
        "+7 916 123-45-67 и +7 916 765-43-21",
        "1234 x2, 5678, 9012 x3, 3456",
        "4111, 1111, 1111, 1111",
        "80080080080080088",
        "заказ 1024 от 22.11.2026 на 14 350 ₽",
        "411111111111111",
        "9999999999999995",
    ],
)
def test_what_is_no_card_number_stays(text: str) -> None:
    assert hide_card_numbers(text) is text


@given(st.text(max_size=200))
@example("4" * 4000)
@example("4111 " * 800)
@example("4 " * 2048)
def test_nothing_upsets_it_and_twice_is_the_same_as_once(text: str) -> None:
    hidden = hide_card_numbers(text)
    assert hide_card_numbers(hidden) == hidden
