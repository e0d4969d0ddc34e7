"""How an announcement looks while it is being made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.use_cases import LONGEST, LONGEST_CAPTION, longest
from domain.shared.localised import Localised
from handlers.broadcasts.callbacks import (
    AskContent,
    AskEnglish,
    DropEnglish,
    DropPictures,
    Preview,
    Publish,
    SetKind,
    ShowDraft,
    ShowLinks,
    ShowPeople,
    ShowPromotions,
    ShowTimes,
)
from handlers.broadcasts.draft import Draft
from handlers.broadcasts.said import times_words, whom_words
from handlers.ui.links import OpenBroadcasts, OpenOwnBroadcasts
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut, plain_text
from handlers.ui.ways import back, home
from locales.translator import Translator

EXCERPT = 300


def content_screen(draft: Draft, tr: Translator) -> Screen:
    """Asks for the text and the pictures."""
    way = back(tr, ShowDraft().pack() if draft.ru or draft.pictures else _list_of(draft))
    most, caption = longest(draft.consultant, LONGEST), longest(draft.consultant, LONGEST_CAPTION)
    asks = "broadcast-ask-own-content" if draft.own else "broadcast-ask-content"
    return Screen(tr(asks, limit=str(most), caption=str(caption)), keyboard([[way, home(tr)]]))


def english_screen(draft: Draft, tr: Translator) -> Screen:
    """Asks for the text of those who read English."""
    same = [button(tr.plain("broadcast-same"), DropEnglish().pack())]
    rows = [same if draft.en else [], [back(tr, ShowDraft().pack()), home(tr)]]
    return Screen(tr("broadcast-ask-english"), keyboard(rows))


def draft_screen(draft: Draft, count: int, called: Mapping[str, Localised], tr: Translator, zone: tzinfo) -> Screen:
    """The announcement as it stands, every part of it a button; it can be sent once there is a text and somebody."""
    what = draft.announcement
    lines: list[str] = [
        tr("broadcast-draft"),
        tr("broadcast-whom-line", whom=whom_words(what, called, tr, draft.consultant)),
        tr("broadcast-when-line", when=times_words(what.times, None, tr, zone)),
    ]
    extras = []
    if draft.pictures:
        extras.append(tr("broadcast-pictures", count=len(draft.pictures)))
    if draft.links:
        extras.append(tr("broadcast-links", count=len(draft.links)))
    extras.append(tr("broadcast-languages-two" if draft.en else "broadcast-languages-one"))
    lines.append(" · ".join(extras))
    if draft.ru:
        lines += ["", tr("broadcast-excerpt", text=cut(plain_text(draft.ru), EXCERPT))]
    else:
        lines += ["", tr("broadcast-no-text")]
    lines.append(tr("broadcast-reach", count=count) if draft.ru else "")
    kinds = [
        button(marked(tr.plain(f"broadcast-kind-{kind}"), kind == draft.kind, tr), SetKind(kind=kind).pack())
        for kind in BroadcastKind
    ]
    whom = [] if draft.own else [button(tr.plain("broadcast-part-whom"), ShowPeople().pack())]
    promotion = [] if draft.own else [button(tr.plain("broadcast-part-promotion"), ShowPromotions().pack())]
    parts = [
        *whom,
        button(tr.plain("broadcast-part-when"), ShowTimes().pack()),
        button(tr.plain("broadcast-part-content"), AskContent().pack()),
        button(tr.plain("broadcast-part-english"), AskEnglish().pack()),
        button(tr.plain("broadcast-part-links"), ShowLinks().pack()),
        *promotion,
    ]
    bare = [button(tr.plain("broadcast-drop-pictures"), DropPictures().pack())] if draft.pictures else []
    preview = [button(tr.plain("broadcast-preview"), Preview().pack())] if draft.ru else []
    key = "broadcast-publish" if what.times.at_once else "broadcast-plan"
    send = [button(tr.plain(key, count=count), Publish(key=draft.key).pack())] if draft.ru and count else []
    way_back = [back(tr, _list_of(draft)), home(tr)]
    return Screen("\n".join(lines), keyboard([*pairs(kinds), *pairs(parts), bare, preview, send, way_back]))


def _list_of(draft: Draft) -> str:
    return (OpenOwnBroadcasts() if draft.own else OpenBroadcasts()).pack()


def pairs(items: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Two in a row."""
    return [list(items[at : at + 2]) for at in range(0, len(items), 2)]


def marked(words: str, on: bool, tr: Translator) -> str:
    """The words of a button that may be on."""
    return tr.plain("broadcast-marked", words=words) if on else words
