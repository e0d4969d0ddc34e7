"""How the catalog looks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from aiogram.types import InlineKeyboardButton

from domain.catalog.models import Article, Category, Product, ProductBrief
from domain.goods.brochures import Theme
from domain.ordering.cart import Cart
from domain.ordering.product_card import ProductCard
from domain.proposals.models import ProposalId
from domain.shared.ids import ArticleId, CategoryId, ProductId
from domain.shared.paging import Page
from domain.wishes.models import Marks
from handlers.catalog.callbacks import CountProduct, OpenCategory, OpenProduct, TurnPicture
from handlers.catalog.lists import OpenFavourites, OpenSearch, OpenSeen, OpenShades, back_to
from handlers.catalog.pictures import pictures_of
from handlers.catalog.swatch import dot
from handlers.goods.callbacks import OpenBrochure
from handlers.proposals.callbacks import CountForClient
from handlers.ui.counter import counter
from handlers.ui.links import Home, OpenCart, OpenCatalog
from handlers.ui.pager import pager
from handlers.ui.screen import Screen, button, keyboard
from handlers.ui.texts import cut
from handlers.wishes.views import brief, mark_lines, mark_rows
from locales.translator import Translator

SHADES = 6
ABOUT = 500
OFFERS = 3
_CATALOG, _CART, _HOME = OpenCatalog().pack(), OpenCart().pack(), Home().pack()
_SEARCH, _SHADES = OpenSearch().pack(), OpenShades().pack()
_FAVOURITES, _SEEN = OpenFavourites().pack(), OpenSeen().pack()


def categories_screen(categories: Sequence[Category], tr: Translator) -> Screen:
    """All categories, two in a row."""
    buttons = [button(category.name[tr.language], OpenCategory(category=category.id).pack()) for category in categories]
    pairs = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    find = [button(tr("catalog-search"), _SEARCH), button(tr("shades-find"), _SHADES)]
    kept = [button(tr("catalog-favourites"), _FAVOURITES), button(tr("catalog-seen"), _SEEN)]
    rows = [find, *pairs, kept, [_brochure(tr)], [_to_cart(tr), _home(tr)]]
    return Screen(tr("catalog-title"), keyboard(rows), picture="catalog")


def products_screen(category: Category, page: Page[ProductBrief], tr: Translator) -> Screen:
    """A page of a category, a product a row."""
    rows = [[button(brief(item, tr), _open(item.id, page.number))] for item in page.items]
    turn = pager(page, tr, lambda number: _turn(category.id, number))
    text = tr("catalog-category", name=category.name[tr.language], count=page.total)
    back = button(tr("back"), _CATALOG)
    return Screen(
        text,
        keyboard([*rows, turn, [_brochure(tr, category.id)], [back, _to_cart(tr), _home(tr)]]),
        picture=f"category/{category.slug}",
    )


def product_screen(
    card: ProductCard,
    article_id: ArticleId | None,
    page: int,
    tr: Translator,
    marks: Marks | None = None,
    picture: int = 0,
    proposal: ProposalId | None = None,
) -> Screen:
    """A product's card: what it is, this person's price, its pictures, its shades, and the way into the cart.

    With a `proposal` the pieces counted are those gathered for a client.
    """
    product = card.product
    article = product.article(article_id)
    pictures = pictures_of(product, article)
    picture %= len(pictures)
    rows = [
        _album_row(card, article, page, picture, len(pictures), tr),
        *_shade_rows(product, article, page, tr),
        _buy_row(card, article, page, tr, proposal),
        *(mark_rows(product, article, marks, page, tr) if marks else []),
        [_to_cart(tr, card.cart)] if card.cart.pieces and proposal is None else [],
        [button(tr("back"), back_to(product.category_id, page)), _home(tr)],
    ]
    return Screen(_card_text(card, article, tr, marks), keyboard(rows), picture=pictures[picture])


@lru_cache(maxsize=8192)
def _open(product: ProductId, page: int) -> str:
    """Checking and packing a button's data takes 10 microseconds, and a page of a category has a dozen buttons."""
    return OpenProduct(product=product, page=page).pack()


@lru_cache(maxsize=1024)
def _turn(category: CategoryId, page: int) -> str:
    return OpenCategory(category=category, page=page).pack()


