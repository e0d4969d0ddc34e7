"""What a valid answer to each question of the form is."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.joining.contacts import parse_phone
from domain.joining.errors import InvalidField
from domain.joining.fields import ADULT, NAME_LIMIT, age_on, parse_birth_date, parse_name

TODAY = date(2026, 5, 7)
ADULTS = st.dates(date(1930, 1, 1), date(2008, 5, 7))
NAMELIKE = st.text(st.sampled_from("Аняé李 -'’.\u0301\u200b\u202e\n1<"), max_size=70) | st.text(max_size=200)
DATELIKE = st.text(st.sampled_from("0123456789./- г"), max_size=14) | st.text(max_size=30)
NUMBERLIKE = st.from_regex(r"(\+7|8|7)9[0-9]{8,10}", fullmatch=True) | st.text(max_size=30)
WRITTEN = ["{d}.{m}.{y}", "{d:02}.{m:02}.{y}", "{d}/{m}/{y}", "{d}-{m}-{y}", "{d} {m} {y}", "{y}-{m:02}-{d:02}"]
WRITTEN += ["{d:02}{m:02}{y}", "  {d} . {m} . {y} г. ", "{d},{m},{y}"]


def reason(error: pytest.ExceptionInfo[InvalidField]) -> tuple[str, str]:
    return error.value.field, error.value.reason


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Анна", "Анна"),
        ("  Анна \n Смирнова\t", "Анна Смирнова"),
        ("Жан-Поль д’Артаньян", "Жан-Поль д’Артаньян"),
        ("O'Neil Jr.", "O'Neil Jr."),
        ("Ёлка", "Ёлка"),
        ("李小龍", "李小龍"),
        ("Andre\u0301", "André"),
        ("\u202eАн\u200bна", "Анна"),
        ("я" * 64, "я" * 64),
    ],
)
def test_names_as_people_write_them(typed: str, name: str) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("А", "empty"),
        ("\u200b\u200b\u200b", "empty"),
        ("я" * 65, "long"),
        ("я" * 4000, "long"),
        ("<b>x</b>", "letters"),
        ("Анна1", "letters"),
        ("+7916", "letters"),
        ("-- ", "letters"),
        ("🙂🙃", "letters"),
        ("Анна@example", "letters"),
        ("{name}", "letters"),
    ],
)
def test_what_is_no_name(typed: str, why: str) -> None:
    with pytest.raises(InvalidField) as error:
        parse_name(typed)
    assert reason(error) == ("name", why)


@given(NAMELIKE)
def test_a_name_that_passes_is_short_visible_and_stays_itself(typed: str) -> None:
    try:
        name = parse_name(typed)
    except InvalidField:
        return
    assert 2 <= len(name) <= NAME_LIMIT
    assert not set(name) & set('<>&{}"\n\t')
    assert all(unicodedata.category(ch) not in {"Cc", "Cf", "Cs"} for ch in name)
    assert parse_name(name) == name


@given(ADULTS, st.sampled_from(WRITTEN))
def test_every_usual_way_of_writing_a_date(born: date, written: str) -> None:
    assert parse_birth_date(written.format(d=born.day, m=born.month, y=born.year), TODAY) == born


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "format"),
        ("вчера", "format"),
        ("7 мая 1990", "format"),
        ("7.5.90", "format"),
        ("1990", "format"),
        ("07.05", "format"),
        ("07.05.1990 или 08.05.1990", "format"),
        ("31.02.1990", "impossible"),
        ("29.02.1990", "impossible"),
        ("13.13.1990", "impossible"),
        ("00.01.1990", "impossible"),
        ("01.01.0000", "impossible"),
        ("08.05.2026", "future"),
        ("01.01.9999", "future"),
        ("07.05.1905", "old"),
        ("08.05.2008", "minor"),
        ("07.05.2026", "minor"),
    ],
)
def test_what_is_no_birth_date(typed: str, why: str) -> None:
    with pytest.raises(InvalidField) as error:
        parse_birth_date(typed, TODAY)
    assert reason(error) == ("birth_date", why)


@given(DATELIKE)
def test_any_text_is_a_date_or_an_invalid_field(typed: str) -> None:
    try:
        born = parse_birth_date(typed, TODAY)
    except InvalidField:
        return
    assert ADULT <= age_on(born, TODAY) <= 120


@given(st.dates(date(1950, 1, 1), date(2000, 12, 31)))
def test_one_comes_of_age_on_the_birthday_and_not_a_day_before(born: date) -> None:
    assume((born.month, born.day) != (2, 29))
    birthday = born.replace(year=born.year + ADULT)
    assert age_on(born, birthday) == ADULT
    assert age_on(born, birthday - timedelta(days=1)) == ADULT - 1


def test_who_was_born_on_the_29th_of_february_comes_of_age_on_the_1st_of_march() -> None:
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


@pytest.mark.parametrize(
    "number", ["+79161234567", "79161234567", "89161234567", "+7 916 123-45-67", "8 (916) 123-45-67"]
)
def test_one_number_in_many_ways(number: str) -> None:
    assert parse_phone(number, "RU") == "+79161234567"


@pytest.mark.parametrize(
    ("number", "region", "why"),
    [
        ("", "RU", "format"),
        ("+", "RU", "format"),
        ("12", "RU", "format"),
        ("+7916123456", "RU", "format"),
        ("+79999999999999", "RU", "format"),
        ("абв", "RU", "format"),
        ("+77011234567", "RU", "region"),
        ("+79161234567", "KZ", "region"),
        ("+14155552671", "RU", "region"),
    ],
)
def test_what_is_no_number_or_another_countrys(number: str, region: str, why: str) -> None:
    with pytest.raises(InvalidField) as error:
        parse_phone(number, region)
    assert reason(error) == ("phone", why)


@given(NUMBERLIKE)
def test_any_text_is_a_number_or_an_invalid_field(typed: str) -> None:
    try:
        number = parse_phone(typed, "RU")
    except InvalidField:
        return
    assert phonenumbers.is_valid_number_for_region(phonenumbers.parse(number), "RU")
    assert parse_phone(number, "RU") == number
