"""An order as a PDF, and orders as a table: what stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, Protocol

from domain.consultants.models import Consultant
from domain.ordering.find_orders import FindOrders, Group, Period
from domain.ordering.models import Order, OrderLine
from domain.ordering.papers import AskPaper
from domain.people.models import Person
from domain.pricing.quote import Reason, ReasonKind
from domain.shared.ids import ArticleId
from handlers.deals.reasons import reason_lines
from handlers.ordering.life_rows import serves
from handlers.ui.company import Company
from handlers.ui.screen import File, Screen
from locales.translator import Translator


class PaperMaker(Protocol):
    async def make(self, kind: str, data: Any) -> bytes:
        """The PDF of that kind."""
        ...


class TableMaker(Protocol):
    async def table(
        self,
        name: str,
        head: Sequence[str],
        rows: Sequence[Sequence[Any]],
        widths: Sequence[int],
        money: frozenset[int],
    ) -> bytes:
        """The table as a spreadsheet; columns in `money` hold kopecks."""
        ...


@dataclass(frozen=True, slots=True)
class OrderPapers:
    """Makes the files people ask for; who may see what was checked before or is checked here."""

    ask_paper: AskPaper
    find_orders: FindOrders
    papers: PaperMaker
    sheets: TableMaker
    company: Company

    async def order(self, order: Order, person: Person, tr: Translator, zone: tzinfo) -> Screen:
        """The order, which this person may see, as a PDF."""
        consultant, swatches = await self.ask_paper.around(order)
        data = order_paper(order, consultant, swatches, self.company, tr, zone, serving=serves(person, order))
        content = await self.papers.make("order", data)
        name = tr.plain("paper-order-file", number=order.number)
        return Screen(tr("paper-order", number=order.number), file=File(f"{name}.pdf", content), keep=True)

    async def sheet(self, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo) -> Screen:
        """The person's orders, or those they serve, a line of an order a row, and its delivery where that costs

        something: so what stands in the last column adds up. Raises Forbidden.
        """
        serving = bool(int(args["serving"]))
        orders = await self.find_orders.sheet(
            person, serving=serving, group=Group(str(args["group"])), period=Period(str(args["period"]))
        )
        rows = [row for order in orders for row in order_rows(order, tr, zone)]
        keys = ("number", "date", "state", "customer", "consultant", "code", "name", "quantity", "price", "discount")
        head = [tr.plain(f"sheet-{key}") for key in (*keys, "total")]
        widths = (10, 17, 30, 24, 24, 12, 44, 8, 12, 12, 12)
        content = await self.sheets.table(tr.plain("sheet-orders"), head, rows, widths, frozenset({8, 9, 10}))
        caption = tr("sheet-caption", count=len(orders))
        return Screen(caption, file=File(f"{tr.plain('sheet-file')}.xlsx", content), keep=True)


SIGNS = "₽−"
"""What the paper's letters have beyond those of languages."""


def order_rows(order: Order, tr: Translator, zone: tzinfo) -> list[list[Any]]:
    """What a table says of an order; the last column adds up to its total, in kopecks."""
    facts = [
        order.number,
        order.placed_at.astimezone(zone),
        tr.plain(f"order-state-{order.state}"),
        order.customer_name,
        order.consultant_name[tr.language],
    ]
    rows = [
        [*facts, each.code, _name(each, tr), each.quantity, each.price.minor, each.discount.minor, each.total.minor]
        for each in order.lines
    ]
    if cost := order.delivery_cost.minor:
        name = tr.plain("paper-delivery", name=tr.plain(f"delivery-{order.delivery}"))
        rows.append([*facts, "", name, 1, cost, 0, cost])
    return rows


def _name(line: OrderLine, tr: Translator) -> str:
    name = line.name[tr.language]
    return f"{name}, {line.shade[tr.language]}" if line.shade else name


def order_paper(
    order: Order,
    consultant: Consultant | None,
    swatches: Mapping[ArticleId, str],
    company: Company,
    tr: Translator,
    zone: tzinfo,
    *,
    serving: bool,
) -> dict[str, Any]:
    """Everything the PDF says, in words; how it looks is bot/adapters/pdf/order.py's."""
    delivery = tr.plain(f"delivery-{order.delivery}")
    cost = tr.money(order.delivery_cost.minor) if order.delivery_cost.minor else tr.plain("delivery-free")
    sums = [[tr.plain("paper-full"), tr.money(order.goods_full.minor)]]
    if order.discount.minor:
        sums.append([tr.plain("paper-discount"), f"−{tr.money(order.discount.minor)}"])
    sums.append([tr.plain("paper-delivery", name=delivery), cost])
    facts = [tr.plain(f"order-state-{order.state}")]
    if serving:
        facts.append(tr.plain("order-customer", name=order.customer_name))
    if order.paid_at is not None:
        facts.append(tr.plain("order-paid", date=tr.date(order.paid_at.astimezone(zone).date())))
    if order.tracking:
        facts.append(tr.plain("order-tracking-number", number=order.tracking.split(" ")[0]))
    if order.comment:
        facts.append(tr.plain("paper-comment", comment=order.comment))
    return {
        "language": tr.language,
        "brand": company.brand,
        "title": tr.plain("paper-order-title", number=order.number),
        "date": tr.moment(order.placed_at, zone),
        "facts": [_drawable(each) for each in facts],
        "head": [tr.plain(f"sheet-{key}") for key in ("code", "name", "quantity", "price", "discount", "total")],
        "lines": [
            {
                "hex": swatches.get(line.article_id),
                "cells": [
                    line.code,
                    _name(line, tr),
                    str(line.quantity),
                    tr.money(line.price.minor),
                    f"−{tr.money(line.discount.minor)}" if line.discount.minor else "",
                    tr.money(line.total.minor),
                ],
            }
            for line in order.lines
        ],
        "sums": sums,
        "why": [_drawable(each) for each in reason_lines(_why(order), tr)],
        "total": [tr.plain("paper-total"), tr.money(order.total.minor)],
        "consultant": _contacts(consultant, tr),
        "link": company.invite_link(consultant.invite_code) if consultant else "",
        "scan": tr.plain("paper-scan"),
        "foot": tr.plain("paper-foot", operator=company.operator, hotline=company.hotline),
    }


def _contacts(consultant: Consultant | None, tr: Translator) -> list[str]:
    if consultant is None:
        return []
    city, region = consultant.city[tr.language], consultant.region[tr.language]
    place = city if city == region else f"{city}, {region}"
    hours = tr.plain("paper-hours", opens=f"{consultant.opens:%H:%M}", closes=f"{consultant.closes:%H:%M}")
    return [tr.plain("paper-consultant"), consultant.name[tr.language], place, hours]


def _drawable(words: str) -> str:
    """Without the pictures a chat has and the paper's letters have not."""
    return "".join(each for each in words if ord(each) < 0x2190 or each in SIGNS).strip()


def _why(order: Order) -> list[Reason]:
    """What of the price the sums do not say: what the discount is for, and what made the delivery free."""
    said = (ReasonKind.GOODS, ReasonKind.DELIVERY)
    return [each for each in order.reasons if each.kind not in said or each.title]
