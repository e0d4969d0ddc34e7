"""Notices about consultants and customers, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.access.bindings import ShowProfile
from domain.access.consulting import ShowApplicants
from domain.access.issue import WriteLetter
from domain.consultants.use_cases import ShowConsultant
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.points.models import Move, MoveKind
from domain.points.use_cases import ShowPoints
from domain.pricing.points import PointsRules
from domain.shared.errors import NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId
from domain.shared.localised import LANGUAGES, Language
from handlers.access.notices import AccessNotices
from handlers.notices import Notices
from handlers.ui.screen import Screen
from tests.fake_access import PlainPasswords
from tests.fakes import FakeDatabase
from tests.handlers.cabinet import NOW, TRANSLATORS, buttons, check, consultant

ANNA = Person(PersonId(1), "ru", CustomerId(1), consultant_id=ConsultantId(1))
ZONE = ZoneInfo("Europe/Moscow")


async def worded(database: FakeDatabase, kind: NoticeKind, language: Language, person: Person = ANNA) -> Screen | None:
    passwords = PlainPasswords()
    access = AccessNotices(
        ShowProfile(database.read, 3),
        WriteLetter(database.read, database.write, lambda: NOW, passwords, timedelta(days=14)),
        ShowApplicants(database.read, database.write, lambda: NOW),
    )
    notices = Notices(None, ShowConsultant(database.read), access, None)  # type: ignore[arg-type]
    args = {"consultant": 1, "customer": 1}
    screen = await notices.render(kind, args, person, TRANSLATORS.for_language(language), ZONE)
    if screen is not None:
        check(screen)
        assert screen.keep
    return screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_consultant_is_offered_with_a_button(language: Language) -> None:
    database = FakeDatabase()
    database.data.consultants[ConsultantId(1)] = consultant(1, has_left=True)
    screen = await worded(database, NoticeKind.CONSULTANT_GONE, language)
    assert screen is not None
    assert buttons(screen)[0][1] == "cna"


async def test_nothing_is_offered_to_who_chose_meanwhile_or_whose_consultant_is_back() -> None:
    database = FakeDatabase()
    database.data.consultants[ConsultantId(1)] = consultant(1, has_left=True)
    elsewhere = replace(ANNA, consultant_id=ConsultantId(2))
    assert await worded(database, NoticeKind.CONSULTANT_GONE, "ru", elsewhere) is None
    database.data.consultants[ConsultantId(1)] = consultant(1)
    assert await worded(database, NoticeKind.CONSULTANT_GONE, "ru") is None
    del database.data.consultants[ConsultantId(1)]
    with pytest.raises(NotFound):
        await worded(database, NoticeKind.CONSULTANT_GONE, "ru")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_consultants_hear_of_customers_who_come_and_go(language: Language) -> None:
    database = FakeDatabase()
    came = await worded(database, NoticeKind.CUSTOMER_CHOSE_CONSULTANT, language)
    went = await worded(database, NoticeKind.CUSTOMER_LEFT, language)
    assert came is not None
    assert went is not None
    assert came.text != went.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_points_that_are_about_to_expire_and_those_that_moved_since(language: Language) -> None:
    database = FakeDatabase()
    async with database.write() as work:
        await work.points.move(Move("one", MoveKind.EARNED, CustomerId(1), 40, NOW))
    notices = Notices(None, None, None, None, show_points=ShowPoints(database.read, PointsRules()))  # type: ignore[arg-type]
    until = {"until": int((NOW + timedelta(days=180)).timestamp())}

    async def render() -> Screen | None:
        tr = TRANSLATORS.for_language(language)
        return await notices.render(NoticeKind.POINTS_ENDING, until, ANNA, tr, ZONE)

    told = await render()
    assert told is not None
    check(told)
    assert "40" in told.text
    assert {data.split(":")[0] for _, data in buttons(told)} >= {"ppt", "ctg"}
    async with database.write() as work:
        await work.points.move(Move("two", MoveKind.EARNED, CustomerId(1), 1, NOW + timedelta(days=1)))
    assert await render() is None
