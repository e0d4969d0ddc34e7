"""A finished form was changed: who has to hear of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.codes.models import Way
from domain.codes.use_cases import CHANNELS
from domain.joining.models import CONTACTS, Form, Proof, Step, way_of
from domain.joining.ports import ChangesWork
from domain.notices.models import Notice, NoticeKind
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.transaction import Transaction

KEPT = timedelta(days=2)
"""How long a former phone or e-mail is kept, sealed: until the message to it has surely left."""


async def tell_others(work: ChangesWork, person: Person, form: Form, step: Step, now: datetime) -> None:
    """Tells the other accounts of the cabinet that a finished form was changed."""
    if not form.complete:
        return
    for each in await work.bindings.of_cabinet(person.customer_id):
        if each.person_id != person.id:
            key = f"changed:{person.customer_id}:{step}:{now.timestamp():.0f}:{each.person_id}"
            await work.outbox.put(Notice(each.person_id, NoticeKind.DATA_CHANGED, key))


async def tell_former(
    work: ChangesWork, person: Person, before: Form, after: Form, now: datetime, open_ways: Collection[Way]
) -> None:
    """Tells a phone or e-mail that stood in a finished form until now that another took its place.

    Whoever holds that phone or mailbox may be the owner, and the change a thief's. Only contacts that were proven to be
    the person's own are written to; where no SMS can go, the news of a phone goes to the e-mail that stood beside it.
    """
    if not before.complete:
        return
    own = {
        step: getattr(before, step.value) for step in CONTACTS if getattr(before, f"{step.value}_proof") is Proof.OWN
    }
    for step, value in own.items():
        if getattr(after, step.value) == value:
            continue
        # The changed contact itself first, then the other one.
        reached = [each for each in (step, *CONTACTS) if each in own and way_of(each) in open_ways]
        if not reached:
            continue
        way = way_of(reached[0])
        contact = await work.former_contacts.add(person.customer_id, step, way, own[reached[0]], now)
        notice = Notice(
            to=person.id,
            kind=NoticeKind.FORMER_CONTACT,
            key=f"former:{contact}",
            args={"contact": contact},
            channel=CHANNELS[way],
        )
        await work.outbox.put(notice)


@dataclass(frozen=True, slots=True)
class FormerContact:
    """(what was changed, how to write, where to) of an owed message; None once it is forgotten."""

    read: Transaction[ChangesWork]

    async def __call__(self, contact_id: int) -> tuple[Step, Way, str] | None:
        async with self.read() as work:
            return await work.former_contacts.get(contact_id)


@dataclass(frozen=True, slots=True)
class PruneFormerContacts:
    """Forgets contacts that were told long enough ago; gives how many."""

    write: Transaction[ChangesWork]
    clock: Clock

    async def __call__(self) -> int:
        async with self.write() as work:
            return await work.former_contacts.prune(self.clock() - KEPT)
