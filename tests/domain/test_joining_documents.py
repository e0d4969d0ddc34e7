"""Passport, address, e-mail, card and group number: right, wrong, and hostile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.joining.address import OPTIONAL, PART_LIMIT, Address, AddressPart, parse_part, split_address
from domain.joining.card import Card, parse_card
from domain.joining.contacts import parse_email, parse_phone
from domain.joining.errors import InvalidField
from domain.joining.fields import parse_birth_date, parse_group_number, parse_name
from domain.joining.passport import EARLY, LATE, fits_series, parse_department, parse_issued, parse_passport
from domain.shared.card_numbers import Network, luhn, network_of

TODAY = date(2026, 5, 7)
BORN = date(1990, 5, 7)
PARSERS: dict[str, Callable[[str], Any]] = {
    "name": parse_name,
    "birth_date": lambda text: parse_birth_date(text, TODAY),
    "passport": parse_passport,
    "passport_issued": lambda text: parse_issued(text, TODAY, BORN, None),
    "passport_department": parse_department,
    "address": split_address,
    "phone": lambda text: parse_phone(text, "RU"),
    "email": parse_email,
    "group_number": parse_group_number,
    "card": parse_card,
}
HOSTILE = (
    "",
    " ",
    "\u202e\u2066\u200b\u200d\ufeff",
    "🙂🙃👨‍👩‍👧",
    "я" * 4000,
    "1" * 4000,
    "<b>жирный</b><script>alert(1)</script>",
    "'; DROP TABLE forms; --",
    '" OR 1=1 --',
    "\x00\x01\x1b[31m",
    "\ud800",
    "a@b\r\nBcc: everybody@example.org",
    "{to}{text}%s%n",
    "١٢٣٤٥٦٧٨٩٠",
)


def why(parse: Callable[..., Any], *given: Any) -> str:
    with pytest.raises(InvalidField) as error:
        parse(*given)
    return error.value.reason


@pytest.mark.parametrize("field", PARSERS)
@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_refused_with_a_reason(field: str, typed: str) -> None:
    with pytest.raises(InvalidField) as error:
        PARSERS[field](typed)
    assert error.value.field == field


@pytest.mark.parametrize("field", PARSERS)
@given(typed=st.text(max_size=80) | st.text(st.sampled_from("0123456789 .,-/@aяМирVisa\u200b\u202e<'"), max_size=40))
@example(typed="0000-00-00")
@example(typed="0" * 8)
def test_any_text_is_an_answer_or_an_invalid_field(field: str, typed: str) -> None:
    try:
        found = PARSERS[field](typed)
    except InvalidField:
        return
    kept = repr(found)
    assert not any(ch in kept for ch in "<>\u200b\u202e\u2066\n\x00")
    assert len(kept) < 1000


@given(st.from_regex(r"[1-9][0-9]{9}", fullmatch=True), st.sampled_from(["{}", "{} ", " {} ", "№ {}"]))
def test_a_passport_is_ten_digits_however_spaced(digits: str, written: str) -> None:
    if digits[4:] == "000000":
        return
    spaced = f"{digits[:2]} {digits[2:4]} № {digits[4:]}"
    assert parse_passport(written.format(digits)) == parse_passport(spaced) == digits


def test_what_is_no_passport() -> None:
    assert why(parse_passport, "45 09 12345") == "format"
    assert why(parse_passport, "0009 123456") == "series"
    assert why(parse_passport, "4509 000000") == "number"


@given(st.dates(date(1997, 10, 1), TODAY))
def test_a_day_of_issue_is_after_the_14th_birthday(issued: date) -> None:
    typed = f"{issued:%d.%m.%Y}"
    if issued < date(2004, 5, 7):
        assert why(parse_issued, typed, TODAY, BORN, None) == "early"
    else:
        assert parse_issued(typed, TODAY, BORN, None) == issued


def test_on_the_14th_birthday_itself_and_not_a_day_before() -> None:
    assert parse_issued("07.05.2004", TODAY, BORN, None) == date(2004, 5, 7)
    assert why(parse_issued, "06.05.2004", TODAY, BORN, None) == "early"


def test_what_is_no_day_of_issue() -> None:
    assert why(parse_issued, "вчера", TODAY, BORN, None) == "format"
    assert why(parse_issued, "31.02.2010", TODAY, BORN, None) == "impossible"
    assert why(parse_issued, f"{TODAY + timedelta(days=1):%d.%m.%Y}", TODAY, BORN, None) == "future"
    assert why(parse_issued, "30.09.1997", TODAY, None, None) == "old"
    assert why(parse_issued, "20.06.2019", TODAY, BORN, "4509123456") == "series"


@pytest.mark.parametrize(("series", "year"), [("4509", 2010), ("4597", 1998), ("4500", 2000), ("4526", 2026)])
def test_the_series_tells_the_year_of_the_blank(series: str, year: int) -> None:
    passport = f"{series}123456"
    assert fits_series(passport, date(year, 6, 1))
    formed = year - (year - (1900 if series[2:] >= "97" else 2000) - int(series[2:]))
    assert fits_series(passport, date(formed + LATE, 6, 1))
    assert not fits_series(passport, date(formed + LATE + 1, 6, 1))
    assert not fits_series(passport, date(formed + EARLY - 1, 6, 1))


@pytest.mark.parametrize("typed", ["770-001", "770001", " 770 – 001 ", "770 001"])
def test_a_department_code_however_written(typed: str) -> None:
    assert parse_department(typed) == "770-001"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("119019, Москва, ул. Арбат, д. 10, кв. 5", Address("119019", "Москва", "Москва", "ул. Арбат", "10", "5")),
        (
            "Россия, 190000, г. Санкт-Петербург, Невский пр., 1, 22",
            Address("190000", "Санкт-Петербург", "Санкт-Петербург", "Невский пр", "1", "22"),
        ),
        (
            "141400 Московская обл., г. Химки, ул. Ленина 5, корп. 2, кв. 12",
            Address("141400", "Московская обл", "Химки", "ул. Ленина", "5 корп. 2", "12"),
        ),
        ("302001, Орловская область, Орёл, 8 Марта, 5", Address("302001", "Орловская область", "Орёл", "8 Марта", "5")),
        (
            "142350, Московская область, Чеховский р-н, д. Ивановка, д. 5",
            Address("142350", "Московская область, Чеховский р-н", "Ивановка", "", "5"),
        ),
        ("Moscow, Tverskaya street 5, apt 7", Address("", "Moscow", "Moscow", "Tverskaya street", "5", "7")),
    ],
)
def test_a_line_is_split_into_its_parts(line: str, address: Address) -> None:
    assert split_address(line) == address


@example("г 111")
@given(st.text(st.sampled_from("абвгд 123,.-/улкор"), min_size=5, max_size=120))
def test_whatever_is_split_is_within_limits(line: str) -> None:
    try:
        address = split_address(line)
    except InvalidField:
        return
    for part in AddressPart:
        value = address.part(part)
        assert len(value) <= PART_LIMIT
        assert value == value.strip()


def test_an_address_is_whole_without_what_a_village_lacks() -> None:
    whole = Address("119019", "Москва", "Москва", "ул. Арбат", "10", "5")
    for part in AddressPart:
        assert whole.having(part, "").is_whole == (part in OPTIONAL)


@pytest.mark.parametrize("part", AddressPart)
@pytest.mark.parametrize("typed", HOSTILE[:9])
def test_a_hostile_part_is_refused(part: AddressPart, typed: str) -> None:
    if part is not AddressPart.POSTCODE and typed == "1" * 4000:
        assert why(parse_part, part, typed) == "long"
        return
    assert why(parse_part, part, typed)


def test_parts_have_their_own_rules() -> None:
    assert parse_part(AddressPart.POSTCODE, " 119019 ") == "119019"
    assert why(parse_part, AddressPart.POSTCODE, "11901") == "postcode"
    assert why(parse_part, AddressPart.HOUSE, "без номера") == "house"
    assert parse_part(AddressPart.FLAT, "5а") == "5а"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("anna@example.org", "anna@example.org"),
        ("  Anna.S+tag@Example.ORG ", "Anna.S+tag@example.org"),
        ("анна@пример.рф", "анна@пример.рф"),
    ],
)
def test_e_mail_addresses(typed: str, address: str) -> None:
    assert parse_email(typed) == address


@pytest.mark.parametrize("typed", ["anna", "anna@", "@example.org", "a b@example.org", "anna@localhost", "a@b..org"])
def test_what_is_no_e_mail(typed: str) -> None:
    assert why(parse_email, typed) == "format"


@pytest.mark.parametrize(
    ("typed", "card"),
    [
        ("Мир 1234", Card(Network.MIR, "1234")),
        ("visa *1234", Card(Network.VISA, "1234")),
        ("Mastercard •• 9999", Card(Network.MASTERCARD, "9999")),
        ("master card 0001", Card(Network.MASTERCARD, "0001")),
        ("4111 1111 1111 1111", Card(Network.VISA, "1111")),
        ("моя карта 2200-0000-0000-0053, спасибо", Card(Network.MIR, "0053")),
        ("5555555555554444", Card(Network.MASTERCARD, "4444")),
        ("2223003122003222", Card(Network.MASTERCARD, "3222")),
    ],
)
def test_of_a_card_its_network_and_four_digits_stay(typed: str, card: Card) -> None:
    assert parse_card(typed) == card


def test_what_is_no_card() -> None:
    assert why(parse_card, "4111 1111 1111 1112") == "number"
    assert why(parse_card, "6011111111111117") == "network"
    assert why(parse_card, "1234") == "network"
    assert why(parse_card, "Discover 1234") == "network"
    assert why(parse_card, "Мир") == "format"


@given(st.from_regex(r"[245][0-9]{14}", fullmatch=True))
def test_exactly_one_check_digit_is_right_and_nothing_else_is_kept(body: str) -> None:
    right = [digit for digit in "0123456789" if luhn(body + digit)]
    assert len(right) == 1
    number = body + right[0]
    if network_of(number) is None:
        return
    card = parse_card(number)
    assert card == Card(network_of(number) or Network.MIR, number[-4:])


@pytest.mark.parametrize(
    ("typed", "number"), [("1234", "1234"), ("№ 12-34", "1234"), (" 000123456789 ", "000123456789")]
)
def test_group_numbers(typed: str, number: str) -> None:
    assert parse_group_number(typed) == number
