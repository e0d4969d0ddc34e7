"""Every no of the rules in words: what is wrong, and a button for what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData

from domain.access.errors import (
    EntryOver,
    LoggedInElsewhere,
    NotLoggedIn,
    OlderAccount,
    ProofNeeded,
    RecoveryRefused,
    RecoveryTried,
    TooManyAccounts,
    TryLater,
    WeakPassword,
)
from domain.audit.errors import ReadingAlready, ReasonNeeded, TooManyReads
from domain.broadcasts.links import InvalidLink
from domain.broadcasts.models import InvalidBroadcast
from domain.broadcasts.recall import NothingToRecall
from domain.broadcasts.segments import InvalidSegment
from domain.broadcasts.times import InvalidTimes
from domain.broadcasts.use_cases import OwnBroadcast
from domain.clients.care import NotAgreed, TaskOver
from domain.clients.models import ClientQuiet
from domain.clients.news import NewsTooLong, TooMuchNews
from domain.codes.errors import CodeError, CodeExpired, NoCode, TooManyCodes, TooSoon, WrongCode
from domain.codes.models import Purpose
from domain.consents.models import ConsentMissing
from domain.consultants.errors import ChangedRecently, ConsultantAlreadyChosen, NoReason, NotTaking, OwnConsultant
from domain.deals.errors import CodeRefused, CodeTaken, GiftGone, InvalidTerms, PointsUnusable
from domain.delivery.errors import AddressIncomplete, BadPoints, BadRate, TooManyAddresses
from domain.faq.models import InvalidFaq
from domain.goods.brochures import BrochureEmpty
from domain.goods.imports import FileTooLarge
from domain.joining.errors import AlreadyRegistered, FieldBlocked, FormIncomplete, InvalidField
from domain.ordering.errors import (
    AlreadyDecided,
    BadTracking,
    CartBlocked,
    CartChanged,
    CartEmpty,
    CartFull,
    ConsultantLeft,
    NoConsultant,
    NoDestination,
    NoReturn,
    NotAvailable,
    NoteEmpty,
    NotOffered,
    NotRegistered,
)
from domain.payments.errors import BadContact, CannotPay
from domain.people.models import Person, Role
from domain.personal.errors import AlreadyAsked, AlreadyEnded, AlreadyExtended, TooManyCopies, WordsNeeded
from domain.points.models import NotEnoughPoints
from domain.proposals.models import NothingLeft, ProposalEmpty, ProposalOver, TooManyProposals
from domain.relay.errors import (
    ConversationOver,
    NobodyToWrite,
    NotRelayable,
    NotYours,
    TooManyMessages,
    TooOld,
)
from domain.shared.errors import DomainError, Forbidden, NotFound, Stale
from domain.tickets.errors import NothingSaid, TicketChanged, TicketSettled, TooLateToReopen, TooManyTickets
from handlers.broadcasts.callbacks import ShowDraft, ShowLinks, ShowTimes
from handlers.delivery.callbacks import PickAddress
from handlers.ordering.callbacks import ChooseDelivery
from handlers.ui.links import (
    FindAnother,
    NewTicket,
    OpenCart,
    OpenCatalog,
    OpenClients,
    OpenConsultants,
    OpenCorrection,
    OpenForm,
    OpenInvite,
    OpenLogin,
    OpenOffers,
    OpenOrders,
    OpenProfile,
    OpenQuestion,
    OpenRecovery,
    OpenTickets,
    OpenTodo,
    OpenWrong,
    WhyPrice,
)
from handlers.ui.screen import Answer, Screen, button, keyboard
from handlers.ui.texts import plain_text
from handlers.ui.ways import home
from locales.translator import Translator

TOAST = 200
"""Telegram's limit for the answer to a press, in characters."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The button that leads on: the key of its words, and where it goes."""

    key: str
    to: Callable[[Person], CallbackData]


