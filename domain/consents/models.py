"""Consents to the use of personal data: one document a purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.shared.errors import DomainError


class Purpose(StrEnum):
    """What data may be used for. Without the cabinet's nothing is asked; the others are up to the person."""

    CABINET = "cabinet"
    PROMOTIONS = "promotions"
    PHOTO = "photo"


VERSIONS: dict[Purpose, str] = {
    Purpose.CABINET: "2026-11-22.2",
    Purpose.PROMOTIONS: "2026-11-29.2",
    Purpose.PHOTO: "2026-11-22",
}
"""The version of each text in locales/*/consents.ftl: whoever changes a text gives it a new date."""

BEFORE_THE_FORM = (Purpose.CABINET, Purpose.PROMOTIONS)
"""What is asked first of all; any other when it is first needed."""


def following_of(purpose: Purpose) -> tuple[Purpose, ...]:
    """What is asked after that one."""
    return BEFORE_THE_FORM[BEFORE_THE_FORM.index(purpose) + 1 :] if purpose in BEFORE_THE_FORM else ()


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent in force: to which version of the text, and since when."""

    purpose: Purpose
    version: str
    given_at: datetime


class ConsentMissing(DomainError):
    """Without the cabinet's consent no personal data is taken."""
