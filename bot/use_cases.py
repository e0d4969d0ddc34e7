"""Every use case, made once and handed to handlers by name."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings
from domain.catalog.use_cases import ListCategories, ListProducts, SetOnSale
from domain.codes.use_cases import CheckCode, SendCode
from domain.consents.use_cases import GiveConsent, ShowConsents, WithdrawConsent
from domain.consultants.choose import ChangeConsultant, ChooseConsultant
from domain.consultants.find import FindConsultants, ListLanguages, ShowCard
from domain.consultants.look_up import LookUp
from domain.consultants.places import Places
from domain.consultants.staff import Oversee, TakeCustomers
from domain.consultants.use_cases import ListCities, ShowConsultant
from domain.joining.proofs import ProveContact, TypeContact
from domain.joining.use_cases import AnswerField, CompleteForm, ShowForm
from domain.ordering.carts import ChangeCart, ShowCart
from domain.ordering.checkout import Checkout
from domain.ordering.decide_order import DecideOrder, ShowOrder
from domain.ordering.place_order import PlaceOrder
from domain.ordering.product_card import ShowProduct
from domain.people.home import ShowHome
from domain.people.use_cases import ChooseLanguage, MeetPerson, NoteReachability
from domain.shared.clock import Clock
from storage.database import Database


def use_cases(database: Database, settings: Settings, clock: Clock, places: Places) -> dict[str, Any]:
    """The use cases by the names handlers ask for them."""
    read, write = database.read, database.write
    send_code, check_code = SendCode(write, clock), CheckCode(write, clock)
    terms = settings.price_terms
    return {
        "meet_person": MeetPerson(read, write, settings.admin_ids, settings.duties),
        "choose_language": ChooseLanguage(write),
        "show_home": ShowHome(read, clock),
        "note_reachability": NoteReachability(write),
        "list_cities": ListCities(read),
        "list_languages": ListLanguages(read),
        "find_consultants": FindConsultants(read, clock, places),
        "look_up": LookUp(read, places),
        "show_card": ShowCard(read, clock),
        "show_consultant": ShowConsultant(read),
        "choose_consultant": ChooseConsultant(write, clock),
        "change_consultant": ChangeConsultant(write, read, clock, settings.change_consultant_days),
        "take_customers": TakeCustomers(write),
        "oversee": Oversee(write, read, clock),
        "show_form": ShowForm(read),
        "show_consents": ShowConsents(read),
        "give_consent": GiveConsent(write, clock),
        "withdraw_consent": WithdrawConsent(write, clock),
        "answer_field": AnswerField(write, clock, settings.region, settings.open_text_ways),
        "type_contact": TypeContact(write, clock, settings.region, send_code, settings.open_ways),
        "prove_contact": ProveContact(read, write, clock, check_code, settings.open_text_ways),
        "send_code": send_code,
        "check_code": check_code,
        "complete_form": CompleteForm(write, clock),
        "list_categories": ListCategories(read),
        "list_products": ListProducts(read),
        "set_on_sale": SetOnSale(write),
        "show_product": ShowProduct(read, clock, terms),
        "show_cart": ShowCart(read, clock, terms),
        "change_cart": ChangeCart(write, clock, terms),
        "checkout": Checkout(read, write, clock, terms, settings.selling),
        "place_order": PlaceOrder(write, clock, terms, settings.selling, settings.admin_ids),
        "show_order": ShowOrder(read),
        "decide_order": DecideOrder(write, clock),
    }
