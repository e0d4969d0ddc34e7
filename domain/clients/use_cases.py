"""The client book, and what a customer can ask to be spared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.clients.models import Client, Quiet
from domain.clients.ports import ClientsWork
from domain.consultants.matching import name_score
from domain.ordering.models import OrderBrief
from domain.ordering.wanted import Wanted, Whose
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.errors import NotFound
from domain.shared.ids import CustomerId
from domain.shared.paging import Page, clamp_page
from domain.shared.transaction import Transaction

PAGE = 8
LAST_ORDERS = 3
LONGEST = 64


async def client_of(work: ClientsWork, person: Person, customer_id: CustomerId) -> Client:
    """A client of this consultant. Raises Forbidden for who is none, NotFound for who is not theirs."""
    client = await work.clients.get(person.require_consultant(), customer_id)
    if client is None:
        raise NotFound(f"client {customer_id}")
    return client


@dataclass(frozen=True, slots=True)
class FoundClients:
    """A page of the book. `unnamed` is how many chose the consultant and have not filled in their form."""

    page: Page[Client]
    query: str = ""
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class ClientSheet:
    """A client with their last orders with this consultant."""

    client: Client
    orders: Sequence[OrderBrief]
    quiet: frozenset[Quiet]


@dataclass(frozen=True, slots=True)
class ClientBook:
    """A consultant's clients: a page of them, those of a name in any spelling, one of them.

    Raises Forbidden for who is no consultant, NotFound for who is not their client.
    """

    read: Transaction[ClientsWork]

    async def __call__(self, person: Person, number: int = 0, query: str = "") -> FoundClients:
        own, query = person.require_consultant(), " ".join(query.split())[:LONGEST]
        number = max(0, min(number, 10_000))
        async with self.read() as work:
            if query:
                # Names are sealed, so the database cannot look for them; a consultant has hundreds at most.
                scored = [(name_score(query, [name]), id_) for id_, name in await work.clients.names(own)]
                ids = [id_ for score, id_ in sorted(scored, key=lambda each: -each[0]) if score]
                number = clamp_page(number, PAGE, len(ids))
                found = await work.clients.many(own, ids[number * PAGE : (number + 1) * PAGE])
                return FoundClients(Page(found, number, PAGE, len(ids)), query)
            found, total = await work.clients.stretch(own, number * PAGE, PAGE)
            if not found and total:
                number = clamp_page(number, PAGE, total)
                found, total = await work.clients.stretch(own, number * PAGE, PAGE)
            unnamed = await work.clients.unnamed(own)
        return FoundClients(Page(found, clamp_page(number, PAGE, total), PAGE, total), "", unnamed)

    async def open(self, person: Person, customer_id: CustomerId) -> ClientSheet:
        async with self.read() as work:
            client = await client_of(work, person, customer_id)
            whose = Whose(customer=customer_id, consultant=person.require_consultant())
            orders = await work.order_lists.find(whose, Wanted(), 0, LAST_ORDERS)
            return ClientSheet(client, orders, await work.quiets.of(customer_id))


@dataclass(frozen=True, slots=True)
class AskQuiet:
    """A customer asks their consultant not to send something any more, or to send it again. Twice is as once."""

    write: Transaction[ClientsWork]
    clock: Clock

    async def __call__(self, person: Person, quiet: Quiet, on: bool) -> None:
        async with self.write() as work:
            await work.quiets.set(person.customer_id, quiet, on, self.clock())
