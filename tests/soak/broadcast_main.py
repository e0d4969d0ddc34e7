"""`python -m tests.soak broadcast`: an announcement to 20,000 through kills and faults."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.soak.broadcast import BroadcastPlan, soak_broadcast
from tests.soak.running import broke


def broadcast_main(words: Sequence[str]) -> int:
    """Runs it and prints its report; 1 if anything broke or it came to no end."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak broadcast", description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--rate", type=int, default=200, help="messages a second")
    parser.add_argument("--stoppers", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1, help="messages on the wire at once")
    parser.add_argument("--no-faults", action="store_true")
    parser.add_argument("--within", type=float, default=3600.0, help="after which it is given up, seconds")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--folder", type=Path, help="where logs and the database stay")
    asked = parser.parse_args(words)
    plan = BroadcastPlan(
        people=asked.people,
        kills=asked.kills,
        rate=asked.rate,
        stoppers=asked.stoppers,
        workers=asked.workers,
        faults=not asked.no_faults,
        within=asked.within,
        seed=asked.seed,
    )
    return int(broke("broadcast", asked.folder, partial(soak_broadcast, plan)))
