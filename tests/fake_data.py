"""What the in-memory database of tests/fakes.py holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime

from domain.access.consulting import Applicant
from domain.access.models import Binding, Credential, Ending, Entry
from domain.access.throttle import Tries
from domain.audit.models import Entry as AuditEntry
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.models import Broadcast, BroadcastId
from domain.broadcasts.recall import Recall
from domain.catalog.models import Article, Category, Product
from domain.clients.care import Task, TaskId
from domain.clients.models import Quiet
from domain.codes.models import KeptCode, Way
from domain.consents.models import Consent, Purpose
from domain.consultants.models import Change, Consultant
from domain.deals.models import CartDeal, KeptPromoCode, KeptPromotion, OrderDeal
from domain.delivery.models import PickupPoint, Rate
from domain.faq.models import FaqEdit
from domain.goods.imports import GoodsImport
from domain.joining.address import Address
from domain.joining.models import Form, Step
from domain.notices.models import Notice
from domain.ordering.cart import Choice
from domain.ordering.models import Delivery, Order, OrderEvent
from domain.payments.models import Payment
from domain.people.models import Person
from domain.personal.models import DataRequest, Texts
from domain.points.models import Move
from domain.pricing.codes import CodeId
from domain.pricing.promotions import PromotionId
from domain.proposals.models import Proposal, ProposalId
from domain.relay.models import Conversation, ConversationId, Relayed, RelayedId
from domain.shared.ids import (
    AddressId,
    ArticleId,
    CategoryId,
    ConsultantId,
    CustomerId,
    OrderId,
    PaymentId,
    PersonId,
    PointId,
    ProductId,
)
from domain.shared.money import Money
from domain.tickets.models import Entry as TicketEntry
from domain.tickets.models import Ticket, TicketId


@dataclass
class Data:
    """What is stored. Values are frozen, so copying the dicts copies everything."""

    people: dict[PersonId, Person] = field(default_factory=dict)
    faq: dict[tuple[str, str], FaqEdit] = field(default_factory=dict)
    tickets: dict[TicketId, Ticket] = field(default_factory=dict)
    ticket_keys: dict[tuple[PersonId, str], TicketId] = field(default_factory=dict)
    ticket_entries: dict[tuple[TicketId, int], TicketEntry] = field(default_factory=dict)
    ticket_rooms: dict[TicketId, tuple[PersonId, int]] = field(default_factory=dict)
    ticket_staff: dict[PersonId, str] = field(default_factory=dict)
    data_requests: dict[int, DataRequest] = field(default_factory=dict)
    request_texts: dict[int, Texts] = field(default_factory=dict)
    former_contacts: dict[int, tuple[Step, Way, str, datetime]] = field(default_factory=dict)
    consultants: dict[ConsultantId, Consultant] = field(default_factory=dict)
    changes: dict[int, Change] = field(default_factory=dict)
    offered: dict[CustomerId, ConsultantId] = field(default_factory=dict)
    conversations: dict[ConversationId, Conversation] = field(default_factory=dict)
    rating_words: dict[ConversationId, str] = field(default_factory=dict)
    away_texts: dict[ConsultantId, str] = field(default_factory=dict)
    relayed: dict[RelayedId, Relayed] = field(default_factory=dict)
    relay_nonces: dict[str, RelayedId] = field(default_factory=dict)
    choices: dict[CustomerId, ConsultantId] = field(default_factory=dict)
    forms: dict[CustomerId, Form] = field(default_factory=dict)
    form_times: dict[CustomerId, datetime] = field(default_factory=dict)
    reminded: dict[CustomerId, datetime] = field(default_factory=dict)
    consents: dict[tuple[CustomerId, Purpose], Consent] = field(default_factory=dict)
    codes: dict[int, KeptCode] = field(default_factory=dict)
    categories: dict[CategoryId, Category] = field(default_factory=dict)
    products: dict[ProductId, Product] = field(default_factory=dict)
    cart_lines: dict[tuple[CustomerId, ArticleId], int] = field(default_factory=dict)
    cart_versions: dict[CustomerId, int] = field(default_factory=dict)
    seen_prices: dict[tuple[CustomerId, ArticleId], Money] = field(default_factory=dict)
    cart_choices: dict[CustomerId, Choice] = field(default_factory=dict)
    cart_comments: dict[CustomerId, str] = field(default_factory=dict)
    orders: dict[OrderId, Order] = field(default_factory=dict)
    order_events: dict[OrderId, tuple[OrderEvent, ...]] = field(default_factory=dict)
    reorder_wishes: dict[CustomerId, datetime] = field(default_factory=dict)
    goods_back: dict[OrderId, bool] = field(default_factory=dict)
    order_keys: dict[tuple[CustomerId, str], OrderId] = field(default_factory=dict)
    credentials: dict[CustomerId, Credential] = field(default_factory=dict)
    seeds: dict[CustomerId, str] = field(default_factory=dict)
    bindings: dict[int, Binding] = field(default_factory=dict)
    ended: dict[int, tuple[Binding, Ending]] = field(default_factory=dict)
    entries: dict[PersonId, Entry] = field(default_factory=dict)
    guards: dict[str, Tries] = field(default_factory=dict)
    audit: dict[int, AuditEntry] = field(default_factory=dict)
    applicants: dict[CustomerId, Applicant] = field(default_factory=dict)
    addresses: dict[tuple[CustomerId, AddressId], Address] = field(default_factory=dict)
    pickup_points: dict[PointId, PickupPoint] = field(default_factory=dict)
    rates: dict[tuple[Delivery, str], Rate] = field(default_factory=dict)
    terms: dict[tuple[CustomerId, str], datetime] = field(default_factory=dict)
    payments: dict[PaymentId, Payment] = field(default_factory=dict)
    told: dict[PaymentId, datetime] = field(default_factory=dict)
    cart_deals: dict[CustomerId, CartDeal] = field(default_factory=dict)
    order_deals: dict[OrderId, OrderDeal] = field(default_factory=dict)
    price_promotions: dict[PromotionId, KeptPromotion] = field(default_factory=dict)
    promotion_keys: dict[str, PromotionId] = field(default_factory=dict)
    promo_codes: dict[CodeId, KeptPromoCode] = field(default_factory=dict)
    code_keys: dict[str, CodeId] = field(default_factory=dict)
    promo_uses: dict[tuple[CodeId, CustomerId], OrderId] = field(default_factory=dict)
    point_moves: dict[str, Move] = field(default_factory=dict)
    wishes: dict[tuple[str, CustomerId, int], datetime] = field(default_factory=dict)
    goods_imports: dict[int, GoodsImport] = field(default_factory=dict)
    broadcasts: dict[BroadcastId, Broadcast] = field(default_factory=dict)
    broadcast_keys: dict[str, BroadcastId] = field(default_factory=dict)
    muted_kinds: dict[tuple[CustomerId, BroadcastKind], bool] = field(default_factory=dict)
    quiets: dict[tuple[CustomerId, Quiet], datetime] = field(default_factory=dict)
    tasks: dict[TaskId, Task] = field(default_factory=dict)
    task_keys: dict[str, TaskId] = field(default_factory=dict)
    proposals: dict[ProposalId, Proposal] = field(default_factory=dict)
    recalls: dict[BroadcastId, Recall] = field(default_factory=dict)
    outbox: dict[str, Notice] = field(default_factory=dict)

    def copy(self) -> Data:
        return Data(**{each.name: dict(getattr(self, each.name)) for each in fields(self)})

    def articles(self) -> Iterator[tuple[Product, Article]]:
        for product in self.products.values():
            for article in product.articles:
                yield product, article
