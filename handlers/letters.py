"""Letters and SMS in words: what an owed one says at the moment it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.access.issue import WriteLetter
from domain.access.numbers import grouped
from domain.codes.models import Way
from domain.codes.use_cases import CodeToSend
from domain.joining.changes import FormerContact
from domain.notices.models import NoticeKind
from domain.shared.ids import CustomerId
from handlers.ui.company import Company
from handlers.ui.texts import plain_text
from locales.translator import Html, Translator


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail: the same words as text and as HTML."""

    to: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Sms:
    """A message to a phone in E.164. `code` is what it is about, for ways that word a code themselves."""

    to: str
    text: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Letters:
    """Renders what is owed by letter or SMS. Addresses and codes are looked up here, so that none waits in a queue."""

    code_to_send: CodeToSend
    write_letter: WriteLetter
    company: Company
    former_contact: FormerContact | None = None

    async def render(self, kind: str, args: Mapping[str, int | str], tr: Translator) -> Letter | Sms | None:
        """What to send; None when there is nothing to say any more."""
        match NoticeKind(kind):
            case NoticeKind.CODE:
                return await self._code(int(args["code"]), tr)
            case NoticeKind.CABINET_LETTER:
                return await self._password(CustomerId(int(args["customer"])), tr)
            case NoticeKind.CABINET_RECOVERED:
                return await self._recovered(CustomerId(int(args["customer"])), tr)
            case NoticeKind.FORMER_CONTACT:
                return await self._former(int(args["contact"]), tr)
        return None

    async def _former(self, contact_id: int, tr: Translator) -> Letter | Sms | None:
        found = await self.former_contact(contact_id) if self.former_contact else None
        if found is None:
            return None
        step, way, address = found
        brand, bot, support = self.company.brand, self.company.bot_username, self.company.support
        if way is Way.SMS:
            return Sms(address, tr.plain(f"sms-former-{step}", brand=brand, bot=bot, support=support))
        words = tr(f"letter-former-{step}", brand=brand, bot=bot, support=support)
        return letter(address, tr.plain(f"letter-former-{step}-subject", brand=brand), words, tr)

    async def _code(self, code_id: int, tr: Translator) -> Letter | Sms | None:
        found = await self.code_to_send(code_id)
        if found is None:
            return None
        code, digits = found
        brand = self.company.brand
        if code.way is Way.SMS:
            return Sms(code.address, tr.plain("sms-code", code=digits, brand=brand), digits)
        words = tr("letter-code", code=digits, brand=brand)
        return letter(code.address, tr.plain("letter-code-subject", brand=brand), words, tr)

    async def _password(self, customer_id: CustomerId, tr: Translator) -> Letter | None:
        found = await self.write_letter(customer_id)
        if found is None or found.email is None:
            return None
        brand = self.company.brand
        words = tr(
            "letter-password",
            number=grouped(found.number),
            password=found.password,
            days=found.valid.days,
            bot=self.company.bot_username,
            brand=brand,
        )
        return letter(found.email, tr.plain("letter-password-subject", brand=brand), words, tr)

    async def _recovered(self, customer_id: CustomerId, tr: Translator) -> Letter | None:
        email = await self.write_letter.address(customer_id)
        if email is None:
            return None
        brand = self.company.brand
        words = tr("letter-recovered", support=self.company.support, brand=brand)
        return letter(email, tr.plain("letter-recovered-subject", brand=brand), words, tr)


def letter(to: str, subject: str, words: Html, tr: Translator) -> Letter:
    """A letter of these words: tags and all as HTML, without them as text."""
    paragraphs = "\n".join(f"<p>{each}</p>".replace("\n", "<br>") for each in words.split("\n\n"))
    head = f'<!doctype html>\n<html lang="{tr.language}"><head><meta charset="utf-8"></head>'
    html = f"{head}<body>\n{paragraphs}\n</body></html>\n"
    return Letter(to, subject, f"{plain_text(words)}\n", html)
