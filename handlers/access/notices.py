"""Notices about cabinets in words: numbers, passwords, accounts that came and went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from aiogram.types import InlineKeyboardButton

from domain.access.bindings import ShowProfile
from domain.access.consulting import ShowApplicants
from domain.access.errors import NotLoggedIn
from domain.access.issue import WriteLetter
from domain.access.numbers import grouped
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import DomainError
from domain.shared.ids import CustomerId
from handlers.access.applicant_views import applicant_screen
from handlers.access.callbacks import NotMe
from handlers.ui.links import OpenInvite, OpenLogin, OpenProfile, OpenRecovery
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home
from locales.translator import Translator

KINDS = frozenset(
    {
        NoticeKind.CABINET_OPENED,
        NoticeKind.CABINET_LETTER,
        NoticeKind.CABINET_RECOVERED,
        NoticeKind.NEW_BINDING,
        NoticeKind.BINDING_ENDED,
        NoticeKind.PASSWORD_CHANGED,
        NoticeKind.CONSULTING_ASKED,
        NoticeKind.CONSULTING_DECIDED,
    }
)


@dataclass(frozen=True, slots=True)
class AccessNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    show_profile: ShowProfile
    write_letter: WriteLetter
    show_applicants: ShowApplicants

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more."""
        match kind:
            case NoticeKind.CABINET_OPENED:
                return await self._opened(person, tr)
            case NoticeKind.CABINET_LETTER:
                return await self._letter(CustomerId(int(args["customer"])), person, tr)
            case NoticeKind.NEW_BINDING:
                return await self._new_binding(int(args["binding"]), person, tr, zone)
            case NoticeKind.BINDING_ENDED:
                rows = [[_login(tr), _recover(tr)], [home(tr)]]
                return Screen(tr("notice-binding-ended"), keyboard(rows), keep=True)
            case NoticeKind.CABINET_RECOVERED:
                rows = [[_login(tr), _recover(tr)], [home(tr)]]
                return Screen(tr("notice-cabinet-recovered"), keyboard(rows), keep=True)
            case NoticeKind.PASSWORD_CHANGED:
                return Screen(tr("notice-password-changed"), keyboard([[_recover(tr)], [home(tr)]]), keep=True)
            case NoticeKind.CONSULTING_ASKED:
                return await self._asked(CustomerId(int(args["customer"])), person, tr, zone)
            case _:
                return self._decided(person, tr)

    async def _opened(self, person: Person, tr: Translator) -> Screen | None:
        try:
            profile = await self.show_profile(person)
        except NotLoggedIn:
            return None
        rows = [[button(tr.plain("access-profile-open"), OpenProfile().pack())], [home(tr)]]
        text = tr("notice-cabinet-opened", number=grouped(profile.credential.number))
        return Screen(text, keyboard(rows), keep=True)

    async def _letter(self, customer_id: CustomerId, person: Person, tr: Translator) -> Screen | None:
        letter = await self.write_letter(customer_id) if person.customer_id == customer_id else None
        if letter is None:
            return None
        days = letter.valid.days
        text = tr("notice-cabinet-letter", number=grouped(letter.number), password=letter.password, days=days)
        return Screen(text, keyboard([[button(tr.plain("access-profile-open"), OpenProfile().pack())], [home(tr)]]))

    async def _new_binding(self, binding_id: int, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        binding = await self.show_profile.binding(person, binding_id)
        if binding is None:
            return None
        rows = [[button(tr.plain("notice-not-me"), NotMe(binding=binding_id).pack())], [home(tr)]]
        text = tr("notice-new-binding", at=tr.moment(binding.bound_at, zone))
        return Screen(text, keyboard(rows), keep=True)

    async def _asked(self, customer_id: CustomerId, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        try:
            applicant = await self.show_applicants.one(person, customer_id)
        except DomainError:
            # No admin any more, or nobody to be seen.
            return None
        return applicant_screen(applicant, tr, zone)

    @staticmethod
    def _decided(person: Person, tr: Translator) -> Screen:
        if person.own_consultant_id is None:
            return Screen(tr("notice-consulting-declined"), keyboard([[home(tr)]]), keep=True)
        rows = [[button(tr.plain("menu-invite"), OpenInvite().pack())], [home(tr)]]
        return Screen(tr("notice-consulting-approved"), keyboard(rows), keep=True)


def _login(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("access-login"), OpenLogin().pack())


def _recover(tr: Translator) -> InlineKeyboardButton:
    return button(tr.plain("access-lost"), OpenRecovery().pack())
