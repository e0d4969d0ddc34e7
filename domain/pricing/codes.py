"""Promo codes: words that open a promotion."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.pricing.promotions import PromotionId

CodeId = NewType("CodeId", int)
CODE_LIMIT = 32


class CodeProblem(StrEnum):
    """Why a promo code gives nothing."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED_UP = "used_up"
    USED_BEFORE = "used_before"
    NOT_FOR_THIS = "not_for_this"
    """It is good, but not with this cart or for this customer."""


@dataclass(frozen=True, slots=True)
class PromoCode:
    """A code with how often it was used. `limit` counts over all customers; `used_before`: by this one."""

    id: CodeId
    code: str
    promotion_id: PromotionId
    limit: int | None = None
    used: int = 0
    expires_at: datetime | None = None
    on: bool = True
    used_before: bool = False

    def problem(self, now: datetime) -> CodeProblem | None:
        """Why it cannot be used by this customer now; None when it can."""
        if not self.on:
            return CodeProblem.UNKNOWN
        if self.used_before:
            return CodeProblem.USED_BEFORE
        if self.expires_at is not None and now >= self.expires_at:
            return CodeProblem.EXPIRED
        if self.limit is not None and self.used >= self.limit:
            return CodeProblem.USED_UP
        return None


def normalised(typed: str) -> str:
    """A code as it is kept: capitals without spaces and dashes, so that it may be typed any way."""
    folded = unicodedata.normalize("NFKC", typed).upper().replace("Ё", "Е")
    return "".join(sign for sign in folded if sign.isalnum())[:CODE_LIMIT]
