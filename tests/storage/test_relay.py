"""Conversations on both databases: order, pairs, who may, what is owed and when."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.adapters.working_days import RussianWorkingDays
from domain.notices.models import NoticeKind
from domain.people.home import ShowHome
from domain.people.models import Person
from domain.relay.carry import CarryMessages
from domain.relay.change import DeleteMessage, EditMessage, ReactToMessage
from domain.relay.errors import ConversationOver, NobodyToWrite, NotYours, TooManyMessages, TooOld
from domain.relay.models import Content, ConversationId, Incoming, Kind, Parcel, RelayedId, Side
from domain.relay.rate import RateConversation
from domain.relay.send import SendMessage
from domain.relay.talk import CloseConversation, LeaveWord, ListConversations, OpenConversation
from domain.relay.watch import WatchConversations
from domain.shared.errors import Forbidden, NotFound
from domain.shared.ids import ConsultantId, PersonId
from domain.shared.working_time import WorkingTime
from storage.database import Database
from storage.tables import customers, outbox, people, relayed_messages
from tests.forms import JOINED
from tests.storage.shop import ANNA, BORIS, GLEB, OLEG, VERA, Shop


class Talkers:
    """Everybody of the shop with what they can do."""

    def __init__(self, db: Database, watch: Any) -> None:
        self.db, self.watch = db, watch
        read, write = db.read, db.write
        self.opens = OpenConversation(write, watch)
        self.send = SendMessage(read, write, watch, per_minute=20)
        self.carry = CarryMessages(read, write, watch)
        self.edit, self.delete = EditMessage(write), DeleteMessage(write, watch)
        self.react, self.close = ReactToMessage(write, watch), CloseConversation(write, watch)
        self.rate, self.lists = RateConversation(write, watch), ListConversations(read)
        self.home = ShowHome(read, watch)

    async def person(self, id: PersonId) -> Person:
        async with self.db.read() as work:
            found = await work.people.get(id)
        assert found is not None
        return found

    async def choose(self, id: PersonId, consultant: ConsultantId) -> ConversationId:
        """The customer's conversation with this consultant, whom they have from now on."""
        async with self.db.write() as work:
            await work.choices.choose((await self.person(id)).customer_id, consultant, self.watch())
        return (await self.opens.with_consultant(await self.person(id))).conversation.id

    async def say(
        self,
        id: PersonId,
        talk: ConversationId,
        text: str,
        number: int,
        group: str | None = None,
        to: int | None = None,
    ) -> None:
        kind = Kind.PHOTO if group else Kind.TEXT
        content = Content(kind, text, "file" if group else None)
        await self.send(await self.person(id), talk, Incoming(content, f"{id}:{number}", number, group, to))

    async def next(self, id: PersonId, talk: ConversationId) -> Parcel | None:
        return await self.carry.next(await self.person(id), talk)

    async def bring(self, id: PersonId, talk: ConversationId, number: int) -> list[str]:
        """What came next, as messages from `number` on."""
        parcel = await self.next(id, talk)
        if parcel is None:
            return []
        await self.carry.sent({each.id: number + at for at, each in enumerate(parcel.messages)})
        return [each.content.html for each in parcel.messages]

    async def owed(self, kind: NoticeKind) -> list[int]:
        async with self.db.read() as work:
            rows = await work.connection.execute(
                select(outbox.c.person_id).where(outbox.c.kind == kind).order_by(outbox.c.id)
            )
            return list(rows.scalars())


@pytest.fixture
def talkers(db: Database, watch: Any) -> Talkers:
    return Talkers(db, watch)


