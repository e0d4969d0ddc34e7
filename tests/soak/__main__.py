"""`python -m tests.soak`: the whole proof, or the part that the flags name. Exit code 1 if anything broke."""

from __future__ import annotations

import argparse
import secrets
import sys
from functools import partial
from pathlib import Path

from tests.soak.backlog_main import backlog_main
from tests.soak.bots import end_on_sigterm
from tests.soak.broadcast_main import broadcast_main
from tests.soak.harness import Plan, soak
from tests.soak.running import broke
from tests.soak.troubles import TROUBLES

CALM = 15.0
LONGEST_LIFE = 4.0
"""Long enough for some hundred updates between two kills, so that each kill meets another state of the shop."""


def main() -> int:
    """Runs the soaks one after the other and prints their reports; `broadcast` and `backlog` are soaks of their own."""
    end_on_sigterm()
    others = {"broadcast": broadcast_main, "backlog": backlog_main}
    if (other := others.get(sys.argv[1] if len(sys.argv) > 1 else "")) is not None:
        return other(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--engine", choices=["sqlite", "postgres"], action="append", help="both without it")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120.0, help="how long the troubles last")
    parser.add_argument("--faults", choices=["also", "only", "none"], default="also", help="the runs with troubles")
    parser.add_argument("--drain", type=float, default=600.0, help="how long everything may take to end")
    parser.add_argument("--start", type=float, default=600.0, help="how long a start may take")
    parser.add_argument("--within", type=float, default=3 * 3600.0, help="after which nothing more is killed")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--folder", type=Path, help="where logs and databases stay")
    words = parser.parse_args()
    plan_of = partial(
        Plan,
        people=words.people,
        drain=words.drain,
        start=words.start,
        within=words.within,
        seed=words.seed,
    )
    broken = False
    for engine in words.engine or ["sqlite", "postgres"]:
        plans = []
        if words.faults != "only":
            plans.append(plan_of(engine, kills=words.kills, calm=CALM, longest_life=LONGEST_LIFE))
        if words.faults != "none":
            plans.append(plan_of(engine, seconds=words.seconds, troubles=TROUBLES))
        for plan in plans:
            trouble = "faults" if plan.troubles else "kills"
            print(f"seed {plan.seed}: {engine}, {trouble}", flush=True)
            broken = broke(f"{engine}-{trouble}", words.folder, partial(soak, plan)) or broken
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
