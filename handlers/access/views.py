"""How logging in, recovery and the profile look."""

from __future__ import annotations

from datetime import datetime, tzinfo

from aiogram.types import InlineKeyboardButton

from domain.access.bindings import Profile
from domain.access.models import Binding
from domain.access.numbers import grouped
from domain.access.recovery import Offer, Sent
from domain.codes.models import Way
from domain.people.models import Person
from handlers.access.callbacks import (
    AskLogOut,
    AskUnbind,
    ChangePassword,
    LeaveCabinet,
    SendRecovery,
    UnbindAccount,
)
from handlers.ui.links import OpenLogin, OpenProfile, OpenRecovery
from handlers.ui.menu import bottom_menu
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator


def _lost(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("access-lost"), OpenRecovery().pack())


def _again(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("access-again"), OpenLogin().pack())


def number_screen(tr: Translator, *, wrong: bool = False) -> Screen:
    """Asks for the cabinet number; `wrong`: what was typed cannot be one."""
    text = tr("access-number-wrong") if wrong else tr("access-number")
    return Screen(text, keyboard([[_lost(tr)], [home(tr)]]))


def password_screen(number: str, tr: Translator) -> Screen:
    """Asks for the password."""
    return Screen(tr("access-password", number=grouped(number)), keyboard([[_lost(tr)], [_again(tr), home(tr)]]))


def refused_screen(until: datetime | None, tr: Translator, zone: tzinfo) -> Screen:
    """Number and password do not fit; the same whether the number exists."""
    text = tr("access-refused") if until is None else tr("access-wait", until=tr.moment(until, zone))
    return Screen(text, keyboard([[_lost(tr)], [_again(tr), home(tr)]]))


def new_password_screen(tr: Translator, *, first: bool = False) -> Screen:
    """Asks for a new password; `first`: in the place of the one from the letter."""
    return Screen(tr("access-new-first") if first else tr("access-new"), keyboard([[home(tr)]]))


def present_password_screen(tr: Translator, *, wrong: bool = False) -> Screen:
    """Asks for the password of now, before it is changed."""
    text = tr("access-present-wrong") if wrong else tr("access-present")
    return Screen(text, keyboard([[_lost(tr)], [back(tr, OpenProfile().pack()), home(tr)]]))


def entered_message(person: Person, tr: Translator) -> Screen:
    """Says that the person is in their cabinet, and brings its menu."""
    return Screen(tr("access-entered"), bottom_menu(person.role, tr), keep=True)


def left_message(person: Person, tr: Translator) -> Screen:
    """Says that the account has left the cabinet, and brings a guest's menu."""
    return Screen(tr("access-left"), bottom_menu(person.role, tr), keep=True)


def lost_number_screen(tr: Translator, *, wrong: bool = False) -> Screen:
    """Asks for the number of the cabinet whose password is lost."""
    text = tr("access-number-wrong") if wrong else tr("access-lost-number")
    return Screen(text, keyboard([[_again(tr), home(tr)]]))


def offer_screen(offer: Offer, tr: Translator) -> Screen:
    """Where a code can be sent."""
    ways = [[_send(way, address, tr)] for way, address in offer.ways]
    return Screen(tr("access-offer"), keyboard([*ways, [home(tr)]]))


def _send(way: Way, address: str, tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain(f"access-send-{way}", address=address), SendRecovery(way=way).pack())


def code_screen(sent: Sent, tr: Translator) -> Screen:
    """Asks for the code; it can be asked for again in a minute, also by the other way."""
    again = [button(tr.plain(f"access-resend-{way}"), SendRecovery(way=way).pack()) for way in sent.ways]
    return Screen(tr("access-code", address=sent.masked), keyboard([again, [home(tr)]]))


def profile_screen(profile: Profile, tr: Translator, zone: tzinfo) -> Screen:
    """The number, the accounts in the cabinet, and what can be done with them."""
    lines = [
        tr("access-profile", number=grouped(profile.credential.number)),
        "",
        tr("access-accounts", count=len(profile.bindings), limit=profile.limit),
        *(_account(profile, each, at, tr, zone) for at, each in enumerate(profile.bindings, start=1)),
    ]
    unbind = [
        [button(tr.plain("access-unbind", place=at), AskUnbind(binding=each.id).pack())]
        for at, each in enumerate(profile.bindings, start=1)
        if each.id != profile.own.id and profile.may_unbind(each)
    ]
    rows = [
        [button(tr.plain("access-change"), ChangePassword().pack())],
        *unbind,
        [button(tr.plain("access-log-out"), AskLogOut().pack())],
        [home(tr)],
    ]
    return Screen("\n".join(lines), keyboard(rows))


def _account(profile: Profile, binding: Binding, place: int, tr: Translator, zone: tzinfo) -> str:
    key = "access-account-this" if binding.id == profile.own.id else "access-account"
    return tr(key, place=place, at=tr.moment(binding.bound_at, zone))


def ask_unbind_screen(binding_id: int, tr: Translator) -> Screen:
    """Asks before an account is unbound."""
    sure = button(tr.plain("access-unbind-sure"), UnbindAccount(binding=binding_id).pack())
    return Screen(tr("access-unbind-ask"), keyboard([[sure], [back(tr, OpenProfile().pack()), home(tr)]]))


def disowned_screen(tr: Translator) -> Screen:
    """Somebody else's account is out, and the password opens nothing any more: on to a new one."""
    return Screen(
        tr("access-disowned"), keyboard([[button(tr.plain("access-recover"), OpenRecovery().pack())], [home(tr)]])
    )


def left_screen(tr: Translator) -> Screen:
    """After logging out."""
    return Screen(
        tr("access-left-ways"), keyboard([[button(tr.plain("access-login"), OpenLogin().pack())], [home(tr)]])
    )


def ask_log_out_screen(tr: Translator) -> Screen:
    """Asks where to log out."""
    rows = [
        [button(tr.plain("access-log-out-here"), LeaveCabinet().pack())],
        [button(tr.plain("access-log-out-everywhere"), LeaveCabinet(everywhere=True).pack())],
        [back(tr, OpenProfile().pack()), home(tr)],
    ]
    return Screen(tr("access-log-out-ask"), keyboard(rows))
