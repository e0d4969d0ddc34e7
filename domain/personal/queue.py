"""What every request in the officer's queue has in common."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from domain.notices.models import Notice, NoticeKind
from domain.personal.errors import AlreadyEnded, WordsNeeded
from domain.personal.models import WORDS, DataRequest, Kind, State
from domain.personal.ports import PersonalWork
from domain.shared.errors import NotFound
from domain.shared.ids import PersonId


async def open_request(
    work: PersonalWork, request_id: int, kinds: Collection[Kind] = frozenset(Kind) - {Kind.ACCESS}
) -> DataRequest:
    """An open request of these kinds, its cabinet held still. Raises NotFound, AlreadyEnded."""
    known = await work.data_requests.get(request_id)
    if known is None or known.kind not in kinds:
        raise NotFound(f"request {request_id}")
    await work.bindings.hold(known.customer_id)
    request = await work.data_requests.get(request_id)
    if request is None or request.state is not State.OPEN:
        raise AlreadyEnded
    return request


async def tell_officers(work: PersonalWork, officers: Collection[PersonId], request: DataRequest, why: str) -> None:
    """Owes each officer a notice; the same one only once, and once more after the term was put off."""
    moment = f"{why}+" if request.extended else why
    for officer in officers:
        key = f"request:{request.id}:{moment}:{officer}"
        await work.outbox.put(Notice(officer, NoticeKind.DATA_REQUEST, key, {"request": request.id, "why": why}))


async def tell_asker(work: PersonalWork, request: DataRequest, what: str = "decided") -> None:
    """Owes the person who asked the news; what it says is read when it is sent."""
    if request.person_id is not None:
        args: dict[str, int | str] = {"request": request.id, "what": what}
        key = f"request:{request.id}:{what}"
        await work.outbox.put(Notice(request.person_id, NoticeKind.REQUEST_NEWS, key, args))


async def unblock(work: PersonalWork, request: DataRequest, at: datetime) -> None:
    """What the request had blocked is used again."""
    if request.about is not None:
        form = await work.forms.get(request.customer_id)
        await work.forms.save(request.customer_id, replace(form, blocked=form.blocked - {request.about}), at)


def said(text: str) -> str:
    """A text in one request or answer, trimmed. Raises WordsNeeded."""
    words = text.strip()
    if not WORDS[0] <= len(words) <= WORDS[1]:
        raise WordsNeeded(*WORDS)
    return words
