"""The cabinet in words: the form, codes, entering it, consents, the consultant, and requests about personal data."""

from __future__ import annotations

from collections.abc import Mapping

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
from domain.codes.errors import CodeError, CodeExpired, NoCode, TooManyCodes, TooSoon, WrongCode
from domain.consents.models import ConsentMissing
from domain.consultants.errors import ChangedRecently, ConsultantAlreadyChosen, NoReason, NotTaking, OwnConsultant
from domain.joining.errors import AlreadyRegistered, FieldBlocked, FormIncomplete, InvalidField
from domain.personal.errors import AlreadyAsked, AlreadyEnded, AlreadyExtended, TooManyCopies, WordsNeeded
from domain.shared.errors import DomainError
from handlers.ui.wording.ways import (
    FORM,
    INVITE,
    LOGIN,
    OTHERS,
    OWN_CONSULTANT,
    PROFILE,
    PROVE,
    QUESTION,
    RECOVERY,
    WRONG,
    Wording,
)
from locales.translator import Translator

WORDS: Mapping[type[DomainError], Wording] = {
    InvalidField: ("error-invalid", FORM),
    FormIncomplete: ("error-form-incomplete", FORM),
    ConsentMissing: ("error-consent-missing", FORM),
    AlreadyRegistered: ("error-already-registered", LOGIN),
    TooManyCodes: ("error-code-many", None),
    TooSoon: ("error-code-soon", None),
    WrongCode: ("error-code-wrong", None),
    CodeExpired: ("error-code-expired", None),
    NoCode: ("error-code-none", None),
    CodeError: ("error-code-none", None),
    ConsultantAlreadyChosen: ("error-consultant-chosen", OWN_CONSULTANT),
    OwnConsultant: ("error-own-consultant", INVITE),
    NotTaking: ("error-not-taking", OTHERS),
    ChangedRecently: ("error-changed-recently", OWN_CONSULTANT),
    NoReason: ("error-no-reason", OWN_CONSULTANT),
    WeakPassword: ("error-weak-password", None),
    EntryOver: ("error-entry-over", LOGIN),
    TooManyAccounts: ("error-too-many-accounts", None),
    LoggedInElsewhere: ("error-logged-in", PROFILE),
    NotLoggedIn: ("error-not-logged-in", LOGIN),
    OlderAccount: ("error-older-account", PROFILE),
    RecoveryRefused: ("error-recovery-refused", RECOVERY),
    RecoveryTried: ("error-recovery-refused", RECOVERY),
    TryLater: ("error-try-later", None),
    ReasonNeeded: ("error-reason-needed", None),
    ReadingAlready: ("error-reading-already", None),
    TooManyReads: ("error-too-many-reads", None),
    ProofNeeded: ("error-proof-needed", PROVE),
    TooManyCopies: ("error-too-many-copies", None),
    AlreadyEnded: ("error-request-ended", None),
    WordsNeeded: ("error-words-needed", None),
    AlreadyAsked: ("error-already-asked", QUESTION),
    AlreadyExtended: ("error-already-extended", None),
    FieldBlocked: ("error-field-blocked", WRONG),
}

TYPED: tuple[type[DomainError], ...] = (
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
    TooManyCopies,
    ProofNeeded,
    WordsNeeded,
    AlreadyAsked,
    AlreadyExtended,
    FieldBlocked,
)
"""What answers a message that is personal data or a password, even when it is wrong."""


def in_detail(error: DomainError, key: str, tr: Translator) -> str | None:
    """The sentence where it says more than its key does, else None."""
    match error:
        case InvalidField():
            return tr(f"error-invalid-{error.field}-{error.reason}")
        case WrongCode():
            return tr(key, left=error.left)
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
        case TooManyReads():
            return tr(key, limit=error.limit)
        case TryLater():
            return tr(key, minutes=error.minutes)
    return None
