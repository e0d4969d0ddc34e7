"""What there is to see of consultants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consultants.choose import ChooseConsultant
from domain.consultants.errors import ConsultantAlreadyChosen, OwnConsultant
from domain.consultants.find import PAGE, FindConsultants
from domain.consultants.models import CityCount, Consultant
from domain.consultants.ports import ConsultantsWork
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId
from domain.shared.transaction import Transaction

__all__ = [
    "PAGE",
    "ChooseConsultant",
    "ConsultantAlreadyChosen",
    "FindConsultants",
    "ListCities",
    "OwnConsultant",
    "ShowConsultant",
]


@dataclass(frozen=True, slots=True)
class ListCities:
    """The cities one can find a consultant in. Open to everyone."""

    read: Transaction[ConsultantsWork]

    async def __call__(self) -> Sequence[CityCount]:
        async with self.read() as work:
            return await work.consultants.cities()


@dataclass(frozen=True, slots=True)
class ShowConsultant:
    """A consultant's card by id or invite code, also of one who takes nobody new. Raises NotFound."""

    read: Transaction[ConsultantsWork]

    async def __call__(self, consultant_id: ConsultantId) -> Consultant:
        async with self.read() as work:
            consultant = await work.consultants.get(consultant_id)
        if consultant is None:
            raise NotFound(f"consultant {consultant_id}")
        return consultant

    async def by_invite(self, code: str) -> Consultant:
        async with self.read() as work:
            consultant = await work.consultants.by_invite(code)
        if consultant is None:
            raise NotFound("no such invite")
        return consultant
