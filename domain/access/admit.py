"""Letting a Telegram account into a cabinet, whichever way it proved itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from domain.access.errors import TooManyAccounts
from domain.access.models import Binding
from domain.access.ports import AccessWork
from domain.notices.models import Notice, NoticeKind
from domain.ordering.cart import MAX_LINES, MAX_PIECES
from domain.ordering.ports import Carts
from domain.people.models import Person
from domain.people.ports import People
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId


class EnteringWork(AccessWork, Protocol):
    @property
    def carts(self) -> Carts: ...

    @property
    def people(self) -> People: ...


async def admit(work: EnteringWork, person: Person, customer_id: CustomerId, limit: int, clock: Clock) -> Person:
    """Binds the account, brings its cart along and tells the other accounts. Both cabinets are held still already.

    Gives the person as they are now. Raises TooManyAccounts.
    """
    bound = await work.bindings.of_cabinet(customer_id)
    if len(bound) >= limit:
        raise TooManyAccounts(limit)
    await _bring_cart(work, person.customer_id, customer_id)
    binding = await work.bindings.bind(person.id, customer_id, person.customer_id, clock())
    await tell(work, bound, NoticeKind.NEW_BINDING, f"binding:{binding.id}", binding=binding.id)
    return await refreshed(work, person)


async def refreshed(work: EnteringWork, person: Person) -> Person:
    """The person as the database has them now, with the rights they have."""
    now = await work.people.get(person.id)
    return person if now is None else replace(now, is_admin=person.is_admin, duties=person.duties)


async def tell(work: AccessWork, bound: Iterable[Binding], kind: NoticeKind, key: str, **args: int) -> None:
    """Owes every account of the bindings a notice."""
    for each in bound:
        await work.outbox.put(Notice(each.person_id, kind, f"{key}:{each.person_id}", args))


async def _bring_cart(work: EnteringWork, guest: CustomerId, cabinet: CustomerId) -> None:
    """What was gathered before logging in is added to what lies in the cabinet's cart, as far as it holds it."""
    brought, there = await work.carts.get(guest), await work.carts.get(cabinet)
    kinds = len(there.lines)
    for line in brought.lines:
        article = line.goods.article_id
        have = there.quantity_of(article)
        if not have and kinds >= MAX_LINES:
            continue
        kinds += not have
        await work.carts.set_quantity(cabinet, article, min(MAX_PIECES, have + line.quantity))
    if brought.comment and not there.comment:
        await work.carts.set_comment(cabinet, brought.comment)
    if brought.lines or brought.comment:
        await work.carts.clear(guest)
