"""Sending a one-time code and checking it: for the form, and for recovery."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.codes.errors import CodeExpired, NoCode, TooManyCodes, TooSoon, WrongCode
from domain.codes.models import (
    AN_HOUR,
    ATTEMPTS,
    LIFE,
    MOST_AN_HOUR,
    PAUSE,
    CheckedCode,
    CodeSent,
    KeptCode,
    NewCode,
    Purpose,
    Way,
    masked,
)
from domain.codes.ports import CodesWork, SendingWork
from domain.notices.models import Channel, Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction

CHANNELS = {Way.EMAIL: Channel.EMAIL, Way.SMS: Channel.SMS}
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SendCode:
    """Owes a fresh code to an address; the one before, of the same purpose, is void.

    Whether the address may be asked at all is the caller's to know. Raises TooSoon within a minute of the last code to
    the same address or by another way, TooManyCodes after five in an hour to the person or to the address.
    """

    write: Transaction[SendingWork]
    clock: Clock

    async def __call__(self, person: Person, purpose: Purpose, way: Way, address: str) -> CodeSent:
        now = self.clock()
        async with self.write() as work:
            last = await work.codes.latest(person, purpose)
            by_person, to_address = await work.codes.sent_since(person, address, now - AN_HOUR)
            for times in (by_person, to_address):
                if len(times) >= MOST_AN_HOUR:
                    raise TooManyCodes(purpose, times[-MOST_AN_HOUR] + AN_HOUR)
            if last is not None and now < last.sent_at + PAUSE and (last.address == address or last.way != way):
                raise TooSoon(purpose, last.sent_at + PAUSE)
            code_id = await work.codes.add(NewCode(person.id, purpose, way, address, now, now + LIFE))
            await work.outbox.put(
                Notice(
                    to=person.id,
                    kind=NoticeKind.CODE,
                    key=f"code:{code_id}",
                    args={"code": code_id},
                    channel=CHANNELS[way],
                )
            )
        return CodeSent(masked(address), now + LIFE, now + PAUSE)


@dataclass(frozen=True, slots=True)
class CheckCode:
    """Takes the digits a person typed; a right code is used up by it.

    Raises WrongCode with the tries that are left, CodeExpired, NoCode. Call it outside of a transaction of one's own:
    a wrong try must count although it is an error.
    """

    write: Transaction[CodesWork]
    clock: Clock

    async def __call__(self, person: Person, purpose: Purpose, text: str) -> CheckedCode:
        now = self.clock()
        async with self.write() as work:
            code = await work.codes.latest(person, purpose)
            if code is None or code.used or code.attempts >= ATTEMPTS:
                raise NoCode(purpose)
            if now >= code.expires_at:
                raise CodeExpired(purpose)
            right = await work.codes.is_right(code.id, digits_of(text))
            if right:
                await work.codes.use(code.id)
            else:
                await work.codes.count_wrong(code.id)
        if not right:
            raise WrongCode(purpose, ATTEMPTS - code.attempts - 1)
        return CheckedCode(code.way, code.address)


@dataclass(frozen=True, slots=True)
class CodeToSend:
    """The digits of an owed code and where they go; None when they would be of no use any more."""

    read: Transaction[CodesWork]
    clock: Clock

    async def __call__(self, code_id: int) -> tuple[KeptCode, str] | None:
        async with self.read() as work:
            code = await work.codes.get(code_id)
            if code is None or not code.is_open(self.clock()):
                return None
            return code, await work.codes.digits(code_id)


@dataclass(frozen=True, slots=True)
class PruneCodes:
    """Forgets codes of yesterday and before."""

    write: Transaction[CodesWork]
    clock: Clock

    async def __call__(self) -> int:
        async with self.write() as work:
            return await work.codes.prune(self.clock() - KEPT)


def digits_of(text: str) -> str:
    """What of a text are digits, of any script, as 0-9; a code may be typed with spaces or pasted with words."""
    found: Sequence[str] = [str(unicodedata.decimal(ch)) for ch in text[:64] if ch.isdecimal()]
    return "".join(found)


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes to wait, at least one."""
    return max(1, -int((now - moment).total_seconds() // 60))
