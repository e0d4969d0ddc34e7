"""How far an announcement is, and taking it back, as an admin sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.broadcasts.models import Announcement, Broadcast, BroadcastId, BroadcastSheet, BroadcastState, Tally
from domain.broadcasts.progress import Pace, Progress
from domain.broadcasts.recall import RecallTally
from domain.broadcasts.times import Times
from domain.people.models import Person
from domain.shared.ids import CustomerId
from domain.shared.localised import Language, Localised
from handlers.broadcasts.callbacks import OpenBroadcast, OpenRecall, OpenReport, Recall, SteerHere
from handlers.broadcasts.progress_views import progress_screen
from handlers.broadcasts.views import broadcast_screen
from tests.handlers.cabinet import ADMIN, NOW, TRANSLATORS, Cabinet, buttons

ID = BroadcastId(1)


def broadcast(state: BroadcastState = BroadcastState.RUNNING) -> Broadcast:
    return Broadcast(ID, Announcement(Localised("Скидки", "Sales")), state, 0, NOW, NOW, ADMIN)


def test_the_pace_is_that_of_the_last_while_and_says_how_long_it_takes() -> None:
    pace = Pace()
    assert (pace.rate, pace.to_go(100)) == (None, None)
    for second in range(100):
        pace.seen(second * 5, NOW + timedelta(seconds=second))
    assert pace.rate == pytest.approx(5)
    for second in range(100, 110):
        pace.seen(495, NOW + timedelta(seconds=second))
    assert pace.rate is not None
    assert 1 < pace.rate < 4, "a pause is soon to be seen"
    for second in range(110, 200):
        pace.seen(495, NOW + timedelta(seconds=second))
    assert (pace.rate, pace.to_go(100)) == (0, None)
    pace.seen(515, NOW + timedelta(seconds=200))
    assert pace.to_go(100) == timedelta(seconds=100)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_message_says_what_there_is_to_say(language: str) -> None:
    tr = TRANSLATORS.for_language(language)
    percent = {"ru": " %", "en": "%"}[language]
    tally = Tally(sent=4_990, blocked=5, failed=3, left=5_000, skipped=2)
    running = progress_screen(Progress(broadcast(), ADMIN, tally), tr, UTC, 28.4, timedelta(minutes=3))
    assert f"50{percent}" in running.text
    assert "28" in running.text
    assert running.keep
    assert [data for _, data in buttons(running)][:2] == [
        SteerHere(broadcast=1, to=BroadcastState.PAUSED).pack(),
        SteerHere(broadcast=1, to=BroadcastState.CANCELLED).pack(),
    ]
    started = progress_screen(Progress(broadcast(), ADMIN, Tally(left=10)), tr, UTC)
    assert f"0{percent}" in started.text
    nearly = progress_screen(
        Progress(broadcast(), ADMIN, Tally(sent=9_999, left=1)), tr, UTC, 28.0, timedelta(seconds=1)
    )
    assert f"99{percent}" in nearly.text, "not all of it before it is all of it"
    over = Progress(broadcast(BroadcastState.DONE), ADMIN, Tally(sent=10), 5, RecallTally(deleted=10, over=True))
    assert over.over
    done = progress_screen(over, tr, UTC, 28.0, timedelta(minutes=3))
    assert "▓" not in done.text
    assert OpenReport(broadcast=1).pack() in [data for _, data in buttons(done)], "the report is a press away"


@pytest.mark.parametrize(("language", "said"), [("ru", "сейчас ночь"), ("en", "is night")])
def test_what_waits_for_the_morning_says_so_and_until_when(language: Language, said: str) -> None:
    tr, zone = TRANSLATORS.for_language(language), ZoneInfo("Europe/Moscow")
    rests = replace(broadcast(), rests_until=NOW + timedelta(hours=18))
    shown = progress_screen(Progress(rests, ADMIN, Tally(left=10)), tr, zone, 0.0, None)
    assert said in shown.text
    assert "9:00" in shown.text, "by the clock of who looks at it: 6:00 UTC"
    assert said not in progress_screen(Progress(rests, ADMIN, Tally(left=10, owed=1)), tr, zone).text, "some are awake"
    local = replace(rests, what=replace(rests.what, times=Times(local=True)))
    assert said not in progress_screen(Progress(local, ADMIN, Tally(left=10)), tr, zone).text
    for state in (BroadcastState.PAUSED, BroadcastState.DONE):
        over = replace(rests, state=state)
        assert "9:00" not in progress_screen(Progress(over, ADMIN, Tally(left=10)), tr, zone).text
    sheet = BroadcastSheet(rests, Tally(left=10))
    assert said in broadcast_screen(sheet, {}, Person(ADMIN, "ru", CustomerId(1), is_admin=True), tr, zone).text


async def test_it_is_paused_from_its_own_message_and_taken_back_after_a_question(cabinet: Cabinet) -> None:
    cabinet.person_id = ADMIN
    cabinet.database.data.broadcasts[ID] = broadcast()
    paused = await cabinet.press(SteerHere(broadcast=1, to=BroadcastState.PAUSED).pack())
    assert paused.screen is not None
    assert SteerHere(broadcast=1, to=BroadcastState.RUNNING).pack() in [data for _, data in buttons(paused.screen)]
    card = await cabinet.press(OpenBroadcast(broadcast=1).pack())
    assert card.screen is not None
    assert OpenRecall(broadcast=1).pack() in [data for _, data in buttons(card.screen)]
    asked = await cabinet.press(OpenRecall(broadcast=1).pack())
    assert asked.screen is not None
    assert ID not in cabinet.database.data.recalls
    assert Recall(broadcast=1).pack() in [data for _, data in buttons(asked.screen)]
    done = await cabinet.press(Recall(broadcast=1).pack())
    assert done.screen is not None
    assert cabinet.database.data.broadcasts[ID].state is BroadcastState.CANCELLED
    assert await cabinet.press(Recall(broadcast=1).pack()) == done


async def test_nobody_else_takes_one_back(russian: Cabinet) -> None:
    russian.database.data.broadcasts[ID] = broadcast()
    for data in (OpenRecall(broadcast=1).pack(), Recall(broadcast=1).pack()):
        await russian.press(data)
    assert not russian.database.data.recalls
    assert russian.database.data.broadcasts[ID].state is BroadcastState.RUNNING
