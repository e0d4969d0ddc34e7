"""What the clock does about requests: reminders, and the last of who was erased."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from domain.notices.models import NoticeKind
from domain.personal.models import KEPT_YEARS
from domain.personal.use_cases import RemindOfRequests
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from domain.shared.working_days import WorkingDays
from storage.database import Database


@dataclass(frozen=True, slots=True)
class DataRequestsJob:
    """Reminds officers, forgets accounts that had their last word and acts that are old enough. Run hourly."""

    database: Database
    clock: Clock
    calendar: WorkingDays
    officers: Collection[PersonId]

    async def __call__(self) -> None:
        await RemindOfRequests(self.database.write, self.clock, self.calendar, self.officers)()
        async with self.database.write() as work:
            await work.holdings.forget_accounts(NoticeKind.ERASED)
            await work.data_requests.prune(self.clock() - timedelta(days=366 * KEPT_YEARS))
        await self.database.backend.empty_log()
