"""Telegram's pace kept on a clock that moves only when told."""

from __future__ import annotations

import heapq
import random
from collections import deque

from bot.delivery.pacer import Pacer, Place, Rates


class Watch:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _most_in_a_second(times: list[float]) -> int:
    return max(sum(1 for other in times if at <= other < at + 1.0) for at in times)


def test_answers_never_pass_the_limit_in_any_second() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30), clock=watch)
    times = []
    for number in range(400):
        watch.now += 0.001 * (number % 7)
        times.append(watch.now + pacer.answer(number).wait)
    assert _most_in_a_second(times) <= 30
    assert times[29] - times[0] < 0.2, "a burst within the limit does not wait"
    assert times[-1] - times[0] < 400 / 30 * 1.2, "no more is waited than needed"


def test_delivery_is_spaced_evenly_and_makes_room_for_answers() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30, delivery=28), clock=watch)
    sent: list[float] = []
    both: list[float] = []
    waiting: list[tuple[float, Place]] = []
    person = 0
    while watch.now < 1010:
        person += 1
        while waiting and waiting[0][0] <= watch.now:
            waiting.pop(0)[1].sent()
        if pacer.delivery_wait() == 0:
            pacer.deliver(person).sent()
            sent.append(watch.now)
            both.append(watch.now)
        if person % 40 == 0:
            place = pacer.answer(-1)
            both.append(watch.now + place.wait)
            waiting.append((watch.now + place.wait, place))
        watch.now += 0.005
    assert _most_in_a_second(both) <= 30
    assert 200 < len(sent) <= 281


def test_delivery_alone_reaches_its_rate() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30, delivery=28), clock=watch)
    sent = 0
    while watch.now < 1020:
        if pacer.delivery_wait() == 0:
            pacer.deliver(sent).sent()
            sent += 1
        watch.now += 0.011
    assert 28 * 20 * 0.97 <= sent <= 28 * 20 + 2


def test_a_chat_waits_a_second_and_a_group_three() -> None:
    watch = Watch()
    pacer = Pacer(Rates(), clock=watch)
    pacer.deliver(5)
    pacer.deliver(-5)
    assert 0.99 < pacer.chat_wait(5) <= 1.0
    assert 2.99 < pacer.chat_wait(-5) <= 3.0
    assert pacer.chat_wait(6) == 0
    watch.now += 1.0
    assert pacer.chat_wait(5) == 0


def test_many_answers_to_one_person_go_at_once_and_then_as_telegram_lets_them() -> None:
    watch = Watch()
    pacer = Pacer(Rates(chat_burst=15), clock=watch)
    turns = [pacer.turn(1) for _ in range(18)]
    assert turns == [0.0] * 15 + [1.0, 2.0, 3.0]
    assert pacer.turn(2) == 0.0, "nobody else waits for them"
    watch.now += 18
    assert [pacer.turn(1) for _ in range(16)] == [0.0] * 15 + [1.0], "whoever paused may hurry again"
    watch.now += 2
    pacer.deliver(1)
    assert pacer.turn(1) == 1.0, "a notice counts like an answer"


def test_a_429_stops_delivery_for_as_long_as_told_and_the_longest_holds() -> None:
    watch = Watch()
    pacer = Pacer(Rates(), clock=watch)
    pacer.pause(7)
    pacer.pause(3)
    assert 6.9 < pacer.delivery_wait() <= 7.0
    assert pacer.answer(5).wait == 0, "an answer is not stopped by a notice's 429"
    watch.now += 7.0
    assert pacer.delivery_wait() == 0


def test_no_second_of_telegram_sees_more_than_the_limit_whatever_the_way_there_takes() -> None:
    dice, watch = random.Random(7), Watch()
    pacer = Pacer(Rates(limit=30, delivery=30), clock=watch)
    seen: list[float] = []
    back: list[tuple[float, int, Place]] = []
    for tick in range(60_000):
        watch.now += 0.001
        while back and back[0][0] <= watch.now:
            heapq.heappop(back)[2].sent()
        if pacer.delivery_wait() > 0:
            continue
        # Telegram counts it somewhere on the way; one in fifty takes seconds.
        trip = dice.uniform(0.001, 0.2) * (20 if dice.random() < 0.02 else 1)
        seen.append(watch.now + dice.uniform(0, trip))
        heapq.heappush(back, (watch.now + trip, tick, pacer.deliver(tick)))
    assert _most_in_a_second(sorted(seen)[:900]) <= 30
    assert len(seen) > 60 * 30 * 0.8


def test_a_short_way_leaves_nearly_all_of_the_limit() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30, delivery=30), clock=watch)
    back: deque[tuple[float, Place]] = deque()
    sent = 0
    while watch.now < 1060:
        watch.now += 0.001
        while back and back[0][0] <= watch.now:
            back.popleft()[1].sent()
        if pacer.delivery_wait() <= 0:
            back.append((watch.now + 0.004, pacer.deliver(sent)))
            sent += 1
    assert sent > 60 * 30 * 0.985


def test_what_was_not_sent_leaves_its_place_to_others() -> None:
    pacer = Pacer(Rates(limit=2, delivery=1000), clock=Watch())
    pacer.answer(1).free()
    pacer.answer(2).sent()
    assert pacer.answer(3).wait == 0
    assert pacer.answer(4).wait > 0.9
