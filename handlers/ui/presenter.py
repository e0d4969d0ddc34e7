"""Tells Telegram what an Answer says. The only place of the face that talks to Telegram."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultsButton,
    InputFile,
    InputMediaPhoto,
    LabeledPrice,
    MediaUnion,
    Message,
    PreCheckoutQuery,
)

from handlers.ui.inline import InlineCards
from handlers.ui.inline_results import NO_PREVIEW, results_of
from handlers.ui.pictures import Pictures, Screens
from handlers.ui.screen import Answer, Invoice, Screen

UNCHANGED = "message is not modified"
NOTHING_TO_EDIT = (UNCHANGED, "message to edit not found", "message can't be edited", "message_id_invalid")
WRONG_FILE = ("wrong file identifier", "wrong remote file", "wrong type of the web page content")


@dataclass(frozen=True, slots=True)
class Presenter:
    """Shows answers in private chats: edits the pressed message where Telegram allows it, else sends a new one."""

    bot: Bot
    pictures: Pictures
    screens: Screens
    provider_token: str = ""

    async def to_press(self, press: CallbackQuery, answer: Answer) -> None:
        """Shows an answer to a pressed button; the press itself is always answered, whatever else fails."""
        answering = asyncio.create_task(self._answer(press, answer))
        try:
            await self.show(press, answer)
        finally:
            await answering

    @staticmethod
    def reply(press: CallbackQuery, answer: Answer) -> AnswerCallbackQuery:
        """The answer to the press itself, as a call: `to_press` is `show` and this at once."""
        return AnswerCallbackQuery(callback_query_id=press.id, text=answer.toast, show_alert=answer.alert or None)

    async def _answer(self, press: CallbackQuery, answer: Answer) -> None:
        # A press older than Telegram's patience cannot be answered any more; its screen still can be shown.
        with contextlib.suppress(TelegramBadRequest):
            await self.bot(self.reply(press, answer))

    async def show(self, press: CallbackQuery, answer: Answer) -> None:
        """Shows everything of an answer to a press but the answer to the press itself."""
        chat_id = press.from_user.id
        for message in answer.messages:
            await self.send(chat_id, message)
        if answer.screen is None:
            return
        if answer.fresh or press.message is None or answer.messages or not _editable(answer.screen):
            await self.replace(chat_id, answer.screen)
            return
        protected = isinstance(press.message, Message) and bool(press.message.has_protected_content)
        if protected is not answer.screen.private:
            # An edit cannot protect a message, nor set it free.
            await self.replace(chat_id, answer.screen)
            return
        has_picture = isinstance(press.message, Message) and bool(press.message.photo)
        try:
            await self._edit(chat_id, press.message.message_id, answer.screen, has_picture=has_picture)
        except TelegramBadRequest as refused:
            if UNCHANGED not in refused.message:
                await self.replace(chat_id, answer.screen)

    async def to_inline(self, query: InlineQuery, cards: InlineCards) -> None:
        """Answers a query typed in any chat. One older than Telegram's patience cannot be answered any more."""
        results = results_of(cards.cards, self.pictures.known)
        start = InlineQueryResultsButton(text=cards.start_button, start_parameter="catalog")
        with contextlib.suppress(TelegramBadRequest):
            await self.bot.answer_inline_query(
                query.id,
                results,
                cache_time=cards.cache_seconds,
                is_personal=True,
                next_offset=cards.next_offset,
                button=start if cards.start_button else None,
            )

    async def to_message(self, message: Message, answer: Answer) -> None:
        """Shows an answer to something the person sent: below it, in place of the screen before."""
        chat_id = message.chat.id
        for extra in answer.messages:
            await self.send(chat_id, extra)
        if answer.screen is not None:
            await self.replace(chat_id, answer.screen)
        if answer.forget:
            await self._delete(chat_id, message.message_id)

    async def replace(self, chat_id: int, screen: Screen) -> None:
        """Sends the screen as a new message and takes the one before away."""
        before = await self.screens.get(chat_id)
        message_id = await self.send(chat_id, screen)
        if not screen.keep:
            await self.screens.put(chat_id, message_id)
        if before is not None and before != message_id:
            await self._delete(chat_id, before)

    async def send(self, chat_id: int, screen: Screen) -> int:
        """Sends the screen; gives the message's id. Raises what Telegram answers."""
        if screen.invoice is not None:
            return await self._bill(chat_id, screen.invoice)
        if screen.edit is not None:
            return await self._amend(chat_id, screen.edit, screen)
        protected = screen.private or None
        if screen.file is not None:
            content = screen.file.content
            file = BufferedInputFile(content.encode() if isinstance(content, str) else content, screen.file.name)
            return (
                await self.bot.send_document(chat_id, file, caption=screen.text, protect_content=protected)
            ).message_id
        if screen.photo is not None:
            return await self._sent_photo(chat_id, screen.photo, screen)
        if screen.photos:
            await self.send_album(chat_id, screen.photos)
        picture = await self._picture(chat_id, screen)
        if picture is None:
            message = await self.bot.send_message(
                chat_id,
                screen.text,
                reply_markup=screen.markup,
                link_preview_options=NO_PREVIEW,
                protect_content=protected,
                message_thread_id=screen.topic.thread if screen.topic else None,
            )
            return message.message_id
        try:
            message = await self._send_photo(chat_id, picture, screen)
        except TelegramBadRequest as refused:
            picture = await self._again(screen, picture, refused)
            message = await self._send_photo(chat_id, picture, screen)
        await self._remember(screen, picture, message)
        return message.message_id

    async def send_album(self, chat_id: int, photos: Sequence[str]) -> Sequence[int]:
        """Sends pictures that belong together, by their file ids; gives the messages' ids."""
        media: list[MediaUnion] = [InputMediaPhoto(media=each) for each in photos]
        return [each.message_id for each in await self.bot.send_media_group(chat_id, media)]

    async def _sent_photo(self, chat_id: int, photo: str, screen: Screen) -> int:
        try:
            return (await self._send_photo(chat_id, photo, screen)).message_id
        except TelegramBadRequest as refused:
            if not any(words in refused.message for words in WRONG_FILE):
                raise
            # Telegram has it no more; the words are worth sending all the same.
            return await self.send(chat_id, replace(screen, photo=None))

    async def _send_photo(self, chat_id: int, picture: str | InputFile, screen: Screen) -> Message:
        protected = screen.private or None
        return await self.bot.send_photo(
            chat_id,
            picture,
            caption=screen.text,
            reply_markup=screen.markup,
            protect_content=protected,
            message_thread_id=screen.topic.thread if screen.topic else None,
        )

    async def _bill(self, chat_id: int, invoice: Invoice) -> int:
        # A copy that is forwarded leads into the bot instead of paying for somebody else's order.
        sent = await self.bot.send_invoice(
            chat_id,
            title=invoice.title,
            description=invoice.description,
            payload=invoice.payload,
            currency=invoice.currency,
            prices=[LabeledPrice(label=label, amount=amount) for label, amount in invoice.prices],
            provider_token=self.provider_token,
            provider_data=invoice.provider_data,
            start_parameter=invoice.start_parameter,
            protect_content=True,
        )
        return sent.message_id

    async def to_checkout(self, query: PreCheckoutQuery, answer: Answer | None, failed: str) -> bool:
        """Lets a payment go on, or refuses it with the answer's words; one that came to no answer is refused too.

        False if it came too late: after ten seconds Telegram has refused it by itself.
        """
        words = failed if answer is None or answer.screen is not None else answer.toast
        try:
            await self.bot.answer_pre_checkout_query(query.id, ok=words is None, error_message=words)
        except TelegramBadRequest:
            return False
        return True

    async def _amend(self, chat_id: int, message_id: int, screen: Screen) -> int:
        """Brings a message up to date that was sent some time ago; one that is there no more needs nothing."""
        try:
            await self._edit(chat_id, message_id, screen, has_picture=False)
        except TelegramBadRequest as refused:
            if not any(words in refused.message.lower() for words in NOTHING_TO_EDIT):
                raise
        return message_id

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """Shows the screen in a message without a picture. Raises what Telegram answers."""
        await self._edit(chat_id, message_id, screen, has_picture=False)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen, *, has_picture: bool) -> None:
        markup = screen.markup if isinstance(screen.markup, InlineKeyboardMarkup) else None
        if screen.picture is None:
            if has_picture:
                # Telegram cannot take a picture out of a message, so the text comes as a new one.
                sent = await self.send(chat_id, screen)
                await self.screens.put(chat_id, sent)
                await self._delete(chat_id, message_id)
                return
            await self.bot.edit_message_text(
                screen.text,
                chat_id=chat_id,
                message_id=message_id,
                reply_markup=markup,
                link_preview_options=NO_PREVIEW,
            )
            return
        picture = await self._picture(chat_id, screen)
        if picture is None:
            await self.replace(chat_id, screen)
            return
        try:
            message = await self._edit_media(chat_id, message_id, picture, screen.text, markup)
        except TelegramBadRequest as refused:
            picture = await self._again(screen, picture, refused)
            message = await self._edit_media(chat_id, message_id, picture, screen.text, markup)
        await self._remember(screen, picture, message)

    async def _edit_media(
        self, chat_id: int, message_id: int, picture: str | InputFile, text: str, markup: InlineKeyboardMarkup | None
    ) -> Message | bool:
        media = InputMediaPhoto(media=picture, caption=text)
        return await self.bot.edit_message_media(media, chat_id=chat_id, message_id=message_id, reply_markup=markup)

    async def _picture(self, chat_id: int, screen: Screen) -> str | InputFile | None:
        if screen.picture is None:
            return None
        if (known := self.pictures.known(screen.picture)) is not None:
            return known
        finding = asyncio.ensure_future(self.pictures.find(screen.picture))
        done, _ = await asyncio.wait([finding], timeout=0.3)
        if not done:
            # Drawing one takes a moment the first time: say that something is coming.
            with contextlib.suppress(TelegramAPIError):
                await self.bot.send_chat_action(chat_id, ChatAction.UPLOAD_PHOTO)
        return await finding

    async def _again(self, screen: Screen, sent: str | InputFile, refused: TelegramBadRequest) -> str | InputFile:
        """The file itself after Telegram refused its file_id; raises the refusal if that was not the reason."""
        if screen.picture is None or not isinstance(sent, str) or not any(w in refused.message for w in WRONG_FILE):
            raise refused
        await self.pictures.forget(screen.picture)
        picture = await self.pictures.find(screen.picture)
        if picture is None:
            raise refused
        return picture

    async def _remember(self, screen: Screen, sent: str | InputFile, message: Message | bool) -> None:
        if screen.picture and isinstance(sent, InputFile) and isinstance(message, Message) and message.photo:
            await self.pictures.put(screen.picture, message.photo[-1].file_id)

    async def _delete(self, chat_id: int, message_id: int) -> None:
        # Gone already or older than 48 hours: nothing to be done, and nothing the person would miss.
        with contextlib.suppress(TelegramBadRequest):
            await self.bot.delete_message(chat_id, message_id)


def _editable(screen: Screen) -> bool:
    """Only inline keyboards can be put under an edited message; somebody's photo comes as a new one."""
    return screen.photo is None and (screen.markup is None or isinstance(screen.markup, InlineKeyboardMarkup))
