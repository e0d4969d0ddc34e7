"""Between the outbox and the chat: a row becomes a screen in its person's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from bot.delivery.ports import OutboxRow
from domain.people.use_cases import MeetPerson
from domain.shared.ids import PersonId
from handlers.notices import Notices
from handlers.ui.screen import Screen
from locales.translator import Translators


@dataclass(frozen=True, slots=True)
class NoticeRenderer:
    """What delivery asks for the words of a row."""

    notices: Notices
    meet_person: MeetPerson
    translators: Translators
    zone: tzinfo

    async def __call__(self, row: OutboxRow) -> Screen | None:
        """The message as of now; None when there is nothing to say any more."""
        person = await self.meet_person.known(PersonId(row.person_id))
        if person is None:
            return None
        tr = self.translators.for_language(person.language)
        return await self.notices.render(row.kind, row.args, person, tr, self.zone)
