"""`python -m tests.soak backlog`: a start with 10,000 updates waiting, at Telegram's own pace."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.soak.harness import Plan, soak
from tests.soak.running import broke


def backlog_main(words: Sequence[str]) -> int:
    """Runs it and prints its report; 1 if anything broke or it came to no end."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak backlog", description=__doc__)
    parser.add_argument("--updates", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--pace", type=int, default=30, help="messages Telegram lets through a second")
    parser.add_argument("--drain", type=float, default=1800.0, help="how long everything may take to end")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--folder", type=Path, help="where logs and the database stay")
    asked = parser.parse_args(words)
    plan = Plan(people=asked.people, backlog=asked.updates, pace=asked.pace, drain=asked.drain, seed=asked.seed)
    print(f"seed {plan.seed}: backlog", flush=True)
    return int(broke("backlog", asked.folder, partial(soak, plan)))
