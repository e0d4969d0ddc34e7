"""What people are told of and about announcements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from domain.broadcasts.models import BroadcastId, BroadcastState
from domain.broadcasts.use_cases import BroadcastForPerson, Due, ManageBroadcasts
from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.shared.errors import Forbidden, NotFound
from handlers.broadcasts.callbacks import OpenBroadcast
from handlers.broadcasts.views import message_screen
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import home_below
from locales.translator import Html, Translator

MADE = 100
KINDS = frozenset(
    {NoticeKind.BROADCAST, NoticeKind.BROADCAST_ASKED, NoticeKind.BROADCAST_ANSWERED, NoticeKind.BROADCAST_MISSED}
)


@dataclass(frozen=True, slots=True)
class BroadcastNotices:
    """Renders them from the things as they are now."""

    for_person: BroadcastForPerson
    manage: ManageBroadcasts
    made: dict[tuple[BroadcastId, str], tuple[Due, Screen]] = field(default_factory=dict, compare=False, repr=False)
    """Everybody of a language gets the same message: it is made once."""

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more."""
        id = BroadcastId(int(args["broadcast"]))
        if kind is NoticeKind.BROADCAST:
            due = await self.for_person(person, id)
            return None if due is None else self._message(due, id, tr)
        try:
            broadcast = (await self.manage.open(person, id)).broadcast
        except (Forbidden, NotFound):
            return None
        if kind is NoticeKind.BROADCAST_ASKED:
            if broadcast.state is not BroadcastState.AWAITING:
                return None
            return _told(tr("broadcast-asked", id=str(id)), id, tr)
        if kind is NoticeKind.BROADCAST_ANSWERED:
            key = "broadcast-refused" if broadcast.state is BroadcastState.CANCELLED else "broadcast-approved"
            return _told(tr(key, id=str(id)), id, tr)
        came = tr.moment(datetime.fromtimestamp(int(args["due"]), UTC), zone)
        if args["why"] == "zones":
            return _told(tr("broadcast-missed-zones", id=str(id), count=int(args["number"])), id, tr)
        key = "broadcast-missed-promotion" if args["why"] == "promotion" else "broadcast-missed-late"
        return _told(tr(key, id=str(id), due=came), id, tr)

    def _message(self, due: Due, id: BroadcastId, tr: Translator) -> Screen:
        made = self.made.get((id, tr.language))
        if made is None or made[0].what is not due.what or made[0].author != due.author:
            if len(self.made) >= MADE:
                self.made.clear()
            made = self.made[id, tr.language] = (due, message_screen(due.what, id, tr, due.author))
        return made[1]


def _told(words: Html, id: BroadcastId, tr: Translator) -> Screen:
    opens = [button(tr.plain("broadcast-open"), OpenBroadcast(broadcast=id).pack())]
    return Screen(words, keyboard([opens, [home_below(tr)]]), keep=True)
