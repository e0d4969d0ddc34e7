"""The rules of announcements: segments, times on the wall, nights, grace, links."""

# ruff: noqa: DTZ001 (times on the wall have no zone)
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import (
    CategoryLink,
    InvalidLink,
    ProductLink,
    PromotionLink,
    WebLink,
    check_link,
    is_web_address,
    link_of,
    plain_link,
)
from domain.broadcasts.models import Announcement, InvalidBroadcast
from domain.broadcasts.segments import (
    EVERYBODY,
    BirthdaySoon,
    Condition,
    Consultants,
    CustomersOf,
    FromTown,
    InvalidSegment,
    InZone,
    NeverOrdered,
    OrderedWithin,
    SilentFor,
    SpentFrom,
    birthdays,
    condition_of,
    plain,
    segment_of,
)
from domain.broadcasts.spoken import spoken_times
from domain.broadcasts.times import (
    Every,
    InvalidTimes,
    QuietHours,
    Repeat,
    Times,
    begins,
    first_wall,
    moment,
    plain_times,
    times_of,
    too_late,
)
from domain.broadcasts.use_cases import check
from domain.shared.ids import CategoryId, ConsultantId, PlaceId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import rubles

MOSCOW, BERLIN, KAMCHATKA = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kamchatka")
WORDS = Localised("Слова", "Words")
NOW = datetime(2026, 11, 29, 15, 0)
"""A Sunday afternoon."""


def test_a_segment_holds_one_of_a_sort_and_no_contradiction() -> None:
    segment = EVERYBODY.having(NeverOrdered()).having(CustomersOf(ConsultantId(3))).having(CustomersOf(ConsultantId(4)))
    assert set(segment.conditions) == {NeverOrdered(), CustomersOf(ConsultantId(4))}
    assert set(segment.having(OrderedWithin(30)).conditions) == {OrderedWithin(30), CustomersOf(ConsultantId(4))}
    assert EVERYBODY.having(SilentFor(9)).having(NeverOrdered()).conditions == (NeverOrdered(),)
    assert EVERYBODY.having(SpentFrom(rubles(1))).having(NeverOrdered()).conditions == (NeverOrdered(),)
    assert EVERYBODY.having(SilentFor(9)).having(SpentFrom(rubles(1))).names() == {"silent", "spent"}
    assert segment.without("never_ordered").names() == {"customers_of"}


EVERY_CONDITION: list[Condition] = [
    Consultants(),
    CustomersOf(ConsultantId(7)),
    FromTown(PlaceId(5)),
    InZone("Asia/Omsk"),
    OrderedWithin(30),
    SilentFor(90),
    SpentFrom(rubles(5000), 90),
    NeverOrdered(),
    BirthdaySoon(),
]


@pytest.mark.parametrize("condition", EVERY_CONDITION, ids=lambda each: type(each).__name__)
def test_a_condition_is_kept_and_comes_back(condition: Condition) -> None:
    segment = EVERYBODY.having(condition)
    assert segment_of(plain(segment)) == segment


@pytest.mark.parametrize(
    "kept",
    [
        {"is": "everything"},
        {"is": "ordered"},
        {"is": "ordered", "days": 0},
        {"is": "ordered", "days": 100_000},
        {"is": "spent", "amount": 0, "days": 0},
        {"is": "spent", "amount": 10**12, "days": 0},
        {"is": "zone", "zone": "Mars/Olympus"},
        {"is": "customers_of", "consultant": 0},
        {"is": "consultants", "more": 1},
    ],
)
def test_a_condition_that_makes_no_sense_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises(InvalidSegment):
        condition_of(kept)


def test_the_week_of_a_birthday() -> None:
    assert birthdays(date(2026, 12, 28)) == ("12-28", "12-29", "12-30", "12-31", "01-01", "01-02", "01-03")
    assert "02-29" in birthdays(date(2027, 2, 25)), "celebrated on 1 March"
    assert "02-29" not in birthdays(date(2027, 2, 21)), "1 March is too far"
    assert "02-29" not in birthdays(date(2028, 3, 1)), "it was yesterday"
    assert "02-29" in birthdays(date(2028, 2, 29))