async def test_two_customers_and_one_consultant_never_cross(talkers: Talkers, shop: Shop) -> None:
    anna, boris = await talkers.choose(ANNA, shop.oleg), await talkers.choose(BORIS, shop.oleg)
    for number in range(1, 6):
        await talkers.say(ANNA, anna, f"анна {number}", number)
        await talkers.say(BORIS, boris, f"борис {number}", number)
        await talkers.say(OLEG, anna if number % 2 else boris, f"олег {number}", number)
    to_oleg = [(await talkers.bring(OLEG, talk, 100 + at))[0] for at, talk in enumerate((anna, boris) * 5)]
    assert to_oleg[::2] == [f"анна {number}" for number in range(1, 6)]
    assert to_oleg[1::2] == [f"борис {number}" for number in range(1, 6)]
    assert [await talkers.bring(ANNA, anna, at) for at in (50, 51, 52, 53)] == [["олег 1"], ["олег 3"], ["олег 5"], []]
    assert [await talkers.bring(BORIS, boris, at) for at in (50, 51, 52)] == [["олег 2"], ["олег 4"], []]
    assert await talkers.next(ANNA, boris) is None
    assert await talkers.next(VERA, anna) is None
    oleg = await talkers.person(OLEG)
    # Message numbers are the same in many chats: whose chat it is says which is meant.
    assert await talkers.send.conversation_of(oleg, 100) == anna
    assert await talkers.send.conversation_of(oleg, 101) == boris
    assert await talkers.send.conversation_of(await talkers.person(BORIS), 50) == boris
    assert await talkers.send.conversation_of(await talkers.person(ANNA), 50) == anna
    for stranger in (VERA, GLEB, BORIS):
        with pytest.raises(NotFound):
            await talkers.say(stranger, anna, "чужое", 900)
        with pytest.raises(NotFound):
            await talkers.opens(await talkers.person(stranger), anna)
        with pytest.raises(NotFound):
            await talkers.close(await talkers.person(stranger), anna)
        assert await talkers.carry.one(await talkers.person(stranger), RelayedId(1)) is None
    page = (await talkers.lists(oleg)).page
    assert {each.customer_id for each in page.items} == {shop.anna, shop.boris}


async def test_a_consultant_begins_with_ones_own_clients_alone(talkers: Talkers, db: Database, shop: Shop) -> None:
    form = replace(JOINED, passport=None, phone=None, email=None, complete=True)
    async with db.write() as work:
        for customer in (shop.anna, shop.boris):
            await work.forms.save(customer, form, talkers.watch())
        await work.choices.choose(shop.anna, shop.oleg, talkers.watch())
        await work.choices.choose(shop.boris, shop.vera, talkers.watch())
    oleg, anna = await talkers.person(OLEG), await talkers.person(ANNA)
    begun = await talkers.opens.with_client(oleg, shop.anna)
    talk = begun.conversation.id
    assert (await talkers.opens.with_client(oleg, shop.anna)).conversation.id == talk
    assert begun.side is Side.CONSULTANT
    assert begun.reached
    assert await talkers.owed(NoticeKind.RELAY) == [], "the client hears of it with the first message"
    await talkers.say(OLEG, talk, "здравствуйте", 1)
    assert await talkers.bring(ANNA, talk, 50) == ["здравствуйте"]
    await talkers.say(ANNA, talk, "привет", 2)
    assert (await talkers.opens.with_client(oleg, shop.anna)).conversation.unread == 0
    assert (await talkers.home(oleg)).unread == 0, "what was opened is read"
    with pytest.raises(NotFound):
        await talkers.opens.with_client(oleg, shop.boris)
    with pytest.raises(NotFound):
        await talkers.opens.with_client(await talkers.person(VERA), shop.anna)
    with pytest.raises(Forbidden):
        await talkers.opens.with_client(anna, shop.anna)
    async with db.write() as work:
        await work.connection.execute(update(people).where(people.c.id == ANNA).values(reachable=False))
    assert not (await talkers.opens.with_client(oleg, shop.anna)).reached


async def test_the_oldest_goes_first_whichever_notice_comes_and_none_twice(talkers: Talkers, shop: Shop) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    for number in (1, 2, 2, 3):
        await talkers.say(ANNA, talk, f"анна {number}", number)
    assert await talkers.owed(NoticeKind.RELAY) == [OLEG] * 3
    first = await talkers.next(OLEG, talk)
    # A try failed, so the second notice brings what the first did not.
    assert first is not None
    assert await talkers.next(OLEG, talk) == first
    assert [await talkers.bring(OLEG, talk, at) for at in (1, 2, 3, 4)] == [["анна 1"], ["анна 2"], ["анна 3"], []]


