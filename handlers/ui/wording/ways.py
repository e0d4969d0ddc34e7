"""Where one can go on from a no: the buttons that lead on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from domain.people.models import Person, Role
from handlers.broadcasts.callbacks import ShowDraft, ShowLinks, ShowTimes
from handlers.delivery.callbacks import PickAddress
from handlers.ordering.callbacks import ChooseDelivery
from handlers.ui.links import (
    FindAnother,
    NewTicket,
    OpenCart,
    OpenCatalog,
    OpenClients,
    OpenConsultants,
    OpenCorrection,
    OpenForm,
    OpenInvite,
    OpenLogin,
    OpenOffers,
    OpenOrders,
    OpenProfile,
    OpenQuestion,
    OpenRecovery,
    OpenTickets,
    OpenTodo,
    OpenWrong,
    WhyPrice,
)


@dataclass(frozen=True, slots=True)
class Way:
    """The button that leads on: the key of its words, and where it goes."""

    key: str
    to: Callable[[Person], CallbackData]


Wording = tuple[str, Way | None]
"""The key of the words, and the way on."""


CATALOG = Way("menu-catalog", lambda _: OpenCatalog())
CART = Way("to-cart", lambda _: OpenCart())
DELIVERY = Way("error-way-delivery", lambda _: ChooseDelivery())
ADDRESSES = Way("error-way-addresses", lambda _: PickAddress())
CONSULTANT = Way("error-way-consultants", lambda _: OpenConsultants())
OWN_CONSULTANT = Way("menu-consultant", lambda _: OpenConsultants())
OTHERS = Way("error-way-others", lambda _: FindAnother())
INVITE = Way("menu-invite", lambda _: OpenInvite())
LOGIN = Way("error-way-login", lambda _: OpenLogin())
RECOVERY = Way("error-way-recovery", lambda _: OpenRecovery())
FORM = Way("error-way-form", lambda _: OpenForm())
ORDERS = Way("error-way-orders", lambda person: OpenOrders(serving=person.role in {Role.CONSULTANT, Role.ADMIN}))
TODO = Way("todo-open", lambda _: OpenTodo())
CLIENTS = Way("menu-clients", lambda _: OpenClients())
PRICE = Way("price-why", lambda _: WhyPrice())
OFFERS = Way("offers-open", lambda _: OpenOffers())
PROVE = Way("error-way-prove", lambda _: OpenCorrection())
DRAFT = Way("error-way-draft", lambda _: ShowDraft())
LINKS = Way("error-way-draft", lambda _: ShowLinks())
TIMES = Way("error-way-draft", lambda _: ShowTimes())
WRONG = Way("wrong-open", lambda _: OpenWrong())
QUESTION = Way("question-open", lambda _: OpenQuestion())
TICKETS = Way("tickets-open", lambda _: OpenTickets())
NEW_TICKET = Way("ticket-new", lambda _: NewTicket())
PROFILE = Way("access-profile-open", lambda _: OpenProfile())
