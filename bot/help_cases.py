"""The use cases of asking: frequent questions, ready answers and the hotline's hours."""

from __future__ import annotations

from typing import Any

from bot.adapters.working_days import RussianWorkingDays
from bot.settings import Settings
from domain.faq.use_cases import Base, EditFaq, ReadFaq
from domain.hotline.use_cases import Hotline, ShowHotline
from domain.shared.clock import Clock
from domain.tickets.ready import ReadyAnswers
from handlers.faq.base import base_of
from handlers.tickets.ready_base import marks_of, ready_base
from locales.translator import Translators
from storage.database import Database


def help_cases(database: Database, settings: Settings, clock: Clock, translators: Translators) -> dict[str, Any]:
    """By the names handlers ask for them."""
    questions, ready = base_of(translators), ready_base(translators)
    base: Base = {language: (*questions[language], *ready[language]) for language in questions}
    line = Hotline(settings.hotline, settings.zone, settings.hotline_open, settings.hotline_days == "working")
    return {
        "read_faq": ReadFaq(database.read, base),
        "edit_faq": EditFaq(database.write, clock, base),
        "ready_answers": ReadyAnswers(database.read, base, marks_of(translators)),
        "show_hotline": ShowHotline(database.read, clock, RussianWorkingDays(), line),
    }
