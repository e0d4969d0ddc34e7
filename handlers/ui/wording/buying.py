"""Buying in words: goods, carts, orders, delivery, payments, offers, points, and what a consultant proposes."""

from __future__ import annotations

from collections.abc import Mapping

from domain.deals.errors import CodeRefused, CodeTaken, GiftGone, InvalidTerms, PointsUnusable
from domain.delivery.errors import AddressIncomplete, BadPoints, BadRate, TooManyAddresses
from domain.goods.brochures import BrochureEmpty
from domain.goods.imports import FileTooLarge
from domain.ordering.errors import (
    AlreadyDecided,
    BadTracking,
    CartBlocked,
    CartChanged,
    CartEmpty,
    ConsultantLeft,
    NoConsultant,
    NoDestination,
    NoReturn,
    NoteEmpty,
    NotOffered,
    NotRegistered,
)
from domain.payments.errors import BadContact, CannotPay
from domain.points.models import NotEnoughPoints
from domain.proposals.models import NothingLeft, ProposalEmpty, ProposalOver, TooManyProposals
from domain.shared.errors import DomainError
from handlers.ui.wording.ways import (
    ADDRESSES,
    CART,
    CATALOG,
    CLIENTS,
    CONSULTANT,
    DELIVERY,
    FORM,
    OFFERS,
    ORDERS,
    PRICE,
    Wording,
)
from locales.translator import Translator

WORDS: Mapping[type[DomainError], Wording] = {
    NoDestination: ("error-no-destination", DELIVERY),
    NotOffered: ("error-not-offered", DELIVERY),
    AddressIncomplete: ("error-address-incomplete", ADDRESSES),
    CannotPay: ("pay-refused-failed", ORDERS),
    BadContact: ("error-bad-contact", None),
    BadPoints: ("pickup-bad-format", None),
    BadRate: ("error-bad-rate", None),
    TooManyAddresses: ("error-too-many-addresses", ADDRESSES),
    BadTracking: ("error-bad-tracking", None),
    NoteEmpty: ("error-note-empty", None),
    NoReturn: ("error-no-return", ORDERS),
    CartEmpty: ("error-cart-empty", CATALOG),
    CartBlocked: ("error-cart-blocked", CART),
    CartChanged: ("error-cart-changed", CART),
    ConsultantLeft: ("error-consultant-left", CONSULTANT),
    NoConsultant: ("error-no-consultant", CONSULTANT),
    NotRegistered: ("error-not-registered", FORM),
    AlreadyDecided: ("error-already", ORDERS),
    CodeRefused: ("error-promo-unknown", PRICE),
    GiftGone: ("error-gift-gone", CART),
    PointsUnusable: ("error-points-unusable", PRICE),
    NotEnoughPoints: ("error-cart-changed", CART),
    InvalidTerms: ("error-offer-invalid", OFFERS),
    CodeTaken: ("error-promo-taken", OFFERS),
    BrochureEmpty: ("error-brochure-empty", CATALOG),
    FileTooLarge: ("error-file-too-large", None),
    ProposalEmpty: ("error-proposal-empty", CLIENTS),
    ProposalOver: ("error-proposal-over", None),
    NothingLeft: ("error-proposal-nothing", CATALOG),
    TooManyProposals: ("error-proposals-many", CLIENTS),
}

TYPED: tuple[type[DomainError], ...] = (
    CodeRefused,
    AddressIncomplete,
    BadContact,
    TooManyAddresses,
)
"""What answers a message that is personal data or a password, even when it is wrong."""


def in_detail(error: DomainError, key: str, tr: Translator) -> str | None:
    """The sentence where it says more than its key does, else None."""
    match error:
        case NoReturn():
            return tr(key, days=error.days)
        case BadPoints():
            reason, _, column = error.reason.partition(" ")
            return tr(f"pickup-bad-{reason}", line=str(error.line), column=column)
        case CannotPay():
            return tr(f"pay-refused-{error.trouble}")
        case CodeRefused():
            return tr(f"error-promo-{error.problem}")
        case PointsUnusable():
            return tr(key, least=error.least, start=tr.money(error.from_minor))
        case InvalidTerms():
            return tr(f"error-offer-invalid-{error.field}")
        case AlreadyDecided():
            return tr(f"error-already-{error.state}")
        case TooManyProposals():
            return tr(key, limit=error.limit)
    return None
