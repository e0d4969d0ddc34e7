"""The letter box: an SMTP server that keeps what it is given and sends nothing on."""

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from sandbox.state.letters import Letters


class LetterBox:
    """What aiosmtpd calls for each letter."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keep one letter."""
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        letter = message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
        text = letter.get_body(preferencelist=("plain",))
        html = letter.get_body(preferencelist=("html",))
        files: list[dict[str, Any]] = [
            {"file_name": part.get_filename(), "mime": part.get_content_type()} for part in letter.iter_attachments()
        ]
        self._letters.add_mail(
            **{"from": str(letter.get("From", envelope.mail_from or ""))},
            to=", ".join(envelope.rcpt_tos),
            subject=str(letter.get("Subject", "")),
            text=text.get_content() if text else "",
            html=html.get_content() if html else None,
            attachments=files,
        )
        return "250 OK"


async def open_letter_box(letters: Letters, host: str, port: int) -> tuple[asyncio.Server, int]:
    """Listen for letters; raises OSError when the port is taken. Any login is let in."""
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        return SMTP(
            LetterBox(letters),
            hostname="sandbox",
            enable_SMTPUTF8=True,
            auth_require_tls=False,
            authenticator=lambda *_: AuthResult(success=True),
            loop=loop,
        )

    server = await loop.create_server(protocol, host, port)
    return server, int(server.sockets[0].getsockname()[1])
