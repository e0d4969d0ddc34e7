"""Every no of the rules in words: what is wrong, and a button for what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.codes.errors import CodeError
from domain.codes.models import Purpose
from domain.joining.errors import AlreadyRegistered
from domain.ordering.errors import CartFull, NotAvailable
from domain.people.models import Person
from domain.shared.errors import DomainError, Forbidden, NotFound, Stale
from handlers.ui.screen import Answer, Screen, button, keyboard
from handlers.ui.texts import plain_text
from handlers.ui.ways import home
from handlers.ui.wording import buying, cabinet, talking
from handlers.ui.wording.ways import CATALOG, FORM, LOGIN, RECOVERY, Way, Wording
from locales.translator import Translator

TOAST = 200
"""Telegram's limit for the answer to a press, in characters."""
_DETAILS = (buying.in_detail, cabinet.in_detail, talking.in_detail)
_WORDS: Mapping[type[DomainError], Wording] = {
    NotFound: ("error-not-found", CATALOG),
    Forbidden: ("error-forbidden", None),
    Stale: ("error-stale", CATALOG),
    DomainError: ("error-unknown", None),
    **buying.WORDS,
    **cabinet.WORDS,
    **talking.WORDS,
}
_TYPED = (*buying.TYPED, *cabinet.TYPED)
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


def _ways(error: DomainError, way: Way | None) -> list[Way]:
    """What can be done next; about a code it depends on what the code is for."""
    match error:
        case AlreadyRegistered():
            return [LOGIN, RECOVERY]
        case CodeError():
            return [RECOVERY if error.purpose is Purpose.RECOVERY else FORM]
    return [way] if way else []


def _text(error: DomainError, key: str, tr: Translator) -> str:
    for in_detail in _DETAILS:
        if (said := in_detail(error, key, tr)) is not None:
            return said
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
