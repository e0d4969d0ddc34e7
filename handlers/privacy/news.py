"""What the person hears of their request: corrected, answered, refused, or that it takes longer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from domain.joining.models import CONTACTS
from domain.personal.models import DataRequest, Kind, State, Texts
from handlers.privacy.mydata_views import PRIVACY
from handlers.privacy.wrong_views import name_of
from handlers.ui.links import OpenForm
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home_below
from locales.translator import Translator


def news_screen(request: DataRequest, texts: Texts, what: str, tr: Translator, zone: tzinfo) -> Screen | None:
    """The message; None when it says nothing true any more."""
    number = str(request.id)
    if what == "extended":
        if request.state is not State.OPEN or texts.extension is None:
            return None
        text = tr("news-extended", number=number, due=tr.moment(request.due_at, zone), reason=texts.extension)
        return _screen([text], tr)
    if request.state is State.REFUSED and request.ground is not None:
        return _screen([tr("news-refused", number=number), tr(f"news-refused-{request.ground}")], tr)
    if request.state is not State.DONE:
        return None
    if request.about is not None:
        parts = [tr("news-corrected", number=number, name=name_of(request.about, tr))]
        if request.about in CONTACTS:
            parts.append(tr("news-prove"))
        return _screen(parts, tr, form=True)
    key = "news-done" if request.kind is Kind.CORRECTION else "news-answered"
    return _screen([tr(key, number=number, answer=texts.answer or "")], tr)


def _screen(parts: Sequence[str], tr: Translator, *, form: bool = False) -> Screen:
    look = [button(tr.plain("home-form"), OpenForm().pack())] if form else []
    return Screen("\n\n".join(parts), keyboard([look, [back(tr, PRIVACY), home_below(tr)]]), keep=True)
