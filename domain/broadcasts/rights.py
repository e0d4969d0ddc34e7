"""Who may announce what, and to whom: the one place that says so.

The company's announcements are written by content managers and admins, to anybody who agreed. A consultant writes their
own, to the customers they serve, and manages no others.
"""

from __future__ import annotations

from dataclasses import replace

from domain.broadcasts.models import Announcement, Broadcast
from domain.broadcasts.segments import CustomersOf, Segment
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId


def narrowed(person: Person, wished: Announcement) -> Announcement:
    """What this person may announce of what they wish: a consultant's own goes to their customers, to all of them, and
    tells of no price promotion. Raises Forbidden.

    Narrower conditions would tell a consultant how many of their customers order elsewhere or have their birthday.
    """
    require_author(person, wished.consultant)
    if wished.consultant is None:
        return wished
    return replace(wished, segment=Segment((CustomersOf(wished.consultant),)), promotion=None)


def require_author(person: Person, consultant: ConsultantId | None = None) -> None:
    """Raises Forbidden unless the person may write the company's announcements, or is that consultant."""
    if consultant is None:
        person.require_content()
    elif person.require_consultant() != consultant:
        raise Forbidden("somebody else's announcements")


def managed(person: Person, found: Broadcast | None) -> Broadcast:
    """The announcement, for who manages it: content managers and admins any, a consultant their own.

    Raises Forbidden for who manages none at all, NotFound for another's as for one that is not there.
    """
    own = None if person.manages_catalog else person.require_consultant()
    if found is None or (own is not None and found.what.consultant != own):
        raise NotFound("no such announcement")
    return found
