"""What stands under a promotion that comes from a consultant."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.broadcasts.kinds import BroadcastKind
from handlers.broadcasts.callbacks import StopPromotions, WantKind
from handlers.ui.screen import button
from locales.translator import Translator


def fewer_or_none(kind: BroadcastKind, tr: Translator) -> list[InlineKeyboardButton]:
    """One press to get no more of this kind, one to get no more of any; both hold from then on."""
    return [
        button(tr.plain("broadcast-fewer"), WantKind(kind=kind, on=False).pack()),
        button(tr.plain("broadcast-stop"), StopPromotions().pack()),
    ]
