"""Who may announce what, and to whom: the one place that says so.

An announcement is written by content managers and admins, to anybody who agreed. What somebody else may write is a
segment narrowed here: a consultant's announcement would be `narrowed` to `CustomersOf` them, whatever was asked for.
"""

from __future__ import annotations

from domain.broadcasts.segments import Segment
from domain.people.models import Person


def narrowed(person: Person, wished: Segment) -> Segment:
    """The people this person's announcement may go to, of those they wish. Raises Forbidden."""
    person.require_content()
    return wished


def require_author(person: Person) -> None:
    """Raises Forbidden unless the person may write announcements and see everybody's."""
    person.require_content()