async def test_an_album_waits_until_it_is_whole(talkers: Talkers, shop: Shop, watch: Any) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "раз", 1, "альбом")
    watch.forward(seconds=0.9)
    await talkers.say(ANNA, talk, "два", 2, "альбом")
    watch.forward(seconds=0.9)
    assert await talkers.next(OLEG, talk) is None, "another piece may come"
    async with talkers.db.read() as work:
        due = (await work.connection.execute(select(outbox.c.due_at, outbox.c.created_at))).all()
    assert {row.due_at - row.created_at for row in due} == {timedelta(seconds=1)}
    await talkers.say(OLEG, talk, "и вы тоже", 3)
    assert await talkers.next(OLEG, talk) is None, "what the other one writes ends no album"
    await talkers.say(ANNA, talk, "вот", 4)
    assert await talkers.bring(OLEG, talk, 10) == ["раз", "два"], "the next message says that it is whole"
    assert await talkers.bring(OLEG, talk, 12) == ["вот"]
    await talkers.say(ANNA, talk, "один", 5, "другой")
    watch.forward(seconds=1)
    assert await talkers.bring(OLEG, talk, 13) == ["один"]


async def test_answers_edits_reactions_and_deletion_find_their_pair(talkers: Talkers, shop: Shop, watch: Any) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "вопрос", 7)
    await talkers.bring(OLEG, talk, 70)
    await talkers.say(OLEG, talk, "ответ", 71, to=70)
    parcel = await talkers.next(ANNA, talk)
    assert parcel is not None
    assert parcel.reply_to == 7
    anna, oleg = await talkers.person(ANNA), await talkers.person(OLEG)
    assert await talkers.edit(anna, 7, Content(Kind.TEXT, "другой вопрос"))
    assert not await talkers.edit(oleg, 70, Content(Kind.TEXT, "не моё"))
    assert not await talkers.edit(anna, 71, Content(Kind.TEXT, "не было такого"))
    await talkers.react(oleg, 70, "🔥")
    await talkers.react(anna, 7, "👍")
    async with talkers.db.read() as work:
        message = await work.relayed.at(OLEG, 70)
    assert message is not None
    assert message.content.html == "другой вопрос"
    assert (message.sender_reaction, message.receiver_reaction) == ("👍", "🔥")
    assert await talkers.owed(NoticeKind.RELAY_REACTION) == [ANNA, OLEG]
    with pytest.raises(NotYours):
        await talkers.delete(oleg, 70)
    with pytest.raises(NotYours):
        await talkers.delete(await talkers.person(BORIS), 7)
    for _ in range(2):
        await talkers.delete(anna, 7)
    assert await talkers.owed(NoticeKind.RELAY_DELETE) == [ANNA, OLEG]
    async with talkers.db.read() as work:
        sealed = (
            (await work.connection.execute(select(relayed_messages.c.content_sealed).order_by(relayed_messages.c.id)))
            .scalars()
            .all()
        )
    assert [each is None for each in sealed] == [True, False]
    watch.forward(days=2)
    with pytest.raises(TooOld):
        await talkers.delete(oleg, 71)


async def test_who_went_to_another_consultant_is_read_by_the_old_one_no_more(
    talkers: Talkers, shop: Shop, watch: Any
) -> None:
    old = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, old, "секрет", 1)
    new = await talkers.choose(ANNA, shop.vera)
    assert new != old
    assert await talkers.next(OLEG, old) is None, "also what was on its way"
    assert await talkers.next(VERA, new) is None
    oleg = await talkers.person(OLEG)
    for talk in (old, new):
        with pytest.raises((ConversationOver, NotFound)):
            await talkers.say(OLEG, talk, "вернитесь", 5)
    with pytest.raises(ConversationOver):
        await talkers.say(ANNA, old, "прежнему", 6)
    assert not (await talkers.lists(oleg)).page.items
    assert await talkers.carry.one(oleg, RelayedId(1)) is None
    back = await talkers.choose(ANNA, shop.oleg)
    assert back not in (old, new)


