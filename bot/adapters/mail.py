"""Letters over SMTP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import Literal

import aiosmtplib

from bot.delivery.letters import LetterRefused
from handlers.letters import Letter

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True)
class SmtpMail:
    """A mail server. `starttls` demands encryption before anything is said, `tls` from the first byte."""

    host: str
    port: int
    security: Security
    sender: str
    sender_name: str = ""
    user: str | None = None
    password: str | None = None
    timeout: float = 15.0

    async def send(self, letter: Letter) -> None:
        """Hands the letter to the server. Raises LetterRefused for a no for good, else what aiosmtplib raises."""
        try:
            await aiosmtplib.send(
                self._message(letter),
                sender=self.sender,
                recipients=[letter.to],
                hostname=self.host,
                port=self.port,
                username=self.user,
                password=self.password,
                use_tls=self.security == "tls",
                start_tls=self.security == "starttls",
                timeout=self.timeout,
            )
        except aiosmtplib.SMTPAuthenticationError:
            raise  # An operator can mend it: the letter waits.
        except aiosmtplib.SMTPRecipientsRefused as refused:
            _raise_if_final(refused.recipients[0].code if refused.recipients else 0)
            raise
        except aiosmtplib.SMTPResponseException as refused:
            _raise_if_final(refused.code)
            raise

    def _message(self, letter: Letter) -> EmailMessage:
        message = EmailMessage(SMTP)
        message["From"] = Address(self.sender_name, addr_spec=self.sender)
        message["To"] = letter.to
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message


def _raise_if_final(code: int) -> None:
    if 500 <= code < 600:
        raise LetterRefused(f"SMTP {code}") from None
