"""Goods by file: sent in and checked, applied by a press, sent out."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message

from domain.goods.imports import State
from domain.goods.use_cases import DecideGoods, SendGoods
from domain.people.models import Person
from handlers.goods import views
from handlers.goods.callbacks import DecideImport, ExportFile, OpenGoodsFiles
from handlers.goods.states import Importing
from handlers.ui.desk import Desk
from handlers.ui.filters import HasDocument
from handlers.ui.screen import Answer
from locales.translator import Translator


async def open_files(event: CallbackQuery | Message, person: Person, tr: Translator, state: FSMContext) -> Answer:
    person.require_content()
    await state.set_state(Importing.file)
    return Answer(views.files_screen(tr), forget=isinstance(event, Message))


async def take_file(
    message: Message, document: Document, person: Person, tr: Translator, send_goods: SendGoods, state: FSMContext
) -> Answer:
    await send_goods(person, document.file_id, document.file_name or "goods", document.file_size or 0)
    await state.set_state(None)
    return Answer(views.taken_screen(tr))


async def decide(
    event: CallbackQuery, callback_data: DecideImport, person: Person, tr: Translator, decide_goods: DecideGoods
) -> Answer:
    goods = await decide_goods(person, callback_data.goods, callback_data.key, apply=callback_data.apply)
    if goods.state is State.DROPPED:
        return Answer(views.dropped_screen(tr))
    # The importer shows on the very message how far it is.
    return Answer(toast=tr.plain(f"goods-toast-{goods.state}"))


async def export(event: CallbackQuery, callback_data: ExportFile, person: Person, tr: Translator, desk: Desk) -> Answer:
    person.require_content()
    desk.export(person, callback_data.form)
    return Answer(toast=tr.plain("goods-toast-export"))


def router() -> Router:
    """The handlers of goods files."""
    goods = Router(name="goods")
    goods.callback_query.register(open_files, OpenGoodsFiles.filter())
    goods.message.register(open_files, Command("import"))
    goods.message.register(take_file, StateFilter(Importing.file), HasDocument())
    goods.callback_query.register(decide, DecideImport.filter())
    goods.callback_query.register(export, ExportFile.filter())
    return goods
