"""What an import says of a file, line by line."""

from __future__ import annotations

from domain.goods.columns import BY_NAME
from domain.goods.models import Problem, Value
from domain.goods.plans import Change, Difference, Plan
from handlers.ui.texts import cut
from locales.translator import Translator

VALUE = 60


def report_lines(plan: Plan, tr: Translator) -> list[str]:
    """Every problem, or else every change, in the order of the file; plain text."""
    if plan.problems:
        lines = [problem_line(each, tr) for each in plan.problems]
        more = plan.problem_count - len(plan.problems)
        return [*lines, tr.plain("goods-report-more", count=more)] if more > 0 else lines
    changes = sorted([*plan.products, *plan.articles], key=lambda change: change.line)
    lines = [tr.plain("goods-report-category", name=place.name_ru) for place in plan.categories]
    lines += [tr.plain("goods-report-series", name=place.name_ru) for place in plan.series]
    lines += [_change_line(change, tr) for change in changes]
    lines += [tr.plain("goods-report-album", code=code, count=len(album)) for code, album in plan.albums.items()]
    lines += [tr.plain("goods-report-photo", code=code) for code in plan.article_photos]
    if plan.ignored:
        lines.append(tr.plain("goods-report-ignored", columns=", ".join(plan.ignored)))
    return lines


def head_line(plan: Plan, tr: Translator, *, applied: bool) -> str:
    """The whole in a sentence; plain text."""
    if plan.problems:
        return tr.plain("goods-head-refused", count=plan.problem_count)
    if plan.is_empty:
        return tr.plain("goods-head-same")
    changes = [*plan.products, *plan.articles]
    new = sum(change.id is None for change in changes)
    counts = {"added": new, "changed": len(changes) - new, "same": plan.same, "pictures": _pictures(plan)}
    return tr.plain("goods-head-applied" if applied else "goods-head-would", **counts)


def problem_line(problem: Problem, tr: Translator) -> str:
    """Where, and what is wrong."""
    what = tr.plain(f"goods-problem-{problem.reason}", value=problem.value)
    if not problem.line:
        return what
    column = BY_NAME.get(problem.column)
    title = (column.title if tr.language == "ru" else column.name) if column else problem.column
    return tr.plain("goods-problem-line", line=str(problem.line), column=title, what=what)


def _pictures(plan: Plan) -> int:
    return sum(len(album) for album in plan.albums.values()) + len(plan.article_photos)


def _change_line(change: Change, tr: Translator) -> str:
    facts = {"line": str(change.line), "code": change.code, "name": cut(change.name, VALUE)}
    if change.id is None:
        return tr.plain("goods-report-new", **facts)
    what = "; ".join(_difference(each, tr) for each in change.differences)
    return tr.plain("goods-report-changed", **facts, what=what)


def _difference(difference: Difference, tr: Translator) -> str:
    column = BY_NAME[difference.column]
    title = column.title if tr.language == "ru" else column.name
    before, after = (_value(difference.column, each, tr) for each in (difference.before, difference.after))
    return tr.plain("goods-difference", column=title, before=before, after=after)


def _value(column: str, value: Value, tr: Translator) -> str:
    if column == "price" and isinstance(value, int):
        return tr.money(value)
    if isinstance(value, bool):
        return tr.plain("goods-yes" if value else "goods-no")
    if isinstance(value, list):
        value = ", ".join(value)
    return cut(str(value), VALUE) if value not in (None, "") else tr.plain("goods-empty")
