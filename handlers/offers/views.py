"""How managing promotions on prices looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta, tzinfo

from aiogram.types import InlineKeyboardButton

from domain.catalog.models import Category
from domain.deals.manage import PromotionSheet
from domain.deals.models import KeptPromoCode, KeptPromotion
from domain.pricing.promotions import Promotion, PromotionKind, Segment
from domain.shared.paging import Page
from handlers.offers.callbacks import (
    AskField,
    AskNewCode,
    ChooseKind,
    Field,
    FlipCategory,
    FlipSegment,
    FlipSwitch,
    NewOffer,
    OpenOffer,
    SaveOffer,
    ShowCategories,
    ShowDraft,
    Switch,
    SwitchCode,
    SwitchOffer,
)
from handlers.offers.draft import Draft
from handlers.ui.links import OpenAdmin, OpenOffers
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from locales.translator import Translator

NAME = 44


def offers_screen(page: Page[KeptPromotion], tr: Translator) -> Screen:
    """A page of them; each opens."""
    rows = [[button(_brief(kept, tr), OpenOffer(promotion=kept.promotion.id).pack())] for kept in page.items]
    turn = pager(page, tr, lambda number: OpenOffers(page=number).pack())
    new = [button(tr.plain("offers-new"), NewOffer().pack())]
    text = tr("offers-title", count=page.total)
    return Screen(text, keyboard([*rows, turn, new, [back(tr, OpenAdmin().pack()), home(tr)]]))


def _brief(kept: KeptPromotion, tr: Translator) -> str:
    return tr.plain("offer-on" if kept.is_on else "offer-off", title=cut(kept.promotion.title[tr.language], NAME))


def offer_screen(sheet: PromotionSheet, tr: Translator, zone: tzinfo) -> Screen:
    """One promotion with its codes."""
    promotion, on = sheet.kept.promotion, sheet.kept.is_on
    lines = [
        tr("offer-title", title=promotion.title[tr.language]),
        tr("offer-state-on" if on else "offer-state-off"),
        "",
        *terms_lines(promotion, tr, zone),
    ]
    if sheet.codes:
        lines += ["", tr("offer-codes"), *(_code(code, tr, zone) for code in sheet.codes)]
    codes = [
        [
            button(
                tr.plain("offer-code-pause" if code.is_on else "offer-code-resume", code=code.code),
                SwitchCode(code=code.id, on=not code.is_on).pack(),
            )
        ]
        for code in sheet.codes
    ]
    new_code = [[button(tr.plain("offer-new-code"), AskNewCode(promotion=promotion.id).pack())]]
    rows = [
        [
            button(
                tr.plain("offer-pause" if on else "offer-resume"), SwitchOffer(promotion=promotion.id, on=not on).pack()
            )
        ],
        *(new_code if promotion.by_code else []),
        *codes,
        [back(tr, OpenOffers().pack()), home(tr)],
    ]
    return Screen("\n".join(lines), keyboard(rows))


def _code(code: KeptPromoCode, tr: Translator, zone: tzinfo) -> str:
    parts = [tr("offer-code-line", code=code.code, used=code.used)]
    if code.limit is not None:
        parts.append(tr("offer-code-limit", limit=code.limit))
    if code.expires_at is not None:
        last = (code.expires_at - timedelta(seconds=1)).astimezone(zone).date()
        parts.append(tr("offer-code-until", day=tr.date(last)))
    return ", ".join(parts)


def terms_lines(promotion: Promotion, tr: Translator, zone: tzinfo) -> list[str]:
    """What it gives, on what, to whom and when."""
    terms = promotion.conditions
    lines = [_gives(promotion, tr)]
    if terms.products or terms.categories:
        lines.append(tr("offer-goods", products=len(terms.products), categories=len(terms.categories)))
    else:
        lines.append(tr("offer-all-goods"))
    if terms.from_goods.minor:
        lines.append(tr("offer-from", amount=tr.money(terms.from_goods.minor)))
    if terms.starts_at is not None:
        lines.append(tr("offer-starts", day=tr.date(terms.starts_at.astimezone(zone).date())))
    if terms.ends_at is not None:
        last = (terms.ends_at - timedelta(seconds=1)).astimezone(zone).date()
        lines.append(tr("offer-ends", day=tr.date(last)))
    lines += [tr(f"offer-segment-{segment}") for segment in Segment if segment in terms.segments]
    switches = {
        Switch.FIRST_ORDER: terms.first_order,
        Switch.BIRTHDAY: terms.birthday,
        Switch.ALONE: promotion.alone,
        Switch.BY_CODE: promotion.by_code,
    }
    lines += [tr(f"offer-switch-{switch}") for switch, on in switches.items() if on]
    if promotion.priority:
        lines.append(tr("offer-priority", number=promotion.priority))
    return lines


def _gives(promotion: Promotion, tr: Translator) -> str:
    match promotion.kind:
        case PromotionKind.PERCENT:
            return tr("offer-gives-percent", percent=promotion.value)
        case PromotionKind.AMOUNT:
            return tr("offer-gives-amount", amount=tr.money(promotion.value))
        case PromotionKind.FIXED_PRICE:
            return tr("offer-gives-fixed", amount=tr.money(promotion.value))
        case PromotionKind.N_PLUS_M:
            return tr("offer-gives-share", buy=promotion.buy, free=promotion.free)
        case PromotionKind.GIFT:
            return tr("offer-gives-gift", count=len(promotion.gifts))
        case PromotionKind.POINTS:
            return tr("offer-gives-points", count=promotion.value)
        case PromotionKind.FREE_DELIVERY:
            return tr("offer-gives-delivery")


def kinds_screen(tr: Translator) -> Screen:
    """What kind it shall be."""
    rows = [[button(tr.plain(f"offer-kind-{kind}"), ChooseKind(kind=kind).pack())] for kind in PromotionKind]
    return Screen(tr("offer-kind-ask"), keyboard([*rows, [back(tr, OpenOffers().pack()), home(tr)]]))


def draft_screen(draft: Draft, tr: Translator, zone: tzinfo) -> Screen:
    """The promotion as it stands, every part of it a button; it can be published once nothing is missing.

    What it cannot do without is asked right here, so that it need only be typed.
    """
    promotion = draft.promotion()
    title = draft.ru if tr.language == "ru" else draft.en
    lines = [tr("offer-draft", title=title or tr.plain("offer-untitled")), ""]
    valued = draft.value or draft.buy or draft.gifts or promotion.kind is PromotionKind.FREE_DELIVERY
    lines += terms_lines(promotion, tr, zone) if valued else [tr(f"offer-kind-{promotion.kind}")]
    if draft.names:
        lines.append(tr("offer-names", names=", ".join(draft.names)))
    gift = promotion.kind is PromotionKind.GIFT
    fields = [
        *([] if promotion.kind in {PromotionKind.GIFT, PromotionKind.FREE_DELIVERY} else [Field.VALUE]),
        Field.TITLE,
        Field.GOODS,
        Field.THRESHOLD,
        Field.PERIOD,
        Field.PRIORITY,
    ]
    asks = [
        button(
            tr.plain("offer-field-gifts" if gift and each is Field.GOODS else f"offer-field-{each}"),
            AskField(field=each).pack(),
        )
        for each in fields
    ]
    asks.append(button(tr.plain("offer-field-categories"), ShowCategories().pack()))
    segments = [
        button(_mark(tr.plain(f"offer-segment-{each}"), each in draft.segments, tr), _segment(draft, each))
        for each in Segment
    ]
    switches = [
        button(_mark(tr.plain(f"offer-switch-{each}"), getattr(draft, each), tr), _flip(draft, each)) for each in Switch
    ]
    save = [button(tr.plain("offer-save"), SaveOffer(key=draft.key).pack())] if draft.missing is None else []
    if draft.missing is not None:
        lines += ["", _question(draft.missing, draft, tr)]
    rows = [*_pairs(asks), *_pairs(segments), *_pairs(switches), save, [back(tr, OpenOffers().pack()), home(tr)]]
    return Screen("\n".join(lines), keyboard(rows))


def _pairs(items: Sequence[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [list(items[at : at + 2]) for at in range(0, len(items), 2)]


def _mark(words: str, on: bool, tr: Translator) -> str:
    return tr.plain("offer-marked" if on else "offer-unmarked", words=words)


def _segment(draft: Draft, segment: Segment) -> str:
    return FlipSegment(segment=segment, on=segment not in draft.segments).pack()


def _flip(draft: Draft, switch: Switch) -> str:
    return FlipSwitch(switch=switch, on=not getattr(draft, switch)).pack()


def field_screen(field: Field, draft: Draft, tr: Translator) -> Screen:
    """Asks for one part of it."""
    return Screen(_question(field, draft, tr), keyboard([[back(tr, ShowDraft().pack()), home(tr)]]))


def _question(field: Field, draft: Draft, tr: Translator) -> str:
    key = f"offer-ask-{field}"
    if field is Field.VALUE:
        key = f"offer-ask-value-{draft.kind}"
    if field is Field.GOODS and draft.kind == PromotionKind.GIFT:
        key = "offer-ask-gifts"
    return tr(key)


def categories_screen(categories: Sequence[Category], draft: Draft, tr: Translator) -> Screen:
    """The categories it may be on."""
    buttons = [
        button(
            _mark(category.name[tr.language], category.id in draft.categories, tr),
            FlipCategory(category=category.id, on=category.id not in draft.categories).pack(),
        )
        for category in categories
    ]
    return Screen(tr("offer-categories"), keyboard([*_pairs(buttons), [back(tr, ShowDraft().pack()), home(tr)]]))


def code_screen(promotion_id: int, tr: Translator) -> Screen:
    """Asks for a new code."""
    rows = [[back(tr, OpenOffer(promotion=promotion_id).pack()), home(tr)]]
    return Screen(tr("offer-ask-code"), keyboard(rows))
