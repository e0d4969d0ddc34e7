"""Every table, split by area. Import from here, so that the metadata is always whole."""

from storage.tables.access import bindings, consulting_requests, credentials, entries, guards
from storage.tables.audit import audit_head, audit_log
from storage.tables.base import metadata
from storage.tables.broadcast_figures import broadcast_figures, broadcast_presses, broadcast_recalls
from storage.tables.broadcasts import audience_marks, broadcast_albums, broadcast_legs, broadcasts, muted_kinds
from storage.tables.catalog import (
    articles,
    catalog_periods,
    catalog_places,
    categories,
    price_history,
    product_pictures,
    product_videos,
    products,
    related_products,
    series,
)
from storage.tables.checkout import (
    addresses,
    delivery_rates,
    payments,
    pickup_points,
    terms_accepted,
)
from storage.tables.clients import client_quiets, client_tasks, proposal_lines, proposals
from storage.tables.codes import codes
from storage.tables.consents import consents
from storage.tables.consultants import consultant_changes, consultants
from storage.tables.delivery import outbox, sent_files
from storage.tables.dialogue import fsm, screens
from storage.tables.faq import faq_entries
from storage.tables.goods import goods_imports
from storage.tables.intake import failed_updates, handled_updates
from storage.tables.joining import former_contacts, forms
from storage.tables.ordering import (
    cart_lines,
    carts,
    order_events,
    order_lines,
    orders,
    reorder_told,
    reorder_wishes,
)
from storage.tables.people import customers, people
from storage.tables.personal import data_requests
from storage.tables.pricing import (
    cart_deals,
    order_deals,
    point_accounts,
    point_entries,
    price_promotions,
    promo_codes,
    promo_uses,
)
from storage.tables.relay import away_texts, conversations, relayed_messages
from storage.tables.search import search_pages, search_terms
from storage.tables.tickets import ticket_entries, ticket_rooms, ticket_staff, tickets
from storage.tables.wishes import comparisons, favourites, seen_products, watches

__all__ = [
    "addresses",
    "articles",
    "audience_marks",
    "audit_head",
    "audit_log",
    "away_texts",
    "bindings",
    "broadcast_albums",
    "broadcast_figures",
    "broadcast_legs",
    "broadcast_presses",
    "broadcast_recalls",
    "broadcasts",
    "cart_deals",
    "cart_lines",
    "carts",
    "catalog_periods",
    "catalog_places",
    "categories",
    "client_quiets",
    "client_tasks",
    "codes",
    "comparisons",
    "consents",
    "consultant_changes",
    "consultants",
    "consulting_requests",
    "conversations",
    "credentials",
    "customers",
    "data_requests",
    "delivery_rates",
    "entries",
    "failed_updates",
    "faq_entries",
    "favourites",
    "former_contacts",
    "forms",
    "fsm",
    "goods_imports",
    "guards",
    "handled_updates",
    "metadata",
    "muted_kinds",
    "order_deals",
    "order_events",
    "order_lines",
    "orders",
    "outbox",
    "payments",
    "people",
    "pickup_points",
    "point_accounts",
    "point_entries",
    "price_history",
    "price_promotions",
    "product_pictures",
    "product_videos",
    "products",
    "promo_codes",
    "promo_uses",
    "proposal_lines",
    "proposals",
    "related_products",
    "relayed_messages",
    "reorder_told",
    "reorder_wishes",
    "screens",
    "search_pages",
    "search_terms",
    "seen_products",
    "sent_files",
    "series",
    "terms_accepted",
    "ticket_entries",
    "ticket_rooms",
    "ticket_staff",
    "tickets",
    "watches",
]
