"""Who asks to serve customers: told to admins, answered once, and then a consultant with an invite."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.access.consulting import apply
from domain.audit.models import Action
from domain.joining.address import Address
from domain.joining.models import Approval, GroupKind
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import CustomerId, PersonId
from tests.access.house import TABLET, House, with_password
from tests.storage.shop import ANNA, BORIS

IRINA = PersonId(3001)


async def asked(house: House) -> Person:
    """Anna's form asks for it; gives the admin. One of the admins has never been here."""
    irina, anna = await house.person(IRINA), await house.person(ANNA)
    async with house.database.write() as work:
        form = await work.forms.get(house.shop.anna)
        address = Address("420111", "Татарстан", "Казань", "Баумана", "1", "")
        waiting = replace(form, group_kind=GroupKind.CONSULTING, approval=Approval.WAITING, address=address)
        await work.forms.save(house.shop.anna, waiting, house.watch())
        for _ in range(2):
            await apply(work, anna, {IRINA, 999_999}, house.watch)
    return replace(irina, is_admin=True)


async def test_admins_are_told_once(house: House) -> None:
    irina = await asked(house)
    assert [kind for _, kind, _, _ in await house.notices(IRINA)] == ["consulting_asked"]
    page = await house.show_applicants(irina, 0)
    assert [(each.name, each.city) for each in page.items] == [("Анна Смирнова", "Казань")]


async def test_a_look_at_an_applicant_is_written_down(house: House) -> None:
    irina = await asked(house)
    assert (await house.show_applicants.one(irina, house.shop.anna)).name == "Анна Смирнова"
    with pytest.raises(Forbidden):
        await house.show_applicants.one(await house.person(ANNA), house.shop.anna)
    async with house.database.read() as work:
        looked = await work.audit.count_since(IRINA, Action.LOOKED_UP, house.watch() - timedelta(minutes=1))
    assert looked == 1


async def test_a_form_for_oneself_asks_nobody(house: House) -> None:
    await house.person(IRINA)
    async with house.database.write() as work:
        await apply(work, await house.person(ANNA), {IRINA}, house.watch)
    assert await house.notices(IRINA) == []


async def test_approved_is_a_consultant_with_an_invite(house: House) -> None:
    irina = await asked(house)
    approved = await house.decide_applicant(irina, house.shop.anna, approve=True)
    assert (approved.approval, approved.decided_by, approved.decided_at) == (Approval.APPROVED, IRINA, house.watch())
    anna = await house.person(ANNA)
    assert anna.own_consultant_id is not None
    async with house.database.read() as work:
        consultant = await work.consultants.get(anna.own_consultant_id)
        assert consultant is not None
        assert (await work.forms.get(house.shop.anna)).approval is Approval.APPROVED
        assert await work.consultants.by_invite(consultant.invite_code) == consultant
    assert (consultant.name.ru, consultant.city.ru, consultant.is_open) == ("Анна Смирнова", "Казань", True)
    assert (await house.show_applicants(irina, 0)).total == 0
    assert (await house.notices(ANNA))[-1][1] == "consulting_decided"
    again = await house.decide_applicant(replace(irina, id=TABLET), house.shop.anna, approve=False)
    assert again == approved
    await with_password(house)
    await house.log_out(await house.person(ANNA))
    assert (await house.person(TABLET)).own_consultant_id == consultant.id, "the role stays with the cabinet"


async def test_declined_is_kept_too(house: House) -> None:
    irina = await asked(house)
    declined = await house.decide_applicant(irina, house.shop.anna, approve=False)
    assert (declined.approval, declined.decided_by) == (Approval.DECLINED, IRINA)
    assert (await house.person(ANNA)).own_consultant_id is None


async def test_admins_alone(house: House) -> None:
    irina = await asked(house)
    boris = await house.person(BORIS)
    for refused in (
        house.show_applicants(boris, 0),
        house.show_applicants.one(boris, house.shop.anna),
        house.decide_applicant(boris, house.shop.anna, approve=True),
    ):
        with pytest.raises(Forbidden):
            await refused
    with pytest.raises(NotFound):
        await house.decide_applicant(irina, CustomerId(9_999), approve=True)
