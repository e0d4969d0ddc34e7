"""A unit of work: every area's shelf over one connection."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import bindparam, select

from domain.shared.ids import CustomerId
from storage.access import Contacts, Credentials, Entries, Guards
from storage.applicants import Applicants
from storage.audience_marks import AudienceMarks, MutedKinds
from storage.audit import Audit
from storage.bindings import Bindings
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
S = TypeVar("S")


class Area(Generic[S]):
    """One area's shelf, made over the unit of work it is asked of."""

    __slots__ = ("_shelf",)

    def __init__(self, shelf: Callable[[Work], S]) -> None:
        self._shelf = shelf

    def __get__(self, work: Work, _: type[Work]) -> S:
        return self._shelf(work)


class Work:
    """What a use case is handed. It satisfies the domain's Work protocols of every area.

    In a writing one, whatever is read of a customer's own things (cart, form, consultant, order by key) holds that
    customer still until the end, so two devices of one cabinet take turns. Locks are taken in one order: the customer,
    then a consultant, then articles by id.
    """

    audit = Area(Audit)
    people = Area(People)
    consultants = Area(Consultants)
    conversations = Area(Conversations)
    relayed = Area(RelayedMessages)
    choices = Area(Choices)
    staff = Area(Staff)
    catalog = Area(Catalog)
    search = Area(Search)
    data_requests = Area(DataRequests)
    holdings = Area(Holdings)
    brochures = Area(Brochures)
    goods = Area(Goods)
    goods_imports = Area(GoodsImports)
    clients = Area(Clients)
    tasks = Area(Tasks)
    births = Area(Births)
    quiets = Area(Quiets)
    proposals = Area(Proposals)
    codes = Area(Codes)
    consents = Area(Consents)
    drafts = Area(Drafts)
    former_contacts = Area(FormerContacts)
    forms = Area(Forms)
    carts = Area(Carts)
    buyers = Area(Buyers)
    credentials = Area(Credentials)
    bindings = Area(Bindings)
    entries = Area(Entries)
    guards = Area(Guards)
    contacts = Area(Contacts)
    applicants = Area(Applicants)
    addresses = Area(Addresses)
    pickup_points = Area(PickupPoints)
    rates = Area(Rates)
    payments = Area(Payments)
    terms = Area(TermsAccepted)
    orders = Area(Orders)
    order_lists = Area(OrderLists)
    reorders = Area(Reorders)
    stock = Area(Stock)
    shades = Area(Shades)
    wishes = Area(Wishes)
    deals = Area(Deals)
    price_promotions = Area(PricePromotions)
    promo_codes = Area(PromoCodes)
    points = Area(Points)
    broadcasts = Area(Broadcasts)
    audience_marks = Area(AudienceMarks)
    muted_kinds = Area(MutedKinds)
    broadcast_figures = Area(BroadcastFigures)
    broadcast_turns = Area(BroadcastTurns)
    broadcast_recalls = Area(BroadcastRecalls)
    broadcast_reports = Area(BroadcastReports)
    tickets = Area(Tickets)
    faq = Area(Faq)
    outbox = Area(Outbox)

    __slots__ = ("_goods_held", "_held", "clock", "connection", "destroyed", "keyring", "writing")

    def __init__(
        self, connection: Connection, keyring: Keyring, clock: Callable[[], datetime], *, writing: bool
    ) -> None:
        self.connection = connection
        self.keyring = keyring
        self.clock = clock
        self.writing = writing
        self.destroyed = False
        """Personal data was destroyed for good: once that is committed, nothing of it may stay in the log either."""
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
