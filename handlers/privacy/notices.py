"""Notices about one's own data in words, and the files they bring."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol

from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.personal.models import DataRequest
from domain.personal.questions import ShowNews
from domain.personal.use_cases import AskCopy, DecideRequest
from domain.shared.errors import DomainError
from handlers.privacy.callbacks import ShowRequest
from handlers.privacy.mydata_views import PRIVACY
from handlers.privacy.news import news_screen
from handlers.ui.company import Company
from handlers.ui.links import OpenErasure, OpenProfile
from handlers.ui.screen import File, Screen, button, keyboard
from handlers.ui.ways import back, home_below
from locales.translator import Translator

KINDS = frozenset(
    {
        NoticeKind.DATA_CHANGED,
        NoticeKind.DATA_COPY,
        NoticeKind.DATA_REQUEST,
        NoticeKind.REQUEST_NEWS,
        NoticeKind.ERASURE_ASKED,
        NoticeKind.ERASURE_REFUSED,
        NoticeKind.ERASED,
        NoticeKind.ACT,
    }
)
MONEY = frozenset({"price", "discount", "delivery_cost", "goods_full", "total"})


class Papers(Protocol):
    async def make(self, kind: str, data: Any) -> bytes: ...


@dataclass(frozen=True, slots=True)
class PrivacyNotices:
    """Renders the notices of KINDS, from the things as they are when it is sent."""

    ask_copy: AskCopy
    decide_request: DecideRequest
    papers: Papers
    company: Company
    show_news: ShowNews | None = None

    async def render(
        self, kind: NoticeKind, args: Mapping[str, int | str], person: Person, tr: Translator, zone: tzinfo
    ) -> Screen | None:
        """The message to send; None when there is nothing to say any more."""
        match kind:
            case NoticeKind.DATA_COPY:
                return await self._copy(int(args["request"]), str(args["format"]), person, tr, zone)
            case NoticeKind.ACT:
                return await self._act(int(args["request"]), person, tr, zone)
            case NoticeKind.DATA_REQUEST:
                return await self._request(int(args["request"]), str(args["why"]), person, tr, zone)
            case NoticeKind.REQUEST_NEWS:
                news = await self.show_news(person, int(args["request"])) if self.show_news else None
                return None if news is None else news_screen(*news, str(args["what"]), tr, zone)
            case NoticeKind.ERASURE_REFUSED:
                ground = await self.decide_request.ground_of(person, int(args["request"]))
                if ground is None:
                    return None
                rows = [[back(tr, PRIVACY), home_below(tr)]]
                return Screen(tr(f"notice-erasure-refused-{ground}"), keyboard(rows), keep=True)
            case NoticeKind.DATA_CHANGED:
                look = button(tr.plain("access-profile-open"), OpenProfile().pack())
                return Screen(tr("notice-data-changed"), keyboard([[look], [home_below(tr)]]), keep=True)
            case NoticeKind.ERASED:
                return Screen(tr("notice-erased"), keyboard([[home_below(tr)]]), keep=True)
            case _:
                open_it = button(tr.plain("erasure-open"), OpenErasure().pack())
                return Screen(tr("notice-erasure-asked"), keyboard([[open_it], [home_below(tr)]]), keep=True)

    async def _copy(self, request_id: int, format_: str, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        found = await self.ask_copy.collect(person, request_id)
        if found is None:
            return None
        if format_ == "json":
            text = json.dumps(found, ensure_ascii=False, indent=2)
            return Screen(tr("mydata-file-json"), keep=True, file=File("my-data.json", f"{text}\n"))
        lead = tr.plain("mydata-lead", operator=self.company.operator)
        paper = {
            "title": tr.plain("mydata-title"),
            "lead": [lead],
            "sections": sections(found, tr, zone),
            "language": tr.language,
            "brand": self.company.brand,
            "note": "",
        }
        file = File("my-data.pdf", await self.papers.make("dossier", paper))
        return Screen(tr("mydata-file-pdf"), keep=True, file=file)

    async def _act(self, request_id: int, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        request = await self.decide_request.act(person, request_id)
        if request is None or request.decided_at is None:
            return None
        number = str(request.id)
        paper = {
            "title": tr.plain("act-title", number=number),
            "lead": [tr.plain("act-lead", operator=self.company.operator)],
            "sections": act_sections(request, self.company.brand, tr, zone),
            "language": tr.language,
            "brand": self.company.brand,
            "note": tr.plain("act-title", number=number),
        }
        file = File(f"act-{request.id}.pdf", await self.papers.make("dossier", paper))
        return Screen(tr("act-file", number=number), keep=True, file=file)

    async def _request(self, request_id: int, why: str, person: Person, tr: Translator, zone: tzinfo) -> Screen | None:
        try:
            request, _ = await self.decide_request.show(person, request_id)
        except DomainError:
            return None
        if request.decided_at is not None:
            return None
        text = tr(
            f"notice-request-{why}",
            number=str(request.id),
            kind=tr.plain(f"requests-kind-{request.kind}"),
            due=tr.moment(request.due_at, zone),
        )
        look = button(tr.plain("requests-look"), ShowRequest(request=request.id).pack())
        return Screen(text, keyboard([[look], [home_below(tr)]]), keep=True)


Sections = list[tuple[str, list[tuple[str, str]]]]


def sections(found: Mapping[str, Sequence[Mapping[str, Any]]], tr: Translator, zone: tzinfo) -> Sections:
    """Table by table, what has a name for people; the JSON beside it has the rest (inner numbers) too."""
    made: Sections = []
    for table, rows in found.items():
        heading = tr.plain(f"mydata-area-{table}")
        for row in rows:
            lines = [
                (tr.plain(f"mydata-field-{name}"), _said(name, value, row, tr, zone))
                for name, value in row.items()
                if value not in (None, "", []) and tr.has(f"mydata-field-{name}") and not _foreign(name, tr)
            ]
            if lines:
                made.append((heading, lines))
                heading = ""
    return made


def _foreign(name: str, tr: Translator) -> bool:
    """A name in the other language."""
    return name.endswith("_en" if tr.language == "ru" else "_ru")


def _said(name: str, value: Any, row: Mapping[str, Any], tr: Translator, zone: tzinfo) -> str:
    if name in MONEY and isinstance(value, int):
        return tr.money(value, str(row.get("currency", "RUB")))
    if name == "address" and isinstance(value, str) and value.startswith("{"):
        return ", ".join(each for each in json.loads(value).values() if each)
    if isinstance(value, bool):
        return tr.plain("mydata-yes") if value else tr.plain("mydata-no")
    if isinstance(value, str) and len(value) >= 10 and value[4:5] == "-" and value[:4].isdecimal():
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return value
        return tr.date(at.date()) if at.tzinfo is None else tr.moment(at, zone)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def act_sections(request: DataRequest, system: str, tr: Translator, zone: tzinfo) -> Sections:
    """What order 179 wants of an act: whose, what, where, why, when, by whom; and the extract of the log."""
    decided = request.decided_at or request.due_at
    facts = [
        (tr.plain("act-subject"), tr.plain("act-subject-number", number=str(request.customer_id))),
        (tr.plain("act-system"), system),
        (tr.plain("act-reason"), tr.plain(f"act-reason-{request.kind}")),
        (tr.plain("act-asked"), tr.moment(request.asked_at, zone)),
        (tr.plain("act-at"), tr.moment(decided, zone)),
        (tr.plain("act-by"), str(request.decided_by)),
        (tr.plain("act-way"), tr.plain("act-way-words")),
    ]
    log = [(tr.plain(f"mydata-area-{table}"), str(count)) for table, count in request.destroyed]
    return [(tr.plain("act-facts"), facts), (tr.plain("act-log"), log)]