_CATALOG = _Way("menu-catalog", lambda _: OpenCatalog())
_CART = _Way("to-cart", lambda _: OpenCart())
_DELIVERY = _Way("error-way-delivery", lambda _: ChooseDelivery())
_ADDRESSES = _Way("error-way-addresses", lambda _: PickAddress())
_CONSULTANT = _Way("error-way-consultants", lambda _: OpenConsultants())
_OWN_CONSULTANT = _Way("menu-consultant", lambda _: OpenConsultants())
_OTHERS = _Way("error-way-others", lambda _: FindAnother())
_INVITE = _Way("menu-invite", lambda _: OpenInvite())
_LOGIN = _Way("error-way-login", lambda _: OpenLogin())
_RECOVERY = _Way("error-way-recovery", lambda _: OpenRecovery())
_FORM = _Way("error-way-form", lambda _: OpenForm())
_ORDERS = _Way("error-way-orders", lambda person: OpenOrders(serving=person.role in {Role.CONSULTANT, Role.ADMIN}))

_TODO = _Way("todo-open", lambda _: OpenTodo())
_CLIENTS = _Way("menu-clients", lambda _: OpenClients())
_PRICE = _Way("price-why", lambda _: WhyPrice())
_OFFERS = _Way("offers-open", lambda _: OpenOffers())
_PROVE = _Way("error-way-prove", lambda _: OpenCorrection())
_DRAFT = _Way("error-way-draft", lambda _: ShowDraft())
_LINKS = _Way("error-way-draft", lambda _: ShowLinks())
_TIMES = _Way("error-way-draft", lambda _: ShowTimes())
_WRONG = _Way("wrong-open", lambda _: OpenWrong())
_QUESTION = _Way("question-open", lambda _: OpenQuestion())
_TICKETS = _Way("tickets-open", lambda _: OpenTickets())
_NEW_TICKET = _Way("ticket-new", lambda _: NewTicket())
_PROFILE = _Way("access-profile-open", lambda _: OpenProfile())

