"""Buttons that lead from one journey into another, so that journeys need not know each other."""

from __future__ import annotations

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.ui.numbers import Id, PageNumber


class Home(CallbackData, prefix="home"):
    pass


class HomeBelow(CallbackData, prefix="hmb"):
    """Home as a new message: a receipt or a notice whose button was pressed stays in the chat."""


class OpenCatalog(CallbackData, prefix="ctg"):
    pass


class OpenCart(CallbackData, prefix="cart"):
    pass


class OpenOrders(CallbackData, prefix="ords"):
    """One's own orders, or with `serving` those one serves (for an admin everyone's)."""

    serving: bool = False


class OpenConsultants(CallbackData, prefix="cons"):
    """The person's own consultant, or the cities to find one in."""


class WriteToConsultant(CallbackData, prefix="rlm"):
    """Talking to the consultant one has."""


class WriteBelow(CallbackData, prefix="rlb"):
    """The same in a new message: what the consultant sent, or an order, stays in the chat."""


class WriteToClient(CallbackData, prefix="rlk"):
    """A consultant who begins to talk to a client of theirs."""

    client: Id


class OpenTalks(CallbackData, prefix="rll"):
    """A consultant's conversations, a page of them."""

    page: PageNumber = 0


class ShareProduct(CallbackData, prefix="rsp"):
    """A product's card into the conversation with one's consultant, or with a customer."""

    product: Id
    article: Id = 0


class ShareCart(CallbackData, prefix="rsc"):
    """One's cart into the conversation."""


class FindAnother(CallbackData, prefix="cna"):
    """Looking for a consultant, also for who has one."""


class OpenInvite(CallbackData, prefix="inv"):
    """A consultant's own invite."""


class OpenForm(CallbackData, prefix="form"):
    """The next question of the form, or what has been filled in."""


class OpenLogin(CallbackData, prefix="lin"):
    """Logging in with the cabinet number and the password."""


class OpenRecovery(CallbackData, prefix="rec"):
    """Getting back into a cabinet whose password is lost."""


class OpenProfile(CallbackData, prefix="prf"):
    """The cabinet from the inside: its number, its accounts, its password."""


class OpenApplicants(CallbackData, prefix="apl"):
    """Who wants to serve customers, a page of them; for admins."""

    page: int = 0


class OpenConsents(CallbackData, prefix="pco"):
    """One's own consents, each to be withdrawn."""


class OpenMyData(CallbackData, prefix="pmd"):
    """A copy of one's own data, after the password."""


class OpenCorrection(CallbackData, prefix="pcr"):
    """The password, before one's own data is corrected."""


class OpenErasure(CallbackData, prefix="per"):
    """What is destroyed and what is kept; a request that is there already."""


class OpenWrong(CallbackData, prefix="pwr"):
    """What of one's own data is wrong, and what of it is being checked."""


class OpenQuestion(CallbackData, prefix="pqs"):
    """A question about one's own data, for the officer."""


class OpenRequests(CallbackData, prefix="prq"):
    """The officer's queue."""


class OpenClients(CallbackData, prefix="cls"):
    """A consultant's client book."""

    page: PageNumber = 0


class OpenTodo(CallbackData, prefix="tdl"):
    """What a consultant has to do for clients."""

    page: PageNumber = 0


class OpenPoints(CallbackData, prefix="ppt"):
    """One's own bonus points."""


class OpenOffers(CallbackData, prefix="off"):
    """Promotions on prices, for those who manage them."""

    page: int = 0


class OpenBroadcasts(CallbackData, prefix="bcl"):
    """Announcements, for those who manage them."""

    page: int = 0


class OpenOwnBroadcasts(CallbackData, prefix="bcw"):
    """A consultant's own announcements to their customers."""

    page: PageNumber = 0


class OpenKinds(CallbackData, prefix="bkn"):
    """What announcements one wants."""


class WhyPrice(CallbackData, prefix="why"):
    """Why the cart costs what it does, and what can be done about it."""


class OpenHelp(CallbackData, prefix="help"):
    pass


class OpenSupport(CallbackData, prefix="sup"):
    """Where to ask: the company's contacts, one's own tickets, frequent questions."""


class NewTicket(CallbackData, prefix="tkn"):
    """Writing to the company; about what is asked first unless it is named (domain.tickets.models.Category)."""

    about: Annotated[str, Field(max_length=16)] = ""


class OpenTickets(CallbackData, prefix="tks"):
    """One's own tickets."""

    page: int = 0


class OpenFaq(CallbackData, prefix="faq"):
    """Frequent questions and their answers."""

    page: int = 0


class OpenReadyAnswers(CallbackData, prefix="fqa"):
    """Ready answers to tickets, for the admins who change them."""

    page: PageNumber = 0


class OpenLanguage(CallbackData, prefix="lang"):
    pass


class OpenAdmin(CallbackData, prefix="adm"):
    pass
