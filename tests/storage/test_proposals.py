"""The client book and proposals in the database, on both engines."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.clients.models import Quiet
from domain.clients.use_cases import ClientBook
from domain.ordering.models import OrderState
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.proposals.answer import AnswerProposal
from domain.proposals.gather import GatherGoods, SendProposal
from domain.proposals.models import ProposalId, ProposalState
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId
from domain.shared.money import Money
from storage.database import Database
from storage.tables import articles, customers, orders, outbox, people, products, proposals
from tests.forms import JOINED
from tests.storage.shop import ANNA, BORIS, OLEG, Shop, new_order

TABLET = PersonId(1003)


async def person(db: Database, id_: int) -> Person:
    async with db.read() as work:
        found = await work.people.get(PersonId(id_))
    assert found is not None
    return found


async def furnish(db: Database, shop: Shop, watch: Any) -> None:
    """Anna (on two devices) and Boris are Oleg's registered clients; somebody else chose him and has no form."""
    async with db.write() as work:
        guest = await work.people.add(PersonId(1004), "ru")
        await work.people.add(TABLET, "ru")
        await work.connection.execute(update(people).where(people.c.id == TABLET).values(customer_id=shop.anna))
        for customer, name in ((shop.anna, "Анна"), (shop.boris, "Борис")):
            form = replace(JOINED, first_name=name, passport=None, phone=None, email=None, complete=True)
            await work.forms.save(customer, form, watch())
            await work.choices.choose(customer, shop.oleg, watch())
        await work.choices.choose(guest.customer_id, shop.oleg, watch())


