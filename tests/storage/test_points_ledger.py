"""The ledger under random histories: points are never created or lost."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.points.models import FLOWS, Move, MoveKind, NotEnoughPoints, PointsAccount
from domain.points.use_cases import ExpirePoints
from domain.shared.ids import CustomerId, PersonId
from storage.database import Database
from storage.tables import point_accounts, point_entries
from tests.services import keyring, sqlite_database

START = datetime(2026, 1, 1, tzinfo=UTC)
IDLE = timedelta(days=30)
steps = st.tuples(
    st.integers(0, 2),
    st.sampled_from([*MoveKind, None]),
    st.integers(1, 200),
    st.integers(0, 25),
    st.integers(0, 20),
)
"""(customer, what moves or None for the expiry, points, key, days that go by)"""


@given(st.lists(steps, max_size=30))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_happens_the_ledger_sums_to_zero(history: list[tuple[int, MoveKind | None, int, int, int]]) -> None:
    asyncio.run(_play(history))


async def _play(history: list[tuple[int, MoveKind | None, int, int, int]]) -> None:
    clock = [START]
    with tempfile.TemporaryDirectory() as folder:
        db = Database(await sqlite_database(Path(folder)), keyring(), clock=lambda: clock[0])
        try:
            async with db.write() as work:
                customers = [(await work.people.add(PersonId(9_000 + at), "ru")).customer_id for at in range(3)]
            expected: Counter[CustomerId] = Counter()
            keys: set[str] = set()
            active: dict[CustomerId, datetime] = {}
            for at, kind, points, number, days in history:
                clock[0] += timedelta(days=days)
                now = clock[0]
                if kind is None:
                    await ExpirePoints(db.write, lambda: clock[0], IDLE)()
                    for id_ in [id_ for id_ in active if expected[id_] and active[id_] < now - IDLE]:
                        expected[id_], active[id_] = 0, now
                    continue
                customer, key = customers[at], f"move {number}"
                gain = points if FLOWS[kind][1] is PointsAccount.CUSTOMER else -points
                try:
                    async with db.write() as work:
                        moved = await work.points.move(Move(key, kind, customer, points, now))
                except NotEnoughPoints:
                    assert key not in keys
                    assert expected[customer] + gain < 0
                    continue
                assert moved is (key not in keys)
                if moved:
                    keys.add(key)
                    expected[customer] += gain
                    active[customer] = now
            async with db.read() as work:
                entries = (await work.connection.execute(select(point_entries))).all()
                accounts = (await work.connection.execute(select(point_accounts))).all()
                assert sum(entry.points for entry in entries) == 0
                by_key: Counter[str] = Counter()
                sums: Counter[CustomerId] = Counter()
                for entry in entries:
                    by_key[entry.key] += entry.points
                    if entry.account == PointsAccount.CUSTOMER:
                        sums[entry.customer_id] += entry.points
                assert not any(by_key.values()), "a movement has to stand on both its accounts"
                for account in accounts:
                    assert account.balance == sums[account.customer_id] == expected[account.customer_id] >= 0
        finally:
            await db.close()
