"""A consultant's order for a client: who may gather, send and answer it, and that it is taken once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from domain.clients.models import ClientQuiet, Quiet
from domain.clients.use_cases import AskQuiet, ClientBook
from domain.joining.models import Form
from domain.notices.models import NoticeKind
from domain.ordering.code_list import Reading, read_codes
from domain.ordering.errors import NotAvailable
from domain.people.models import Person
from domain.pricing.engine import Terms
from domain.proposals.answer import AnswerProposal
from domain.proposals.gather import GatherGoods, ProposalSheet, SendProposal
from domain.proposals.models import (
    MOST_A_DAY,
    NothingLeft,
    ProposalEmpty,
    ProposalId,
    ProposalOver,
    ProposalState,
    TooManyProposals,
)
from domain.shared.errors import Forbidden, NotFound, Stale
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, PersonId, ProductId
from domain.shared.money import rubles
from tests.fakes import FakeDatabase
from tests.handlers.cabinet import NOW, consultant, product

OLEG = Person(PersonId(2001), "ru", CustomerId(90), own_consultant_id=ConsultantId(1))
RIVAL = Person(PersonId(2002), "ru", CustomerId(91), own_consultant_id=ConsultantId(2))
ANNA = Person(PersonId(1001), "ru", CustomerId(1), registered=True)
TABLET = Person(PersonId(1002), "ru", CustomerId(1), registered=True)
STRANGER = Person(PersonId(1003), "ru", CustomerId(2), registered=True)
CREAM, OTHER = ArticleId(1), ArticleId(2)


@dataclass
class Shop:
    database: FakeDatabase = field(default_factory=FakeDatabase)
    now: datetime = NOW

    def __post_init__(self) -> None:
        data = self.database.data
        data.consultants.update({ConsultantId(n): consultant(n) for n in (1, 2)})
        data.products.update({ProductId(n): product(n) for n in (1, 2, 3)})
        coded = replace(product(2).articles[0], code="20202")
        data.products[ProductId(2)] = replace(product(2), articles=(coded,))
        for person in (ANNA, TABLET, STRANGER, OLEG, RIVAL):
            data.people[person.id] = person
        data.choices.update({ANNA.customer_id: ConsultantId(1), STRANGER.customer_id: ConsultantId(2)})
        for person, name in ((ANNA, "Анна"), (STRANGER, "Вера")):
            data.forms[person.customer_id] = Form(first_name=name, last_name="Дорогова", complete=True)
        read, write = self.database.read, self.database.write
        self.book = ClientBook(read)
        self.gather = GatherGoods(read, write, lambda: self.now)
        self.send = SendProposal(write, lambda: self.now)
        self.answer = AnswerProposal(read, write, lambda: self.now, Terms())
        self.quiet = AskQuiet(write, lambda: self.now)

    async def sent(self, pieces: int = 2) -> ProposalId:
        sheet = await self.gather.begin(OLEG, ANNA.customer_id)
        sheet = await self.gather.count(OLEG, sheet.proposal.id, CREAM, pieces)
        await self.dispatch(sheet)
        return sheet.proposal.id

    async def dispatch(self, sheet: ProposalSheet) -> None:
        await self.send(OLEG, sheet.proposal.id, sheet.proposal.version)

    def notices(self, kind: NoticeKind) -> list[PersonId]:
        return [each.to for each in self.database.data.outbox.values() if each.kind is kind]

    def cart(self) -> dict[ArticleId, int]:
        return {a: n for (owner, a), n in self.database.data.cart_lines.items() if owner == ANNA.customer_id}


@pytest.fixture
def shop() -> Shop:
    return Shop()


async def test_the_book_has_ones_own_registered_clients_alone(shop: Shop) -> None:
    shop.database.data.choices[CustomerId(7)] = ConsultantId(1)
    found = await shop.book(OLEG)
    assert ([each.name for each in found.page.items], found.unnamed) == (["Анна Дорогова"], 1)
    assert [each.name for each in (await shop.book(OLEG, 0, "dorogova")).page.items] == ["Анна Дорогова"]
    assert (await shop.book(OLEG, 9_999, "Вера")).page.total == 0
    for id_ in (STRANGER.customer_id, CustomerId(7), CustomerId(0)):
        with pytest.raises(NotFound):
            await shop.book.open(OLEG, id_)
    with pytest.raises(Forbidden):
        await shop.book(ANNA)


async def test_from_the_draft_to_the_cart(shop: Shop) -> None:
    sheet = await shop.gather.begin(OLEG, ANNA.customer_id)
    again = await shop.gather.begin(OLEG, ANNA.customer_id)
    assert again.proposal.id == sheet.proposal.id
    id_ = sheet.proposal.id
    await shop.gather.count(OLEG, id_, CREAM, 2)
    read, sheet = await shop.gather.by_codes(OLEG, id_, read_codes("20202 x99, 90909 x1"))
    assert [each.reading for each in read] == [Reading.SHORT, Reading.UNKNOWN]
    sheet = await shop.gather.note(OLEG, id_, "  к  вашему\nтону ")
    assert (sheet.proposal.pieces, sheet.proposal.note) == (12, "к вашему тону")
    with pytest.raises(NotFound):
        await shop.answer(ANNA, id_)
    await shop.dispatch(sheet)
    assert shop.notices(NoticeKind.PROPOSAL) == [ANNA.id, TABLET.id]
    offered = await shop.answer(TABLET, id_)
    assert offered.is_open
    # At the client's own conditions: an order of this size has its rung of the ladder.
    assert offered.priced.quote.total.minor < sheet.proposal.full.minor

    await shop.answer.take(ANNA, id_)
    assert shop.cart() == {CREAM: 2, OTHER: 10}
    assert shop.notices(NoticeKind.PROPOSAL_ANSWER) == [OLEG.id]
    assert shop.notices(NoticeKind.PROPOSAL_REFRESH) == [ANNA.id, TABLET.id]
    assert not (await shop.answer(ANNA, id_)).is_open


async def test_taken_once_however_often_it_is_pressed(shop: Shop) -> None:
    id_ = await shop.sent()
    await shop.answer.take(ANNA, id_)
    # The order is placed, the cart is empty: a press of the other account that came late fills it no more.
    shop.database.data.cart_lines.clear()
    for person in (TABLET, ANNA):
        await shop.answer.take(person, id_)
    assert shop.cart() == {}
    assert shop.notices(NoticeKind.PROPOSAL_ANSWER) == [OLEG.id]
    with pytest.raises(ProposalOver):
        await shop.answer.refuse(ANNA, id_)


async def test_what_is_in_the_cart_already_is_made_up_and_new_prices_show(shop: Shop) -> None:
    id_ = await shop.sent(3)
    shop.database.data.cart_lines[ANNA.customer_id, CREAM] = 1
    shop.database.data.cart_lines[ANNA.customer_id, OTHER] = 1
    shop.database.data.cart_lines.pop((ANNA.customer_id, CREAM))
    shop.database.data.products[ProductId(1)] = replace(product(1), price=rubles(1500))
    priced = await shop.answer.take(ANNA, id_)
    assert shop.cart() == {OTHER: 1, CREAM: 3}
    assert priced.cart.has_changes
    assert [line.old_price for line in priced.cart.lines if line.goods.article_id == CREAM] == [rubles(1290)]


async def test_stock_is_that_of_the_moment(shop: Shop) -> None:
    id_ = await shop.sent(5)
    article = replace(product(1).articles[0], stock=2)
    shop.database.data.products[ProductId(1)] = replace(product(1), articles=(article,))
    assert [line.quantity for line in (await shop.answer(ANNA, id_)).priced.cart.lines] == [2]
    await shop.answer.take(ANNA, id_)
    assert shop.cart() == {CREAM: 2}

    second = await shop.sent(2)
    shop.database.data.products[ProductId(1)] = product(1, on_sale=False)
    with pytest.raises(NothingLeft):
        await shop.answer.take(ANNA, second)
    assert (await shop.answer(ANNA, second)).is_open


async def test_others_can_do_nothing_with_it(shop: Shop) -> None:
    id_ = await shop.sent()
    before = shop.database.data.proposals[id_]
    for person in (STRANGER, OLEG, RIVAL):
        for answer in (shop.answer, shop.answer.take, shop.answer.refuse):
            with pytest.raises(NotFound):
                await answer(person, id_)
    for person, error in ((RIVAL, NotFound), (ANNA, Forbidden)):
        with pytest.raises(error):
            await shop.gather(person, id_)
        with pytest.raises(error):
            await shop.gather.count(person, id_, CREAM, 1)
        with pytest.raises(error):
            await shop.send.withdraw(person, id_)
        with pytest.raises(error):
            await shop.gather.begin(person, ANNA.customer_id)
    assert shop.database.data.proposals[id_] == before
    assert shop.cart() == {}


async def test_a_client_who_went_to_another_consultant_is_lost_to_both_sides(shop: Shop) -> None:
    id_ = await shop.sent()
    shop.database.data.choices[ANNA.customer_id] = ConsultantId(2)
    assert not (await shop.answer(ANNA, id_)).is_open
    with pytest.raises(ProposalOver):
        await shop.answer.take(ANNA, id_)
    for person in (OLEG, RIVAL):
        with pytest.raises(NotFound):
            await shop.gather(person, id_)


async def test_sent_once_and_as_it_was_seen(shop: Shop) -> None:
    sheet = await shop.gather.begin(OLEG, ANNA.customer_id)
    id_ = sheet.proposal.id
    with pytest.raises(ProposalEmpty):
        await shop.send(OLEG, id_, sheet.proposal.version)
    seen = (await shop.gather.count(OLEG, id_, CREAM, 1)).proposal.version
    await shop.gather.count(OLEG, id_, CREAM, 1)
    with pytest.raises(Stale):
        await shop.send(OLEG, id_, seen)
    for _ in range(3):
        await shop.send(OLEG, id_, seen + 1)
    assert shop.notices(NoticeKind.PROPOSAL) == [ANNA.id, TABLET.id]
    with pytest.raises(ProposalOver):
        await shop.gather.count(OLEG, id_, CREAM, 1)


async def test_a_newer_one_takes_the_place_of_what_waits(shop: Shop) -> None:
    first = await shop.sent()
    second = await shop.sent(1)
    assert second != first
    states = {id_: each.state for id_, each in shop.database.data.proposals.items()}
    assert states == {first: ProposalState.WITHDRAWN, second: ProposalState.SENT}
    with pytest.raises(ProposalOver):
        await shop.answer.take(ANNA, first)
    await shop.send.withdraw(OLEG, second)
    await shop.send.withdraw(OLEG, second)
    with pytest.raises(ProposalOver):
        await shop.answer.take(ANNA, second)


async def test_who_wants_none_is_sent_none_and_nobody_too_many(shop: Shop) -> None:
    await shop.quiet(ANNA, Quiet.PROPOSALS, True)
    with pytest.raises(ClientQuiet):
        await shop.sent()
    await shop.quiet(ANNA, Quiet.PROPOSALS, False)
    for _ in range(MOST_A_DAY):
        await shop.sent()
    with pytest.raises(TooManyProposals):
        await shop.sent()
    shop.now += timedelta(hours=25)
    await shop.sent()


async def test_never_more_than_there_is(shop: Shop) -> None:
    sheet = await shop.gather.begin(OLEG, ANNA.customer_id)
    id_ = sheet.proposal.id
    assert (await shop.gather.count(OLEG, id_, CREAM, 99)).proposal.pieces == 10
    with pytest.raises(NotAvailable):
        await shop.gather.count(OLEG, id_, CREAM, 1)
    with pytest.raises(NotFound):
        await shop.gather.count(OLEG, id_, ArticleId(999), 1)
    assert (await shop.gather.count(OLEG, id_, CREAM, -99)).proposal.lines == ()


async def test_a_no_is_told_once(shop: Shop) -> None:
    id_ = await shop.sent()
    await shop.answer.refuse(ANNA, id_)
    await shop.answer.refuse(TABLET, id_)
    assert shop.notices(NoticeKind.PROPOSAL_ANSWER) == [OLEG.id]
    with pytest.raises(ProposalOver):
        await shop.answer.take(TABLET, id_)
    assert shop.cart() == {}
