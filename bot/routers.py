"""The journeys, in the order they are asked."""

from __future__ import annotations

from aiogram import Router

from handlers import edits, reachability, stale
from handlers.access import applicant_handlers, profile_handlers, recovery_handlers
from handlers.access import handlers as access
from handlers.admin import handlers as admin
from handlers.broadcasts import handlers as broadcasts
from handlers.broadcasts import kinds_handlers, parts_handlers, people_handlers, wizard_handlers
from handlers.broadcasts import progress_handlers as broadcast_progress
from handlers.catalog import handlers as catalog
from handlers.clients import handlers as clients
from handlers.clients import todo_handlers
from handlers.consultants import care_handlers, invite_handlers
from handlers.consultants import handlers as consultants
from handlers.deals import handlers as deals
from handlers.delivery import admin_handlers as delivery_admin
from handlers.delivery import handlers as delivery
from handlers.faq import handlers as faq
from handlers.goods import brochure_handlers
from handlers.goods import handlers as goods
from handlers.home import handlers as home
from handlers.joining import consent_handlers
from handlers.joining import handlers as joining
from handlers.offers import handlers as offers
from handlers.ordering import cart_handlers, code_handlers, order_handlers, repeat_handlers, serve_handlers
from handlers.payments import handlers as payments
from handlers.privacy import handlers as privacy
from handlers.privacy import mydata_handlers, officer_handlers, request_handlers, wrong_handlers
from handlers.proposals import answer_handlers
from handlers.proposals import handlers as proposals
from handlers.relay import change_handlers as relay_changes
from handlers.relay import handlers as relay
from handlers.relay import rate_handlers, share_handlers, talks_handlers
from handlers.search import handlers as search
from handlers.search import inline_handlers
from handlers.staff import handlers as staff
from handlers.tickets import handlers as tickets
from handlers.tickets import reply_handlers as ticket_replies
from handlers.tickets import serve_handlers as serve_tickets
from handlers.wishes import handlers as wishes


def routers() -> list[Router]:
    """Fresh routers, since one belongs to one dispatcher only. Stale is last: it takes what nobody else wants."""
    journeys = [
        # A message asks router after router, so the busiest stand first.
        catalog.router(),
        inline_handlers.router(),
        invite_handlers.router(),
        home.router(),
        # Before whoever waits for a text or a contact: an answer to somebody's message is theirs.
        # Before talking: a reply to the company never goes to the consultant.
        ticket_replies.router(),
        relay.router(),
        talks_handlers.router(),
        relay_changes.router(),
        rate_handlers.router(),
        share_handlers.router(),
        proposals.router(),
        answer_handlers.router(),
        clients.router(),
        todo_handlers.router(),
        cart_handlers.router(),
        code_handlers.router(),
        delivery.router(),
        payments.router(),
        order_handlers.router(),
        serve_handlers.router(),
        repeat_handlers.router(),
        deals.router(),
        offers.router(),
        broadcasts.router(),
        wizard_handlers.router(),
        people_handlers.router(),
        parts_handlers.router(),
        kinds_handlers.router(),
        broadcast_progress.router(),
        tickets.router(),
        faq.router(),
        serve_tickets.router(),
        consultants.router(),
        care_handlers.router(),
        consent_handlers.router(),
        privacy.router(),
        mydata_handlers.router(),
        wrong_handlers.router(),
        request_handlers.router(),
        officer_handlers.router(),
        joining.router(),
        access.router(),
        recovery_handlers.router(),
        profile_handlers.router(),
        applicant_handlers.router(),
        admin.router(),
        delivery_admin.router(),
        staff.router(),
        search.router(),
        wishes.router(),
        goods.router(),
        brochure_handlers.router(),
        reachability.router(),
        edits.router(),
    ]
    return [*journeys, search.words_router(), stale.router()]
