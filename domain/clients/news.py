"""A consultant's own announcement to their clients: few a week, or read by an admin first, as the operator sets it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType, Protocol

from domain.broadcasts.kinds import BroadcastKind
from domain.clients.care_ports import CareWork
from domain.clients.todo import wants
from domain.consultants.models import Consultant
from domain.consultants.ports import Consultants
from domain.notices.models import Notice, NoticeKind, Priority
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import DomainError, NotFound
from domain.shared.ids import ConsultantId, PersonId, PressKey
from domain.shared.transaction import Transaction

NewsId = NewType("NewsId", int)
LONGEST = 1500
"""Of the text with its tags; Telegram takes 4096 signs."""
WEEK = timedelta(days=7)


class NewsState(StrEnum):
    WAITING = "waiting"
    """For an admin's yes."""
    SENT = "sent"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class News:
    """An announcement of a consultant; `text` is Telegram's HTML."""

    id: NewsId
    consultant_id: ConsultantId
    text: str
    state: NewsState
    at: datetime


@dataclass(frozen=True, slots=True)
class NewsTerms:
    """How many a consultant may send in seven days (0: none), and whether one of `admins` reads each before."""

    a_week: int = 1
    is_read_first: bool = False
    admins: Collection[int] = field(default=())


class NewsTooLong(DomainError):
    """The text is empty, or longer than LONGEST."""


class TooMuchNews(DomainError):
    """As many as may be sent in a week were sent."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} a week")
        self.limit = limit


class ClientNewsShelf(Protocol):
    async def add(
        self, consultant_id: ConsultantId, text: str, key: PressKey, state: NewsState, at: datetime
    ) -> News: ...

    async def by_key(self, key: PressKey) -> News | None: ...

    async def get(self, id: NewsId) -> News | None:
        """In a writing block nobody else changes it until the end."""
        ...

    async def become(self, id: NewsId, state: NewsState, by: PersonId) -> None: ...

    async def count_since(self, consultant_id: ConsultantId, since: datetime) -> int:
        """Those sent, or waiting to be, after that moment."""
        ...

    async def readers(self, consultant_id: ConsultantId) -> Sequence[PersonId]:
        """The reachable accounts of registered clients who agree to promotions at this moment."""
        ...


class NewsWork(CareWork, Protocol):
    @property
    def client_news(self) -> ClientNewsShelf: ...

    @property
    def consultants(self) -> Consultants: ...


@dataclass(frozen=True, slots=True)
class ClientNews:
    """Writing to one's own clients who agree to promotions, and an admin's answer to it.

    A consultant has hundreds of clients at most, so all are owed it at once. Raises Forbidden, NotFound, NewsTooLong,
    TooMuchNews.
    """

    read: Transaction[NewsWork]
    write: Transaction[NewsWork]
    clock: Clock
    terms: NewsTerms = field(default=NewsTerms())

    async def audience(self, person: Person, text: str) -> int:
        """To how many people it would go now."""
        own = person.require_consultant()
        _check(text)
        async with self.read() as work:
            await self._room(work, own)
            return len(await work.client_news.readers(own))

    async def begin(self, person: Person) -> None:
        """Raises where there is no use in writing one now."""
        async with self.read() as work:
            await self._room(work, person.require_consultant())

    async def publish(self, person: Person, text: str, key: PressKey) -> News:
        """Sends it, or asks the admins; the same key gives the same, so that a double press sends nothing twice."""
        own, now = person.require_consultant(), self.clock()
        _check(text)
        async with self.write() as work:
            await work.consultants.hold(own)
            before = await work.client_news.by_key(key)
            if before is not None:
                if before.consultant_id != own:
                    raise NotFound("no such announcement")
                return before
            await self._room(work, own)
            state = NewsState.WAITING if self.terms.is_read_first else NewsState.SENT
            made = await work.client_news.add(own, text, key, state, now)
            if state is NewsState.SENT:
                await self._send(work, made)
                return made
            for admin in await work.buyers.known([PersonId(each) for each in sorted(self.terms.admins)]):
                name = f"news:{made.id}:asked:{admin}"
                await work.outbox.put(Notice(admin, NoticeKind.CLIENT_NEWS_ASKED, name, {"news": made.id}))
            return made

    async def decide(self, person: Person, id: NewsId, *, yes: bool) -> News:
        """An admin's yes or no; a later one changes nothing."""
        person.require_admin()
        async with self.write() as work:
            news = await self._found(work, id)
            if news.state is not NewsState.WAITING:
                return news
            await work.client_news.become(id, NewsState.SENT if yes else NewsState.DECLINED, person.id)
            if yes:
                await self._send(work, news)
            author = await work.consultants.get(news.consultant_id)
            if author is not None and author.person_id is not None:
                name = f"news:{id}:answered"
                await work.outbox.put(Notice(author.person_id, NoticeKind.CLIENT_NEWS_ANSWERED, name, {"news": id}))
            return await self._found(work, id)

    async def asked(self, person: Person, id: NewsId) -> tuple[News, Consultant]:
        """What waits for an admin's answer, or was answered."""
        person.require_admin()
        return await self._with_author(id)

    async def own(self, person: Person, id: NewsId) -> News:
        """One's own."""
        news, _ = await self._with_author(id)
        if news.consultant_id != person.require_consultant():
            raise NotFound(f"news {id}")
        return news

    async def for_client(self, person: Person, id: NewsId) -> tuple[News, Consultant] | None:
        """What delivery asks at a client's turn; None unless they agree and are the author's at this very moment."""
        async with self.read() as work:
            news = await work.client_news.get(id)
            if news is None or news.state is not NewsState.SENT or person.consultant_id != news.consultant_id:
                return None
            if not await wants(work, person.customer_id, BroadcastKind.NEWS):
                return None
            author = await work.consultants.get(news.consultant_id)
            return None if author is None or author.has_left else (news, author)

    async def _with_author(self, id: NewsId) -> tuple[News, Consultant]:
        async with self.read() as work:
            news = await self._found(work, id)
            author = await work.consultants.get(news.consultant_id)
        if author is None:
            raise NotFound(f"news {id}")
        return news, author

    async def _found(self, work: NewsWork, id: NewsId) -> News:
        news = await work.client_news.get(id)
        if news is None:
            raise NotFound(f"news {id}")
        return news

    async def _room(self, work: NewsWork, own: ConsultantId) -> None:
        if await work.client_news.count_since(own, self.clock() - WEEK) >= self.terms.a_week:
            raise TooMuchNews(self.terms.a_week)

    async def _send(self, work: NewsWork, news: News) -> None:
        for to in await work.client_news.readers(news.consultant_id):
            name = f"news:{news.id}:{to}"
            await work.outbox.put(Notice(to, NoticeKind.CLIENT_NEWS, name, {"news": news.id}, Priority.BULK))


def _check(text: str) -> None:
    if not text.strip() or len(text) > LONGEST:
        raise NewsTooLong
