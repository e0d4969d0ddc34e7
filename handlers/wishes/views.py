"""How favourites, what was seen, comparing and the details of a product look."""

from __future__ import annotations

from typing import Literal

from aiogram.types import InlineKeyboardButton

from domain.catalog.models import Article, Product, ProductBrief
from domain.shared.ids import ArticleId
from domain.shared.paging import Page
from domain.wishes.models import Comparison, Details, Marks
from handlers.catalog.callbacks import OpenProduct
from handlers.catalog.lists import (
    COMPARED,
    FAVOURITES,
    SEEN,
    OpenComparison,
    OpenFavourites,
    OpenSeen,
    OpenShades,
    came_from,
)
from handlers.catalog.pictures import picture_of
from handlers.catalog.swatch import dot
from handlers.ui.links import OpenCatalog, ShareProduct
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.ui.ways import back, home
from handlers.wishes.callbacks import DropCompared, Favour, LikeShade, OpenDetails, PutToCompare, Watch
from locales.translator import Translator

_CATALOG = OpenCatalog().pack()
RELATED = 4
LONG, SHORT = 300, 180


def mark_lines(marks: Marks, tr: Translator) -> list[str]:
    """What a card says of the catalog of these days."""
    lines: list[str] = []
    if marks.series is not None:
        lines.append(tr("product-series", name=marks.series[tr.language]))
    if marks.days_left is not None:
        key = "product-offer-days" if marks.is_offer else "product-days"
        lines.append(tr(key, count=marks.days_left + 1))
    return lines


def mark_rows(
    product: Product, article: Article | None, marks: Marks, page: int, tr: Translator
) -> list[list[InlineKeyboardButton]]:
    """Details, favourites and comparing; watching for what is out of stock; the shade finder."""
    at = {"product": product.id, "article": article.id if article else 0, "page": page}
    rows: list[list[InlineKeyboardButton]] = []
    if article is not None and article.stock <= 0 and product.on_sale:
        watched = article.id in marks.watched
        key = "wish-unwatch" if watched else "wish-watch"
        rows.append([button(tr.plain(key), Watch(**at, on=not watched).pack())])
    favour = button(
        tr.plain("wish-unfavour" if marks.is_favourite else "wish-favour"),
        Favour(**at, on=not marks.is_favourite).pack(),
    )
    if marks.is_compared:
        compare = button(tr.plain("wish-compared", count=marks.compared), OpenComparison().pack())
    else:
        compare = button(tr.plain("wish-compare"), PutToCompare(**at, on=True).pack())
    rows.append([button(tr.plain("wish-details"), OpenDetails(**at).pack()), favour])
    shades = []
    if product.has_shades:
        chosen = article is not None and article.hex is not None
        finder = LikeShade(article=article.id).pack() if chosen and article else OpenShades(product=product.id).pack()
        shades = [button(tr.plain("shades-like" if chosen else "shades-find"), finder)]
    rows.append([compare, *shades])
    share = ShareProduct(product=product.id, article=article.id if article else 0).pack()
    rows.append([button(tr.plain("relay-share"), share)])
    return rows


def details_screen(
    product: Product, details: Details, article_id: ArticleId, page: int, picture: int, tr: Translator
) -> Screen:
    """Composition, use, videos and what goes with the product; its pictures are turned over here."""
    pictures = album(product, details)
    picture %= len(pictures)
    parts: list[str] = [tr("product-title-short", name=product.name[tr.language])]
    parts += _skin(details, tr)
    if product.how_to_use[tr.language]:
        parts.append(tr("product-use", text=cut(product.how_to_use[tr.language], LONG)))
    if details.composition:
        parts.append(tr("product-composition", text=cut(details.composition, LONG)))
    if details.related:
        parts.append(tr("product-related"))
    rows: list[list[InlineKeyboardButton]] = []
    if len(pictures) > 1:
        at = OpenDetails(product=product.id, article=article_id, page=page, picture=(picture + 1) % len(pictures))
        rows.append([button(tr.plain("product-picture", number=picture + 1, count=len(pictures)), at.pack())])
    rows += [
        [InlineKeyboardButton(text=tr.plain("product-video", title=each.title[tr.language]), url=each.url)]
        for each in details.videos[:3]
    ]
    rows += [
        [button(brief(each, tr), OpenProduct(product=each.id, page=page).pack())] for each in details.related[:RELATED]
    ]
    where = OpenProduct(product=product.id, article=article_id, page=page).pack()
    return Screen("\n\n".join(parts), keyboard([*rows, [back(tr, where), home(tr)]]), picture=pictures[picture])


