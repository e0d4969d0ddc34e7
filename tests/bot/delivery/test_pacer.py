"""Telegram's pace kept on a clock that moves only when told."""

from __future__ import annotations

from bot.delivery.pacer import Pacer, Rates


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
        times.append(watch.now + pacer.answer(number))
    assert _most_in_a_second(times) <= 30
    assert times[29] - times[0] < 0.2, "a burst within the limit does not wait"
    assert times[-1] - times[0] < 400 / 30 * 1.2, "no more is waited than needed"


def test_delivery_is_spaced_evenly_and_makes_room_for_answers() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30, delivery=28), clock=watch)
    sent: list[float] = []
    both: list[float] = []
    person = 0
    while watch.now < 1010:
        person += 1
        if pacer.delivery_wait() == 0:
            pacer.deliver(person)
            sent.append(watch.now)
            both.append(watch.now)
        if person % 40 == 0:
            both.append(watch.now + pacer.answer(-1))
        watch.now += 0.005
    assert _most_in_a_second(both) <= 30
    assert 200 < len(sent) <= 281


def test_delivery_alone_reaches_its_rate() -> None:
    watch = Watch()
    pacer = Pacer(Rates(limit=30, delivery=28), clock=watch)
    sent = 0
    while watch.now < 1020:
        if pacer.delivery_wait() == 0:
            pacer.deliver(sent)
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


def test_a_429_stops_delivery_for_as_long_as_told_and_the_longest_holds() -> None:
    watch = Watch()
    pacer = Pacer(Rates(), clock=watch)
    pacer.pause(7)
    pacer.pause(3)
    assert 6.9 < pacer.delivery_wait() <= 7.0
    assert pacer.answer(5) == 0, "an answer is not stopped by a notice's 429"
    watch.now += 7.0
    assert pacer.delivery_wait() == 0


def test_a_paid_broadcast_raises_both() -> None:
    rates = Rates.for_delivery(28)
    assert (rates.limit, rates.delivery) == (30, 28)
    assert Rates.for_delivery(900).limit > 900
