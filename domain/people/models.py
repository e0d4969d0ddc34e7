"""Who talks to the bot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.shared.errors import Forbidden
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.localised import Language


class Role(StrEnum):
    """What a person is to the cabinet; decides their menu and commands. Rights are checked by use cases."""

    GUEST = "guest"
    CUSTOMER = "customer"
    CONSULTANT = "consultant"
    ADMIN = "admin"


class Duty(StrEnum):
    """What somebody of the staff answers for, beside or instead of being an admin. Named in the settings."""

    OWNER = "owner"
    """Everything an admin may."""
    OFFICER = "officer"
    """The data officer: the only one who opens somebody's full data."""
    CONTENT = "content"
    """Manages the catalog, and nothing else."""


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account the cabinet knows.

    `customer_id` is the cabinet this account buys in; everyone has one from the first word on, a guest's is empty.
    `registered` says the form of that cabinet is complete; `own_consultant_id` is set for consultants themselves.
    `reachable` is False once a message could not be brought: they blocked the bot.
    """

    id: PersonId
    language: Language
    customer_id: CustomerId
    registered: bool = False
    consultant_id: ConsultantId | None = None
    own_consultant_id: ConsultantId | None = None
    is_admin: bool = False
    reachable: bool = True
    duties: frozenset[Duty] = frozenset()

    @property
    def role(self) -> Role:
        if self.is_admin:
            return Role.ADMIN
        if self.own_consultant_id is not None:
            return Role.CONSULTANT
        return Role.CUSTOMER if self.registered else Role.GUEST

    def has(self, duty: Duty) -> bool:
        return duty in self.duties

    @property
    def is_staff(self) -> bool:
        """An admin, or somebody with a duty: there is something for them to manage."""
        return self.is_admin or bool(self.duties)

    @property
    def manages_catalog(self) -> bool:
        return self.is_admin or self.has(Duty.CONTENT)

    def require_staff(self) -> None:
        """Raises Forbidden unless the person is of the staff."""
        if not self.is_staff:
            raise Forbidden("staff only")

    def require_officer(self) -> None:
        """Raises Forbidden unless the person is the data officer."""
        if not self.has(Duty.OFFICER):
            raise Forbidden("the data officer only")

    def require_content(self) -> None:
        """Raises Forbidden unless the person manages the catalog."""
        if not self.manages_catalog:
            raise Forbidden("content managers only")

    def require_admin(self) -> None:
        """Raises Forbidden unless the person is an admin."""
        if not self.is_admin:
            raise Forbidden("admins only")

    def require_consultant(self) -> ConsultantId:
        """The consultant this person is; raises Forbidden for everyone else."""
        if self.own_consultant_id is None:
            raise Forbidden("consultants only")
        return self.own_consultant_id
