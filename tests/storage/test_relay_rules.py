"""Conversations where something is said, ended or shown a second time: nothing is owed twice, nothing crosses over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update

from bot.adapters.working_days import RussianWorkingDays
from domain.notices.models import NoticeKind
from domain.ordering.errors import CartFull
from domain.relay import share
from domain.relay.errors import NobodyToWrite
from domain.relay.models import Content, ConversationId, Incoming, Kind, RelayedId
from domain.relay.share import SeeShared, ShareGoods
from domain.relay.talk import OpenConversation
from domain.relay.watch import WatchConversations
from domain.shared.errors import NotFound
from domain.shared.ids import ArticleId, ConsultantId, CustomerId
from domain.shared.money import Money
from domain.shared.working_time import WorkingTime
from storage.database import Database
from storage.tables import conversations, customers, outbox, people, relayed_messages
from tests.storage.shop import ANNA, BORIS, OLEG, Shop
from tests.storage.test_relay import Talkers


@pytest.fixture
def talkers(db: Database, watch: Any) -> Talkers:
    return Talkers(db, watch)


@pytest.fixture
def look(db: Database, watch: Any) -> WatchConversations:
    return WatchConversations(db.write, watch, WorkingTime(RussianWorkingDays(), ZoneInfo("UTC")))


async def goes_to(db: Database, customer: CustomerId, consultant: ConsultantId) -> None:
    """Without opening the conversation with whom they went to."""
    async with db.write() as work:
        chosen = update(customers).where(customers.c.id == customer).values(consultant_id=consultant)
        await work.connection.execute(chosen)


async def forget_what_was_sent(db: Database) -> None:
    """The outbox forgets after a while; that it was sent must be known without it."""
    async with db.write() as work:
        await work.connection.execute(delete(outbox))


async def test_what_was_taken_back_is_taken_back_for_good(
    talkers: Talkers, shop: Shop, db: Database, watch: Any
) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    anna = await talkers.person(ANNA)
    await talkers.say(ANNA, talk, "лишнее", 1)
    await talkers.delete(anna, 1)
    await forget_what_was_sent(db)
    watch.forward(hours=1)
    await talkers.delete(anna, 1)
    assert await talkers.owed(NoticeKind.RELAY_DELETE) == []
    async with db.read() as work:
        deleted_at = (await work.connection.execute(select(relayed_messages.c.deleted_at))).scalar_one()
    assert deleted_at == watch.now - timedelta(hours=1)
    assert not await talkers.edit(anna, 1, Content(Kind.TEXT, "другое"))
    assert await talkers.owed(NoticeKind.RELAY_EDIT) == []
    await talkers.say(ANNA, talk, "ответ на лишнее", 2, to=1)
    parcel = await talkers.next(OLEG, talk)
    assert parcel is not None
    assert [each.content.html for each in parcel.messages] == ["ответ на лишнее"], "what is gone is not brought"
    assert parcel.reply_to is None
    await talkers.bring(OLEG, talk, 50)
    await talkers.say(OLEG, talk, "понял", 9, to=50)
    await talkers.delete(anna, 2)
    answer = await talkers.next(ANNA, talk)
    assert answer is not None
    assert answer.messages[0].replies_to is not None
    assert answer.reply_to is None, "Telegram has nothing to reply to any more"


async def test_each_edit_is_owed_once(talkers: Talkers, shop: Shop) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    anna = await talkers.person(ANNA)
    await talkers.say(ANNA, talk, "раз", 1)
    for words in ("два", "два", "три"):
        assert await talkers.edit(anna, 1, Content(Kind.TEXT, words))
    assert await talkers.owed(NoticeKind.RELAY_EDIT) == [OLEG] * 2


async def test_an_album_that_has_begun_is_not_torn_apart_nor_brought_twice(talkers: Talkers, shop: Shop) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    for number in range(19):
        await talkers.say(ANNA, talk, "x", number)
    for number in range(19, 22):
        await talkers.say(ANNA, talk, f"часть {number}", number, "альбом")
    for number in range(19):
        await talkers.bring(OLEG, talk, 100 + number)
    await talkers.say(OLEG, talk, "вижу", 1)
    async with talkers.db.read() as work:
        pieces = await work.relayed.next(talk, OLEG)
    assert [each.content.html for each in pieces] == ["часть 19", "часть 20", "часть 21"]
    await talkers.carry.sent({pieces[0].id: 200}, also=300)
    async with talkers.db.read() as work:
        assert [each.id for each in await work.relayed.next(talk, OLEG)] == [pieces[1].id, pieces[2].id]
    oleg = await talkers.person(OLEG)
    assert await talkers.send.conversation_of(oleg, 300) == talk, "the message with the album's button is the album's"


async def test_nothing_crosses_over(talkers: Talkers, shop: Shop, db: Database) -> None:
    anna, boris = await talkers.choose(ANNA, shop.oleg), await talkers.choose(BORIS, shop.oleg)
    await talkers.say(ANNA, anna, "только Олегу", 1)
    await talkers.bring(OLEG, anna, 50)
    await talkers.say(OLEG, boris, "о чужом", 1, to=50)
    parcel = await talkers.next(BORIS, boris)
    assert parcel is not None
    assert parcel.reply_to is None
    async with db.read() as work:
        (of,) = await work.relayed.next(boris, BORIS)
        first = await work.relayed.at(ANNA, 1)
    assert first is not None
    assert of.replies_to is None, "another customer's words are not what this one is answered on"
    async with db.write() as work:
        await work.connection.execute(update(people).where(people.c.id == BORIS).values(customer_id=shop.anna))
    assert await talkers.carry.one(await talkers.person(ANNA), first.id) is not None
    assert await talkers.carry.one(await talkers.person(BORIS), first.id) is None, "it went to the other account"
    with pytest.raises(NobodyToWrite):
        await talkers.choose(OLEG, shop.oleg)


async def test_closed_once_and_begun_anew(talkers: Talkers, shop: Shop, db: Database, watch: Any) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    anna, oleg = await talkers.person(ANNA), await talkers.person(OLEG)
    await talkers.say(OLEG, talk, "готово", 1)
    with pytest.raises(NotFound):
        await talkers.rate.add_word(anna, talk, "слово без оценки")
    await talkers.close(oleg, talk)
    await forget_what_was_sent(db)
    await talkers.close(anna, talk)
    assert await talkers.owed(NoticeKind.RELAY_CLOSED) == [], "it is asked once how it was"
    for given, kept in ((9, 5), (-3, 1)):
        await talkers.rate(anna, talk, given)
        async with db.read() as work:
            rated = await work.conversations.get(talk)
        assert rated is not None
        assert rated.rating == kept
    watch.forward(minutes=1)
    other = await talkers.choose(BORIS, shop.oleg)
    sent = await talkers.send(oleg, talk, Incoming(Content(Kind.TEXT, "и ещё"), "again", 9))
    again = sent.standing.conversation.id
    assert again not in (talk, other)
    watch.forward(minutes=1)
    await talkers.say(OLEG, other, "Борису", 2)
    page = (await talkers.lists(oleg)).page
    assert ([each.id for each in page.items], page.total) == ([other, again], 2), "the old one is not there twice"
    watch.forward(minutes=1)
    await talkers.say(OLEG, again, "и ещё", 3)
    assert [each.id for each in (await talkers.lists(oleg)).page.items] == [again, other], "the latest first"


async def test_only_the_consultants_look_counts_as_read(talkers: Talkers, shop: Shop, db: Database, watch: Any) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "вы здесь?", 1)
    opens = OpenConversation(db.write, watch)
    await opens(await talkers.person(ANNA), talk)
    assert (await talkers.home(await talkers.person(OLEG))).unread == 1


async def test_each_step_of_waiting_is_taken_once(
    talkers: Talkers, shop: Shop, db: Database, watch: Any, look: WatchConversations
) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "вы здесь?", 1)
    watch.forward(minutes=14)
    assert await look() == 0, "it may arrive yet"
    watch.forward(minutes=2)
    assert [await look() for _ in range(2)] == [1, 0], "its sender is told that it has not arrived"
    await talkers.bring(OLEG, talk, 50)
    watch.forward(days=3)
    assert [await look() for _ in range(2)] == [1, 0], "the reminder"
    watch.forward(days=3)
    assert await look() == 1, "the offer"
    await forget_what_was_sent(db)
    assert await look() == 0
    assert await talkers.owed(NoticeKind.RELAY_OFFER) == []


async def test_who_went_to_another_is_waited_for_no_more(
    talkers: Talkers, shop: Shop, db: Database, watch: Any, look: WatchConversations
) -> None:
    old = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, old, "вы здесь?", 1)
    await talkers.bring(OLEG, old, 50)
    await talkers.choose(ANNA, shop.vera)
    await talkers.choose(ANNA, shop.oleg)
    watch.forward(days=3)
    assert await look() == 0, "what was closed when they went waits for nobody, also where they came back"

    talk = await talkers.choose(BORIS, shop.oleg)
    await talkers.say(OLEG, talk, "добрый день", 2)
    await talkers.say(BORIS, talk, "здравствуйте", 1)
    await talkers.bring(OLEG, talk, 60)
    await talkers.bring(BORIS, talk, 70)
    await goes_to(db, shop.boris, shop.vera)
    watch.forward(days=3)
    async with db.read() as work:
        assert await work.conversations.unanswered(watch.now, 10) == []
    await look()
    async with db.read() as work:
        closed_at = select(conversations.c.closed_at).where(conversations.c.id == talk)
        assert (await work.connection.execute(closed_at)).scalar_one() == watch.now
    assert await look() == 0
    assert await talkers.owed(NoticeKind.RELAY_REMINDER) == []


async def test_who_went_to_another_is_not_asked_how_it_was(talkers: Talkers, shop: Shop, db: Database) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(OLEG, talk, "добрый день", 1)
    await goes_to(db, shop.anna, shop.vera)
    await talkers.close(await talkers.person(OLEG), talk)
    assert await talkers.owed(NoticeKind.RELAY_CLOSED) == []


class Counter:
    """Goods shown and taken."""

    def __init__(self, talkers: Talkers) -> None:
        self.db = talkers.db
        self.show = ShareGoods(self.db.read, talkers.send)
        self.see = SeeShared(self.db.read, self.db.write, talkers.carry)

    async def put(self, customer: CustomerId, article: ArticleId, pieces: int) -> None:
        async with self.db.write() as work:
            await work.carts.set_quantity(customer, article, pieces, Money(1_00))

    async def in_cart(self, customer: CustomerId) -> dict[ArticleId, int]:
        async with self.db.read() as work:
            lines = (await work.carts.get(customer)).lines
        return {line.goods.article_id: line.quantity for line in lines}


async def test_goods_shown_from_two_messages_are_shown_twice_and_taken_once(
    talkers: Talkers, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(talkers)
    talk: ConversationId = await talkers.choose(ANNA, shop.oleg)
    anna, oleg = await talkers.person(ANNA), await talkers.person(OLEG)
    await counter.put(shop.anna, shop.ruby, 3)
    for pressed in (10, 10, 11):
        await counter.show.product(anna, talk, shop.lipstick, shop.ruby, pressed)
        await counter.show.cart(anna, talk, pressed)
    async with talkers.db.read() as work:
        kinds = (await work.connection.execute(select(relayed_messages.c.kind))).scalars().all()
        shown = (
            await work.connection.execute(select(relayed_messages.c.id).where(relayed_messages.c.kind == Kind.CART))
        ).scalars()
        cart = RelayedId(min(shown))
    assert (kinds.count(Kind.PRODUCT), kinds.count(Kind.CART)) == (2, 2)

    theirs = oleg.customer_id
    await counter.put(theirs, shop.ruby, 5)
    await counter.see.take(oleg, cart)
    assert await counter.in_cart(theirs) == {shop.ruby: 5}, "who has more already keeps it"
    await counter.put(theirs, shop.ruby, 0)
    await counter.put(theirs, shop.rose, 1)
    monkeypatch.setattr(share, "MAX_LINES", 1)
    with pytest.raises(CartFull):
        await counter.see.take(oleg, cart)
    assert await counter.in_cart(theirs) == {shop.rose: 1}

    async with talkers.db.write() as work:
        await work.relayed.deleted(cart, talkers.watch())
    for person in (anna, oleg):
        with pytest.raises(NotFound):
            await counter.see(person, cart)