FRIDAYS = Repeat(Every.WEEK, time(10), (4,))


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("завтра в 10", Times(datetime(2026, 11, 30, 10))),
        ("Сегодня 18:30", Times(datetime(2026, 11, 29, 18, 30))),
        ("tomorrow at 9 pm", Times(datetime(2026, 11, 30, 21))),
        ("5 декабря, 12:30", Times(datetime(2026, 12, 5, 12, 30))),
        ("3 марта в 9", Times(datetime(2027, 3, 3, 9))),
        ("05.12.2026 10.00", Times(datetime(2026, 12, 5, 10))),
        ("2026-12-05 9:00", Times(datetime(2026, 12, 5, 9))),
        ("Dec 5 at 3 pm", Times(datetime(2026, 12, 5, 15))),
        ("5th of December at 12 am", Times(datetime(2026, 12, 5, 0))),
        ("29 февраля в 10", Times(datetime(2028, 2, 29, 10))),
        ("10:00", Times(datetime(2026, 11, 30, 10))),
        ("16:00", Times(datetime(2026, 11, 29, 16))),
        ("в пятницу в 10", Times(datetime(2026, 12, 4, 10))),
        ("Sunday at 10", Times(datetime(2026, 12, 6, 10))),
        ("в воскресенье в 16", Times(datetime(2026, 11, 29, 16))),
        ("every Friday at 10:00", Times(repeat=FRIDAYS)),
        ("каждую пятницу в 10:00", Times(repeat=FRIDAYS)),
        ("по пятницам в 10", Times(repeat=FRIDAYS)),
        ("каждый понедельник и четверг в 12", Times(repeat=Repeat(Every.WEEK, time(12), (0, 3)))),
        ("every day at 9", Times(repeat=Repeat(Every.DAY, time(9)))),
        ("по будням в 8:30", Times(repeat=Repeat(Every.WEEK, time(8, 30), (0, 1, 2, 3, 4)))),
        ("1 числа каждого месяца в 12", Times(repeat=Repeat(Every.MONTH, time(12), (1,)))),
        ("every 1st and 15th at 10", Times(repeat=Repeat(Every.MONTH, time(10), (1, 15)))),
    ],
)
def test_times_in_words(typed: str, times: Times) -> None:
    assert spoken_times(typed, NOW) == times
    assert times_of(plain_times(times)) == times


