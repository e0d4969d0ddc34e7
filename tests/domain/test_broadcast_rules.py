"""Announcements over the in-memory database: whose consent counts, where buttons lead, what is somebody's town."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.broadcasts.choosing import ChooseKinds
from domain.broadcasts.follow import FollowLinks
from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import LONGEST_WORDS, CategoryLink, InvalidLink, PromotionLink, WebLink, check_link
from domain.broadcasts.marks import KeepMarks, Unmarked
from domain.broadcasts.models import Announcement, BroadcastId, BroadcastState
from domain.broadcasts.own import OwnTerms
from domain.broadcasts.picking import PickPeople
from domain.broadcasts.use_cases import Approval, ManageBroadcasts
from domain.consents.models import VERSIONS, Consent, Purpose
from domain.consultants.geo import Point
from domain.consultants.matching import CERTAIN
from domain.consultants.places import Place, PlaceHit
from domain.deals.models import KeptPromotion
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.pricing.promotions import Conditions, Promotion, PromotionId, PromotionKind
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import CategoryId, ConsultantId, CustomerId, PersonId, PlaceId, PressKey
from domain.shared.localised import Localised
from tests.fakes import FakeDatabase

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANNA = Person(PersonId(1), "ru", CustomerId(1))
OLD, NEW = "2020-01-01", VERSIONS[Purpose.PROMOTIONS]
WORDS = Localised("Слова", "Words")


def agreed(database: FakeDatabase, purpose: Purpose, version: str) -> None:
    database.data.consents[ANNA.customer_id, purpose] = Consent(purpose, version, NOW)


async def test_only_the_present_text_is_agreed_to_and_only_below_the_cabinets_own_consent() -> None:
    database = FakeDatabase()
    choose = ChooseKinds(database.read, database.write, lambda: NOW)
    assert not (await choose.agree(ANNA, NEW)).agreed, "the cabinet's own consent is missing"
    agreed(database, Purpose.CABINET, VERSIONS[Purpose.CABINET])
    assert not (await choose.agree(ANNA, OLD)).agreed, "another text"
    assert (ANNA.customer_id, Purpose.PROMOTIONS) not in database.data.consents
    assert (await choose.agree(ANNA, NEW)).agreed
    agreed(database, Purpose.PROMOTIONS, OLD)
    assert not (await choose(ANNA)).agreed, "who agreed to an older text has not agreed to this one"


async def test_a_kind_is_wanted_by_who_agrees_and_has_not_switched_it_off() -> None:
    database = FakeDatabase()
    choose = ChooseKinds(database.read, database.write, lambda: NOW)
    assert not (await choose(ANNA)).wants(BroadcastKind.NEWS), "without a consent nothing is"
    agreed(database, Purpose.PROMOTIONS, NEW)
    muted = await choose.want(ANNA, BroadcastKind.NEWS, False)
    assert [kind for kind in BroadcastKind if not muted.wants(kind)] == [BroadcastKind.NEWS]
    stopped = await choose.stop(ANNA)
    assert not any(stopped.wants(kind) for kind in BroadcastKind)


async def test_a_button_leads_where_it_says_while_there_is_something() -> None:
    database = FakeDatabase()
    links = (CategoryLink(CategoryId(1), WORDS), WebLink("https://example.org", WORDS))
    async with database.write() as work:
        what = Announcement(WORDS, links=links)
        await work.broadcasts.add(what, ANNA.id, PressKey("k"), BroadcastState.RUNNING, NOW)
    follow = FollowLinks(database.read, lambda: NOW)
    assert await follow(ANNA, BroadcastId(1), 0) == links[0]
    for broadcast, number in ((1, -1), (1, -2), (1, 1), (1, 2), (2, 0)):
        with pytest.raises(NotFound):
            await follow(ANNA, BroadcastId(broadcast), number)

    spring = Promotion(PromotionId(1), PromotionKind.PERCENT, WORDS, 10, conditions=Conditions(ends_at=NOW))
    kept = database.data.price_promotions
    for ends_at, is_on, opens in (
        (NOW + timedelta(seconds=1), True, True),
        (None, True, True),
        (NOW, True, False),
        (None, False, False),
    ):
        given = replace(spring, conditions=Conditions(ends_at=ends_at))
        kept[PromotionId(1)] = KeptPromotion(given, is_on)
        if opens:
            assert await follow.promotion(PromotionId(1)) == given
        else:
            with pytest.raises(NotFound):
                await follow.promotion(PromotionId(1))


def test_words_of_a_button_are_as_long_as_telegram_shows() -> None:
    check_link(PromotionLink(1, Localised("x" * LONGEST_WORDS, "x")))
    for words in (Localised("x" * (LONGEST_WORDS + 1), "x"), Localised("x", "x" * (LONGEST_WORDS + 1))):
        with pytest.raises(InvalidLink):
            check_link(PromotionLink(1, words))


def test_an_admin_who_is_a_consultant_too_has_read_their_own() -> None:
    terms = OwnTerms(is_read_first=True)
    own = Announcement(WORDS, consultant=ConsultantId(1))
    consultant = replace(ANNA, own_consultant_id=ConsultantId(1))
    assert terms.is_needed(consultant, own)
    assert not terms.is_needed(replace(consultant, is_admin=True), own)
    assert not terms.is_needed(consultant, Announcement(WORDS)), "the company's has its own approval"
    assert not OwnTerms().is_needed(consultant, own)


class Towns:
    """One town, as surely as said."""

    def __init__(self, score: int) -> None:
        self.score = score

    async def search(self, typed: str, limit: int) -> Sequence[PlaceHit]:
        town = Place(PlaceId(5), WORDS, WORDS, Point(0, 0), 1, "Asia/Omsk")
        return [PlaceHit(town, self.score)]

    async def get(self, place_id: PlaceId) -> Place | None:
        return None

    async def nearest(self, point: Point) -> Place | None:
        return None


@pytest.mark.parametrize(("score", "town"), [(CERTAIN, 5), (CERTAIN - 1, None)])
async def test_a_town_that_is_only_alike_is_nobodys(score: int, town: int | None) -> None:
    form = Unmarked(CustomerId(1), NOW, None, "Омск")
    database = FakeDatabase()
    keep = KeepMarks(database.read, database.write, Towns(score), lambda: NOW)  # type: ignore[arg-type]
    assert (await keep._marks(form)).town == town


async def test_only_who_writes_announcements_looks_for_people_and_goods() -> None:
    pick = PickPeople(FakeDatabase().read, Towns(CERTAIN))  # type: ignore[arg-type]
    consultant = replace(ANNA, own_consultant_id=ConsultantId(1))
    for asking in (
        pick.consultants(ANNA, "Олег"),
        pick.consultants(consultant, "Олег"),
        pick.towns(ANNA, "Омск"),
        pick.zones(ANNA),
        pick.goods(ANNA, "A1", None),
        pick.goods(consultant, "A1", None),
        pick.goods(consultant, "A1", ConsultantId(2)),
    ):
        with pytest.raises(Forbidden):
            await asking


async def test_what_another_admin_agreed_to_begins_then_and_who_takes_back_their_own_is_not_told() -> None:
    database, now = FakeDatabase(), [NOW]
    one, other = (replace(ANNA, id=PersonId(number), is_admin=True) for number in (11, 12))
    approval = Approval(people=1, admins=frozenset({one.id, other.id}))
    manage = ManageBroadcasts(database.read, database.write, lambda: now[0], approval=approval)
    async with database.write() as work:
        for number in (1, 2):
            what = Announcement(WORDS)
            await work.broadcasts.add(what, one.id, PressKey(f"k{number}"), BroadcastState.AWAITING, NOW)
    now[0] += timedelta(hours=1)
    begun = (await manage.approve(other, BroadcastId(1))).broadcast
    assert (begun.state, begun.starts_at) == (BroadcastState.RUNNING, now[0])
    await manage.become(one, BroadcastId(2), BroadcastState.CANCELLED)
    answered = [each for each in database.data.outbox.values() if each.kind is NoticeKind.BROADCAST_ANSWERED]
    assert [each.args["broadcast"] for each in answered] == [1]
