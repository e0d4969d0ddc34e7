"""Notices between consultants and their clients, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.clients.care import TaskId
from domain.clients.todo import CareMessage
from domain.notices.models import NoticeKind
from domain.people.models import Person
from handlers.clients.todo_views import message_screen
from handlers.proposals.notices import KINDS as PROPOSAL_KINDS
from handlers.proposals.notices import ProposalNotices
from handlers.ui.screen import Screen
from locales.translator import Translator

KINDS = PROPOSAL_KINDS | {NoticeKind.CARE}


@dataclass(frozen=True, slots=True)
class ClientNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    proposals: ProposalNotices
    care_message: CareMessage

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more, or it may not be said."""
        if kind in PROPOSAL_KINDS:
            return await self.proposals.render(kind, args, person, tr)
        found = await self.care_message(person, TaskId(int(args["task"])))
        return None if found is None else message_screen(*found, tr)