def _card_text(card: ProductCard, article: Article | None, tr: Translator, marks: Marks | None) -> str:
    product = card.product
    code = article.code if article else product.code
    parts: list[str] = [tr("product-title", name=product.name[tr.language], code=code)]
    if labels := [tr(f"product-{mark}") for mark, on in (("new", product.is_new), ("hit", product.is_hit)) if on]:
        parts.append(" · ".join(labels))
    if marks is not None:
        parts += mark_lines(marks, tr)
    parts += ["", tr("product-about", about=cut(product.about[tr.language], ABOUT))]
    if product.volume[tr.language]:
        parts.append(tr("product-volume", volume=product.volume[tr.language]))
    if article is not None and article.shade is not None:
        parts.append(tr("product-shade", dot=dot(article.hex or ""), name=article.shade[tr.language]))
    parts.append("")
    if card.percent:
        full, offer = tr.money(product.price.minor), tr.money(card.offer.total.minor)
        parts.append(tr("product-price-offer", full=full, offer=offer, percent=card.percent))
    elif card.offer.discount.minor:
        full, offer = tr.money(product.price.minor), tr.money(card.offer.total.minor)
        parts.append(tr("product-price-own", full=full, offer=offer))
    else:
        parts.append(tr("product-price", full=tr.money(product.price.minor)))
    parts += [tr("product-promotion", title=title[tr.language]) for title in card.promotions[:OFFERS]]
    parts.append(_availability(card, article, tr))
    return "\n".join(parts)


def _availability(card: ProductCard, article: Article | None, tr: Translator) -> str:
    if not card.product.on_sale:
        return tr("product-off-sale")
    if article is None:
        return tr("product-choose-shade")
    if article.stock <= 0:
        return tr("product-sold-out")
    return tr("product-few", count=article.stock) if article.stock <= 5 else tr("product-in-stock")


def _shade_rows(
    product: Product, chosen: Article | None, page: int, tr: Translator
) -> list[list[InlineKeyboardButton]]:
    if not product.has_shades:
        return []
    articles = product.articles
    index = articles.index(chosen) if chosen in articles else 0
    start = index - index % SHADES

    def pick(article: Article) -> str:
        return OpenProduct(product=product.id, article=article.id, page=page).pack()

    buttons = [
        button(_swatch(article, tr, is_chosen=article == chosen), pick(article))
        for article in articles[start : start + SHADES]
    ]
    rows = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    if len(articles) > SHADES:
        last = (len(articles) - 1) // SHADES * SHADES
        before = articles[start - SHADES if start else last]
        after = articles[start + SHADES if start < last else 0]
        number, count = start // SHADES + 1, last // SHADES + 1
        rows.append(
            [
                button(tr("page-previous"), pick(before)),
                button(tr("shades-page", number=number, count=count), pick(articles[start])),
                button(tr("page-next"), pick(after)),
            ]
        )
    return rows


def _album_row(
    card: ProductCard, article: Article | None, page: int, picture: int, count: int, tr: Translator
) -> list[InlineKeyboardButton]:
    """Turns over the pictures of a product that has several."""
    if count < 2:
        return []
    at = TurnPicture(
        product=card.product.id, article=article.id if article else 0, page=page, picture=(picture + 1) % count
    )
    return [button(tr.plain("product-picture", number=picture + 1, count=count), at.pack())]


def _swatch(article: Article, tr: Translator, *, is_chosen: bool) -> str:
    mark = "chosen" if is_chosen else "sold-out" if article.stock <= 0 else "plain"
    name = article.shade[tr.language] if article.shade else article.code
    return tr.plain(f"shade-{mark}", dot=dot(article.hex or ""), name=name)


def _buy_row(
    card: ProductCard, article: Article | None, page: int, tr: Translator, proposal: ProposalId | None
) -> list[InlineKeyboardButton]:
    if article is None:
        return []
    product = card.product
    have = card.cart.quantity_of(article.id)

    def count(step: int) -> str:
        if proposal is not None:
            return CountForClient(
                proposal=proposal, product=product.id, article=article.id, step=step, page=page
            ).pack()
        return CountProduct(product=product.id, article=article.id, page=page, step=step).pack()

    if have:
        show = OpenProduct(product=product.id, article=article.id, page=page).pack()
        words = tr("product-in-cart", count=have) if proposal is None else tr("gathering-have", count=have)
        return counter(words, count(-1), show, count(1))
    if not product.on_sale or article.stock <= 0:
        return []
    price = tr.money(card.offer.total.minor)
    words = tr("product-add", price=price) if proposal is None else tr("gathering-add", price=price)
    return [button(words, count(1))]


def _to_cart(tr: Translator, cart: Cart | None = None) -> InlineKeyboardButton:
    return button(tr("to-cart-count", count=cart.pieces) if cart else tr("to-cart"), _CART)


def _brochure(tr: Translator, category: CategoryId | None = None) -> InlineKeyboardButton:
    asked = OpenBrochure(theme=Theme.CATEGORY, category=category) if category else OpenBrochure(theme=Theme.ALL)
    return button(tr.plain("brochure-open"), asked.pack())


def _home(tr: Translator) -> InlineKeyboardButton:
    return button(tr("home"), _HOME)
