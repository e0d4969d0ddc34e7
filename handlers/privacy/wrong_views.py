"""How saying that something is wrong looks, and a question about one's own data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from domain.joining.models import Form, Step
from domain.personal.models import NOT_ASKED, WORDS, DataRequest
from handlers.privacy.callbacks import CancelWrong, SayWrong
from handlers.privacy.mydata_views import PRIVACY
from handlers.ui.links import OpenForm, OpenWrong
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

WRONG = OpenWrong().pack()


def name_of(about: Step | None, tr: Translator) -> str:
    """What a request is about, in words."""
    return tr.plain("wrong-other") if about is None else tr.plain(f"mydata-field-{about}")


def wrong_screen(form: Form, checked: Sequence[DataRequest], tr: Translator, zone: tzinfo) -> Screen:
    """What happens, what is being checked, and a button for each answer that may be wrong."""
    lines = [
        tr("wrong-checked", name=name_of(each.about, tr), due=tr.date(each.due_at.astimezone(zone).date()))
        for each in checked
    ]
    parts = [tr("wrong-what"), "\n".join(lines), "" if form.complete else tr("wrong-form")]
    under_check = {each.about for each in checked}
    steps = [step for step in Step if form.complete and step not in NOT_ASKED and form.is_answered(step)]
    choices = [each for each in (*steps, None) if each not in under_check]
    buttons = [button(name_of(each, tr), SayWrong(about=each).pack()) for each in choices]
    pairs = [buttons[at : at + 2] for at in range(0, len(buttons), 2)]
    to_form = [] if form.complete else [button(tr.plain("error-way-form"), OpenForm().pack())]
    cancel = [
        [button(tr.plain("wrong-cancel", name=name_of(each.about, tr)), CancelWrong(request=each.id).pack())]
        for each in checked
    ]
    rows = [to_form, *pairs, *cancel, [back(tr, PRIVACY), home(tr)]]
    return Screen("\n\n".join(filter(None, parts)), keyboard(rows))


def say_screen(about: Step | None, tr: Translator) -> Screen:
    """Asks what is wrong, and why."""
    text = tr("wrong-say", name=name_of(about, tr), least=WORDS[0], most=WORDS[1])
    return Screen(text, keyboard([[back(tr, WRONG), home(tr)]]))


def taken_screen(request: DataRequest, tr: Translator, zone: tzinfo) -> Screen:
    """The request is taken, and what is blocked until it is decided."""
    key = "wrong-taken-other" if request.about is None else "wrong-taken"
    text = tr(key, number=str(request.id), name=name_of(request.about, tr), due=tr.moment(request.due_at, zone))
    return Screen(text, keyboard([[back(tr, WRONG), home(tr)]]))


def question_screen(tr: Translator) -> Screen:
    """Asks for the question."""
    text = tr("question-ask", least=WORDS[0], most=WORDS[1])
    return Screen(text, keyboard([[back(tr, PRIVACY), home(tr)]]))


def waiting_screen(request: DataRequest, tr: Translator, zone: tzinfo) -> Screen:
    """The question waits, and until when at most."""
    text = tr("question-waits", number=str(request.id), due=tr.moment(request.due_at, zone))
    return Screen(text, keyboard([[back(tr, PRIVACY), home(tr)]]))
