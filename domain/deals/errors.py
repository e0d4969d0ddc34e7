"""How promo codes, gifts and points say no."""

from __future__ import annotations

from domain.pricing.codes import CodeProblem
from domain.shared.errors import DomainError


class CodeRefused(DomainError):
    """The promo code gives nothing; `problem` says why."""

    def __init__(self, problem: CodeProblem) -> None:
        super().__init__(f"the code is refused: {problem}")
        self.problem = problem


class GiftGone(DomainError):
    """The gift is not to be had any more: the last piece went, or its promotion holds no longer.

    The choice is forgotten, so that the order can be placed without it or with another.
    """

    keeps = True


class PointsUnusable(DomainError):
    """No points can be spent on this cart: too few of them, or too small a cart."""

    def __init__(self, least: int, from_minor: int) -> None:
        super().__init__("no points can be spent")
        self.least = least
        self.from_minor = from_minor


class InvalidTerms(DomainError):
    """A promotion or a code that is being made has terms that make no sense; `field` names the one to mend."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} makes no sense")
        self.field = field


class CodeTaken(DomainError):
    """There is such a promo code already."""