_WORDS: dict[type[DomainError], tuple[str, _Way | None]] = {
    NotFound: ("error-not-found", _CATALOG),
    Forbidden: ("error-forbidden", None),
    Stale: ("error-stale", _CATALOG),
    InvalidBroadcast: ("error-broadcast-text", _DRAFT),
    InvalidSegment: ("error-broadcast-segment", _DRAFT),
    InvalidTimes: ("error-broadcast-time-format", _TIMES),
    InvalidLink: ("error-broadcast-link-address", _LINKS),
    OwnBroadcast: ("error-broadcast-own", None),
    NothingToRecall: ("error-nothing-to-recall", None),
    InvalidField: ("error-invalid", _FORM),
    FormIncomplete: ("error-form-incomplete", _FORM),
    ConsentMissing: ("error-consent-missing", _FORM),
    AlreadyRegistered: ("error-already-registered", _LOGIN),
    TooManyCodes: ("error-code-many", None),
    TooSoon: ("error-code-soon", None),
    WrongCode: ("error-code-wrong", None),
    CodeExpired: ("error-code-expired", None),
    NoCode: ("error-code-none", None),
    CodeError: ("error-code-none", None),
    NoDestination: ("error-no-destination", _DELIVERY),
    NotOffered: ("error-not-offered", _DELIVERY),
    AddressIncomplete: ("error-address-incomplete", _ADDRESSES),
    CannotPay: ("pay-refused-failed", _ORDERS),
    BadContact: ("error-bad-contact", None),
    BadPoints: ("pickup-bad-format", None),
    BadRate: ("error-bad-rate", None),
    TooManyAddresses: ("error-too-many-addresses", _ADDRESSES),
    BadTracking: ("error-bad-tracking", None),
    NoteEmpty: ("error-note-empty", None),
    NoReturn: ("error-no-return", _ORDERS),
    CartEmpty: ("error-cart-empty", _CATALOG),
    CartBlocked: ("error-cart-blocked", _CART),
    CartChanged: ("error-cart-changed", _CART),
    ConsultantLeft: ("error-consultant-left", _CONSULTANT),
    NoConsultant: ("error-no-consultant", _CONSULTANT),
    NotRegistered: ("error-not-registered", _FORM),
    AlreadyDecided: ("error-already", _ORDERS),
    ConsultantAlreadyChosen: ("error-consultant-chosen", _OWN_CONSULTANT),
    OwnConsultant: ("error-own-consultant", _INVITE),
    NotTaking: ("error-not-taking", _OTHERS),
    ChangedRecently: ("error-changed-recently", _OWN_CONSULTANT),
    NoReason: ("error-no-reason", _OWN_CONSULTANT),
    WeakPassword: ("error-weak-password", None),
    EntryOver: ("error-entry-over", _LOGIN),
    TooManyAccounts: ("error-too-many-accounts", None),
    LoggedInElsewhere: ("error-logged-in", _PROFILE),
    NotLoggedIn: ("error-not-logged-in", _LOGIN),
    OlderAccount: ("error-older-account", _PROFILE),
    RecoveryRefused: ("error-recovery-refused", _RECOVERY),
    RecoveryTried: ("error-recovery-refused", _RECOVERY),
    TryLater: ("error-try-later", None),
    CodeRefused: ("error-promo-unknown", _PRICE),
    GiftGone: ("error-gift-gone", _CART),
    PointsUnusable: ("error-points-unusable", _PRICE),
    NotEnoughPoints: ("error-cart-changed", _CART),
    InvalidTerms: ("error-offer-invalid", _OFFERS),
    CodeTaken: ("error-promo-taken", _OFFERS),
    ReasonNeeded: ("error-reason-needed", None),
    ReadingAlready: ("error-reading-already", None),
    TooManyReads: ("error-too-many-reads", None),
    ProofNeeded: ("error-proof-needed", _PROVE),
    TooManyCopies: ("error-too-many-copies", None),
    AlreadyEnded: ("error-request-ended", None),
    WordsNeeded: ("error-words-needed", None),
    AlreadyAsked: ("error-already-asked", _QUESTION),
    AlreadyExtended: ("error-already-extended", None),
    FieldBlocked: ("error-field-blocked", _WRONG),
    BrochureEmpty: ("error-brochure-empty", _CATALOG),
    FileTooLarge: ("error-file-too-large", None),
    NobodyToWrite: ("error-relay-nobody", _CONSULTANT),
    ConversationOver: ("error-relay-over", None),
    TooManyMessages: ("error-relay-many", None),
    NotRelayable: ("error-relay-kind", None),
    NotYours: ("error-relay-not-yours", None),
    TooOld: ("error-relay-old", None),
    ProposalEmpty: ("error-proposal-empty", _CLIENTS),
    ProposalOver: ("error-proposal-over", None),
    NothingLeft: ("error-proposal-nothing", _CATALOG),
    TooManyProposals: ("error-proposals-many", _CLIENTS),
    NewsTooLong: ("error-news-long", _CLIENTS),
    TooMuchNews: ("error-news-much", _CLIENTS),
    TaskOver: ("error-task-over", _TODO),
    NotAgreed: ("error-not-agreed", _TODO),
    ClientQuiet: ("error-client-quiet", _CLIENTS),
    InvalidFaq: ("error-faq-invalid", None),
    NothingSaid: ("error-ticket-empty", None),
    TicketSettled: ("error-ticket-settled", _TICKETS),
    TicketChanged: ("error-ticket-changed", _TICKETS),
    TooLateToReopen: ("error-ticket-late", _NEW_TICKET),
    TooManyTickets: ("error-ticket-many", _TICKETS),
    DomainError: ("error-unknown", None),
}

_TYPED = (
    CodeRefused,
    InvalidField,
    CodeError,
    AlreadyRegistered,
    ConsentMissing,
    WeakPassword,
    EntryOver,
    TooManyAccounts,
    LoggedInElsewhere,
    RecoveryRefused,
    TryLater,
    ReasonNeeded,
    ReadingAlready,
    TooManyReads,
    AddressIncomplete,
    BadContact,
    TooManyAddresses,
    TooManyCopies,
    ProofNeeded,
    WordsNeeded,
    AlreadyAsked,
    AlreadyExtended,
    FieldBlocked,
)
"""What answers a message that is personal data or a password, even when it is wrong."""

_TOASTS: dict[type[DomainError], str] = {NotAvailable: "error-not-available", CartFull: "error-cart-full"}
"""What needs no screen: the person is looking at the very thing, so the press is answered in a sentence."""


def in_words(error: DomainError, person: Person, tr: Translator) -> Answer:
    """What the person is shown instead: a sentence, with a button for what can be done next and the way home.

    A message with an answer to the form is personal data even when it is wrong, so it is deleted from the chat; a code
    that was typed goes too.
    """
    for kind, key in _TOASTS.items():
        if isinstance(error, kind):
            return Answer(toast=tr.plain(key)[:TOAST], alert=True)
    key, way = next(_WORDS[kind] for kind in type(error).__mro__ if kind in _WORDS)
    rows = [[button(tr.plain(each.key), each.to(person).pack())] for each in _ways(error, way)]
    return Answer(Screen(_text(error, key, tr), keyboard([*rows, [home(tr)]])), forget=isinstance(error, _TYPED))


