"""An in-memory database for the rules' own tests: every port of domain/, with transactions that keep or undo.

    database = FakeDatabase()
    database.data.consultants[consultant.id] = consultant
    choose = ChooseConsultant(database.write, clock)

A writing transaction works on a copy that takes the place of the data when the block is left without an exception.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from domain.audit.models import Action, Entry, NewEntry
from domain.catalog.models import Category, Product, ProductBrief
from domain.codes.models import KeptCode, NewCode
from domain.codes.models import Purpose as CodePurpose
from domain.consents.models import Consent, Purpose
from domain.joining.models import Form, Proof
from domain.notices.models import Notice, Owed
from domain.people.models import Person
from domain.shared.ids import CategoryId, CustomerId, PersonId, ProductId
from domain.shared.localised import Language
from tests.fake_access import (
    FakeApplicants,
    FakeBindings,
    FakeContacts,
    FakeCredentials,
    FakeEntries,
    FakeGuards,
)
from tests.fake_broadcasts import FakeBroadcasts, FakeFigures, FakeMutedKinds, FakeRecalls
from tests.fake_clients import FakeBirths, FakeClients, FakeProposals, FakeQuiets, FakeTasks
from tests.fake_consultants import FakeChoices, FakeConsultants, FakeStaff
from tests.fake_data import Data
from tests.fake_deals import FakeDeals, FakePoints, FakePricePromotions, FakePromoCodes
from tests.fake_delivery import FakeAddresses, FakePickupPoints, FakeRates, FakeTerms
from tests.fake_faq import FakeFaq
from tests.fake_goods import FakeBrochures, FakeGoodsImports
from tests.fake_ordering import FakeBuyers, FakeCarts, FakeOrderLists, FakeOrders, FakeReorders, FakeStock
from tests.fake_payments import FakePayments
from tests.fake_personal import FakeDataRequests, FakeFormerContacts, FakeHoldings
from tests.fake_relay import FakeConversations, FakeRelayed
from tests.fake_tickets import FakeTickets
from tests.fake_wishes import FakeSearch, FakeShades, FakeWishes


class FakePeople:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, person_id: PersonId) -> Person | None:
        person = self.data.people.get(person_id)
        if person is None:
            return None
        own = next((c.id for c in self.data.consultants.values() if c.person_id == person_id), None)
        return replace(
            person,
            registered=self.data.forms.get(person.customer_id, Form()).complete,
            consultant_id=self.data.choices.get(person.customer_id),
            own_consultant_id=own,
        )

    async def add(self, person_id: PersonId, language: Language) -> Person:
        self.data.people.setdefault(person_id, Person(person_id, language, CustomerId(len(self.data.people) + 1)))
        person = await self.get(person_id)
        assert person is not None
        return person

    async def set_language(self, person_id: PersonId, language: Language) -> None:
        self.data.people[person_id] = replace(self.data.people[person_id], language=language)

    async def set_reachable(self, person_id: PersonId, reachable: bool) -> None:
        self.data.people[person_id] = replace(self.data.people[person_id], reachable=reachable)


class FakeForms:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, customer_id: CustomerId) -> Form:
        return self.data.forms.get(customer_id, Form())

    async def save(self, customer_id: CustomerId, form: Form, at: datetime) -> None:
        self.data.forms[customer_id] = form
        self.data.form_times[customer_id] = at

    async def is_taken(self, customer_id: CustomerId, form: Form) -> bool:
        others = [each for id_, each in self.data.forms.items() if id_ != customer_id and each.complete]
        return any(_known(form) & _known(each) for each in others)


def _known(form: Form) -> set[tuple[str, str]]:
    """What a cabinet is found by."""
    found = {("passport", form.passport)}
    found |= {("phone", form.phone)} if form.phone_proof is Proof.OWN else set()
    found |= {("email", form.email and form.email.casefold())} if form.email_proof is Proof.OWN else set()
    return {(field, value) for field, value in found if value}


class FakeDrafts:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def to_remind(self, before: datetime, limit: int) -> Sequence[tuple[CustomerId, Sequence[PersonId]]]:
        due = [id_ for id_ in self._drafts() if self.data.form_times[id_] <= before and id_ not in self.data.reminded]
        persons = {id_: [p.id for p in self.data.people.values() if p.customer_id == id_] for id_ in due}
        return list(persons.items())[:limit]

    async def reminded(self, customer_id: CustomerId, at: datetime) -> None:
        self.data.reminded[customer_id] = at

    async def prune(self, before: datetime) -> int:
        old = [id_ for id_ in self._drafts() if self.data.form_times[id_] < before]
        for id_ in old:
            del self.data.forms[id_]
        return len(old)

    def _drafts(self) -> list[CustomerId]:
        return [id_ for id_, form in self.data.forms.items() if not form.complete]


class FakeConsents:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of(self, customer_id: CustomerId) -> Mapping[Purpose, Consent]:
        return {purpose: each for (id_, purpose), each in self.data.consents.items() if id_ == customer_id}

    async def give(self, person: Person, consent: Consent) -> None:
        self.data.consents[person.customer_id, consent.purpose] = consent

    async def withdraw(self, customer_id: CustomerId, purpose: Purpose, at: datetime) -> None:
        self.data.consents.pop((customer_id, purpose), None)


class FakeCodes:
    """The digits of a code are its id, so that a test knows them."""

    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, code: NewCode) -> int:
        code_id = max(self.data.codes, default=0) + 1
        self.data.codes[code_id] = KeptCode(
            code_id,
            code.person_id,
            code.purpose,
            code.way,
            code.address,
            code.sent_at,
            code.expires_at,
            attempts=0,
            used=False,
        )
        return code_id

    async def latest(self, person: Person, purpose: CodePurpose) -> KeptCode | None:
        found = [c for c in self.data.codes.values() if (c.person_id, c.purpose) == (person.id, purpose)]
        return found[-1] if found else None

    async def get(self, code_id: int) -> KeptCode | None:
        return self.data.codes.get(code_id)

    async def sent_since(
        self, person: Person, address: str, since: datetime
    ) -> tuple[Sequence[datetime], Sequence[datetime]]:
        lately = [code for code in self.data.codes.values() if code.sent_at > since]
        by_person = [code.sent_at for code in lately if code.person_id == person.id]
        return by_person, [code.sent_at for code in lately if code.address.casefold() == address.casefold()]

    async def digits(self, code_id: int) -> str:
        return f"{code_id:06}"

    async def is_right(self, code_id: int, digits: str) -> bool:
        return digits == await self.digits(code_id)

    async def count_wrong(self, code_id: int) -> None:
        self.data.codes[code_id] = replace(self.data.codes[code_id], attempts=self.data.codes[code_id].attempts + 1)

    async def use(self, code_id: int) -> None:
        self.data.codes[code_id] = replace(self.data.codes[code_id], used=True)

    async def prune(self, before: datetime) -> int:
        old = [id_ for id_, code in self.data.codes.items() if code.sent_at < before]
        for id_ in old:
            del self.data.codes[id_]
        return len(old)


class FakeOutbox:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def put(self, notice: Notice) -> None:
        self.data.outbox.setdefault(notice.key, notice)

    async def about(self, subject: str) -> Sequence[Owed]:
        numbered = enumerate(self.data.outbox.values(), start=1)
        return [Owed(n, each.to, each.kind, n) for n, each in numbered if each.subject == subject]

    async def owed(self, id: int) -> Owed | None:
        notices = list(self.data.outbox.values())
        return Owed(id, notices[id - 1].to, notices[id - 1].kind, id) if 0 < id <= len(notices) else None


class FakeAudit:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def add(self, entry: NewEntry) -> Entry:
        kept = Entry(entry.at, entry.who, entry.action, entry.subject, entry.reason, len(self.data.audit) + 1)
        self.data.audit[kept.id] = kept
        return kept

    async def get(self, entry_id: int) -> Entry | None:
        return self.data.audit.get(entry_id)

    async def count_since(self, who: PersonId, action: Action, since: datetime) -> int:
        return sum((each.who, each.action) == (who, action) and each.at > since for each in self.data.audit.values())


class FakeCatalog:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def categories(self, *, hidden: bool = False) -> Sequence[Category]:
        on_sale = [product.category_id for product in self.data.products.values() if product.on_sale]
        counted = [replace(each, products=on_sale.count(each.id)) for each in self.data.categories.values()]
        return [category for category in counted if hidden or category.products]

    async def category(self, category_id: CategoryId) -> Category | None:
        return self.data.categories.get(category_id)

    async def of_category(
        self, category_id: CategoryId, offset: int, limit: int, *, hidden: bool = False
    ) -> tuple[Category, Sequence[ProductBrief], int] | None:
        category = self.data.categories.get(category_id)
        found = [
            ProductBrief(
                id=each.id,
                name=each.name,
                price=each.price,
                is_new=each.is_new,
                is_hit=each.is_hit,
                in_stock=any(article.stock > 0 for article in each.articles),
                on_sale=each.on_sale,
            )
            for each in self.data.products.values()
            if each.category_id == category_id and (each.on_sale or hidden)
        ]
        return None if category is None else (category, found[offset : offset + limit], len(found))

    async def product(self, product_id: ProductId) -> Product | None:
        return self.data.products.get(product_id)

    async def set_on_sale(self, product_id: ProductId, on_sale: bool) -> None:
        if product_id in self.data.products:
            self.data.products[product_id] = replace(self.data.products[product_id], on_sale=on_sale)


class FakeWork:
    """Every shelf over the same data."""

    def __init__(self, data: Data) -> None:
        self.people = FakePeople(data)
        self.consultants = FakeConsultants(data)
        self.conversations = FakeConversations(data)
        self.relayed = FakeRelayed(data)
        self.choices = FakeChoices(data)
        self.staff = FakeStaff(data)
        self.forms = FakeForms(data)
        self.drafts = FakeDrafts(data)
        self.consents = FakeConsents(data)
        self.codes = FakeCodes(data)
        self.outbox = FakeOutbox(data)
        self.addresses = FakeAddresses(data)
        self.pickup_points = FakePickupPoints(data)
        self.rates = FakeRates(data)
        self.terms = FakeTerms(data)
        self.payments = FakePayments(data)
        self.catalog = FakeCatalog(data)
        self.carts = FakeCarts(data)
        self.stock = FakeStock(data)
        self.orders = FakeOrders(data)
        self.order_lists = FakeOrderLists(data)
        self.reorders = FakeReorders(data)
        self.buyers = FakeBuyers(data)
        self.deals = FakeDeals(data)
        self.price_promotions = FakePricePromotions(data)
        self.promo_codes = FakePromoCodes(data)
        self.points = FakePoints(data)
        self.credentials = FakeCredentials(data)
        self.bindings = FakeBindings(data)
        self.entries = FakeEntries(data)
        self.guards = FakeGuards(data)
        self.contacts = FakeContacts(data)
        self.applicants = FakeApplicants(data)
        self.audit = FakeAudit(data)
        self.data_requests = FakeDataRequests(data)
        self.holdings = FakeHoldings(data)
        self.former_contacts = FakeFormerContacts(data)
        self.search = FakeSearch(data)
        self.shades = FakeShades(data)
        self.wishes = FakeWishes(data)
        self.goods_imports = FakeGoodsImports(data)
        self.brochures = FakeBrochures(data)
        self.broadcasts = FakeBroadcasts(data)
        self.muted_kinds = FakeMutedKinds(data)
        self.broadcast_figures = FakeFigures(data)
        self.broadcast_recalls = FakeRecalls(data)
        self.tickets = FakeTickets(data)
        self.faq = FakeFaq(data)
        self.clients = FakeClients(data)
        self.tasks = FakeTasks(data)
        self.births = FakeBirths(data)
        self.quiets = FakeQuiets(data)
        self.proposals = FakeProposals(data)


class FakeDatabase:
    """Hands out transactions; `data` is what has been kept."""

    def __init__(self) -> None:
        self.data = Data()
        self.failed = False
        """A writing block ended in an error: of the update it was in, nothing can be committed any more."""

    @asynccontextmanager
    async def read(self) -> AsyncIterator[FakeWork]:
        yield FakeWork(self.data.copy())

    @asynccontextmanager
    async def write(self) -> AsyncIterator[FakeWork]:
        changed = self.data.copy()
        try:
            yield FakeWork(changed)
        except BaseException:
            self.failed = True
            raise
        self.data = changed
