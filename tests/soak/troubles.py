"""Bad weather: each kind of the sandbox's faults in turn."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.sandbox_client import SandboxClient
from tests.soak.shop import Shop

SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Trouble:
    """A kind of fault; `after` when the call has its effect and only the answer is lost."""

    kind: str
    after: bool = False
    method: str = "*"


TROUBLES = (
    *(Trouble(kind) for kind in ("429", "500", "502", "timeout", "cut", "403")),
    *(Trouble(kind, after=True) for kind in ("500", "502", "timeout", "cut")),
    *(Trouble(kind, method="getUpdates") for kind in ("429", "500", "502", "timeout", "cut")),
)
BRIEF = (*TROUBLES[:6], Trouble("cut", after=True), Trouble("502", method="getUpdates"))


@dataclass(slots=True)
class Weather:
    """What was thrown at the bot: calls hit, and messages that arrived though their answer did not."""

    hits: int = 0
    lost_answers: int = 0

    async def storm(
        self, sandbox: SandboxClient, shop: Shop, troubles: tuple[Trouble, ...], seconds: float, seed: int
    ) -> None:
        """A tenth of all calls meets each trouble for its part of `seconds`; consultants write now and then.

        Who writes is reachable again, so what a 403 kept from a consultant is owed anew.
        """
        for number, trouble in enumerate(troubles):
            rule = {"share": SHARE, "after": trouble.after, "seed": seed + number}
            # Longer than the bot waits for an answer (15 s) in a long storm; shorter in a brief one.
            await sandbox.fault(trouble.method, trouble.kind, seconds=min(20.0, seconds / 6), **rule)
            await asyncio.sleep(seconds / len(troubles))
            rules = await sandbox.request("GET", "/sandbox/faults")
            hits = sum(rule["hits"] for rule in rules)
            self.hits += hits
            if trouble.after:
                self.lost_answers += hits
            await sandbox.clear_faults()
            if trouble.kind == "403":
                await self.greet(sandbox, shop)

    @staticmethod
    async def greet(sandbox: SandboxClient, shop: Shop) -> None:
        """Every consultant writes to the bot."""
        for consultant in shop.consultants:
            await sandbox.send(consultant, text="/help")
