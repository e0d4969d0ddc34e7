"""Coming under a consultant's care, and going to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.consultants.errors import (
    ChangedRecently,
    ConsultantAlreadyChosen,
    NoReason,
    NotTaking,
    OwnConsultant,
)
from domain.consultants.models import Change, Consultant
from domain.consultants.ports import ConsultantsWork
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import ConsultantId, CustomerId
from domain.shared.transaction import Transaction

SHORTEST_REASON, LONGEST_REASON = 3, 500


@dataclass(frozen=True, slots=True)
class ChooseConsultant:
    """Puts the customer under a consultant's care and tells the consultant, in one transaction.

    Choosing the one already chosen changes nothing. Who has one that is gone may choose another as if they had none.
    Raises NotTaking, OwnConsultant, ConsultantAlreadyChosen.
    """

    write: Transaction[ConsultantsWork]
    clock: Clock

    async def __call__(self, person: Person, consultant_id: ConsultantId) -> Consultant:
        async with self.write() as work:
            present = await work.choices.consultant_of(person.customer_id)
            consultant = await _choosable(work, person, consultant_id, present)
            if present == consultant_id:
                return consultant
            had = None if present is None else await work.consultants.get(present)
            if had is not None and not had.is_gone:
                raise ConsultantAlreadyChosen(had)
            now = self.clock()
            await work.choices.choose(person.customer_id, consultant_id, now)
            await work.choices.note(Change(person.customer_id, present, consultant_id, now))
            await _tell_new(work, person.customer_id, consultant, now if present is not None else None)
        return consultant


@dataclass(frozen=True, slots=True)
class ChangeConsultant:
    """Takes the customer to another consultant at their own wish, with a reason, and tells both, in one transaction.

    At most once in `days`; a consultant that was replaced because they were gone does not count. Orders already placed
    stay with who they were placed with. Changing to the present one changes nothing.
    Raises NotTaking, OwnConsultant, ChangedRecently, NoReason.
    """

    write: Transaction[ConsultantsWork]
    read: Transaction[ConsultantsWork]
    clock: Clock
    days: int

    async def check(self, person: Person, consultant_id: ConsultantId) -> Consultant:
        """Raises what the change itself would, before the person is asked for a reason."""
        async with self.read() as work:
            present = await work.choices.consultant_of(person.customer_id)
            consultant = await _choosable(work, person, consultant_id, present)
            await self._not_too_soon(work, person.customer_id)
        return consultant

    async def __call__(self, person: Person, consultant_id: ConsultantId, reason: str) -> Consultant:
        reason = _readable(reason)
        async with self.write() as work:
            present = await work.choices.consultant_of(person.customer_id)
            consultant = await _choosable(work, person, consultant_id, present)
            if present == consultant_id:
                return consultant
            await self._not_too_soon(work, person.customer_id)
            now = self.clock()
            await work.choices.choose(person.customer_id, consultant_id, now)
            change = Change(person.customer_id, present, consultant_id, now, asked=True, reason=reason)
            await work.choices.note(change)
            await _tell_new(work, person.customer_id, consultant, now)
            if present is not None:
                await _tell_old(work, person.customer_id, present, now)
        return consultant

    async def _not_too_soon(self, work: ConsultantsWork, customer_id: CustomerId) -> None:
        asked = [change.at for change in await work.choices.changes(customer_id) if change.asked]
        if asked and (until := max(asked) + timedelta(days=self.days)) > self.clock():
            raise ChangedRecently(until)


async def _choosable(
    work: ConsultantsWork, person: Person, consultant_id: ConsultantId, present: ConsultantId | None
) -> Consultant:
    consultant = await work.consultants.hold(consultant_id)
    if consultant is None or not (consultant.is_open or present == consultant_id):
        raise NotTaking(f"consultant {consultant_id}")
    if consultant.id == person.own_consultant_id or consultant.person_id == person.id:
        raise OwnConsultant
    return consultant


async def _tell_new(
    work: ConsultantsWork, customer_id: CustomerId, consultant: Consultant, again: datetime | None
) -> None:
    if consultant.person_id is None:
        return
    key = f"chose:{customer_id}:{consultant.id}"
    await work.outbox.put(
        Notice(
            to=consultant.person_id,
            kind=NoticeKind.CUSTOMER_CHOSE_CONSULTANT,
            # Who comes back to a consultant after a while is news again.
            key=key if again is None else f"{key}:{again:%Y%m%d%H%M%S}",
            args={"customer": customer_id},
        )
    )


async def _tell_old(work: ConsultantsWork, customer_id: CustomerId, present: ConsultantId, at: datetime) -> None:
    old = await work.consultants.get(present)
    if old is not None and old.person_id is not None:
        await work.outbox.put(
            Notice(
                to=old.person_id,
                kind=NoticeKind.CUSTOMER_LEFT,
                key=f"left:{customer_id}:{present}:{at:%Y%m%d%H%M%S}",
                args={"customer": customer_id},
            )
        )


def _readable(reason: str) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in reason).split())
    if not SHORTEST_REASON <= len(text) <= LONGEST_REASON:
        raise NoReason
    return text
