"""How tickets are told no."""

from __future__ import annotations

from domain.shared.errors import DomainError
from domain.tickets.models import State


class TicketSettled(DomainError):
    """It cannot be done in the state the ticket is in by now."""

    def __init__(self, state: State) -> None:
        super().__init__(f"the ticket is {state}")
        self.state = state


class TicketChanged(DomainError):
    """Something was written or done since the button was shown."""


class TooLateToReopen(DomainError):
    """More than `days` have passed since it was closed."""

    def __init__(self, days: int) -> None:
        super().__init__(f"closed more than {days} days ago")
        self.days = days


class NothingSaid(DomainError):
    """Neither words nor a photo, or more than fit into one message; `limit` is how much does."""

    def __init__(self, limit: int, *, too_long: bool) -> None:
        super().__init__("too long" if too_long else "nothing said")
        self.limit = limit
        self.too_long = too_long


class TooManyTickets(DomainError):
    """As many as `limit` are open already."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"{limit} tickets are open")
        self.limit = limit
