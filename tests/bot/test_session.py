"""Which calls that answer a person are made again, and which never."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.backoff import Backoff
from bot.delivery.pacer import Pacer, Rates
from bot.session import AnswerCalls, make_session, unhurried
from bot.telegram_faults import Fault, fault_of, reason_of
from tests.bot.telegram import ANNA, Telegram, until
from tests.sandbox_client import TOKEN


@pytest.fixture
def pacer() -> Pacer:
    return Pacer(Rates(limit=1000, delivery=900))


@pytest.fixture
async def patient(telegram: Telegram, pacer: Pacer) -> AsyncIterator[Bot]:
    """A bot that repeats calls, and somebody who has written to it."""
    session = make_session(telegram.client.url)
    session.middleware(AnswerCalls(pacer, patience=3.0, pauses=Backoff(first=0.02, most=0.1)))
    await telegram.client.send(ANNA, text="/start")
    async with Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.mark.parametrize("kind", ["500", "502", "cut"])
async def test_a_call_that_changes_nothing_a_second_time_is_repeated(
    telegram: Telegram, patient: Bot, kind: str
) -> None:
    sent = await patient.send_message(ANNA, "one")
    await telegram.client.fault("editMessageText", kind, times=2)
    await patient.edit_message_text("two", chat_id=ANNA, message_id=sent.message_id)
    assert (await telegram.client.person(ANNA).last()).text == "two"


@pytest.mark.parametrize("kind", ["502", "cut"])
async def test_a_message_that_may_have_been_sent_is_not_sent_again(telegram: Telegram, patient: Bot, kind: str) -> None:
    await telegram.client.fault("sendMessage", kind, times=1, after=True)
    with pytest.raises((ClientDecodeError, TelegramNetworkError)):
        await patient.send_message(ANNA, "one")
    assert len(await telegram.calls("sendMessage")) == 1


async def test_a_message_that_surely_was_not_sent_is_sent_again(telegram: Telegram, patient: Bot) -> None:
    await telegram.client.fault("sendMessage", "500", times=2)
    await patient.send_message(ANNA, "one")
    assert [call["status"] for call in await telegram.calls("sendMessage")] == [500, 500, 200]


async def test_a_short_429_is_waited_out_and_stops_delivery_meanwhile(
    telegram: Telegram, patient: Bot, pacer: Pacer
) -> None:
    await telegram.client.fault("sendMessage", "429", times=1, retry_after=1)
    sending = asyncio.create_task(patient.send_message(ANNA, "one"))
    await until(lambda: pacer.paused)
    assert pacer.delivery_wait() > 0.5
    await sending


async def test_a_429_longer_than_a_person_waits_is_given_up_at_once(telegram: Telegram, patient: Bot) -> None:
    await telegram.client.fault("sendMessage", "429", times=1, retry_after=30)
    began = time.monotonic()
    with pytest.raises(TelegramRetryAfter):
        await patient.send_message(ANNA, "one")
    assert time.monotonic() - began < 2


async def test_trouble_that_lasts_is_given_up_after_a_persons_patience(telegram: Telegram, patient: Bot) -> None:
    await telegram.client.fault("sendMessage", "500", times=10_000)
    began = time.monotonic()
    with pytest.raises(TelegramServerError):
        await patient.send_message(ANNA, "one")
    assert 2 < time.monotonic() - began < 8


async def test_refusals_are_never_repeated(telegram: Telegram, patient: Bot) -> None:
    with pytest.raises(TelegramBadRequest):
        await patient.edit_message_text("x", chat_id=ANNA, message_id=999_999)
    await telegram.client.person(ANNA).block()
    with pytest.raises(TelegramForbiddenError):
        await patient.send_message(ANNA, "one")
    assert len(await telegram.calls("editMessageText")) == len(await telegram.calls("sendMessage")) == 1


async def test_delivery_sees_every_failure_at_once(telegram: Telegram, patient: Bot) -> None:
    await telegram.client.fault("sendMessage", "500", times=1)
    with unhurried(), pytest.raises(TelegramServerError):
        await patient.send_message(ANNA, "one")
    assert len(await telegram.calls("sendMessage")) == 1


async def test_no_connection_is_repeated_and_then_raised() -> None:
    session = make_session("http://127.0.0.1:9")
    session.middleware(AnswerCalls(Pacer(), patience=0.2, pauses=Backoff(first=0.01, most=0.05)))
    async with Bot(TOKEN, session=session) as bot:
        with pytest.raises(TelegramNetworkError) as raised:
            await bot.send_message(ANNA, "one")
    assert fault_of(raised.value) is Fault.NOT_DONE


async def test_answers_to_many_people_at_once_stay_within_telegrams_limit(telegram: Telegram) -> None:
    people = [await telegram.client.add_person(f"Person {number}") for number in range(75)]
    for person in people:
        await telegram.client.send(person.id, text="/start")
    session = make_session(telegram.client.url)
    session.middleware(AnswerCalls(Pacer()))
    async with Bot(TOKEN, session=session) as bot:
        await asyncio.gather(*(bot.send_message(person.id, "hello") for person in people))
    assert [call["status"] for call in await telegram.calls("sendMessage")] == [200] * 75


def test_reasons_are_short_and_hold_nothing_that_was_typed() -> None:
    assert reason_of(ValueError("4276 3800 1111 2222")) == "ValueError"
    method = None
    assert "chat not found" in reason_of(TelegramBadRequest(method=method, message="Bad Request: chat not found"))  # type: ignore[arg-type]
    assert fault_of(TelegramBadRequest(method=method, message="Bad Request: chat not found")) is Fault.UNREACHABLE  # type: ignore[arg-type]
    assert fault_of(TelegramAPIError(method=method, message="whatever")) is Fault.REFUSED  # type: ignore[arg-type]
    assert fault_of(KeyError("x")) is Fault.OTHER
