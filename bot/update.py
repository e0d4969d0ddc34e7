"""What happens to one update: the transaction around it, who it is from, and when they are answered.

Order: aiogram's own (error context, user and chat, FSM state), then this one middleware, then routers. Everything an
update changes (rules, FSM state, the mark that it was handled) is one transaction; the answer is shown after it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import TelegramMethod
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User
from pydantic import TypeAdapter

from bot.intake.cards import had_card_number
from bot.menus import Menus
from bot.telegram_faults import Fault, fault_of, reason_of
from domain.broadcasts.report import NotePress
from domain.people.models import Person
from domain.people.use_cases import MeetPerson
from domain.shared.errors import DomainError
from domain.shared.ids import PersonId
from domain.shared.localised import language_of
from handlers.broadcasts.presses import press_of
from handlers.ui.errors import for_group, in_words, without_card_message
from handlers.ui.group import GroupPresenter
from handlers.ui.inline import InlineCards
from handlers.ui.presenter import Presenter
from handlers.ui.screen import Answer
from locales.translator import Translators
from storage.database import Database
from storage.scope import AlreadyHandled

ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class OneUpdate(BaseMiddleware):
    """Handles an update in one transaction and shows the answer once it is committed.

    A redelivered update changes nothing again: the answer kept with it is shown once more. A DomainError undoes
    everything (but one that `keeps` what was written) and is put into words; any other error undoes everything and goes
    on to the intake, which tries again.
    A question of Telegram's (a bill's last look, an inline query) is not marked and not kept: answered again in a newer
    state it gets the newer answer. So it waits for nobody who writes.
    With `carries_reply` the answer to a press is given back as a call, for the webhook's response to carry.
    """

    database: Database
    meet_person: MeetPerson
    translators: Translators
    presenter: Presenter
    menus: Menus
    zone: tzinfo
    after_commit: Callable[[], None]
    carries_reply: bool = False
    group: int | None = None
    """The staff's group, the one chat of several people that is listened to."""
    note_press: NotePress | None = None

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Update):
            return await handler(event, data)
        user: User | None = data.get("event_from_user")
        if user is None or user.is_bot or not (_is_private(event) or self._is_staffs(event)):
            return None
        answer = await self._handle(handler, event, user, data)
        if had_card_number(event):
            tr = data.get("tr") or self.translators.for_language(language_of(user.language_code))
            answer = without_card_message(answer, tr)
        await self._count(event, user)
        try:
            return await self._show(event, answer)
        except TelegramAPIError as error:
            if fault_of(error) is not Fault.UNREACHABLE:
                raise
            # Who blocks the bot before it has answered sees no answer; what they did stands.
            log.info("a person cannot be reached", update_id=event.update_id, error=reason_of(error))
            return None

    async def _count(self, event: Update, user: User) -> None:
        """Notes a press under an announcement: beside its handling, so that a refused one counts as well."""
        press = None if event.callback_query is None else press_of(event.callback_query.data)
        if press is not None and self.note_press is not None:
            await self.note_press(PersonId(user.id), press[0], stopped=press[1])

    async def _handle(self, handler: Handler, event: Update, user: User, data: dict[str, Any]) -> Answer | None:
        async with self.database.scope(event.update_id) as scope:
            try:
                met = await self._meet(event, user)
                if met is None:
                    return self._stranger(event, user)
                person = met
                answer = await self._ask(handler, event, person, data)
                if not _is_question(event) and (scope.touched or event.callback_query is None):
                    # What a text does depends on what came before, so it is marked even if it changed nothing.
                    await scope.mark()
                wrote = scope.wrote
                await scope.commit(_json(answer) if wrote else None)
            except AlreadyHandled as done:
                return _kept(done)
            except DomainError as no:
                tr = self.translators.for_language(person.language)
                refusal = in_words(no, person, tr)
                if self._is_staffs(event):
                    refusal = for_group(refusal)
                if no.keeps and scope.wrote:
                    await scope.commit(_json(refusal))
                    return refusal
                await scope.rollback()
                return refusal if _is_question(event) else await self._refused(event.update_id, refusal)
        if wrote:
            self.after_commit()
        if not self._is_staffs(event):
            self.menus.look_after(person, user.language_code)
        return answer

    async def _meet(self, event: Update, user: User) -> Person | None:
        """Who it is from. In the group only the staff is known; that the bot was let in or out is about the group.

        A question makes nobody reachable again, and a bill's last look nobody known: both would be written.
        """
        if _is_question(event):
            known = await self.meet_person.known(PersonId(user.id))
            if known is not None or event.inline_query is None:
                return known
        if not self._is_staffs(event):
            return await self.meet_person(PersonId(user.id), user.language_code)
        if event.my_chat_member is not None:
            return await self.meet_person.known(PersonId(self.group or 0))
        return await self.meet_person.of_staff(PersonId(user.id), user.language_code)

    def _stranger(self, event: Update, user: User) -> Answer | None:
        tr = self.translators.for_language(language_of(user.language_code))
        if event.pre_checkout_query is not None:
            # Whoever is not known has ordered nothing: the bill was forwarded to them.
            return Answer(toast=tr.plain("pay-refused-unknown"))
        if event.callback_query is None:
            return None
        return Answer(toast=tr.plain("ticket-group-staff-only"), alert=True)

    def _is_staffs(self, event: Update) -> bool:
        return self.group is not None and _chat_of(event) == self.group

    async def _refused(self, update_id: int, refusal: Answer) -> Answer | None:
        """Keeps the no with the update: delivered again after later ones took effect, it might be a yes."""
        async with self.database.scope(update_id) as scope:
            try:
                await scope.mark()
                await scope.commit(_json(refusal))
            except AlreadyHandled as done:
                return _kept(done)
        return refusal

    async def _ask(self, handler: Handler, event: Update, person: Person, data: dict[str, Any]) -> Answer | None:
        data["person"] = person
        data["tr"] = self.translators.for_language(person.language)
        data["zone"] = self.zone
        answer = await handler(event, data)
        if answer is None or answer is UNHANDLED:
            return None
        if not isinstance(answer, Answer):
            raise TypeError(f"a handler gave back {type(answer).__name__}, not an Answer")
        return answer

    async def _show(self, event: Update, answer: Answer | None) -> TelegramMethod[Any] | None:
        press = event.callback_query
        if self._is_staffs(event):
            await self._show_group(event, answer or Answer())
            return None
        if (bill := event.pre_checkout_query) is not None:
            person = await self.meet_person.known(PersonId(bill.from_user.id))
            words = self.translators.for_language(person.language if person else "ru")
            if not await self.presenter.to_checkout(bill, answer, words.plain("pay-refused-failed")):
                log.warning("a payment's last look was answered too late", update_id=event.update_id)
            return None
        if press is not None and self.carries_reply:
            await self.presenter.show(press, answer or Answer())
            return self.presenter.reply(press, answer or Answer())
        if press is not None:
            await self.presenter.to_press(press, answer or Answer())
        elif event.inline_query is not None:
            # A refusal has no place in somebody's list of results, but the wheel in their field stops.
            found = answer.inline if answer is not None else None
            await self.presenter.to_inline(event.inline_query, found or InlineCards((), cache_seconds=1))
        elif answer is not None and (message := event.message or event.edited_message) is not None:
            await self.presenter.to_message(message, answer)
        return None

    async def _show_group(self, event: Update, answer: Answer) -> None:
        presenter = GroupPresenter(self.presenter)
        if event.callback_query is not None:
            await presenter.to_press(event.callback_query, answer)
        elif event.message is not None:
            await presenter.to_message(event.message, answer)


def _json(answer: Answer | None) -> str | None:
    return ANSWER.dump_json(answer, exclude_none=True).decode() if answer else None


def _kept(done: AlreadyHandled) -> Answer | None:
    """The answer of the time when the update took effect."""
    log.info("update came again", update_id=done.update_id)
    return ANSWER.validate_json(done.outcome) if done.outcome else None


def _is_question(event: Update) -> bool:
    """Telegram asks and waits, and nothing comes of it but the answer."""
    return event.pre_checkout_query is not None or event.inline_query is not None


def _chat_of(event: Update) -> int | None:
    inner = event.event
    chat = inner.message.chat if isinstance(inner, CallbackQuery) and inner.message else getattr(inner, "chat", None)
    return None if chat is None else int(chat.id)


def _is_private(event: Update) -> bool:
    """The cabinet speaks with one person at a time; a group would show their data to others."""
    inner = event.event
    if isinstance(inner, CallbackQuery):
        return inner.message is None or inner.message.chat.type == "private"
    if isinstance(inner, Message):
        return inner.chat.type == "private"
    chat = getattr(inner, "chat", None)
    return chat is None or chat.type == "private"
