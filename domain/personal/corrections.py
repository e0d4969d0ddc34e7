"""Something held is wrong: blocked at once, checked by the officer, corrected or refused (152-FZ art. 21).

Blocked means: the answer stays in the form, sealed, and is used for nothing. Orders and their consultant do not get it,
no letter, code or parcel goes by it, the staff's masks leave it out, and nobody changes it, until the officer has
decided or the person takes the request back. Two uses go on, since to stop them would harm others or the check itself:
no second cabinet can be opened with it, and the officer and the person themselves can see it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.access.proof import require_proof
from domain.audit.models import Action, NewEntry
from domain.codes.models import Way
from domain.joining.changes import tell_former, tell_others
from domain.joining.contacts import parse_email, parse_phone
from domain.joining.errors import InvalidField
from domain.joining.models import CONTACTS, SKIPPABLE, Form, Proof, Step
from domain.joining.use_cases import parsed
from domain.people.models import Person
from domain.personal.errors import AlreadyEnded
from domain.personal.models import NOT_ASKED, DataRequest, Kind, State, due
from domain.personal.ports import PersonalWork
from domain.personal.queue import open_request, said, tell_asker, tell_officers, unblock
from domain.shared.clock import Clock
from domain.shared.errors import Stale
from domain.shared.ids import PersonId
from domain.shared.transaction import Transaction
from domain.shared.working_days import WorkingDays

NONE = "-"
"""What the officer types where there is nothing: no patronymic."""


@dataclass(frozen=True, slots=True)
class AskCorrection:
    """Says that something held is wrong; the same answer said to be wrong again is the same request.

    An answer of the form is blocked at once. Raises ProofNeeded (blocking a phone or e-mail closes recovery by it),
    WordsNeeded, Stale for an answer that is not there.
    """

    read: Transaction[PersonalWork]
    write: Transaction[PersonalWork]
    clock: Clock
    calendar: WorkingDays
    officers: Collection[PersonId]

    async def may(self, person: Person, about: Step | None) -> None:
        """Raises what asking would raise, before anything is typed."""
        async with self.read() as work:
            await self._check(work, person, about)

    async def of(self, person: Person) -> tuple[Form, Sequence[DataRequest]]:
        """The form, and what of this cabinet is being checked."""
        async with self.read() as work:
            found = await work.data_requests.open_of(person.customer_id)
            form = await work.forms.get(person.customer_id)
        return form, [each for each in found if each.kind is Kind.CORRECTION]

    async def __call__(self, person: Person, about: Step | None, text: str) -> DataRequest:
        words, now = said(text), self.clock()
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            for known in await work.data_requests.open_of(person.customer_id):
                if known.kind is Kind.CORRECTION and known.about is about:
                    return known
            form = await self._check(work, person, about)
            last = due(Kind.CORRECTION, now, self.calendar)
            request = await work.data_requests.add(
                Kind.CORRECTION, State.OPEN, person.customer_id, person.id, now, last, about, words
            )
            if about is not None:
                blocked = replace(form, blocked=form.blocked | {about})
                await work.forms.save(person.customer_id, blocked, now)
                await work.audit.add(NewEntry(now, person.id, Action.BLOCKED, person.customer_id, about))
            await tell_officers(work, self.officers, request, "asked")
        return request

    async def _check(self, work: PersonalWork, person: Person, about: Step | None) -> Form:
        form = await work.forms.get(person.customer_id)
        if about is not None and (about in NOT_ASKED or not form.complete or not form.is_answered(about)):
            raise Stale(about)
        await require_proof(work, person, self.clock())
        return form

    async def cancel(self, person: Person, request_id: int) -> None:
        """Takes one's own request back; what it blocked is used again. Raises AlreadyEnded."""
        now = self.clock()
        async with self.write() as work:
            await work.bindings.hold(person.customer_id)
            found = await work.data_requests.get(request_id)
            if found is None or found.customer_id != person.customer_id or found.kind is not Kind.CORRECTION:
                raise AlreadyEnded
            if found.state is not State.OPEN:
                raise AlreadyEnded
            await work.data_requests.end(found.id, State.CANCELLED, person.id, now)
            await unblock(work, found, now)
            if found.about is not None:
                await work.audit.add(NewEntry(now, person.id, Action.UNBLOCKED, found.customer_id, found.about))


@dataclass(frozen=True, slots=True)
class Correct:
    """The officer corrects what was found to be wrong, and the person is told; nothing is blocked any more.

    Of an answer of the form `text` is the right one, checked as in the form; of anything else it says what was done. A
    phone or e-mail corrected here is not proven to be the person's own: neither recovery nor letters with passwords go
    to it until they prove it by a code. Raises Forbidden, NotFound, AlreadyEnded, InvalidField, WordsNeeded.
    """

    write: Transaction[PersonalWork]
    clock: Clock
    region: str
    open_ways: Collection[Way] = tuple(Way)

    async def __call__(self, person: Person, request_id: int, text: str) -> DataRequest:
        person.require_officer()
        now = self.clock()
        async with self.write() as work:
            request = await open_request(work, request_id, (Kind.CORRECTION,))
            answer = said(text) if request.about is None else None
            await work.data_requests.end(request.id, State.DONE, person.id, now, answer=answer)
            if request.about is not None:
                before = await work.forms.get(request.customer_id)
                after = replace(
                    before, **self._changes(request.about, text, before), blocked=before.blocked - {request.about}
                )
                await work.forms.save(request.customer_id, after, now)
                owner = Person(request.person_id or PersonId(0), person.language, request.customer_id)
                await tell_others(work, owner, after, request.about, now)
                if request.person_id is not None:
                    await tell_former(work, owner, before, after, now, self.open_ways)
            about = None if request.about is None else str(request.about)
            await work.audit.add(NewEntry(now, person.id, Action.CORRECTED, request.customer_id, about))
            await tell_asker(work, request)
        return request

    def _changes(self, about: Step, text: str, form: Form) -> dict[str, Any]:
        if about in SKIPPABLE and text.strip() == NONE:
            return {about.value: None, "skipped": form.skipped | {about}}
        value: Any
        if about in CONTACTS:
            value = parse_phone(text, self.region) if about is Step.PHONE else parse_email(text)
        else:
            value = parsed(about, text, form, self.clock().date())
        if about is Step.ADDRESS and not value.is_whole:
            raise InvalidField("address", "gaps")
        changes: dict[str, Any] = {about.value: value}
        if about in CONTACTS and value != getattr(form, about.value):
            changes[f"{about.value}_proof"] = Proof.OTHER
        return changes
