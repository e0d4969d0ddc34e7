"""Taking announcements back, and the figures beside them, on a real database."""

from __future__ import annotations

from typing import Any

import pytest

from domain.broadcasts import recall as recalls
from domain.broadcasts.models import BroadcastId, BroadcastState, Tally
from domain.broadcasts.progress import FollowBroadcasts
from domain.broadcasts.recall import FeedRecalls, NothingToRecall, RecallBroadcast, RecallTally
from domain.shared.errors import Forbidden
from domain.shared.ids import PersonId
from storage.database import Database
from storage.outbox_queue import OutboxRow
from tests.storage.test_broadcasts import House


class Back(House):
    """The same house, and deletions by hand."""

    def __init__(self, db: Database, watch: Any) -> None:
        super().__init__(db, watch)
        self.recall = RecallBroadcast(db.read, db.write, watch)
        self.feed_back = FeedRecalls(db.read, db.write, watch, lambda: None)
        self.follow = FollowBroadcasts(db.read, db.write, watch)
        self.deleted: list[tuple[int, int]] = []

    async def delete(self, rows: list[OutboxRow], gone: tuple[int, ...] = ()) -> None:
        for row in rows:
            if row.kind == "broadcast":
                await self.send([row])
                continue
            message = int(row.args["message"])
            self.deleted.append((row.person_id, message))
            await self.queue.sent([(row.id, None if row.person_id in gone else message)], self.watch())

    async def undo(self, gone: tuple[int, ...] = ()) -> None:
        for _ in range(8):
            await self.feed_back()
            await self.delete(await self.claim(), gone)

    async def undone(self, id: BroadcastId) -> RecallTally | None:
        return (await self.recall.open(self.admin, id)).tally


@pytest.fixture
async def house(db: Database, watch: Any) -> Back:
    return await Back(db, watch).open()  # type: ignore[return-value]


async def test_every_message_of_the_last_two_days_is_deleted_once(
    house: Back, watch: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalls, "WINDOW", 2)
    id = await house.publish()
    await house.feed()
    await house.send(await house.claim(2))
    watch.forward(hours=47)
    await house.run()
    watch.forward(hours=2)
    assert (await house.recall.open(house.admin, id)).possible
    await house.recall(house.admin, id)
    await house.recall(house.admin, id)
    await house.undo(gone=(4,))
    people = [person for person, _ in house.deleted]
    assert people == [3, 4, 5, 6, 7], "the first two are too old for Telegram"
    assert all(message > 100 for _, message in house.deleted)
    assert await house.undone(id) == RecallTally(deleted=4, gone=1, over=True)
    assert await house.tally(id) == (BroadcastState.DONE, Tally(sent=7)), "they did get it"


async def test_a_recall_ends_what_is_on_its_way_and_finds_what_was_on_the_wire(house: Back) -> None:
    id = await house.publish()
    await house.feed()
    await house.send(await house.claim(3))
    on_the_wire = await house.claim(1)
    await house.recall(house.admin, id)
    await house.feed_back()
    assert await house.claim() == [], "nothing is looked at twice, so it waits for what is on the wire"
    await house.queue.sent([(on_the_wire[0].id, 777)], house.watch())
    await house.undo()
    assert [person for person, _ in house.deleted] == [1, 2, 3, 4]
    assert (4, 777) in house.deleted
    assert house.got == [1, 2, 3]
    assert await house.tally(id) == (BroadcastState.CANCELLED, Tally(sent=4))
    assert await house.undone(id) == RecallTally(deleted=4, over=True)


async def test_a_recall_goes_on_in_another_process(house: Back, watch: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalls, "WINDOW", 3)
    id = await house.publish()
    await house.run()
    await house.recall(house.admin, id)
    await house.feed_back()
    await house.delete(await house.claim(1))
    assert await house.undone(id) == RecallTally(deleted=1, left=2)
    house.feed_back = FeedRecalls(house.db.read, house.db.write, watch, lambda: None)
    watch.forward(seconds=90)
    await house.undo()
    assert sorted(house.deleted) == sorted(set(house.deleted))
    assert await house.undone(id) == RecallTally(deleted=7, over=True)


async def test_what_is_too_old_or_was_never_sent_cannot_be_recalled(house: Back, watch: Any) -> None:
    id = await house.publish()
    await house.run()
    watch.forward(hours=49)
    assert not (await house.recall.open(house.admin, id)).possible
    with pytest.raises(NothingToRecall):
        await house.recall(house.admin, id)
    for ask in (house.recall, house.recall.open):
        with pytest.raises(Forbidden):
            await ask(house.people[1], id)


async def test_the_author_is_told_until_the_last_word_and_again_after_a_recall(house: Back) -> None:
    assert await house.follow() == []
    id = await house.publish()
    await house.feed()
    (first,) = await house.follow()
    assert (first.author, first.tally, first.message_id, first.over) == (PersonId(1), Tally(left=7), None, False)
    await house.follow.keep_message(id, 55)
    await house.send(await house.claim(3))
    await house.queue.unreachable(PersonId(4), house.watch())
    await house.queue.put_aside((await house.claim(1))[0].id, "refused")
    (second,) = await house.follow()
    assert (second.tally, second.message_id) == (Tally(sent=3, blocked=1, failed=1, left=2), 55)
    await house.run()
    (last,) = await house.follow()
    assert last.over
    assert last.tally == Tally(sent=5, blocked=1, failed=1)
    await house.follow.told(id)
    assert await house.follow() == []
    await house.recall(house.admin, id)
    (again,) = await house.follow()
    assert not again.over
    await house.undo()
    (over,) = await house.follow()
    assert over.over
    assert over.recall == RecallTally(deleted=5, over=True)


async def test_what_is_dropped_by_a_cancellation_counts_as_nothing(house: Back) -> None:
    id = await house.publish()
    await house.feed()
    await house.send(await house.claim(2))
    await house.manage.become(house.admin, id, BroadcastState.CANCELLED)
    assert await house.tally(id) == (BroadcastState.CANCELLED, Tally(sent=2))
