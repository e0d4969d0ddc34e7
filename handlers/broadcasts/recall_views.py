"""Taking an announcement back."""

from __future__ import annotations

from domain.broadcasts.models import Broadcast
from domain.broadcasts.recall import RecallSheet
from handlers.broadcasts.callbacks import OpenBroadcast, OpenRecall, Recall
from handlers.broadcasts.progress_views import recall_words
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def recall_screen(sheet: RecallSheet, tr: Translator) -> Screen:
    """What would be deleted and cannot be undone; or how far it is deleted."""
    broadcast, id = sheet.broadcast, str(sheet.broadcast.id)
    way_back = [back(tr, OpenBroadcast(broadcast=broadcast.id).pack()), home(tr)]
    title = tr("broadcast-recall-title", id=id)
    if sheet.tally is not None:
        fresh = [button(tr.plain("broadcast-refresh"), OpenRecall(broadcast=broadcast.id).pack())]
        words = recall_words(sheet.tally, tr)
        return Screen(f"{title}\n\n{words}", keyboard([[] if sheet.tally.over else fresh, way_back]))
    if not sheet.possible:
        return Screen(f"{title}\n\n{tr('broadcast-recall-nothing')}", keyboard([way_back]))
    yes = [button(tr.plain("broadcast-recall-yes"), Recall(broadcast=broadcast.id).pack())]
    return Screen(f"{title}\n\n{tr('broadcast-recall-ask')}", keyboard([yes, way_back]))


def recall_button(broadcast: Broadcast, tr: Translator) -> tuple[str, str]:
    """Words and data of the button that leads here."""
    return tr.plain("broadcast-recall"), OpenRecall(broadcast=broadcast.id).pack()
