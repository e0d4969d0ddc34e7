"""A consultant's own announcement: to whom, how many, read first where that is set, never twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.clients.news import LONGEST, ClientNews, NewsId, NewsState, NewsTerms, NewsTooLong, TooMuchNews
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, CustomerId, PersonId, PressKey
from tests.domain.test_clients import ANNA, OLEG, RIVAL, Desk

ADMIN = Person(PersonId(3001), "ru", CustomerId(92), is_admin=True)
KEY, OTHER = PressKey("first"), PressKey("second")


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.agree()
    made.database.data.people[ADMIN.id] = ADMIN
    return made


def news(desk: Desk, *, a_week: int = 1, is_read_first: bool = False) -> ClientNews:
    terms = NewsTerms(a_week, is_read_first, (ADMIN.id, 3002))
    return ClientNews(desk.database.read, desk.database.write, lambda: desk.now, terms)


def owed(desk: Desk, kind: NoticeKind) -> list[PersonId]:
    return [each.to for each in desk.database.data.outbox.values() if each.kind is kind]


async def test_to_own_clients_who_agree_once_a_press(desk: Desk) -> None:
    case = news(desk)
    assert await case.audience(OLEG, "Новинки") == 1
    for _ in range(3):
        made = await case.publish(OLEG, "Новинки", KEY)
    assert made.state is NewsState.SENT
    assert owed(desk, NoticeKind.CLIENT_NEWS) == [ANNA.id]
    found = await case.for_client(ANNA, made.id)
    assert found is not None
    assert found[0].text == "Новинки"
    # Stopped, or gone to another, before the turn came.
    assert await case.for_client(replace(ANNA, consultant_id=ConsultantId(2)), made.id) is None
    desk.database.data.consents.clear()
    assert await case.for_client(ANNA, made.id) is None


async def test_as_many_a_week_as_the_operator_sets(desk: Desk) -> None:
    case = news(desk)
    await case.publish(OLEG, "Новинки", KEY)
    for deed in (case.begin(OLEG), case.audience(OLEG, "x"), case.publish(OLEG, "Ещё", OTHER)):
        with pytest.raises(TooMuchNews):
            await deed
    desk.now += timedelta(days=8)
    await case.publish(OLEG, "Ещё", OTHER)
    with pytest.raises(TooMuchNews):
        await news(desk, a_week=0).begin(OLEG)


async def test_read_by_an_admin_first(desk: Desk) -> None:
    case = news(desk, is_read_first=True)
    made = await case.publish(OLEG, "Новинки", KEY)
    assert (made.state, owed(desk, NoticeKind.CLIENT_NEWS)) == (NewsState.WAITING, [])
    assert owed(desk, NoticeKind.CLIENT_NEWS_ASKED) == [ADMIN.id]
    assert await case.for_client(ANNA, made.id) is None
    for person in (OLEG, RIVAL, ANNA):
        with pytest.raises(Forbidden):
            await case.decide(person, made.id, yes=True)
        with pytest.raises(Forbidden):
            await case.asked(person, made.id)
    for _ in range(2):
        assert (await case.decide(ADMIN, made.id, yes=True)).state is NewsState.SENT
    assert (await case.decide(ADMIN, made.id, yes=False)).state is NewsState.SENT, "the first answer stands"
    assert owed(desk, NoticeKind.CLIENT_NEWS) == [ANNA.id]
    assert owed(desk, NoticeKind.CLIENT_NEWS_ANSWERED) == [OLEG.id]


async def test_a_no_sends_nothing_and_leaves_room_for_another(desk: Desk) -> None:
    case = news(desk, is_read_first=True)
    made = await case.publish(OLEG, "Новинки", KEY)
    await case.decide(ADMIN, made.id, yes=False)
    assert owed(desk, NoticeKind.CLIENT_NEWS) == []
    assert (await case.publish(OLEG, "Иначе", OTHER)).state is NewsState.WAITING


async def test_rights_and_lengths(desk: Desk) -> None:
    case = news(desk, a_week=7)
    made = await case.publish(OLEG, "Новинки", KEY)
    with pytest.raises(Forbidden):
        await case.publish(ANNA, "Новинки", OTHER)
    for deed in (case.publish(RIVAL, "Новинки", KEY), case.own(RIVAL, made.id), case.asked(ADMIN, NewsId(99))):
        with pytest.raises(NotFound):
            await deed
    for text in ("", "  ", "x" * (LONGEST + 1)):
        with pytest.raises(NewsTooLong):
            await case.publish(OLEG, text, OTHER)
