"""What takes longer than an answer may: it is begun by a press and comes as a message of its own."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from domain.goods.brochures import Brochure
from domain.people.models import Person


@runtime_checkable
class Desk(Protocol):
    def export(self, person: Person, form: str) -> None:
        """Sends all goods as a file."""
        ...

    def brochure(self, person: Person, brochure: Brochure) -> None:
        """Makes the brochure, telling how far it is, and sends it. Asked for twice at once it is made once."""
        ...
