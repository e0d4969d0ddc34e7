"""A unit of work: every area's shelf over one connection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from domain.shared.ids import CustomerId
from storage.access import Bindings, Contacts, Credentials, Entries, Guards
from storage.applicants import Applicants
from storage.audience_marks import AudienceMarks, MutedKinds
from storage.audit import Audit
from storage.broadcast_figures import BroadcastFigures
from storage.broadcast_recalls import BroadcastRecalls
from storage.broadcast_report import BroadcastReports
from storage.broadcast_turns import BroadcastTurns
from storage.broadcasts import Broadcasts
from storage.brochures import Brochures
from storage.buyers import Buyers
from storage.care import Choices, Staff
from storage.care_tasks import Births, Tasks
from storage.carts import Carts
from storage.catalog import Catalog
from storage.clients import Clients, Quiets
from storage.codes import Codes
from storage.connection import Connection
from storage.consents import Consents
from storage.consultants import Consultants
from storage.data_requests import DataRequests
from storage.deals import Deals, PromoCodes
from storage.delivery import Addresses, PickupPoints, Rates
from storage.faq import Faq
from storage.former_contacts import FormerContacts
from storage.goods import Goods
from storage.goods_imports import GoodsImports
from storage.joining import Drafts, Forms
from storage.order_lists import OrderLists
from storage.orders import Orders
from storage.outbox import Outbox
from storage.payments import Payments
from storage.people import People
from storage.personal_data import Holdings
from storage.points import Points
from storage.price_promotions import PricePromotions
from storage.proposals import Proposals
from storage.relay import Conversations
from storage.relayed import RelayedMessages
from storage.reorders import Reorders
from storage.sealing import Keyring
from storage.search import Search
from storage.shades import Shades
from storage.stock import Stock
from storage.tables import customers
from storage.terms import TermsAccepted
from storage.tickets import Tickets
from storage.wishes import Wishes

if TYPE_CHECKING:
    from domain.clients.todo import CareMessageWork
    from domain.consultants.ports import ConsultantsWork
    from domain.faq.ports import FaqWork
    from domain.goods.brochures import BrochureWork
    from domain.goods.ports import GoodsWork
    from domain.joining.ports import JoiningWork
    from domain.ordering.ports import OrderingWork
    from domain.ordering.product_card import CardWork
    from domain.people.ports import PeopleWork
    from domain.proposals.ports import ProposingWork
    from domain.tickets.ports import TicketsWork

_HOLD = select(customers.c.id).where(customers.c.id == bindparam("id")).with_for_update(key_share=True)


class Work:
    """What a use case is handed. It satisfies the domain's Work protocols of every area.

    In a writing one, whatever is read of a customer's own things (cart, form, consultant, order by key) holds that
    customer still until the end, so two devices of one cabinet take turns. Locks are taken in one order: the customer,
    then a consultant, then articles by id.
    """

    __slots__ = ("_goods_held", "_held", "clock", "connection", "keyring", "writing")

    def __init__(
        self, connection: Connection, keyring: Keyring, clock: Callable[[], datetime], *, writing: bool
    ) -> None:
        self.connection = connection
        self.keyring = keyring
        self.clock = clock
        self.writing = writing
        self._held: set[CustomerId] = set()
        self._goods_held: set[CustomerId] = set()

    async def hold(self, customer_id: CustomerId) -> None:
        """Lets nobody else change this customer's things until the transaction ends; nothing to do where one writes."""
        if not self.writing or self.connection.engine == "sqlite" or customer_id in self._held:
            return
        await self.connection.execute(_HOLD, {"id": customer_id})
        self._held.add(customer_id)

    def holds_goods(self, customer_id: CustomerId) -> bool:
        """Notes that the goods of this customer's cart are held from now on; True if they were before.

        They are held once: what came into the cart meanwhile may have a lower id, and locks are taken in order.
        """
        held = customer_id in self._goods_held
        self._goods_held.add(customer_id)
        return held

    @property
    def audit(self) -> Audit:
        return Audit(self)

    @property
    def people(self) -> People:
        return People(self)

    @property
    def consultants(self) -> Consultants:
        return Consultants(self)

    @property
    def conversations(self) -> Conversations:
        return Conversations(self)

    @property
    def relayed(self) -> RelayedMessages:
        return RelayedMessages(self)

    @property
    def choices(self) -> Choices:
        return Choices(self)

    @property
    def staff(self) -> Staff:
        return Staff(self)

    @property
    def catalog(self) -> Catalog:
        return Catalog(self)

    @property
    def search(self) -> Search:
        return Search(self)

    @property
    def data_requests(self) -> DataRequests:
        return DataRequests(self)

    @property
    def holdings(self) -> Holdings:
        return Holdings(self)

    @property
    def brochures(self) -> Brochures:
        return Brochures(self)

    @property
    def goods(self) -> Goods:
        return Goods(self)

    @property
    def goods_imports(self) -> GoodsImports:
        return GoodsImports(self)

    @property
    def clients(self) -> Clients:
        return Clients(self)

    @property
    def tasks(self) -> Tasks:
        return Tasks(self)

    @property
    def births(self) -> Births:
        return Births(self)

    @property
    def quiets(self) -> Quiets:
        return Quiets(self)

    @property
    def proposals(self) -> Proposals:
        return Proposals(self)

    @property
    def codes(self) -> Codes:
        return Codes(self)

    @property
    def consents(self) -> Consents:
        return Consents(self)

    @property
    def drafts(self) -> Drafts:
        return Drafts(self)

    @property
    def former_contacts(self) -> FormerContacts:
        return FormerContacts(self)

    @property
    def forms(self) -> Forms:
        return Forms(self)

    @property
    def carts(self) -> Carts:
        return Carts(self)

    @property
    def buyers(self) -> Buyers:
        return Buyers(self)

    @property
    def credentials(self) -> Credentials:
        return Credentials(self)

    @property
    def bindings(self) -> Bindings:
        return Bindings(self)

    @property
    def entries(self) -> Entries:
        return Entries(self)

    @property
    def guards(self) -> Guards:
        return Guards(self)

    @property
    def contacts(self) -> Contacts:
        return Contacts(self)

    @property
    def applicants(self) -> Applicants:
        return Applicants(self)

    @property
    def addresses(self) -> Addresses:
        return Addresses(self)

    @property
    def pickup_points(self) -> PickupPoints:
        return PickupPoints(self)

    @property
    def rates(self) -> Rates:
        return Rates(self)

    @property
    def payments(self) -> Payments:
        return Payments(self)

    @property
    def terms(self) -> TermsAccepted:
        return TermsAccepted(self)

    @property
    def orders(self) -> Orders:
        return Orders(self)

    @property
    def order_lists(self) -> OrderLists:
        return OrderLists(self)

    @property
    def reorders(self) -> Reorders:
        return Reorders(self)

    @property
    def stock(self) -> Stock:
        return Stock(self)

    @property
    def shades(self) -> Shades:
        return Shades(self)

    @property
    def wishes(self) -> Wishes:
        return Wishes(self)

    @property
    def deals(self) -> Deals:
        return Deals(self)

    @property
    def price_promotions(self) -> PricePromotions:
        return PricePromotions(self)

    @property
    def promo_codes(self) -> PromoCodes:
        return PromoCodes(self)

    @property
    def points(self) -> Points:
        return Points(self)

    @property
    def broadcasts(self) -> Broadcasts:
        return Broadcasts(self)

    @property
    def audience_marks(self) -> AudienceMarks:
        return AudienceMarks(self)

    @property
    def muted_kinds(self) -> MutedKinds:
        return MutedKinds(self)

    @property
    def broadcast_figures(self) -> BroadcastFigures:
        return BroadcastFigures(self)

    @property
    def broadcast_turns(self) -> BroadcastTurns:
        return BroadcastTurns(self)

    @property
    def broadcast_recalls(self) -> BroadcastRecalls:
        return BroadcastRecalls(self)

    @property
    def broadcast_reports(self) -> BroadcastReports:
        return BroadcastReports(self)

    @property
    def tickets(self) -> Tickets:
        return Tickets(self)

    @property
    def faq(self) -> Faq:
        return Faq(self)

    @property
    def outbox(self) -> Outbox:
        return Outbox(self)


if TYPE_CHECKING:

    def _talks(work: Work) -> tuple[TicketsWork, FaqWork]:
        return work, work

    def _goods(work: Work) -> tuple[GoodsWork, BrochureWork]:
        return work, work

    def _for_clients(work: Work) -> tuple[ProposingWork, CareMessageWork]:
        return work, work

    def _serves(work: Work) -> tuple[PeopleWork, ConsultantsWork, CardWork, JoiningWork, OrderingWork]:
        """Has the type checker see that it is what every area asks for."""
        return work, work, work, work, work
