"""What joining asks of storage. Everything in a form is personal data: storage keeps it encrypted."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from domain.joining.models import Form
from domain.shared.ids import CustomerId


class Forms(Protocol):
    async def get(self, customer_id: CustomerId) -> Form:
        """The cabinet's form; an empty one if nothing has been answered."""
        ...

    async def save(self, customer_id: CustomerId, form: Form, at: datetime) -> None: ...


class JoiningWork(Protocol):
    @property
    def forms(self) -> Forms: ...
