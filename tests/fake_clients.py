"""The client book and proposals of the in-memory database of tests/fakes.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.clients.care import Birth, Delivered, NewTask, Task, TaskId, TaskKind, TaskState
from domain.clients.models import Client, Quiet
from domain.consents.models import VERSIONS, Purpose
from domain.joining.models import Form
from domain.ordering.cart import CartLine
from domain.ordering.models import OrderState
from domain.proposals.models import Proposal, ProposalId, ProposalState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from tests.fake_data import Data
from tests.fake_ordering import FakeCarts

ENDED = {OrderState.DECLINED, OrderState.CANCELLED, OrderState.RETURNED}


class FakeClients:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def get(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Client | None:
        form = self.data.forms.get(customer_id, Form())
        if self.data.choices.get(customer_id) != consultant_id or not form.complete:
            return None
        orders = [
            order
            for order in self.data.orders.values()
            if (order.customer_id, order.consultant_id) == (customer_id, consultant_id) and order.state not in ENDED
        ]
        last = max((order.placed_at for order in orders), default=None)
        return Client(customer_id, form.name or "", len(orders), last)

    async def stretch(self, consultant_id: ConsultantId, offset: int, limit: int) -> tuple[Sequence[Client], int]:
        found = [await self.get(consultant_id, id_) for id_ in self.data.choices]
        theirs = [each for each in found if each is not None]
        return theirs[offset : offset + limit], len(theirs)

    async def names(self, consultant_id: ConsultantId) -> Sequence[tuple[CustomerId, str]]:
        return [(each.customer_id, each.name) for each in (await self.stretch(consultant_id, 0, 10_000))[0]]

    async def many(self, consultant_id: ConsultantId, ids: Sequence[CustomerId]) -> Sequence[Client]:
        found = [await self.get(consultant_id, id_) for id_ in ids]
        return [each for each in found if each is not None]

    async def unnamed(self, consultant_id: ConsultantId) -> int:
        chose = [id_ for id_, chosen in self.data.choices.items() if chosen == consultant_id]
        return sum(not self.data.forms.get(id_, Form()).complete for id_ in chose)


class FakeQuiets:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def of(self, customer_id: CustomerId) -> frozenset[Quiet]:
        return frozenset(quiet for owner, quiet in self.data.quiets if owner == customer_id)

    async def set(self, customer_id: CustomerId, quiet: Quiet, on: bool, at: datetime) -> None:
        self.data.quiets.pop((customer_id, quiet), None)
        if on:
            self.data.quiets[customer_id, quiet] = at


class FakeProposals:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def draft(self, consultant_id: ConsultantId, customer_id: CustomerId, at: datetime) -> Proposal:
        for each in self._of(consultant_id, customer_id):
            if each.state is ProposalState.DRAFT:
                return await self._fresh(each)
        made = Proposal(ProposalId(len(self.data.proposals) + 1), consultant_id, customer_id, ProposalState.DRAFT)
        self.data.proposals[made.id] = made
        return made

    async def get(self, id: ProposalId) -> Proposal | None:
        found = self.data.proposals.get(id)
        return None if found is None else await self._fresh(found)

    async def last(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Proposal | None:
        sent = [each for each in self._of(consultant_id, customer_id) if each.sent_at is not None]
        return sent[-1] if sent else None

    async def waiting(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Sequence[ProposalId]:
        return [each.id for each in self._of(consultant_id, customer_id) if each.state is ProposalState.SENT]

    async def set_line(self, id: ProposalId, article_id: ArticleId, quantity: int) -> None:
        kept = {line.goods.article_id: line for line in self.data.proposals[id].lines}
        goods = await FakeCarts(self.data).goods(article_id)
        assert goods is not None
        kept[article_id] = CartLine(goods, quantity)
        self._change(id, lines=tuple(line for line in kept.values() if line.quantity))

    async def set_note(self, id: ProposalId, note: str) -> None:
        self._change(id, note=note)

    async def clear(self, id: ProposalId) -> None:
        self._change(id, lines=(), note="")

    async def become(self, id: ProposalId, old: ProposalState, new: ProposalState, at: datetime) -> bool:
        proposal = await self._fresh(self.data.proposals[id])
        if proposal.state is not old:
            return False
        if new is ProposalState.SENT:
            seen = tuple(replace(line, seen=line.goods.price) for line in proposal.lines)
            proposal = replace(proposal, sent_at=at, lines=seen)
        self.data.proposals[id] = replace(proposal, state=new)
        return True

    async def sent_since(self, customer_id: CustomerId, since: datetime) -> int:
        mine = [each for each in self.data.proposals.values() if each.customer_id == customer_id]
        return sum(each.sent_at is not None and each.sent_at > since for each in mine)

    def _of(self, consultant_id: ConsultantId, customer_id: CustomerId) -> list[Proposal]:
        pair = (consultant_id, customer_id)
        return [each for each in self.data.proposals.values() if (each.consultant_id, each.customer_id) == pair]

    def _change(self, id: ProposalId, **changes: object) -> None:
        proposal = self.data.proposals[id]
        self.data.proposals[id] = replace(proposal, version=proposal.version + 1, **changes)  # type: ignore[arg-type]

    async def _fresh(self, proposal: Proposal) -> Proposal:
        lines = []
        for line in proposal.lines:
            goods = await FakeCarts(self.data).goods(line.goods.article_id)
            assert goods is not None
            lines.append(replace(line, goods=goods))
        return replace(proposal, lines=tuple(lines))


class FakeTasks:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def put(self, tasks: Sequence[NewTask]) -> int:
        entered = 0
        for each in tasks:
            if each.key in self.data.task_keys:
                continue
            id_ = TaskId(len(self.data.tasks) + 1)
            name = self.data.forms.get(each.customer_id, Form()).name or ""
            made = Task(
                id_,
                each.consultant_id,
                each.customer_id,
                each.kind,
                TaskState.OPEN,
                each.due_at,
                name,
                each.order_id,
            )
            self.data.tasks[id_], self.data.task_keys[each.key] = made, id_
            entered += 1
        return entered

    async def delivered(self, kind: TaskKind, after: datetime, until: datetime, limit: int) -> Sequence[Delivered]:
        asked = {each.order_id for each in self.data.tasks.values() if each.kind is kind}
        return [
            Delivered(order.id, order.consultant_id, order.customer_id, order.delivered_at)
            for order in self.data.orders.values()
            if order.state is OrderState.DELIVERED
            and order.delivered_at is not None
            and after < order.delivered_at <= until
            and order.id not in asked
            and self.data.choices.get(order.customer_id) == order.consultant_id
        ][:limit]

    async def stretch(
        self, consultant_id: ConsultantId, now: datetime, offset: int, limit: int
    ) -> tuple[Sequence[Task], int]:
        due = [
            each
            for each in self.data.tasks.values()
            if each.consultant_id == consultant_id
            and each.state is TaskState.OPEN
            and each.due_at <= now
            and self.data.choices.get(each.customer_id) == consultant_id
        ]
        due.sort(key=lambda each: (each.due_at, each.id))
        return due[offset : offset + limit], len(due)

    async def count(self, consultant_id: ConsultantId, now: datetime) -> int:
        return (await self.stretch(consultant_id, now, 0, 1))[1]

    async def get(self, id: TaskId) -> Task | None:
        return self.data.tasks.get(id)

    async def become(self, id: TaskId, state: TaskState, at: datetime) -> None:
        self.data.tasks[id] = replace(self.data.tasks[id], state=state)

    async def put_off(self, id: TaskId, due_at: datetime) -> None:
        self.data.tasks[id] = replace(self.data.tasks[id], due_at=due_at)

    async def forget(self, kind: TaskKind, before: datetime, at: datetime) -> int:
        late = [
            each
            for each in self.data.tasks.values()
            if each.kind is kind and each.state is TaskState.OPEN and each.due_at < before
        ]
        for each in late:
            await self.become(each.id, TaskState.SKIPPED, at)
        return len(late)


class FakeBirths:
    def __init__(self, data: Data) -> None:
        self.data = data

    async def after(self, customer_id: CustomerId, limit: int) -> Sequence[Birth]:
        return [each for each in self._all() if each.customer_id > customer_id][:limit]

    async def of(self, consultant_id: ConsultantId) -> Sequence[Birth]:
        return [each for each in self._all() if each.consultant_id == consultant_id]

    def _all(self) -> list[Birth]:
        found = []
        for id_, form in sorted(self.data.forms.items()):
            consent = self.data.consents.get((id_, Purpose.PROMOTIONS))
            agrees = consent is not None and consent.version == VERSIONS[Purpose.PROMOTIONS]
            chosen = self.data.choices.get(id_)
            if form.complete and form.birth_date is not None and chosen is not None and agrees:
                found.append(Birth(id_, chosen, form.birth_date, form.name or ""))
        return found
