"""Tickets, their entries, and the topics of the staff's group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Select, and_, bindparam, case, func, or_, select, update
from sqlalchemy import insert as plain_insert

from domain.shared.ids import ConsultantId, PersonId
from domain.tickets.models import LIVE, Category, Entry, EntryKind, NewTicket, Said, State, Ticket, TicketId
from domain.tickets.ports import Which
from domain.tickets.terms import Reason
from storage.connection import ResultRow, for_both, insert, upsert
from storage.shelf import Shelf
from storage.tables import outbox, ticket_entries, ticket_rooms, ticket_staff, tickets

_T, _E = tickets.c, ticket_entries.c
_LIVE = _T.state.in_(sorted(LIVE))
_ONE = _T.id == bindparam("ticket")
_OWN = _T.person_id == bindparam("person")
_ADD = for_both(lambda engine: insert(tickets, engine).on_conflict_do_nothing(index_elements=["person_id", "key"]))
_BY_KEY = select(tickets).where(_OWN, _T.key == bindparam("press"))
_GET = select(tickets).where(_ONE)
_HOLD = _GET.with_for_update()
_SAVE = (
    update(tickets)
    .where(_ONE)
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in ("state", "owner_id", "asked_at", "due_at", "closed_at", "rating", "merged_into")
        }
        | {"version": bindparam("new_version"), "reminded": bindparam("new_reminded")}
    )
)
_COUNTED = update(tickets).where(_ONE).values(version=bindparam("new_version"))
_MERGE = update(tickets).where(_T.merged_into == bindparam("from")).values(merged_into=bindparam("to"))
_NOTE = plain_insert(ticket_entries)
_THREAD = (
    select(ticket_entries)
    .join(tickets, _T.id == _E.ticket_id)
    .where(or_(_ONE, _T.merged_into == bindparam("ticket")))
    .order_by(_E.at, _E.ticket_id, _E.number)
)
_FIRST_LIVE = case((_LIVE, 0), else_=1)
_OF_PERSON = (
    select(tickets, func.count().over().label("total"))
    .where(_OWN)
    .order_by(_FIRST_LIVE, _T.id.desc())
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_LIVE_OF = select(tickets).where(_OWN, _LIVE).order_by(_T.id)
_COUNT_OF = select(func.count()).select_from(tickets).where(_OWN)
_SEEN = or_(
    _T.category != Category.CONSULTANT,
    _T.consultant_id.is_(None),
    _T.consultant_id != bindparam("hidden"),
)
_WANTED = or_(bindparam("all") == 1, _T.category == Category.PERSONAL)
_OF = {
    Which.OPEN: and_(_LIVE, _SEEN, _WANTED),
    Which.MINE: and_(_LIVE, _SEEN, _WANTED, _T.owner_id == bindparam("owner")),
    Which.ENDED: and_(~_LIVE, _SEEN, _WANTED),
}
_TURN = case((_T.state == State.OPEN, 0), else_=1)


def _list(which: Which) -> Select[*tuple[object, ...]]:
    order = (_T.closed_at.desc(), _T.id.desc()) if which is Which.ENDED else (_TURN, _T.due_at, _T.id)
    return select(tickets).where(_OF[which]).order_by(*order).offset(bindparam("skip")).limit(bindparam("most"))


_LISTED = {which: _list(which) for which in Which}
_COUNT = {which: select(func.count()).select_from(tickets).where(_OF[which]) for which in Which}
_WAITING = (
    select(tickets).where(_T.state == State.OPEN, _T.reminded != int(sum(Reason, Reason(0)))).order_by(_T.due_at, _T.id)
)
_IN_ROOM = select(ticket_rooms.c.ticket_id).where(
    ticket_rooms.c.group_id == bindparam("group"), ticket_rooms.c.thread == bindparam("topic")
)
_TOLD = select(outbox.c.subject).where(
    outbox.c.person_id == bindparam("person"),
    outbox.c.message_id == bindparam("message"),
    outbox.c.subject >= "ticket:",
    outbox.c.subject < "ticket;",
)
_ROOM = select(ticket_rooms).where(ticket_rooms.c.ticket_id == bindparam("ticket"))
_SET_ROOM = for_both(lambda engine: upsert(ticket_rooms, engine, ["ticket_id"], ["group_id", "thread"]))
_NAMES = select(ticket_staff).where(ticket_staff.c.person_id.in_(bindparam("ids", expanding=True)))
_SET_NAME = for_both(lambda engine: upsert(ticket_staff, engine, ["person_id"], ["name_sealed"]))
_AVERAGE = select(func.count(_T.rating), func.coalesce(func.sum(_T.rating), 0))


class Tickets(Shelf):
    """Implements domain.tickets.ports.Tickets."""

    __slots__ = ()

    async def add(self, new: NewTicket) -> tuple[Ticket, bool]:
        values = {
            "person_id": new.person_id,
            "key": new.key,
            "category": new.category,
            "state": State.OPEN,
            "consultant_id": new.consultant_id,
            "opened_at": new.at,
            "asked_at": new.at,
            "due_at": new.due_at,
            "version": 0,
            "reminded": 0,
        }
        added = await self._run(_ADD[self._engine], values)
        row = (await self._run(_BY_KEY, {"person": new.person_id, "press": new.key})).one()
        return _ticket(row), bool(added.rowcount)

    async def get(self, ticket_id: TicketId) -> Ticket | None:
        row = (await self._run(_GET, {"ticket": ticket_id})).first()
        return None if row is None else _ticket(row)

    async def hold(self, ticket_id: TicketId) -> Ticket | None:
        still = self._work.writing and self._engine == "postgresql"
        row = (await self._run(_HOLD if still else _GET, {"ticket": ticket_id})).first()
        return None if row is None else _ticket(row)

    async def note(
        self, ticket: Ticket, kind: EntryKind, author: PersonId | None, at: datetime, said: Said | None = None
    ) -> Ticket:
        number, said = ticket.version + 1, said or Said()
        row = f"{ticket.id}:{number}"
        values = {
            "ticket_id": ticket.id,
            "number": number,
            "kind": kind,
            "author_id": author,
            "at": at,
            "text_sealed": self._seal(said.text or None, "ticket_entries", "text", row),
            "photo_sealed": self._seal(said.photo, "ticket_entries", "photo", row),
        }
        await self._run(_NOTE, values)
        await self._run(_COUNTED, {"ticket": ticket.id, "new_version": number})
        return replace(ticket, version=number)

    async def save(self, ticket: Ticket) -> None:
        values = {
            "ticket": ticket.id,
            "new_state": ticket.state,
            "new_owner_id": ticket.owner_id,
            "new_asked_at": ticket.asked_at,
            "new_due_at": ticket.due_at,
            "new_closed_at": ticket.closed_at,
            "new_rating": ticket.rating,
            "new_merged_into": ticket.merged_into,
            "new_version": ticket.version,
            "new_reminded": ticket.reminded,
        }
        await self._run(_SAVE, values)

    async def merge(self, ticket_id: TicketId, into: TicketId) -> None:
        await self._run(_MERGE, {"from": ticket_id, "to": into})

    async def thread(self, ticket_id: TicketId) -> Sequence[Entry]:
        return [self._entry(row) for row in (await self._run(_THREAD, {"ticket": ticket_id})).all()]

    async def of_person(self, person_id: PersonId, offset: int, limit: int) -> tuple[Sequence[Ticket], int]:
        rows = (await self._run(_OF_PERSON, {"person": person_id, "skip": offset, "most": limit})).all()
        total = rows[0].total if rows else (await self._run(_COUNT_OF, {"person": person_id})).scalar_one()
        return [_ticket(row) for row in rows], total

    async def live_of(self, person_id: PersonId) -> Sequence[Ticket]:
        return [_ticket(row) for row in (await self._run(_LIVE_OF, {"person": person_id})).all()]

    async def listed(
        self,
        which: Which,
        owner: PersonId,
        hidden: ConsultantId | None,
        offset: int,
        limit: int,
        *,
        personal_only: bool = False,
    ) -> tuple[Sequence[Ticket], int]:
        values = {"hidden": hidden or 0, "all": int(not personal_only)}
        if which is Which.MINE:
            values["owner"] = owner
        rows = (await self._run(_LISTED[which], {**values, "skip": offset, "most": limit})).all()
        total: int = (await self._run(_COUNT[which], values)).scalar_one()
        return [_ticket(row) for row in rows], total

    async def waiting(self) -> Sequence[Ticket]:
        return [_ticket(row) for row in (await self._run(_WAITING)).all()]

    async def in_room(self, group: PersonId, thread: int) -> TicketId | None:
        found = (await self._run(_IN_ROOM, {"group": group, "topic": thread})).scalar_one_or_none()
        return None if found is None else TicketId(found)

    async def told(self, person_id: PersonId, message_id: int) -> TicketId | None:
        found = (await self._run(_TOLD, {"person": person_id, "message": message_id})).scalars().first()
        return None if found is None else TicketId(int(str(found).partition(":")[2]))

    async def room(self, ticket_id: TicketId) -> tuple[PersonId, int] | None:
        row = (await self._run(_ROOM, {"ticket": ticket_id})).first()
        return None if row is None else (PersonId(row.group_id), row.thread)

    async def set_room(self, ticket_id: TicketId, group: PersonId, thread: int) -> None:
        await self._run(_SET_ROOM[self._engine], {"ticket_id": ticket_id, "group_id": group, "thread": thread})

    async def names(self, ids: Collection[PersonId]) -> Mapping[PersonId, str]:
        if not ids:
            return {}
        rows = (await self._run(_NAMES, {"ids": sorted(ids)})).all()
        opened = {
            PersonId(row.person_id): self._open(row.name_sealed, "ticket_staff", "name", row.person_id) for row in rows
        }
        return {id_: name for id_, name in opened.items() if name}

    async def set_name(self, person_id: PersonId, name: str) -> None:
        sealed = self._seal(name, "ticket_staff", "name", person_id)
        await self._run(_SET_NAME[self._engine], {"person_id": person_id, "name_sealed": sealed})

    async def average(self) -> tuple[int, int]:
        count, total = (await self._run(_AVERAGE)).one()
        return int(count), int(total)

    def _entry(self, row: ResultRow) -> Entry:
        spot = f"{row.ticket_id}:{row.number}"
        return Entry(
            ticket_id=TicketId(row.ticket_id),
            number=row.number,
            kind=EntryKind(row.kind),
            at=row.at,
            author_id=None if row.author_id is None else PersonId(row.author_id),
            text=self._open(row.text_sealed, "ticket_entries", "text", spot) or "",
            photo=self._open(row.photo_sealed, "ticket_entries", "photo", spot),
        )


def _ticket(row: ResultRow) -> Ticket:
    return Ticket(
        id=TicketId(row.id),
        person_id=PersonId(row.person_id),
        category=Category(row.category),
        state=State(row.state),
        opened_at=row.opened_at,
        asked_at=row.asked_at,
        due_at=row.due_at,
        consultant_id=None if row.consultant_id is None else ConsultantId(row.consultant_id),
        owner_id=None if row.owner_id is None else PersonId(row.owner_id),
        closed_at=row.closed_at,
        rating=row.rating,
        merged_into=None if row.merged_into is None else TicketId(row.merged_into),
        version=row.version,
        reminded=row.reminded,
    )
