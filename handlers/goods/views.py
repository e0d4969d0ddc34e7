"""How goods files look in the chat."""

from __future__ import annotations

from domain.goods.imports import GoodsImport
from domain.goods.plans import Plan
from handlers.goods.callbacks import DecideImport, ExportFile
from handlers.goods.report import head_line, report_lines
from handlers.ui.links import OpenAdmin
from handlers.ui.screen import File, Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home, home_below
from locales.html import escape
from locales.translator import Html, Translator

SHOWN = 8
"""Lines of a report in the chat; all of them are in the file."""
LINE = 200
EXPORTS = ("xlsx", "csv", "yml")


def files_screen(tr: Translator) -> Screen:
    """Asks for a file, and offers one."""
    out = [button(tr.plain("goods-export", form=form.upper()), ExportFile(form=form).pack()) for form in EXPORTS]
    return Screen(tr("goods-files"), keyboard([out, [back(tr, OpenAdmin().pack()), home(tr)]]))


def taken_screen(tr: Translator) -> Screen:
    """The file is there; what it says comes as a message of its own."""
    return Screen(tr("goods-taken"), keyboard([[back(tr, OpenAdmin().pack()), home(tr)]]))


def dropped_screen(tr: Translator) -> Screen:
    """Nothing was changed."""
    return Screen(tr("goods-dropped"), keyboard([[home_below(tr)]]), keep=True)


def progress_screen(what: str, count: int, tr: Translator) -> Screen:
    """How far it is."""
    return Screen(tr(f"goods-progress-{what}", count=count), keep=True)


def report_screen(goods: GoodsImport, plan: Plan, tr: Translator, *, applied: bool) -> Screen:
    """What the file would change, or has; with the button that does it where there is something to do."""
    lines = report_lines(plan, tr)
    shown = "\n".join(escape(cut(line, LINE)) for line in lines[:SHOWN])
    more = tr("goods-report-more", count=len(lines) - SHOWN) if len(lines) > SHOWN else ""
    head = escape(head_line(plan, tr, applied=applied))
    text = tr("goods-report", name=goods.name, head=Html(head), lines=Html("\n".join(filter(None, [shown, more]))))
    waits = not applied and not plan.problems and not plan.is_empty
    decide = [
        button(tr.plain("goods-apply"), DecideImport(goods=goods.id, key=plan.key, apply=True).pack()),
        button(tr.plain("goods-drop"), DecideImport(goods=goods.id, key=plan.key, apply=False).pack()),
    ]
    return Screen(text, keyboard([decide if waits else [], [home_below(tr)]]), keep=True)


def report_file(goods: GoodsImport, plan: Plan, tr: Translator) -> Screen | None:
    """The whole report as a file, where the chat shows only its beginning."""
    lines = report_lines(plan, tr)
    if len(lines) <= SHOWN:
        return None
    content = "\n".join(["\ufeff" + lines[0], *lines[1:]])
    return Screen(tr("goods-report-file"), keep=True, file=File(f"import-{goods.id}.txt", content))


def failed_screen(goods: GoodsImport, tr: Translator) -> Screen:
    """Telegram did not hand the file over, or something of ours broke; nothing was changed."""
    return Screen(tr("goods-failed", name=goods.name), keyboard([[home_below(tr)]]), keep=True)
