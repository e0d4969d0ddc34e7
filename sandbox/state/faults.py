"""Troubles made on purpose."""

import random
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import PersonError

KINDS = ("429", "500", "502", "timeout", "cut", "403")


@dataclass(slots=True)
class Fault:
    """One rule: which calls it hits, how, and how often."""

    id: int
    method: str
    kind: str
    times: int | None = None
    share: float | None = None
    retry_after: int = 1
    chat_id: int | None = None
    after: bool = False
    seconds: float = 60.0
    hits: int = 0
    dice: random.Random = field(default_factory=random.Random, repr=False)

    def view(self) -> dict[str, Any]:
        """The rule as JSON, with how often it hit."""
        names = ("id", "method", "kind", "times", "share", "retry_after", "chat_id", "after", "seconds", "hits")
        return {name: getattr(self, name) for name in names}

    def hit(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is hit; counts it if so. `*` is every method but getUpdates."""
        if self.method != method.lower() and not (self.method == "*" and method != "getUpdates"):
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.times is not None and self.hits >= self.times:
            return False
        if self.share is not None and self.dice.random() >= self.share:
            return False
        self.hits += 1
        return True


class Faults:
    """The rules in force, first match wins."""

    def __init__(self) -> None:
        self._rules: list[Fault] = []
        self._last_id = 0

    def __bool__(self) -> bool:
        return bool(self._rules)

    def add(self, body: dict[str, Any]) -> Fault:
        """Make a rule of a request's body; raises PersonError 400 for a wrong one."""
        kind = str(body.get("kind", ""))
        if kind not in KINDS:
            raise PersonError(400, f"kind must be one of {', '.join(KINDS)}")
        method = body.get("method", "*")
        if not isinstance(method, str) or not method:
            raise PersonError(400, "method must be a method's name or *")
        share = body.get("share")
        if share is not None and (not isinstance(share, int | float) or not 0 <= share <= 1):
            raise PersonError(400, "share must be between 0 and 1")
        times = body.get("times")
        if times is None and share is None:
            times = 1
        if times is not None and (not isinstance(times, int) or times < 1):
            raise PersonError(400, "times must be a number from 1")
        seed = body.get("seed")
        self._last_id += 1
        fault = Fault(
            id=self._last_id,
            method=method.lower(),
            kind=kind,
            times=times,
            share=share,
            retry_after=int(body.get("retry_after") or 1),
            chat_id=body.get("chat_id"),
            after=bool(body.get("after", False)),
            seconds=float(body.get("seconds") or 60.0),
            dice=random.Random(seed),
        )
        self._rules.append(fault)
        return fault

    def pick(self, method: str, chat_id: int | None) -> Fault | None:
        """The rule that hits this call, if any; spent rules go."""
        for fault in self._rules:
            if fault.hit(method, chat_id):
                if fault.times is not None and fault.hits >= fault.times:
                    self._rules.remove(fault)
                return fault
        return None

    def view(self) -> list[dict[str, Any]]:
        """All rules in force."""
        return [fault.view() for fault in self._rules]

    def clear(self) -> None:
        """Back to fair weather."""
        self._rules.clear()