@pytest.mark.parametrize(
    "typed",
    [
        *("", "скоро", "каждую пятницу", "25:00", "32.12 10:00", "31 ноября 10:00", "каждый час в 5", "5 12:30"),
        *("13 pm", "every 40th at 9", "каждую пятницу и стол в 9", "1" * 5000, "завтра в 10 " * 500 + "x"),
        "⁵ декабря 10",
    ],
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(InvalidTimes):
        spoken_times(typed, NOW)


def test_a_repeated_time_comes_after_and_before() -> None:
    assert FRIDAYS.after(datetime(2026, 12, 4, 9, 59)) == datetime(2026, 12, 4, 10)
    assert FRIDAYS.after(datetime(2026, 12, 4, 10)) == datetime(2026, 12, 11, 10)
    assert FRIDAYS.last(datetime(2026, 12, 4, 10)) == datetime(2026, 12, 4, 10)
    assert FRIDAYS.last(datetime(2026, 12, 4, 9)) == datetime(2026, 11, 27, 10)
    monthly = Repeat(Every.MONTH, time(9), (31,))
    assert monthly.after(datetime(2026, 2, 1)) == datetime(2026, 2, 28, 9)
    assert monthly.after(datetime(2026, 2, 28, 9)) == datetime(2026, 3, 31, 9)
    assert Repeat(Every.MONTH, time(9), (29, 30)).after(datetime(2027, 2, 27)) == datetime(2027, 2, 28, 9)


def test_a_wall_clock_stays_when_the_clocks_change() -> None:
    # Berlin's clocks go an hour forward in the night to 29 March 2026, and back in the night to 25 October.
    weekly = Repeat(Every.WEEK, time(10), (6,))
    walls = [datetime(2026, 3, 22, 10)]
    walls.append(weekly.after(walls[0]))
    assert [moment(wall, BERLIN).hour for wall in walls] == [9, 8], "ten o'clock both times"
    skipped = moment(datetime(2026, 3, 29, 2, 30), BERLIN)
    assert skipped.astimezone(BERLIN).time() == time(3, 30), "when the hour that was skipped is over"
    twice = moment(datetime(2026, 10, 25, 2, 30), BERLIN)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "the first of the two"


def test_quiet_hours_end_by_somebodys_own_clock() -> None:
    quiet = QuietHours(time(22), time(9))
    evening = datetime(2026, 11, 29, 19, 30, tzinfo=UTC)
    assert quiet.over(evening, MOSCOW) == datetime(2026, 11, 30, 6, tzinfo=UTC)
    assert quiet.over(evening, KAMCHATKA) == datetime(2026, 11, 29, 21, tzinfo=UTC)
    assert quiet.over(evening, UTC) == evening
    assert quiet.over(datetime(2026, 11, 29, 19, tzinfo=UTC), MOSCOW) > evening, "from the first minute"
    assert quiet.over(datetime(2026, 11, 30, 6, tzinfo=UTC), MOSCOW) == datetime(2026, 11, 30, 6, tzinfo=UTC)
    noon = QuietHours(time(13), time(15))
    assert noon.over(datetime(2026, 11, 29, 13, tzinfo=UTC), UTC) == datetime(2026, 11, 29, 15, tzinfo=UTC)
    spring = quiet.over(datetime(2026, 3, 28, 23, tzinfo=UTC), BERLIN)
    assert spring == datetime(2026, 3, 29, 7, tzinfo=UTC), "an hour shorter a night"


def test_when_it_goes_out_first() -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    assert first_wall(Times(), MOSCOW, now) == NOW
    assert first_wall(Times(repeat=FRIDAYS), MOSCOW, now) == datetime(2026, 12, 4, 10)
    with pytest.raises(InvalidTimes):
        first_wall(Times(datetime(2026, 11, 29, 14)), MOSCOW, now)
    with pytest.raises(InvalidTimes):
        first_wall(Times(datetime(2028, 11, 29, 14)), MOSCOW, now)
    later_elsewhere = Times(datetime(2026, 11, 29, 14), local=True)
    assert first_wall(later_elsewhere, MOSCOW, now) == datetime(2026, 11, 29, 14)
    assert begins(later_elsewhere, datetime(2026, 11, 29, 14), MOSCOW) == datetime(2026, 11, 29, 0, tzinfo=UTC)


@pytest.mark.parametrize(("kind", "hours"), [("offers", 6), ("gifts", 12), ("news", 24), ("catalog", 72)])
def test_how_late_still_makes_sense(kind: BroadcastKind, hours: int) -> None:
    wall = datetime(2026, 11, 29, 10)
    due = moment(wall, MOSCOW)
    in_time, late = due + timedelta(hours=hours), due + timedelta(hours=hours, minutes=1)
    assert not too_late(Times(wall), wall, MOSCOW, BroadcastKind(kind), in_time)
    assert too_late(Times(wall), wall, MOSCOW, BroadcastKind(kind), late)
    assert not too_late(Times(wall, local=True), wall, MOSCOW, BroadcastKind(kind), late), "not yet everywhere"


@pytest.mark.parametrize(
    "link",
    [
        ProductLink(ProductId(3), WORDS),
        CategoryLink(CategoryId(2), WORDS),
        PromotionLink(1, WORDS),
        WebLink("https://example.com/a?b=c", WORDS),
    ],
)
def test_a_link_is_kept_and_comes_back(link: ProductLink | CategoryLink | PromotionLink | WebLink) -> None:
    check_link(link)
    assert link_of(plain_link(link)) == link


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.com", True),
        ("https://пример.рф/путь", True),
        ("https://a-b.example.co.uk:443/x?y=1#z", True),
        ("http://example.com", False),
        ("https://example.com:8443", False),
        ("https://user@example.com", False),
        ("https://example.com@evil.test", False),
        ("https://localhost", False),
        ("https://10.0.0.1", False),
        ("https://[::1]/", False),
        ("https://[::ffff:1.2.3.4]/", False),
        ("https://exa mple.com", False),
        ("https://example.com/\n", False),
        ("https://example.com/\u202egpj", False),
        ("javascript:alert(1)", False),
        ("tg://resolve?domain=x", False),
        ("https://example.com:port", False),
        ("https://" + "a" * 600 + ".com", False),
        ("", False),
    ],
)
def test_only_https_addresses_of_named_hosts(address: str, good: bool) -> None:
    assert is_web_address(address) is good


def test_what_telegram_would_not_take_is_refused() -> None:
    def refused(what: Announcement) -> str:
        with pytest.raises((InvalidBroadcast, InvalidLink)) as caught:
            check(what)
        return str(caught.value.args[0])

    long = Localised("x" * 1001, "x")
    check(Announcement(long))
    check(Announcement(long, pictures=("a", "b")))
    assert refused(Announcement(long, pictures=("a",))) == "caption"
    assert refused(Announcement(Localised("x" * 4001, "x"))) == "text"
    assert refused(Announcement(Localised("x", " "))) == "text"
    assert refused(Announcement(WORDS, pictures=("a",) * 11)) == "pictures"
    assert refused(Announcement(WORDS, links=(PromotionLink(1, WORDS),) * 5)) == "many"
    assert refused(Announcement(WORDS, links=(PromotionLink(1, Localised("", "")),))) == "words"
