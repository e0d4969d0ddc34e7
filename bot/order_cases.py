"""The use cases of an order's life, by the names handlers ask for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.adapters.pdf.papers import Papers
from bot.adapters.sheets import Sheets
from bot.adapters.workers import Workers
from bot.adapters.working_days import RussianWorkingDays
from bot.settings import Settings
from domain.notices.use_cases import FindNotice
from domain.ordering.decide_order import MarkPaid
from domain.ordering.find_orders import FindOrders
from domain.ordering.models import Delivery
from domain.ordering.papers import AskPaper
from domain.ordering.reorder import RemindToReorder, WishReorders
from domain.ordering.repeat import ChangeOrder, RepeatOrder
from domain.ordering.returns import AskReturn, DecideReturn
from domain.ordering.serve import HandOver, NoteToCustomer, RemindConsultant, ShipOrder, TakeMoney
from domain.ordering.watch import WatchOrders
from domain.shared.clock import Clock
from domain.shared.working_time import WorkingTime
from handlers.ordering.notices import OrderNotices
from handlers.ordering.papers import OrderPapers
from handlers.ui.company import Company
from storage.database import Database


def order_cases(database: Database, settings: Settings, clock: Clock) -> dict[str, Any]:
    """What customers, consultants and admins do with orders that are placed."""
    read, write = database.read, database.write
    links = {Delivery.POST: settings.post_tracking_url, Delivery.COURIER: settings.courier_tracking_url}
    return {
        "find_orders": FindOrders(read, clock),
        "mark_paid": MarkPaid(write, clock),
        "ship_order": ShipOrder(write, clock, links),
        "note_to_customer": NoteToCustomer(write, clock),
        "take_money": TakeMoney(write, clock),
        "remind_consultant": RemindConsultant(write, clock),
        "hand_over": HandOver(read, write, clock),
        "ask_return": AskReturn(write, clock, settings.return_days, settings.admin_ids | settings.owner_ids),
        "decide_return": DecideReturn(write, clock),
        "repeat_order": RepeatOrder(read, write),
        "change_order": ChangeOrder(write, clock),
        "wish_reorders": WishReorders(read, write, clock),
        "ask_paper": AskPaper(read, write, clock),
        "find_notice": FindNotice(read),
    }


def watch_orders(database: Database, settings: Settings, clock: Clock) -> WatchOrders:
    """Who looks after orders whose consultant keeps silent."""
    opens, closes = settings.working_hours
    hours = WorkingTime(RussianWorkingDays(), settings.zone, opens, closes)
    patience = timedelta(hours=settings.reaction_hours)
    return WatchOrders(database.write, clock, hours, patience, settings.admin_ids | settings.owner_ids)


def remind_to_reorder(database: Database, clock: Clock) -> RemindToReorder:
    """Who tells people that things should be running out."""
    return RemindToReorder(database.write, clock)


def order_notices(cases: dict[str, Any], workers: Workers, papers: Papers, company: Company) -> OrderNotices:
    """What words the notices of orders."""
    made = OrderPapers(cases["ask_paper"], cases["find_orders"], papers, Sheets(workers), company)
    return OrderNotices(cases["show_order"], cases["find_notice"], cases["repeat_order"], cases["wish_reorders"], made)
