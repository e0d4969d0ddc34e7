"""Choosing the people of an announcement."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.broadcasts.picking import PickPeople
from domain.broadcasts.rights import require_author
from domain.broadcasts.segments import (
    EVERYBODY,
    BirthdaySoon,
    Condition,
    Consultants,
    CustomersOf,
    FromTown,
    InvalidSegment,
    InZone,
    NeverOrdered,
    OrderedWithin,
    Segment,
    SilentFor,
    SpentFrom,
)
from domain.broadcasts.use_cases import ManageBroadcasts
from domain.people.models import Person
from domain.shared.ids import ConsultantId, PlaceId
from domain.shared.money import rubles
from handlers.broadcasts import people_views
from handlers.broadcasts.callbacks import AddWhom, AddZone, AskWhom, DropWhom, Everybody, ShowPeople, Whom
from handlers.broadcasts.draft import Draft, draft_of, keep, typed_amount, typed_days
from handlers.broadcasts.states import Announcing
from handlers.ui.filters import HasText
from handlers.ui.screen import Answer
from locales.translator import Translator


async def shown_people(
    draft: Draft,
    segment: Segment,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
    *,
    forget: bool = False,
) -> Answer:
    """Keeps the segment and shows how many people it has."""
    draft = await keep(draft.with_segment(segment), state)
    await state.set_state(None)
    count = await manage_broadcasts.audience(person, draft.announcement)
    called = await pick_people.called(segment)
    return Answer(people_views.people_screen(segment, count, called, tr), forget=forget)


async def show_people(
    event: CallbackQuery,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    segment = draft.announcement.segment
    return await shown_people(draft, segment, person, tr, manage_broadcasts, pick_people, state)


async def add_whom(
    event: CallbackQuery,
    callback_data: AddWhom | AddZone | DropWhom | Everybody,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    draft = await draft_of(state)
    segment = draft.announcement.segment
    match callback_data:
        case AddWhom():
            segment = segment.having(_condition(callback_data.whom, callback_data.value))
        case AddZone():
            segment = segment.having(InZone(callback_data.zone))
        case DropWhom():
            segment = segment.without(callback_data.whom.value)
        case _:
            segment = EVERYBODY
    return await shown_people(draft, segment, person, tr, manage_broadcasts, pick_people, state)


async def ask_whom(
    event: CallbackQuery,
    callback_data: AskWhom,
    person: Person,
    tr: Translator,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    require_author(person)
    draft = await draft_of(state)
    if callback_data.whom is Whom.ZONE:
        return Answer(people_views.zones_screen(await pick_people.zones(person), tr))
    await keep(_asked(draft, callback_data.whom), state)
    await state.set_state(Announcing.whom)
    return Answer(people_views.ask_screen(callback_data.whom, tr))


async def take_whom(
    message: Message,
    text: str,
    person: Person,
    tr: Translator,
    manage_broadcasts: ManageBroadcasts,
    pick_people: PickPeople,
    state: FSMContext,
) -> Answer:
    require_author(person)
    draft = await draft_of(state)
    whom = Whom(draft.asked or Whom.TOWN)
    try:
        if whom is Whom.CUSTOMERS_OF:
            found = await pick_people.consultants(person, text)
            if len(found) > 1:
                return Answer(people_views.consultants_screen(found, tr), forget=True)
            condition: Condition | None = CustomersOf(found[0].id) if found else None
        elif whom is Whom.TOWN:
            towns = await pick_people.towns(person, text)
            if len(towns) > 1:
                return Answer(people_views.towns_screen(towns, tr), forget=True)
            condition = FromTown(towns[0].id) if towns else None
        elif whom is Whom.SPENT:
            condition = typed_amount(text)
        else:
            condition = _condition(whom, typed_days(text))
        if condition is None:
            return Answer(people_views.ask_screen(whom, tr, tr("broadcast-nobody-found")), forget=True)
        segment = draft.announcement.segment.having(condition)
    except InvalidSegment:
        return Answer(people_views.ask_screen(whom, tr, tr("broadcast-not-understood")), forget=True)
    return await shown_people(draft, segment, person, tr, manage_broadcasts, pick_people, state, forget=True)


def _asked(draft: Draft, whom: Whom) -> Draft:
    return replace(draft, asked=whom.value)


def _condition(whom: Whom, value: int) -> Condition:
    match whom:
        case Whom.CONSULTANTS:
            return Consultants()
        case Whom.CUSTOMERS_OF:
            return CustomersOf(ConsultantId(value))
        case Whom.TOWN:
            return FromTown(PlaceId(value))
        case Whom.ORDERED:
            return OrderedWithin(value)
        case Whom.SILENT:
            return SilentFor(value)
        case Whom.SPENT:
            return SpentFrom(rubles(value))
        case Whom.NEVER_ORDERED:
            return NeverOrdered()
        case Whom.BIRTHDAY:
            return BirthdaySoon()
        case Whom.ZONE:
            raise InvalidSegment("zone")


def router() -> Router:
    """The handlers of choosing people."""
    people = Router(name="announcing-people")
    people.callback_query.register(show_people, ShowPeople.filter())
    for added in (AddWhom, AddZone, DropWhom, Everybody):
        people.callback_query.register(add_whom, added.filter())
    people.callback_query.register(ask_whom, AskWhom.filter())
    people.message.register(take_whom, StateFilter(Announcing.whom), HasText())
    return people
