"""What consultants announce to their own clients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, exists, func, select, update
from sqlalchemy import insert as plain_insert

from domain.clients.news import News, NewsId, NewsState
from domain.consents.models import VERSIONS, Purpose
from domain.shared.ids import ConsultantId, PersonId, PressKey
from storage.connection import ResultRow
from storage.shelf import Shelf
from storage.tables import client_news, consents, customers, people

_ONE = client_news.c.id == bindparam("news")
_GET = select(client_news).where(_ONE)
_GET_STILL = _GET.with_for_update()
_BY_KEY = select(client_news).where(client_news.c.key == bindparam("press"))
_ADD = plain_insert(client_news)
_BECOME = update(client_news).where(_ONE).values(state=bindparam("to"), decided_by=bindparam("by"))
_COUNT = (
    select(func.count())
    .select_from(client_news)
    .where(
        client_news.c.consultant_id == bindparam("consultant"),
        client_news.c.at > bindparam("since"),
        client_news.c.state != NewsState.DECLINED,
    )
)
_READERS = (
    select(people.c.id)
    .join(customers, customers.c.id == people.c.customer_id)
    .where(
        customers.c.consultant_id == bindparam("consultant"),
        customers.c.registered,
        people.c.reachable,
        exists().where(
            consents.c.customer_id == customers.c.id,
            consents.c.purpose == Purpose.PROMOTIONS,
            consents.c.version == VERSIONS[Purpose.PROMOTIONS],
            consents.c.withdrawn_at.is_(None),
        ),
    )
    .order_by(people.c.id)
)


class ClientNews(Shelf):
    """Implements domain.clients.news.ClientNewsShelf."""

    __slots__ = ()

    async def add(self, consultant_id: ConsultantId, text: str, key: PressKey, state: NewsState, at: datetime) -> News:
        sealed = self._seal(text, "client_news", "text", key)
        row = {"key": key, "consultant_id": consultant_id, "text_sealed": sealed, "state": state, "at": at}
        await self._run(_ADD, row)
        made = await self.by_key(key)
        if made is None:
            raise LookupError("the announcement just written")
        return made

    async def by_key(self, key: PressKey) -> News | None:
        row = (await self._run(_BY_KEY, {"press": key})).first()
        return None if row is None else self._news(row)

    async def get(self, id: NewsId) -> News | None:
        still = self._work.writing and self._engine == "postgresql"
        row = (await self._run(_GET_STILL if still else _GET, {"news": id})).first()
        return None if row is None else self._news(row)

    async def become(self, id: NewsId, state: NewsState, by: PersonId) -> None:
        await self._run(_BECOME, {"news": id, "to": state, "by": by})

    async def count_since(self, consultant_id: ConsultantId, since: datetime) -> int:
        return int((await self._run(_COUNT, {"consultant": consultant_id, "since": since})).scalar_one())

    async def readers(self, consultant_id: ConsultantId) -> Sequence[PersonId]:
        return [PersonId(each) for each in (await self._run(_READERS, {"consultant": consultant_id})).scalars()]

    def _news(self, row: ResultRow) -> News:
        text = self._open(row.text_sealed, "client_news", "text", row.key) or ""
        return News(row.id, row.consultant_id, text, NewsState(row.state), row.at)
