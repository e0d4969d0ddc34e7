"""Notices between consultants and their clients, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.clients.care import TaskId
from domain.clients.news import ClientNews, NewsId
from domain.clients.todo import CareMessage
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import DomainError
from handlers.clients.news_views import answered_screen, asked_screen, news_screen
from handlers.clients.todo_views import message_screen
from handlers.proposals.notices import KINDS as PROPOSAL_KINDS
from handlers.proposals.notices import ProposalNotices
from handlers.ui.screen import Screen
from locales.translator import Translator

NEWS = frozenset({NoticeKind.CLIENT_NEWS, NoticeKind.CLIENT_NEWS_ASKED, NoticeKind.CLIENT_NEWS_ANSWERED})
KINDS = PROPOSAL_KINDS | NEWS | {NoticeKind.CARE}


@dataclass(frozen=True, slots=True)
class ClientNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    proposals: ProposalNotices
    care_message: CareMessage
    client_news: ClientNews | None = None

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more, or it may not be said."""
        if kind in PROPOSAL_KINDS:
            return await self.proposals.render(kind, args, person, tr)
        if kind in NEWS:
            return await self._news(kind, NewsId(int(args["news"])), person, tr)
        found = await self.care_message(person, TaskId(int(args["task"])))
        return None if found is None else message_screen(*found, tr)

    async def _news(self, kind: NoticeKind, id: NewsId, person: Person, tr: Translator) -> Screen | None:
        if self.client_news is None:
            return None
        try:
            if kind is NoticeKind.CLIENT_NEWS_ASKED:
                return asked_screen(*await self.client_news.asked(person, id), tr)
            if kind is NoticeKind.CLIENT_NEWS_ANSWERED:
                return answered_screen(await self.client_news.own(person, id), tr)
        except DomainError:
            # They are no admin, or no consultant, any more.
            return None
        found = await self.client_news.for_client(person, id)
        return None if found is None else news_screen(*found, tr)
