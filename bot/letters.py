"""Letters and SMS put together from the settings: which ways are open, and what brings them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.adapters.mail import SmtpMail
from bot.adapters.sms import HttpGateway, SmsOffice, TelegramGateway
from bot.app import App
from bot.delivery.letters import LetterDelivery, LetterRefused, Message
from bot.delivery.ports import OutboxRow
from bot.line import Line
from bot.settings import Settings
from domain.notices.models import Channel
from domain.shared.ids import PersonId
from handlers.letters import Letter, Sms
from storage.outbox_queue import OutboxQueue

log = structlog.get_logger(__name__)


@asynccontextmanager
async def letter_deliveries(app: App, line: Line) -> AsyncIterator[list[LetterDelivery]]:
    """A delivery for each way that is set up; what is owed by another waits until it is."""
    office, deliveries = sms_office(app.settings), []
    mail = smtp_mail(app.settings)

    async def render(row: OutboxRow) -> Message | None:
        person = await app.meet_person.known(PersonId(row.person_id))
        language = "ru" if person is None else person.language
        return await app.letters.render(row.kind, row.args, app.translators.for_language(language))

    async def by_mail(message: Message) -> None:
        if mail is None or not isinstance(message, Letter):
            raise LetterRefused("not a letter")
        await mail.send(message)

    async def by_sms(message: Message) -> None:
        if office is None or not isinstance(message, Sms):
            raise LetterRefused("not an SMS")
        await office.send(message)

    if mail is None:
        log.warning("SMTP_HOST is missing: nobody can prove an e-mail, so nobody can join")
    else:
        queue = OutboxQueue(app.database, Channel.EMAIL)
        deliveries.append(LetterDelivery("email", queue, render, by_mail, metrics=line.metrics))
    if office is not None:
        queue = OutboxQueue(app.database, Channel.SMS)
        deliveries.append(LetterDelivery("sms", queue, render, by_sms, metrics=line.metrics))
    app.wake.listeners.extend(delivery.wake for delivery in deliveries)
    try:
        yield deliveries
    finally:
        if office is not None:
            await office.close()


def smtp_mail(settings: Settings) -> SmtpMail | None:
    """The mail server of the settings."""
    if not settings.smtp_host:
        return None
    return SmtpMail(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_security,
        sender=settings.mail_from,
        sender_name=settings.brand,
        user=settings.smtp_user or None,
        password=settings.smtp_password.get_secret_value() if settings.smtp_password else None,
    )


def sms_office(settings: Settings) -> SmsOffice | None:
    """The gateways of the settings."""
    gateway = telegram = None
    if settings.sms_url:
        gateway = HttpGateway(
            url=settings.sms_url.get_secret_value(),
            method=settings.sms_method,
            body=settings.sms_body.get_secret_value(),
            content_type=settings.sms_content_type,
            authorization=settings.sms_authorization.get_secret_value() if settings.sms_authorization else None,
            success=settings.sms_success,
        )
    if settings.telegram_gateway_token:
        telegram = TelegramGateway(settings.telegram_gateway_token.get_secret_value(), settings.telegram_gateway_url)
    return SmsOffice(gateway, telegram) if gateway or telegram else None
