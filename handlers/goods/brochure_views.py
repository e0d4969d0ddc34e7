"""How brochures are asked for, and what is printed on them."""

from __future__ import annotations

from domain.goods.brochures import Brochure, Printed, Shape, Theme
from handlers.catalog.callbacks import OpenCategory
from handlers.goods.callbacks import MakeBrochure, OpenBrochure
from handlers.goods.printed import Card, Contacts, Leaflet, Section, Shade
from handlers.ui.company import Company
from handlers.ui.links import OpenCatalog
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.ways import back, home
from locales.translator import Translator

THEMES = (Theme.ALL, Theme.OFFERS, Theme.FAVOURITES, Theme.SELECTION)


def brochure_screen(asked: OpenBrochure, tr: Translator) -> Screen:
    """One press on a shape makes it."""
    shapes = [
        [
            button(
                tr.plain(f"brochure-shape-{shape}"),
                MakeBrochure(theme=asked.theme, shape=shape, category=asked.category, prices=asked.prices).pack(),
            )
        ]
        for shape in Shape
    ]
    other = asked.model_copy(update={"prices": not asked.prices})
    prices = [button(tr.plain("brochure-prices-on" if asked.prices else "brochure-prices-off"), other.pack())]
    themes = [
        button(_marked(tr.plain(f"brochure-theme-{theme}"), theme == asked.theme), _theme(theme, asked).pack())
        for theme in THEMES
    ]
    rows = [] if asked.theme is Theme.CATEGORY else [themes[:2], themes[2:]]
    before = OpenCategory(category=asked.category).pack() if asked.theme is Theme.CATEGORY else OpenCatalog().pack()
    return Screen(tr("brochure-ask"), keyboard([*rows, *shapes, prices, [back(tr, before), home(tr)]]))


def _theme(theme: Theme, asked: OpenBrochure) -> OpenBrochure:
    return OpenBrochure(theme=theme, prices=asked.prices)


def _marked(text: str, is_chosen: bool) -> str:
    return f"✓ {text}" if is_chosen else text


def progress_screen(made: int, count: int, tr: Translator) -> Screen:
    """How far it is."""
    if made >= count:
        return Screen(tr("brochure-printing"), keep=True)
    return Screen(tr("brochure-progress", made=made, count=count), keep=True)


def caption(brochure: Brochure, tr: Translator) -> str:
    """What stands under the file."""
    return tr(f"brochure-ready-{brochure.wish.shape}", title=title(brochure, tr), count=len(brochure.items))


def title(brochure: Brochure, tr: Translator) -> str:
    """What the brochure is called."""
    if brochure.wish.theme is Theme.CATEGORY:
        return brochure.items[0].category[tr.language]
    return tr.plain(f"brochure-title-{brochure.wish.theme}")


def leaflet(brochure: Brochure, company: Company, tr: Translator) -> Leaflet:
    """Everything that is printed, in words; pictures by their keys."""
    sections: dict[int, list[Printed]] = {}
    for item in brochure.items:
        sections.setdefault(item.category_id, []).append(item)
    is_one = brochure.wish.theme is Theme.CATEGORY
    return Leaflet(
        language=tr.language,
        shape=brochure.wish.shape,
        brand=company.brand,
        title=title(brochure, tr),
        cover=f"category/{brochure.items[0].category_slug}" if is_one else "catalog",
        sections=tuple(
            Section(items[0].category[tr.language], tuple(_card(each, brochure, tr) for each in items))
            for items in sections.values()
        ),
        contacts=_contacts(brochure, company, tr),
        contents=tr.plain("brochure-contents"),
        note=tr.plain(
            "brochure-note" if brochure.wish.prices else "brochure-note-no-prices", operator=company.operator
        ),
    )


def _card(item: Printed, brochure: Brochure, tr: Translator) -> Card:
    marks = [tr.plain(f"brochure-mark-{name}") for name, on in (("new", item.is_new), ("hit", item.is_hit)) if on]
    facts = [item.volume[tr.language], tr.plain("brochure-code", code=item.code)]
    shown = item.offer or item.price
    return Card(
        name=item.name[tr.language],
        facts=" · ".join(fact for fact in facts if fact),
        about=item.about[tr.language],
        picture=item.picture or _drawn(item),
        marks=tuple(marks),
        price=tr.money(shown.minor) if brochure.wish.prices else "",
        full_price=tr.money(item.price.minor) if brochure.wish.prices and item.offer is not None else "",
        shades=tuple(Shade(_shade_code(each.code, item), each.name[tr.language], each.hex) for each in item.swatches),
    )


def _shade_code(code: str, item: Printed) -> str:
    """What tells it from the other shades of the product: 01 of 40-0401-01."""
    return code.removeprefix(item.code).lstrip("-./_ ") or code


def _drawn(item: Printed) -> str:
    colour = item.swatches[0].hex.lstrip("#") if item.swatches else "none"
    return f"product/{item.form}/{item.tint.lstrip('#')}/{colour}"


def _contacts(brochure: Brochure, company: Company, tr: Translator) -> Contacts:
    who = brochure.consultant
    if who is None:
        link = f"https://t.me/{company.bot_username}"
        lines = tuple(filter(None, [company.hotline, f"t.me/{company.bot_username}"]))
        return Contacts(company.brand, lines, link, tr.plain("brochure-scan-bot"), None)
    hours = tr.plain("brochure-hours", opens=f"{who.opens:%H:%M}", closes=f"{who.closes:%H:%M}")
    lines = (tr.plain("brochure-consultant"), who.city[tr.language], hours, f"t.me/{company.bot_username}")
    link = company.invite_link(who.invite_code)
    return Contacts(who.name[tr.language], lines, link, tr.plain("brochure-scan"), f"consultant/{who.id}")