async def test_answers_go_to_the_account_that_wrote_last_while_it_is_in_the_cabinet(
    talkers: Talkers, shop: Shop
) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    async with talkers.db.write() as work:
        await work.connection.execute(update(people).where(people.c.id == BORIS).values(customer_id=shop.anna))
    await talkers.say(ANNA, talk, "с телефона", 1)
    await talkers.say(BORIS, talk, "с планшета", 1)
    await talkers.say(OLEG, talk, "отвечаю", 1)
    assert await talkers.next(ANNA, talk) is None
    assert await talkers.bring(BORIS, talk, 9) == ["отвечаю"]
    await talkers.say(OLEG, talk, "ещё", 2)
    async with talkers.db.write() as work:
        await work.connection.execute(update(people).where(people.c.id == BORIS).values(customer_id=shop.boris))
    assert await talkers.next(BORIS, talk) is None, "they have left the cabinet"
    await talkers.say(OLEG, talk, "и ещё", 3)
    assert await talkers.bring(ANNA, talk, 9) == ["и ещё"]


async def test_too_many_in_a_minute(talkers: Talkers, shop: Shop, watch: Any) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    for number in range(20):
        await talkers.say(ANNA, talk, "x", number)
    with pytest.raises(TooManyMessages):
        await talkers.say(ANNA, talk, "x", 20)
    await talkers.say(OLEG, talk, "каждый за себя", 1)
    watch.forward(minutes=1)
    await talkers.say(ANNA, talk, "x", 20)


async def test_silence_is_reminded_of_then_offers_another_each_once(
    talkers: Talkers, shop: Shop, db: Database, watch: Any
) -> None:
    # Sunday noon: four working hours are over on Monday at 13, eight at 17.
    look = WatchConversations(db.write, watch, WorkingTime(RussianWorkingDays(), ZoneInfo("UTC")), timedelta(hours=4))
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "вы здесь?", 1)
    watch.forward(hours=24)
    await talkers.say(ANNA, talk, "ау", 2)
    await look()
    assert await talkers.owed(NoticeKind.RELAY_REMINDER) == []
    watch.forward(hours=1)
    for _ in range(2):
        await look()
    assert await talkers.owed(NoticeKind.RELAY_REMINDER) == [OLEG]
    watch.forward(hours=3)
    await look()
    assert await talkers.owed(NoticeKind.RELAY_OFFER) == []
    watch.forward(hours=1)
    for _ in range(2):
        await look()
    assert await talkers.owed(NoticeKind.RELAY_OFFER) == [ANNA]
    await talkers.say(OLEG, talk, "здесь", 1)
    watch.forward(days=3)
    await look()
    assert await talkers.owed(NoticeKind.RELAY_REMINDER) == [OLEG], "answered is answered"
    await talkers.say(ANNA, talk, "а теперь?", 3)
    watch.forward(days=3)
    await look()
    assert await talkers.owed(NoticeKind.RELAY_REMINDER) == [OLEG, OLEG]


async def test_what_has_not_arrived_is_its_senders_to_know_once(
    talkers: Talkers, shop: Shop, db: Database, watch: Any
) -> None:
    look = WatchConversations(db.write, watch, WorkingTime(RussianWorkingDays(), ZoneInfo("UTC")))
    talk = await talkers.choose(ANNA, shop.oleg)
    await talkers.say(ANNA, talk, "раз", 1)
    await talkers.say(ANNA, talk, "два", 2)
    parcel = await talkers.next(OLEG, talk)
    assert parcel is not None
    for _ in range(2):
        await talkers.carry.unreached([each.id for each in parcel.messages])
    assert await talkers.owed(NoticeKind.RELAY_UNDELIVERED) == [ANNA]
    watch.forward(minutes=16)
    for _ in range(2):
        await look()
    assert await talkers.owed(NoticeKind.RELAY_UNDELIVERED) == [ANNA], "once for all that wait"
    await talkers.say(OLEG, talk, "и обратно", 3)
    watch.forward(minutes=16)
    await look()
    assert await talkers.owed(NoticeKind.RELAY_UNDELIVERED) == [ANNA, OLEG], "each for their own"
    await talkers.carry.failed([parcel.messages[0].id])
    assert await talkers.owed(NoticeKind.RELAY_UNDELIVERED) == [ANNA, OLEG], "the first was told of"
    assert await talkers.bring(OLEG, talk, 5) == ["два"], "what Telegram will not have holds up nothing"


