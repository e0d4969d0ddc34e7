"""An announcement while it is being put together: kept with the conversation, read from what is typed."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.broadcasts.kinds import BroadcastKind
from domain.broadcasts.links import InvalidLink, Link, PromotionLink, WebLink, check_link, link_of, plain_link
from domain.broadcasts.models import Announcement
from domain.broadcasts.segments import CustomersOf, InvalidSegment, Segment, SpentFrom, plain, segment_of
from domain.broadcasts.times import Times, plain_times, times_of
from domain.broadcasts.use_cases import MOST_PICTURES
from domain.pricing.promotions import PromotionId
from domain.shared.errors import Stale
from domain.shared.ids import ConsultantId, new_press_key
from domain.shared.localised import Localised
from domain.shared.money import rubles

_AMOUNT = re.compile(r"([0-9][0-9\s]{0,11})(?:₽|руб\w*\.?|rub\w*)?\s*(?:(?:за|for|in|/)\s*([0-9]{1,5})\b.*)?", re.ASCII)
_ADDRESS = re.compile(r"\S+://\S+$|\b(?:www\.)\S+$")


@dataclass(frozen=True, slots=True)
class Draft:
    """Plain values only, so that it can be kept.

    `group` is the album whose pictures are coming in one by one; `own` the consultant whose own it is, 0 for the
    company's.
    """

    key: str
    kind: str = BroadcastKind.NEWS.value
    ru: str = ""
    en: str = ""
    pictures: list[str] = field(default_factory=list)
    group: str = ""
    links: list[dict[str, Any]] = field(default_factory=list)
    promotion: int = 0
    segment: list[dict[str, Any]] = field(default_factory=list)
    times: dict[str, Any] = field(default_factory=lambda: plain_times(Times()))
    asked: str = ""
    own: int = 0

    @property
    def consultant(self) -> ConsultantId | None:
        return ConsultantId(self.own) if self.own else None

    @property
    def announcement(self) -> Announcement:
        return Announcement(
            text=Localised(self.ru, self.en or self.ru),
            kind=BroadcastKind(self.kind),
            segment=segment_of(self.segment),
            pictures=tuple(self.pictures),
            links=tuple(link_of(each) for each in self.links),
            promotion=PromotionId(self.promotion) if self.promotion else None,
            times=times_of(self.times),
            consultant=self.consultant,
        )

    def with_segment(self, segment: Segment) -> Draft:
        return replace(self, segment=plain(segment))

    def with_times(self, times: Times) -> Draft:
        return replace(self, times=plain_times(times))

    def with_link(self, link: Link) -> Draft:
        """With one more button. Raises InvalidLink."""
        check_link(link)
        return replace(self, links=[*(each for each in self.links if each != plain_link(link)), plain_link(link)])

    def without_link(self, number: int) -> Draft:
        return replace(self, links=[each for at, each in enumerate(self.links) if at != number])

    def with_promotion(self, promotion: PromotionId | None, words: Localised) -> Draft:
        """Tells of this price promotion, with a button that opens its terms; None takes both away."""
        others = [each for each in self.links if link_of(each).__class__ is not PromotionLink]
        bare = replace(self, links=others, promotion=promotion or 0)
        return bare if promotion is None else bare.with_link(PromotionLink(int(promotion), words))

    def with_message(self, message: Message) -> Draft:
        """With what was sent: a text takes the place of the text, a picture that of the pictures, the next ones of an
        album come to the first."""
        words = message.html_text if message.text or message.caption else ""
        draft = replace(self, ru=words) if words else self
        if not message.photo:
            return replace(draft, group="")
        picture, group = message.photo[-1].file_id, message.media_group_id or ""
        if group and group == draft.group:
            return replace(draft, pictures=[*draft.pictures, picture][:MOST_PICTURES])
        return replace(draft, pictures=[picture], group=group)


def new_draft(consultant: ConsultantId | None = None) -> Draft:
    """An empty one: the company's, or a consultant's own to their customers."""
    if consultant is None:
        return Draft(new_press_key())
    return Draft(new_press_key(), own=consultant).with_segment(Segment((CustomersOf(consultant),)))


async def draft_of(state: FSMContext) -> Draft:
    """The one that is being made. Raises Stale when there is none."""
    kept = (await state.get_data()).get("announcement")
    if kept is None:
        raise Stale("no announcement is being made")
    return Draft(**kept)


async def keep(draft: Draft, state: FSMContext) -> Draft:
    """Keeps it with the conversation."""
    await state.update_data(announcement=asdict(draft))
    return draft


def typed_link(text: str) -> WebLink:
    """ "Подробнее | More https://…": the words of the button, then the address. Raises InvalidLink."""
    line = " ".join(text.split())
    found = _ADDRESS.search(line)
    if found is None:
        raise InvalidLink("address")
    ru, _, en = (part.strip() for part in line[: found.start()].partition("|"))
    link = WebLink(found.group(), Localised(ru, en or ru))
    check_link(link)
    return link


def typed_amount(text: str) -> SpentFrom:
    """ "5000" or "5 000 ₽ за 90 дней": whole roubles, and over how many days. Raises InvalidSegment."""
    found = _AMOUNT.fullmatch(text.strip().lower())
    if found is None:
        raise InvalidSegment("amount")
    amount = int("".join(found[1].split()))
    return SpentFrom(rubles(amount), int(found[2] or 0))


def typed_days(text: str) -> int:
    """A whole number of days. Raises InvalidSegment."""
    bare = text.strip().split(" ")[0]
    if not (bare.isascii() and bare.isdecimal() and len(bare) <= 5):
        raise InvalidSegment("days")
    return int(bare)