def album(product: Product, details: Details) -> list[str]:
    """The pictures of a product: its own where it has some, else those that are drawn of it."""
    if details.pictures:
        return list(details.pictures)
    first = product.articles[0] if product.articles else None
    drawn = [picture_of(product, None), *([picture_of(product, first)] if product.has_shades else [])]
    return list(dict.fromkeys(drawn))


def list_screen(kind: Literal["favourites", "seen"], page: Page[ProductBrief], tr: Translator) -> Screen:
    """A page of favourites or of what was seen."""
    band = FAVOURITES if kind == "favourites" else SEEN
    opener = OpenFavourites if kind == "favourites" else OpenSeen
    rows = [
        [button(brief(each, tr), OpenProduct(product=each.id, page=came_from(band, page.number)).pack())]
        for each in page.items
    ]
    turn = pager(page, tr, lambda number: opener(page=number).pack())
    return Screen(tr(f"wish-{kind}", count=page.total), keyboard([*rows, turn, [back(tr, _CATALOG), home(tr)]]))


def comparison_screen(compared: Comparison, tr: Translator) -> Screen:
    """Two or three products side by side; each can be opened or taken out."""
    if not compared:
        return Screen(tr("compare-nothing"), keyboard([[back(tr, _CATALOG), home(tr)]]))
    parts: list[str] = [tr("compare-title", count=len(compared))]
    rows = []
    for each in compared:
        product = each.product
        parts.append(_side(each.product, each.details, tr))
        opens = OpenProduct(product=product.id, page=COMPARED).pack()
        name = button(product.name[tr.language], opens)
        rows.append([name, button(tr.plain("compare-drop"), DropCompared(product=product.id).pack())])
    return Screen("\n\n".join(parts), keyboard([*rows, [back(tr, _CATALOG), home(tr)]]))


def _side(product: Product, details: Details, tr: Translator) -> str:
    stock = sum(article.stock for article in product.articles)
    shades = [article for article in product.articles if article.hex]
    lines: list[str] = [
        tr("compare-name", name=product.name[tr.language]),
        tr("compare-price", price=tr.money(product.price.minor)),
    ]
    if product.volume[tr.language]:
        lines.append(tr("product-volume", volume=product.volume[tr.language]))
    if details.skin_types:
        lines.append(
            tr("product-skin", types=", ".join(tr.plain(f"skin-{kind}").lower() for kind in details.skin_types))
        )
    if shades:
        dots = "".join(dict.fromkeys(dot(article.hex or "") for article in shades))
        lines.append(tr("compare-shades", count=len(shades), dots=dots))
    lines.append(tr("product-in-stock") if stock and product.on_sale else tr("product-sold-out"))
    lines.append(tr("product-about", about=cut(product.about[tr.language], SHORT)))
    return "\n".join(lines)


def _skin(details: Details, tr: Translator) -> list[str]:
    listed = ", ".join(tr.plain(f"skin-{kind}").lower() for kind in details.skin_types)
    return [tr("product-skin", types=listed)] if listed else []


def back_screen(product: Product, article: Article, tr: Translator) -> Screen:
    """The notice that something is back."""
    name = product.name[tr.language]
    full = f"{name}, {article.shade[tr.language]}" if article.shade else name
    opens = OpenProduct(product=product.id, article=article.id).pack()
    markup = keyboard([[button(tr.plain("wish-open"), opens)]])
    return Screen(tr("wish-back", name=full), markup, picture=picture_of(product, article), keep=True)


def brief(item: ProductBrief, tr: Translator) -> str:
    """A product in a list, as plain text."""
    mark = "hidden" if not item.on_sale else "sold-out" if not item.in_stock else "new" if item.is_new else "plain"
    if mark == "plain" and item.is_hit:
        mark = "hit"
    return tr.plain(f"catalog-brief-{mark}", name=item.name[tr.language], price=tr.money(item.price.minor))
