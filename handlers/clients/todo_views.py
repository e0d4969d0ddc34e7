"""How the list of things to do looks, and the messages that one press sends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.broadcasts.kinds import BroadcastKind
from domain.clients.care import Birth, Task
from domain.clients.models import Quiet
from domain.clients.todo import PUT_OFF
from domain.consultants.models import Consultant
from domain.ordering.models import Order
from domain.shared.paging import Page
from handlers.clients.callbacks import OpenClient, SetQuiet
from handlers.clients.fewer import fewer_or_none
from handlers.clients.todo_callbacks import OpenBirthdays, OpenTask, PutOffTask, SendCare, SkipTask
from handlers.ordering.callbacks import OpenOrder
from handlers.ordering.life_callbacks import OpenBelow
from handlers.ui.links import OpenCatalog, OpenClients, OpenTodo
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import answer_below, back, home, home_below
from locales.translator import Translator

NAME = 32


def todo_screen(page: Page[Task], tr: Translator) -> Screen:
    """A page of what is due, the longest due first."""
    rows = [[button(_brief(each, tr), OpenTask(task=each.id, page=page.number).pack())] for each in page.items]
    turn = pager(page, tr, lambda number: OpenTodo(page=number).pack())
    ways = [
        button(tr.plain("todo-birthdays"), OpenBirthdays().pack()),
        button(tr.plain("menu-clients"), OpenClients().pack()),
    ]
    text = tr("todo-title", count=page.total) if page.total else tr("todo-none")
    return Screen(text, keyboard([*rows, turn, ways, [home(tr)]]))


def _brief(task: Task, tr: Translator) -> str:
    return tr.plain(f"todo-brief-{task.kind}", name=cut(task.client_name, NAME), order=_number(task))


def _number(task: Task) -> str:
    return "" if task.order_id is None else f"{10_000 + task.order_id}"


def task_screen(task: Task, words: str, page: int, tr: Translator) -> Screen:
    """One thing to do: whom for, what about, the message as it will be, and what can be done."""
    text = "\n\n".join([tr(f"todo-task-{task.kind}", name=task.client_name, order=_number(task)), words])
    later = [
        button(tr.plain(f"todo-later-{each}"), PutOffTask(task=task.id, days=each, page=page).pack())
        for each in PUT_OFF[task.kind]
    ]
    order = (
        [button(tr.plain("todo-order"), OpenOrder(order=task.order_id, serving=True).pack())] if task.order_id else []
    )
    rows = [
        [button(tr.plain("todo-send"), SendCare(task=task.id, page=page).pack())],
        [*later, button(tr.plain("todo-skip"), SkipTask(task=task.id, page=page).pack())],
        [*order, button(tr.plain("proposal-client"), OpenClient(client=task.customer_id).pack())],
        [back(tr, OpenTodo(page=page).pack()), home(tr)],
    ]
    return Screen(text, keyboard(rows))


def preview(task: Task, consultant: Consultant, tr: Translator) -> str:
    """The message between quotation marks, and that it goes in the client's own language."""
    return tr("todo-preview", words=message_words(task, consultant, tr))


def message_words(task: Task, consultant: Consultant, tr: Translator) -> str:
    """The ready message, in the consultant's name."""
    return tr(f"care-{task.kind}", name=consultant.name[tr.language], order=_number(task))


def message_screen(task: Task, consultant: Consultant, order: Order | None, tr: Translator) -> Screen:
    """What the client gets: an answer a press away, and the way not to get any more."""
    words = message_words(task, consultant, tr)
    if order is None:
        rows = [
            [button(tr.plain("menu-catalog"), OpenCatalog().pack())],
            fewer_or_none(BroadcastKind.GIFTS, tr),
        ]
    else:
        rows = [
            [button(tr.plain("placed-open"), OpenBelow(order=order.id).pack())],
            [button(tr.plain("care-stop"), SetQuiet(quiet=Quiet.CARE, on=True).pack())],
        ]
    answer = [answer_below(consultant.name[tr.language], tr)]
    return Screen(words, keyboard([answer, *rows, [home_below(tr)]]), keep=True)


def birthdays_screen(days: Sequence[tuple[date, Birth]], tr: Translator) -> Screen:
    """Who has a birthday soon: day and month, no year."""
    rows = [
        [
            button(
                tr.plain("birthdays-line", day=tr.day_and_month(day), name=cut(birth.name, NAME)),
                OpenClient(client=birth.customer_id).pack(),
            )
        ]
        for day, birth in days
    ]
    text = tr("birthdays-title", count=len(days)) if days else tr("birthdays-none")
    return Screen(text, keyboard([*rows, [back(tr, OpenTodo().pack()), home(tr)]]))
