"""Shows the authors of announcements how far these are: one message each, edited now and then, a summary in the end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import tzinfo

import structlog
from aiogram.exceptions import AiogramError

from bot.status import Status
from bot.telegram_faults import Fault, fault_of, reason_of
from domain.broadcasts.models import BroadcastId
from domain.broadcasts.progress import FollowBroadcasts, Pace, Progress
from domain.people.use_cases import MeetPerson
from domain.shared.clock import Clock
from handlers.broadcasts.progress_views import progress_screen
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Screen
from locales.translator import Translator, Translators

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Told:
    """One announcement: its message, what that says, and how fast it goes."""

    status: Status
    pace: Pace = field(default_factory=Pace)
    said: Screen | None = None


class BroadcastWatch:
    """Run every second; a message is edited at most every three. Where it stands is in the database."""

    def __init__(
        self,
        follow: FollowBroadcasts,
        presenter: Presenter,
        meet_person: MeetPerson,
        translators: Translators,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._follow, self._presenter, self._meet_person = follow, presenter, meet_person
        self._translators, self._clock, self._zone = translators, clock, zone
        self._told: dict[BroadcastId, _Told] = {}

    async def __call__(self) -> None:
        found = await self._follow()
        for id in self._told.keys() - {each.broadcast.id for each in found}:
            del self._told[id]
        for progress in found:
            await self._tell(progress)

    async def _tell(self, progress: Progress) -> None:
        id = progress.broadcast.id
        person = await self._meet_person.known(progress.author)
        if person is None:
            await self._follow.told(id)
            return
        told = self._told.get(id)
        if told is None:
            status = Status(self._presenter, person.id, progress.message_id, kept=self._keeper(id))
            told = self._told[id] = _Told(status)
        screen = self._screen(progress, told.pace, self._translators.for_language(person.language))
        if progress.over:
            await self._sum_up(id, told, screen)
        elif screen != told.said:
            told.said = screen if told.status.progress(screen) else told.said

    def _screen(self, progress: Progress, pace: Pace, tr: Translator) -> Screen:
        tally = progress.tally
        pace.seen(tally.sent + tally.blocked + tally.failed + tally.skipped, self._clock())
        return progress_screen(progress, tr, self._zone, pace.rate, pace.to_go(tally.left))

    async def _sum_up(self, id: BroadcastId, told: _Told, screen: Screen) -> None:
        """The last words must be said; whoever cannot be reached has had them."""
        try:
            await told.status.put(screen)
        except AiogramError as error:
            log.info("a summary could not be shown", broadcast_id=id, error=reason_of(error))
            if fault_of(error) not in (Fault.UNREACHABLE, Fault.REFUSED):
                return
        await self._follow.told(id)

    def _keeper(self, id: BroadcastId) -> Callable[[int], Awaitable[None]]:
        async def keep(message_id: int) -> None:
            await self._follow.keep_message(id, message_id)

        return keep