async def test_stars_count_once_a_customer_and_show_from_five_on(
    talkers: Talkers, shop: Shop, db: Database, watch: Any
) -> None:
    talk = await talkers.choose(ANNA, shop.oleg)
    anna = await talkers.person(ANNA)
    await talkers.close(anna, talk)
    with pytest.raises(NotFound):
        await talkers.rate(anna, talk, 5)
    assert await talkers.owed(NoticeKind.RELAY_CLOSED) == [], "nobody answered: there is nothing to rate"
    for stars in (1, 1, 5):
        talk = (await talkers.opens.with_consultant(anna)).conversation.id
        await talkers.say(OLEG, talk, "готово", stars * 100 + talk)
        await talkers.close(await talkers.person(OLEG), talk)
        await talkers.rate(anna, talk, stars)
        with pytest.raises(NotFound):
            await talkers.rate(await talkers.person(OLEG), talk, 5)
        with pytest.raises(NotFound):
            await talkers.rate(await talkers.person(BORIS), talk, 1)
    assert await talkers.owed(NoticeKind.RELAY_CLOSED) == [ANNA] * 3
    async with db.read() as work:
        card = await work.consultants.get(shop.oleg)
    assert card is not None
    assert (card.rating, card.ratings) == (None, 1)
    for number in range(4):
        id = PersonId(5000 + number)
        async with db.write() as work:
            await work.people.add(id, "ru")
        talk = await talkers.choose(id, shop.oleg)
        await talkers.say(OLEG, talk, "готово", 9000 + number)
        await talkers.rate(await talkers.person(id), talk, 4)
    async with db.read() as work:
        cards = [await work.consultants.get(shop.oleg), *(await work.consultants.many([shop.oleg]))]
    assert [(each.rating, each.ratings) for each in cards if each] == [(4.2, 5)] * 2


async def test_unread_first_and_a_word_of_absence(talkers: Talkers, shop: Shop, db: Database, watch: Any) -> None:
    anna, boris = await talkers.choose(ANNA, shop.oleg), await talkers.choose(BORIS, shop.oleg)
    await talkers.say(ANNA, anna, "раз", 1)
    await talkers.say(ANNA, anna, "два", 2)
    watch.forward(minutes=1)
    await talkers.say(BORIS, boris, "три", 1)
    await talkers.say(OLEG, boris, "четыре", 1)
    oleg = await talkers.person(OLEG)
    assert [(each.id, each.unread) for each in (await talkers.lists(oleg)).page.items] == [(anna, 2), (boris, 0)]
    assert (await talkers.home(oleg)).unread == 2
    assert (await talkers.home(await talkers.person(ANNA))).unread == 0
    await talkers.opens(oleg, anna)
    assert (await talkers.home(oleg)).unread == 0
    with pytest.raises(Forbidden):
        await talkers.lists(await talkers.person(ANNA))
    word = LeaveWord(db.write)
    with pytest.raises(Forbidden):
        await word(await talkers.person(ANNA), "я консультант")
    await word(oleg, "  Вернусь   в среду ")
    watch.forward(hours=12)  # past midnight in Moscow
    standing = await talkers.opens(await talkers.person(ANNA), anna)
    assert (standing.on_duty, standing.away, standing.side) == (False, "Вернусь в среду", Side.CUSTOMER)
    await word(oleg, None)
    assert (await talkers.lists(oleg)).away is None
    with pytest.raises(NobodyToWrite):
        await talkers.opens.with_consultant(replace(await talkers.person(ANNA), consultant_id=None))


async def test_one_conversation_however_many_open_it_at_once(talkers: Talkers, shop: Shop, db: Database) -> None:
    async with db.write() as work:
        await work.connection.execute(
            update(customers).where(customers.c.id == shop.anna).values(consultant_id=shop.oleg)
        )
    anna = await talkers.person(ANNA)
    opened = await asyncio.gather(*(talkers.opens.with_consultant(anna) for _ in range(5)))
    assert len({each.conversation.id for each in opened}) == 1
