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

    @property
    def role(self) -> Role:
        if self.is_admin:
            return Role.ADMIN
        if self.own_consultant_id is not None:
            return Role.CONSULTANT
        return Role.CUSTOMER if self.registered else Role.GUEST

    def require_admin(self) -> None:
        """Raises Forbidden unless the person is an admin."""
        if not self.is_admin:
            raise Forbidden("admins only")

    def require_consultant(self) -> ConsultantId:
        """The consultant this person is; raises Forbidden for everyone else."""
        if self.own_consultant_id is None:
            raise Forbidden("consultants only")
        return self.own_consultant_id
