"""Buttons of every kind, pressed by a stranger with somebody else's ids in them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from domain.access.consulting import Applicant
from domain.access.models import Binding, Credential, Entry, Proof
from domain.access.numbers import grouped, new_number
from domain.clients.care import Task, TaskId, TaskKind, TaskState
from domain.joining.models import Approval, Form
from domain.ordering.cart import CartLine, Goods
from domain.ordering.models import Delivery, Order, OrderLine, OrderState
from domain.people.models import Person
from domain.proposals.models import Proposal, ProposalId, ProposalState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId, OrderId, PersonId, ProductId
from domain.shared.localised import Localised
from domain.shared.money import Money
from handlers.privacy.callbacks import CancelWrong
from handlers.ui.screen import Answer
from tests.handlers import furnished
from tests.handlers.cabinet import NOW, Cabinet
from tests.handlers.test_callbacks import kinds

OWNER, CABINET, ORDER = PersonId(1500), CustomerId(500), OrderId(77)
PROPOSAL, SENT = ProposalId(7), ProposalId(77)
SECRETS = ("Добронрава", "+7916", "916 765", "owner@example.org", "Звоните маме", *furnished.SECRETS)
THEIRS = (0, 1, 7, 77, 500, 1500, 2**53)
MOST = 60


def values(name: str, field: FieldInfo) -> list[Any]:
    """What a tampering hand would put there."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)
    if kind is bool:
        return [False, True]
    if kind is int:
        return list(THEIRS)
    for inner in get_args(kind):
        if isinstance(inner, type) and issubclass(inner, Enum):
            return [None, *inner]
    if kind is str or type(None) in get_args(kind):
        return ["theirkey", "x"]
    return list(get_args(kind))


def packed(kind: type[CallbackData]) -> Iterator[str]:
    """Buttons of this kind, every value at least once where there are too many to have all."""
    names = list(kind.model_fields)
    choices = [values(name, kind.model_fields[name]) for name in names]
    everything = list(itertools.product(*choices))
    step = max(1, len(everything) // MOST)
    for each in everything[::step]:
        try:
            yield kind(**dict(zip(names, each, strict=True))).pack()
        except (ValidationError, ValueError):
            continue


def furnish(cabinet: Cabinet) -> str:
    """Somebody's whole cabinet; gives its number."""
    data, number = cabinet.database.data, new_number()
    data.people[OWNER] = Person(OWNER, "ru", CABINET)
    data.choices[CABINET] = ConsultantId(1)
    data.forms[CABINET] = Form(
        first_name="Добронрава",
        last_name="Добронравова",
        phone="+79167654321",
        email="owner@example.org",
        approval=Approval.WAITING,
        complete=True,
    )
    data.credentials[CABINET] = Credential(CABINET, number, "hash of secret", NOW)
    data.seeds[CABINET] = "abcd-efgh-jkmn"
    data.bindings[7] = Binding(7, OWNER, CABINET, None, NOW)
    data.entries[OWNER] = Entry(OWNER, number, CABINET, Proof.CODE, NOW, NOW)
    data.applicants[CABINET] = Applicant(CABINET, OWNER, "Добронрава", "Орёл", number, NOW)
    data.cart_lines[CABINET, ArticleId(1)] = 2
    words = Localised("Крем", "Cream")
    line = OrderLine(ArticleId(1), "A1", words, None, Money(100_00), 2, Money(0))
    data.orders[ORDER] = Order(
        id=ORDER,
        customer_id=CABINET,
        consultant_id=ConsultantId(1),
        customer_name="Добронрава",
        consultant_name=words,
        state=OrderState.PLACED,
        lines=(line,),
        percent=0,
        delivery=Delivery.COURIER,
        delivery_cost=Money(0),
        comment="Звоните маме",
        placed_at=NOW,
    )
    furnished.furnish_more(data, OWNER, CABINET, data.orders[ORDER])
    data.order_keys[CABINET, "theirkey"] = ORDER
    for id_, state in ((PROPOSAL, ProposalState.DRAFT), (SENT, ProposalState.SENT)):
        goods = Goods(ArticleId(1), ProductId(1), "A1", words, None, Money(100_00), 10, True)
        lines = (CartLine(goods, 2),)
        data.proposals[id_] = Proposal(id_, ConsultantId(1), CABINET, state, lines, "Звоните маме", 7, NOW)
    task = Task(TaskId(7), ConsultantId(1), CABINET, TaskKind.DAYS, TaskState.OPEN, NOW, "Добронрава", ORDER)
    data.tasks[task.id], data.task_keys["order:77:days"] = task, task.id
    return number


def theirs(cabinet: Cabinet) -> list[Any]:
    """Everything of the owner's, to compare."""
    data = cabinet.database.data
    return [
        data.people[OWNER],
        data.forms[CABINET],
        data.choices[CABINET],
        data.credentials[CABINET],
        data.seeds.get(CABINET),
        data.bindings.get(7),
        data.entries.get(OWNER),
        data.applicants[CABINET],
        *furnished.more_of_theirs(data, OWNER, CABINET),
        data.tasks[TaskId(7)],
        data.proposals[PROPOSAL],
        data.proposals[SENT],
        {key: at for key, at in data.quiets.items() if key[0] == CABINET},
    ]


def said(answer: Answer) -> str:
    screens = [*answer.messages, *([answer.screen] if answer.screen else [])]
    return " ".join([answer.toast or "", *(f"{each.text} {each.markup}" for each in screens)])


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
async def test_somebody_elses_ids_in_a_button_show_and_change_nothing(
    russian: Cabinet, kind: type[CallbackData]
) -> None:
    number = furnish(russian)
    before = theirs(russian)
    for data in packed(kind):
        words = said(await russian.press(data))
        for secret in (*SECRETS, number, grouped(number), "abcd-efgh"):
            assert secret not in words, data
        assert theirs(russian) == before, data


OF_CONSULTANTS = ("handlers.clients", "handlers.proposals", "handlers.ordering")


@pytest.mark.parametrize(
    "kind", [each for each in kinds() if each.__module__.startswith(OF_CONSULTANTS)], ids=lambda kind: kind.__name__
)
async def test_another_consultant_gets_at_no_client_of_a_colleague(russian: Cabinet, kind: type[CallbackData]) -> None:
    number = furnish(russian)
    russian.person_id = PersonId(2002)
    before = theirs(russian)
    for data in packed(kind):
        words = said(await russian.press(data))
        for secret in (*SECRETS, number, grouped(number), "abcd-efgh"):
            assert secret not in words, data
        assert theirs(russian) == before, data


async def test_the_owner_would_see_it(russian: Cabinet) -> None:
    """The test above can fail: the same buttons show the owner their own."""
    number = furnish(russian)
    russian.person_id = OWNER
    assert grouped(number) in said(await russian.press("prf"))
    assert "Звоните маме" in said(await russian.press("opn:77:0:0"))
    assert "80094512345678" in said(await russian.press("opn:77:0:0"))
    assert "Звоните маме" in said(await russian.press("ppr:77"))
    before = theirs(russian)
    await russian.press(CancelWrong(request=1).pack())
    assert theirs(russian) != before
    russian.person_id = PersonId(2001)
    assert "Добронрава" in said(await russian.press("clo:500:0:0"))
    assert "Звоните маме" in said(await russian.press("ppo:7:0"))
    assert "Добронрава" in said(await russian.press("tdo:7:0"))
