"""Notices about one's own data in words, and the files they bring."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, Protocol

from domain.notices.models import NoticeKind
from domain.people.models import Person
from domain.personal.questions import ShowNews
from domain.personal.use_cases import AskCopy, DecideRequest
from domain.shared.errors import DomainError
from handlers.privacy.callbacks import ShowRequest
from handlers.privacy.mydata_views import PRIVACY
from handlers.privacy.news import news_screen
from handlers.privacy.papers import act_sections, sections
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