async def test_the_book_counts_ones_own_orders_that_came_to_something(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    async with db.write() as work:
        for number, consultant in enumerate((shop.oleg, shop.oleg, shop.vera)):
            watch.forward(hours=1)
            await work.orders.add(new_order(shop, watch, key=f"k{number}", consultant_id=consultant))
        await work.connection.execute(update(orders).where(orders.c.key == "k1").values(state=OrderState.CANCELLED))
    book, oleg = ClientBook(db.read), await person(db, OLEG)
    found = await book(oleg)
    assert [(each.customer_id, each.orders) for each in found.page.items] == [(shop.anna, 1), (shop.boris, 0)]
    assert found.unnamed == 1
    assert found.page.items[0].last_order_at is not None
    assert (await book(oleg, 9_000)).page.number == 0
    assert [each.customer_id for each in (await book(oleg, 0, "boris")).page.items] == [shop.boris]
    sheet = await book.open(oleg, shop.anna)
    assert len(sheet.orders) == 2, "another consultant's order is not Oleg's to see"
    async with db.write() as work:
        await work.connection.execute(
            update(customers).where(customers.c.id == shop.anna).values(consultant_id=shop.vera)
        )
    assert [each.customer_id for each in (await book(oleg)).page.items] == [shop.boris]


async def test_quiet_and_loud_again(db: Database, shop: Shop, watch: Any) -> None:
    async with db.write() as work:
        for quiet in (Quiet.CARE, Quiet.PROPOSALS, Quiet.CARE):
            await work.quiets.set(shop.anna, quiet, True, watch())
        assert await work.quiets.of(shop.anna) == {Quiet.CARE, Quiet.PROPOSALS}
        await work.quiets.set(shop.anna, Quiet.PROPOSALS, False, watch())
        assert await work.quiets.of(shop.anna) == {Quiet.CARE}
        assert await work.quiets.of(shop.boris) == frozenset()


class Desk:
    """Both sides' use cases."""

    def __init__(self, db: Database, watch: Any) -> None:
        self.gather = GatherGoods(db.read, db.write, watch)
        self.send = SendProposal(db.write, watch)
        self.answer = AnswerProposal(db.read, db.write, watch, Terms())


async def test_one_draft_a_client_even_when_begun_at_once(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    desk, oleg = Desk(db, watch), await person(db, OLEG)
    sheets = await asyncio.gather(*(desk.gather.begin(oleg, shop.anna) for _ in range(4)))
    assert len({each.proposal.id for each in sheets}) == 1
    id_ = sheets[0].proposal.id
    await asyncio.gather(*(desk.gather.count(oleg, id_, shop.ruby, 1) for _ in range(4)))
    sheet = await desk.gather.count(oleg, id_, shop.rose, 1)
    assert [(line.goods.article_id, line.quantity) for line in sheet.proposal.lines] == [(shop.ruby, 4), (shop.rose, 1)]
    assert sheet.proposal.version == 5
    await desk.gather.note(oleg, id_, "к вашему тону")
    assert (await desk.gather(oleg, id_)).proposal.note == "к вашему тону"
    async with db.read() as work:
        row = (await work.connection.execute(select(proposals))).one()
        assert "тону".encode() not in bytes(row.note_sealed)
    cleared = (await desk.gather.clear(oleg, id_)).proposal
    assert (cleared.lines, cleared.note) == ((), "")


async def test_two_accounts_take_it_at_the_same_moment(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    desk, oleg = Desk(db, watch), await person(db, OLEG)
    anna, tablet, boris = await person(db, ANNA), await person(db, TABLET), await person(db, BORIS)
    id_ = (await desk.gather.begin(oleg, shop.anna)).proposal.id
    version = (await desk.gather.count(oleg, id_, shop.ruby, 3)).proposal.version
    await asyncio.gather(*(desk.send(oleg, id_, version) for _ in range(3)))
    assert await _owed(db, "proposal") == [ANNA, TABLET]
    async with db.write() as work:
        await work.connection.execute(update(products).where(products.c.id == shop.lipstick).values(price=99_00))
        await work.connection.execute(update(articles).where(articles.c.id == shop.ruby).values(stock=2))
    took = await asyncio.gather(*(desk.answer.take(each, id_) for each in (anna, tablet) * 3))
    assert all([line.quantity for line in cart.cart.lines] == [2] for cart in took)
    assert took[0].cart.lines[0].old_price == Money(1_290_00)
    assert await _owed(db, "proposal_answer") == [OLEG]
    assert await _owed(db, "proposal_refresh") == [ANNA, TABLET]
    async with db.write() as work:
        await work.carts.clear(shop.anna)
    assert (await desk.answer.take(tablet, id_)).cart.lines == ()
    with pytest.raises(NotFound):
        await desk.answer.take(boris, id_)


async def test_what_waits_gives_way_to_a_newer_one(db: Database, shop: Shop, watch: Any) -> None:
    await furnish(db, shop, watch)
    desk, oleg = Desk(db, watch), await person(db, OLEG)
    ids: list[ProposalId] = []
    for _ in range(2):
        sheet = await desk.gather.begin(oleg, shop.anna)
        sheet = await desk.gather.count(oleg, sheet.proposal.id, shop.cream_article, 1)
        await desk.send(oleg, sheet.proposal.id, sheet.proposal.version)
        ids.append(sheet.proposal.id)
        watch.forward(minutes=1)
    async with db.read() as work:
        states = [found.state for id_ in ids if (found := await work.proposals.get(id_)) is not None]
        last = await work.proposals.last(shop.oleg, shop.anna)
        assert await work.proposals.sent_since(shop.anna, watch().replace(year=2020)) == 2
        assert await work.proposals.sent_since(shop.boris, watch().replace(year=2020)) == 0
        assert await work.proposals.get(ProposalId(10**9)) is None
    assert states == [ProposalState.WITHDRAWN, ProposalState.SENT]
    assert last is not None
    assert last.id == ids[1]


async def _owed(db: Database, kind: str) -> list[int]:
    async with db.read() as work:
        rows = await work.connection.execute(select(outbox.c.person_id).where(outbox.c.kind == kind))
    return sorted(rows.scalars())
