"""A product or a cart into a conversation with one press, and opened on the other side."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.ordering.product_card import ShowProduct
from domain.people.models import Person
from domain.relay.models import ConversationId, RelayedId, Sent
from domain.relay.share import SeeShared, ShareGoods
from domain.relay.talk import ListConversations, OpenConversation
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ProductId
from domain.wishes.use_cases import LookAt
from handlers.catalog.views import product_screen
from handlers.relay import share_views, views
from handlers.relay.callbacks import OpenShared, ShareTo, TakeShared
from handlers.relay.talking import talk
from handlers.ui.links import ShareCart, ShareProduct
from handlers.ui.screen import Answer
from locales.translator import Translator


async def share(
    event: CallbackQuery,
    callback_data: ShareProduct | ShareCart,
    person: Person,
    tr: Translator,
    share_goods: ShareGoods,
    open_conversation: OpenConversation,
    list_conversations: ListConversations,
) -> Answer:
    product, article = 0, 0
    if isinstance(callback_data, ShareProduct):
        product, article = callback_data.product, callback_data.article
    if person.own_consultant_id is not None:
        talks = await list_conversations(person)
        return Answer(share_views.pick_screen(talks, product, article, tr))
    standing = await open_conversation.with_consultant(person)
    sent = await _share(event, standing.conversation.id, product, article, person, share_goods)
    words = "relay-shared" if sent.fresh else "relay-shared-already"
    return Answer(toast=tr.plain(words, name=views.other_name(sent.standing, tr)))


async def share_to(
    event: CallbackQuery,
    callback_data: ShareTo,
    person: Person,
    tr: Translator,
    share_goods: ShareGoods,
    state: FSMContext,
) -> Answer:
    chosen = ConversationId(callback_data.talk)
    sent = await _share(event, chosen, callback_data.product, callback_data.article, person, share_goods)
    return Answer(await talk(sent.standing, tr, state, tr("relay-sent")))


async def open_shared(
    event: CallbackQuery,
    callback_data: OpenShared,
    person: Person,
    tr: Translator,
    see_shared: SeeShared,
    show_product: ShowProduct,
    look_at: LookAt,
) -> Answer:
    shared = await see_shared(person, RelayedId(callback_data.message))
    if shared.content.product is None:
        if not shared.content.lines:
            raise NotFound("nothing was shown")
        return Answer(share_views.cart_screen(callback_data.message, shared, tr), fresh=True)
    card = await show_product(person, shared.content.product)
    marks = await look_at(person, shared.content.product)
    article = shared.content.article or ArticleId(0)
    return Answer(product_screen(card, article, 0, tr, marks), fresh=True)


async def take_shared(
    event: CallbackQuery, callback_data: TakeShared, person: Person, tr: Translator, see_shared: SeeShared
) -> Answer:
    count = await see_shared.take(person, RelayedId(callback_data.message))
    return Answer(share_views.taken_screen(count, tr))


async def _share(
    event: CallbackQuery, chosen: ConversationId, product: int, article: int, person: Person, share_goods: ShareGoods
) -> Sent:
    pressed = event.message.message_id if event.message else 0
    if product:
        return await share_goods.product(person, chosen, ProductId(product), ArticleId(article), pressed)
    return await share_goods.cart(person, chosen, pressed)


def router() -> Router:
    """Goods in conversations."""
    shares = Router(name="shares")
    shares.callback_query.register(share, ShareProduct.filter())
    shares.callback_query.register(share, ShareCart.filter())
    shares.callback_query.register(share_to, ShareTo.filter())
    shares.callback_query.register(open_shared, OpenShared.filter())
    shares.callback_query.register(take_shared, TakeShared.filter())
    return shares
