"""How ordering says no."""

from __future__ import annotations

from domain.ordering.models import OrderState
from domain.shared.errors import DomainError, Stale


class CartEmpty(DomainError):
    """There is nothing to order."""


class CartFull(DomainError):
    """A cart holds at most MAX_LINES different articles."""


class CartBlocked(DomainError):
    """Some lines cannot be ordered as they stand; the cart shows which and why."""


class CartChanged(Stale):
    """The cart or its prices are no longer what the summary showed."""


class NoDestination(DomainError):
    """It has not been said where the goods go: an address or a pick-up point is missing, or has gone."""


class NotOffered(DomainError):
    """This way of delivery or payment is not to be had, or not for this order."""


class NotAvailable(DomainError):
    """The article cannot be put into a cart: it is off sale, sold out, or there are no more of it."""


class NoConsultant(DomainError):
    """Only a person under a consultant's care can buy."""


class ConsultantLeft(NoConsultant):
    """The customer's consultant serves nobody any more; another has to be chosen first."""


class NotRegistered(DomainError):
    """Only a person whose form is complete can buy."""


class AlreadyDecided(DomainError):
    """The order has gone another way. `state` is where it is now."""

    def __init__(self, state: OrderState) -> None:
        super().__init__(f"the order is {state}")
        self.state = state


class BadTracking(DomainError):
    """Neither a tracking number nor a link."""


class NoteEmpty(DomainError):
    """Nothing was written."""


class NoReturn(DomainError):
    """The days in which a delivered order can be returned are over."""

    def __init__(self, days: int) -> None:
        super().__init__(f"{days} days are over")
        self.days = days
