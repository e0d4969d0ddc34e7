"""Who goes next among claimed rows."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.delivery.backlog import Backlog, Claimed


@dataclass(frozen=True)
class Row:
    id: int
    person_id: int
    priority: int = 0
    key: str = ""
    language: str = "ru"
    kind: str = "order_placed"
    args: dict[str, int | str] = field(default_factory=dict)
    attempts: int = 1
    created_at: datetime = datetime(2026, 11, 22, tzinfo=UTC)


class Chats:
    """Chats that wait until a moment."""

    def __init__(self) -> None:
        self.until: dict[int, float] = {}
        self.now = 0.0

    def wait(self, chat_id: int) -> float:
        return max(0.0, self.until.get(chat_id, 0.0) - self.now)


def _ids(backlog: Backlog, now: float = 0.0) -> list[int]:
    taken = []
    while (claimed := backlog.take(now)) is not None:
        taken.append(claimed.row.id)
        backlog.done(claimed.row.person_id, now)
    return taken


def test_notices_go_before_bulk_and_the_oldest_first() -> None:
    backlog = Backlog(Chats().wait)
    for row in (Row(1, 10, 10), Row(2, 11, 0), Row(3, 12, 10), Row(4, 13, 0)):
        backlog.add(Claimed(row, 100.0), 0.0)
    assert _ids(backlog) == [2, 4, 1, 3]


def test_a_notice_that_comes_later_passes_the_bulk_of_its_own_chat() -> None:
    backlog = Backlog(Chats().wait)
    for row in (Row(1, 10, 10), Row(2, 10, 10), Row(3, 11, 10), Row(4, 10, 0)):
        backlog.add(Claimed(row, 100.0), 0.0)
    assert _ids(backlog) == [4, 1, 2, 3]


def test_a_chat_that_must_wait_holds_up_nobody_else() -> None:
    chats = Chats()
    chats.until[10] = 5.0
    backlog = Backlog(chats.wait)
    for number in range(1, 4):
        backlog.add(Claimed(Row(number, 10), 100.0), 0.0)
    backlog.add(Claimed(Row(4, 11), 100.0), 0.0)
    assert _ids(backlog) == [4]
    assert backlog.wait(0.0) == 5.0
    chats.now = 5.0
    assert _ids(backlog, 5.0) == [1, 2, 3]


def test_one_chat_has_one_message_on_its_way() -> None:
    backlog = Backlog(Chats().wait)
    backlog.add(Claimed(Row(1, 10), 100.0), 0.0)
    backlog.add(Claimed(Row(2, 10), 100.0), 0.0)
    assert backlog.take(0.0) is not None
    assert backlog.take(0.0) is None
    backlog.done(10, 0.0)
    assert backlog.take(0.0) is not None


def test_what_outlived_its_lease_is_let_go() -> None:
    backlog = Backlog(Chats().wait)
    backlog.add(Claimed(Row(1, 10), 5.0), 0.0)
    backlog.add(Claimed(Row(2, 10), 9.0), 0.0)
    assert _ids(backlog, 6.0) == [2]
    assert len(backlog) == 0


def test_a_row_given_back_is_taken_again_first() -> None:
    backlog = Backlog(Chats().wait)
    for number in (1, 2):
        backlog.add(Claimed(Row(number, 10), 100.0), 0.0)
    first = backlog.take(0.0)
    assert first is not None
    backlog.add(first, 0.0)
    backlog.done(10, 0.0)
    assert _ids(backlog) == [1, 2]


def test_nothing_is_lost_or_doubled_whatever_happens() -> None:
    seed = random.randrange(2**32)
    print("seed", seed)
    dice = random.Random(seed)
    chats = Chats()
    backlog = Backlog(chats.wait)
    left, out, busy = set(), [], []
    for number in range(3000):
        chats.now += dice.uniform(0, 0.2)
        match dice.randrange(3):
            case 0:
                backlog.add(Claimed(Row(number, dice.randrange(20), dice.choice([0, 10])), 1e9), chats.now)
                left.add(number)
            case 1:
                if (claimed := backlog.take(chats.now)) is not None:
                    assert claimed.row.person_id not in busy
                    busy.append(claimed.row.person_id)
                    out.append(claimed.row.id)
                    chats.until[claimed.row.person_id] = chats.now + dice.uniform(0, 3)
            case 2:
                if busy:
                    backlog.done(busy.pop(dice.randrange(len(busy))), chats.now)
        assert len(backlog) == len(left) - len(out)
    for chat in busy:
        backlog.done(chat, chats.now)
    while len(backlog):
        chats.now += backlog.wait(chats.now) or 0.0
        out += _ids(backlog, chats.now)
    assert sorted(out) == sorted(left)
