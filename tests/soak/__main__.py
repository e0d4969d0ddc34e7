"""`python -m tests.soak`: the whole proof, or the part that the flags name. Exit code 1 if anything broke."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.soak.bots import end_on_sigterm
from tests.soak.broadcast_main import broadcast_main
from tests.soak.harness import Plan, soak
from tests.soak.troubles import TROUBLES

CALM = 15.0
LONGEST_LIFE = 4.0
"""Long enough for some hundred updates between two kills, so that each kill meets another state of the shop."""


def main() -> int:
    """Runs the soaks one after the other and prints their reports; `broadcast` is a soak of its own."""
    end_on_sigterm()
    if sys.argv[1:2] == ["broadcast"]:
        return broadcast_main(sys.argv[2:])
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
            with tempfile.TemporaryDirectory() as temporary:
                folder = Path(temporary)
                if words.folder is not None:
                    words.folder.mkdir(parents=True, exist_ok=True)
                    name = f"{engine}-{'faults' if plan.troubles else 'kills'}-"
                    folder = Path(tempfile.mkdtemp(prefix=name, dir=words.folder))
                broken = _broken(plan, folder) or broken
    return int(broken)


def _broken(plan: Plan, folder: Path) -> bool:
    """Carries one plan out and prints its report; a run that came to no end is broken too."""
    print(f"seed {plan.seed}: {plan.engine}, {'faults' if plan.troubles else 'kills'}", flush=True)
    try:
        report = asyncio.run(soak(plan, folder))
    except (TimeoutError, AssertionError, ExceptionGroup) as error:
        print(f"BROKEN: it came to no end: {error!r}", flush=True)
        return True
    print(report, flush=True)
    return bool(report.broken)


if __name__ == "__main__":
    sys.exit(main())
