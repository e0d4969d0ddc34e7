"""Times in the words people use: "tomorrow at 10", "5 декабря 12:30", "every Friday at 10:00", "каждое 1 число в 9"."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, datetime, time, timedelta

from domain.broadcasts.times import Every, InvalidTimes, Repeat, Times

LONGEST = 100
_CLOCK = re.compile(r"(?:^|\s)(?:(?:в|at)\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:час\w*|ч|h|o'clock)?\s*(am|pm)?$")
_NUMERIC = re.compile(r"^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NAMED = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|-?го|-?е)?\s+(?:of\s+)?([a-zа-я]+)(?:\s+(\d{4}))?(?:\s*г\w*\.?)?$")
_NAMED_FIRST = re.compile(r"^([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$")
_EVERY = re.compile(r"^(?:кажд\w+|every|each)\s+(.+)$")
_PLURAL_DAYS = re.compile(r"^(?:по|on)\s+(.+)$")
_MONTHLY = re.compile(r"кажд\w+ месяц|(?:each|every) month")
_OF_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|-?го|-?е|-?ое)?\b")
_SAYS_MONTH = re.compile(r"числ|месяц|month|\d(?:st|nd|rd|th)")
_WEEKDAYS = (
    ("понедельник", "mon"),
    ("вторник", "tue"),
    ("сред", "wed"),
    ("четверг", "thu"),
    ("пятниц", "fri"),
    ("суббот", "sat"),
    ("воскресень", "sun"),
)
_SHORT = {"пн": 0, "вт": 1, "ср": 2, "чт": 3, "пт": 4, "сб": 5, "вс": 6}
_MONTHS = (
    ("янв", "jan"),
    ("фев", "feb"),
    ("мар", "mar"),
    ("апр", "apr"),
    ("ма", "may"),
    ("июн", "jun"),
    ("июл", "jul"),
    ("авг", "aug"),
    ("сен", "sep"),
    ("окт", "oct"),
    ("ноя", "nov"),
    ("дек", "dec"),
)
_NEAR = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2}
_DAYS = {"день", "day", "дня"}
_WORKDAYS = {"будний день", "рабочий день", "будни", "будням", "weekday", "workday", "weekdays"}
_WEEKENDS = {"выходной", "выходные", "выходным", "weekend", "weekends"}


def spoken_times(text: str, now: datetime) -> Times:
    """What was typed, as times on the wall; `now` is what clocks show. Raises InvalidTimes: format.

    A day without a year is the next such day; a weekday alone ("Friday at 10") the next one.
    """
    line = " ".join(text.casefold().replace("ё", "е").replace(",", " ").split())[:LONGEST]
    found = _CLOCK.search(line)
    if found is None:
        raise InvalidTimes("format")
    clock, rest = _clock(found), line[: found.start()].strip().removesuffix(" в").removesuffix(" at").strip()
    if (every := _EVERY.match(rest)) or (every := _PLURAL_DAYS.match(rest)):
        return Times(repeat=_repeat(every[1], clock))
    if _MONTHLY.search(rest):
        return Times(repeat=_repeat(rest, clock))
    day = _day(rest, now, clock)
    return Times(at=datetime.combine(day, clock))


def _clock(found: re.Match[str]) -> time:
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise InvalidTimes("format")
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise InvalidTimes("format") from None


def _repeat(what: str, clock: time) -> Repeat:
    if what in _DAYS:
        return Repeat(Every.DAY, clock)
    if what in _WORKDAYS:
        return Repeat(Every.WEEK, clock, (0, 1, 2, 3, 4))
    if what in _WEEKENDS:
        return Repeat(Every.WEEK, clock, (5, 6))
    if days := _weekdays(what):
        return Repeat(Every.WEEK, clock, days)
    numbers = tuple(sorted({int(each) for each in _OF_MONTH.findall(what)}))
    if numbers and all(1 <= each <= 31 for each in numbers) and _SAYS_MONTH.search(what):
        return Repeat(Every.MONTH, clock, numbers)
    raise InvalidTimes("format")


def _weekdays(what: str) -> tuple[int, ...]:
    """Every word of it is a day of the week, or there are none."""
    words = [each for each in what.split() if each not in ("и", "and", "&")]
    days = [_weekday(each) for each in words]
    return tuple(sorted({each for each in days if each is not None})) if words and None not in days else ()


def _weekday(word: str) -> int | None:
    if word in _SHORT:
        return _SHORT[word]
    return next((at for at, (ru, en) in enumerate(_WEEKDAYS) if word.startswith((ru, en))), None)


def _day(rest: str, now: datetime, clock: time) -> date:
    today = now.date()
    later = timedelta(days=0 if clock > now.time() else 1)
    if not rest:
        return today + later
    if rest in _NEAR:
        return today + timedelta(days=_NEAR[rest])
    word = rest.removeprefix("в ").removeprefix("во ").removeprefix("on ").removeprefix("next ")
    weekday = _weekday(word)
    if weekday is not None:
        ahead = (weekday - today.weekday()) % 7
        return today + timedelta(days=ahead or (0 if not later else 7))
    if iso := _ISO.match(rest):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if numeric := _NUMERIC.match(rest):
        return _dated(int(numeric[1]), int(numeric[2]), numeric[3], today)
    if named := _NAMED.match(rest):
        return _dated(int(named[1]), _month(named[2]), named[3], today)
    if named := _NAMED_FIRST.match(rest):
        return _dated(int(named[2]), _month(named[1]), named[3], today)
    raise InvalidTimes("format")


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        if word.startswith(names) and not (number == 5 and word not in ("май", "мая", "may")):
            return number
    raise InvalidTimes("format")


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return _date(int(year), month, day)
    if (month, day) == (2, 29):
        return next(date(each, 2, 29) for each in range(today.year, today.year + 9) if _is_leap_day_ahead(each, today))
    this = _date(today.year, month, day)
    return this if this >= today else _date(today.year + 1, month, day)


def _is_leap_day_ahead(year: int, today: date) -> bool:
    return isleap(year) and date(year, 2, 29) >= today


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidTimes("format") from None
