"""Proving a phone or an e-mail: it stands in the form once its code has come back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from domain.codes.errors import NoCode
from domain.codes.models import Purpose, Way
from domain.codes.use_cases import CheckCode, SendCode
from domain.joining.changes import tell_former, tell_others
from domain.joining.contacts import parse_email, parse_phone
from domain.joining.errors import FieldBlocked, InvalidField
from domain.joining.models import Form, Proof, Step, Waiting, way_of
from domain.joining.ports import JoiningWork
from domain.joining.use_cases import check_free, own_form, prove_owner
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import Stale
from domain.shared.transaction import Transaction

PURPOSES = {Step.PHONE: Purpose.PHONE, Step.EMAIL: Purpose.EMAIL}


def ways_to_prove(form: Form, open_ways: Collection[Way]) -> dict[Way, str]:
    """Where a code for the contact in `waiting` can go: to itself, or to the other contact if that is the person's."""
    if form.waiting is None:
        return {}
    ways, used = {way_of(form.waiting.step): form.waiting.value}, form.in_use
    if form.waiting.step is Step.PHONE and used.email and used.email_proof is Proof.OWN:
        ways[Way.EMAIL] = used.email
    if form.waiting.step is Step.EMAIL and used.phone and used.phone_proof is Proof.OWN:
        ways[Way.SMS] = used.phone
    return {way: address for way, address in ways.items() if way in open_ways}


@dataclass(frozen=True, slots=True)
class TypeContact:
    """Sends a code to a phone or an e-mail that was typed; what stood in the form stays until the code comes back.

    Raises InvalidField, ConsentMissing, FieldBlocked, TooSoon, TooManyCodes. `open_ways` are those the operator has set
    up.
    """

    write: Transaction[JoiningWork]
    clock: Clock
    region: str
    send_code: SendCode
    open_ways: Collection[Way]

    async def __call__(self, person: Person, step: Step, text: str) -> Form:
        if step is Step.PHONE and Way.SMS not in self.open_ways:
            raise InvalidField("phone", "typed")
        value = parse_phone(text, self.region) if step is Step.PHONE else parse_email(text)
        if way_of(step) not in self.open_ways:
            raise InvalidField("email", "closed")
        async with self.write() as work:
            form = await own_form(work, person.customer_id)
            await prove_owner(work, person, form, self.clock())
            if step in form.blocked:
                raise FieldBlocked
            form = replace(form, waiting=Waiting(step, value))
            await work.forms.save(person.customer_id, form, self.clock())
        await self.send_code(person, PURPOSES[step], way_of(step), value)
        return form

    async def again(self, person: Person, way: Way) -> Form:
        """Another code, by this way. Raises Stale when nothing waits for one or the way leads nowhere."""
        async with self.write() as work:
            form = await own_form(work, person.customer_id)
        address = ways_to_prove(form, self.open_ways).get(way)
        if form.waiting is None or address is None:
            raise Stale(way)
        await self.send_code(person, PURPOSES[form.waiting.step], way, address)
        return form


@dataclass(frozen=True, slots=True)
class ProveContact:
    """Takes the code that came and puts the contact into the form.

    Raises WrongCode, CodeExpired, NoCode, FieldBlocked, and AlreadyRegistered for a contact that proves to be another
    cabinet's. Who had the contact before is told by one of `open_ways`.
    """

    read: Transaction[JoiningWork]
    write: Transaction[JoiningWork]
    clock: Clock
    check_code: CheckCode
    open_ways: Collection[Way] = tuple(Way)

    async def __call__(self, person: Person, text: str) -> Form:
        async with self.read() as work:
            waiting = (await work.forms.get(person.customer_id)).waiting
        if waiting is None:
            raise NoCode(Purpose.EMAIL)
        # Not inside a transaction of ours: a wrong try counts.
        checked = await self.check_code(person, PURPOSES[waiting.step], text)
        async with self.write() as work:
            form = await own_form(work, person.customer_id)
            if form.waiting != waiting or not _proves(checked.way, checked.address, form):
                raise NoCode(PURPOSES[waiting.step])
            if waiting.step in form.blocked:
                raise FieldBlocked
            own = checked.way is way_of(waiting.step)
            proof = Proof.OWN if own else Proof.OTHER
            proven = {waiting.step.value: waiting.value, f"{waiting.step.value}_proof": proof}
            before, form = form, replace(form, waiting=None, **proven)  # type: ignore[arg-type]
            await check_free(work, person.customer_id, form, waiting.step)
            await work.forms.save(person.customer_id, form, self.clock())
            await tell_others(work, person, form, waiting.step, self.clock())
            await tell_former(work, person, before, form, self.clock(), self.open_ways)
        return form


def _proves(way: Way, address: str, form: Form) -> bool:
    """Whether a code that came by this way to this address is about what waits."""
    return ways_to_prove(form, tuple(Way)).get(way) == address