def _ways(error: DomainError, way: _Way | None) -> list[_Way]:
    """What can be done next; about a code it depends on what the code is for."""
    match error:
        case AlreadyRegistered():
            return [_LOGIN, _RECOVERY]
        case CodeError():
            return [_RECOVERY if error.purpose is Purpose.RECOVERY else _FORM]
    return [way] if way else []


def _text(error: DomainError, key: str, tr: Translator) -> str:
    match error:
        case NothingSaid():
            return tr("error-ticket-long" if error.too_long else key, limit=error.limit)
        case TicketSettled():
            return tr(f"error-ticket-{error.state}")
        case TooLateToReopen():
            return tr(key, days=error.days)
        case TooManyTickets():
            return tr(key, limit=error.limit)
        case NoReturn():
            return tr(key, days=error.days)
        case BadPoints():
            reason, _, column = error.reason.partition(" ")
            return tr(f"pickup-bad-{reason}", line=str(error.line), column=column)
        case CannotPay():
            return tr(f"pay-refused-{error.trouble}")
        case InvalidField():
            return tr(f"error-invalid-{error.field}-{error.reason}")
        case WrongCode():
            return tr(key, left=error.left)
        case CodeRefused():
            return tr(f"error-promo-{error.problem}")
        case PointsUnusable():
            return tr(key, least=error.least, start=tr.money(error.from_minor))
        case InvalidBroadcast():
            return tr(f"error-broadcast-{error.args[0]}")
        case InvalidTimes():
            return tr(f"error-broadcast-time-{error.args[0]}")
        case InvalidLink():
            return tr(f"error-broadcast-link-{error.args[0]}")
        case InvalidTerms():
            return tr(f"error-offer-invalid-{error.field}")
        case AlreadyDecided():
            return tr(f"error-already-{error.state}")
        case ConsultantAlreadyChosen():
            return tr(key, name=error.consultant.name[tr.language])
        case ChangedRecently():
            return tr(key, until=tr.date(error.until.date()))
        case WeakPassword():
            return tr(f"error-weak-password-{error.weakness}")
        case TooManyAccounts():
            return tr(key, limit=error.limit)
        case ReasonNeeded() | WordsNeeded():
            return tr(key, least=error.least, most=error.most)
        case ReadingAlready():
            return tr(key, minutes=error.minutes)
        case TooManyCopies():
            return tr(key, limit=error.limit)
        case TooMuchNews():
            return tr(key, limit=error.limit)
        case TooManyProposals():
            return tr(key, limit=error.limit)
        case TooManyReads():
            return tr(key, limit=error.limit)
        case TryLater():
            return tr(key, minutes=error.minutes)
    return tr(key)


def for_group(refusal: Answer) -> Answer:
    """The same no in the staff's group, where no buttons lead home."""
    if refusal.screen is None:
        return refusal
    plain = plain_text(refusal.screen.text)
    return Answer(toast=plain[:TOAST], alert=True, messages=(Screen(refusal.screen.text),))


def failed_answer(tr: Translator) -> Answer:
    """A fault of ours: nothing was changed, and what can be done."""
    return Answer(Screen(tr("error-failed"), keyboard([[home(tr)]])), toast=tr.plain("error-failed-toast"), fresh=True)


def too_fast_answer(tr: Translator) -> Answer:
    """One warning before a while of silence."""
    return Answer(Screen(tr("error-too-fast"), keyboard([[home(tr)]])), fresh=True)


def without_card_message(answer: Answer | None, tr: Translator) -> Answer:
    """The answer to a message that held a card number: the message goes, and the person learns why."""
    answer = answer or Answer()
    return replace(answer, forget=True, messages=(Screen(tr("card-number-hidden")), *answer.messages))


def not_made_screen(tr: Translator) -> Screen:
    """A file that was asked for and could not be made: what to do next."""
    return Screen(tr("error-not-made"), keyboard([[home(tr)]]))
