"""Proposals: what a consultant gathers for a client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, select, update
from sqlalchemy import insert as plain_insert

from domain.ordering.cart import CartLine
from domain.proposals.models import Proposal, ProposalId, ProposalState
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from domain.shared.money import Money
from storage.carts import GOODS_COLUMNS, goods_of_row
from storage.connection import ResultRow, for_both, upsert
from storage.shelf import Shelf
from storage.tables import articles, products, proposal_lines, proposals

_ONE = proposals.c.id == bindparam("proposal")
_PAIR = (
    proposals.c.consultant_id == bindparam("consultant"),
    proposals.c.customer_id == bindparam("customer"),
)
_SENT = proposals.c.state == ProposalState.SENT
_WHOSE = select(proposals.c.customer_id).where(_ONE)
_HEAD = select(proposals).where(_ONE)
_LINES: Select[Any] = (
    select(*GOODS_COLUMNS, proposal_lines.c.quantity, proposal_lines.c.seen_price)
    .join_from(proposal_lines, articles, articles.c.id == proposal_lines.c.article_id)
    .join(products, products.c.id == articles.c.product_id)
    .where(proposal_lines.c.proposal_id == bindparam("proposal"))
    .order_by(proposal_lines.c.added_in, proposal_lines.c.article_id)
)
_DRAFT = select(proposals.c.id).where(*_PAIR, proposals.c.state == ProposalState.DRAFT)
_LAST = (
    select(proposals.c.id)
    .where(*_PAIR, proposals.c.sent_at.is_not(None))
    .order_by(proposals.c.sent_at.desc(), proposals.c.id.desc())
    .limit(1)
)
_WAITING = select(proposals.c.id).where(*_PAIR, _SENT).order_by(proposals.c.id)
_ADD = plain_insert(proposals).returning(proposals.c.id)
_GROW = update(proposals).where(_ONE).values(version=proposals.c.version + 1).returning(proposals.c.version)
_SET_LINE = for_both(lambda engine: upsert(proposal_lines, engine, ["proposal_id", "article_id"], ["quantity"]))
_OF_ONE = proposal_lines.c.proposal_id == bindparam("proposal")
_DROP_LINE = delete(proposal_lines).where(_OF_ONE, proposal_lines.c.article_id == bindparam("article"))
_DROP_LINES = delete(proposal_lines).where(_OF_ONE)
_SET_NOTE = update(proposals).where(_ONE).values(note_sealed=bindparam("note"))
_MOVE = update(proposals).where(_ONE, proposals.c.state == bindparam("old"))
_SEND = _MOVE.values(state=bindparam("new"), sent_at=bindparam("at"))
_END = _MOVE.values(state=bindparam("new"), ended_at=bindparam("at"))
_SEE_PRICES = (
    update(proposal_lines)
    .where(_OF_ONE)
    .values(
        seen_price=select(products.c.price)
        .join(articles, articles.c.product_id == products.c.id)
        .where(articles.c.id == proposal_lines.c.article_id)
        .scalar_subquery()
    )
)
_SENT_SINCE = (
    select(func.count())
    .select_from(proposals)
    .where(proposals.c.customer_id == bindparam("customer"), proposals.c.sent_at > bindparam("since"))
)


class Proposals(Shelf):
    """Implements domain.proposals.ports.Proposals."""

    __slots__ = ()

    async def draft(self, consultant_id: ConsultantId, customer_id: CustomerId, at: datetime) -> Proposal:
        await self._work.hold(customer_id)
        pair = {"consultant": consultant_id, "customer": customer_id}
        found: int | None = (await self._run(_DRAFT, pair)).scalar_one_or_none()
        if found is None:
            row = {"consultant_id": consultant_id, "customer_id": customer_id, "version": 0, "created_at": at}
            found = (await self._run(_ADD, {**row, "state": ProposalState.DRAFT})).scalar_one()
        return await self._there(ProposalId(found))

    async def get(self, id: ProposalId) -> Proposal | None:
        if self._work.writing:
            whose = (await self._run(_WHOSE, {"proposal": id})).scalar_one_or_none()
            if whose is None:
                return None
            await self._work.hold(whose)
        row = (await self._run(_HEAD, {"proposal": id})).first()
        if row is None:
            return None
        lines = (await self._run(_LINES, {"proposal": id})).all()
        return Proposal(
            id=row.id,
            consultant_id=row.consultant_id,
            customer_id=row.customer_id,
            state=ProposalState(row.state),
            lines=tuple(_line(each) for each in lines),
            note=self._open(row.note_sealed, "proposals", "note", row.id) or "",
            version=row.version,
            sent_at=row.sent_at,
        )

    async def last(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Proposal | None:
        found = await self._run(_LAST, {"consultant": consultant_id, "customer": customer_id})
        id_: int | None = found.scalar_one_or_none()
        return None if id_ is None else await self.get(ProposalId(id_))

    async def waiting(self, consultant_id: ConsultantId, customer_id: CustomerId) -> Sequence[ProposalId]:
        found = await self._run(_WAITING, {"consultant": consultant_id, "customer": customer_id})
        return [ProposalId(each) for each in found.scalars()]

    async def set_line(self, id: ProposalId, article_id: ArticleId, quantity: int) -> None:
        version = (await self._run(_GROW, {"proposal": id})).scalar_one()
        if not quantity:
            await self._run(_DROP_LINE, {"proposal": id, "article": article_id})
            return
        line = {"proposal_id": id, "article_id": article_id, "quantity": quantity, "added_in": version}
        await self._run(_SET_LINE[self._engine], line)

    async def set_note(self, id: ProposalId, note: str) -> None:
        await self._run(_GROW, {"proposal": id})
        await self._run(_SET_NOTE, {"proposal": id, "note": self._seal(note or None, "proposals", "note", id)})

    async def clear(self, id: ProposalId) -> None:
        await self.set_note(id, "")
        await self._run(_DROP_LINES, {"proposal": id})

    async def become(self, id: ProposalId, old: ProposalState, new: ProposalState, at: datetime) -> bool:
        sending = new is ProposalState.SENT
        values = {"proposal": id, "old": old, "new": new, "at": at}
        if not (await self._run(_SEND if sending else _END, values)).rowcount:
            return False
        if sending:
            await self._run(_SEE_PRICES, {"proposal": id})
        return True

    async def sent_since(self, customer_id: CustomerId, since: datetime) -> int:
        return int((await self._run(_SENT_SINCE, {"customer": customer_id, "since": since})).scalar_one())

    async def _there(self, id: ProposalId) -> Proposal:
        found = await self.get(id)
        if found is None:
            raise LookupError(f"proposal {id}")
        return found


def _line(row: ResultRow) -> CartLine:
    seen = None if row.seen_price is None else Money(row.seen_price, row.currency)
    return CartLine(goods_of_row(row), row.quantity, seen)
