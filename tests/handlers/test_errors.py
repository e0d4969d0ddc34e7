"""Every no of the rules has words, a way on and a way home."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

import domain
from domain.access.errors import TooManyAccounts, TryLater, WeakPassword
from domain.access.strength import Weakness
from domain.audit.errors import ReadingAlready, ReasonNeeded, TooManyReads
from domain.broadcasts.links import InvalidLink
from domain.broadcasts.models import InvalidBroadcast
from domain.broadcasts.own import TooManyOwn
from domain.broadcasts.times import InvalidTimes
from domain.codes.errors import CodeError, TooManyCodes, TooSoon, WrongCode
from domain.codes.models import Purpose
from domain.consultants.errors import ChangedRecently, ConsultantAlreadyChosen
from domain.deals.errors import CodeRefused, InvalidTerms, PointsUnusable
from domain.delivery.errors import AddressIncomplete, BadPoints
from domain.joining.address import AddressPart
from domain.joining.errors import FormIncomplete, InvalidField
from domain.joining.models import Step
from domain.ordering.errors import AlreadyDecided, CartChanged, CartFull, NoReturn, NotAvailable
from domain.ordering.models import OrderState
from domain.payments.errors import CannotPay
from domain.payments.models import Trouble
from domain.people.models import Person
from domain.personal.errors import TooManyCopies, WordsNeeded
from domain.pricing.codes import CodeProblem
from domain.proposals.models import TooManyProposals
from domain.shared.errors import DomainError, Stale
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.localised import LANGUAGES, Language, Localised
from domain.tickets.errors import NothingSaid, TicketSettled, TooLateToReopen, TooManyTickets
from domain.tickets.models import State
from handlers.ui.errors import _TOASTS, _WORDS, in_words
from tests.handlers.cabinet import NASTY, NOW, TRANSLATORS, buttons, check, consultant

REASONS: dict[type[DomainError], tuple[str, ...]] = {
    InvalidBroadcast: ("text", "caption", "pictures"),
    InvalidTimes: ("format", "past", "far", "repeat"),
    InvalidLink: ("words", "address", "many"),
}
GUEST = Person(PersonId(1), "ru", CustomerId(1))
OLEG = Person(PersonId(2), "ru", CustomerId(2), own_consultant_id=ConsultantId(1))


def kinds() -> set[type[DomainError]]:
    """Every DomainError there is, wherever in domain/ it stands."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        importlib.import_module(module.name)

    def below(kind: type[DomainError]) -> Iterator[type[DomainError]]:
        yield kind
        for child in kind.__subclasses__():
            yield from below(child)

    return {kind for kind in below(DomainError) if kind.__module__.startswith("domain.")}


