"""Publishing announcements, holding and ending them, and bringing them to people bit by bit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.broadcasts.models import (
    MAY_BECOME,
    Broadcast,
    BroadcastId,
    BroadcastSheet,
    BroadcastState,
    InvalidBroadcast,
)
from domain.broadcasts.ports import BroadcastsWork
from domain.consents.models import VERSIONS, Purpose
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import PressKey
from domain.shared.localised import Localised
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 6
LONGEST = 4000
"""Telegram takes 4096 signs; the tags count as well here."""
WINDOW = 2000
"""How many rows wait in the outbox at most, so that what waits stays little for any number of people."""


@dataclass(frozen=True, slots=True)
class ManageBroadcasts:
    """Lists, publishes, pauses, continues and cancels announcements; for admins and content managers.

    Raises Forbidden, NotFound, InvalidBroadcast. What has ended stays ended, whatever an old button says.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock

    async def __call__(self, person: Person, number: int) -> Page[Broadcast]:
        """A page of them, the newest first."""
        person.require_content()
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            found, total = await work.broadcasts.stretch(number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.broadcasts.stretch(number * PAGE, PAGE)
        return Page(found, number, PAGE, total)

    async def audience(self, person: Person, text: Localised) -> int:
        """To how many people the text would go now."""
        person.require_content()
        _check(text)
        async with self.read() as work:
            return await work.broadcasts.audience()

    async def open(self, person: Person, id: BroadcastId) -> BroadcastSheet:
        """One of them with its figures."""
        person.require_content()
        async with self.read() as work:
            return await _sheet(work, id)

    async def publish(self, person: Person, text: Localised, key: PressKey) -> BroadcastSheet:
        """Begins it; the same key gives the same broadcast, so that a double press sends nothing twice."""
        person.require_content()
        _check(text)
        async with self.write() as work:
            made = await work.broadcasts.add(text, person.id, key, self.clock())
            return await _sheet(work, made.id)

    async def become(self, person: Person, id: BroadcastId, state: BroadcastState) -> BroadcastSheet:
        """Pauses, continues or cancels it; from then on nothing more is sent, even of what is waiting already."""
        person.require_content()
        async with self.write() as work:
            found = await work.broadcasts.get(id)
            if found is None:
                raise NotFound(f"broadcast {id}")
            if state in MAY_BECOME[found.state]:
                await work.broadcasts.become(id, state, self.clock())
            return await _sheet(work, id)


@dataclass(frozen=True, slots=True)
class FeedBroadcasts:
    """Puts running broadcasts into the outbox, a bounded number of people at a time, and ends those that are through.

    How far it came is in the database with the rows themselves, so it goes on after a crash where it stopped, and the
    key of a row (broadcast and person) lets nobody have two.
    """

    read: Transaction[BroadcastsWork]
    write: Transaction[BroadcastsWork]
    clock: Clock
    wake: Callable[[], None]

    async def __call__(self) -> None:
        async with self.read() as work:
            running = await work.broadcasts.running()
        for id in running:
            await self._feed(id)
        if running:
            self.wake()

    async def _feed(self, id: BroadcastId) -> None:
        async with self.write() as work:
            found = await work.broadcasts.get(id)
            if found is None or found.state is not BroadcastState.RUNNING:
                return
            if not await work.broadcast_figures.begun(id):
                await work.broadcast_figures.begin(id, await work.broadcasts.audience())
            if await work.broadcasts.put_next(found, WINDOW, self.clock()):
                return
            if await work.broadcasts.waits(id) or await work.broadcasts.put_again(id, self.clock()):
                return
            await work.broadcasts.become(id, BroadcastState.DONE, self.clock())


@dataclass(frozen=True, slots=True)
class TextForPerson:
    """The text of a broadcast for somebody whose turn it is; None unless it runs and they agree at this very moment.

    The law on advertising asks for consent in advance and for an end at once; so it is looked at last of all.
    """

    read: Transaction[BroadcastsWork]

    async def __call__(self, person: Person, id: BroadcastId) -> str | None:
        async with self.read() as work:
            found = await work.broadcasts.get(id)
            if found is None or found.state is not BroadcastState.RUNNING:
                return None
            consent = (await work.consents.of(person.customer_id)).get(Purpose.PROMOTIONS)
        if consent is None or consent.version != VERSIONS[Purpose.PROMOTIONS]:
            return None
        return found.text[person.language]


def _check(text: Localised) -> None:
    if not all(words.strip() and len(words) <= LONGEST for words in (text.ru, text.en)):
        raise InvalidBroadcast("text")


async def _sheet(work: BroadcastsWork, id: BroadcastId) -> BroadcastSheet:
    found = await work.broadcasts.get(id)
    if found is None:
        raise NotFound(f"broadcast {id}")
    return BroadcastSheet(found, await work.broadcasts.tally(found))
