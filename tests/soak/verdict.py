"""Whether what stands in the database, and what people were told, is what they did."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from domain.ordering.models import Delivery, OrderState
from handlers.ordering.states import Ordering
from storage.connection import ResultRow
from storage.database import Database
from storage.sealing import place
from storage.tables import articles, cart_lines, carts, failed_updates, fsm, order_events, order_lines, orders, outbox
from storage.tables.delivery import OutboxState
from tests.sandbox_client import SandboxClient
from tests.soak.model import Bought
from tests.soak.people import Client
from tests.soak.shop import STOCK

NUMBER = re.compile(r"№\s(\d+)")
FIRST_NUMBER = 10_000


async def rows(database: Database, statement: Any) -> Sequence[ResultRow]:
    async with database.read() as work:
        return (await work.connection.execute(statement)).all()


async def compare(database: Database, clients: Sequence[Client]) -> list[str]:
    """What is in the database and should not be, or should be and is not: a line each."""
    wrong: list[str] = []
    found = await _orders(database)
    cart = {row.customer_id: row for row in await rows(database, select(carts))}
    lines: dict[int, dict[int, int]] = {}
    for row in await rows(database, select(cart_lines).order_by(cart_lines.c.added_in)):
        lines.setdefault(row.customer_id, {})[row.article_id] = row.quantity
    for client in clients:
        cabinet, customer = client.cabinet, client.who.customer
        kept = cart[customer]
        sealed = kept.comment_sealed
        comment = database.keyring.open(sealed, place("carts", "comment", customer)) if sealed else ""
        is_there = (kept.version, list(lines.get(customer, {}).items()), comment, found.get(customer, []))
        meant = (cabinet.version, list(cabinet.lines.items()), cabinet.comment, cabinet.orders)
        names = ("version of the cart", "lines of the cart", "comment", "orders")
        for name, one, other in zip(names, is_there, meant, strict=True):
            if one != other:
                wrong.append(f"person {client.who.person}: {name}: {one} instead of {other}")
    wrong += await _typing(database, clients)
    wrong += await _stock(database, clients)
    placed = Counter(row.order_id for row in await rows(database, select(order_events)) if row.kind == "placed")
    wrong += [f"order {id_} was placed {count} times" for id_, count in placed.items() if count != 1]
    return wrong


async def _orders(database: Database) -> dict[int, list[Bought]]:
    bought: dict[int, list[tuple[int, int]]] = {}
    for row in await rows(database, select(order_lines).order_by(order_lines.c.order_id, order_lines.c.position)):
        bought.setdefault(row.order_id, []).append((row.article_id, row.quantity))
    found: dict[int, list[Bought]] = {}
    for row in await rows(database, select(orders).order_by(orders.c.id)):
        sealed = row.comment_sealed
        seat = place("orders", "comment", f"{row.customer_id}:{row.key}")
        comment = database.keyring.open(sealed, seat) if sealed else ""
        assert row.state == OrderState.PLACED
        order = Bought(row.key, tuple(bought[row.id]), comment, Delivery(row.delivery), row.total)
        found.setdefault(row.customer_id, []).append(order)
    return found


async def _typing(database: Database, clients: Sequence[Client]) -> list[str]:
    # bot:chat:user:thread:destiny
    states = {int(row.key.split(":")[2]): row.state for row in await rows(database, select(fsm))}
    wrong = []
    for client in clients:
        person = client.who.person
        waits = states.get(person) == Ordering.comment.state
        if waits != client.cabinet.typing:
            wrong.append(f"person {person}: the bot {'waits' if waits else 'does not wait'} for a comment")
    return wrong


async def _stock(database: Database, clients: Sequence[Client]) -> list[str]:
    sold: Counter[int] = Counter()
    for client in clients:
        for order in client.cabinet.orders:
            sold.update(dict(order.lines))
    left = {row.id: row.stock for row in await rows(database, select(articles))}
    return [
        f"article {article}: {STOCK - stock} sold instead of {sold[article]}"
        for article, stock in left.items()
        if STOCK - stock != sold[article]
    ]


@dataclass(frozen=True, slots=True)
class Told:
    """What the consultants were told of orders."""

    notices: int
    repeated: int
    missing: tuple[str, ...]


async def told(sandbox: SandboxClient, database: Database, clients: Sequence[Client]) -> Told:
    """Reads the consultants' chats, as they see them, and looks for each order's number in its consultant's."""
    customers = {client.who.customer: client.who.consultant for client in clients}
    seen: dict[int, Counter[int]] = {}
    for consultant in set(customers.values()):
        messages = (await sandbox.chat(consultant)).messages
        numbers = (NUMBER.search(message.text) for message in messages if not message.outgoing)
        seen[consultant] = Counter(int(found.group(1)) - FIRST_NUMBER for found in numbers if found)
    missing = [
        f"order {row.id}: consultant {customers[row.customer_id]} was not told"
        for row in await rows(database, select(orders))
        if not seen[customers[row.customer_id]][row.id]
    ]
    total = sum(count.total() for count in seen.values())
    return Told(total, total - sum(len(count) for count in seen.values()), tuple(missing))


async def owed(database: Database) -> Counter[str]:
    """The outbox's rows by state."""
    return Counter(str(row.state) for row in await rows(database, select(outbox.c.state)))


async def put_aside(database: Database) -> list[str]:
    """Why updates were put aside: the first line of each story."""
    return [row.error.splitlines()[0] for row in await rows(database, select(failed_updates))]


async def waiting(database: Database) -> bool:
    """Whether a notice still has to be sent."""
    return bool((await owed(database))[OutboxState.WAITING])