def made(kind: type[DomainError]) -> DomainError:
    if kind is InvalidField:
        return InvalidField("name", "letters")
    if kind is FormIncomplete:
        return FormIncomplete(Step.PHONE)
    if kind in (TooManyCodes, TooSoon):
        return kind(Purpose.EMAIL, NOW)
    if kind is WrongCode:
        return WrongCode(Purpose.PHONE, 0)
    if issubclass(kind, CodeError):
        return kind(Purpose.RECOVERY)
    if kind is AlreadyDecided:
        return AlreadyDecided(OrderState.ACCEPTED)
    if kind is ConsultantAlreadyChosen:
        return ConsultantAlreadyChosen(consultant(1, name=Localised(NASTY, NASTY)))
    if kind is ChangedRecently:
        return ChangedRecently(datetime(2026, 5, 7, tzinfo=UTC))
    if kind is WeakPassword:
        return WeakPassword(Weakness.COMMON)
    if kind is TooManyAccounts:
        return TooManyAccounts(3)
    if kind is TryLater:
        return TryLater(NOW + timedelta(minutes=5), NOW)
    if kind is TooManyProposals:
        return TooManyProposals(5)
    if kind is InvalidBroadcast:
        return InvalidBroadcast(REASONS[kind][0], 1000)
    if kind is TooManyOwn:
        return TooManyOwn(1)
    if kind is NoReturn:
        return NoReturn(7)
    if kind in (ReasonNeeded, WordsNeeded):
        return kind(10, 500)
    if kind in REASONS:
        return kind(REASONS[kind][0])
    if kind is ReadingAlready:
        return ReadingAlready(timedelta(minutes=2))
    if kind is TooManyCopies:
        return TooManyCopies(3)
    if kind is CodeRefused:
        return CodeRefused(CodeProblem.USED_UP)
    if kind is PointsUnusable:
        return PointsUnusable(15, 100_000)
    if kind is InvalidTerms:
        return InvalidTerms("period")
    if kind is TooManyReads:
        return TooManyReads(20)
    if kind is CannotPay:
        return CannotPay(Trouble.PAID)
    if kind is BadPoints:
        return BadPoints(3, "column code")
    if kind is AddressIncomplete:
        return AddressIncomplete((AddressPart.CITY,))
    if kind is NothingSaid:
        return NothingSaid(3000, too_long=True)
    if kind is TicketSettled:
        return TicketSettled(State.MERGED)
    if kind in (TooLateToReopen, TooManyTickets):
        return kind(5)
    return kind("why")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(kinds(), key=lambda kind: kind.__name__))
def test_every_error_is_worded(kind: type[DomainError], language: Language) -> None:
    assert kind in _WORDS or kind in _TOASTS, f"{kind.__name__} has no words of its own"
    answer = in_words(made(kind), GUEST, TRANSLATORS.for_language(language))
    if answer.screen is None:
        assert answer.toast
        assert len(answer.toast) <= 200
        assert answer.alert
        return
    check(answer.screen)
    assert "why" not in answer.screen.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_a_refused_code_promotion_or_announcement_is_worded(language: Language) -> None:
    tr = TRANSLATORS.for_language(language)
    fields = ("title", "value", "period", "threshold", "priority", "goods", "code", "limit", "expiry")
    of_broadcasts = (
        kind(reason, 1000) if kind is InvalidBroadcast else kind(reason)
        for kind, reasons in REASONS.items()
        for reason in reasons
    )
    for error in (*map(CodeRefused, CodeProblem), *map(InvalidTerms, fields), *of_broadcasts):
        answer = in_words(error, GUEST, tr)
        assert answer.screen is not None
        check(answer.screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_a_ticket_may_be_in_is_worded(language: Language) -> None:
    tr = TRANSLATORS.for_language(language)
    texts = {answer.screen.text for each in State if (answer := in_words(TicketSettled(each), GUEST, tr)).screen}
    assert len(texts) == len(State)


def test_an_error_yet_unknown_still_says_something() -> None:
    class Sudden(Stale):
        pass

    answer = in_words(Sudden("x"), GUEST, TRANSLATORS.for_language("ru"))
    assert answer.screen is not None
    assert "изменилось" in answer.screen.text


@pytest.mark.parametrize("kind", [NotAvailable, CartFull])
def test_what_can_be_seen_keeps_its_screen(kind: type[DomainError]) -> None:
    assert in_words(kind("x"), GUEST, TRANSLATORS.for_language("en")).screen is None


def test_a_changed_cart_leads_to_the_cart_not_to_the_catalog() -> None:
    answer = in_words(CartChanged("x"), GUEST, TRANSLATORS.for_language("en"))
    assert answer.screen is not None
    assert [data for _, data in buttons(answer.screen)] == ["cart", "home"]


@pytest.mark.parametrize(("person", "way"), [(GUEST, "ords:0"), (OLEG, "ords:1")])
def test_orders_are_those_one_serves_for_a_consultant(person: Person, way: str) -> None:
    for state in OrderState:
        answer = in_words(AlreadyDecided(state), person, TRANSLATORS.for_language("ru"))
        assert answer.screen is not None
        assert buttons(answer.screen)[0][1] == way
