"""The buttons that fit an order as it is now, for the one who looks at it."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from domain.ordering.life import Author, Decision, author_of, decisions_of
from domain.ordering.models import Order, Party
from domain.people.models import Person
from handlers.ordering.callbacks import AskDecide, Decide
from handlers.ordering.life_callbacks import (
    AcceptReturn,
    AskHandOver,
    AskNote,
    AskReturnPress,
    AskTracking,
    CardDecide,
    RefuseReturn,
    RemindPress,
    TakeMoneyPress,
)
from handlers.ordering.repeat_callbacks import AskChange
from handlers.ui.screen import button
from locales.translator import Translator

Row = list[InlineKeyboardButton]

AT_ONCE = (Decision.ACCEPT, Decision.ASSEMBLE, Decision.DELIVER)
"""What goes on with one press."""
ASKED = (Decision.DECLINE, Decision.CANCEL)
"""What cannot be taken back, so it is asked again."""


def serves(person: Person, order: Order) -> bool:
    """Whether the person looks at the order from the shop's side."""
    return order.consultant_id == person.own_consultant_id or order.customer_id != person.customer_id


def faced(order: Order, person: Person, *, serving: bool) -> tuple[Decision, ...]:
    """What the person may do on that side of the order: as its customer, or as its consultant or an admin."""
    author = author_of(person, order)
    side = author.parties - {Party.CUSTOMER} if serving else author.parties & {Party.CUSTOMER}
    return decisions_of(Author(author.person_id, side), order)


def decision_rows(
    order: Order, person: Person, tr: Translator, version: int, *, serving: bool, card: bool = False
) -> list[Row]:
    """Rows of buttons, the next step first. In a notice (`card`) a press leaves the notice where it is.

    `version` is how much has happened to the order.
    """
    possible = faced(order, person, serving=serving)
    rows = [[button(tr.plain(_words(d, serving)), _at_once(order, d, card))] for d in AT_ONCE if d in possible]
    if Decision.SHIP in possible:
        rows.append([button(tr.plain("decide-ship"), AskTracking(order=order.id).pack())])
    if Decision.RETURN in possible:
        rows += _return_rows(order, tr)
    rows += _pairs([pair for d in possible if (pair := _side(order, d, version, tr)) is not None])
    asked = [d for d in ASKED if d in possible]
    return [*rows, [button(tr.plain(f"decide-{d}"), AskDecide(order=order.id, decision=d).pack()) for d in asked]]


def _at_once(order: Order, decision: Decision, card: bool) -> str:
    return (CardDecide if card else Decide)(order=order.id, decision=decision).pack()


def _return_rows(order: Order, tr: Translator) -> list[Row]:
    yes, written_off = AcceptReturn(order=order.id, back=True), AcceptReturn(order=order.id, back=False)
    return [
        [button(tr.plain("return-accept-back"), yes.pack())],
        [button(tr.plain("return-accept-off"), written_off.pack())],
        [button(tr.plain("return-refuse"), RefuseReturn(order=order.id).pack())],
    ]


def _side(order: Order, decision: Decision, version: int, tr: Translator) -> InlineKeyboardButton | None:
    """What can be done beside the next step."""
    match decision:
        case Decision.TRACK:
            data = AskTracking(order=order.id).pack()
        case Decision.TAKE_MONEY:
            data = TakeMoneyPress(order=order.id).pack()
        case Decision.NOTE:
            data = AskNote(order=order.id).pack()
        case Decision.HAND_OVER:
            data = AskHandOver(order=order.id).pack()
        case Decision.REMIND:
            data = RemindPress(order=order.id, version=version).pack()
        case Decision.CHANGE:
            data = AskChange(order=order.id).pack()
        case Decision.ASK_RETURN:
            data = AskReturnPress(order=order.id).pack()
        case _:
            return None
    return button(tr.plain(f"decide-{decision}"), data)


def _pairs(buttons: list[InlineKeyboardButton]) -> list[Row]:
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def _words(decision: Decision, serving: bool) -> str:
    return "decide-deliver-own" if decision is Decision.DELIVER and not serving else f"decide-{decision}"
